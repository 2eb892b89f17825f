"""The text as a page: blocks, sentences, and one pass that finds the words of the lexicon."""

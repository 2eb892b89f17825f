"""Who is named: bodies of the lexicon, bodies it does not know, people without a name."""

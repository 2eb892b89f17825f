"""Whether what has no day of its own is an old deed: a court, an anniversary or a life tells it.

"For eleven weeks the court has heard witnesses. Armed men entered her village and shot two": below
such a beginning, and where nothing new has been told, what has no day of its own was done long ago.
So it is with surveys, memoirs and museums, "ten years after the landslide", and with what a witness
"told how".
"""

from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar


class Framed:
    """Knows such beginnings by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._framing = grammar.words("framing")
        self._retelling = tuple(f" {words} " for words in classes["retelling"])
        self._young = tuple(f" {words}" for words in classes["when_young"])

    def is_framed(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether the lead or its paragraph says so before it, or a witness tells it."""
        begin, end = sentence.findings.lead
        told = f" {sentence.page.lower[sentence.start : trigger.start]}"
        later = sentence.page.lower[trigger.end : sentence.end]
        return (
            self._sets(sentence, begin, min(end, sentence.start))
            or self._sets(sentence, sentence.begin, sentence.start)
            or any(words in told for words in self._retelling)
            or any(words in later for words in self._young)
        )

    def _sets(self, sentence: Sentence, begin: int, end: int) -> bool:
        hits = sentence.findings.hits_in(begin, end)
        return not self._framing.isdisjoint(sentence.page.words(begin, end)) or any(
            hit.id == "long_after" for hit in hits
        )

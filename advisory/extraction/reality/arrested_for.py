"""Where an arrest goes on to say what it was for: "arrested on Friday for the murder of a priest".

The day, the place and the dead told from there on are of the deed.
"""

from advisory.extraction.groups import VIOLENT
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar

_MOST_WORDS = 6


class ArrestedFor:
    """Finds it by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._for = tuple(f" {words} " for words in grammar.classes["arrested_for"])

    def is_behind(self, sentence: Sentence, arrest: Hit, start: int) -> bool:
        """Whether what is told at an offset is of the deed that an arrest is for."""
        deeds = (hit for hit in sentence.of("triggers") if hit.id in VIOLENT)
        return any(
            arrest.end <= deed.start and self._begin(sentence, arrest, deed) < start
            for deed in deeds
        )

    def _begin(self, sentence: Sentence, arrest: Hit, deed: Hit) -> int:
        """Return where "for" stands a few words before a deed, else the end of the sentence."""
        between = sentence.page.lower[arrest.end : deed.start]
        at = max(between.rfind(words) for words in self._for)
        is_near = at >= 0 and len(between[at:].split()) <= _MOST_WORDS
        return arrest.end + at if is_near else sentence.end

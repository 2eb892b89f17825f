"""Whether a sentence only says where those were brought who were hurt in what was told before.

"Nine were being treated for wounds at a hospital in Gao" tells of no attack in Gao.
"""

from advisory.extraction.tellings.tellings import Telling
from advisory.rulebook.lexicon import Grammar

_REACH, _WARD_AND_IN = 30, 2  # characters, words
_INJURED = "injured"


class InCare:
    """Knows it by the words of one language for wards, and for who is brought there."""

    def __init__(self, grammar: Grammar) -> None:
        self._wards = grammar.words("wards")
        self._brought = grammar.words("brought", "to_a_cure")

    def is_all(self, telling: Telling) -> bool:
        """Whether a telling counts the hurt alone, at a place that a ward is in."""
        there, sentence = telling.place, telling.sentence
        if not (telling.is_weak and telling.type and there) or telling.has_date:
            return False
        if not telling.tolls or any(toll.harm != _INJURED for toll in telling.tolls):
            return False
        before = sentence.page.before(there.start, _REACH, sentence.start)[-_WARD_AND_IN:]
        is_ward = not self._wards.isdisjoint(before[:1])
        return is_ward and not self._brought.isdisjoint(sentence.page.words_of(sentence))

"""Who was hurt, told by where they were brought or what they bore, with any words between.

"Taken to the Gao Regional Hospital" and "suffered shrapnel wounds" are one word of harm each, as
"taken to hospital" and "wounded" are.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisory.extraction.counts.tags import letters
from advisory.rulebook.lexicon import Grammar

if TYPE_CHECKING:
    from advisory.extraction.counts.tokens import Token

_BETWEEN, _FAR = frozenset("wWpPtdxegf&,"), 8  # tags and number of words between both
_HURT = "i"
_ON_THE_WAY = "hb"  # tags of "while being"


class Patients:
    """Finds them by one language's grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._brought = frozenset(grammar.classes["brought"])
        self._leading = frozenset(grammar.classes["to_a_ward"])
        self._hospitals = frozenset(grammar.classes["hospitals"])
        self._bearing = frozenset(grammar.classes["bearing"])
        self._wounds = frozenset(grammar.classes["wounds_borne"])
        self._ends = self._hospitals | self._wounds

    def joined(self, tokens: list["Token"]) -> list["Token"]:
        """Put one token for the words of each."""
        if self._ends.isdisjoint([token.word for token in tokens]):
            return tokens
        joined: list[Token] = []
        for token in tokens:
            joined.append(token)
            start = self._start(joined) if token.word in self._ends else -1
            if start >= 0:
                words = " ".join(one.word for one in joined[start:])
                told = joined[start]._replace(end=token.end, word=words, tag=_HURT, who="")
                joined[start:] = [told]
        return joined

    def _start(self, tokens: Sequence["Token"]) -> int:
        """Return where the phrase begins that ends with the last of some words, or -1."""
        is_ward = tokens[-1].word in self._hospitals
        verbs = self._brought if is_ward else self._bearing
        for at in range(len(tokens) - 2, max(-1, len(tokens) - 2 - _FAR), -1):
            if tokens[at].word in verbs:
                is_led = tokens[at + 1].word in self._leading
                is_way = letters(tokens[max(0, at - 2) : at]) == _ON_THE_WAY
                return at if is_led >= is_ward and not is_way else -1
            if tokens[at].tag not in _BETWEEN and tokens[at - 1].word not in verbs:
                return -1
        return -1

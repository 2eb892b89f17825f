"""Who was hurt, told by where they were brought, what they bore, what hit them or what they lost.

"Taken to the Gao Regional Hospital", "suffered shrapnel wounds", "hit by a stray bullet" and "lost
two fingers" are one word of harm each, as "taken to hospital" and "wounded" are: a verb and the
word that ends it, with any words between.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from advisory.extraction.counts.tags import letters
from advisory.rulebook.lexicon import Grammar

if TYPE_CHECKING:
    from advisory.extraction.counts.tokens import Token

_BETWEEN, _FAR = frozenset("wWpPtdxegf&,"), 8  # tags and number of words between both
_OF_NUMBERS = _BETWEEN | {"n"}  # "two fingers"
_LED_WITHIN = 2  # words: "flown out with"
_HURT = "i"
_ON_THE_WAY = "hb"  # tags of "while being"
_PAIRS = (  # of classes of words: the verb, what stands behind it, the end
    ("brought", "to_a_ward", "hospitals"),
    ("bearing", "", "wounds_borne"),
    ("getting_off", "with_wounds", "wounds_borne"),
    ("struck", "struck_by", "missiles"),
    ("losing_a_limb", "", "limbs"),
)
_MISSILES = "missiles"
_COUNTING = frozenset({_MISSILES, "limbs"})


class _Pair(NamedTuple):
    """The verbs, the words that stand close behind one (any where there are none), what may follow.

    A house is hit by stones as well, so `of_whom` asks for somebody whom a word names.
    """

    verbs: frozenset[str]
    leading: frozenset[str]
    between: frozenset[str]  # tags
    of_whom: tuple[int, None] | None


class Patients:
    """Finds them by one language's grammar."""

    def __init__(self, grammar: Grammar) -> None:
        words = {name: frozenset(grammar.classes[name]) for pair in _PAIRS for name in pair if name}
        self._pairs: dict[str, list[_Pair]] = {}
        for verb, lead, last in _PAIRS:
            between = _OF_NUMBERS if last in _COUNTING else _BETWEEN
            of_whom = (0, None) if last == _MISSILES else None
            pair = _Pair(words[verb], words.get(lead, frozenset()), between, of_whom)
            for word in words[last]:
                self._pairs.setdefault(word, []).append(pair)
        self._ends = frozenset(self._pairs)

    def joined(self, tokens: list["Token"]) -> list["Token"]:
        """Put one token for the words of each."""
        if self._ends.isdisjoint([token.word for token in tokens]):
            return tokens
        joined: list[Token] = []
        for token in tokens:
            joined.append(token)
            for pair in self._pairs.get(token.word, ()):
                if (start := _start(joined, pair)) >= 0:
                    joined[start:] = [_told(joined[start:], pair)]
                    break
        return joined


def _told(tokens: Sequence["Token"], pair: _Pair) -> "Token":
    """Return one word of harm for all of a phrase."""
    words, end = " ".join(token.word for token in tokens), tokens[-1].end
    return tokens[0]._replace(end=end, word=words, tag=_HURT, value=pair.of_whom, who="")


def _start(tokens: Sequence["Token"], pair: _Pair) -> int:
    """Return where the phrase begins that ends with the last of some words, or -1."""
    for at in range(len(tokens) - 2, max(-1, len(tokens) - 2 - _FAR), -1):
        if tokens[at].word in pair.verbs:
            behind = (token.word for token in tokens[at + 1 : at + 1 + _LED_WITHIN])
            is_led = not pair.leading or not pair.leading.isdisjoint(behind)
            is_way = letters(tokens[max(0, at - 2) : at]) == _ON_THE_WAY
            return at if is_led and not is_way else -1
        is_lead = tokens[at].word in pair.leading
        is_lead = is_lead or tokens[at - 1].word in pair.verbs
        if tokens[at].tag not in pair.between and not is_lead:
            return -1
    return -1

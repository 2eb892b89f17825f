"""A massacre "of El Fasher" is called after a town, and counts nobody of that name."""

from collections.abc import Callable, Sequence

from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.model.text import Toponym

_KILLING, _NAME, _OF = "K", "W", " of"  # two tags, and the end of "the massacre of"


def without_towns(
    tolls: Sequence[Toll], tokens: Sequence[Token], towns: Callable[[int, int], Sequence[Toponym]]
) -> list[Toll]:
    """Return tolls but those of one whose name is that of a place; `towns` finds those there."""

    def is_town(toll: Toll) -> bool:
        opening, name = tokens[toll.first], tokens[toll.first + 1 : toll.last + 1]
        if opening.tag != _KILLING or not opening.word.endswith(_OF):
            return False
        if not name or any(word.tag != _NAME for word in name):
            return False
        start, end = name[0].start, name[-1].end
        return any(t.span.end >= end and not t.is_demonym for t in towns(start, start + 1))

    return [toll for toll in tolls if not is_town(toll)]

"""Tolls that nobody knows yet: where "six are feared dead", up to six are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from advisory.extraction.counts.counts import Toll
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.model.value import Count
from advisory.model.vocabulary import Qualifier

_OF_PEOPLE = frozenset("pPwWnN")


def as_feared(
    tolls: Iterable[Toll], tokens: Sequence[Token], fears: Sequence[int]
) -> tuple[Toll, ...]:
    """Return tolls, those with a word of fear among theirs as no more than feared.

    `fears` are the offsets of such words. Of "at least twenty" feared dead nobody knows more than
    that twenty may be.
    """

    def hedged(toll: Toll) -> Toll:
        words = tokens[toll.first : toll.last + 1]
        feared = next((n for n, word in enumerate(words) if word.start in fears), None)
        if feared is None or not _OF_PEOPLE.isdisjoint(letters(words[feared + 1 :])):
            return toll  # "killed five presumed rebels"
        most = Count.hedged(toll.count.high or toll.count.low, Qualifier.UP_TO)
        return replace(toll, count=most, parts=())

    return tuple(map(hedged, tolls)) if fears else tuple(tolls)

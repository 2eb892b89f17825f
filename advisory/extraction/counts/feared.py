"""Tolls that nobody knows yet: where "six are feared dead", up to six are.

Whose bodies are found beside them are surely dead: "two bodies found; 20 feared dead" is 2 to 20,
and as many more where the 20 are others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from advisory.extraction.counts.counts import of_bodies
from advisory.extraction.counts.people import people_in
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.extraction.text.scan import Hit
from advisory.model.value import Count
from advisory.model.vocabulary import Qualifier

_FEARED, _LOOKED_INTO, _NOT_CONFIRMED = UNSURE = ("feared", "looked_into", "not_confirmed")
_OF_PEOPLE = frozenset("pPwWnN")
_CLOSE = 40  # characters from a toll to "was not confirmed"


def as_feared(
    tolls: Iterable[Toll], tokens: Sequence[Token], cues: Sequence[Hit]
) -> tuple[Toll, ...]:
    """Return tolls, those of which somebody is unsure as no more than feared.

    `cues` are the words for that. Of "at least twenty" feared dead nobody knows more than that
    twenty may be.
    """
    if not cues:
        return tuple(tolls)
    tolls = _without_rumours(tolls, tokens, cues)
    fears = [cue.start for cue in cues if cue.id == _FEARED]

    def hedged(toll: Toll) -> Toll:
        words = tokens[toll.first : toll.last + 1]
        feared = next((n for n, word in enumerate(words) if word.start in fears), None)
        are_found = "Q" in letters(tokens[max(0, toll.first - len("Qf")) : toll.last])
        if feared is None or are_found or not _OF_PEOPLE.isdisjoint(letters(words[feared + 1 :])):
            return toll  # "killed five presumed rebels"; who killed those found is in doubt
        most = Count.hedged(toll.count.high or toll.count.low, Qualifier.UP_TO)
        return replace(toll, count=most, parts=())

    known = tuple(map(hedged, tolls))
    dead = [toll.count for toll in known if toll.harm == "killed"]
    is_unsure = bool(dead) and all(map(is_feared, dead))
    return (*of_bodies(tokens, people_in(tokens)), *known) if is_unsure else known


def _without_rumours(
    tolls: Iterable[Toll], tokens: Sequence[Token], cues: Sequence[Hit]
) -> Iterator[Toll]:
    """Yield tolls, those of mere reports as no more than so many, and none that nobody counted."""
    before = [cue.end for cue in cues if cue.id == _LOOKED_INTO]
    behind = [cue.start for cue in cues if cue.id == _NOT_CONFIRMED]
    for toll in tolls:
        first, last = tokens[toll.first].start, tokens[toll.last].end
        is_rumour = any(end <= first for end in before)
        if not is_rumour and not any(0 <= start - last <= _CLOSE for start in behind):
            yield toll
        elif toll.count.qualifier is not Qualifier.VAGUE:
            most = Count.hedged(toll.count.high or toll.count.low, Qualifier.UP_TO)
            yield replace(toll, count=most, parts=())


def is_feared(count: Count) -> bool:
    """Whether nobody is surely dead.

    >>> is_feared(Count.hedged(20, Qualifier.UP_TO))
    True
    """
    return count.qualifier is Qualifier.UP_TO and not count.low


def beside_feared(known: Count, feared: Count, *, is_on_top: bool) -> Count:
    """Return the bounds of a toll of which some are only feared dead.

    >>> beside_feared(Count.exactly(2), Count.hedged(20, Qualifier.UP_TO), is_on_top=False)
    Count(low=2, high=20, qualifier=<Qualifier.BETWEEN: 'between'>)
    """
    least, most = known.high or known.low, feared.high or 0
    high = least + most if is_on_top else max(least, most)
    return Count(known.low, high, Qualifier.BETWEEN) if high > known.low else known

"""Tolls that nobody knows yet: where "six are feared dead", up to six are.

What "is thought to have killed six" has killed up to six; who "is thought to have" killed them is
in doubt himself. Whose bodies are found beside those feared dead are surely dead: "two bodies
found; 20 feared dead" is 2 to 20, and as many more where the 20 are others.
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

_FEARED, _ALLAYED, _LOOKED_INTO, _NOT_CONFIRMED = UNSURE = (
    "feared",
    "allayed",
    "looked_into",
    "not_confirmed",
)
_OF_PEOPLE = frozenset("pPwWnN")
_CLOSE = 40  # characters from a toll to "was not confirmed"
_TO_HAVE, _WHO = "RBwMA", "R"  # tags of "who are thought to have"


def as_feared(
    tolls: Iterable[Toll], tokens: Sequence[Token], cues: Sequence[Hit]
) -> tuple[Toll, ...]:
    """Return tolls, those of which somebody is unsure as no more than feared.

    `cues` are the words for that. Who "had been presumed dead" is not; of "at least twenty" feared
    dead nobody knows more than that twenty may be.
    """
    if not cues:
        return tuple(tolls)
    fears, allayed = ([cue.start for cue in cues if cue.id == name] for name in (_FEARED, _ALLAYED))
    told = (one for one in tolls if _at(tokens, one.first, one.last, allayed) is None)
    known = tuple(_hedged(one, tokens, fears) for one in _without_rumours(told, tokens, cues))
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


def _hedged(toll: Toll, tokens: Sequence[Token], fears: Sequence[int]) -> Toll:
    lead = letters(tokens[max(0, toll.first - len(_TO_HAVE)) : toll.first])
    is_led = lead[-2:].upper() == _TO_HAVE[-2:] and _WHO not in lead[:2]
    begin = toll.first - (len("wMA") if is_led else lead[-1:] == "a")
    feared = _at(tokens, begin, toll.last, fears)
    if feared is None or "Q" in letters(tokens[max(0, toll.first - len("Qf")) : toll.last]):
        return toll  # who killed those found is in doubt
    behind = letters(tokens[feared + 1 : toll.last + 1])
    if feared >= toll.first and not _OF_PEOPLE.isdisjoint(behind):
        return toll  # "killed five presumed rebels"
    most = Count.hedged(toll.count.high or toll.count.low, Qualifier.UP_TO)
    return replace(toll, count=most, parts=())


def _at(tokens: Sequence[Token], first: int, last: int, starts: Sequence[int]) -> int | None:
    """Return the first of some tokens that begins at one of some offsets."""
    return next((n for n in range(first, last + 1) if tokens[n].start in starts), None)


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

"""Which sentences only sum up several incidents that the report then tells one by one.

"At least 44 people were killed in two districts. Gunmen shot 16 in Kowa. The bodies of 28 were
found near Bele": with the 44 as an incident of their own everybody would have died twice. What
begins a report, with dead and no town, is a sum where the dead of two towns or more, told after it,
make up just as many, or no more than that where it speaks of several attacks itself.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from advisory.extraction.groups import FOUGHT, VIOLENT
from advisory.extraction.lists import size
from advisory.extraction.place_found import are_apart
from advisory.extraction.tellings import Telling
from advisory.model.vocabulary import Precision

_FIRST, _REACH = 3, 8  # sentences that may sum up, and that may tell the parts
_DEEDS = VIOLENT | FOUGHT | {"attack_on_forces", "ambush_of_forces"}


def summaries(tellings: Sequence[Telling]) -> frozenset[int]:
    """Return the numbers of the tellings that only sum up those after them."""
    found = [
        number
        for number, telling in enumerate(tellings[:_FIRST])
        if telling.type in _DEEDS
        and (telling.killed or 0) > 1
        and _sums_up(telling, tellings[number + 1 : number + 1 + _REACH])
    ]
    return frozenset(found)


def _sums_up(telling: Telling, after: Sequence[Telling]) -> bool:
    whole = telling.killed or 0
    parts = [one for one in after if one.type in _DEEDS and (one.killed or 0) < whole]
    if len(parts) < 2 or not _is_wide(telling):  # noqa: PLR2004 - one is the same told again
        return False
    apart = list(_in_towns(telling, parts))
    total = sum(one.killed or 0 for one in apart)
    return len(apart) > 1 and (total == whole or (telling.is_of_many and 0 < total < whole))


def _is_wide(telling: Telling) -> bool:
    """Whether it names no town."""
    return telling.place is None or size(telling.place) >= Precision.ADMIN1


def _in_towns(telling: Telling, parts: Sequence[Telling]) -> Iterator[Telling]:
    """Yield those told of towns of their own inside its place."""
    around = telling.place.place.regions[-1:] if telling.place else ()
    known = [
        (one, one.place)
        for one in parts
        if one.place is not None and one.place.is_led and size(one.place) <= Precision.DISTRICT
    ]
    is_list = all(are_apart(first, second) for (_, first), (_, second) in combinations(known, 2))
    for one, place in known if is_list else ():
        if not place.place.is_located or set(around) <= set(place.place.regions):
            yield one

"""What one disaster is told to have done in many places, and what counts only some of its dead."""

from advisory.extraction.tellings.coming_in import comes_in
from advisory.extraction.tellings.tellings import Telling
from advisory.model.value import Place

_BRINGING, _BROUGHT = frozenset({"storm", "flood", "earthquake"}), frozenset({"flood", "landslide"})
_WIDESPREAD = _BRINGING | {"tsunami", "wildfire", "heatwave", "epidemic_outbreak"}


def is_share(first: Telling, telling: Telling) -> bool:
    """Whether it only counts some of those whom a disaster killed: "twelve died in Gao".

    So does the mudslide that a storm has brought down on a house, or the wall of a quake.
    """
    if first.type not in _WIDESPREAD:
        return False
    if telling.type == "building_collapse" and not telling.has_date:
        return not first.killed or (telling.killed or 0) <= first.killed
    if not (telling.killed and first.killed):
        return False
    is_of_it = telling.is_weak or (first.type in _BRINGING and telling.type in _BROUGHT)
    return is_of_it and telling.killed < first.killed


def is_of_its_path(first: Telling, telling: Telling) -> bool:
    """Whether it tells what a storm did at one place of all: "a couple was swept away in Gao"."""
    is_of_it = telling.type is None or telling.type in _BROUGHT - {first.type}
    return first.type in _BRINGING and is_of_it and not comes_in(telling)


def is_of_what_it_shut(first: Telling, telling: Telling) -> bool:
    """Whether it only tells what a storm has shut somewhere, or what is open there again."""
    is_bare = telling.type is None and not telling.tolls
    return first.type in _WIDESPREAD and is_bare and bool(telling.sentence.of("conditions"))


def is_of_its_spread(first: Telling, telling: Telling, one: Place, other: Place) -> bool:
    """Whether a flood told of a town of the same region is the same."""
    is_same = telling.type == first.type in _WIDESPREAD
    is_near = one.admin1 is not None and one.admin1 == other.admin1
    return is_same and is_near

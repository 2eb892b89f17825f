"""A place in a text, and which of several is the place of what happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisory.model.value import Place
from advisory.model.vocabulary import Precision

_COMPASS = "compass"


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place in a text, by offsets.

    `is_led` says a preposition of place stands before it; `is_head` that it is not only what a
    finer place lies in: "Aden" of "Aden, Yemen" is the head.
    """

    start: int
    end: int
    place: Place
    rule: str
    is_led: bool
    is_demonym: bool = False
    is_head: bool = True


def finest(places: Sequence[PlaceFound], trigger: tuple[int, int]) -> PlaceFound | None:
    """Return the place of what happened: the led, then the finest, then the nearest."""

    def rank(found: PlaceFound) -> tuple[bool, int, bool, int]:
        distance = max(found.start - trigger[1], trigger[0] - found.end, 0)
        is_after = found.start >= trigger[1]
        is_led = found.is_led and found.place.kind != _COMPASS  # "Hatay in southern Türkiye"
        return (not is_led, coarseness(found), not is_after, distance)

    candidates = [found for found in places if found.is_head and not found.is_demonym]
    return min(candidates, key=rank, default=None)


def coarseness(found: PlaceFound) -> int:
    """Countries after regions after places; a name nobody knows alone comes after a known town."""
    if found.rule == "gazetteer":
        return int(found.place.precision)
    return Precision.PLACE + (found.place.kind == "site") + (not found.place.is_located)

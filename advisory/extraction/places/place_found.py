"""A place in a text, and which of several is the place of what happened."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from advisory.extraction.text.page import Page
from advisory.model.value import Place
from advisory.model.vocabulary import Precision

QUARTER = "places/quarter"
"""The rule that finds a quarter of a town."""
UNLOCATED = "unlocated"
"""The kind of a place that nobody knows."""
_COMPASS, _CHAIN = "compass", 64  # characters: " village in the Kowa mandal of "
UNKNOWN = "places/unlocated"  # the rule that gives a name nobody knows
BY_NAME, FEATURE = "gazetteer", "gazetteer/feature"
"""The rules that find a place by a name of its own, and by that of something in it: an airport."""
SEA, INLAND = "places/sea", "places/inland_water"
"""The rules that find a sea, which is in no country, and a lake or a river that nobody knows."""


class PlaceFound(NamedTuple):
    """A place in a text, by offsets; `is_whence` says that somebody only comes from there.

    `is_led` says a preposition of place stands before it; `is_head` that it is not only what a
    finer place lies in: "Aden" of "Aden, Yemen" is the head. `named` is where the report names
    what these words only point at: "this city".
    """

    start: int
    end: int
    place: Place
    rule: str
    is_led: bool
    is_demonym: bool = False
    is_head: bool = True
    is_whence: bool = False
    named: tuple[int, int] | None = None

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The words that prove it, its name first."""
        own = (self.start, self.end)
        return (self.named, own) if self.named else (own,)


def finest(places: Sequence[PlaceFound], trigger: tuple[int, int]) -> PlaceFound | None:
    """Return the place of what happened: the led, then the finest, then the nearest."""

    def rank(found: PlaceFound) -> tuple[bool, bool, int, bool, int]:
        distance = max(found.start - trigger[1], trigger[0] - found.end, 0)
        is_after = found.start >= trigger[1]
        is_led = found.is_led and found.place.kind != _COMPASS  # "Hatay in southern Türkiye"
        return (found.is_whence, not is_led, coarseness(found), not is_after, distance)

    candidates = [found for found in places if found.is_head and not found.is_demonym]
    return min(candidates, key=rank, default=None)


def are_apart(one: PlaceFound, other: PlaceFound) -> bool:
    """Whether neither place lies in the other, nor may be it."""
    first, second = one.place, other.place
    if first.is_located and second.is_located:
        return first.regions[-1] not in second.regions and second.regions[-1] not in first.regions
    widest = max(first.precision, second.precision)
    return first.name != second.name and widest <= Precision.DISTRICT


def is_longer(one: PlaceFound, other: PlaceFound) -> bool:
    """Whether another name is a part of one: "Gao" of "Gao Kura village"."""
    is_within = one.start <= other.start and other.end <= one.end
    return is_within and other.end - other.start < one.end - one.start


def coarseness(found: PlaceFound) -> int:
    """Rank countries after regions after towns after their quarters.

    A name that nobody knows comes after a known town, however roughly its point is known.
    """
    if found.rule in {BY_NAME, FEATURE}:
        precision = found.place.precision
        return Precision.PLACE if Precision.PLACE < precision < Precision.DISTRICT else precision
    if found.rule == QUARTER:
        return Precision.PLACE - 1
    return Precision.PLACE + (found.place.kind == "site") + (not found.place.is_located)


def is_town(found: PlaceFound) -> bool:
    """Whether it is a place known to the town."""
    is_fine = found.place.precision <= Precision.PLACE and found.place.is_located
    return is_fine and not found.is_demonym


def in_town(name: str, town: Place) -> Place:
    """Return a quarter at its town's point: it is no more finely located than the town."""
    return replace(town, name=name, kind="site", geonameid=None)


def unlocated(name: str, around: Place | None, *, is_site: bool) -> Place:
    """Return a place nobody knows, in the region of the one named around it."""
    kind = "site" if is_site else UNLOCATED
    if around is None or not around.is_located:
        return Place(name, kind=kind)
    precision = max(around.precision, Precision.DISTRICT)
    return replace(around, name=name, precision=precision, kind=kind, geonameid=None)


def roughly(place: Place) -> Place:
    """Return a place that is meant no more exactly than to its district."""
    return replace(place, precision=max(place.precision, Precision.DISTRICT))


def container(page: Page, stop: int, known: Sequence[PlaceFound]) -> Place | None:
    """Return the known place that follows a name: "Elukurthy village in the Warangal district".

    A lake or whatever else is in no region says nothing.
    """
    for found in known:
        is_behind = stop <= found.start < stop + _CHAIN and found.place.country
        if is_behind and not found.is_demonym:
            between = page.named[stop : found.start]
            return found.place if "." not in between and ";" not in between else None
    return None


def as_country(found: PlaceFound) -> PlaceFound:
    """Return a place as no more than its country."""
    place = found.place
    named = (place.country_name or place.name, place.country, place.country_name)
    precision = max(place.precision, Precision.COUNTRY)
    country = Place(*named, kind="country", precision=precision, regions=place.regions[:1])
    return found._replace(place=country)

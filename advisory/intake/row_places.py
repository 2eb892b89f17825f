"""Where the row of a table says that something happened.

The place is the gazetteer's where a name in its country lies near the row's own point, else that
point, inside its country and admin1.
"""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, Protocol

from advisory.errors import UserError
from advisory.model.assessment import Region
from advisory.model.distance import distance_km
from advisory.model.value import Place
from advisory.model.vocabulary import Precision

_NEAR_KM = 25
_CACHED = 100_000


class Regions(Protocol):
    """What is needed of a gazetteer."""

    version: str

    def region(self, query: str) -> Region:
        """Return the region of a name."""


class Where(NamedTuple):
    """What a row says of where, under the names of its lines; nothing is an empty text."""

    place: str
    admin1: str
    country: str
    latitude: str
    longitude: str
    place_precision: str

    @property
    def precision(self) -> Precision:
        """How exactly the place is known; a place where the row does not say."""
        name = self.place_precision.upper()
        return Precision[name] if name in Precision.__members__ else Precision.PLACE

    @property
    def shown(self) -> str:
        """What it is called: its own name, else the division's or country's, else the point."""
        own = self.place or self.admin1 or self.country
        return own or f"{self.latitude}, {self.longitude}"


class RowPlaces:
    """Finds the place of a row in one gazetteer; each that was found is kept."""

    def __init__(self, gazetteer: Regions) -> None:
        self._gazetteer = gazetteer
        self.of = lru_cache(_CACHED)(self._placed)
        self._region = lru_cache(_CACHED)(self._found)

    def _placed(self, where: Where) -> Place:
        land = self._country(where.country)
        division = self._inside(where.admin1, land) if land and where.admin1 else None
        around = division or land
        own = Place(
            name=where.shown,
            country=land.id if land else None,
            country_name=land.name if land else where.country or None,
            admin1=division.id if division else None,
            admin1_name=division.name if division else where.admin1 or None,
            latitude=float(where.latitude) if where.latitude else None,
            longitude=float(where.longitude) if where.longitude else None,
            precision=where.precision,
            regions=around.path if around else (),
        )
        if own.precision > Precision.DISTRICT or not (where.place or where.latitude):
            return _region_as_place(own, around)
        found = self._inside(where.place, around) if around and where.place else None
        return _at_a_point(own, found)

    def _country(self, said: str) -> Region | None:
        """Return the country; UCDP writes "DR Congo (Zaire)" and "Serbia (Yugoslavia)"."""
        names = (said, *said.rstrip(")").split(" (")) if said else ()
        return next((found for name in names if (found := self._region(name))), None)

    def _inside(self, name: str, around: Region) -> Region | None:
        return self._region(f"{name}, {around.id}")

    def _found(self, query: str) -> Region | None:
        try:
            return self._gazetteer.region(query)
        except UserError:
            return None  # Unknown or ambiguous: the row's own words and point stand.


def _region_as_place(own: Place, around: Region | None) -> Place:
    """Return a place that is known to its region alone: the point is only where it was drawn."""
    rough = max(own.precision, Precision.ADMIN1 if own.admin1 else Precision.COUNTRY)
    precision = rough if around else own.precision
    return replace(own, precision=precision, kind=around.kind.value if around else "unlocated")


def _at_a_point(own: Place, found: Region | None) -> Place:
    """Return the gazetteer's place of that name where it lies near, else the point itself."""
    if found is not None and found.latitude is not None:
        there = replace(own, latitude=found.latitude, longitude=found.longitude)
        if own.latitude is None or (distance_km(own, there) or 0.0) <= _NEAR_KM:
            at = own if own.latitude is not None else there
            number = found.id.removeprefix("geonames:")
            geonameid = int(number) if number.isdecimal() else None
            return replace(at, name=found.name, regions=found.path, geonameid=geonameid)
    if own.latitude is None or not own.regions:
        return own
    site = f"point:{own.latitude:.2f},{own.longitude:.2f}"
    return replace(own, regions=(*own.regions, site))

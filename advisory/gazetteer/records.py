"""The columns of the index, and one row of it as a value.

A row has a kind, a name, the rows it lies in, a point, a population and a geonameid. Coordinates
are kept in hundred-thousandths of a degree, as the sources have them; `NO_ROW` and `NO_POINT`
stand for "not known".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from advisory.model.assessment import RegionKind

NO_ROW: Final = 0xFFFF_FFFF
NO_POINT: Final = -(2**31)
_MICRO: Final = 100_000
CODE_MARK: Final = "#"  # a folded name never has it: it keeps codes apart from names in one trie

COLUMNS: Final[Mapping[str, str]] = {
    "kind": "B",
    "country": "I",
    "admin1": "I",
    "admin2": "I",
    "latitude": "i",
    "longitude": "i",
    "population": "I",
    "geonameid": "I",
    "precision_km": "H",
    "name": "I",
    "id": "I",
    "members": "I",
}


class Kind(IntEnum):
    """What a row is; a seat is the principal town of an admin1."""

    COUNTRY = 0
    ADMIN1 = 1
    INFORMAL = 2
    ADMIN2 = 3
    CAPITAL = 4
    SEAT = 5
    PLACE = 6
    SITE = 7

    @property
    def rank(self) -> int:
        """The order in which a name is given a meaning (decision 16); all places are equal."""
        return min(self.value, 4)

    @property
    def region_kind(self) -> RegionKind:
        """The kind of region a row of this kind is."""
        return tuple(RegionKind)[self.rank]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a country, division, informal region or place."""

    row: int
    kind: Kind
    id: str
    name: str
    country: int
    admin1: int
    admin2: int
    latitude: float | None
    longitude: float | None
    population: int
    geonameid: int | None
    precision_km: int
    members: tuple[str, ...]


def micro(degrees: float) -> int:
    """Return degrees as the whole number that is stored."""
    return round(degrees * _MICRO)


def degrees(stored: int) -> float | None:
    """Return a stored coordinate in degrees, or None where none is known.

    >>> degrees(micro(18.44345)), degrees(NO_POINT)
    (18.44345, None)
    """
    return None if stored == NO_POINT else stored / _MICRO

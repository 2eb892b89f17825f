"""How far two points of the earth lie apart."""

from math import asin, cos, radians, sin, sqrt
from typing import Protocol

EARTH_KM = 6371.0088  # mean radius, IUGG 1980


class Located(Protocol):
    """A place or a region: WGS84 degrees, None where they are not known."""

    @property
    def latitude(self) -> float | None:
        """Degrees north."""

    @property
    def longitude(self) -> float | None:
        """Degrees east."""


def distance_km(one: Located, other: Located) -> float | None:
    """Return the great-circle distance by haversine; None where a coordinate is not known."""
    if one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    south, north = radians(one.latitude), radians(other.latitude)
    half_height = sin((north - south) / 2) ** 2
    half_width = sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half_height + cos(south) * cos(north) * half_width))

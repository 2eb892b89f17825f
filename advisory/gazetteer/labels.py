"""Where to put the name of a region when only its places are known.

The label point is the middle of the hull around a region's places: near the middle of its land,
where the mean of the places would sit in its largest city. Places are counted in half-degree
cells; cells that lie far off all others (an island in another ocean) are left out first.
"""

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

CELL_DEGREES: Final = 0.5
_FAR: Final = 4  # times the median distance from the middle
_NEAR: Final = 2.0  # cells: so near is never far
_TURN: Final = int(360 / CELL_DEGREES)

Cell = tuple[int, int]
Point = tuple[float, float]
_Pair = TypeVar("_Pair", Cell, Point)


def cell_of(latitude: float, longitude: float) -> Cell:
    """Return the half-degree cell a point lies in."""
    return int(latitude // CELL_DEGREES), int(longitude // CELL_DEGREES)


def label_point(cells: Iterable[Cell]) -> Point:
    """Return latitude and longitude of the middle of the hull around some cells.

    >>> label_point([(0, 0), (0, 10), (10, 0), (10, 10), (1, 1)])
    (2.75, 2.75)
    """
    near = without_far(_on_one_side(sorted(cells)), at_least=_NEAR)
    latitude, longitude = _middle_of_hull(_hull(near)) or _mean(near)
    east = (longitude + 0.5) * CELL_DEGREES
    return (latitude + 0.5) * CELL_DEGREES, (east + 180) % 360 - 180


def _on_one_side(cells: list[Cell]) -> list[Cell]:
    """Turn what lies over the date line to one side of it."""
    longitudes = [longitude for _, longitude in cells]
    if max(longitudes) - min(longitudes) <= _TURN / 2:
        return cells
    return [(lat, lon + _TURN if lon < 0 else lon) for lat, lon in cells]


def without_far(points: list[_Pair], at_least: float = 0.0) -> list[_Pair]:
    """Return the points without those that lie far off the others: an island in another ocean.

    Far is four times the median distance from the mean, in degrees of both ways together, and more
    than `at_least`.
    """
    latitude, longitude = _mean(points)
    apart = [abs(point[0] - latitude) + abs(point[1] - longitude) for point in points]
    far = max(_FAR * sorted(apart)[len(apart) // 2], at_least)
    return [point for point, distance in zip(points, apart, strict=True) if distance <= far]


def _mean(cells: Sequence[Point]) -> Point:
    return (
        sum(latitude for latitude, _ in cells) / len(cells),
        sum(longitude for _, longitude in cells) / len(cells),
    )


def _hull(cells: list[Cell]) -> list[Cell]:
    """Return the corners of the hull, by Andrew's monotone chain."""
    ordered = sorted(set(cells))
    return _chain(ordered)[:-1] + _chain(ordered[::-1])[:-1]


def _chain(cells: list[Cell]) -> list[Cell]:
    chain: list[Cell] = []
    for cell in cells:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], cell) <= 0:
            chain.pop()
        chain.append(cell)
    return chain


def _turn(a: Cell, b: Cell, c: Cell) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _middle_of_hull(corners: list[Cell]) -> Point | None:
    """Return the centre of area of a polygon, or None where it has no area."""
    area = latitude = longitude = 0.0
    for (a, b), (c, d) in zip(corners, corners[1:] + corners[:1], strict=True):
        part = a * d - c * b
        area += part
        latitude += (a + c) * part
        longitude += (b + d) * part
    return (latitude / (3 * area), longitude / (3 * area)) if area else None

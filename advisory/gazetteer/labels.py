"""Where to put the name of a region when only its places are known.

The label point is the middle of the hull around a region's places: near the middle of its land,
where the mean of the places would sit in its largest city. Places are counted in half-degree
cells; cells that lie far off all others (an island in another ocean) are left out first.
"""

from collections.abc import Iterable
from typing import Final

CELL_DEGREES: Final = 0.5
_FAR: Final = 4  # times the median distance from the middle
_TURN: Final = int(360 / CELL_DEGREES)

Cell = tuple[int, int]
Point = tuple[float, float]


def cell_of(latitude: float, longitude: float) -> Cell:
    """Return the half-degree cell a point lies in."""
    return int(latitude // CELL_DEGREES), int(longitude // CELL_DEGREES)


def label_point(cells: Iterable[Cell]) -> Point:
    """Return latitude and longitude of the middle of the hull around some cells.

    >>> label_point([(0, 0), (0, 10), (10, 0), (10, 10), (1, 1)])
    (2.75, 2.75)
    """
    near = _without_far(_on_one_side(sorted(cells)))
    latitude, longitude = _middle_of_hull(_hull(near)) or _mean(near)
    east = (longitude + 0.5) * CELL_DEGREES
    return (latitude + 0.5) * CELL_DEGREES, (east + 180) % 360 - 180


def _on_one_side(cells: list[Cell]) -> list[Cell]:
    """Turn what lies over the date line to one side of it."""
    longitudes = [longitude for _, longitude in cells]
    if max(longitudes) - min(longitudes) <= _TURN / 2:
        return cells
    return [(lat, lon + _TURN if lon < 0 else lon) for lat, lon in cells]


def _without_far(cells: list[Cell]) -> list[Cell]:
    latitude, longitude = _mean(cells)
    apart = {cell: abs(cell[0] - latitude) + abs(cell[1] - longitude) for cell in cells}
    median = sorted(apart.values())[len(cells) // 2]
    return [cell for cell in cells if apart[cell] <= max(_FAR * median, 2)]


def _mean(cells: list[Cell]) -> Point:
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

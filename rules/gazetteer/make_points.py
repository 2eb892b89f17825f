"""Write rules/gazetteer/points.csv: the middle of the land of each admin1, from Natural Earth.

    python rules/gazetteer/make_points.py ADMIN1.parquet > rules/gazetteer/points.csv

ADMIN1.parquet is Natural Earth's 10m admin1 (public domain) as the package `giso` ships it; shapely
and pyarrow are needed here alone. The middle is the centre of area in Lambert's equal-area
projection about the region itself, so that neither the date line nor the high north pulls at it.
Divisions are joined by their number in GeoNames, because codes of ISO 3166-2 are given out anew
(Iran, Morocco); where a number is missing, the code counts if the name fits as well. An outline in
which a place of a division without an outline lies is older than the division (Mali's of before
2016), and is left out.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet
import shapely

from advisory.gazetteer.folding import fold
from advisory.gazetteer.packages import Division, cities, divisions, places_in_divisions

COLUMNS = ("gn_id", "iso_3166_2", "name", "name_en", "name_alt", "geometry")
ROUNDS = 3  # of moving the middle of the projection to the centre found
Row = dict[str, Any]


def main() -> None:
    """Print code, latitude and longitude of every division that has an outline."""
    table = pyarrow.parquet.read_table(Path(sys.argv[1]), columns=list(COLUMNS))
    outlines: dict[str, list[shapely.Geometry]] = defaultdict(list)
    by_number, by_code = _known()
    for row in table.to_pylist():
        division = by_number.get(int(row["gn_id"] or 0)) or by_code.get(row["iso_3166_2"] or "")
        if division and (division.geonameid == row["gn_id"] or _is_called(division, row)):
            outlines[division.code].append(shapely.from_wkb(row["geometry"]))
    today = sorted(outlines.keys() - _older(outlines))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("iso_3166_2", "lat", "lon"))
    writer.writerows((code, *_rounded(middle(outlines[code]))) for code in today)


def _known() -> tuple[dict[int, Division], dict[str, Division]]:
    level1 = [d for d in divisions() if d.level == 1 and d.code]
    return {d.geonameid: d for d in level1 if d.geonameid}, {d.code: d for d in level1}


def _is_called(division: Division, row: Row) -> bool:
    ours = {fold(name) for name in (division.name, *division.names)}
    theirs = (row["name"], row["name_en"], *(row["name_alt"] or "").split("|"))
    return not ours.isdisjoint(fold(name) for name in theirs if name)


def _older(outlines: Mapping[str, Sequence[shapely.Geometry]]) -> set[str]:
    """Return the codes in whose outlines a place of a division without an outline lies."""
    codes = {division.row: division.code for division in divisions() if division.level == 1}
    lies_in = {
        number: next((codes[row] for row in rows if codes.get(row)), None)
        for number, rows in places_in_divisions().items()
    }
    without = [
        shapely.Point(city.longitude, city.latitude)
        for city in cities()
        if (code := lies_in.get(city.geonameid)) and code not in outlines
    ]
    owners = [code for code in sorted(outlines) for _ in outlines[code]]
    tree = shapely.STRtree([outline for code in sorted(outlines) for outline in outlines[code]])
    _, inside = tree.query(without, predicate="within")
    return {owners[at] for at in inside}


def middle(outlines: Sequence[shapely.Geometry]) -> tuple[float, float]:
    """Return latitude and longitude of the centre of area of some outlines."""
    polygons = [part for outline in outlines for part in _parts(outline)]
    largest = max(polygons, key=lambda polygon: polygon.area).centroid
    latitude, longitude = np.radians((largest.y, largest.x))
    for _ in range(ROUNDS):
        flat = [shapely.transform(p, _projection(latitude, longitude)) for p in polygons]
        areas = [polygon.area for polygon in flat]
        x = np.average([polygon.centroid.x for polygon in flat], weights=areas)
        y = np.average([polygon.centroid.y for polygon in flat], weights=areas)
        latitude, longitude = _unprojected(x, y, latitude, longitude)
    return np.degrees(latitude), (np.degrees(longitude) + 180) % 360 - 180


def _parts(outline: shapely.Geometry) -> Iterator[shapely.Polygon]:
    yield from getattr(outline, "geoms", (outline,))


def _projection(latitude: float, longitude: float) -> Any:  # noqa: ANN401 - a function of arrays
    def project(points: Any) -> Any:  # noqa: ANN401 - arrays
        east, north = np.radians(points[:, 0]) - longitude, np.radians(points[:, 1])
        cosine = np.sin(latitude) * np.sin(north)
        cosine = cosine + np.cos(latitude) * np.cos(north) * np.cos(east)
        scale = np.sqrt(2 / (1 + cosine))
        x = scale * np.cos(north) * np.sin(east)
        y = np.cos(latitude) * np.sin(north)
        y = scale * (y - np.sin(latitude) * np.cos(north) * np.cos(east))
        return np.column_stack([x, y])

    return project


def _unprojected(x: float, y: float, latitude: float, longitude: float) -> tuple[float, float]:
    away = np.hypot(x, y)
    if not away:
        return latitude, longitude
    angle = 2 * np.arcsin(away / 2)
    north = np.cos(angle) * np.sin(latitude)
    north = north + y * np.sin(angle) * np.cos(latitude) / away
    east = away * np.cos(latitude) * np.cos(angle)
    east = east - y * np.sin(latitude) * np.sin(angle)
    return np.arcsin(north), longitude + np.arctan2(x * np.sin(angle), east)


def _rounded(point: tuple[float, float]) -> tuple[str, str]:
    return f"{point[0]:.2f}", f"{point[1]:.2f}"


if __name__ == "__main__":
    main()

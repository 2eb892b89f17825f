"""gazetteer/points.csv: the middle of the land of a division, where its outline is known.

What is known from the places of a region alone is where people live: the north of Ontario and the
Sahara of Timbuktu would not count. The shipped file is derived from Natural Earth by
rules/gazetteer/make_points.py; a division that is not in it gets the middle of its places
(`gazetteer.labels`), and a row of places.csv is over both.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from advisory.errors import Problem, RejectedFile
from advisory.gazetteer.overlay import winning, wrong_point

FILE: Final = "gazetteer/points.csv"
COLUMNS: Final = ("iso_3166_2", "lat", "lon")

Point = tuple[float, float]


def read_points(folders: Sequence[Path]) -> Mapping[str, Point]:
    """Return ISO 3166-2 code -> latitude and longitude, from the last folder that has the file.

    A code that the packages do not know does no harm: a division may be older or newer than they.

    Raises:
        RejectedFile: With every bad row.
    """
    path = winning(folders, FILE)
    if path is None:
        return {}
    reader = csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True)
    if tuple(next(reader, ())) != COLUMNS:
        raise RejectedFile([Problem(str(path), 1, f"the columns must be {','.join(COLUMNS)}")])
    points: dict[str, Point] = {}
    problems: list[Problem] = []
    for row in reader:
        wrong = list(_wrong(row, points))
        problems.extend(Problem(str(path), reader.line_num, what) for what in wrong)
        if not wrong:
            points[row[0]] = float(row[1]), float(row[2])
    if problems:
        raise RejectedFile(problems)
    return points


def _wrong(row: Sequence[str], points: Mapping[str, Point]) -> Iterator[str]:
    if len(row) != len(COLUMNS):
        yield f"{len(row)} columns instead of {len(COLUMNS)}"
        return
    code, latitude, longitude = row
    if code in points:
        yield f'"{code}" is repeated'
    yield from wrong_point(latitude, longitude)

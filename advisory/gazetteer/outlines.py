"""The outline of a region, for maps: rings of points, from Natural Earth (public domain).

Outlines are for drawing alone: which region a place lies in is said by its codes, never by a point
in a polygon. The crosswalk says whose outline is which: a division's `own`, its `parts` made one,
what lies `around` it (the outline is of an older or larger division that holds several of today),
or `none`. Borders are those that Natural Earth draws; the outline of a country is made of the
outlines of its ISO codes. Both files are made by rules/outlines/make_outlines.py.
"""

import csv
import gzip
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from advisory.errors import Problem, RejectedFile
from advisory.resources import folder

FOLDER: Final = folder("rules") / "outlines"
STEP: Final = 0.01
"""Degrees in one step of the file: about a kilometre."""
KINDS: Final = ("own", "parts", "around", "none")
_COLUMNS: Final = ("iso_3166_2", "kind", "natural_earth")
_OLDER: Final = "the outline is older than the current division, or of a larger one around it"

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What the outlines of Natural Earth are to one division."""

    kind: str
    outlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The rings of a region as (longitude, latitude), outer ones and holes: fill by even-odd.

    `note` says where the outline is not exactly the region's; a map must print it.
    """

    region: str
    rings: tuple[Ring, ...]
    note: str | None = None


@dataclass(frozen=True)
class Crosswalk:
    """Which outlines each ISO 3166-2 code has."""

    matches: Mapping[str, Match]

    def units(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give each outline that is drawn: the id it has here, and its parts in Natural Earth."""
        for code, match in self.matches.items():
            if match.kind in {"own", "parts"}:
                yield code, match.outlines
        for one in sorted({m.outlines[0] for m in self.matches.values() if m.kind == "around"}):
            yield one, (one,)

    def unit_of(self, code: str) -> str | None:
        """Return the id of the outline of an ISO 3166-2 code, or None where there is none."""
        match = self.matches.get(code)
        if match is None or match.kind == "none":
            return None
        return match.outlines[0] if match.kind == "around" else code

    def country_of(self, outline: str) -> str | None:
        """Return the country whose codes have an outline of Natural Earth."""
        return self._countries.get(outline)

    @cached_property
    def _countries(self) -> dict[str, str]:
        # What a code has to itself is over what lies around one: a border that was drawn coarsely.
        ordered = sorted(self.matches.items(), key=lambda item: item[1].kind != "around")
        return {one: code[:2] for code, match in ordered for one in match.outlines}


class Outlines:
    """The outlines that the program ships, read when the first one is asked for."""

    def __init__(self, where: Path = FOLDER) -> None:
        self._where = where

    def of(self, region: str) -> Outline | None:
        """Return the outline of a country (alpha-2) or division (ISO 3166-2).

        None is what Natural Earth does not have. With a `note` it is not exactly this region's.

        >>> Outlines().of("ML-9").note
        'the outline is older than the current division, or of a larger one around it'
        """
        unit = self.crosswalk.unit_of(region) if "-" in region else region
        line = self._lines.get(unit or "")
        if line is None:
            return None
        return Outline(region, read_rings(line), None if unit == region else _OLDER)

    @cached_property
    def crosswalk(self) -> Crosswalk:
        """Which code has which outline."""
        return read_crosswalk(self._where)

    @cached_property
    def _lines(self) -> dict[str, str]:
        text = gzip.decompress((self._where / "outlines.txt.gz").read_bytes()).decode("ascii")
        pairs = (line.partition("\t") for line in text.splitlines())
        return {name: rings for name, _, rings in pairs}


def read_crosswalk(where: Path = FOLDER) -> Crosswalk:
    """Return crosswalk.csv of a folder.

    Raises:
        RejectedFile: With every bad row.
    """
    path = where / "crosswalk.csv"
    reader = csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True)
    if tuple(next(reader, ())) != _COLUMNS:
        raise RejectedFile([Problem(str(path), 1, f"the columns must be {','.join(_COLUMNS)}")])
    rows = [(reader.line_num, row) for row in reader]
    problems = [Problem(str(path), line, what) for line, row in rows for what in _wrong(row)]
    if problems:
        raise RejectedFile(problems)
    return Crosswalk({code: Match(kind, tuple(names.split())) for _, (code, kind, names) in rows})


def written_rings(rings: Sequence[Sequence[Sequence[int]]]) -> str:
    """Return rings of steps as text: the first point, then the way from each to the next.

    >>> written_rings([[(100, 200), (101, 200), (101, 199), (100, 200)]])
    '100 200 1 0 0 -1'
    """
    return ";".join(filter(None, map(_written, rings)))


def read_rings(text: str) -> tuple[Ring, ...]:
    """Return the rings of a text in degrees, each closed.

    >>> read_rings("100 200 1 0 0 -1")
    (((1.0, 2.0), (1.01, 2.0), (1.01, 1.99), (1.0, 2.0)),)
    """
    return tuple(map(_read, text.split(";")))


def _written(ring: Sequence[Sequence[int]]) -> str:
    """Write one ring, without points that the steps made one; the last is the first again."""
    steps: list[int] = []
    x = y = 0
    for step_x, step_y in ring[:-1]:
        if not steps or (step_x, step_y) != (x, y):
            steps += [int(step_x - x), int(step_y - y)]
            x, y = step_x, step_y
    return " ".join(map(str, steps)) if len(steps) >= 6 else ""  # noqa: PLR2004 - three points


def _read(text: str) -> Ring:
    numbers = [int(number) for number in text.split()]
    x = y = 0
    points = []
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + step_x, y + step_y
        points.append((round(x * STEP, 2), round(y * STEP, 2)))
    return (*points, points[0])


def _wrong(row: Sequence[str]) -> Iterator[str]:
    if len(row) != len(_COLUMNS):
        yield f"{len(row)} columns instead of {len(_COLUMNS)}"
    elif row[1] not in KINDS:
        yield f'the kind "{row[1]}" is not one of {", ".join(KINDS)}'
    elif {"own": 1, "around": 1, "none": 0}.get(row[1], len(row[2].split())) != len(row[2].split()):
        yield f"{row[0]} is {row[1]}, with {len(row[2].split())} outlines"

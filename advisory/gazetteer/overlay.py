"""places.csv: places that the packages lack, and better names and points for what they have.

Each row is one fact of ours: name, aliases (separated by `;`), country, ISO 3166-2, latitude,
longitude, kind, precision in km, and the public map or document that shows the same. A row of
kind `country` or `admin1` adds names, or a label point, to what the packages know under that code;
one of kind `names` adds spellings to the place that they have under its name around its point; any
other row is a place of its own. Bad rows are refused all together, with line and reason.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from advisory.errors import Problem, RejectedFile
from advisory.gazetteer.folding import fold

FILE: Final = "places.csv"
COLUMNS: Final = (
    "name", "aliases", "country", "iso_3166_2", "lat", "lon", "kind", "precision_km", "source",
)  # fmt: skip
KINDS: Final = ("place", "site", "names", "admin1", "country")
_COARSEST_KM: Final = 1000


@dataclass(frozen=True, slots=True)
class OverlayPlace:
    """One checked row; coordinates are None where a row only adds names."""

    name: str
    aliases: tuple[str, ...]
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    kind: str
    precision_km: int
    source: str
    line: int

    @property
    def id(self) -> str:
        """The region id, `overlay:slug`; the country keeps homonyms apart."""
        return f"overlay:{self.country.lower()}-{fold(self.name).replace(' ', '-')}"

    @property
    def mends(self) -> str | None:
        """The code of the country or admin1 this row adds to, or None for a place."""
        return {"country": self.country, "admin1": self.admin1}.get(self.kind)

    @property
    def adds_names(self) -> bool:
        """Whether this row gives spellings to a place that the packages have."""
        return self.kind == "names"


def read_overlay(folders: Sequence[Path]) -> tuple[OverlayPlace, ...]:
    """Return the rows of the last folder that has a places.csv; a user's file is over ours.

    Raises:
        RejectedFile: With every bad row.
    """
    path = winning(folders, FILE)
    if path is None:
        return ()
    reader = csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True)
    problems: list[Problem] = []
    rows: list[OverlayPlace] = []
    if tuple(next(reader, ())) != COLUMNS:
        raise RejectedFile([Problem(str(path), 1, f"the columns must be {','.join(COLUMNS)}")])
    for row in reader:
        wrong = list(_wrong(row))
        problems.extend(Problem(str(path), reader.line_num, what) for what in wrong)
        if not wrong:
            rows.append(_place(row, reader.line_num))
    problems.extend(_repeated(path, rows))
    if problems:
        raise RejectedFile(problems)
    return tuple(rows)


def winning(folders: Sequence[Path], name: str) -> Path | None:
    """Return the file of that name in the last folder that has it."""
    found = [folder / name for folder in folders if (folder / name).is_file()]
    return found[-1] if found else None


def _place(row: Sequence[str], line: int) -> OverlayPlace:
    name, aliases, country, admin1, latitude, longitude, kind, precision, source = row
    return OverlayPlace(
        name,
        tuple(alias.strip() for alias in aliases.split(";") if alias.strip()),
        country,
        admin1,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        kind,
        int(precision or 0),
        source,
        line,
    )


def _wrong(row: Sequence[str]) -> Iterator[str]:
    if len(row) != len(COLUMNS):
        yield f"{len(row)} columns instead of {len(COLUMNS)}"
        return
    name, _, country, admin1, latitude, longitude, kind, precision, source = row
    if not fold(name).isascii() or not fold(name):
        yield f'the name "{name}" has no Latin letters'
    if not (len(country) == 2 and country.isalpha() and country.isupper()):  # noqa: PLR2004 - alpha-2
        yield f'"{country}" is not an ISO 3166-1 code of two capitals'
    if not admin1.startswith(f"{country}-") and (admin1 or kind == "admin1"):
        yield f'"{admin1}" is not an ISO 3166-2 code of {country}'
    if kind not in KINDS:
        yield f'the kind "{kind}" is not one of {", ".join(KINDS)}'
    if not source:
        yield "a source is missing: name the public map or document that shows it"
    is_place = kind in {"place", "site", "names"}
    yield from wrong_point(latitude, longitude) if latitude or longitude or is_place else ()
    yield from _wrong_precision(precision) if is_place else ()


def wrong_point(latitude: str, longitude: str) -> Iterator[str]:
    """Say what is wrong with coordinates in degrees as they are written; nothing if all is well."""
    for what, text, limit in (("lat", latitude, 90.0), ("lon", longitude, 180.0)):
        if not _is_number(text) or abs(float(text)) > limit:
            yield f'{what} "{text}" is not a number from -{limit:.0f} to {limit:.0f}'


def _wrong_precision(precision: str) -> Iterator[str]:
    if not (precision.isdecimal() and 0 < int(precision) <= _COARSEST_KM):
        yield f'precision_km "{precision}" is not a whole number from 1 to {_COARSEST_KM}'


def _is_number(text: str) -> bool:
    whole, _, decimals = text.removeprefix("-").partition(".")
    return whole.isdecimal() and (decimals.isdecimal() or not decimals)


def _repeated(path: Path, rows: Sequence[OverlayPlace]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        key = (row.id, row.mends or "")
        if key in seen:
            yield Problem(str(path), row.line, f'"{row.name}" in {row.country} is repeated')
        seen.add(key)

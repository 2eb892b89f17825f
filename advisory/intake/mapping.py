"""Which column of a table says what: ACLED, UCDP GED, our own, or a user's mapping file.

A table `events.csv` is read by the mapping beside it, `events.mapping.yaml`, else by the shipped
mapping whose columns its header has. A mapping names, for each field of a coded event, the column
that gives it; what it does not name is not read. A table in the manner of GDELT, say:

    dataset: gdelt              # the source of its rows: an id of sources.yaml, kind dataset
    columns:
      id: GLOBALEVENTID
      date: SQLDATE
      type: [EventRootCode]     # several columns are joined by ": "
      place: ActionGeo_FullName
      country: ActionGeo_CountryCode
      latitude: ActionGeo_Lat
      longitude: ActionGeo_Long
      place_precision: ActionGeo_Type
      actors: [Actor1Name, Actor2Name]
      sources: SOURCEURL
    types: {"14": protest, "18": armed_attack, "19": armed_clash}
    countries: {ML: Mali, NG: Niger}
    places: {"1": country, "4": place}

`types` turns the table's words into a type of types.yaml; words that ACLED uses are known.
`revision` names the column whose later value supersedes an earlier row of the same event; it may
stand below all else too, for the version of the whole file. `places` says how exactly a place is
known (site, place, district, admin1, country), `days` over how many days a date may lie. With
`zero_is_unknown` a toll of 0 is no figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from advisory.errors import RejectedReport, did_you_mean, nearest
from advisory.model.vocabulary import Precision
from advisory.rulebook.reader import read_file
from advisory.rulebook.shape import built

SHIPPED = Path(__file__).with_name("tables")
_NEEDED = ("id", "date", "type")


@dataclass(frozen=True, slots=True)
class Columns:
    """Field of a coded event -> the column, or columns, of the table that give it."""

    id: str
    date: str
    type: tuple[str, ...]
    date_last: str | None = None
    date_precision: str | None = None
    place: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    country: str | None = None
    latitude: str | None = None
    longitude: str | None = None
    place_precision: str | None = None
    killed: str | None = None
    killed_low: str | None = None
    killed_high: str | None = None
    killed_civilians: str | None = None
    killed_a: str | None = None
    killed_b: str | None = None
    killed_unknown: str | None = None
    injured: str | None = None
    actors: tuple[str, ...] = ()
    sources: str | None = None
    notes: str | None = None
    revision: str | None = None


@dataclass(frozen=True, slots=True)
class TableMapping:
    """The shape of a mapping file."""

    dataset: str
    columns: Columns
    types: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    zero_is_unknown: bool = False
    revision: str | None = None

    def __post_init__(self) -> None:
        """Refuse a precision that there is not."""
        allowed = [precision.name.casefold() for precision in Precision]
        for name in self.places.values():
            if name not in allowed:
                raise ValueError(f'"{name}" is no precision; allowed: {", ".join(allowed)}')


@dataclass(frozen=True, slots=True)
class Layout:
    """A mapping laid over the header of one table: each field with the numbers of its columns.

    `single` are the fields of one column, `several` those of more.
    """

    mapping: TableMapping
    width: int
    single: tuple[tuple[str, int], ...]
    several: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def id_column(self) -> int:
        """The number of the column that tells events apart."""
        return dict(self.single)["id"]

    @property
    def revision_column(self) -> int | None:
        """The number of the column that tells the tellings of one event apart, if there is one."""
        return dict(self.single).get("revision")


def layout_of(path: Path, header: Sequence[str]) -> Layout:
    """Return how the table at this path is read.

    Raises:
        RejectedFile: If the mapping beside it is wrong; with all its problems.
        RejectedReport: If there is none and no shipped one fits, or it names a column in vain.
    """
    names = [name.strip() for name in header]
    own = path.with_name(f"{path.stem}.mapping.yaml")
    if own.is_file():
        return _laid(_checked(read_mapping(own), own, names), names)
    for shipped in sorted(SHIPPED.glob("*.yaml")):
        mapping = read_mapping(shipped)
        if all(column in names for name in _NEEDED for column in _columns(mapping, name)):
            return _laid(mapping, names)
    raise RejectedReport(
        f"Its columns are those of no table we know (ACLED, UCDP GED): {', '.join(names)[:200]}. "
        f"Write {own.name} beside it; rules/README.md shows one."
    )


def read_mapping(path: Path) -> TableMapping:
    """Return the mapping of a file.

    Raises:
        RejectedFile: With all its problems.
    """
    return built(TableMapping, read_file(path))


def _columns(mapping: TableMapping, name: str) -> tuple[str, ...]:
    given = getattr(mapping.columns, name)
    return given if isinstance(given, tuple) else (given,) if given else ()


def _checked(mapping: TableMapping, path: Path, names: Sequence[str]) -> TableMapping:
    """Refuse a mapping of the user's own that names columns which are not there."""
    wanted = [column for part in fields(Columns) for column in _columns(mapping, part.name)]
    missing = [f'"{c}"{did_you_mean(nearest(c, names))}' for c in wanted if c not in names]
    if missing:
        raise RejectedReport(f"{path.name} names columns that it has not: {'; '.join(missing)}")
    return mapping


def _laid(mapping: TableMapping, names: Sequence[str]) -> Layout:
    where = {name: number for number, name in reversed(tuple(enumerate(names)))}
    numbers = {
        part.name: tuple(where[c] for c in _columns(mapping, part.name) if c in where)
        for part in fields(Columns)
    }
    single = tuple((name, found[0]) for name, found in numbers.items() if len(found) == 1)
    several = tuple((name, found) for name, found in numbers.items() if len(found) > 1)
    return Layout(mapping, len(names), single, several)

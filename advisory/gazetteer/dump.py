"""The rows of a GeoNames dump (ML.txt, allCountries.txt), one by one: kept, left out or refused.

A dump has a row a line and 19 columns between tabs. Kept are divisions (A), populated places (P),
airfields, military sites, camps (S.AIRP, S.MIL*, S.CMP*) and islands (T.ISL*); streams, hills and
divisions that no longer exist are left out. A row is refused, with every reason, where it cannot
be what it says. Nothing is held but the row at hand, so a dump may be of any size.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from advisory.gazetteer.folding import fold
from advisory.gazetteer.naming import is_a_name
from advisory.gazetteer.overlay import wrong_point

COLUMNS: Final = 19
_KEPT: Final = ("A.", "P.", "S.AIRP", "S.MIL", "S.CMP", "T.ISL")
_FORMER: Final = "H"  # ADM1H, PPLH: what no longer exists
_DATE: Final = "2023-11-07"
_LARGEST_ID: Final = 2**32 - 1


@dataclass(frozen=True, slots=True)
class DumpPlace:
    """One kept row; `names` are its other names in Latin letters, the codes those of GeoNames."""

    geonameid: int
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a row cannot be believed: all reasons."""

    reasons: tuple[str, ...]


def read_dump(lines: Iterable[bytes]) -> Iterator[DumpPlace | Refused | None]:
    r"""Give for each line what it holds: a place, the reasons against it, or None: left out.

    >>> list(read_dump([b"2460596\tBamako\n"]))
    [Refused(reasons=('2 columns instead of 19',))]
    """
    return map(_read, lines)


def _read(line: bytes) -> DumpPlace | Refused | None:
    try:
        row = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        return Refused(("it is not UTF-8",))
    if len(row) != COLUMNS:
        return Refused((_miscounted(line, row),))
    feature = f"{row[6]}.{row[7]}"
    if not feature.startswith(_KEPT) or feature.endswith(_FORMER) or not row[8]:
        return None
    reasons = tuple(_wrong(line, row))
    return Refused(reasons) if reasons else _place(row, feature)


def _miscounted(line: bytes, row: list[str]) -> str:
    if len(row) < COLUMNS and not line.endswith(b"\n"):
        return f"the file ends inside this row, in column {len(row)} of {COLUMNS}"
    return f"{len(row)} columns instead of {COLUMNS}"


def _wrong(line: bytes, row: list[str]) -> Iterator[str]:
    if not _is_whole(row[0]) or not 0 < int(row[0]) <= _LARGEST_ID:
        yield f'geonameid "{row[0]}" is not a whole number from 1 to {_LARGEST_ID}'
    if not fold(row[1]):
        yield f'the name "{row[1]}" has no letters'
    yield from wrong_point(row[4], row[5])
    if _number(row[4]) == _number(row[5]) == 0.0:
        yield "the point 0, 0 lies in the sea: the place has none"
    if not (len(row[8]) == 2 and row[8].isascii() and row[8].isupper()):  # noqa: PLR2004 - alpha-2
        yield f'"{row[8]}" is not an ISO 3166-1 code of two capitals'
    if row[14] and not (_is_whole(row[14]) and int(row[14]) <= _LARGEST_ID):
        yield f'population "{row[14]}" is not a whole number'
    if not line.endswith(b"\n") and len(row[18]) < len(_DATE):
        yield "the file ends inside this row, in its last column"


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _place(row: list[str], feature: str) -> DumpPlace:
    names = (row[2], *filter(is_a_name, row[3].split(",")))
    return DumpPlace(
        geonameid=int(row[0]),
        name=row[1],
        names=tuple(dict.fromkeys(n for n in names if n != row[1] and fold(n).isascii())),
        latitude=float(row[4]),
        longitude=float(row[5]),
        feature=feature,
        country=row[8],
        admin1=row[10],
        admin2=row[11],
        population=int(row[14] or 0),
    )

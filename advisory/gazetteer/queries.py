"""A query of a person becomes one region, by decision 16.

Exact code > country > admin1 > informal region > admin2 > place, and ambiguous only within the
winning rank. Within a rank a main name beats an alternate one. Places that share a name are
ambiguous unless exactly one is a capital or a seat, or one has ten times the people of every
other. "Kidal, Mali" and "Kidal Region" narrow the choice; "northern Mali" is worked out (see
`gazetteer.compass`).
"""

from collections.abc import Sequence
from typing import Final

from advisory.errors import AmbiguousName, UnknownName
from advisory.gazetteer.compass import compass_region
from advisory.gazetteer.folding import fold
from advisory.gazetteer.index import Index
from advisory.gazetteer.records import Entry, Kind
from advisory.gazetteer.regions import lies_in, region_of, shown
from advisory.model.assessment import Region

DIVISION_ENDINGS: Final = frozenset(
    (
        "region", "province", "state", "governorate", "oblast", "county", "district", "department",
        "prefecture", "territory", "cercle", "division", "municipality", "wilaya", "raion",
    )
)  # fmt: skip
PLACE_ENDINGS: Final = frozenset(("town", "city", "village", "camp"))
_MUCH_LARGER: Final = 10
_ADMIN: Final = (Kind.ADMIN1, Kind.ADMIN2)


def find_region(index: Index, query: str) -> Region:
    """Return the region a person means.

    Raises:
        UnknownName: If nothing has that name; the nearest names are in the message.
        AmbiguousName: If several regions of the winning rank have it; all are listed.
    """
    if ":" in query:
        return find_by_id(index, query.strip())
    if (coded := _by_code(index, query.strip())) is not None:
        return region_of(index, coded)
    entries = _named(index, fold(query)) or _inside(index, query)
    if entries:
        return region_of(index, _winner(index, query, entries))
    if region := compass_region(index, fold(query)):
        return region
    if (coded := _by_code(index, query.strip().upper())) is not None:
        return region_of(index, coded)
    raise UnknownName("region", query, _near(index, fold(query)))


def find_by_id(index: Index, region_id: str) -> Region:
    """Return the region with this id.

    Raises:
        UnknownName: If there is none.
    """
    if (row := index.row_of_id(region_id)) is not None:
        return region_of(index, index.entry(row))
    if region := compass_region(index, region_id.removeprefix("informal:").replace("-", " ")):
        return region
    raise UnknownName("region id", region_id, ())


def _by_code(index: Index, code: str) -> Entry | None:
    row = index.row_of_code(code) if code.isupper() else index.row_of_id(code)
    return None if row is None else index.entry(row)


def _named(index: Index, folded: str) -> list[Entry]:
    """Return the best-ranked entries of a name; main names alone where there are any."""
    postings = index.meant_by(folded)
    if not postings:
        return _with_ending(index, folded)
    entries = [(index.entry(posting >> 1), posting & 1) for posting in postings]
    winning = entries[0][0].kind.rank
    ranked = [(entry, alternate) for entry, alternate in entries if entry.kind.rank == winning]
    return [entry for entry, alternate in ranked if not alternate] or [e for e, _ in ranked]


def _with_ending(index: Index, folded: str) -> list[Entry]:
    """Read "kidal region" as the division, "kidal town" as the place, of that name."""
    name, _, ending = folded.rpartition(" ")
    if ending in DIVISION_ENDINGS:
        kinds: Sequence[Kind] = _ADMIN
    elif ending in PLACE_ENDINGS:
        kinds = (Kind.CAPITAL, Kind.SEAT, Kind.PLACE, Kind.SITE)
    else:
        return []
    found = [entry for entry in map(index.entry, index.rows(name)) if entry.kind in kinds]
    return [entry for entry in found if entry.kind.rank == found[0].kind.rank]


def _inside(index: Index, query: str) -> list[Entry]:
    """Read "X, Y" as the X that lies in Y."""
    inner, _, outer = query.rpartition(",")
    if not inner.strip() or not outer.strip():
        return []
    around = _by_code(index, outer.strip()) or next(iter(_named(index, fold(outer))), None)
    rows = index.rows(fold(inner)) or [entry.row for entry in _named(index, fold(inner))]
    found = [entry for entry in map(index.entry, rows) if around and lies_in(entry, around)]
    return [entry for entry in found if entry.kind.rank == found[0].kind.rank]


def _winner(index: Index, query: str, entries: Sequence[Entry]) -> Entry:
    if len(entries) == 1:
        return entries[0]
    seats = [entry for entry in entries if entry.kind in {Kind.CAPITAL, Kind.SEAT}]
    if len(seats) == 1:
        return seats[0]
    first, second = sorted(entries, key=lambda entry: -entry.population)[:2]
    if first.kind.rank == Kind.SITE.rank and _is_much_larger(first, second):
        return first
    raise AmbiguousName("region", query, [shown(index, entry) for entry in entries])


def _is_much_larger(first: Entry, second: Entry) -> bool:
    return first.population > 0 and first.population >= _MUCH_LARGER * second.population


def _near(index: Index, folded: str) -> list[str]:
    """Return names that begin alike, as candidates for "did you mean"."""
    rows = {posting >> 1 for posting in index.beginning_with(folded[:2])}
    return sorted({index.entry(row).name for row in rows})

"""Northern Mali, eastern DRC: a compass word and a country become a list of its admin1.

The rule: order the country's admin1 by the latitude (or longitude) of their label points; the
northern ones are the first third, rounded up, and so for the other three. A direction between two
(north-eastern) is what lies in both halves that it names. Central is what is left between the
thirds, north to south. Thirds are counted in units, not in degrees: where one desert region takes
half the map, degrees would call it alone the north.
"""

from collections.abc import Sequence
from typing import Final

from advisory.gazetteer.folding import fold
from advisory.gazetteer.index import Index
from advisory.gazetteer.records import Entry, Kind
from advisory.model.assessment import Region, RegionKind
from advisory.model.value import Place
from advisory.model.vocabulary import Precision

_FOUR: Final = ("north", "south", "east", "west")
_BETWEEN: Final = tuple(f"{a}{b}" for a in ("north", "south") for b in ("east", "west"))
DIRECTIONS: Final = {
    spelling: direction
    for direction in (*_FOUR, *_BETWEEN, "central")
    for spelling in (direction, f"{direction}ern")
} | {
    f"{d[:5]} {d[5:]}{ending}": d for d in _BETWEEN for ending in ("", "ern")
}  # fmt: skip


def compass_region(index: Index, folded: str) -> Region | None:
    """Return the informal region that "northern mali" means, or None if it is nothing of the kind.

    The id is `informal:northern-ml`; `members` are ISO 3166-2 codes.
    """
    for spelling, direction in DIRECTIONS.items():
        rest = folded.removeprefix(f"{spelling} ")
        if rest != folded and (country := _country(index, rest)):
            return _region(index, direction, country)
    return None


def direction_before(words: Sequence[str]) -> str | None:
    """Return the direction that the words before a country's name give it, if they do.

    >>> direction_before(["in", "northern"]), direction_before(["north", "eastern"])
    ('north', 'northeast')
    """
    last = words[-1] if words else ""
    return DIRECTIONS.get(" ".join(words[-2:])) or DIRECTIONS.get(last)


def compass_place(index: Index, direction: str, country: Entry) -> Place:
    """Return "northern Mali" as a place: somewhere in the country, in no one of its admin1.

    The point is the country's, known to a thousand kilometres: a point in the north would be made
    up. Only where the direction means a single admin1 is it known better.
    """
    units = units_towards(index, country, direction)
    only = units[0] if len(units) == 1 else None
    pointed = only or country
    return Place(
        name=_region(index, direction, country).name,
        country=country.id,
        country_name=country.name,
        admin1=only.id if only else None,
        admin1_name=only.name if only else None,
        latitude=pointed.latitude,
        longitude=pointed.longitude,
        precision=Precision.ADMIN1 if only else Precision.COUNTRY,
        kind="compass",
        regions=(country.id, only.id) if only else (country.id,),
    )


def units_towards(index: Index, country: Entry, direction: str) -> tuple[Entry, ...]:
    """Return the admin1 of a country that lie in that direction, in the order of their ids."""
    units = [unit for unit in index.admin1_of(country.row) if unit.latitude is not None]
    third, half = -(-len(units) // 3), -(-len(units) // 2)
    if direction == "central":
        chosen = _ordered(units, "north")[third : len(units) - third]
    elif direction in _FOUR:
        chosen = _ordered(units, direction)[:third]
    else:
        first, second = (_ordered(units, d)[:half] for d in (direction[:5], direction[5:]))
        chosen = [unit for unit in first if unit in second]
    return tuple(sorted(chosen, key=lambda unit: unit.id))


def _ordered(units: Sequence[Entry], direction: str) -> list[Entry]:
    sign = -1 if direction in {"north", "east"} else 1
    upright = direction in {"north", "south"}
    point = {u.row: (u.latitude if upright else u.longitude) or 0.0 for u in units}
    return sorted(units, key=lambda unit: (sign * point[unit.row], unit.id))


def _country(index: Index, folded: str) -> Entry | None:
    rows = index.rows(folded) or index.rows(f"the {folded}")
    coded = index.row_of_code(folded.upper()) if len(folded) == 2 else None  # noqa: PLR2004 - alpha-2
    row = rows[0] if rows else coded
    entry = None if row is None else index.entry(row)
    return entry if entry and entry.kind is Kind.COUNTRY else None


def _region(index: Index, direction: str, country: Entry) -> Region:
    word = direction if direction == "central" else f"{direction}ern"
    slug = f"informal:{word}-{fold(country.id)}"
    return Region(
        id=slug,
        name=f"{word} {country.name}",
        kind=RegionKind.INFORMAL,
        country=country.id,
        country_name=country.name,
        path=(country.id, slug),
        members=tuple(unit.id for unit in units_towards(index, country, direction)),
    )

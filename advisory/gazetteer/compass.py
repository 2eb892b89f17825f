"""Northern Mali, eastern DRC: a compass word and a country become a list of its admin1.

The rule: the northern admin1 of a country are those whose label point lies in the northern third
of its extent in degrees, and so for the other three. A direction between two (north-eastern) is
what lies in both halves that it names. Central is the middle third, both ways. The extent is that
of the label points; units far off all others (the Canary Islands) do not stretch it. A direction
in which nothing lies means the one unit that lies furthest that way. Where usage is settled and
differs (northern Mali, the zones of Nigeria), regions.yaml lists the members under the slug of the
direction, `northern-ml`, and is over the rule.
"""

from collections.abc import Callable, Sequence
from typing import Final

from advisory.gazetteer.folding import fold
from advisory.gazetteer.index import Index
from advisory.gazetteer.labels import without_far
from advisory.gazetteer.records import Entry, Kind
from advisory.model.assessment import Region, RegionKind
from advisory.model.value import Place
from advisory.model.vocabulary import Precision

_FOUR: Final = ("north", "south", "east", "west")
_THIRD, _HALF, _MIDDLE = 1 / 3, 1 / 2, 1 / 3
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


def is_direction(slug: str) -> bool:
    """Whether a slug of regions.yaml lists the members of a direction.

    >>> is_direction("northern-ml"), is_direction("liptako-gourma")
    (True, False)
    """
    word, _, code = slug.rpartition("-")
    return word in DIRECTIONS and len(code) == 2  # noqa: PLR2004 - alpha-2


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
    listed = index.row_of_code(f"direction:{_slug(direction, country)}")
    if listed is not None:
        chosen = [unit for unit in units if unit.id in index.entry(listed).members]
    else:
        chosen = _by_degrees(units, direction) if units else []
    return tuple(sorted(chosen, key=lambda unit: unit.id))


def _by_degrees(units: Sequence[Entry], direction: str) -> list[Entry]:
    """Return the units that lie that way by their label points, at least one."""
    near = without_far([_point(unit) for unit in units])
    if direction == "central":
        off = [max(abs(_share(near, d)(unit) - 0.5) for d in ("north", "east")) for unit in units]
        chosen = [unit for unit, away in zip(units, off, strict=True) if away <= _MIDDLE / 2]
        return chosen or [units[off.index(min(off))]]
    sides = [direction] if direction in _FOUR else [direction[:5], direction[5:]]
    least = 1 - (_THIRD if direction in _FOUR else _HALF)
    shares = [min(_share(near, side)(unit) for side in sides) for unit in units]
    chosen = [unit for unit, share in zip(units, shares, strict=True) if share >= least]
    return chosen or [units[shares.index(max(shares))]]


def _share(near: Sequence[tuple[float, float]], side: str) -> Callable[[Entry], float]:
    """Return how far a unit lies that way: 0 at the one end of the extent, 1 at the other."""
    axis = 0 if side in {"north", "south"} else 1
    low, high = min(point[axis] for point in near), max(point[axis] for point in near)
    span = (high - low) or 1.0

    def share(unit: Entry) -> float:
        towards = (_point(unit)[axis] - low) / span
        return towards if side in {"north", "east"} else 1 - towards

    return share


def _point(unit: Entry) -> tuple[float, float]:
    return unit.latitude or 0.0, unit.longitude or 0.0


def _slug(direction: str, country: Entry) -> str:
    return f"{_word(direction)}-{fold(country.id)}"


def _word(direction: str) -> str:
    return direction if direction == "central" else f"{direction}ern"


def _country(index: Index, folded: str) -> Entry | None:
    rows = index.rows(folded) or index.rows(f"the {folded}")
    coded = index.row_of_code(folded.upper()) if len(folded) == 2 else None  # noqa: PLR2004 - alpha-2
    row = rows[0] if rows else coded
    entry = None if row is None else index.entry(row)
    return entry if entry and entry.kind is Kind.COUNTRY else None


def _region(index: Index, direction: str, country: Entry) -> Region:
    slug = f"informal:{_slug(direction, country)}"
    return Region(
        id=slug,
        name=f"{_word(direction)} {country.name}",
        kind=RegionKind.INFORMAL,
        country=country.id,
        country_name=country.name,
        path=(country.id, slug),
        members=tuple(unit.id for unit in units_towards(index, country, direction)),
    )

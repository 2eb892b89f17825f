"""A row of the index as a `Region`, or as the `Place` of an incident.

Regions form a tree: country, admin1, admin2, place. The path of a region names all that contain
it, country first, itself last. An informal region has members instead.
"""

from typing import Final

from advisory.gazetteer.index import Index
from advisory.gazetteer.records import NO_ROW, Entry, Kind
from advisory.model.assessment import Region
from advisory.model.value import Place
from advisory.model.vocabulary import Precision

_PRECISIONS: Final = {
    Kind.COUNTRY: Precision.COUNTRY,
    Kind.ADMIN1: Precision.ADMIN1,
    Kind.INFORMAL: Precision.COUNTRY,
    Kind.ADMIN2: Precision.DISTRICT,
    Kind.SITE: Precision.SITE,
}


def region_of(index: Index, entry: Entry) -> Region:
    """Return the region that a row is."""
    country = _parent(index, entry.country)
    return Region(
        id=entry.id,
        name=entry.name,
        kind=entry.kind.region_kind,
        country=country.id if country else None,
        country_name=country.name if country else None,
        path=path_of(index, entry),
        members=entry.members,
        latitude=entry.latitude,
        longitude=entry.longitude,
    )


def place_of(index: Index, entry: Entry) -> Place:
    """Return the place that a row is, under its own name."""
    country, admin1 = _parent(index, entry.country), _parent(index, entry.admin1)
    return Place(
        name=entry.name,
        country=country.id if country else None,
        country_name=country.name if country else None,
        admin1=admin1.id if admin1 else None,
        admin1_name=admin1.name if admin1 else None,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=_precision(entry),
        kind=entry.kind.name.lower(),
        geonameid=entry.geonameid,
        regions=path_of(index, entry),
    )


def place_of_region(region: Region) -> Place:
    """Return an informal region as a place: known to its country alone, if it has one."""
    return Place(
        name=region.name,
        country=region.country,
        country_name=region.country_name,
        precision=Precision.COUNTRY,
        kind="compass",
        regions=(region.country,) if region.country else (),
    )


def path_of(index: Index, entry: Entry) -> tuple[str, ...]:
    """Return the ids of all regions an entry lies in, country first, itself last."""
    above = (_parent(index, row) for row in (entry.country, entry.admin1, entry.admin2))
    return tuple(dict.fromkeys([*(parent.id for parent in above if parent), entry.id]))


def lies_in(entry: Entry, around: Entry) -> bool:
    """Whether an entry lies in another one, or is it."""
    return around.row in {entry.country, entry.admin1, entry.admin2, entry.row}


def shown(index: Index, entry: Entry) -> str:
    """Return "Name, Admin1, Country (id)", as a choice is printed."""
    above = [_parent(index, row) for row in (entry.admin1, entry.country)]
    names = [entry.name, *(parent.name for parent in above if parent and parent is not entry)]
    return f"{', '.join(dict.fromkeys(names))} ({entry.id})"


def _parent(index: Index, row: int) -> Entry | None:
    return None if row == NO_ROW else index.entry(row)


def _precision(entry: Entry) -> Precision:
    """Return how exactly the point is known; our own points say so themselves."""
    if entry.precision_km:
        return next((p for p in Precision if p >= entry.precision_km), Precision.COUNTRY)
    return _PRECISIONS.get(entry.kind, Precision.PLACE)

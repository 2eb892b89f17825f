"""Which of two places told of one incident says more finely where it was."""

from advisory.extraction.places.place_found import (
    QUARTER,
    UNLOCATED,
    PlaceFound,
    coarseness,
    in_town,
    is_town,
    unlocated,
)
from advisory.model.value import Place

ROUGH = frozenset({"admin1", "admin2", "compass", "informal"})
"""The kinds of places inside which a town may be told."""
_COUNTRY = "country"
_AROUND = ROUGH | {_COUNTRY}


def finer(known: PlaceFound | None, new: PlaceFound | None) -> PlaceFound | None:
    """Return the place known, unless the other, not abroad, says it more finely."""
    if known is None or new is None:
        return known or new
    is_told = new.is_led or not known.is_led
    is_abroad = len({known.place.country, new.place.country} - {None}) > 1
    is_here = known.is_led and not known.is_demonym  # "in Mali": no palace of a name is abroad
    is_told = is_told and not (is_abroad and (is_here or known.place.kind != _COUNTRY))
    is_finer = is_told and coarseness(new) < coarseness(known)
    better, town = (new, known) if is_finer else (known, new)
    if better.place.kind == UNLOCATED and not better.place.is_located and _is_region(town):
        return better._replace(place=unlocated(better.place.name, town.place, is_site=False))
    if better.rule != QUARTER or better.place.is_located or not is_town(town):
        return better
    return better._replace(place=in_town(better.place.name, town.place))


def inside(known: PlaceFound | None, below: PlaceFound | None) -> PlaceFound | None:
    """Return the place below a headline where it lies in what the headline names."""
    if known is None or below is None or below.is_demonym:
        return known
    if below.place.name == known.place.name:
        return known
    return below if lies_in(below.place, known.place) else known


def lies_in(place: Place, region: Place) -> bool:
    """Whether a place lies in a region, or in the one that has given a town its name."""
    is_named = place.country == region.country and region.name == place.admin1_name
    return is_named or bool(region.regions and region.regions[-1] in place.regions)


def _is_region(found: PlaceFound) -> bool:
    """Whether a place is a country or one of its regions that a report says it was in."""
    is_told = found.is_led and found.place.is_located and not found.is_demonym
    return is_told and found.place.kind in _AROUND

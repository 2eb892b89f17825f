"""How the places of two accounts lie to each other, and what that is worth.

A rough place takes in what lies within its roughness. Two located places are one where the
gazetteer gives them one row. A name nobody could place is one with a name that is called alike,
for the reports' own words are all there is to go by: "Kostiantynivka", placed in one report by the
region named beside it, is the Kostiantynivka of another that names none. Two rows of one name in
one region may be one town too, but two towns of one name in two regions are two.
"""

from enum import StrEnum

from advisory.model.distance import distance_km
from advisory.model.value import Place
from advisory.model.vocabulary import Precision

NEAR_KM = 25
_PLACE_POINTS = {
    Precision.SITE: 30,
    Precision.PLACE: 30,
    Precision.AROUND: 27,
    Precision.DISTRICT: 24,
    Precision.ADMIN1: 18,
    Precision.COUNTRY: 9,
}
_UNLOCATED_POINTS = 24
_INSIDE_POINTS = 27
_NEAR_POINTS = 12
_FINE = frozenset({Precision.SITE, Precision.PLACE})
_TOWN = Precision.PLACE
_UNLOCATED = "unlocated"
_TOWNS = frozenset({"capital", "seat", "place", _UNLOCATED})
_CALLED_ALIKE = _TOWNS | {"admin2"}  # a district and the town that it is called after


class Relation(StrEnum):
    """How two places lie to each other."""

    SAME = "same"
    INSIDE = "inside"
    NEAR = "near"
    APART = "apart"
    UNKNOWN = "unknown"


def place_points(one: Place | None, other: Place | None, *, are_namesakes: bool = False) -> int:
    """Return 0 to 30 points for the places; namesakes are called alike (see `relation`)."""
    kind, km = relation(one, other, are_namesakes=are_namesakes)
    if one is None or other is None or kind in {Relation.APART, Relation.UNKNOWN}:
        return 0
    if kind is Relation.NEAR:
        return int(_NEAR_POINTS * (1 - km / NEAR_KM))
    exact = min(_exactness(one), _exactness(other))
    if kind is Relation.SAME:
        return max(exact, _UNLOCATED_POINTS) if are_namesakes else exact
    are_names = one.kind == other.kind == _UNLOCATED
    is_known = one.is_located and other.is_located and not are_names
    return min(_INSIDE_POINTS, exact) if is_known else _PLACE_POINTS[Precision.COUNTRY]


def relation(
    one: Place | None, other: Place | None, *, are_namesakes: bool = False
) -> tuple[Relation, float]:
    """Return how two places lie to each other, and for near ones how many km apart.

    Args:
        one: Where one account says that it was.
        other: Where another does.
        are_namesakes: Whether the reports themselves call both by one name.
    """
    if one is None or other is None:
        return Relation.UNKNOWN, 0.0
    if are_namesakes and _may_be_one(one, other):
        return Relation.SAME, 0.0
    if not (one.is_located and other.is_located):
        return _relation_of_names(one, other), 0.0
    if one.regions[-1] == other.regions[-1]:
        are_two = _UNLOCATED == one.kind == other.kind
        return (Relation.INSIDE if are_two else Relation.SAME), 0.0
    if one.regions[-1] in other.regions or other.regions[-1] in one.regions:
        return Relation.INSIDE, 0.0
    return _by_distance(one, other)


def _may_be_one(one: Place, other: Place) -> bool:
    """Whether two namesakes are towns, or a town and its district, in no two regions."""
    are_towns = {one.kind, other.kind} <= _CALLED_ALIKE
    return are_towns and all(
        mine == theirs
        or ((mine is None or theirs is None) and _UNLOCATED in {one.kind, other.kind})
        for mine, theirs in ((one.country, other.country), (one.admin1, other.admin1))
    )


def _by_distance(one: Place, other: Place) -> tuple[Relation, float]:
    """Relate two places of which neither contains the other."""
    km = distance_km(one, other)
    if km is None or max(one.precision, other.precision) > Precision.DISTRICT:
        return Relation.APART, 0.0
    if one.precision in _FINE and other.precision in _FINE:
        return (Relation.NEAR, km) if km < NEAR_KM else (Relation.APART, 0.0)
    # "Near A" or "on the road between A and B" may be at B: what is rough reaches as far.
    reach = max(one.precision, other.precision) + min(one.precision, other.precision, _TOWN)
    within_reach = km <= reach
    return (Relation.INSIDE if within_reach else Relation.APART), 0.0


def _exactness(place: Place) -> int:
    return _PLACE_POINTS[place.precision] if place.is_located else _UNLOCATED_POINTS


def _relation_of_names(one: Place, other: Place) -> Relation:
    countries = {place.country for place in (one, other)} - {None}
    if len(countries) > 1:
        return Relation.APART
    if one.name.casefold() == other.name.casefold():
        return Relation.SAME
    known = one.country is not None and other.country is not None
    return Relation.INSIDE if known else Relation.UNKNOWN

"""How alike two accounts are, in points, and whether they can be one incident at all.

Two accounts are compared by their **traits** alone (see `traits`): place, days, type, toll, actors.
Each gives points by the table below; what one of the two leaves out gives about half, for silence
speaks neither for nor against. From 71 points on they may be one incident, so that a town, a day
and a type are just not enough when toll and actors both contradict. Whatever the points, two
accounts are **apart** when they have no day in common or their places exclude each other. An
account is never more like another than like itself: one that is too vague to reach 71 against
itself is compared with none.

    trait    most  points
    place    30    same town or site 30, site in its town 27, called alike where one of the two
                   is unlocated 24, else by the coarser of the two:
                   district 24, admin1 18, country 9; a rough place takes in what
                   lies within its roughness; two towns under 25 km apart: 12 falling to 0
    days     20    by the vaguer of the two: one day 20, up to 4 days 16, up to 8 or undated 10,
                   more 2
    type     20    same 20, same family 16, and so an attack on a village with an abduction there;
                   8 for two kinds of violence with one figure, for two words for one raid by an
                   actor in common ("burned", "attacked"), for "the attack" of which nothing else
                   is told with a bomb in its town, for a car bomb and an assault by an
                   actor in common with one toll, for "attacked" with a strike from afar by one, and
                   for "bombed" with a strike from the air or from afar; else no pair
    toll     20    same figure 15, with or without the attackers, one of ten or more 20,
                   compatible 12, where both are ten or more and near 15, risen from the
                   other 12, unknown, at most half as much again, or by whom owns up 7,
                   within a factor of three 5, else 0
    actors   15    one in common 15, unknown or only words like "gunmen" 7, none in common 0
    name     20    a storm has its name to itself: the same 20, another name no pair; so has the
                   coup of a country

A strike or an election called in a country and held in one of its towns has 18 points for places.
A disaster spreads and its toll grows: where one account tells it of a place inside the other's it
has 24 points from a region on, and two tolls of it 12 at least. A storm of one name in one country
is one for a week, wherever it has got to: 18 points for the places and 10 for the days. Where ten
or more died of a mishap, an account that says so many more have died of it, and no day, has 18
points for the places in its country and 16 for the days.

Source: the weights of the project's extraction study, 30/25/20/15/10, moved towards the actors; not
fitted to data.
"""

from datetime import timedelta

from advisory.incidents.figures import DISASTERS, is_many_more, toll_points
from advisory.incidents.kindred import are_namesakes, relation_of, speaks_back, type_points
from advisory.incidents.traits import LONGEST_DAYS, Traits
from advisory.incidents.whereabouts import Relation, place_points

MERGE_POINTS = 71

_DAY_POINTS = ((1, 20), (4, 16), (8, 10), (LONGEST_DAYS, 2))
_DAY_OF_A_CLAIM = 16
_STORM, _SAME_NAME = "storm", 20
_OF_TWO_NAMES = frozenset({"PH"})  # where each storm has two
STORM_DAYS = timedelta(days=7)
_STORM_PLACE, _STORM_DAY = 18, 10
_PLACE_OF_A_COUNTRY, _PLACE_OF_A_REGION, _OF_A_DISASTER = 9, 18, 24
_NATIONAL = frozenset({"strike", "election"})  # what a country holds is told of its towns, too


def points(one: Traits, other: Traits) -> int:
    """Return how alike two accounts are, 0 to 125; the same whichever comes first."""
    kind, where = type_points(one, other), place_points_of(one, other)
    if not (kind and where) or _is_another_storm(one, other):
        return 0
    return (
        kind
        + where
        + day_points(one, other)
        + toll_points(one, other)
        + _actor_points(one.actors, other.actors)
        + _SAME_NAME * (one.called == other.called != "")
    )


def are_apart(one: Traits, other: Traits) -> bool:
    """Whether the two cannot be one incident: no common day, or places that exclude each other."""
    if are_one_storm(one, other):
        return False
    if max(one.first, other.first) > min(one.last, other.last):
        return True
    return relation_of(one, other)[0] is Relation.APART


def are_one_storm(one: Traits, other: Traits) -> bool:
    """Whether both tell of the storm of one name, or of two, in one country and within a week."""
    are_named = one.type == other.type == _STORM and one.called != "" != other.called
    if not are_named or _is_another_storm(one, other) or one.place is None or other.place is None:
        return False
    is_near = max(one.first, other.first) - min(one.last, other.last) <= STORM_DAYS
    return is_near and (one.place.country or other.place.country) == (
        other.place.country or one.place.country
    )


def place_points_of(one: Traits, other: Traits) -> int:
    """Return 0 to 30 points for the places; the same whichever comes first."""
    told = place_points(one.place, other.place, are_namesakes=are_namesakes(one, other))
    if are_one_storm(one, other):
        return max(told, _STORM_PLACE)
    if told == _PLACE_OF_A_COUNTRY and one.family == other.family in _NATIONAL:
        return _PLACE_OF_A_REGION
    if told == _PLACE_OF_A_COUNTRY and is_many_more(one, other):
        return _PLACE_OF_A_REGION
    spreads = one.family in DISASTERS and told == _PLACE_OF_A_REGION
    return _OF_A_DISASTER if spreads and relation_of(one, other)[0] is Relation.INSIDE else told


def day_points(one: Traits, other: Traits) -> int:
    """Return 0 to 20 points for the days, by the vaguer of the two."""
    if max(one.first, other.first) > min(one.last, other.last):
        return _STORM_DAY * are_one_storm(one, other)
    pairs = ((one, other), (other, one))
    if one.type != _STORM and any(not a.dated and _speaks_of_it(a, b) for a, b in pairs):
        return _DAY_OF_A_CLAIM  # who owns up to "the bombing" speaks of one told of
    return min(_own_day_points(one), _own_day_points(other))


def _own_day_points(traits: Traits) -> int:
    days = (traits.last - traits.first).days + 1
    return next(points for most, points in _DAY_POINTS if days <= most)


def _speaks_of_it(one: Traits, other: Traits) -> bool:
    """Whether somebody owns up to what was told with its day, or says that many more died of it.

    So does who only says that schools closed "after the attack on" a town. Two claims without a day
    may be of one deed; what else has none, or only a rough one, may be another.
    """
    is_dated = _own_day_points(other) >= _DAY_OF_A_CLAIM
    is_told = (other.is_claim and not other.dated) or is_dated
    is_of_it = (one.is_claim and is_told) or (speaks_back(one) and is_dated)
    return is_of_it or is_many_more(one, other)


def _actor_points(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return 0 to 15 points for the actors."""
    if not set(one).isdisjoint(other):
        return 15
    return 0 if one and other else 7


def _is_another_storm(one: Traits, other: Traits) -> bool:
    """Whether two storms have two names, where each has but one.

    The weather service of the Philippines gives every storm there a name of its own beside the
    international one (PAGASA, "Tropical cyclone names").
    """
    if not (one.called and other.called) or one.called == other.called:
        return False
    countries = {place.country for place in (one.place, other.place) if place is not None}
    return not (one.type == other.type == _STORM and countries <= _OF_TWO_NAMES)

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
    toll     20    same figure 15, one of ten or more 20, compatible 12, risen from the other 12,
                   unknown 7, within a factor of three 5, else 0
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

from advisory.incidents.figures import (
    DISASTERS,
    RARE_FIGURE,
    are_compatible,
    figures,
    is_many_more,
    toll_points,
)
from advisory.incidents.traits import LONGEST_DAYS, Traits
from advisory.incidents.whereabouts import Relation, place_points, relation

MERGE_POINTS = 71

_DAY_POINTS = ((1, 20), (4, 16), (8, 10), (LONGEST_DAYS, 2))
_DAY_OF_A_CLAIM = 16
VIOLENCE = "violence"
_VIOLENT = frozenset({"air", "armed", "arson", "crowd", "explosion", "indirect_fire", "killing"})
# What is read where a report says only that people were attacked or killed, not how.
_ATTACK = "armed_attack"
_UNSAID = frozenset({_ATTACK, "murder"})
_RAIDS = frozenset({"armed", "arson", "killing"})  # what one and the same raid is called
_ABDUCTION = "abduction"
_VILLAGES = frozenset({"place", "site", "unlocated"})
_OPENING_BOMBS = frozenset({"car_bombing", "suicide_bombing"})  # they open the gate for gunmen
_EXPLOSION = "explosion"
_BOMBED = "bombing"  # the word does not say by what: a car, an aircraft, a gun
_FROM_AFAR = frozenset({"air", "indirect_fire"})
_SAME_TYPE, _SAME_FAMILY, _SAME_VIOLENCE = 20, 16, 8
_STORM, _SAME_NAME = "storm", 20
_OF_TWO_NAMES = frozenset({"PH"})  # where each storm has two
STORM_DAYS = timedelta(days=7)
_STORM_PLACE, _STORM_DAY = 18, 10
_PLACE_OF_A_COUNTRY, _PLACE_OF_A_REGION, _OF_A_DISASTER = 9, 18, 24
_NATIONAL = frozenset({"strike", "election"})  # what a country holds is told of its towns, too
_TELLING_FIGURE = 2  # one dead is too common a figure to tell an incident by


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
    told = place_points(one.place, other.place, are_namesakes=_are_namesakes(one, other))
    if are_one_storm(one, other):
        return max(told, _STORM_PLACE)
    if told == _PLACE_OF_A_COUNTRY and one.family == other.family in _NATIONAL:
        return _PLACE_OF_A_REGION
    if told == _PLACE_OF_A_COUNTRY and is_many_more(one, other):
        return _PLACE_OF_A_REGION
    spreads = one.family in DISASTERS and told == _PLACE_OF_A_REGION
    return _OF_A_DISASTER if spreads and relation_of(one, other)[0] is Relation.INSIDE else told


def relation_of(one: Traits, other: Traits) -> tuple[Relation, float]:
    """Return how the places of two accounts lie to each other, by their names too."""
    return relation(one.place, other.place, are_namesakes=_are_namesakes(one, other))


def day_points(one: Traits, other: Traits) -> int:
    """Return 0 to 20 points for the days, by the vaguer of the two."""
    if max(one.first, other.first) > min(one.last, other.last):
        return _STORM_DAY * are_one_storm(one, other)
    pairs = ((one, other), (other, one))
    if one.type != _STORM and any(not a.dated and _speaks_of_it(a, b) for a, b in pairs):
        return _DAY_OF_A_CLAIM  # who owns up to "the bombing" speaks of one told of
    days = max((traits.last - traits.first).days + 1 for traits in (one, other))
    return next(points for most, points in _DAY_POINTS if days <= most)


def _speaks_of_it(one: Traits, other: Traits) -> bool:
    """Whether somebody owns up to what has been told, or says that many more died of it."""
    return one.is_claim or is_many_more(one, other)


def type_points(one: Traits, other: Traits) -> int:
    """Return 20 points for the same type, 16 for the same family, 8 for what may be one, else 0."""
    if one.type == other.type:
        return _SAME_TYPE
    if one.family == other.family or {one.type, other.type} <= _UNSAID:
        return _SAME_FAMILY
    if is_raid_with_captives(one, other):
        return _SAME_TYPE if _tells_of_both(one) or _tells_of_both(other) else _SAME_FAMILY
    may_be_one = (
        is_bombing_from_afar(one, other)
        or are_violence_alike(one, other)
        or are_one_raid(one, other)
        or is_assault_with_car_bomb(one, other)
        or is_strike_unsaid(one, other)
        or is_attack_unsaid(one, other)
    )
    return _SAME_VIOLENCE if may_be_one else 0


def kin_of(family: str) -> str:
    """Return what a family can be one incident with: all violence together, else itself."""
    return VIOLENCE if family in _VIOLENT or family == _ABDUCTION else family


def is_bombing_from_afar(one: Traits, other: Traits) -> bool:
    """Whether one says only "bombed" and the other from where.

    A town and a day are then enough only where the figures fit together or an actor is common.
    """
    pairs = ((one, other), (other, one))
    return any(a.type == _BOMBED and b.family in _FROM_AFAR for a, b in pairs)


def are_violence_alike(one: Traits, other: Traits) -> bool:
    """Whether two kinds of violence have the same figure of killed, of two or more.

    So have a "gang fight" of at least twelve dead and a "riot" of thirteen: so many are rare.
    """
    if one.killed is None or other.killed is None:
        return False
    first, second = one.killed.best, other.killed.best
    is_near = min(first, second) >= RARE_FIGURE and are_compatible(one.killed, other.killed)
    is_alike = first == second >= _TELLING_FIGURE or (
        is_near and max(first, second) < 2 * min(first, second)
    )
    return {one.family, other.family} <= _VIOLENT and is_alike


def is_raid_with_captives(one: Traits, other: Traits) -> bool:
    """Whether one tells of those killed in a village and the other of those taken from it.

    A city sees a murder and a kidnapping on one day that have nothing to do with each other, unless
    one of the two tells of both.
    """
    is_raid = {one.family, other.family} - _RAIDS == {_ABDUCTION} and one.family != other.family
    if is_raid and any(_tells_of_both(each) for each in (one, other)):
        return relation_of(one, other)[0] in {Relation.SAME, Relation.INSIDE}
    places = [place for place in (one.place, other.place) if place is not None]
    is_village = all(place.kind in _VILLAGES for place in places)
    return is_raid and is_village and relation_of(one, other)[0] is Relation.SAME


def _tells_of_both(one: Traits) -> bool:
    """Whether it says itself that some were killed and others taken."""
    return bool(one.killed and one.killed.low and one.abducted)


def is_assault_with_car_bomb(one: Traits, other: Traits) -> bool:
    """Whether a car bomb and an assault, each with a toll that fits the other's, are one attack."""
    pairs = ((one, other), (other, one))
    is_pair = any(a.type in _OPENING_BOMBS and b.family == "armed" for a, b in pairs)
    is_told = one.killed is not None and other.killed is not None
    return is_pair and is_told and not set(one.actors).isdisjoint(other.actors) and _fit(one, other)


def is_strike_unsaid(one: Traits, other: Traits) -> bool:
    """Whether one tells of a strike from afar, the other of an attack, by whom both name."""
    pairs = ((one, other), (other, one))
    is_pair = any(a.type == _ATTACK and b.family in _FROM_AFAR for a, b in pairs)
    return is_pair and not set(one.actors).isdisjoint(other.actors)


def is_attack_unsaid(one: Traits, other: Traits) -> bool:
    """Whether one speaks of "the attack" and no more, the other of the bomb in the same town."""
    pairs = ((one, other), (other, one))
    is_pair = any(a.is_bare and b.family == _EXPLOSION for a, b in pairs)
    return is_pair and relation_of(one, other)[0] is Relation.SAME


def are_one_raid(one: Traits, other: Traits) -> bool:
    """Whether one tells of burning and the other of an attack by an actor whom both name.

    Their figures must not contradict each other.
    """
    is_raid = {one.family, other.family} <= _RAIDS
    return is_raid and not set(one.actors).isdisjoint(other.actors) and _fit(one, other)


def _fit(one: Traits, other: Traits) -> bool:
    return all(a is None or b is None or are_compatible(a, b) for a, b in figures(one, other))


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


def _are_namesakes(one: Traits, other: Traits) -> bool:
    return not set(one.names).isdisjoint(other.names)

"""Whether what two accounts are called may be one deed: "attacked" and "bombed", or "burned".

The same type has most points, another of its family fewer, and two kinds of violence the fewest,
where something else says that they are one: a figure, an actor, the arms, the town of "the attack".
"""

from advisory.incidents.figures import RARE_FIGURE, are_compatible, figures, have_one_figure
from advisory.incidents.traits import Traits
from advisory.incidents.whereabouts import Relation, relation

VIOLENCE = "violence"
_VIOLENT = frozenset({"air", "armed", "arson", "crowd", "explosion", "indirect_fire", "killing"})
# What is read where a report says only that people were attacked or killed, not how.
_ATTACK = "armed_attack"
_OPERATIONS = frozenset({_ATTACK, "ground_assault"})  # "an operation" may be from the air, too
UNSAID = frozenset({_ATTACK, "murder"})
_RAIDS = frozenset({"armed", "arson", "killing"})  # what one and the same raid is called
_ABDUCTION = "abduction"
_VILLAGES = frozenset({"place", "site", "unlocated"})
_OPENING_BOMBS = frozenset({"car_bombing", "suicide_bombing"})  # they open the gate for gunmen
_FIRE, _BLAZES = "fire", frozenset({"fire", "industrial"})  # a factory's fire is either
_EXPLOSION = "explosion"
_BOMBED = "bombing"  # the word does not say by what: a car, an aircraft, a gun
_FROM_AFAR = frozenset({"air", "indirect_fire"})
_SAME_TYPE, _SAME_FAMILY, _SAME_VIOLENCE = 20, 16, 8
_TELLING_FIGURE = 2  # one dead is too common a figure to tell an incident by


def type_points(one: Traits, other: Traits) -> int:
    """Return 20 points for the same type, 16 for the same family, 8 for what may be one, else 0."""
    if one.type == other.type:
        return _SAME_TYPE
    families = {one.family, other.family}
    if len(families) == 1 or families <= _BLAZES or {one.type, other.type} <= UNSAID:
        return _SAME_FAMILY
    is_strike = is_by_the_same_arms(one, other) or is_strike_unsaid(one, other)
    is_strike = is_strike or is_attack_unsaid(one, other)
    if is_strike or (is_bombing_from_afar(one, other) and _fit(one, other)):
        return _SAME_FAMILY
    if is_raid_with_captives(one, other):
        return _SAME_TYPE if _tells_of_both(one) or _tells_of_both(other) else _SAME_FAMILY
    may_be_one = (
        is_bombing_from_afar(one, other)
        or are_violence_alike(one, other)
        or are_one_raid(one, other)
        or is_assault_with_car_bomb(one, other)
    )
    return _SAME_VIOLENCE if may_be_one else 0


def kin_of(family: str) -> str:
    """Return what a family can be one incident with: all violence together, else itself.

    >>> kin_of("industrial"), kin_of("storm")
    ('fire', 'storm')
    """
    if family in _BLAZES:
        return _FIRE
    return VIOLENCE if family in _VIOLENT or family == _ABDUCTION else family


def is_bombing_from_afar(one: Traits, other: Traits) -> bool:
    """Whether one says only "bombed" and the other from where.

    A town and a day are then enough only where the figures fit together or an actor is common.
    """
    pairs = ((one, other), (other, one))
    return any(a.type == _BOMBED and b.family in _FROM_AFAR for a, b in pairs)


def is_by_the_same_arms(one: Traits, other: Traits) -> bool:
    """Whether both tell of fire from afar and name an arm in common: "artillery and drones"."""
    return {one.family, other.family} <= _FROM_AFAR and not set(one.arms).isdisjoint(other.arms)


def are_violence_alike(one: Traits, other: Traits) -> bool:
    """Whether two kinds of violence have the same figure of killed, or of injured, of two or more.

    So have a "gang fight" of at least twelve dead and a "riot" of thirteen: so many are rare.
    """
    hurt = ((one.killed, other.killed), (one.injured, other.injured))
    told = next(((a, b) for a, b in hurt if a is not None or b is not None), (None, None))
    if told[0] is None or told[1] is None:
        return False
    first, second = told[0].best, told[1].best
    is_near = min(first, second) >= RARE_FIGURE and are_compatible(told[0], told[1])
    is_same = first == second or have_one_figure(one, other)
    is_alike = (is_same and min(first, second) >= _TELLING_FIGURE) or (
        is_near and max(first, second) < 2 * min(first, second)
    )
    return {one.family, other.family} <= _VIOLENT and is_alike


def is_raid_with_captives(one: Traits, other: Traits) -> bool:
    """Whether one tells of those killed in a village and the other of those taken from it.

    A city sees a murder and a kidnapping on one day that have nothing to do with each other, unless
    one of the two tells of both.
    """
    is_raid = {one.family, other.family} - _RAIDS == {_ABDUCTION} and one.family != other.family
    if is_raid and any(_tells_of_both(each) or speaks_back(each) for each in (one, other)):
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
    is_pair = any(a.type in _OPERATIONS and b.family in _FROM_AFAR for a, b in pairs)
    return is_pair and not set(one.actors).isdisjoint(other.actors)


def speaks_back(one: Traits) -> bool:
    """Whether it only names what others told: "schools closed on Monday after the attack"."""
    return one.is_bare and not (one.dated or one.killed or one.actors)


def is_attack_unsaid(one: Traits, other: Traits) -> bool:
    """Whether one speaks of "the attack" and no more, the other of the bomb in the same town.

    Or how many have died of it since.
    """
    pairs = ((one, other), (other, one))
    is_pair = any(a.is_bare and b.family == _EXPLOSION and _may_be_more(a, b) for a, b in pairs)
    return is_pair and relation_of(one, other)[0] is Relation.SAME


def _may_be_more(one: Traits, other: Traits) -> bool:
    """Whether a toll may be what became of another: as many or more, and not many times."""
    if one.killed is None or other.killed is None:
        return True
    return other.killed.best <= one.killed.best <= 3 * other.killed.best


def are_one_raid(one: Traits, other: Traits) -> bool:
    """Whether one tells of burning and the other of an attack by an actor whom both name.

    Their figures must not contradict each other.
    """
    is_raid = {one.family, other.family} <= _RAIDS
    return is_raid and not set(one.actors).isdisjoint(other.actors) and _fit(one, other)


def _fit(one: Traits, other: Traits) -> bool:
    return all(a is None or b is None or are_compatible(a, b) for a, b in figures(one, other))


def relation_of(one: Traits, other: Traits) -> tuple[Relation, float]:
    """Return how the places of two accounts lie to each other, by their names too."""
    return relation(one.place, other.place, are_namesakes=are_namesakes(one, other))


def are_namesakes(one: Traits, other: Traits) -> bool:
    """Whether two accounts call their places by one name."""
    return not set(one.names).isdisjoint(other.names)

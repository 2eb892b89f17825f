"""How alike two accounts are, in points, and whether they can be one incident at all.

Two accounts are compared by their **traits** alone: place, days, type, toll, actors. Each gives
points by the table below; what one of the two leaves out gives about half, for silence speaks
neither for nor against. From 71 points on they may be one incident, so that a town, a day and a
type are just not enough when toll and actors both contradict. Whatever the points, two accounts are
**apart** when they have no day in common or their places exclude each other. An account is never
more like another than like itself: one that is too vague to reach 71 against itself is compared
with none.

    trait    most  points
    place    30    same town or site 30, site in its town 27, called alike where one of the two
                   is unlocated 24, else by the coarser of the two:
                   district 24, admin1 18, country 9; a rough place takes in what
                   lies within its roughness; two towns under 25 km apart: 12 falling to 0
    days     20    by the vaguer of the two: one day 20, up to 4 days 16, up to 8 or undated 10,
                   more 2
    type     20    same 20, same family 16; 8 for two kinds of violence with one figure, for two
                   words for one raid by an actor in common ("burned", "attacked"), and for
                   "bombed" with a strike from the air or from afar; else no pair
    toll     20    same figure 15, one of ten or more 20, compatible 12, unknown 7, within a factor
                   of three 5, else 0
    actors   15    one in common 15, unknown or only words like "gunmen" 7, none in common 0
    name     20    a storm has its name to itself: the same 20, another name no pair

A disaster spreads and its toll grows: where one account tells it of a place inside the other's it
has 24 points from a region on, and two tolls of it 12 at least. A storm of one name in one country
is one for a week, wherever it has got to: 18 points for the places and 10 for the days.

Source: the weights of the project's extraction study, 30/25/20/15/10, moved towards the actors; not
fitted to data.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from advisory.gazetteer.folding import fold
from advisory.incidents.whereabouts import Relation, place_points, relation
from advisory.model.incident import Account, Mention
from advisory.model.value import Actor, Count, Place
from advisory.model.vocabulary import Category

MERGE_POINTS = 71
UNDATED_DAYS = 7
LONGEST_DAYS = 31

_DAY_POINTS = ((1, 20), (4, 16), (8, 10), (LONGEST_DAYS, 2))
VIOLENCE = "violence"
_VIOLENT = frozenset({"air", "armed", "arson", "crowd", "explosion", "indirect_fire", "killing"})
# What is read where a report says only that people were attacked or killed, not how.
_UNSAID = frozenset({"armed_attack", "murder"})
_RAIDS = frozenset({"armed", "arson", "killing"})  # what one and the same raid is called
_BOMBED = "bombing"  # the word does not say by what: a car, an aircraft, a gun
_FROM_AFAR = frozenset({"air", "indirect_fire"})
_SAME_TYPE, _SAME_FAMILY, _SAME_VIOLENCE = 20, 16, 8
_SAME_FIGURE, _SAME_RARE_FIGURE = 15, 20
_RARE_FIGURE = 10  # so many dead are seldom told twice on one day of one country
_STORM, _SAME_NAME = "storm", 20
STORM_DAYS = timedelta(days=7)
_STORM_PLACE, _STORM_DAY = 18, 10
# Families of what spreads over a region, and whose dead are counted for days.
_DISASTERS = frozenset({"storm", "wildfire", "heatwave", "drought", "earthquake", "epidemic"})
_PLACE_OF_A_REGION, _OF_A_DISASTER = 18, 24
_TELLING_FIGURE = 2  # one dead is too common a figure to tell an incident by

# A type that the rule base does not know is compared by its category.
_CATEGORY_FAMILY = {
    Category.ATTACK: "armed",
    Category.CLASH: "armed",
    Category.BOMBING: "explosion",
    Category.AIRSTRIKE: "explosion",
    Category.SHELLING: "explosion",
    Category.KIDNAPPING: "abduction",
    Category.HIJACKING: "abduction",
    Category.RIOT: "crowd",
    Category.PROTEST: "crowd",
}


@dataclass(frozen=True, slots=True)
class Traits:
    """What one account is compared by; equal traits are one thing to compare.

    `names` are what the place is called, folded, by the gazetteer and by the report itself. The
    days run from `first` to `last`, both included. Where the account gives none, they are the
    week up to the day it was known (`dated` is False): news tells of the last days, yet the date of
    publication is never taken for the date of the incident. `called` is the name of a storm.
    """

    place: Place | None
    names: tuple[str, ...]
    first: date
    last: date
    dated: bool
    type: str
    family: str
    killed: Count | None
    injured: Count | None
    actors: tuple[str, ...]
    called: str = ""


def traits_of(account: Account, families: Mapping[str, str]) -> Traits:
    """Return what this account is compared by; `families` maps a type to its family."""
    mention = account.mention
    first, last = _days(account)
    return Traits(
        place=mention.place,
        names=_names(mention),
        first=first,
        last=last,
        dated=mention.date is not None,
        type=mention.type,
        family=family_of(mention, families),
        killed=mention.killed,
        injured=mention.injured,
        actors=tuple(sorted(_named(mention.actors))),
        called=_called(mention),
    )


def family_of(mention: Mention, families: Mapping[str, str]) -> str:
    """Return the family of a type: types of one family may be one incident."""
    fallback = _CATEGORY_FAMILY.get(mention.category, mention.category.value)
    return families.get(mention.type, fallback)


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
    """Whether both tell of the storm of one name, in one country and within a week."""
    if not one.called == other.called != "" or one.place is None or other.place is None:
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
    spreads = one.family in _DISASTERS and told == _PLACE_OF_A_REGION
    return _OF_A_DISASTER if spreads and relation_of(one, other)[0] is Relation.INSIDE else told


def relation_of(one: Traits, other: Traits) -> tuple[Relation, float]:
    """Return how the places of two accounts lie to each other, by their names too."""
    return relation(one.place, other.place, are_namesakes=_are_namesakes(one, other))


def day_points(one: Traits, other: Traits) -> int:
    """Return 0 to 20 points for the days, by the vaguer of the two."""
    if max(one.first, other.first) > min(one.last, other.last):
        return _STORM_DAY * are_one_storm(one, other)
    days = max((traits.last - traits.first).days + 1 for traits in (one, other))
    return next(points for most, points in _DAY_POINTS if days <= most)


def type_points(one: Traits, other: Traits) -> int:
    """Return 20 points for the same type, 16 for the same family, 8 for what may be one, else 0."""
    if one.type == other.type:
        return _SAME_TYPE
    if one.family == other.family or {one.type, other.type} <= _UNSAID:
        return _SAME_FAMILY
    may_be_one = (
        is_bombing_from_afar(one, other)
        or are_violence_alike(one, other)
        or are_one_raid(one, other)
    )
    return _SAME_VIOLENCE if may_be_one else 0


def kin_of(family: str) -> str:
    """Return what a family can be one incident with: all violence together, else itself."""
    return VIOLENCE if family in _VIOLENT else family


def is_bombing_from_afar(one: Traits, other: Traits) -> bool:
    """Whether one says only "bombed" and the other from where.

    A town and a day are then enough only where the figures fit together or an actor is common.
    """
    pairs = ((one, other), (other, one))
    return any(a.type == _BOMBED and b.family in _FROM_AFAR for a, b in pairs)


def are_violence_alike(one: Traits, other: Traits) -> bool:
    """Whether two kinds of violence have the same figure of killed, of two or more."""
    if one.killed is None or other.killed is None:
        return False
    is_violence = kin_of(one.family) == kin_of(other.family) == VIOLENCE
    return is_violence and one.killed.best == other.killed.best >= _TELLING_FIGURE


def are_one_raid(one: Traits, other: Traits) -> bool:
    """Whether one tells of burning and the other of an attack by an actor whom both name.

    Their figures must not contradict each other.
    """
    is_raid = {one.family, other.family} <= _RAIDS
    return is_raid and not set(one.actors).isdisjoint(other.actors) and _fit(one, other)


def _fit(one: Traits, other: Traits) -> bool:
    pairs = ((one.killed, other.killed), (one.injured, other.injured))
    return all(a is None or b is None or are_compatible(a, b) for a, b in pairs)


def toll_points(one: Traits, other: Traits) -> int:
    """Return 0 to 20 points for the killed, or for the injured where one gives no killed."""
    pairs = ((one.killed, other.killed), (one.injured, other.injured))
    both = next(((a, b) for a, b in pairs if a is not None and b is not None), None)
    if both is None:
        return 7
    if both[0].best == both[1].best:
        return _SAME_FIGURE if both[0].best < _RARE_FIGURE else _SAME_RARE_FIGURE
    if are_compatible(*both) or (one.family == other.family and one.family in _DISASTERS):
        return 12
    return 5 if max(c.best for c in both) <= 3 * min(c.best for c in both) else 0


def are_compatible(one: Count, other: Count) -> bool:
    """Whether some number contradicts neither of two counts."""
    highs = [count.high for count in (one, other) if count.high is not None]
    return not highs or max(one.low, other.low) <= min(highs)


def _actor_points(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return 0 to 15 points for the actors."""
    if not set(one).isdisjoint(other):
        return 15
    return 0 if one and other else 7


def _is_another_storm(one: Traits, other: Traits) -> bool:
    return bool(one.called and other.called) and one.called != other.called


def _called(mention: Mention) -> str:
    """Return the name of a storm, which ends the words that prove its type: "Cyclone Ado"."""
    proofs = (e.spans[0].text.split() for e in mention.evidence if e.field == "type" and e.spans)
    words = next(proofs, [])
    is_named = mention.type == _STORM and len(words) > 1 and words[-1].istitle()
    return fold(words[-1]) if is_named else ""


def _named(actors: Iterable[Actor]) -> set[str]:
    """Return who is named: words like "gunmen" make two accounts neither alike nor different."""
    return {actor.id or actor.name.casefold() for actor in actors if not actor.is_unnamed}


def _are_namesakes(one: Traits, other: Traits) -> bool:
    return not set(one.names).isdisjoint(other.names)


def _names(mention: Mention) -> tuple[str, ...]:
    """Return what the place is called: its name, and what the report itself says."""
    if mention.place is None:
        return ()
    written = (
        span.text for proof in mention.evidence if proof.field == "place" for span in proof.spans
    )
    return tuple(sorted({fold(name) for name in (mention.place.name, *written)}))


def _days(account: Account) -> tuple[date, date]:
    told, known = account.mention.date, account.known_at.date()
    if told is None:
        return known - timedelta(days=UNDATED_DAYS), known
    last = told.last or max(known, told.first or known)
    earliest = last - timedelta(days=LONGEST_DAYS - 1)
    return max(told.first or earliest, earliest), last

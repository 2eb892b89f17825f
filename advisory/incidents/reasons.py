"""Why two accounts are taken for one incident, in words an analyst can check.

The traits are those that `similarity.points` weighs; each that speaks for one incident gives a
clause. The words are the reports' own figures and names; nothing is decided here.
"""

from advisory.incidents.figures import are_compatible
from advisory.incidents.kindred import (
    are_one_raid,
    are_violence_alike,
    is_assault_with_car_bomb,
    is_bombing_from_afar,
    is_by_the_same_arms,
    is_raid_with_captives,
    is_strike_unsaid,
    relation_of,
    type_points,
)
from advisory.incidents.similarity import are_one_storm
from advisory.incidents.traits import Traits
from advisory.incidents.whereabouts import Relation
from advisory.model.value import Count
from advisory.model.wording import count_words


def why_same(one: Traits, other: Traits) -> str:
    """Return all that speaks for one incident; the order of the two makes no difference."""
    told = (
        _about_place(one, other),
        _about_days(one, other),
        _about_type(one, other),
        _about_toll(one, other),
        _about_actors(one, other),
        f"both of storm {one.called.title()}" if are_one_storm(one, other) else "",
    )
    return "; ".join(filter(None, told))


def _about_place(one: Traits, other: Traits) -> str:
    if one.place is None or other.place is None:
        return ""
    kind, km = relation_of(one, other)
    first, second = sorted((one.place.name, other.place.name))
    match kind:
        case Relation.SAME:
            return (
                f"both in {first}" if first == second else f"{first} and {second} are called alike"
            )
        case Relation.INSIDE:
            inner, outer = sorted((one.place, other.place), key=lambda place: place.precision)
            return f"{inner.name} may be the place meant by {outer.name}"
        case Relation.NEAR:
            return f"{first} and {second} are {km:.0f} km apart"
        case _:
            return ""


def _about_days(one: Traits, other: Traits) -> str:
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first > last:
        return ""
    if not (one.dated and other.dated):
        return "a day is not told by both; the week before the report fits"
    return f"both can be of {first}" + ("" if first == last else f" to {last}")


def _about_type(one: Traits, other: Traits) -> str:
    first, second = sorted((one.type, other.type))
    if one.family != other.family:
        return _about_families(one, other) if type_points(one, other) else ""
    return f"both {first}" if first == second else f"{first} and {second} are types of one family"


def _about_families(one: Traits, other: Traits) -> str:
    first, second = sorted((one.type, other.type))
    why = next((words for holds, words in _WHY if holds(one, other)), "neither says how")
    return f"{first} and {second}{'' if why.startswith(' ') else ': '}{why}"


_WHY = (
    (is_by_the_same_arms, "both name the same arms"),
    (is_bombing_from_afar, "a bombing may come from afar"),
    (are_violence_alike, " with one figure"),
    (is_raid_with_captives, "a raid that took captives from one village"),
    (is_assault_with_car_bomb, "a car bomb and an assault by whom both name"),
    (is_strike_unsaid, "an attack by whom both name, of which one does not say how"),
    (are_one_raid, "two words for one raid by whom both name"),
)


def _about_toll(one: Traits, other: Traits) -> str:
    for who in ("killed", "injured", "abducted"):
        first, second = getattr(one, who), getattr(other, who)
        if first is not None and second is not None:
            low, high = sorted((first, second), key=_by_size)
            fits = low.best == high.best or are_compatible(low, high)
            return f"{count_words(low)} and {count_words(high)} {who} fit together" if fits else ""
    return ""


def _about_actors(one: Traits, other: Traits) -> str:
    common = sorted(set(one.actors) & set(other.actors))
    return f"both name {', '.join(common)}" if common else ""


def _by_size(count: Count) -> tuple[int, int, str]:
    return count.low, count.best, count.qualifier

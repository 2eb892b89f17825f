"""Why two accounts are taken for one incident or for two, in sentences an analyst can check.

`compare` is the explained form of `similarity.points`: the same traits, the same points, with a
sentence for each trait that speaks for one incident and for each that speaks against it. The words
are the reports' own figures and names; nothing is decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from advisory.incidents.similarity import (
    MERGE_POINTS,
    Relation,
    Traits,
    actor_points,
    are_apart,
    are_compatible,
    points,
    relation,
    traits_of,
)
from advisory.model.incident import Account
from advisory.model.value import Count
from advisory.model.wording import count_words


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two accounts are: a score from 0 to 1, and why.

    `is_same` says whether, taken alone, the two would make one incident.
    """

    score: float
    is_same: bool
    why_same: tuple[str, ...]
    why_not: tuple[str, ...]


def compare(one: Account, other: Account, families: Mapping[str, str]) -> Likeness:
    """Return how alike two accounts are, and why; the order of the two makes no difference."""
    first, second = traits_of(one, families), traits_of(other, families)
    apart = are_apart(first, second)
    score = points(first, second)
    return Likeness(
        score=score / 100,
        is_same=score >= MERGE_POINTS and not apart,
        why_same=tuple(why for why, speaks_for in _sentences(first, second) if speaks_for),
        why_not=tuple(why for why, speaks_for in _sentences(first, second) if not speaks_for),
    )


def why_same(one: Traits, other: Traits) -> str:
    """Return all that speaks for one incident, as one clause."""
    return "; ".join(why for why, speaks_for in _sentences(one, other) if speaks_for)


def _sentences(one: Traits, other: Traits) -> list[tuple[str, bool]]:
    told = (
        _about_place(one, other),
        _about_days(one, other),
        _about_type(one, other),
        _about_toll(one, other),
        _about_actors(one, other),
    )
    return [sentence for sentence in told if sentence is not None]


def _about_place(one: Traits, other: Traits) -> tuple[str, bool] | None:
    if one.place is None or other.place is None:
        return ("one of them names no place", False)
    kind, km = relation(one.place, other.place)
    first, second = sorted((one.place.name, other.place.name))
    match kind:
        case Relation.SAME:
            return (f"both in {first}", True)
        case Relation.INSIDE:
            inner, outer = sorted((one.place, other.place), key=lambda place: place.precision)
            return (f"{inner.name} may be the place meant by {outer.name}", True)
        case Relation.NEAR:
            return (f"{first} and {second} are {km:.0f} km apart", True)
        case Relation.APART:
            return (f"{first} and {second} are different places", False)
        case Relation.UNKNOWN:
            return (f"how {first} and {second} lie to each other is not known", False)


def _about_days(one: Traits, other: Traits) -> tuple[str, bool]:
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first > last:
        told = " and ".join(sorted((_days(one), _days(other))))
        return (f"{told} have no day in common", False)
    if not (one.dated and other.dated):
        return ("a day is not told by both; the week before the report fits", True)
    if first == last:
        return (f"both can be of {first}", True)
    return (f"both can be of {first} to {last}", True)


def _about_type(one: Traits, other: Traits) -> tuple[str, bool]:
    first, second = sorted((one.type, other.type))
    if first == second:
        return (f"both {first}", True)
    alike = one.family == other.family
    same = "of one family" if alike else "of different families"
    return (f"{first} and {second} are types {same}", alike)


def _about_toll(one: Traits, other: Traits) -> tuple[str, bool] | None:
    for who in ("killed", "injured"):
        first, second = getattr(one, who), getattr(other, who)
        if first is not None and second is not None:
            low, high = sorted((first, second), key=_by_size)
            fits = low.best == high.best or are_compatible(low, high)
            verb = "fit together" if fits else "contradict each other"
            return (f"{count_words(low)} and {count_words(high)} {who} {verb}", fits)
    return None


def _about_actors(one: Traits, other: Traits) -> tuple[str, bool] | None:
    if not (one.actors and other.actors):
        return None
    common = sorted(set(one.actors) & set(other.actors))
    if actor_points(one.actors, other.actors):
        return (f"both name {', '.join(common)}", True)
    told = ", the other ".join(sorted((", ".join(one.actors), ", ".join(other.actors))))
    return (f"one names {told}", False)


def _by_size(count: Count) -> tuple[int, int, str]:
    return count.low, count.best, count.qualifier


def _days(traits: Traits) -> str:
    if traits.first == traits.last:
        return str(traits.first)
    return f"{traits.first} to {traits.last}"

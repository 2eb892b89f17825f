"""Which actors of a sentence stand where one is named within another."""

from collections.abc import Iterable, Sequence

from advisory.extraction.actors.actor_found import ActorFound


def whole(actors: Sequence[ActorFound]) -> list[ActorFound]:
    """Leave out who begins inside a name: the "18 gang members" of "Barrio 18 gang members"."""
    named = [(one.start, one.end) for one in actors if not one.is_unnamed]
    return [
        one
        for one in actors
        if not (one.is_unnamed and any(a < one.start < b < one.end for a, b in named))
    ]


def with_bodies(actors: list[ActorFound], bodies: Iterable[ActorFound]) -> list[ActorFound]:
    """Add the bodies that are no part of an actor known by name; "army" is a part of theirs."""
    for body in bodies:
        beside = [one for one in actors if one.end <= body.start or body.end <= one.start]
        if all(one in beside or (one.is_unnamed and one.start >= body.start) for one in actors):
            actors = sorted([*beside, body], key=lambda one: (one.start, one.end))
    return actors

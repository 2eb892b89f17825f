"""An actor as it stands in a text."""

from collections.abc import Iterable
from typing import NamedTuple

from advisory.model.vocabulary import ActorKind

LAWLESS = frozenset({ActorKind.ARMED_GROUP, ActorKind.CRIMINALS, ActorKind.UNIDENTIFIED})
"""Who bears arms, and not for a state."""
ARMY = "gen_army"
"""The id of an army that nobody names."""


class ActorFound(NamedTuple):
    """An actor in a text, by offsets, with the entry that names it."""

    start: int
    end: int
    id: str
    name: str
    kind: ActorKind
    rule: str
    is_unnamed: bool = False
    is_alleged: bool = False  # "suspected": somebody ascribes it


def has_armed_group(actors: Iterable[ActorFound]) -> bool:
    """Whether one of these actors fights, and not for a state."""
    return any(actor.kind is ActorKind.ARMED_GROUP for actor in actors)


def is_group(actor: ActorFound) -> bool:
    """Whether it is an armed group known by name."""
    return actor.kind is ActorKind.ARMED_GROUP and not actor.is_unnamed

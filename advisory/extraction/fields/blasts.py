"""What an explosion was: nobody's deed where a report says so, and nobody's yet where none knows.

"An explosion" is read as a bombing, as most are that the news tells of. Where its own sentences say
that a gas cylinder burst, or that nobody knows the cause, and name neither a bomb nor anybody who
laid it, to call it one would be a claim that nobody makes.
"""

from collections.abc import Collection, Iterable

from advisory.extraction.roles.roles import Part
from advisory.extraction.tellings.tellings import Telling
from advisory.model.vocabulary import ActorRole

_FOUND = frozenset({"bomb_defused", "ordnance_cleared"})
MISHAP, UNKNOWN = "industrial_accident", "explosion"


def by_its_cause(
    kind: str,
    tellings: Iterable[Telling],
    weapons: Collection[str],
    actors: Iterable[Part],
    *,
    is_deadly: bool,
) -> str:
    """Return what an explosion was where a report says that nobody did it, or that none knows."""
    if kind in _FOUND and is_deadly:
        return "mine_explosion"  # "an unexploded shell killed three children"
    is_told = "bomb" in weapons or any(p.actor.role is ActorRole.PERPETRATOR for p in actors)
    if kind != "bombing" or is_told:
        return kind
    cues = {cue for telling in tellings for cue in telling.sentence.cues}
    if "mishap" in cues:
        return MISHAP
    return UNKNOWN if "unknown_cause" in cues else kind

"""What an incident was where its words alone would say too much or too little.

An attack on soldiers is combat, whatever the report calls it: ACLED books it as a battle,
travellers are not its target, and a guerrilla's communique lists dozens a week. What is hit says
so: barracks, a patrol, troops, and nothing and nobody else; where any civilian, or the police of a
town, was hit too, it stays an attack, and so it does where nobody but the attackers died: the
soldiers who shot them may not be whom they came for. An ambush keeps the hazard of the road. Where
no word names an act ("220 rebels were killed") and only fighters died, they fell in a clash.
Several whom rebels or jihadists murder no criminals did.

"An explosion" is read as a bombing, as most are that the news tells of. Where its own sentences say
that a gas cylinder burst, or that nobody knows the cause, and name neither a bomb nor anybody who
laid it, to call it one would be a claim that nobody makes.
"""

from collections.abc import Collection, Iterable

from advisory.extraction.counts.people import FIGHTERS
from advisory.extraction.fields.figure import Figure
from advisory.extraction.roles.roles import Part
from advisory.extraction.tellings.tellings import Telling
from advisory.model.vocabulary import ActorKind

_OF_FORCES = {
    "armed_attack": "attack_on_forces",
    "ambush": "ambush_of_forces",
    "convoy_attack": "ambush_of_forces",
}
_FORCES = frozenset({"military"})
_FOR_A_CAUSE = frozenset(
    {"gen_rebels", "gen_militants", "gen_jihadists", "gen_terrorists", "gen_extremists"}
    | {"gen_separatists"}
)
_FOUND = frozenset({"bomb_defused", "ordnance_cleared"})
MISHAP, UNKNOWN = "industrial_accident", "explosion"


def by_what_was_hit(
    kind: str,
    targets: Collection[str],
    tolls: Collection[Figure],
    actors: Iterable[Part],
    *,
    is_faint: bool,
) -> str:
    """Return the type of an attack by what was hit: on soldiers alone it is combat."""
    hurt = {part.who for toll in tolls for part in toll.parts}
    did = [part.actor for part in actors if part.is_doer]
    is_of_many = any(toll.count.low > 1 for toll in tolls)
    if kind == "murder" and is_of_many and any(actor.id in _FOR_A_CAUSE for actor in did):
        kind = "armed_attack"
    doers = [actor.kind for actor in did]
    is_fought = is_faint and ActorKind.ARMED_GROUP not in doers
    if is_fought and kind == "armed_attack" and "attacker" in hurt and hurt <= FIGHTERS:
        return "armed_clash"
    is_combat = (
        kind in _OF_FORCES
        and set(targets) == _FORCES
        and hurt <= FIGHTERS
        and hurt != {"attacker"}
        and ActorKind.STATE_FORCE not in doers  # whom they fire at need not be armed
    )
    return _OF_FORCES[kind] if is_combat else kind


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
    if kind != "bombing" or "bomb" in weapons or any(part.is_doer for part in actors):
        return kind
    cues = {cue for telling in tellings for cue in telling.sentence.cues}
    if "mishap" in cues:
        return MISHAP
    return UNKNOWN if "unknown_cause" in cues else kind

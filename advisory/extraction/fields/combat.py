"""An attack on soldiers is combat, whatever the report calls it.

ACLED books it as a battle, travellers are not its target, and a guerrilla's communique lists dozens
a week. What is hit says so: barracks, a patrol, troops, and nothing and nobody else; where any
civilian, or the police of a town, was hit too, it stays an attack, and so it does where nobody but
the attackers died: the soldiers who shot them may not be whom they came for. An ambush keeps the
hazard of the road. Where no word names an act ("220 rebels were killed") and only fighters died,
they fell in a clash. Several whom rebels or jihadists murder no criminals did.
"""

from collections.abc import Collection, Iterable

from advisory.extraction.fields.figure import Figure
from advisory.extraction.roles.roles import Part
from advisory.model.vocabulary import ActorKind, ActorRole

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
_ARMED = frozenset({"force", "attacker"})


def kind_of(
    kind: str,
    targets: Collection[str],
    tolls: Iterable[Figure],
    actors: Iterable[Part],
    *,
    is_faint: bool,
) -> str:
    """Return the type of an attack by what was hit: on soldiers alone it is combat."""
    tolls = tuple(tolls)
    hurt = {part.who for toll in tolls for part in toll.parts}
    did = [part.actor for part in actors if part.actor.role is ActorRole.PERPETRATOR]
    is_of_many = any(toll.count.low > 1 for toll in tolls)
    if kind == "murder" and is_of_many and any(actor.id in _FOR_A_CAUSE for actor in did):
        return "armed_attack"
    doers = [actor.kind for actor in did]
    is_fought = is_faint and ActorKind.ARMED_GROUP not in doers
    if is_fought and kind == "armed_attack" and "attacker" in hurt and hurt <= _ARMED:
        return "armed_clash"
    is_combat = (
        kind in _OF_FORCES
        and set(targets) == _FORCES
        and hurt <= _ARMED
        and hurt != {"attacker"}
        and ActorKind.STATE_FORCE not in doers  # whom they fire at need not be armed
    )
    return _OF_FORCES[kind] if is_combat else kind

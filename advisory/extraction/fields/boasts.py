"""Two figures of one incident, where a side of the fight boasts and others count, too.

What two sides each say that they killed is never added up, and a boast yields to what anybody else
says of the same dead.
"""

from advisory.extraction.counts.people import FIGHTERS
from advisory.extraction.counts.toll import Toll
from advisory.extraction.fields.figure import Figure
from advisory.model.value import Part
from advisory.model.vocabulary import SpeakerKind

_SIDES = {"attacker": "attacker", "person": "anybody"}


def outweighs_a_boast(best: Figure, new: Figure, toll: Toll) -> bool:
    """Whether somebody else names what a side of the fight boasted of: the toll, or its own dead.

    "The group said it killed 40 soldiers. The government said 20 militants were killed", or "that
    two soldiers died". Whom a side says that it killed counts only where nobody beside the fight
    counts them: "the army said it killed 12 rebels. Doctors said that nine people died".
    """
    if new.speaker is None or not _is_boasted(best, new):
        return False
    who, boasted = ({part.who for part in one.parts} for one in (new, best))
    is_of_its_dead = who == {"attacker"} and are_sides(best, new) and not best.is_of_a_strike
    is_of_no_side = new.speaker.kind is not SpeakerKind.PARTY and who.isdisjoint(FIGHTERS)
    is_admitted = bool(boasted) and who in (boasted, set())
    is_told = toll.is_whole or is_of_its_dead or is_of_no_side or is_admitted
    return is_told and new.is_firm


def are_sides(best: Figure, new: Figure) -> bool:
    """Whether one counts attackers and the other their victims."""
    sides = {_side(part) for part in best.parts}
    others = {_side(part) for part in new.parts}
    return bool(sides and others) and not sides & others and new.is_firm


def is_another_account(best: Figure, new: Figure) -> bool:
    """Whether two count the same dead: "a group said it was four; the police said two died".

    What the report itself says of all the dead stands beside a later word that the toll was more.
    """
    if new.speaker is None:
        return False
    if best.speaker is None:
        return best.sentence != new.sentence and best.count.high is not None
    if best.speaker.name == new.speaker.name:
        return False
    kinds, others = {part.who for part in best.parts}, {part.who for part in new.parts}
    return not (kinds and others) or bool(kinds & others)


def _is_boasted(best: Figure, new: Figure) -> bool:
    """Whether what is known is only what a side of the fight said of its own success."""
    return best.is_boast and not _are_of_one(best, new)


def is_a_boast(best: Figure, new: Figure) -> bool:
    """Whether a side of the fight says it of its own, and somebody else said what is known.

    Those whom a strike hit are civilians to one and "terrorists" to the state whose strike it was.
    """
    is_party = new.speaker is not None and new.speaker.kind is SpeakerKind.PARTY
    is_office = new.speaker is not None and new.speaker.kind is SpeakerKind.OFFICIAL
    is_of_enemies = is_office and {part.who for part in new.parts} == {"attacker"}
    is_party = is_party or (best.is_of_a_strike and (new.is_boast or is_of_enemies))
    return is_party and not _are_of_one(best, new)


def _are_of_one(best: Figure, new: Figure) -> bool:
    """Whether the same one tells both; "it" and "she" are who spoke before."""
    if best.speaker is None or new.speaker is None:
        return False
    is_pronoun = best.speaker.is_pronoun or new.speaker.is_pronoun
    return is_pronoun or best.speaker.name == new.speaker.name


def _side(part: Part) -> str:
    return _SIDES.get(part.who, "victim")

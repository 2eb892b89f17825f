"""Two figures of one incident, where a side of the fight boasts and others count, too.

What two sides each say that they killed is never added up, and a boast yields to what anybody else
says of the same dead. Whoever counts more than was told raises the most who may have died, and
never the least; whoever else puts the whole toll lower lowers the least.
"""

from dataclasses import replace

from advisory.extraction.claims.sayings import sayings
from advisory.extraction.counts.people import FIGHTERS
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.toll import Toll
from advisory.extraction.fields.figure import Figure, recounted
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier, SpeakerKind

_PUTTING, _NEAR = "^", 5  # the tag of "put" and the words between it and "killed at four"
_TOLL, _PEOPLE = "T", frozenset("pP")  # tags of "the toll among security personnel"
_FAR_MORE = 20  # times as many: of a year, or of the war
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
        return best.sentence != new.sentence and _is_somebodys(new)
    if best.speaker is None:
        return best.sentence != new.sentence and best.count.high is not None
    if best.speaker.name == new.speaker.name:
        return False
    kinds, others = {part.who for part in best.parts}, {part.who for part in new.parts}
    return not (kinds and others) or bool(kinds & others)


def is_rival(best: Figure, new: Figure) -> bool:
    """Whether somebody else counts more: "officials said nine died, residents said 30".

    So does a side of the fight that says whom it killed: "the army said it killed 20 rebels".
    """
    telling, toll = new.told or (None, None)
    if telling is None or toll is None or toll.is_others or not new.is_firm:
        return False
    sentence, number = telling.sentence, new.count.low
    is_of_more = sentence.has("aggregate") or number > _FAR_MORE * best.count.low
    if is_of_more or any(one.has_lingered for one in sentence.tolls):
        return False
    if are_sides(best, new) and is_a_boast(best, new):
        return not best.is_boast
    return number > best.count.low and is_another_account(best, new)


def is_lower(best: Figure, new: Figure, toll: Toll) -> bool:
    """Whether somebody else puts the whole toll lower: "19 died; the army put the dead at 11"."""
    if not toll.is_whole or toll.is_revision or new.speaker is None:
        return False
    is_less = 0 < new.count.low < best.count.low and not best.is_headline
    is_less = is_less and best.sentence != new.sentence and _is_of_everybody(new)
    return is_less and (best.speaker is None or is_another_account(best, new))


def _is_of_everybody(figure: Figure) -> bool:
    """Whether a toll counts no side alone: not "put the toll among the police at two"."""
    if figure.told is None:
        return False
    telling, toll = figure.told
    _, told, among = letters(telling.sentence.tokens[toll.first : toll.last]).partition(_TOLL)
    is_of_fighters = any(part.who in FIGHTERS for part in figure.parts)
    return bool(told) and not is_of_fighters and _PEOPLE.isdisjoint(among)


def with_lower(best: Figure, rival: Figure) -> Figure:
    """Return what two accounts leave open where the second is the lower one."""
    hedge = Qualifier.AT_LEAST if best.count.high is None else Qualifier.BETWEEN
    count = Count(rival.count.low, best.count.high, hedge)
    return recounted(best, count, rival.spans)


def with_rival(best: Figure, rival: Figure) -> Figure:
    """Return what two accounts leave open: as many as both say died, or as one of them says.

    Whom each side killed may all be dead; but whom a strike hit may be the same to both.
    """
    one, other = best.count.high, rival.count.high
    are_others = are_sides(best, rival) and not best.is_of_a_strike
    most = None if one is None or other is None else one + other if are_others else max(one, other)
    hedge = Qualifier.AT_LEAST if most is None else Qualifier.BETWEEN
    spans = (*best.spans, *rival.spans)
    return replace(best, count=Count(best.count.low, most, hedge), spans=spans)


def _is_somebodys(figure: Figure) -> bool:
    """Whether somebody says it whom nobody makes out: "their 'general' spoke of four dead"."""
    if figure.told is None:
        return False
    telling, toll = figure.told
    before = telling.sentence.tokens[max(0, toll.first - _NEAR) : toll.first]
    return _PUTTING in letters(before) or any(True for _ in sayings(telling.sentence))


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

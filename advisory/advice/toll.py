"""How many were killed and injured, by whose word, and what nobody said of it.

The headline carries the figure every credible account supports; here follow a figure that only a
party to the fight gives, a higher one with its speaker, who the dead were, and what is not known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisory.advice.claims import higher_figure
from advisory.advice.telling import Telling
from advisory.advice.wording import quoted_if_loaded
from advisory.advice.words import capital, listed, of_people, say, with_article
from advisory.model.advice import Provenance, Slot, Statement
from advisory.model.incident import Incident
from advisory.model.value import Claim, Count, Part
from advisory.model.vocabulary import (
    ActorKind,
    ActorRole,
    Category,
    Qualifier,
)
from advisory.model.wording import count_words

_ATTACKER, _FIGHTER = "attacker", "fighter"
_PLURALS = {
    "child": "children",
    "woman": "women",
    "man": "men",
    "force": "members of the forces",
    "police": "police officers",
    "staff": "staff",
}


def toll_clause(telling: Telling) -> tuple[str, dict[str, Slot]]:
    """Return the end of the first sentence, ", killing ...", and its slots; empty where unknown."""
    incident = telling.incident
    slots: dict[str, Slot] = {}
    if _is_told(incident.killed) and not incident.party_claims():
        slots["killed"] = telling.count("killed")
    if _is_told(incident.injured) and not incident.party_claims("injured"):
        slots["injured"] = telling.count("injured")
    words = {
        "killed": f"killing {{killed}} {_counted(incident.killed)}",
        "injured": f"injuring {{injured}} {_counted(incident.injured, others='killed' in slots)}",
    }
    toll = " and ".join(words[field] for field in slots)
    return (f", {toll}" if toll else ""), slots


def _is_told(count: Count | None) -> bool:
    return count is not None and count.best > 0


def _counted(count: Count | None, *, others: bool = False) -> str:
    if others:
        return "other" if _is_one(count) else of_people(count, "others") if count else ""
    return of_people(count, _people(count)) if count else _people(count)


def _people(count: Count | None) -> str:
    return "person" if _is_one(count) else "people"


def _is_one(count: Count | None) -> bool:
    """Whether one is counted, or "at least 1"."""
    return count is not None and count.best == 1


def taken_toll(telling: Telling) -> Iterator[Statement]:
    """Yield how many were abducted, where anybody says."""
    count = telling.incident.abducted
    if count is not None and count.best:
        be = "was" if _is_one(count) else "were"
        slot = telling.count("abducted")
        words = f"{{count}} {of_people(count, _people(count))} {be} abducted."
        yield say(words, [slot.ref], count=replace(slot, text=capital(slot.text)))


def party_toll(telling: Telling) -> Iterator[Statement]:
    """Yield the figures that only parties to the fight give, each as its party's word."""
    for field, verb in (("killed", "killed"), ("injured", "injured")):
        spoken = telling.incident.party_claims(field)
        count: Count | None = getattr(telling.incident, field)
        if not spoken or count is None:
            continue
        yield (
            _rivals(telling, spoken)
            if are_rivals(spoken)
            else _shared(telling, spoken, count, verb)
        )


def are_rivals(spoken: Sequence[tuple[str, Claim]]) -> bool:
    """Whether several parties speak, and not of the same number."""
    speakers = {claim.speaker for _, claim in spoken}
    return len(speakers) > 1 and len({claim.count for _, claim in spoken}) > 1


def _rivals(telling: Telling, spoken: Sequence[tuple[str, Claim]]) -> Statement:
    """Return what each says in its own words: "killed 40 militants", "killed 33 soldiers"."""
    slots: dict[str, Slot] = {}
    for n, (report, claim) in enumerate(spoken):
        slots[f"who{n}"] = _speaker(claim, telling, report)
        words = " ".join(claim.value.split())
        slots[f"words{n}"] = Slot(f'"{words}"', Provenance.EVIDENCE, report)
    each = ". ".join(f"{{who{n}}}: {{words{n}}}" for n in range(len(spoken)))
    reports = [report for report, _ in spoken]
    return say(
        f"The parties to the fighting differ. {each}. None of it is confirmed.", reports, **slots
    )


def _shared(
    telling: Telling, spoken: Sequence[tuple[str, Claim]], count: Count, verb: str
) -> Statement:
    slots = {f"speaker{n}": speaker for n, speaker in enumerate(telling.parties(spoken))}
    names = listed([f"{with_article(s.text)}{{{name}}}" for name, s in slots.items()])
    role = "a party" if len(slots) == 1 else "parties"
    be = "was" if _is_one(count) else "were"
    slots["count"] = Slot(capital(count_words(count)), Provenance.EVIDENCE, spoken[0][0])
    return say(
        f"{{count}} {of_people(count, _people(count))} {be} {verb}, according to {names}, "
        f"{role} to the fighting; not confirmed.",
        [report for report, _ in spoken],
        **slots,
    )


def higher_toll(telling: Telling) -> Iterator[Statement]:
    """Yield the highest figure above the headline, with its speaker."""
    found = higher_figure(telling.incident)
    if found:
        report, claim, count = found
        yield say(
            "{speaker} said {count} were killed.",
            [report],
            speaker=_speaker(claim, telling, report),
            count=Slot(count_words(count), Provenance.EVIDENCE, report),
        )


def _speaker(claim: Claim, telling: Telling, report: str) -> Slot:
    if claim.speaker is None:
        return Slot("A speaker who is not named", Provenance.COMPUTED, "claim without a speaker")
    slot = telling.name(claim.speaker, None, report)
    text = capital(f"{with_article(slot.text)}{slot.text}")
    return Slot(text, slot.provenance, slot.ref)


def who_died(telling: Telling) -> Iterator[Statement]:
    """Yield who is reported among the dead, and how many where that is said."""
    report = telling.report_of("killed_parts")
    spoken = telling.incident.party_claims()
    if are_rivals(spoken):
        return  # each party's own words say whom it means
    for part in telling.incident.killed_parts:
        slots = {
            "count": Slot(count_words(part.count), Provenance.EVIDENCE, report),
            "who": Slot(of_people(part.count, _who(telling, part)), Provenance.EVIDENCE, report),
        }
        unsaid = "; how many is not said" if part.count.qualifier is Qualifier.VAGUE else ""
        if spoken:
            yield say(
                f"The same party counts {{count}} {{who}} among them{unsaid}.", [report], **slots
            )
        else:
            be = "is" if part.count == Count.exactly(1) else "are"
            slots["count"] = Slot(capital(slots["count"].text), Provenance.EVIDENCE, report)
            yield say(f"{{count}} {{who}} {be} reported among the dead{unsaid}.", [report], **slots)


def _who(telling: Telling, part: Part) -> str:
    who = part.who
    if who == _ATTACKER and not _came_to_attack(telling.incident):
        who = _FIGHTER
    if part.count == Count.exactly(1):
        return quoted_if_loaded(who)
    return quoted_if_loaded(_PLURALS.get(who, f"{who.removesuffix('s')}s"))


def _came_to_attack(incident: Incident) -> bool:
    """Whether armed people who died had come to attack: not those whom an army or rivals hit."""
    were_hit = any(
        actor.kind is ActorKind.ARMED_GROUP and actor.role is not ActorRole.PERPETRATOR
        for actor in incident.actors
    )
    by_forces = any(
        actor.kind is ActorKind.STATE_FORCE and actor.role is ActorRole.PERPETRATOR
        for actor in incident.actors
    )
    return not (were_hit or by_forces or incident.category is Category.CLASH)


def unknown_toll(telling: Telling) -> Iterator[Statement]:
    """Yield what nobody said of the toll; never a number in its stead."""
    incident = telling.incident
    if incident.killed is None and incident.injured is None:
        if incident.toll_matters:
            yield say("The toll is not known.")
    elif incident.killed is None:
        yield say("The number of the killed is not known.")
    elif incident.injured is None and incident.killed.best:
        yield say("No figure for the injured was given.")
    elif not incident.killed.best:
        yield say("Nobody was killed, by the reports.", incident.reports)

"""What happened, in the order of an alert: the fact, who did it, who says more, what is not known.

The first sentence says what, where, when and how many, with exactly the hedge of the reports. Then
come who was taken and who is free again, the author as attributed or claimed, a higher figure with
its speaker, who the dead were, who denies it, and what nobody said. A toll that nobody gave is "not
known", never a number; one that only a party to the fight gives is that party's word.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from advisory.advice.called_off import off, off_reports, off_words
from advisory.advice.claims import actors, claimants, deniers
from advisory.advice.dossier import day_of
from advisory.advice.freed import freed
from advisory.advice.telling import Telling
from advisory.advice.toll import (
    higher_toll,
    party_toll,
    taken_toll,
    toll_clause,
    unknown_toll,
    who_died,
)
from advisory.advice.words import (
    capital,
    date_words,
    place_slot,
    preposition,
    say,
    with_article,
)
from advisory.model.advice import Provenance, Slot, Statement
from advisory.model.incident import Incident
from advisory.model.value import Actor
from advisory.model.vocabulary import (
    NOT_HAPPENED,
    ActorKind,
    ActorRole,
    Category,
    Hazard,
    SpeakerKind,
    Status,
)
from advisory.model.wording import counted

FIGURES_SETTLE_AFTER_DAYS = 7
_HITS = frozenset({Category.AIRSTRIKE, Category.SHELLING, Category.BOMBING, Category.DISASTER})
_WIDE = frozenset({"admin1", "admin2", "country", "unlocated"})  # too large to be hit
_DONE = frozenset(
    {
        Category.AIRSTRIKE,
        Category.ARSON,
        Category.ATTACK,
        Category.BOMBING,
        Category.HIJACKING,
        Category.KIDNAPPING,
        Category.ROBBERY,
        Category.SABOTAGE,
        Category.SHELLING,
    }
)  # what somebody does to somebody: who did it is a question
_SPOKEN_FOR = frozenset({ActorKind.STATE_FORCE, ActorKind.ARMED_GROUP, ActorKind.PRIVATE_FORCE})

_AT_RISK_ABROAD = frozenset({"from_abroad", "foreigner", "aid_worker", "journalist"})
_OF_THE_EVENT = frozenset({"control", "type", "status", "incident"})


def situation(telling: Telling, today: date) -> tuple[Statement, ...]:
    """Return everything that is known of an incident, and what is not, as statements."""
    return (opening(telling, today), *_after(telling, today))


def opening(telling: Telling, today: date) -> Statement:
    """Return the first sentence: what, where, when, how many."""
    incident = telling.incident
    place = place_slot(incident.place, telling.report_of("place"))
    words = date_words(incident.date)
    if incident.status in NOT_HAPPENED and words.startswith("on "):
        words = f"for {words.removeprefix('on ')}"
    told_by = off_reports(telling)[-1] if incident.moved_from else telling.report_of("date")
    when = Slot(words, Provenance.EVIDENCE, told_by)
    toll, slots = toll_clause(telling)
    comma = "," if ", " in place.text else ""
    if incident.status is Status.CALLED_OFF:
        said, slots = off_words(telling)
        toll = f"{_end_of(telling)}{said}"
    sentence = f"{{what}} {_verb(telling, today)} {{place}}{comma} {{when}}{toll}."
    return say(sentence, off_reports(telling), what=telling.what, place=place, when=when, **slots)


def _end_of(telling: Telling) -> str:
    if telling.incident.hazard is Hazard.NATURAL_HAZARD:
        return ": the warning was lifted"
    return f" {'were' if telling.is_plural else 'was'} called off"


def _verb(telling: Telling, today: date) -> str:
    incident = telling.incident
    where = preposition(incident.place)
    if incident.status in NOT_HAPPENED:
        is_warning = incident.hazard is Hazard.NATURAL_HAZARD
        told = "warned of" if is_warning else "announced"
        if incident.status is Status.CALLED_OFF:
            return f"{told} {where}"
        is_now, was = ("are", "were") if telling.is_plural else ("is", "was")
        return f"{was if day_of(incident) < today else is_now} {told} {where}"
    if incident.category in _HITS and incident.place and incident.place.kind not in _WIDE:
        return "hit"
    return f"{'were' if telling.is_plural else 'was'} reported {where}"


def _after(telling: Telling, today: date) -> Iterator[Statement]:
    yield from off(telling)
    yield from party_toll(telling)
    yield from taken_toll(telling)
    yield from _taken(telling)
    yield from freed(telling)
    yield from authors(telling)
    yield from higher_toll(telling)
    yield from who_died(telling)
    yield from _denials(telling)
    yield from unknown_toll(telling)
    yield from _silent_parties(telling)
    if not telling.incident.party_claims():
        yield voices(telling)
    if (today - day_of(telling.incident)).days < FIGURES_SETTLE_AFTER_DAYS and _has_toll(telling):
        yield say("Figures may change.")


def _has_toll(telling: Telling) -> bool:
    incident = telling.incident
    return incident.killed is not None or incident.injured is not None


def _taken(telling: Telling) -> Iterator[Statement]:
    """Yield who was abducted, as the first report that says so calls them."""
    if telling.incident.category is not Category.KIDNAPPING:
        return
    words = (
        (account.mention.report, proof.spans[0].text)
        for account in telling.incident.accounts
        for proof in account.mention.evidence
        if proof.field == "targets" and proof.rule.rpartition("/")[2] in _AT_RISK_ABROAD
    )
    for report, who in islice(words, 1):
        slot = Slot(who, Provenance.EVIDENCE, report)
        yield say('Taken, in the words of the report: "{who}".', [report], who=slot)


def authors(telling: Telling) -> Iterator[Statement]:
    """Yield who did it as attributed or claimed, who fought, and who was the target."""
    claimed = claimants(telling.incident)
    if not actors(telling.incident, ActorRole.PERPETRATOR) and telling.incident.category in _DONE:
        yield say("We found no word of who carried it out.")
    be = "are" if telling.is_plural else "is"
    for role, words in (
        (ActorRole.PERPETRATOR, f"The {{what}} {be} {{how}} {{names}}."),
        (ActorRole.PARTY, f"Named as {_taking_part(telling.incident)}: {{names}}."),
        (ActorRole.SUPPORTER, "Named beside them: {names}."),
        (ActorRole.TARGET, "Named as the target: {names}."),
    ):
        named = actors(telling.incident, role)
        if named:
            how = _how(named[0][1], claimed)
            yield telling.naming(words.replace("{how}", how), named)


def _taking_part(incident: Incident) -> str:
    """Return what a party does: whoever marches, strikes or breaks out of jail fights nobody."""
    named = actors(incident, ActorRole.PARTY)
    is_crowd = all(actor.kind is ActorKind.CIVILIANS for _, actor in named)
    return "taking part" if is_crowd else "fighting"


def _how(actor: Actor, claimed: Collection[str]) -> str:
    """Return how an act is tied to who did it: nobody claims for, or blames, "two hooded men"."""
    if actor.name in claimed:
        return "claimed by"
    is_seen = actor.is_unnamed and not actor.attributed
    return "reported as carried out by" if is_seen else "attributed to"


def _can_speak(actor: Actor) -> bool:
    """Whether it has a voice of its own: an army has, "gunmen" have not."""
    return actor.name[:1].isupper() or with_article(actor.name) == "the "


def voices(telling: Telling) -> Statement:
    """Return how many reports tell it, and how many independent voices stand behind them."""
    incident = telling.incident
    reports, voices = len(incident.reports), len(incident.origins or incident.reports[:1])
    return say(
        f"Told by {{reports}}, with {{voices}} behind {'it' if reports == 1 else 'them'}.",
        incident.reports,
        reports=Slot(counted(reports, "report"), Provenance.COMPUTED, incident.id),
        voices=Slot(counted(voices, "independent voice"), Provenance.COMPUTED, incident.id),
    )


def _denials(telling: Telling) -> Iterator[Statement]:
    for report, speaker in deniers(telling.incident):
        name = telling.name(speaker, None, report)
        yield say(f"Denied by {with_article(name.text)}{{who}}.", [report], who=name)
    for report, speaker in deniers(telling.incident, part=True):
        name = telling.name(speaker, None, report)
        who = replace(name, text=capital(f"{with_article(name.text)}{name.text}"))
        yield say("{who} denied any part in it.", [report], who=who)


def _silent_parties(telling: Telling) -> Iterator[Statement]:
    heard = {claim.speaker for _, claim in telling.incident.claims}
    silent = _SPOKEN_FOR - ({ActorKind.STATE_FORCE} if _state_spoke(telling) else set())
    named = [
        (report, actor)
        for role in (ActorRole.PERPETRATOR, ActorRole.PARTY, ActorRole.TARGET)
        for report, actor in actors(telling.incident, role)
        if actor.kind in silent and actor.name not in heard and _can_speak(actor)
    ]
    if named:
        yield telling.naming("We found no statement by {names}.", named, "or")


def _state_spoke(telling: Telling) -> bool:
    """Whether an official spoke of the event itself; a toll from a mayor is not the army's word."""
    return any(
        claim.speaker_kind is SpeakerKind.OFFICIAL and claim.field in _OF_THE_EVENT
        for _, claim in telling.incident.claims
    )

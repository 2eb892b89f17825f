"""Phones, roads, borders, airports, curfews, and who holds the town: states that last.

Each is told with since when and by whose word, and never as over before a report says so. What no
report speaks of is a gap, and is listed by name: silence is not calm.
"""

from advisory.advice.claims import party_of
from advisory.advice.dossier import Dossier
from advisory.advice.wording import quoted_if_loaded
from advisory.advice.words import capital, date_slot, listed, place_slot, say, with_article
from advisory.model.advice import Provenance, Slot, Statement
from advisory.model.incident import Condition
from advisory.model.vocabulary import ConditionKind, ConditionState
from advisory.rulebook.conflicts import Conflicts

RECENT_DAYS = 30
_WORDS = {
    ConditionKind.CURFEW: ("Curfew", "in force", "lifted"),
    ConditionKind.STATE_OF_EMERGENCY: ("State of emergency", "in force", "lifted"),
    ConditionKind.ROAD_CLOSED: ("Road", "closed", "open again"),
    ConditionKind.BORDER_CLOSED: ("Border", "closed", "open again"),
    ConditionKind.AIRPORT_CLOSED: ("Airport", "closed", "open again"),
    ConditionKind.TRANSPORT_SUSPENDED: ("Public transport", "suspended", "running again"),
    ConditionKind.PHONES_CUT: ("Telephones", "cut", "working again"),
    ConditionKind.INTERNET_CUT: ("Internet", "cut", "working again"),
    ConditionKind.SUPPLY_SHORTAGE: ("Supplies", "short", "back"),
    ConditionKind.ENTRY_RESTRICTED: ("Entry for foreigners", "restricted", "allowed again"),
    ConditionKind.DEPARTURE_ORDERED: ("Departure of embassy staff", "ordered", "over"),
    ConditionKind.DISPLACEMENT: ("Flight of civilians", "going on", "over"),
}
_PARTS = {  # what of a kind has words of its own
    "flights": ("Flights", "suspended", "running again"),
    "ports": ("Ports", "closed", "open again"),
}
_WATCHED = {
    ConditionKind.ROAD_CLOSED: "roads",
    ConditionKind.BORDER_CLOSED: "borders",
    ConditionKind.AIRPORT_CLOSED: "airports",
    ConditionKind.PHONES_CUT: "telephones",
    ConditionKind.INTERNET_CUT: "internet",
    ConditionKind.CURFEW: "curfews",
    ConditionKind.SUPPLY_SHORTAGE: "supplies",
}
_NAMES = {
    **_WATCHED,
    ConditionKind.TRANSPORT_SUSPENDED: "public transport",
    ConditionKind.STATE_OF_EMERGENCY: "a state of emergency",
    ConditionKind.ENTRY_RESTRICTED: "entry for foreigners",
    ConditionKind.DEPARTURE_ORDERED: "the departure of embassy staff",
}
_MENDED = {ConditionKind.PHONES_CUT: "repair", ConditionKind.INTERNET_CUT: "repair"}


def access(dossier: Dossier, conflicts: Conflicts) -> tuple[Statement, ...]:
    """Return one statement for each state that lasts or was lifted, by kind and place.

    Who holds a place is told here while it is news, and in the background afterwards.
    """
    ordered = sorted(dossier.conditions, key=lambda c: (list(ConditionKind).index(c.kind), c.id))
    return tuple(
        holder(condition, conflicts)
        if condition.kind is ConditionKind.CONTROL
        else _statement(condition)
        for condition in ordered
        if condition.kind is not ConditionKind.CONTROL or is_recent(condition, dossier)
    )


def is_recent(condition: Condition, dossier: Dossier) -> bool:
    """Whether a state began in the last 30 days: news, no background."""
    began = condition.since or condition.last_word.date()
    return (dossier.day - began).days < RECENT_DAYS


def _statement(condition: Condition) -> Statement:
    what, held, over = _PARTS.get(condition.subject or "", _WORDS[condition.kind])
    lifted = condition.state is ConditionState.LIFTED
    words = f"{what}{_subject(condition)}: {over if lifted else held} in {{place}}"
    if condition.state is ConditionState.UNKNOWN:
        words = f"{what}{_subject(condition)}: state not known in {{place}}"
    day = condition.until if lifted else condition.since
    words += " since {day}" if day else ""
    until = None if lifted else condition.until
    end = f"; no report of {_MENDED.get(condition.kind, 'its end')}."
    end = "." if lifted else "; until {until}, unless prolonged." if until else end
    slots = {"place": place_slot(condition.place, condition.id)}
    if condition.subject and _subject(condition):
        slots["subject"] = Slot(condition.subject, Provenance.EVIDENCE, _report(condition))
    if until:
        slots["until"] = _told(condition, date_slot(until, "").text)
    if day:
        slots["day"] = _told(condition, date_slot(day, "").text)
    return say(words + end, condition.reports, **slots)


def _subject(condition: Condition) -> str:
    return " ({subject})" if condition.subject and condition.subject not in _PARTS else ""


def _report(condition: Condition) -> str:
    return condition.reports[0] if condition.reports else condition.id


def _told(condition: Condition, text: str) -> Slot:
    return Slot(text, Provenance.EVIDENCE, _report(condition))


def holder(condition: Condition, conflicts: Conflicts) -> Statement:
    """Return who holds a place, since when, as reported."""
    country = condition.place.country if condition.place else None
    day = condition.since or condition.last_word.date()
    subject = condition.subject or "a holder not named"
    party = party_of(subject, subject, conflicts.parties(country, day))
    name = party.name if party else quoted_if_loaded(subject)
    since = " since {day}" if condition.since else ""
    slots = {
        "place": place_slot(condition.place, condition.id),
        "who": _told(condition, capital(f"{with_article(name)}{name}")),
        "last": date_slot(condition.last_word.date(), "last report of it"),
    }
    if condition.since:
        slots["day"] = _told(condition, date_slot(condition.since, "").text)
    words = f"{{who}}: reported to hold {{place}}{since}; last word of it on {{last}}."
    return say(words, condition.reports, **slots)


def unreported(dossier: Dossier) -> Statement | None:
    """Return of which kinds of access no report tells how they stand, None where all are told.

    Those that one tells of are named first: "nothing on roads" beside ferries that are suspended
    would read as if nothing were.
    """
    heard = {condition.kind for condition in dossier.conditions}
    missing = [name for kind, name in _WATCHED.items() if kind not in heard]
    if not missing:
        return None
    names = Slot(listed(missing), Provenance.COMPUTED, "kinds of access without a report")
    told = [name for kind, name in _NAMES.items() if kind in heard]
    if not told:
        return say("How {names} stand is in no report we read.", names=names)
    known = Slot(listed(told), Provenance.COMPUTED, "kinds of access with a report")
    words = "Reports tell of {told}; how {names} stand is in no report we read."
    return say(words, names=names, told=known)

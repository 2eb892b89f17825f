"""The words that a rule's reason is filled with, from an incident or a condition.

What is unknown is said in words and never as a number; a toll is the best figure, never the default
that rules score by. A toll that only those who fight give says so, whatever sentence a rule puts it
into; who they are stands with the incident, and a reason is also read by who carries it through a
checkpoint.
"""

from collections.abc import Mapping
from datetime import date

from advisory.model.incident import Condition, Incident
from advisory.model.value import Count, DateRange, Place
from advisory.model.wording import short_day
from advisory.rulebook.book import IncidentType

_CLAIMED = "(a party's claim)"


def nouns_of(kind: str, types: Mapping[str, IncidentType]) -> tuple[str, str]:
    """Return the noun of a type, singular and plural; the bare word where the type is not known."""
    nouns = types[kind].noun if kind in types else (kind.replace("_", " "),)
    return nouns[0], nouns[-1]


def words_of_incident(incident: Incident, happened: date, noun: str) -> dict[str, str]:
    """Return a word for each placeholder of `rulebook.reasons.OF_INCIDENTS`."""
    return {
        "type": noun,
        "count": "1",
        "killed": _toll(incident, "killed"),
        "injured": _toll(incident, "injured"),
        "abducted": _toll(incident, "abducted"),
        "place": _place(incident.place),
        "date": short_day(happened) + ("" if _is_told(incident.date) else " or before"),
    }


def words_of_condition(condition: Condition) -> dict[str, str]:
    """Return a word for each placeholder of `rulebook.reasons.OF_CONDITIONS`."""
    return {
        "condition": condition.kind.value.replace("_", " "),
        "subject": condition.subject or "",
        "place": _place(condition.place),
        "since": short_day(condition.since) if condition.since else "an unknown day",
    }


def _is_told(told: DateRange | None) -> bool:
    """Whether a report tells the very day."""
    return told is not None and told.first is not None and told.first == told.day


def _toll(incident: Incident, field: str) -> str:
    count: Count | None = getattr(incident, field)
    if count is None:
        return "an unknown number"
    return f"{count.best} {_CLAIMED}" if incident.party_claims(field) else str(count.best)


def _place(place: Place | None) -> str:
    return place.name if place else "an unlocated place"

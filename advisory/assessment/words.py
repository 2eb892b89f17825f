"""The words that a rule's reason is filled with, from an incident or a condition.

What is unknown is said in words and never as a number; a toll is the best figure, never the default
that rules score by.
"""

from collections.abc import Mapping
from datetime import date

from advisory.model.incident import Condition, Incident
from advisory.model.value import Count, Place
from advisory.rulebook.book import IncidentType

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def shown_day(day: date) -> str:
    """Return a day as prose writes it, the same on every machine.

    >>> shown_day(date(2023, 11, 7))
    '7 Nov 2023'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "report"), counted(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def nouns_of(kind: str, types: Mapping[str, IncidentType]) -> tuple[str, str]:
    """Return the noun of a type, singular and plural; the bare word where the type is not known."""
    nouns = types[kind].noun if kind in types else (kind.replace("_", " "),)
    return nouns[0], nouns[-1]


def words_of_incident(incident: Incident, happened: date, noun: str) -> dict[str, str]:
    """Return a word for each placeholder of `rulebook.reasons.OF_INCIDENTS`."""
    return {
        "type": noun,
        "count": "1",
        "killed": _number(incident.killed),
        "injured": _number(incident.injured),
        "place": _place(incident.place),
        "date": shown_day(happened),
    }


def words_of_condition(condition: Condition) -> dict[str, str]:
    """Return a word for each placeholder of `rulebook.reasons.OF_CONDITIONS`."""
    return {
        "condition": condition.kind.value.replace("_", " "),
        "subject": condition.subject or "",
        "place": _place(condition.place),
        "since": shown_day(condition.since) if condition.since else "an unknown day",
    }


def _number(count: Count | None) -> str:
    return str(count.best) if count else "an unknown number"


def _place(place: Place | None) -> str:
    return place.name if place else "an unlocated place"

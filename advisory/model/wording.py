"""How days and counts are written, the same in every room: no more exact than they were told."""

from datetime import UTC, date, datetime

from advisory.model.value import Count
from advisory.model.vocabulary import Qualifier, Status

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNKNOWN = "unknown"
"""How a person writes, and reads, that a value is not known."""
VAGUE = ((2000, "thousands"), (200, "hundreds"), (40, "scores"), (24, "dozens"), (0, "several"))
"""The words of a vague count, by the least number they stand for."""

_HEDGES = {
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.UP_TO: "up to ",
    Qualifier.ABOUT: "about ",
}


def long_day(day: date) -> str:
    """Return a day as a page prints it.

    >>> long_day(date(2023, 11, 7))
    '7 November 2023'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return a day as a narrow column prints it.

    >>> short_day(date(2023, 11, 7))
    '7 Nov 2023'
    """
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def short_instant(instant: datetime) -> str:
    """Return an instant with its zone, which is always UTC.

    >>> short_instant(datetime(2023, 11, 8, 23, 59, 59, tzinfo=UTC))
    '8 Nov 2023 23:59 UTC'
    """
    utc = instant.astimezone(UTC)
    return f"{short_day(utc)} {utc.hour:02d}:{utc.minute:02d} UTC"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "report"), counted(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def count_words(count: Count) -> str:
    """Return a count with exactly the hedge it was told with.

    >>> count_words(Count(12, None, Qualifier.AT_LEAST))
    'at least 12'
    >>> count_words(Count(2, None, Qualifier.VAGUE))
    'several'
    >>> count_words(Count(0, None, Qualifier.AT_LEAST))
    '0 or more'
    """
    if count == Count(0, None, Qualifier.AT_LEAST):
        return "0 or more"
    if count.qualifier is Qualifier.VAGUE:
        return next(word for least, word in VAGUE if count.low >= least)
    if count.qualifier is Qualifier.BETWEEN:
        return f"between {count.low} and {count.high}"
    return f"{_HEDGES.get(count.qualifier, '')}{count.best}"


_DOUBTED = {
    Status.DISPUTED: "; disputed",
    Status.DENIED: "; denied",
    Status.UNVERIFIED: "; not verified",
}


def doubt_words(status: Status) -> str:
    """Return what ends the line of an incident that somebody denies, or nobody could verify.

    >>> doubt_words(Status.DISPUTED), doubt_words(Status.REPORTED)
    ('; disputed', '')
    """
    return _DOUBTED.get(status, "")

"""When something was known, and as of when one looks.

An **as-of** is a UTC instant; a bare date means the last second of that day. A report is
**known at** the instant its `published` names; a bare date is known from the first second of that
day, a month from the first second of its last day. Incident dates are local calendar dates as
reported and are never converted.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WRITTEN = "2023-11-07T18:24:00Z, or a date alone"
_MONTH = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, order=True, slots=True)
class Week:
    """One ISO week in UTC, Monday to Sunday (ISO 8601).

    >>> Week.of(date(2023, 11, 7))
    Week(year=2023, number=45)
    >>> Week(2023, 45).first, Week(2023, 45).last
    (datetime.date(2023, 11, 6), datetime.date(2023, 11, 12))
    """

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        """Return the week a day lies in."""
        calendar = day.isocalendar()
        return cls(calendar.year, calendar.week)

    @property
    def first(self) -> date:
        """The Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The Sunday."""
        return date.fromisocalendar(self.year, self.number, 7)

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02d}"


def parse_as_of(text: str) -> datetime:
    """Return the instant an `--as-of` means.

    Raises:
        ValueError: If the text is neither a date nor an RFC 3339 time with its zone.

    >>> parse_as_of("2023-11-08").isoformat()
    '2023-11-08T23:59:59+00:00'
    >>> parse_as_of("2023-11-07T20:00:00+01:00").isoformat()
    '2023-11-07T19:00:00+00:00'
    """
    if _DAY.fullmatch(text):
        return end_of_day(date.fromisoformat(text))
    return _instant(text)


@lru_cache(maxsize=65_536)
def known_at(published: str) -> datetime:
    """Return when a report of this publication date was known.

    Raises:
        ValueError: If the text is not YYYY-MM, YYYY-MM-DD or RFC 3339.

    >>> known_at("2024-06").isoformat()
    '2024-06-30T00:00:00+00:00'
    """
    if month := _MONTH.fullmatch(published):
        year, number = int(month[1]), int(month[2])
        if number not in range(1, 13):
            raise ValueError(f'"{published}" is not a month')
        return start_of_day(date(year, number, monthrange(year, number)[1]))
    if _DAY.fullmatch(published):
        return start_of_day(date.fromisoformat(published))
    return _instant(published)


def start_of_day(day: date) -> datetime:
    """Return the first second of a UTC day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def end_of_day(day: date) -> datetime:
    """Return the last second of a UTC day."""
    return start_of_day(day) + timedelta(hours=23, minutes=59, seconds=59)


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f'"{text}" is no time: write {_WRITTEN}') from None
    if instant.tzinfo is None:
        raise ValueError(f'"{text}" has no time zone: write {_WRITTEN}')
    return instant.astimezone(UTC)

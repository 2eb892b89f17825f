"""Full dates that cannot be right: after publication, or a year off the days around it."""

from datetime import date, timedelta

from advisory.extraction.dates.calendar import SOON, SURELY_THERE, Published
from advisory.model.value import DateRange

_MISPRINT = timedelta(days=10)


def conflict_of(
    value: DateRange, published: Published | None, *, is_a_year_on: bool = False
) -> str:
    """Return why a full date cannot be right, or nothing; an anniversary is a year off.

    >>> conflict_of(DateRange(date(2022, 11, 14), None), Published.of("2023-11-14"))
    '2022-11-14 looks like a misprint for 2023'
    """
    if published is None or value.first is None or published.is_ahead:
        return ""
    if value.first > published.last + SOON:
        return f"{value.first.isoformat()} is after publication"
    if not is_a_year_on and _is_a_year_off(value.first, published):
        return f"{value.first.isoformat()} looks like a misprint for {published.last.year}"
    return ""


def _is_a_year_off(day: date, published: Published) -> bool:
    """Whether it is the year before, and with the year mended lies right around publication."""
    if published.last.year - day.year != 1 or day > published.last - 6 * _MISPRINT:
        return False
    mended = date(day.year + 1, day.month, min(day.day, SURELY_THERE))
    return abs(published.last - mended) <= _MISPRINT

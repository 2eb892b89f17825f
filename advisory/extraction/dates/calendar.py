"""What a day, a month or a year means that a report tells by its name or number.

Each function takes the named groups of one date pattern and gives the days, or None where they
cannot be known. A day without a year is the last such day not after publication. Days that are
counted from publication are in `from_today`.
"""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.lexicon import Grammar

Groups = Mapping[str, str | None]
SOON, _LONG_OVER = timedelta(days=2), timedelta(days=60)
SURELY_THERE = 28
YEARS = range(1500, 2101)  # any other number is a resolution's or a model's
_CENTURY_TURNS = 50


class Published(NamedTuple):
    """When a report was published: one day, or the first and last day of a month."""

    first: date
    last: date
    is_ahead: bool = False  # a sentence that announces looks at the days to come

    @classmethod
    def of(cls, published: str | None) -> "Published | None":
        """Read a report's publication date.

        >>> Published.of("2024-06").last.isoformat()
        '2024-06-30'
        """
        if not published:
            return None
        if len(published) == len("2024-06"):
            year, month = int(published[:4]), int(published[5:])
            return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        day = date.fromisoformat(published[:10])
        return cls(day, day)

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.first if self.first == self.last else None


Meaning = Callable[[Grammar, Groups, Published | None], DateRange | None]


def _day(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    month = _month_number(grammar, groups, "month")
    last_month = _month_number(grammar, groups, "last_month") or month
    year = _written_year(groups, published)
    first = _on(year, month, int(groups["day"] or 0), published)
    last_day = groups.get("last_day")
    last = _on(year, last_month, int(last_day), published) if last_day else first
    if first is None or last is None or last < first:
        return None
    return DateRange(first, last, DatePrecision.DAY if first == last else DatePrecision.RANGE)


def _month_number(grammar: Grammar, groups: Groups, name: str) -> int:
    word = groups.get(name) or ""
    return int(word) if word.isdigit() else grammar.months.get(word, 0)


def _written_year(groups: Groups, published: Published | None) -> int | None:
    if year := groups.get("year"):
        return int(year) if int(year) in YEARS else None  # "22 Nov, 0310 hours"
    if groups.get("last_year"):
        return published.last.year - 1 if published else None
    short = groups.get("short_year")
    if not short:
        return None
    return (1900 if int(short) > _CENTURY_TURNS else 2000) + int(short)


def _on(year: int | None, month: int, day: int, published: Published | None) -> date | None:
    if year is not None:
        return date(year, month, day)
    if published is None:
        return None
    # A day that every month has, so that 29 February asks for no year that lacks it.
    this = date(published.last.year, month, min(day, SURELY_THERE))
    if published.is_ahead:
        return date(published.last.year + (this + _LONG_OVER < published.first), month, day)
    return date(published.last.year - (this > published.last + SOON), month, day)


def _numeric(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    """Return "16/11", or "11/16"; of two days of late that it may be, neither is known."""
    swapped = {**groups, "day": groups["month"], "month": groups["day"]}
    known = {_late(grammar, one, published) for one in (groups, swapped)} - {None}
    return known.pop() if len(known) == 1 else None


def _late(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    try:
        day = _day(grammar, groups, published)
    except ValueError:
        return None
    is_old = day and published and day.last and published.first - day.last > _LONG_OVER
    return None if is_old else day


def _month(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    number, year = _month_number(grammar, groups, "month"), _written_year(groups, published)
    if year is None and published is None:
        return None
    if year is None and published is not None:
        is_last = bool(groups.get("before"))  # "last May" is not this one
        year = published.last.year - (number + is_last > published.last.month)
    end = monthrange(year or 0, number)[1]
    first, last = grammar.month_parts.get(groups.get("part") or "", (1, end))
    days = (date(year or 0, number, first), date(year or 0, number, min(last, end)))
    return DateRange(*days, DatePrecision.MONTH)


def _year(_: Grammar, groups: Groups, __: Published | None) -> DateRange | None:
    year = int(groups["year"] or 0)
    if year not in YEARS:
        return None
    return DateRange(date(year, 1, 1), date(year, 12, 31), DatePrecision.VAGUE)


MEANINGS: Mapping[str, Meaning] = {"day": _day, "numeric": _numeric, "month": _month, "year": _year}
"""What each kind of date that is told by its name or number means."""

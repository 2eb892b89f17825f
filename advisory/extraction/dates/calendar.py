"""What the words of a date mean, relative to publication.

Each function takes the named groups of one date pattern and gives the days, or None where they
cannot be known. A day without a year is the last such day not after publication, a weekday the
last one. Nothing relative has a value without a publication day.
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
_A_MONTH = range(28, 32)  # days
HOURS_OF_A_DAY, DAYS_OF_A_WEEK, _SATURDAY, SURELY_THERE = 24, 7, 5, 28
_MOST_DAYS = 180_000
YEARS = range(1500, 2101)  # any other number is a resolution's or a model's
_CENTURY_TURNS = 50
_A_FEW = 3
_FORECAST = timedelta(days=14)


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


def _day_alone(_: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    """Return the last day of that number: "on the 14th"."""
    if published is None or published.day is None or published.is_ahead:
        return None
    number, month = int(groups["day"] or 0), published.day
    if number > month.day:
        month = month.replace(day=1) - timedelta(days=1)
    day = month.replace(day=number)
    return DateRange(day, day)


def _weekday(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    if published is None or published.day is None:
        return None
    number = grammar.weekdays[groups["weekday"] or ""]
    away = (published.day.weekday() - number) % DAYS_OF_A_WEEK
    if published.is_ahead:
        away = -((number - published.day.weekday()) % DAYS_OF_A_WEEK)
    elif groups.get("before"):
        away = away or DAYS_OF_A_WEEK  # "last Monday", said on a Monday
    elif groups.get("last_week"):
        away = published.day.weekday() - number + DAYS_OF_A_WEEK
    day = published.day - timedelta(days=away)
    return DateRange(day, day)


def _weekdays(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    """Return the days of "between Friday and Sunday"."""
    last = _weekday(grammar, {"weekday": groups["last_weekday"]}, published)
    if last is None or last.first is None:
        return None
    days = (last.first.weekday() - grammar.weekdays[groups["weekday"] or ""]) % DAYS_OF_A_WEEK
    return DateRange(last.first - timedelta(days=days), last.first, DatePrecision.RANGE)


def _relative(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    if published is None or published.day is None:
        return None
    away = grammar.relative_days[groups["relative"] or ""]
    if away > 0 and not published.is_ahead:
        return None
    day = published.day + timedelta(days=away)
    return DateRange(day, day)


def _weekend(_: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    """Return the last Saturday and Sunday, as far as they have come; "last weekend" is over."""
    if published is None or published.day is None:
        return None
    away = (published.day.weekday() - _SATURDAY) % DAYS_OF_A_WEEK
    if published.is_ahead and away > 1:
        away -= DAYS_OF_A_WEEK
    if groups.get("before") and away in {0, 1}:
        away += DAYS_OF_A_WEEK
    first = published.day - timedelta(days=away)
    return DateRange(first, first + timedelta(days=1 if away else 0), DatePrecision.RANGE)


def _night(_: Grammar, __: Groups, published: Published | None) -> DateRange | None:
    """Return the days of the night before publication."""
    if published is None or published.day is None:
        return None
    return DateRange(published.day - timedelta(days=1), published.day, DatePrecision.RANGE)


def _ago(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    if published is None or published.day is None:
        return None
    hours = grammar.spans[groups["span"] or ""]
    away = hours * number_in(grammar, groups)
    middle = published.day - days_in(away)
    is_counted = "number" in groups  # "a few days ago" is no day
    if not days_in(away) or (hours <= HOURS_OF_A_DAY and is_counted):
        return DateRange(middle, middle)
    about = days_in(hours // 2 if is_counted else away // 2)
    return DateRange(middle - about, middle + about, DatePrecision.VAGUE)


def _past(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    if published is None or published.day is None:
        return None
    hours = grammar.spans[groups["span"] or ""] * number_in(grammar, groups)
    return DateRange(published.day - days_in(hours), published.day, DatePrecision.VAGUE)


def _next(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    """Return the days to come, of a few where nobody counts them; longer ones are no forecast."""
    if published is None or published.day is None or not published.is_ahead:
        return None
    days = days_in(grammar.spans[groups["span"] or ""] * number_in(grammar, groups))
    last = published.day + days
    return DateRange(published.day, last, DatePrecision.RANGE) if days <= _FORECAST else None


def days_in(hours: int) -> timedelta:
    """Return the days nearest to so many hours: some hours ago is today, 20 hours are a day.

    "Fifty centuries ago", which no calendar of ours has, is five centuries ago.
    """
    return timedelta(days=min(_MOST_DAYS, (hours + HOURS_OF_A_DAY // 2) // HOURS_OF_A_DAY))


def number_in(grammar: Grammar, groups: Groups) -> int:
    """Return the number in a date, one where it has none and a few where nobody counts them."""
    word = groups.get("number")
    if word is None:
        return 1 if "number" in groups else _A_FEW
    return int(word) if word.isdigit() else grammar.numbers.get(word, _A_FEW)


def _last(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    """Return the week or month before this one; a year, and a week told on Sunday, reach to now."""
    span = grammar.spans[groups["span"] or ""] // HOURS_OF_A_DAY
    if not span or published is None or published.day is None:  # "the last minute" is no day
        return None
    today = published.day
    if span in _A_MONTH and groups.get("before"):
        last = today.replace(day=1) - timedelta(days=1)
        return DateRange(last.replace(day=1), last, DatePrecision.MONTH)
    is_week = span == DAYS_OF_A_WEEK
    back = span + today.weekday() if is_week else 2 * span
    first = today - timedelta(days=back)
    is_over = is_week and today.weekday() != 6  # noqa: PLR2004 - not on a Sunday
    last = first + timedelta(days=span - 1) if is_over else today
    return DateRange(first, last, DatePrecision.VAGUE)


def _this(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
    span = grammar.spans[groups["span"] or ""] // HOURS_OF_A_DAY
    if not span or published is None or published.day is None:  # "the last minute" is no day
        return None
    back = published.day.weekday() if span == DAYS_OF_A_WEEK else span
    return DateRange(published.day - timedelta(days=back), published.day, DatePrecision.VAGUE)


MEANINGS: Mapping[str, Meaning] = {
    "day": _day,
    "numeric": _numeric,
    "month": _month,
    "year": _year,
    "day_alone": _day_alone,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "relative": _relative,
    "weekend": _weekend,
    "night": _night,
    "ago": _ago,
    "past": _past,
    "next": _next,
    "last": _last,
    "this": _this,
}


def from_then_on(value: DateRange) -> DateRange:
    """Return the days on which something began that was told to go on since then."""
    return DateRange(value.first, value.last, DatePrecision.SINCE)

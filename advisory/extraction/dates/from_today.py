"""What the words of a date mean that is counted from the day of publication: "on Monday", "today".

A weekday is the last one, or the next one in a sentence that announces. Nothing of this has a value
without a day of publication.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from advisory.extraction.dates.calendar import Groups, Meaning, Published
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.lexicon import Grammar

HOURS_OF_A_DAY, DAYS_OF_A_WEEK, _SATURDAY, _SUNDAY = 24, 7, 5, 6
_A_MONTH = range(28, 32)  # days
_MOST_DAYS = 180_000
_A_FEW = 3
_A_DAY, _FORECAST = timedelta(days=1), timedelta(days=14)
_Counted = Callable[[Grammar, Groups, date, Published], DateRange | None]


def _day_alone(_: Grammar, groups: Groups, today: date, published: Published) -> DateRange | None:
    """Return the last day of that number: "on the 14th"."""
    if published.is_ahead:
        return None
    number = int(groups["day"] or 0)
    month = today.replace(day=1) - _A_DAY if number > today.day else today
    return _one(month.replace(day=number))


def _one(day: date) -> DateRange:
    return DateRange(day, day)


def _today(_: Grammar, __: Groups, today: date, ___: Published) -> DateRange:
    return _one(today)


def _weekday(grammar: Grammar, groups: Groups, today: date, published: Published) -> DateRange:
    number = grammar.weekdays[groups["weekday"] or ""]
    away = (today.weekday() - number) % DAYS_OF_A_WEEK
    if published.is_ahead:
        away = -((number - today.weekday()) % DAYS_OF_A_WEEK)
    elif groups.get("before"):
        away = away or DAYS_OF_A_WEEK  # "last Monday", said on a Monday
    elif groups.get("last_week"):
        away = today.weekday() - number + DAYS_OF_A_WEEK
    return _one(today - timedelta(days=away))


def _relative(
    grammar: Grammar, groups: Groups, today: date, published: Published
) -> DateRange | None:
    away = grammar.relative_days[groups["relative"] or ""]
    return None if away > 0 and not published.is_ahead else _one(today + timedelta(days=away))


def _weekend(_: Grammar, groups: Groups, today: date, published: Published) -> DateRange:
    """Return the last Saturday and Sunday, as far as they have come; "last weekend" is over."""
    away = (today.weekday() - _SATURDAY) % DAYS_OF_A_WEEK
    if published.is_ahead and away > 1:
        away -= DAYS_OF_A_WEEK
    if groups.get("before") and away in {0, 1}:
        away += DAYS_OF_A_WEEK
    first = today - timedelta(days=away)
    return DateRange(first, first + timedelta(days=1 if away else 0), DatePrecision.RANGE)


def _night(_: Grammar, __: Groups, today: date, ___: Published) -> DateRange:
    """Return the days of the night before publication."""
    return DateRange(today - _A_DAY, today, DatePrecision.RANGE)


def _ago(grammar: Grammar, groups: Groups, today: date, _: Published) -> DateRange:
    hours = grammar.spans[groups["span"] or ""]
    away = hours * number_in(grammar, groups)
    middle = today - days_in(away)
    is_counted = "number" in groups  # "a few days ago" is no day
    if not days_in(away) or (hours <= HOURS_OF_A_DAY and is_counted):
        return _one(middle)
    about = days_in(hours // 2 if is_counted else away // 2)
    return DateRange(middle - about, middle + about, DatePrecision.VAGUE)


def _past(grammar: Grammar, groups: Groups, today: date, _: Published) -> DateRange:
    hours = grammar.spans[groups["span"] or ""] * number_in(grammar, groups)
    return DateRange(today - days_in(hours), today, DatePrecision.VAGUE)


def _next(grammar: Grammar, groups: Groups, today: date, published: Published) -> DateRange | None:
    """Return the days to come, of a few where nobody counts them; longer ones are no forecast."""
    days = days_in(grammar.spans[groups["span"] or ""] * number_in(grammar, groups))
    is_forecast = published.is_ahead and days <= _FORECAST
    return DateRange(today, today + days, DatePrecision.RANGE) if is_forecast else None


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


def _last(grammar: Grammar, groups: Groups, today: date, _: Published) -> DateRange | None:
    """Return the week or month before this one; a year, and a week told on Sunday, reach to now."""
    span = _days_of(grammar, groups)
    if span in _A_MONTH and groups.get("before"):
        last = today.replace(day=1) - _A_DAY
        return DateRange(last.replace(day=1), last, DatePrecision.MONTH)
    is_week = span == DAYS_OF_A_WEEK
    first = today - timedelta(days=span + today.weekday() if is_week else 2 * span)
    is_over = is_week and today.weekday() != _SUNDAY
    last = first + timedelta(days=span - 1) if is_over else today
    return DateRange(first, last, DatePrecision.VAGUE) if span else None


def _this(grammar: Grammar, groups: Groups, today: date, _: Published) -> DateRange | None:
    span = _days_of(grammar, groups)
    back = today.weekday() if span == DAYS_OF_A_WEEK else span
    first = today - timedelta(days=back)
    return DateRange(first, today, DatePrecision.VAGUE) if span else None


def _days_of(grammar: Grammar, groups: Groups) -> int:
    """Return the days of a span, 0 of "the last minute"."""
    return grammar.spans[groups["span"] or ""] // HOURS_OF_A_DAY


def _from(counted: _Counted) -> Meaning:
    """Return what a date means by what it means on a day of publication that is known."""

    def meaning(grammar: Grammar, groups: Groups, published: Published | None) -> DateRange | None:
        today = published.day if published else None
        if published is None or today is None:
            return None
        return counted(grammar, groups, today, published)

    return meaning


MEANINGS: Mapping[str, Meaning] = {
    "day_alone": _from(_day_alone),
    "today": _from(_today),
    "weekday": _from(_weekday),
    "relative": _from(_relative),
    "weekend": _from(_weekend),
    "night": _from(_night),
    "ago": _from(_ago),
    "past": _from(_past),
    "next": _from(_next),
    "last": _from(_last),
    "this": _from(_this),
}
"""What each kind of date that is counted from publication means."""

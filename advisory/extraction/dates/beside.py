"""Days that are told by another: "a day earlier", "two days later", "the previous Friday"."""

from collections.abc import Mapping
from datetime import date, timedelta

from advisory.extraction.dates.calendar import Groups
from advisory.extraction.dates.from_today import DAYS_OF_A_WEEK, HOURS_OF_A_DAY, days_in, number_in
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.lexicon import Grammar

BESIDE: Mapping[str, int] = {"that_day": 0, "day_before": -1, "next_day": 1, "weekday_before": -1}
"""What tells a day by another that the report has just told -> how many days lie between."""


def days_beside(grammar: Grammar, means: str, groups: Groups) -> int:
    """Return how many days after the day told before it lies: "two days earlier" is -2."""
    number = number_in(grammar, groups) if groups.get("number") else 1
    span = grammar.spans[groups.get("span") or ""] if groups.get("span") else HOURS_OF_A_DAY
    return BESIDE[means] * days_in(span * number).days


def told_by(day: date, days: int, weekday: int | None) -> DateRange:
    """Return the day so many days after another, or the last such weekday before it.

    Weeks are about so many days.
    """
    if weekday is not None:
        before = day - timedelta(days=(day.weekday() - weekday) % DAYS_OF_A_WEEK or DAYS_OF_A_WEEK)
        return DateRange(before, before)
    there, slack = day + timedelta(days=days), timedelta(days=abs(days) // 2)
    if abs(days) < DAYS_OF_A_WEEK:
        return DateRange(there, there)
    return DateRange(there - slack, there + slack, DatePrecision.VAGUE)

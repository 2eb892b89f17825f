"""How old what a sentence tells is, beside the news of its report."""

from collections.abc import Iterable
from datetime import date, timedelta

from advisory.extraction.calendar import Published
from advisory.extraction.groups import RELEASED
from advisory.extraction.tellings import Telling
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision

_OLD, _A_YEAR = timedelta(days=60), timedelta(days=366)


def newest(published: Published | None, tellings: Iterable[Telling]) -> date | None:
    """Return the day that a report speaks from: that of its publication, or the last one told."""
    if published:
        return published.first
    days = [
        found.value.last
        for telling in tellings
        for found in telling.dates
        if (telling.type or telling.tolls)
        and telling.type != RELEASED
        and found.value
        and found.value.last
        and found.value.precision is not DatePrecision.SINCE
    ]
    return max(days, default=None)


def is_old(telling: Telling, newest: date | None) -> bool:
    """Whether a sentence tells of another time than the news: all its days are long past."""
    values = [found.value for found in telling.dates if found.value]
    if values:
        return all(_is_past(value, newest) for value in values)
    return telling.is_history and not telling.sentence.is_headline


def _is_past(value: DateRange, newest: date | None) -> bool:
    if value.precision is DatePrecision.SINCE:
        return True
    day = value.last or value.first
    if value.first and value.last and value.last - value.first > _A_YEAR:
        return True  # "in the last ten years 19,000 have died"
    return newest is not None and day is not None and day < newest - _OLD

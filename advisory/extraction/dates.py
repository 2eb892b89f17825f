"""The dates that a sentence tells, relative to publication.

Words with a full date beat weekdays and "yesterday" in the same sentence: "Friday, November 10" is
one date. A weekday is the last such day not after publication; a month without a year the last
such month not after it. Without a publication date nothing relative has a value. The publication
date itself is never a fact about an incident: it is only the latest day on which it can have
happened. A day after publication, or one that is exactly some years off the days around
publication, is a misprint: it is returned as a conflict and not as a date.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import re2  # type: ignore[import-untyped] # it has no stubs

from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.lexicon import Grammar

_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_MISPRINT_DAYS = 10
_DAYS_OF_A_WEEK = 7
_SOON = 2


class Published(NamedTuple):
    """When a report was published: one day, or the first and last day of a month."""

    first: date
    last: date

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


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text, by offsets. `conflict` says why it is none; `weight` how explicit it is."""

    start: int
    end: int
    value: DateRange | None
    rule: str
    weight: int
    conflict: str = ""
    is_since: bool = False


class DateReader:
    """The date grammar of one language, compiled once."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        months = "|".join(sorted(grammar.months, key=len, reverse=True))
        weekdays = "|".join(grammar.weekdays)
        relative = "|".join(sorted(grammar.relative_days, key=len, reverse=True))
        day, year = r"(\d{1,2})(?:st|nd|rd|th)?", r"(?:,? (?:of )?(\d{4})\b| (\d{2})\b)?"
        numbers = "|".join(n for n, v in grammar.numbers.items() if v <= 20)  # noqa: PLR2004
        joined, part = " ?(?:-|to|and) ?", "(early|mid|late)"
        within, spans = (
            r"\b(?:over|during|in|within) the (?:past|last)",
            "(day|week|month|weekend|hour)",
        )
        until = r"(?: ?(?:-|to|and|until) ?(?:the )?"
        self._patterns = tuple(
            (name, weight, re2.compile(pattern))
            for name, weight, pattern in (
                ("iso", 9, r"\b(\d{4})-(\d\d)-(\d\d)\b"),
                (
                    "months_days",
                    9,
                    rf"\b({months})\.? {day}{until}({months})\.? {day}){year}",
                ),
                ("month_day", 9, rf"\b({months})\.? {day}{until}{day})?{year}\b"),
                (
                    "day_month",
                    9,
                    rf"\b{day}(?:{joined}{day})? (?:of )?({months})\b\.?{year}",
                ),
                (
                    "month_year",
                    6,
                    rf"\b(?:(early|mid|late)[ -])?({months})\.?,? (?:of )?(\d{{4}})\b",
                ),
                (
                    "month",
                    5,
                    rf"\b(?:in|since|during|of|until|by|from) (?:{part}[ -])?({months})\b",
                ),
                ("year", 4, r"\b(?:in|since|during|of|from|early|until|late) (?:the )?(\d{4})\b"),
                ("weekday", 7, rf"\b(?:(last|this|on|since) )?({weekdays})\b"),
                ("relative", 7, rf"\b({relative})\b"),
                (
                    "days_ago",
                    6,
                    rf"\b(\d{{1,2}}|{numbers}) (day|week|month|year)s? (?:ago|earlier)\b",
                ),
                (
                    "past_days",
                    5,
                    rf"{within} (?:(\d{{1,2}}|{numbers}|few|several) )?{spans}s?\b",
                ),
                ("last", 5, r"\b(last|this|past) (week|month|year|weekend)\b"),
            )
        )

    def dates(self, lower: str, start: int, published: Published | None) -> list[DateFound]:
        """Return the dates of a sentence, given in lower case, that begins at an offset.

        A date inside another is dropped, and so is a weekday right beside a full date.
        """
        found: list[DateFound] = []
        for name, weight, pattern in self._patterns:
            for match in pattern.finditer(lower):
                one = self._read(name, weight, match, lower, published)
                if one and not any(_overlap(one, other) for other in found):
                    found.append(one)
        return [_moved(one, start) for one in _without_weekdays(found, lower)]

    def _read(
        self, name: str, weight: int, match: "re2._Match", lower: str, published: Published | None
    ) -> DateFound | None:
        groups = [group or "" for group in match.groups()]
        start, end = match.span()
        rule = f"dates/{name}"
        try:
            value = getattr(self, f"_{name}")(groups, published)
        except ValueError:  # 31 June, or a day that is none
            return None
        since = _is_since(lower, start) or lower[start:end].startswith(("since", "from"))
        if value and since:
            value = _from_then_on(value, published)
        conflict = _conflict(value, published) if value and weight >= 9 else ""  # noqa: PLR2004
        if conflict:
            return DateFound(start, end, None, rule, weight, conflict)
        return DateFound(start, end, value, rule, weight, is_since=bool(since))

    def _iso(self, groups: Sequence[str], _: Published | None) -> DateRange:
        return _one_day(date(int(groups[0]), int(groups[1]), int(groups[2])))

    def _months_days(self, groups: Sequence[str], published: Published | None) -> DateRange | None:
        year = _year(groups[4], groups[5])
        first = self._day(groups[0], groups[1], year, published)
        last = self._day(groups[2], groups[3], year, published)
        return _range(first, last)

    def _month_day(self, groups: Sequence[str], published: Published | None) -> DateRange | None:
        month, first, last, long_year, short_year = groups
        year = _year(long_year, short_year)
        begin = self._day(month, first, year, published)
        return _range(begin, self._day(month, last, year, published) if last else begin)

    def _day_month(self, groups: Sequence[str], published: Published | None) -> DateRange | None:
        first, last, month, long_year, short_year = groups
        return self._month_day((month, first, last, long_year, short_year), published)

    def _day(
        self, month: str, day: str, year: int | None, published: Published | None
    ) -> date | None:
        number = self._grammar.months[month]
        if year is not None:
            return date(year, number, int(day))
        if published is None:
            return None
        this = date(published.last.year, number, min(int(day), 28))
        late = this > published.last + timedelta(days=_SOON)
        return date(published.last.year - late, number, int(day))

    def _month_year(self, groups: Sequence[str], _: Published | None) -> DateRange:
        return _month(int(groups[2]), self._grammar.months[groups[1]], groups[0])

    def _month(self, groups: Sequence[str], published: Published | None) -> DateRange | None:
        if published is None:
            return None
        number = self._grammar.months[groups[1]]
        late = (published.last.year, number) > (published.last.year, published.last.month)
        return _month(published.last.year - late, number, groups[0])

    def _year(self, groups: Sequence[str], _: Published | None) -> DateRange | None:
        year = int(groups[0])
        if not 1900 <= year <= 2100:  # noqa: PLR2004 - a resolution's or a model's number
            return None
        return DateRange(date(year, 1, 1), date(year, 12, 31), DatePrecision.VAGUE)

    def _weekday(self, groups: Sequence[str], published: Published | None) -> DateRange | None:
        if published is None or published.day is None:
            return None
        back = (published.day.weekday() - self._grammar.weekdays[groups[1]]) % _DAYS_OF_A_WEEK
        return _one_day(published.day - timedelta(days=back))

    def _relative(self, groups: Sequence[str], published: Published | None) -> DateRange | None:
        if published is None or published.day is None:
            return None
        return _one_day(published.day + timedelta(days=self._grammar.relative_days[groups[0]]))

    def _days_ago(self, groups: Sequence[str], published: Published | None) -> DateRange | None:
        if published is None or published.day is None:
            return None
        number = self._grammar.numbers.get(groups[0]) or int(groups[0])
        if groups[1] == "day":
            return _one_day(published.day - timedelta(days=number))
        span = {"week": 7, "month": 30, "year": 365}[groups[1]]
        middle = published.day - timedelta(days=span * number)
        about = timedelta(days=span // 2)
        return DateRange(middle - about, middle + about, DatePrecision.VAGUE)

    def _past_days(self, groups: Sequence[str], published: Published | None) -> DateRange | None:
        if published is None or published.day is None:
            return None
        number = 1 if not groups[0] else self._grammar.numbers.get(groups[0], 0)
        number = int(groups[0]) if groups[0].isdigit() else number or 3
        span = {"hour": 1, "day": 1, "week": 7, "weekend": 7, "month": 30}[groups[1]]
        first = published.day - timedelta(days=span * (number if groups[1] != "hour" else 1))
        return DateRange(first, published.day, DatePrecision.VAGUE)

    def _last(self, groups: Sequence[str], published: Published | None) -> DateRange | None:
        if published is None or published.day is None:
            return None
        day = published.day
        span = {"week": 7, "weekend": 7, "month": 30, "year": 365}[groups[1]]
        back = span if groups[0] == "last" else 0
        first = day - timedelta(days=back + day.weekday() if span == _DAYS_OF_A_WEEK else span)
        last = day if groups[0] != "last" else min(day, first + timedelta(days=span))
        return DateRange(first, last, DatePrecision.VAGUE)


def _one_day(day: date) -> DateRange:
    return DateRange(day, day)


def _range(first: date | None, last: date | None) -> DateRange | None:
    if first is None or last is None or last < first:
        return None
    return DateRange(first, last, DatePrecision.DAY if first == last else DatePrecision.RANGE)


def _month(year: int, number: int, part: str) -> DateRange:
    end = monthrange(year, number)[1]
    begin, stop = _MONTH_PARTS.get(part, (1, end))
    return DateRange(
        date(year, number, begin), date(year, number, min(stop, end)), DatePrecision.MONTH
    )


def _from_then_on(value: DateRange, published: Published | None) -> DateRange:
    last = published.last if published else None
    return DateRange(value.first, last, DatePrecision.SINCE)


def _year(long: str, short: str) -> int | None:
    if long:
        return int(long)
    if not short:
        return None
    return 1900 + int(short) if int(short) > 50 else 2000 + int(short)  # noqa: PLR2004


def _is_since(lower: str, start: int) -> bool:
    before = lower[max(0, start - 14) : start].rstrip()
    return before.endswith(("since", "since the", "since late", "since early", "starting from"))


def _conflict(value: DateRange, published: Published | None) -> str:
    if published is None or value.first is None:
        return ""
    if value.first > published.last + timedelta(days=_SOON):
        return f"{value.first.isoformat()} is after publication"
    years = published.last.year - value.first.year
    if years and _is_misprint(value.first, published, years):
        return f"{value.first.isoformat()} looks like a misprint for {published.last.year}"
    return ""


def _is_misprint(day: date, published: Published, years: int) -> bool:
    try:
        mended = day.replace(year=day.year + years)
    except ValueError:
        return False
    return abs((published.last - mended).days) <= _MISPRINT_DAYS and years == 1


def _overlap(one: DateFound, other: DateFound) -> bool:
    return one.start < other.end and other.start < one.end


def _moved(one: DateFound, by: int) -> DateFound:
    return DateFound(
        one.start + by, one.end + by, one.value, one.rule, one.weight, one.conflict, one.is_since
    )


def _without_weekdays(found: Sequence[DateFound], lower: str) -> Iterator[DateFound]:
    full = [one for one in found if one.weight >= 9]  # noqa: PLR2004
    for one in sorted(found, key=lambda each: each.start):
        beside = any(
            lower[min(one.end, f.end) : max(one.start, f.start)].strip(" ,(") == "" for f in full
        )
        if not (one.rule == "dates/weekday" and beside):
            yield one

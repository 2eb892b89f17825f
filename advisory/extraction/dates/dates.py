"""The dates that a sentence tells, relative to publication.

Words with a full date beat weekdays and "yesterday" in the same sentence: "Friday, November 10" is
one date. The publication date itself is never a fact about an incident: it is only the latest day
on which it can have happened. A day after publication, or one that is exactly a year off the days
around publication, is a misprint, unless an anniversary is told: it is returned as a conflict and
not as a date. The patterns stand in the lexicon; what their words mean is in `calendar`
and `from_today`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from advisory.extraction.dates import calendar, from_today
from advisory.extraction.dates.beside import BESIDE, days_beside
from advisory.extraction.dates.calendar import Published
from advisory.extraction.dates.misprints import conflict_of
from advisory.extraction.text.patterns import Found, Pattern, Patterns
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.lexicon import DatePattern, Grammar

_MEANINGS = {**calendar.MEANINGS, **from_today.MEANINGS}
_OF_TODAY = frozenset({"today", "relative"})  # "since dawn", "since this morning"
FULL = 9
"""The weight of a date with its day and month."""
_LEAD_REACH, _HOUR_REACH = 26, 30  # characters
LOOSE = 3
"""The weight of a day that may be another's: that of a clock, or of who speaks of a deed."""
_START = itemgetter(0)
_OPENING_YEAR = Pattern(r"^\w+ (?:19|20)\d\d\b")


class DateFound(NamedTuple):
    """A date in a text, by offsets. `conflict` says why it is none; `weight` how explicit it is.

    `until` is the day to come that something is to last to, `beside` how many days it lies after
    the day told before it, or on which `weekday`; there is no `value` then. `is_limit` says that it
    only ends a count: "33 deaths by Wednesday".
    """

    start: int
    end: int
    value: DateRange | None
    rule: str
    weight: int
    conflict: str = ""
    is_since: bool = False
    until: DateRange | None = None
    beside: int | None = None
    weekday: int | None = None
    is_limit: bool = False

    def moved(self, by: int) -> "DateFound":
        """Return the date with its offsets moved."""
        return self._replace(start=self.start + by, end=self.end + by)


class _Leads(NamedTuple):
    """Words that lead a date, before it and as the first of it: not "standstill on"."""

    before: tuple[str, ...]
    inside: tuple[str, ...]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> "_Leads":
        return cls(tuple(f" {word}" for word in words), words)


class DateReader:
    """The date grammar of one language, compiled once."""

    def __init__(self, grammar: Grammar, language: str) -> None:
        self._grammar = grammar
        self._a_year_on = grammar.classes["a_year_on"]
        self._until, self._since = _Leads.of(grammar.until), _Leads.of(grammar.since)
        since, begun = _any_of(dict.fromkeys(grammar.since)), "|".join(grammar.classes["since_it"])
        self._since_it = Pattern(rf"\b(?:{since})\s[^,.;]{{1,60}}\s(?:{begun})(?:\s\w+)?\s*$")
        at, named = (
            "|".join(grammar.classes["at_an_hour"]),
            "|".join(grammar.classes["named_hours"]),
        )
        halves = "|".join((*grammar.classes["before_noon"], *grammar.classes["after_noon"]))
        clock = rf"\d{{1,2}}(?:[:.]\d\d)?\s?(?:{halves})\b\.?|\d{{1,2}}[:.]\d\d\b"
        hour = rf"\b(?:{at})\s(?:{clock}|(?:{named})\b)"
        self._hour, self._its_hour = Pattern(rf"{hour}[^.;]*$"), Pattern(rf"^[^.,;]*{hour}")
        self._limits = tuple(f" {words}" for words in grammar.classes["limits"])
        words = _placeholders(grammar)
        self._patterns = tuple(
            (f"lexicon/{language}/dates/{name}", pattern, Pattern(_filled(pattern, words)))
            for name, pattern in grammar.date_patterns.items()
        )
        self._all = Patterns(tuple(compiled for _, _, compiled in self._patterns))

    def dates(self, lower: str, start: int, published: Published | None) -> list[DateFound]:
        """Return the dates of a sentence, given in lower case, that begins at an offset.

        A date inside another is dropped, and so is a weekday right beside a full date.
        """
        found: list[DateFound] = []
        then = _opening_year(lower, published)
        for number in self._all.which(lower):
            rule, pattern, compiled = self._patterns[number]
            for match in compiled.all(lower):
                words = compiled.groups(match)
                is_of_it = words.get("month") and not words.get("year")
                one = self._read(rule, pattern, match, words, then if is_of_it else published)
                if one:
                    _add(found, one)
        kept = _without_weekdays(found, lower) if len(found) > 1 else found
        return [one.moved(start) for one in kept]

    def has_hour(self, lower: str, found: DateFound) -> bool:
        """Whether an hour is told beside a day: "at about 3am on Tuesday", "Friday at 9.40pm"."""
        before = lower[max(0, found.start - _HOUR_REACH) : found.start]
        behind = lower[found.end : found.end + _HOUR_REACH]
        return self._hour.is_in(before) or self._its_hour.is_in(behind)

    def _read(
        self,
        rule: str,
        pattern: DatePattern,
        match: Found,
        words: Mapping[str, str | None],
        published: Published | None,
    ) -> DateFound | None:
        lower, start, end = match.text, match.start, match.end
        if pattern.means in BESIDE:
            days = days_beside(self._grammar, pattern.means, words)
            weekday = self._grammar.weekdays.get(words.get("weekday") or "")
            told = (start, end, None, rule, pattern.weight)
            return DateFound(*told, beside=days, weekday=weekday)
        is_until = _is_led(lower, start, end, self._until)
        if is_until and published:
            published = published._replace(is_ahead=True)
        try:
            value = _MEANINGS[pattern.means](self._grammar, words, published)
        except ValueError:  # 31 June: no day of the calendar, so no date
            return None
        if value and is_until and published and value.last and value.last >= published.last:
            return DateFound(start, end, None, rule, pattern.weight, until=value)
        if value and pattern.weight >= FULL and (wrong := self._conflict(lower, value, published)):
            return DateFound(start, end, None, rule, pattern.weight, wrong)
        since = _is_led(lower, start, end, self._since) or self._since_it.is_in(lower[:start])
        since = since and not (pattern.means in _OF_TODAY and _is_today(value, published))
        if value and since:
            value = replace(value, precision=DatePrecision.SINCE)
        is_limit = self._is_limit(lower, start, end)
        return DateFound(start, end, value, rule, pattern.weight, is_since=since, is_limit=is_limit)

    def _is_limit(self, lower: str, start: int, end: int) -> bool:
        """Whether something was counted up to a day: but "shaken by Monday's quake" tells when."""
        before = lower[max(0, start - _LEAD_REACH) : start].rstrip().replace("(", " ")
        return f" {before}".endswith(self._limits) and not lower.startswith("'", end)

    def _conflict(self, lower: str, value: DateRange, published: Published | None) -> str:
        is_a_year_on = any(words in lower for words in self._a_year_on)
        return conflict_of(value, published, is_a_year_on=is_a_year_on)


def _opening_year(lower: str, published: Published | None) -> Published | None:
    """Return the end of the year that a sentence begins with, if it is over: "In 1975 he was"."""
    year = next((lower[one.end - 4 : one.end] for one in _OPENING_YEAR.all(lower)), "")
    is_over = published is not None and "" < year < str(published.first.year)
    return Published.of(f"{year}-12-31") if is_over else published


def _is_today(value: DateRange | None, published: Published | None) -> bool:
    """Whether it is the day of the report: what was "since dawn" was all on that day."""
    return value is not None and published is not None and value.first == published.last


def _is_led(lower: str, start: int, end: int, words: "_Leads") -> bool:
    before = lower[max(0, start - _LEAD_REACH) : start].rstrip()
    return f" {before}".endswith(words.before) or lower.startswith(words.inside, start, end)


def is_a_day(found: DateFound) -> bool:
    """Whether a date found is one day."""
    value = found.value
    return value is not None and value.first is not None and value.first == value.last


def _placeholders(grammar: Grammar) -> Mapping[str, str]:
    """Return what stands for each name in braces: the words of the grammar as a named group."""
    day = r"\d{1,2})(?:st|nd|rd|th)?"
    lists = {
        "month": grammar.months,
        "last_month": grammar.months,
        "part": grammar.month_parts,
        "weekday": grammar.weekdays,
        "relative": grammar.relative_days,
        "span": grammar.spans,
        "number": grammar.numbers,
    }
    made = {name: f"(?P<{name}>{_any_of(words)})" for name, words in lists.items()}
    made["number"] = made["number"].replace("(?P<number>", r"(?P<number>\d{1,2}|")
    made |= {"day": f"(?P<day>{day}", "last_day": f"(?P<last_day>{day}"}
    made["last_year"] = rf"(?: (?P<last_year>{'|'.join(grammar.last_year)})\b)?"
    clock = rf",? \d{{4}} ?(?:{'|'.join(grammar.classes['clock_units'])})\b"  # no year
    year = rf"{clock}|,? (?:of )?(?P<year>\d{{4}})\b| (?P<short_year>\d{{2}})\b"
    made["year"] = rf"(?:{year}| (?P<last_year>{'|'.join(grammar.last_year)})\b)?"
    return made


def _any_of(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _filled(pattern: DatePattern, words: Mapping[str, str]) -> str:
    filled = pattern.pattern
    for name, regex in words.items():
        filled = filled.replace(f"{{{name}}}", regex)
    return filled


def _add(found: list[DateFound], one: DateFound) -> None:
    """Put a date in its place, unless it overlaps one found before."""
    at = bisect_left(found, one.start, key=_START)
    is_inside = at > 0 and one.start < found[at - 1].end
    if not is_inside and (at == len(found) or found[at].start >= one.end):
        found.insert(at, one)


def _without_weekdays(found: Sequence[DateFound], lower: str) -> Iterator[DateFound]:
    """Leave out what is less explicit and stands right beside a full date."""
    for before, one, after in zip([None, *found], found, [*found[1:], None], strict=False):
        beside = (_are_beside(before, one, lower), _are_beside(after, one, lower))
        if one.weight >= FULL or not any(beside):
            yield one


def vague(found: DateFound) -> DateFound:
    """Return a date told of something else: near enough, and no fact."""
    value = found.value and replace(found.value, precision=DatePrecision.VAGUE)
    return found._replace(value=value)


def loose(found: DateFound) -> DateFound:
    """Return a date as one that gives way to any other."""
    return found._replace(weight=LOOSE)


def _are_beside(full: DateFound | None, one: DateFound, lower: str) -> bool:
    """Whether a full date stands right before or behind another."""
    if full is None or full.weight < FULL:
        return False
    return not lower[min(one.end, full.end) : max(one.start, full.start)].strip(" ,(")

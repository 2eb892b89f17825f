"""From when until when a state lasts, by the days and the lengths told beside its words.

"Imposed on Monday" is the day it began. What "remains closed" or "was extended" on a day had begun
before it: only "since" tells when. An end is told as a day to come ("until Friday") or as a length
("for another three months", "a 30-day curfew"), which runs from the day it began or was ordered;
only what is ordered has one to come: a road that "was closed for three days" may be open again.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from advisory.extraction.conditions.state_facts import ORDERED, State
from advisory.extraction.dates.announcing import nearer
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern
from advisory.model.value import DateRange
from advisory.model.vocabulary import ConditionKind
from advisory.rulebook.lexicon import Grammar

_HOURS_OF_A_DAY, _HOURS_OF_A_MONTH, _MONTHS = 24, 720, 12
_RIGHT_BEHIND = 12  # characters: "imposed on 3 May"
_BEHIND = 40  # characters: "imposed in the port on 3 May"
_OLD = len("-old")
_AT_THE_HEAD = 12  # characters: "Until late Friday"
RULE = "conditions/length"


class Lasting(NamedTuple):
    """When a state began and ends, as far as its sentence says."""

    since: DateFound | None = None
    until: DateFound | None = None


class LastingReader:
    """Reads how long states last by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._spans, self._numbers = grammar.spans, grammar.numbers
        self._going_on, self._since_then = words("going_on"), classes["since_then"]
        self._changing, self._present = words("changing"), words("present", "going_on")
        self._told_to_be = words("be", "be_plural", "have")
        number = rf"(?P<number>\d{{1,3}}|a|{'|'.join(grammar.numbers)})"
        span = "|".join(s for s, hours in grammar.spans.items() if hours >= _HOURS_OF_A_DAY)
        more = "|".join(classes["for_longer"])
        self._lengths = (
            Pattern(rf"\bfor (?:(?P<more>{more}) )?{number} (?P<span>{span})s?\b"),
            Pattern(rf"\b{number}-(?P<span>{span})\b"),
        )
        self._aged = classes["aged_endings"]  # "a 16-year-old" is no length
        self._relative, self._that = words("relative"), words("relative_that")
        self._having = words("have", "have_plural")
        self._been = classes["been"][0]
        self._again = words("it_again")
        self._after_what = tuple(f", {word} " for word in classes["after_what"])
        self._joints = (";", *(f", {word} " for word in classes["and"]))
        self._starting = tuple(f" {words}" for words in classes["starting"])
        self._ahead_of = tuple(f" {words} " for words in classes["ahead_of"])
        self._because = tuple(f" {words} " for words in classes["because_of"])
        self._ordinals = classes["ordinals"]
        nth, row = "|".join(self._ordinals), "|".join(classes["in_a_row"])
        which = "|".join((*classes["article"], *classes["definite"], *classes["demonstrative"]))
        self._in_a_row = Pattern(
            rf"\bfor (?:{which}) (?P<nth>{nth}) (?:(?:{row}) )?(?P<span>{span})\b"
        )

    def lasting(self, sentence: Sentence, state: State) -> Lasting:
        """Return the day on which a state began and the one on which it ends, or ended."""
        words = state.words
        is_now = self._present.intersection(words) or self._is_since_then(sentence.page, state)
        around = () if is_now else sentence.context_dates
        told = [
            d
            for d in (*sentence.dates, *around)
            if d.value
            and not self._is_of_what_follows(sentence.page, state, d)
            and not self._is_of_another(sentence, state, d)
        ]
        begun = next((d for d in told if d.is_since or self._is_begin(sentence, d, state)), None)
        day = next((found for found in told if not found.is_since), None)
        if state.is_to_come:
            return self._to_come(sentence, state, begun)
        if state.is_lifted and state.verb.grade != "lifted":
            return Lasting(begun or day, day)  # "was shut for an hour on Monday"
        if state.is_lifted:
            return self._over(state, told)
        since = begun or (None if self._has_begun(state) else day)
        since = self._first_of_days(sentence, day) or since
        since = self._first_ahead(sentence, state) or since
        ends = (
            d
            for d in sentence.dates
            if d.until
            and (d.start >= state.hit.start or d.start <= sentence.start + _AT_THE_HEAD)
            and not self._is_of_another(sentence, state, d)
        )
        until = next((d._replace(value=_last(d)) for d in ends), None)
        if until is None and state.verb.grade != "lifted":  # of what is over in part it is the past
            until = self._by_length(sentence, state, since, day)
            is_ordered = state.hit.id in ORDERED or words[0] not in self._told_to_be
            is_ordered = is_ordered and begun is None  # "in force since May, extended for a year"
            until = until if is_ordered or _is_to_come(until, sentence) else None
            if until and self._has_lasted(state):
                return Lasting(since or _so_long_ago(until, sentence), None)
            is_scarce = state.hit.id == ConditionKind.SUPPLY_SHORTAGE
            until = None if is_scarce else until  # "no fuel came for eleven days" tells no end
        return Lasting(since, until)

    def _has_lasted(self, state: State) -> bool:
        """Whether a length is of the time until now: "has been cut for two weeks"."""
        has, been = self._having.isdisjoint(state.words[:1]), "".join(state.words[1:2])
        return not has and been == self._been and state.hit.id not in ORDERED

    def _is_of_what_follows(self, page: Page, state: State, found: DateFound) -> bool:
        """Whether a day is of what a state goes before: "were cut ahead of a march on Friday"."""
        between = page.lower[state.verb.end : found.start]
        return any(words in between for words in self._ahead_of)

    def _is_of_another(self, sentence: Sentence, state: State, found: DateFound) -> bool:
        """Whether a day is of another clause: "; schools stay closed until Friday".

        "Held the town since May, and the airport remains closed" is no day of the airport's, nor is
        that of "the rulers, who took power on Thursday, reopened it".
        """
        hit = state.hit
        if hit.end <= found.start:
            between = sentence.page.lower[hit.end : found.start]
            is_after = any(words in between for words in self._after_what)
            _, mark, behind = between.partition(";")
            is_of_it = self._again.issuperset(behind.split()[:1])
            return (bool(mark) and not is_of_it) or (is_after and not found.until)
        between = sentence.page.lower[found.end : hit.start]
        if self._is_cause(between):
            return True  # "closed schools from Monday because of a shortage of fuel"
        aside = sentence.page.lower[sentence.start : found.start].rpartition(",")[2].split()
        if between.startswith(",") and not self._relative.isdisjoint(aside):
            return True
        is_led = found.start - sentence.start <= _AT_THE_HEAD
        return found.is_since and not is_led and any(joint in between for joint in self._joints)

    def _is_cause(self, between: str) -> bool:
        """Whether a state is only named as the cause of what is told before it."""
        return any(words in between for words in self._because)

    def _is_since_then(self, page: Page, state: State) -> bool:
        before = page.lower[max(0, state.verb.start - _BEHIND) : state.verb.start]
        return any(words in before for words in self._since_then)

    def _has_begun(self, state: State) -> bool:
        """Whether it held before the day that is told: what is eased, what is reopened in part."""
        is_old = not (self._going_on | self._changing).isdisjoint(state.words)
        led = self._relative | self._that  # "which controls the town"
        is_old = is_old or not led.isdisjoint(state.words[:1])
        return is_old or state.verb.grade == "lifted"

    def _is_begin(self, sentence: Sentence, found: DateFound, state: State) -> bool:
        """Whether a day is told of the begin of what is eased: "relaxed, imposed on 7 May"."""
        return self._has_begun(state) and any(
            0 <= found.start - one.end <= _RIGHT_BEHIND
            for one in sentence.of("conditions")
            if one.id == state.verb.id and one.grade == "in_force" and one.start != state.verb.start
        )

    def _over(self, state: State, told: Sequence[DateFound]) -> Lasting:
        """Return when a state ended: "since Friday" behind its end, else a day not of its begin."""
        end = state.verb.end
        begins = [d for d in told if _is_of_begin(d, state) or (d.is_since and d.start < end)]
        over = next((d for d in told if d not in begins), None)
        begun = next(iter(begins), None)
        return Lasting(begun if over is None or _is_before(begun, over) else None, over)

    def _first_of_days(self, sentence: Sentence, day: DateFound | None) -> DateFound | None:
        """Return the first of days in a row: "for a fifth day on Tuesday" began on Friday."""
        found = self._in_a_row.first(sentence.page.phrase(sentence))
        published = sentence.findings.published
        last = day.value.first if day and day.value else published and published.day
        if found is None or last is None:
            return None
        said = self._in_a_row.groups(found)
        hours = self._ordinals.index(said["nth"] or "") * self._spans[said["span"] or ""]
        first = last - timedelta(days=hours // _HOURS_OF_A_DAY)
        start, end = sentence.start + found.start, sentence.start + found.end
        return DateFound(start, end, DateRange(first, first), RULE, 0)

    def _first_ahead(self, sentence: Sentence, state: State) -> DateFound | None:
        """Return the day to come from which it is ordered: "declared a curfew from 1 December"."""
        published = sentence.findings.published
        if published is None or state.hit.id not in ORDERED:
            return None
        told = sentence.findings.dates(state.hit.end, sentence.end, ahead=True)
        past = {found.start: found for found in sentence.dates}
        days = (
            found
            for found in told
            if _is_ahead(found, published.first)
            and nearer(past.get(found.start, found), found, published) is found
            and sentence.page.lower[sentence.start : found.start].rstrip().endswith(self._starting)
        )
        return next(days, None)

    def _to_come(self, sentence: Sentence, state: State, begun: DateFound | None) -> Lasting:
        """Return when it is to begin, or to end: the first day to come told behind the verb."""
        published = sentence.findings.published
        told = sentence.findings.dates(state.verb.end, sentence.end, ahead=True)
        until = next((d._replace(value=_last(d)) for d in told if d.until), None)
        day = next((d for d in told if published and _is_ahead(d, published.first)), None)
        return Lasting(day, until) if state.is_to_begin else Lasting(begun, until or day)

    def _by_length(
        self, sentence: Sentence, state: State, since: DateFound | None, day: DateFound | None
    ) -> DateFound | None:
        """Return the end that a length tells: of "another" one from the day it was ordered."""
        start = max(
            sentence.start, sentence.page.lower.rfind(";", sentence.start, state.verb.start) + 1
        )
        words = sentence.page.lower[start : sentence.end]
        for pattern in self._lengths:
            found = pattern.first(words)
            if found is None or words.endswith(self._aged, found.start, found.end + _OLD):
                continue
            said = pattern.groups(found)
            begun = day if said.get("more") else since or day
            first = begun.value.first if begun and begun.value else None
            first = first or (sentence.findings.published and sentence.findings.published.day)
            start, end = start + found.start, start + found.end
            if self._is_cause(sentence.page.lower[end : state.hit.start]):
                return None  # "closes schools for a week over a shortage of fuel"
            return DateFound(start, end, self._after(first, said), RULE, 0)
        return None

    def _after(self, first: date | None, words: Mapping[str, str | None]) -> DateRange | None:
        number, hours = words["number"] or "", self._spans[words["span"] or ""]
        many = int(number) if number.isdigit() else self._numbers.get(number, 1)
        if first is None:
            return None
        if hours < _HOURS_OF_A_MONTH:
            day = first + timedelta(days=many * hours // _HOURS_OF_A_DAY)
        else:
            day = _months_on(first, many * (hours // _HOURS_OF_A_MONTH))
        return DateRange(day, day)


def _months_on(first: date, months: int) -> date:
    """Return the same day so many months on, or the last of a shorter month.

    >>> _months_on(date(2026, 11, 30), 3).isoformat()
    '2027-02-28'
    """
    year, month = divmod(first.month - 1 + months, _MONTHS)
    last = monthrange(first.year + year, month + 1)[1]
    return date(first.year + year, month + 1, min(first.day, last))


def _so_long_ago(until: DateFound, sentence: Sentence) -> DateFound | None:
    """Return the day from which a length that would end then has lasted until publication."""
    published = sentence.findings.published
    last = until.value.last if until.value else None
    if published is None or last is None:
        return None
    first = published.last - (last - published.last)
    return until._replace(value=DateRange(first, first))


def _is_of_begin(found: DateFound, state: State) -> bool:
    """Whether a day is that of a begin: "the curfew that they imposed here on 3 May was lifted"."""
    begun, end = state.begun, state.verb
    if begun is None or not 0 <= found.start - begun.end <= _BEHIND:
        return False
    return end.start < begun.start or found.end <= end.start


def _is_to_come(found: DateFound | None, sentence: Sentence) -> bool:
    """Whether an end still lies ahead: what was shut "for three days" two days ago is shut."""
    published = sentence.findings.published
    last = found.value.last if found and found.value else None
    return published is not None and last is not None and last >= published.last


def _is_before(one: DateFound | None, other: DateFound) -> bool:
    """Whether a day is not after another; none is not."""
    first = one.value.first if one and one.value else None
    last = other.value.last if other.value else None
    return first is None or last is None or first <= last


def _is_ahead(found: DateFound, today: date) -> bool:
    first = found.value.first if found.value else None
    return first is not None and first >= today and not found.is_since


def _last(found: DateFound) -> DateRange | None:
    last = found.until.last if found.until else None
    return DateRange(last, last) if last else None

"""What a sentence tells before it happens: a march called for Friday, a cyclone due on Sunday.

A word of the lexicon ("will", "planned", "called for", "is forecast to") stands in the name of the
deed, or close to it in the same clause and with a day to come. What is in the past has happened,
whatever else is to come: "marched against a law that will take effect on Friday".

Who warns of nature ("a flood warning was issued on Monday") needs no day to come: the warning is
there. Its days are read as the nearest ones, on either side of publication, and those to come
beat the day on which somebody warned.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from itertools import pairwise

from advisory.extraction.dates.calendar import Published
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.text.breaks import ClauseBreaks
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.lexicon import Grammar

WARNED = frozenset(
    {"storm", "flood", "tsunami", "landslide", "wildfire", "heatwave", "volcanic_eruption"}
)
"""What of nature is warned of."""
ANNOUNCED = frozenset({"protest", "strike_action", "election"}) | WARNED
"""What is told of days before it happens."""
_BEFORE, _AFTER, _CLAUSE = 60, 50, 120  # characters
_ANNOUNCE = "announce"
_A_WEEK = timedelta(days=7)
_LEAD = 12  # characters


def is_warning(deed: Hit, hits: Iterable[Hit]) -> bool:
    """Whether a word of nature is a warning as it stands: "flood warning"."""
    return deed.id in WARNED and any(mark.id == _ANNOUNCE and mark[:2] == deed[:2] for mark in hits)


class Announcing:
    """Judges the deeds of a sentence by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._breaks = ClauseBreaks(grammar)
        self._past_endings, self._infinitive = classes["past_endings"], words("infinitive")
        self._led = tuple(f" {word} " for word in classes["infinitive"])
        self._never_past, self._irregular = words("never_past"), words("past_irregular")
        self._warning_words = words("warning_words")
        self._ahead = tuple(f" {word}" for word in classes["days_ahead"])
        self._by = words("by")
        helping = ("be", "be_plural", "have", "have_plural", "infinitive", "modal")
        self._helping = words(*helping)
        self._on = words("on_a_day")
        self._leads = self._on.union(classes["days_ahead"])

    def is_announced(
        self,
        page: Page,
        hits: Sequence[Hit],
        dates: Callable[[], Iterable[DateFound]],
        published: Published | None,
    ) -> bool:
        """Whether a sentence announces something; `dates` are its days, read as to come."""
        marks = [hit for hit in hits if hit.id == "announce"]
        deeds = [hit for hit in hits if hit.kind == "triggers" and hit.id in ANNOUNCED]
        names = [deed for deed in deeds if any(mark[:2] == deed[:2] for mark in marks)]
        if any(self._is_done(page, deed) for deed in deeds if deed not in names):
            return False  # "marched to demand the elections planned for May"
        if any(not self._has_begun(page, name.end) for name in names):
            return True  # "called a march"
        near = any(self.is_near(page, mark, deed) for mark in marks for deed in deeds)
        return near and published is not None and _is_to_come(dates(), published)

    def _is_done(self, page: Page, deed: Hit) -> bool:
        """Whether a verb says that something planned by people has happened: "marched in"."""
        words = page.words_of(deed)
        is_verb = deed.id not in WARNED and deed.form not in NOUNS
        return is_verb and any(map(self._is_past, words))

    def is_of(self, page: Page, marks: Iterable[Hit], deed: Hit) -> bool:
        """Whether one of some marks announces a deed that people plan."""
        is_planned = deed.id in ANNOUNCED - WARNED
        return is_planned and any(m[:2] == deed[:2] or self.is_near(page, m, deed) for m in marks)

    def is_infinitive(self, page: Page, deed: Hit) -> bool:
        """Whether an infinitive leads to a deed: "to march in", "to strike on"."""
        words = (*page.before(deed.start, _LEAD)[-1:], *page.words_of(deed)[:1])
        return not self._infinitive.isdisjoint(words)

    def is_warning_word(self, words: Sequence[str]) -> bool:
        """Whether somebody warns, by one of some words."""
        return not self._warning_words.isdisjoint(words)

    def days(
        self,
        page: Page,
        start: int,
        hits: Sequence[Hit],
        past: Sequence[DateFound],
        ahead: Sequence[DateFound],
        *,
        published: Published | None,
    ) -> tuple[DateFound, ...]:
        """Return the days of a sentence that announces, of those read as past and as to come."""
        marks = [hit for hit in hits if hit.id == _ANNOUNCE]
        warnings = [hit for hit in hits if is_warning(hit, marks)]
        if warnings:
            others = (m.end for m in marks if not self._is_of_warnings(page, m, warnings))
            first = min(others, default=len(page.text))
            known = {one.start: one for one in past}
            ahead = [
                one
                if one.start > first or self._is_led(page, one)
                else nearer(known.get(one.start, one), one, published)
                for one in ahead
            ]
        over = self._told_before(page, start, marks, ahead) if ahead[1:] else ()
        return tuple(found for found in ahead if found not in over)

    def others(
        self, page: Page, marks: Iterable[Hit], dates: Sequence[DateFound]
    ) -> tuple[DateFound, ...]:
        """Return the days but those of what is announced beside: "two days before a rally set for".

        They stand right behind the word that announces.
        """
        ends = [mark.end for mark in marks if mark.id == _ANNOUNCE]
        return tuple(one for one in dates if not any(self._are_close(page, e, one) for e in ends))

    def is_clause_of(self, page: Page, hits: Iterable[Hit], found: DateFound) -> bool:
        """Whether a day is that of what is to come: "is expected to hit Gao on Tuesday".

        That of "announced on Monday" is of who speaks.
        """
        marks = (hit for hit in hits if hit.id == _ANNOUNCE and hit.end <= found.start)
        words = ((hit.end, page.phrase(hit)) for hit in marks)
        ends = [end for end, word in words if not self._is_past(word) or " " in word]
        return any(
            found.start - end <= _BEFORE
            and ". " not in page.lower[end : found.start]
            and not self._breaks.is_between(page, end, found.start)
            for end in ends
        )

    def _are_close(self, page: Page, end: int, found: DateFound) -> bool:
        return end <= found.start and self._leads.issuperset(page.between(end, found.start))

    def _is_of_warnings(self, page: Page, mark: Hit, warnings: Sequence[Hit]) -> bool:
        """Whether a mark only names a warning: "a warning for heavy rain"."""
        is_word = self.is_warning_word(page.words_of(mark))
        return is_word or any(_overlap(mark, hit) for hit in warnings)

    def of_it(self, dates: Sequence[DateFound], published: Published | None) -> Sequence[DateFound]:
        """Return the days of what is announced: those to come, else that of who warned of it.

        "Until Friday" is from the day told before it, or from today.
        """
        if published is None:
            return dates
        told: list[DateFound] = []
        for found in dates:
            if told and told[-1].value and found.until:
                told[-1] = _through(told[-1], found)
            elif found.until:
                today = DateRange(published.first, published.last)
                told.append(_through(found._replace(value=today), found))
            else:
                told.append(found)
        return to_come(told, published) or told

    def _is_led(self, page: Page, found: DateFound) -> bool:
        """Whether a day is said to be one to come: "a warning for Monday"."""
        before = page.lower[max(0, found.start - _LEAD) : found.start].rstrip()
        return found.until is not None or f" {before}".endswith(self._ahead)

    def _told_before(
        self, page: Page, start: int, marks: Sequence[Hit], dates: Sequence[DateFound]
    ) -> Sequence[DateFound]:
        """Return the days of the past in front of what is announced, where its own day follows.

        "Ada formed on Monday and is forecast to hit Gao on Thursday".
        """
        first = min((hit.start for hit in marks), default=start)
        before = [found for found in dates if found.end <= first]
        return [d for d in before if any(map(self._is_past, page.between(start, d.start)))]

    def is_near(self, page: Page, mark: Hit, deed: Hit) -> bool:
        """Whether a word that announces stands close to a deed, in its clause."""
        words = page.words_of(deed)
        is_led = page.lower[mark.start : deed.start].endswith(self._led)
        if is_led and self._infinitive.issuperset(page.between(mark.end, deed.start)):
            return True  # "expected to burst its banks"
        if deed.form not in NOUNS and any(self._is_past(word) for word in words):
            return False
        start, end = min(mark.end, deed.end), max(mark.start, deed.start)
        if deed.end < mark.start and self._has_begun(page, mark.end):
            return False
        is_close = end - start <= (_BEFORE if mark.start < deed.start else _AFTER)
        return is_close and not self._breaks.is_between(page, start, end)

    def _has_begun(self, page: Page, end: int) -> bool:
        """Whether what somebody called for is going on: "a strike called by unions shut banks"."""
        behind = page.lower[end : end + _CLAUSE].partition(".")[0].split()
        last = page.before(end, _LEAD)[-1:]
        if self._by.isdisjoint((*last, *behind[:1])):
            return False
        pairs = pairwise(behind)
        return any(self._is_past(word) and lead not in self._helping for lead, word in pairs)

    def _is_past(self, word: str) -> bool:
        is_past = word.endswith(self._past_endings) or word in self._irregular
        return is_past and word not in self._never_past


def nearer(past: DateFound, ahead: DateFound, published: Published | None) -> DateFound:
    """Return a day as it lies nearest to publication: "warned on Monday of storms on Friday"."""
    if published is None or ahead.value is None or past.value is None:
        return ahead if past.value is None else past
    day, known = ahead.value.first, past.value.first
    if day is None or known is None:
        return past
    return past if published.last - known <= day - published.first else ahead


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _through(one: DateFound, other: DateFound) -> DateFound:
    """Return the days from one to another, to the next such weekday where that is before it."""
    end = other.until or other.value
    if one.value is None or end is None:
        return one
    first, last = one.value.first, end.last
    if first is None or last is None:
        return one
    value = DateRange(first, last if last >= first else last + _A_WEEK, DatePrecision.RANGE)
    return other._replace(start=one.start, value=value, until=None)


def to_come(dates: Iterable[DateFound], published: Published | None) -> list[DateFound]:
    """Return the days that are not over on the day of publication."""
    if published is None:
        return []
    lasts = ((found, found.value.last) for found in dates if found.value)
    return [found for found, last in lasts if last is not None and last >= published.first]


def _is_to_come(told: Iterable[DateFound], published: Published) -> bool:
    """Whether one of the days is not over on the day of publication."""
    firsts = (one.value.first for one in told if one.value and not one.is_since)
    return any(first is not None and first >= published.first for first in firsts)

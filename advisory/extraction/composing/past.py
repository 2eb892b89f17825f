"""What a report tells of another time than its news: "the raid of 1998", "in May last year"."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from advisory.extraction.composing.agreement import ENDS, OF_A_WAR
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.naming import is_accident
from advisory.extraction.counts.tags import letters
from advisory.extraction.dates.calendar import Published
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.groups import LASTING, VIOLENT
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.words import words_between
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.book import IncidentType

_OLD, _LONG, _WEEKS, _A_WEEK = (timedelta(days=n) for n in (60, 120, 20, 7))
_BLAMING = frozenset({"blame", "responsibility"})
_OF_NO_ATTACK = 1_000
_WHICH = "R"  # the tag of "which"
_EPIDEMIC = "epidemic_outbreak"  # spreads for months
_YEARS, _A_YEAR = timedelta(days=1_000), timedelta(days=364)  # from its first day to its last


def newest_day(published: Published | None, tellings: Sequence[Telling]) -> date | None:
    """Return the day from which it is told what is past: of publication, else the last told."""
    if published:
        return published.first
    days = [
        found.value.last
        for telling in tellings
        for found in telling.dates
        if (telling.type or telling.tolls)
        and telling.type not in ENDS
        and found.value
        and found.value.last
        and found.value.precision is not DatePrecision.SINCE
    ]
    return max(days, default=None)


def is_old(telling: Telling, newest: date | None) -> bool:
    """Whether a sentence tells of another time than the news: all its days are long past."""
    values = [found.value for found in telling.dates if found.value]
    if _is_said_before(telling):
        return False
    if values and telling.type is None and _is_of_an_old_one(telling, newest):
        return True
    if values:
        slack = _A_YEAR if telling.type == _EPIDEMIC else _A_WEEK
        return all(_is_past(value, newest, slack) for value in values)
    is_past = telling.is_history or _are_remembered(telling)
    return is_past and not telling.sentence.is_headline


def _is_of_an_old_one(telling: Telling, newest: date | None) -> bool:
    """Whether a toll is that of an old deed: "Sunday marked that of 2004, in which 78 died"."""
    for toll in telling.tolls[:1]:
        start = telling.sentence.tokens[toll.first].start
        led = [one for one in telling.dates if one.value and one.end <= start]
        nearest = max(led, key=lambda one: one.end, default=None)
        if nearest is None or nearest.value is None:
            return False
        between = letters(words_between(telling.sentence, nearest.end, start))
        return _WHICH in between and _is_past(nearest.value, newest, _A_WEEK)
    return False


def _are_remembered(telling: Telling) -> bool:
    """Whether the dead it counts are only recalled: "remember the quake that cost 14 lives"."""
    if telling.type is not None or not telling.tolls:
        return False
    first = min(telling.sentence.tokens[toll.first].start for toll in telling.tolls)
    cues = (cue for cue in telling.sentence.cues_of("remembered") if cue.end <= first)
    return any(telling.by.reality.recalls(telling.page, cue) for cue in cues)


def _is_said_before(telling: Telling) -> bool:
    """Whether its days only say who is blamed: "blamed the rebels, who have fought since 2017"."""
    said = [cue.end for cue in telling.sentence.cues_of(*_BLAMING)]
    if not said:
        return False
    is_behind = telling.type is None and all(said[0] <= found.start for found in telling.dates)
    return is_behind or (telling.has_date and all(found.is_since for found in telling.dates))


def _is_past(value: DateRange, newest: date | None, slack: timedelta) -> bool:
    """Whether a day is long past; what goes on since then is news for `slack` after it began."""
    day = value.last or value.first
    if value.precision is DatePrecision.SINCE:  # "has been erupting since Sunday" is news
        return newest is None or day is None or day < newest - slack
    if value.first and value.last and value.last - value.first > _LONG:
        return True  # "have kidnapped nine this year"
    return newest is not None and day is not None and day < newest - _OLD


def is_framed(telling: Telling) -> bool:
    """Whether it has no day, and a trial or an anniversary makes it an old deed."""
    sentence, trigger, framed = telling.sentence, telling.trigger, telling.by.reality.framed
    return trigger is not None and not telling.has_date and framed.is_framed(sentence, trigger)


def is_years_old(found: DateFound, published: Published) -> bool:
    """Whether a day lies years before the report."""
    last = found.value.last if found.value else None
    return last is not None and published.first - last >= _YEARS


def lasts(typed: Sequence[Telling]) -> bool:
    """Whether it goes on "since late May"."""
    return any(found.is_since for telling in typed for found in telling.dates)


def is_history(draft: Draft, typed: Sequence[Telling]) -> bool:
    """Whether it is told as of the past; an outbreak "since late May" goes on."""
    is_lasting = typed[0].type in LASTING and lasts(typed)
    return draft.is_old or (any(telling.is_history for telling in typed) and not is_lasting)


def is_of_a_war(_: Draft, typed: Sequence[Telling]) -> bool:
    """Whether hundreds died and no word says on which day, or since when."""
    return _most_undated(typed) >= OF_A_WAR


def is_of_thousands(draft: Draft) -> bool:
    """Whether so many died of violence, on no day that is told, as no single attack kills."""
    typed = [telling for telling in draft.tellings if telling.type]
    return typed[0].type in VIOLENT and _most_undated(typed) >= _OF_NO_ATTACK


def is_told_long_after(
    draft: Draft, drafts: Sequence[Draft], types: Mapping[str, IncidentType]
) -> bool:
    """Whether it was months before the news, and no headline, lead or entry begins with it.

    What is told of a month, and beside no newer deed, may be what the report is about. Beside a
    newer one an accident or a disaster needs only to be weeks old.
    """
    published = draft.first.sentence.findings.published
    sentences = [telling.sentence for telling in draft.tellings if telling.type]
    is_begun = any(one.is_headline or one.is_lead or one.entry is not None for one in sentences)
    if published is None or is_begun or draft.first.type in LASTING:
        return False
    value = next((found.value for found in draft.first.dates if found.value), None)
    if value is None or value.last is None or value.precision is DatePrecision.SINCE:
        return False
    is_beside = any(not other.is_old for other in drafts if other is not draft)
    if is_beside and is_accident(types, draft.first.type):
        return value.last < published.first - _WEEKS
    is_dated = is_beside or value.first == value.last
    return is_dated and value.last < published.first - _OLD


def _most_undated(typed: Sequence[Telling]) -> int:
    is_dated = any(found.value for telling in typed for found in telling.dates)
    return 0 if is_dated else max((t.sentence.killed or 0 for t in typed), default=0)


def is_long_ago(draft: Draft, typed: Sequence[Telling]) -> bool:
    """Whether years lie between it and the report: the raid of 1998, the murder in 1572.

    What only points at a deed, "that attack", was on the day told of it.
    """
    published = typed[0].sentence.findings.published
    told = [found for t in typed for found in t.dates]
    if not told and all(t.is_anaphor for t in typed):
        told = list(draft.dates)
    days = [found for found in told if found.value]
    return published is not None and bool(days) and all(is_years_old(d, published) for d in days)


def is_of_a_year(_: Draft, typed: Sequence[Telling]) -> bool:
    """Whether its only day is a year that is over, or several: so many were murdered in 2024."""
    published = typed[0].sentence.findings.published
    days = [found.value for t in typed for found in t.dates if found.value]
    return published is not None and bool(days) and all(_is_a_year(d, published) for d in days)


def _is_a_year(day: DateRange, published: Published) -> bool:
    if not (day.first and day.last):
        return False
    is_over = day.first + _A_YEAR <= day.last < published.first
    return is_over or day.first + _YEARS <= day.last <= published.last

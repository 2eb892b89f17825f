"""Which days of a sentence are not of its deed: of what came after it, or of who tells it."""

from collections.abc import Sequence
from datetime import timedelta

from advisory.extraction.dates.dates import DateFound, is_a_day, loose
from advisory.extraction.dates.days import DayJudge
from advisory.extraction.groups import DISPERSED, VIOLENT
from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit

_A_WEEK = timedelta(days=7)
_DONE = VIOLENT | {DISPERSED}


def later_days(days: DayJudge, sentence: Sentence, trigger: Hit | None) -> tuple[DateFound, ...]:
    """Return the days on which bodies were found, or one more of the wounded died."""
    page = sentence.findings.page
    return tuple(
        found
        for found in sentence.dates
        if days.is_later(page, trigger, found) or _is_of_one_more(sentence, trigger, found)
    )


def _is_of_one_more(sentence: Sentence, trigger: Hit | None, found: DateFound) -> bool:
    """Whether a day is that on which one more died: "a third victim of the raid died on"."""
    tokens = sentence.tokens
    more = (tokens[t.last].start for t in sentence.tolls if t.is_others and t.is_revision)
    return trigger is not None and any(trigger.start < at <= found.start for at in more)


def without_days_of_telling(
    reality: Reality, sentence: Sentence, trigger: Hit | None, told: Sequence[DateFound]
) -> list[DateFound]:
    """Leave out the days on which somebody spoke or accused before a deed that has its own."""
    if trigger is None:
        return list(told)
    page, end = sentence.findings.page, trigger.end
    behind = (one.start for one in told if one.start >= end)
    has_own = any(not reality.is_broken(page, end, start) for start in behind)
    return [
        one
        for one in told
        if not (has_own and one.end <= trigger.start and sentence.is_of_telling(one))
    ]


def recent_days(
    sentence: Sentence, trigger: Hit | None, later: Sequence[DateFound]
) -> tuple[DateFound, ...]:
    """Return the only day of a sentence, of somebody in it, where it is one of the last week."""
    published = sentence.findings.published
    if trigger is None or trigger.id not in _DONE or not sentence.has_killed or published is None:
        return ()
    days = [found for found in sentence.own_dates if found not in later]
    if len(days) != 1 or not is_a_day(days[0]) or days[0].start < trigger.end:
        return ()
    value = days[0].value
    is_recent = value and value.first and published.first - _A_WEEK <= value.first
    return (loose(days[0]),) if is_recent else ()

"""How long ago it was as bad: the sentence "highest since", by the score.

Points only fall between two pieces of news, so the score of a region has its peaks on the days on
which something became known. Looking back at those days is enough to find the last one that was as
high; in a region where much happens that is soon found, in a quiet one there are few of them.
Source: HDX Signals of OCHA tells its alerts so ("highest in three years"); there by deaths.
"""

from datetime import date, datetime, timedelta

from advisory.assessment.timeline import Timeline
from advisory.model.assessment import Highest
from advisory.model.time import end_of_day

RECENT_DAYS = 28


def highest(timeline: Timeline, as_of: datetime) -> Highest | None:
    """Return since when the score was not as high as it is now.

    None where there is nothing to say: no points, no news in 28 days, a score that was as high in
    these days already, or fewer than 28 days to look back on.
    """
    today, first, now = as_of.date(), timeline.first(as_of), timeline.daily(as_of).points
    news = [day for day in timeline.known_days if day <= today]
    if first is None or not news or now <= 0:
        return None
    *earlier, last = news
    if (today - last).days > RECENT_DAYS or (today - first).days <= RECENT_DAYS:
        return None
    for day in reversed(earlier):
        if _points(timeline, day) >= now:
            since = _last_as_high(timeline, day, news[news.index(day) + 1], now)
            return None if (today - since).days <= RECENT_DAYS else Highest(since, ever=False)
    return Highest(first, ever=True)


def _last_as_high(timeline: Timeline, day: date, next_news: date, points: float) -> date:
    """Return the last day from a peak on with as many points, by halves: they only fall."""
    low, high = day, next_news
    while (high - low).days > 1:
        middle = low + timedelta(days=(high - low).days // 2)
        low, high = (middle, high) if _points(timeline, middle) >= points else (low, middle)
    return low


def _points(timeline: Timeline, day: date) -> float:
    return timeline.daily(end_of_day(day)).points

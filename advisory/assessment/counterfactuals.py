"""When the level would fall, and what would raise it.

A fall is foretold under two conditions that are said with it: two owners are read in each week, and
nothing more is reported. Then points decay, floors run out on their day, every week is covered,
and the level falls on the Monday on which four covered weeks lie behind that are all lower. The
numbers are those in force at the as-of.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from advisory.assessment.calm import CALM_WEEKS, entry_of, level_name
from advisory.assessment.floors import holds_in
from advisory.assessment.levels import Daily, least_points, level_by_points
from advisory.assessment.timeline import Timeline
from advisory.model.time import Week
from advisory.model.wording import short_day
from advisory.rulebook.book import in_force

FARTHEST_DAYS = 400
_MOST_RAISES = 3


class Fall(NamedTuple):
    """The level falls to this on that day, if two owners are read each week and nothing happens."""

    day: date
    level: int


def next_fall(timeline: Timeline, today: Daily, as_of: datetime) -> Fall | None:
    """Return the next fall of the level within 400 days, or None where none is foreseen."""
    now = timeline.published(as_of)
    if now.level is None or now.override or now.level == 1:
        return None
    least, next_monday = now.standing_level or 1, Week.of(as_of.date()).last + timedelta(days=1)

    def level_on(monday: date) -> int:
        return max(_held_on(monday, timeline, today, as_of), least)

    # With nothing more reported the level only falls: the first lower Monday is found by halves.
    weeks = range(FARTHEST_DAYS // 7)
    ahead = bisect_right(
        weeks, -now.level, key=lambda week: -level_on(next_monday + timedelta(weeks=week))
    )
    day = next_monday + timedelta(weeks=ahead)
    return Fall(day, level_on(day)) if ahead < len(weeks) else None


def counterfactuals(timeline: Timeline, today: Daily, as_of: datetime) -> tuple[str, ...]:
    """Return what would lower the level, and when, and what would raise it, a sentence each."""
    return (*_falls(timeline, today, as_of), *_raises(timeline, today, as_of))


def _falls(timeline: Timeline, today: Daily, as_of: datetime) -> Iterator[str]:
    now, scale = timeline.published(as_of), timeline.rulebook.scale
    if now.override and now.override.valid_until:
        yield f"The override ends with {short_day(now.override.valid_until)}."
    fall = next_fall(timeline, today, as_of)
    if fall:
        yield (
            f"Falls to {level_name(fall.level, scale)} ({fall.level}) on {short_day(fall.day)} at "
            "the earliest, if two owners are read in each week until then and nothing more is "
            "reported."
        )
    elif now.level and now.level > 1 and not now.override:
        lasting = [floor.because for floor in today.floors if floor.until is None]
        if lasting:
            yield f"Does not fall while this holds: {lasting[0]}"
        elif now.standing_level == now.level:
            yield f"Does not fall below the standing of {now.level} while that holds."
        else:
            yield f"Does not fall within {FARTHEST_DAYS} days."


def _held_on(monday: date, timeline: Timeline, today: Daily, as_of: datetime) -> int:
    """The level held on a Monday to come, every week from that of the as-of having been covered."""
    this_week = Week.of(as_of.date()).first
    to_come = [monday - timedelta(weeks=back) for back in range(CALM_WEEKS, 0, -1)]
    seen = timeline.readings.covered_weeks(as_of)[-CALM_WEEKS:]
    starts = [week.first for week in seen if week.first < this_week]
    starts += [first for first in to_come if first >= this_week]
    first = timeline.first(as_of) or as_of.date()
    start = starts[-CALM_WEEKS] if len(starts) >= CALM_WEEKS else first
    before = timeline.highest_before(start, as_of) or (1, True)
    return max(before[0], _level_on(max(start, as_of.date()), timeline, today, as_of))


def _level_on(day: date, timeline: Timeline, today: Daily, as_of: datetime) -> int:
    """The daily level on a day to come, when nothing more is reported."""
    scale, days = timeline.rulebook.scale, (day - as_of.date()).days
    later = (one.later(days, scale.horizon_days) for one in today.weighed)
    held = [f.level for f in today.floors if f.until is None or day <= f.until]
    return max([level_by_points(later, timeline.half_points, scale)[0], *held])


def _raises(timeline: Timeline, today: Daily, as_of: datetime) -> Iterator[str]:
    level, scale = timeline.published(as_of).level, timeline.rulebook.scale
    if level is None or level == max(entry.level for entry in scale.levels):
        return
    yield from _completed(timeline, level, as_of)
    day = as_of.date()
    rising = [
        (in_force(rule.level, day), rule.title)
        for rule in timeline.rulebook.floors
        if holds_in(rule, timeline.region) and in_force(rule.level, day) > level
    ]
    for asked, title in sorted(rising)[:_MOST_RAISES]:
        yield f'Rises to {level_name(int(asked), scale)} ({asked:g}) with: "{title}".'
    yield from _points_missing(timeline, today, level)


def _completed(timeline: Timeline, level: int, as_of: datetime) -> Iterator[str]:
    """Name the combinations of which all but one part hold, and the part that is missing."""
    scale = timeline.rulebook.scale
    for rule in timeline.rulebook.combinations:
        asked = int(in_force(rule.level, as_of.date()))
        if asked <= level or not holds_in(rule, timeline.region):
            continue
        held = timeline.held_parts(rule, as_of)
        missing = [part.name for part, one in zip(rule.all_of, held, strict=True) if one is None]
        if len(missing) == 1:
            yield (
                f"Rises to {level_name(asked, scale)} ({asked}) if this comes on top: "
                f'{missing[0]} ("{rule.title}").'
            )


def _points_missing(timeline: Timeline, today: Daily, level: int) -> Iterator[str]:
    entry = entry_of(level + 1, timeline.rulebook.scale)
    missing = least_points(entry, timeline.half_points) - today.points
    if missing > 0:
        yield f"By points alone, {entry.name} ({entry.level}) is {missing:.1f} points away."

"""What could not be seen, a sentence each: silence is not calm, and it is said aloud.

A gap never moves a level. It tells the reader why there is none, why it is old, or what might be
missing from it.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from advisory.assessment.calm import CALM_WEEKS
from advisory.assessment.confidence import uncovered_weeks
from advisory.assessment.coverage import LEAST_OWNERS, LEAST_REPORTS, RECENT_DAYS, Readings
from advisory.assessment.hands import is_overdue
from advisory.assessment.levels import Daily
from advisory.assessment.published import Published
from advisory.assessment.timeline import Timeline
from advisory.assessment.words import words_of_condition
from advisory.model.assessment import Basis, Region, State, TollEnds
from advisory.model.text import UNDETERMINED, Heard
from advisory.model.wording import counted, short_day

# A state of which nobody has spoken for two weeks may be over.
_SILENT_DAYS = 14


def gaps(timeline: Timeline, as_of: datetime) -> tuple[str, ...]:
    """Return what could not be seen of a region at an instant, gravest first."""
    region, readings = timeline.region, timeline.readings
    now, today = timeline.published(as_of), timeline.daily(as_of)
    return (
        *_silence(region, readings, now, as_of),
        *_carried(timeline, now, as_of),
        *_thin_reading(region, readings, as_of),
        *_fallen_silent(region, readings, as_of),
        *_unread(readings, as_of),
        *_unlocated(timeline, as_of),
        *_one_voice(today),
        *_silent_conditions(timeline, as_of),
        *_hands(now, as_of),
    )


def disputed_toll(ends: TollEnds | None) -> Iterator[str]:
    """Say which level each end of a disputed toll gives, where that is not the same one."""
    if ends is None or not ends.changes_level:
        return
    if ends.low_killed is None or ends.high_killed is None:
        yield (
            f"The tolls are disputed: level {ends.high_level} on the highest that are told, "
            f"{ends.low_level} on the lowest."
        )
    else:
        yield (
            f"The toll is disputed: level {ends.high_level} on {ends.high_killed} killed, "
            f"{ends.low_level} on {ends.low_killed}."
        )


def _silence(region: Region, readings: Readings, now: Published, as_of: datetime) -> Iterator[str]:
    if not readings.named(as_of):
        yield f"No report that was read names {region.name}. This is not calm."
    elif now.last_read is None:
        yield f"Fewer than two owners have named {region.name}. This is not calm."
    elif now.state is not State.CURRENT or now.basis is Basis.OVERRIDE:
        days = (as_of.date() - now.last_read).days
        shown = short_day(now.last_read)
        yield f"The last relevant reading was on {shown}, {counted(days, 'day')} ago."


def _carried(timeline: Timeline, now: Published, as_of: datetime) -> Iterator[str]:
    """Say how much calm is still to be seen where the level of worse days is carried on."""
    if now.basis is Basis.CARRIED and now.level:
        seen = timeline.calm_weeks(now.level, as_of)
        yield (
            f"Level {now.level} is carried: it takes {CALM_WEEKS} covered weeks of calm to lower "
            f"it, and {seen or 'none'} of them {'was' if seen < 2 else 'were'} seen."  # noqa: PLR2004 - plural
        )


def _thin_reading(region: Region, readings: Readings, as_of: datetime) -> Iterator[str]:
    recent = readings.recent(as_of)
    country = region.country_name or region.name
    if not readings.is_enough(as_of):
        owners = len({report.owner for report in recent})
        yield (
            f"In {RECENT_DAYS} days {counted(len(recent), 'readable report')} of "
            f"{counted(owners, 'owner')} named {country}; a level below 3 needs "
            f"{LEAST_REPORTS} reports of {LEAST_OWNERS} owners."
        )
    silent = uncovered_weeks(readings, as_of)
    if silent:
        yield f"In {silent} of the last {CALM_WEEKS} weeks fewer than two owners named {country}."


def _fallen_silent(region: Region, readings: Readings, as_of: datetime) -> Iterator[str]:
    silent = readings.silent(as_of)
    if silent:
        listed = ", ".join(f'"{owner}"' for owner in silent)
        country = region.country_name or region.name
        yield f"Not heard on {country} in the last 7 days, though often before: {listed}."


def _unread(readings: Readings, as_of: datetime) -> Iterator[str]:
    unread = readings.unread(as_of)
    if unread:
        languages = Counter(_named(report.language) for report in unread)
        listed = ", ".join(f"{name}: {n}" for name, n in sorted(languages.items()))
        yield (
            f"{counted(len(unread), 'report')} of the last {RECENT_DAYS} days could not be read "
            f"({listed})."
        )


def _named(language: str | None) -> str:
    """Return what to call a language: its code, or that it is none we know."""
    return language if language and language != UNDETERMINED else "language unknown"


def _unlocated(timeline: Timeline, as_of: datetime) -> Iterator[str]:
    region = timeline.region
    unplaced = timeline.unplaced(as_of)
    if unplaced:
        yield (
            f"{counted(unplaced, 'incident')} of the last {RECENT_DAYS} days may lie in "
            f"{region.name}: no report says where in {region.country_name or 'the country'}."
        )
    recent = timeline.readings.recent(as_of)
    names = {name for report in recent for name in _unplaced(region, report)}
    if names:
        listed = ", ".join(f'"{name}"' for name in sorted(names))
        yield f"{counted(len(names), 'place name')} could not be placed: {listed}."


def _unplaced(region: Region, report: Heard) -> Iterator[str]:
    """A name that may lie in the region: nothing more is known of it, or what is known does."""
    within = {region.id, *region.members}
    for unlocated in report.unlocated:
        probable = unlocated.regions
        if not probable or probable[-1] in region.path or not within.isdisjoint(probable):
            yield unlocated.name


def _one_voice(today: Daily) -> Iterator[str]:
    if today.provisional:
        yield "Today's level rests on one origin; another, or a person, must confirm it."
    held_back = [floor for floor in today.floors if floor.level < floor.asked]
    if held_back:
        asked, level = held_back[0].asked, held_back[0].level
        yield f"A rule asks for level {asked}; one origin alone gives {level} at most."


def _silent_conditions(timeline: Timeline, as_of: datetime) -> Iterator[str]:
    for condition in timeline.conditions(as_of):
        days = (as_of - condition.last_word).days
        if days > _SILENT_DAYS:
            words = words_of_condition(condition)
            yield (
                f"No word of {words['condition']} in {words['place']} for {days} days: whether it "
                "still holds is not known."
            )


def _hands(now: Published, as_of: datetime) -> Iterator[str]:
    standing = now.standing
    if standing and standing.valid_until and is_overdue(standing, as_of.date()):
        yield f"The review of the standing is overdue since {short_day(standing.valid_until)}."

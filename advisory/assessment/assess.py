"""The level of regions as of an instant, or of many days, with all that explains it.

In come regions, what is known, and the rule base; out goes an `Assessment` for each region and
instant. Every rule is asked about every version of every incident once, by one query; the rest is
arithmetic on the matches that lie in a region. The same input gives the same answer, in whatever
order it comes. Nothing here reads a store or a clock.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from advisory.assessment.calm import entry_of, level_name
from advisory.assessment.confidence import confidence
from advisory.assessment.counterfactuals import counterfactuals
from advisory.assessment.drivers import drivers, hazard_scores
from advisory.assessment.ends import Ends, toll_ends
from advisory.assessment.gaps import disputed_toll, gaps
from advisory.assessment.knowledge import Knowledge
from advisory.assessment.levels import Daily, score
from advisory.assessment.nested import Nested
from advisory.assessment.output import to_json
from advisory.assessment.placed import Placed
from advisory.assessment.points import contributions
from advisory.assessment.published import Published
from advisory.assessment.records import highest
from advisory.assessment.scorable import match_versions
from advisory.assessment.timeline import Timeline
from advisory.assessment.trend import FOUR_WEEKS, WEEK, trend
from advisory.model.assessment import Assessment, Coverage, Region, State
from advisory.model.identity import ended_digest
from advisory.model.marking import Tlp
from advisory.model.time import end_of_day
from advisory.rulebook.book import Rulebook, Scale

__all__ = ["Knowledge", "assess", "assess_days", "timelines"]


def assess(
    regions: Sequence[Region],
    as_of: datetime,
    knowledge: Knowledge,
    rulebook: Rulebook,
    clearance: Tlp = Tlp.RED,
) -> tuple[Assessment, ...]:
    """Return the assessment of each region as of one instant, in the order asked.

    Args:
        regions: The regions asked about.
        as_of: A UTC instant; what became known later is not used.
        knowledge: All there is to know at this clearance.
        rulebook: The rule base.
        clearance: For whose eyes the knowledge is; part of the replay id. RED sees everything.
    """
    told, ends = _timelines(regions, knowledge, rulebook)
    return tuple(_assessment(one, as_of, clearance, ends) for one in told)


def assess_days(
    regions: Sequence[Region],
    days: Iterable[date],
    knowledge: Knowledge,
    rulebook: Rulebook,
    clearance: Tlp = Tlp.RED,
) -> dict[tuple[str, date], Assessment]:
    """Return the assessment of each region at the end of each day, by region id and day."""
    asked = sorted(set(days))
    told, ends = _timelines(regions, knowledge, rulebook)
    return {
        (one.region.id, day): _assessment(one, end_of_day(day), clearance, ends)
        for one in told
        for day in asked
    }


def timelines(
    regions: Sequence[Region], knowledge: Knowledge, rulebook: Rulebook
) -> tuple[Timeline, ...]:
    """Return what can answer for each region at any instant; the rules are asked once for all."""
    return _timelines(regions, knowledge, rulebook)[0]


def _timelines(
    regions: Sequence[Region], knowledge: Knowledge, rulebook: Rulebook
) -> tuple[tuple[Timeline, ...], Ends]:
    matches = match_versions(knowledge.versions, rulebook)
    nested = Nested(Placed(matches), knowledge, rulebook)
    told = tuple(nested.timeline(region) for region in regions)
    return told, Ends.of(matches, knowledge, rulebook)


def _assessment(timeline: Timeline, as_of: datetime, clearance: Tlp, ends: Ends) -> Assessment:
    region, scale = timeline.region, timeline.rulebook.scale
    readings, half_points = timeline.readings, timeline.half_points
    now, today = timeline.published(as_of), timeline.daily(as_of)
    previous = timeline.published(as_of - WEEK).level
    given = contributions(today.weighed)
    coverage = _coverage(timeline, now, as_of)
    before = timeline.published(as_of - FOUR_WEEKS).level
    disputed = toll_ends(ends, timeline, today, as_of)
    named = readings.named(as_of)
    newest = named[-1].known_at.date() if named else None
    found = Assessment(
        region=region,
        as_of=as_of,
        level=now.level,
        level_name=level_name(now.level, scale),
        state=now.state,
        basis=now.basis,
        provisional=now.provisional,
        computed_level=now.computed,
        daily_level=_founded(today, timeline, as_of),
        standing_level=now.standing_level,
        last_signed_level=now.signed.level if now.signed else None,
        planning_level=timeline.planning(as_of),
        override=now.override.level if now.override else None,
        previous_level=previous,
        trend=trend(now.level, previous, readings, as_of),
        confidence=confidence(now, readings, as_of),
        score=score(today.points, half_points),
        hazards=hazard_scores(given, half_points),
        drivers=drivers(given, today.floors),
        contributions=given,
        floors=today.floors,
        incidents=_incidents(today),
        coverage=coverage,
        data_as_of=newest,
        data_age_days=(as_of.date() - newest).days if newest else None,
        valid_until=_valid_until(now, scale),
        gaps=(*disputed_toll(disputed), *gaps(timeline, as_of)),
        counterfactuals=counterfactuals(timeline, today, as_of),
        replay_id="",
        signed=now.signed,
        level_four_weeks_ago=before,
        trend_four_weeks=trend(now.level, before, readings, as_of, FOUR_WEEKS),
        highest=highest(timeline, as_of),
        toll_ends=disputed,
    )
    return replace(found, replay_id=_replay_id(found, timeline, clearance))


def _founded(today: Daily, timeline: Timeline, as_of: datetime) -> int | None:
    return today.level if timeline.is_founded(today.level, as_of) else None


def _incidents(today: Daily) -> tuple[str, ...]:
    weighed = {one.match.scorable.id for one in today.weighed}
    return tuple(sorted(weighed.union(*(floor.incidents for floor in today.floors))))


def _coverage(timeline: Timeline, now: Published, as_of: datetime) -> Coverage:
    readings = timeline.readings
    return Coverage(
        reports=len(readings.named(as_of)),
        owners=readings.owners(as_of),
        unreadable=len(readings.unread(as_of)),
        covered_weeks=tuple(str(week) for week in readings.covered_weeks(as_of)),
        last_read=now.last_read,
    )


def _valid_until(now: Published, scale: Scale) -> date | None:
    """The last day on which the level is current if nothing more is read."""
    if now.override:
        return now.override.valid_until
    if now.level is None or now.state is not State.CURRENT or now.last_read is None:
        return None
    return now.last_read + timedelta(days=entry_of(now.level, scale).stale_after_days)


def _replay_id(found: Assessment, timeline: Timeline, clearance: Tlp) -> str:
    """Name the answer by what it says and what it was made from: another answer has another id."""
    said = to_json(found, timeline.rulebook.scale)
    given = [(c.rule, c.incident, f"{c.points:.6f}", c.because) for c in found.contributions]
    floors = [(f.rule, f.level, *f.incidents, *f.conditions, f.because) for f in found.floors]
    asked = (timeline.rulebook.hash, str(clearance))
    begun = timeline.readings.begun_digest(asked, found.as_of)
    return f"a{ended_digest(begun, said, given, floors, found.counterfactuals)[:16]}"

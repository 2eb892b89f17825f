"""One region over time: its daily levels, what is held of them, and what is published.

All that concerns the region is gathered once; each day is worked out once, from what was known that
day, and kept, for the level of a day asks for the days before it. The rules are those of `levels`,
`calm` and `hands`; here they are only put in order.

A village is no safer than the region it lies in, of which far more is read: a place or a district
has its admin1 around it, whose floors, points, readings and standing hold for it too.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from advisory.assessment.around import contains_all_known_of, with_floors_around
from advisory.assessment.calm import (
    CALM_WEEKS,
    LEAST_WITHOUT_COVERAGE,
    Held,
    entry_of,
    held,
    highest,
    owners_needed,
    state_of,
    window_start,
)
from advisory.assessment.changes import changes, spoken
from advisory.assessment.coverage import RECENT_DAYS, Readings
from advisory.assessment.dated import Dated, by_floor
from advisory.assessment.floors import Held as FloorBasis
from advisory.assessment.floors import (
    conditions_in_force,
    days_held,
    floor_of,
    held_by_conditions,
    held_by_incidents,
    held_together,
    may_hold_in,
    parts_of,
)
from advisory.assessment.hands import override_at, signed_at, standing_at
from advisory.assessment.knowledge import Knowledge
from advisory.assessment.levels import Daily, daily
from advisory.assessment.points import weigh
from advisory.assessment.published import Published, basis_of
from advisory.assessment.scorable import Match, last_told_first
from advisory.model.assessment import Basis, Floor, Region, State
from advisory.model.decision import Decision
from advisory.model.incident import Condition
from advisory.model.time import end_of_day
from advisory.rulebook.book import FloorRule, Holding, Rulebook, WeightRule


class _Peak(NamedTuple):
    """The highest level of some days; `settled` until something new can raise it."""

    level: tuple[int, bool]
    settled: bool


class Timeline:
    """The levels of one region at any instant, from one knowledge and one rule base."""

    def __init__(
        self,
        region: Region,
        matches: Sequence[Match],
        knowledge: Knowledge,
        rulebook: Rulebook,
        outer: "Timeline | None" = None,
    ) -> None:
        """Gather what concerns a region; `outer` is its admin1, for a place or a district."""
        self.region = region
        self._outer = outer
        self.rulebook = rulebook
        self.readings = Readings(region, knowledge.hearing)
        self.half_points = rulebook.scale.half_points[region.kind]
        self._matches = [m for m in matches if region.contains(m.scorable.regions)]
        self._around = [
            m.scorable for m in matches if contains_all_known_of(region, m.scorable.regions)
        ]
        self._weights = Dated(m for m in self._matches if isinstance(m.rule, WeightRule))
        self._asked = by_floor(self._matches)
        self._believed = last_told_first(self._matches)
        known = {match.scorable.known_from.date() for match in self._matches}
        self._first = min((day for day in (self.readings.first, *known) if day), default=None)
        self.known_days = tuple(sorted(known.union(self._weights.days)))
        self._conditions = [
            version for version in knowledge.conditions if version.condition.holds_in(region)
        ]
        kinds = {version.condition.kind for version in self._conditions}
        self._holding = [
            rule
            for rule in rulebook.holding
            if may_hold_in(rule, region)
            and all(part.id in self._asked or part.condition in kinds for part in parts_of(rule))
        ]
        told = {report for version in self._conditions for report in version.condition.reports}
        self._heard = {h.report: h for h in knowledge.heard if h.report in told} if told else {}
        self._decisions = knowledge.decisions
        self._signed = knowledge.signed.get(region.id, ())
        self._dailies: dict[datetime, Daily] = {}
        self._ends: dict[date, tuple[int, bool]] = {}
        self._highest: dict[date, list[_Peak]] = {}
        self.changed_on = changes(self._matches, self._conditions, rulebook)
        if self._outer:
            self.changed_on |= self._outer.changed_on
        self._spoken = sorted(spoken(self._matches, self._conditions))
        self._published: dict[datetime, Published] = {}
        self._last_held: dict[date, int | None] = {}

    def daily(self, as_of: datetime) -> Daily:
        """Return the level by weights and floors on what was known at an instant."""
        if as_of not in self._dailies:
            horizon = timedelta(days=self.rulebook.scale.horizon_days)
            recent = self._weights.of_last(horizon, as_of.date())
            weighed = weigh(recent, as_of, self.rulebook.scale)
            floors = sorted(self._floors_at(as_of), key=lambda f: (-f.level, -f.asked, f.rule))
            made = daily(weighed, tuple(floors), self.half_points, self.rulebook.scale)
            self._dailies[as_of] = made
        return self._dailies[as_of]

    def highest_before(self, start: date, as_of: datetime) -> tuple[int, bool] | None:
        """Return the highest level at the end of a day from `start` to the day before the as-of.

        The second value says whether it is firm: on one of these days not provisional. None where
        there is no such day. Between two changes points decay and floors run out, so a level that
        is firm need not be looked at again before the next.
        """
        days = (as_of.date() - start).days
        so_far = self._highest.setdefault(start, [])
        while len(so_far) < days:
            so_far.append(self._next_peak(start + timedelta(days=len(so_far)), so_far))
        return so_far[days - 1].level if days > 0 else None

    def _next_peak(self, day: date, so_far: Sequence[_Peak]) -> _Peak:
        if so_far and so_far[-1].settled and day not in self.changed_on:
            return so_far[-1]
        end = self._level_at_end_of(day)
        return _Peak(max(end, so_far[-1].level) if so_far else end, settled=end[1])

    def _level_at_end_of(self, day: date) -> tuple[int, bool]:
        if day not in self._ends:
            end = self.daily(end_of_day(day))
            self._ends[day] = end.level, not end.provisional
        return self._ends[day]

    def first(self, as_of: datetime) -> date | None:
        """Return the day of the first report, if there was one by then."""
        around = self._outer.first(as_of) if self._outer else None
        own = self._first if self._first and self._first <= as_of.date() else None
        return min((day for day in (own, around) if day), default=None)

    def held(self, as_of: datetime) -> Held | None:
        """Return the level that bad news and observed calm leave; None where nothing was read."""
        first = self.first(as_of)
        if first is None:
            return None
        start = window_start(first, self.readings.covered_weeks(as_of))
        today = self.daily(as_of)
        return held(self.highest_before(start, as_of), (today.level, not today.provisional))

    def calm_weeks(self, level: int, as_of: datetime) -> int:
        """Return how many of the last covered weeks began after the last day at a level or above.

        Fewer than four, or the level would not be held.
        """
        starts = [week.first for week in self.readings.covered_weeks(as_of)[-CALM_WEEKS:]]
        before = (self.highest_before(start, as_of) or (0, True) for start in starts)
        return sum(highest < level for highest, _ in before)

    def published(self, as_of: datetime) -> Published:
        """Return what is published at an instant, worked out once."""
        if as_of not in self._published:
            self._published[as_of] = self._publish(as_of)
        return self._published[as_of]

    def last_held(self, as_of: datetime) -> int | None:
        """Return the level that was last published on or before the day of an instant."""
        day, first = as_of.date(), self.first(as_of)
        passed: list[date] = []
        level = self.published(as_of).level
        if level is None:
            day = min(day, self.may_hold_until(as_of) + timedelta(days=1))
        while level is None and first and day > first:
            day -= timedelta(days=1)
            if day in self._last_held:
                level = self._last_held[day]
                break
            passed.append(day)
            level = self.published(end_of_day(day)).level
        self._last_held.update(dict.fromkeys(passed, level))
        return level

    def may_hold_until(self, as_of: datetime) -> date:
        """Return the last day up to an instant that can have had a level at all.

        Without a word for longer than the most patient level waits, there is none; but what a
        person set may hold on any day.
        """
        if any(d.region == self.region.id for d in self._decisions):
            return as_of.date()
        named, spoken = self.readings.named(as_of), bisect_right(self._spoken, as_of.date())
        heard = [
            named[-1].known_at.date() if named else None,
            self._spoken[spoken - 1] if spoken else None,
            self.readings.span_end(as_of),
        ]
        patience = max(entry.unknown_after_days for entry in self.rulebook.scale.levels)
        last = max((day for day in heard if day), default=date.min)
        own = last + timedelta(days=patience)
        return max(own, self._outer.may_hold_until(as_of)) if self._outer else own

    def planning(self, as_of: datetime) -> int | None:
        """Return what to plan by: the level where it is current, else the highest we can name."""
        now = self.published(as_of)
        if now.state is State.CURRENT:
            return now.level
        signed = now.signed.level if now.signed else None
        return highest(self.last_held(as_of), signed, now.standing_level)

    def _publish(self, as_of: datetime) -> Published:
        found = self.held(as_of)
        standing = self.standing(as_of)
        override = override_at(self._decisions, self.region.id, as_of)
        computed = found.level if found and self.is_founded(found.level, as_of) else None
        level = highest(computed, standing.level if standing else None) if computed else None
        last_read = self.last_read(level or (found.level if found else 1), as_of)
        state = State.UNKNOWN
        if level:
            state = state_of(entry_of(level, self.rulebook.scale), last_read, as_of.date())
        if state is State.UNKNOWN:
            level = computed = None
        basis, provisional = basis_of(found, level)
        if override:
            level, state, basis, provisional = override.level, State.CURRENT, Basis.OVERRIDE, False
        signed = signed_at(self._signed, as_of)
        return Published(
            level, state, basis, provisional, computed, last_read, standing, override, signed
        )

    def standing(self, as_of: datetime) -> Decision | None:
        """Return the standing that holds here: its own, or a higher one of the region around it."""
        own = standing_at(self._decisions, self.region.id, as_of)
        around = self._outer.standing(as_of) if self._outer else None
        found = [one for one in (own, around) if one]
        return max(found, key=lambda one: one.level or 0, default=None)

    def is_founded(self, level: int, as_of: datetime) -> bool:
        """Whether this level may stand on what was read: low ones need coverage (decision 6)."""
        return level >= LEAST_WITHOUT_COVERAGE or self.readings.is_enough(as_of)

    def last_read(self, level: int, as_of: datetime) -> date | None:
        """Return the day of the last relevant reading, at this level (decision 7)."""
        named = self.readings.last_named(as_of, owners_needed(level))
        told = (one.read[-1] for one in self._believed if one.counts(as_of))
        spoken = (condition.last_word.date() for condition in self.conditions(as_of))
        around = self._outer.last_read(level, as_of) if self._outer else None
        days = (named, next(told, None), *spoken, around)
        return max((day for day in days if day), default=None)

    def conditions(self, as_of: datetime) -> tuple[Condition, ...]:
        """Return the states that are in force in the region at an instant."""
        return conditions_in_force(self._conditions, as_of)

    def unplaced(self, as_of: datetime) -> int:
        """Return how many recent incidents lie around the region, nobody having said where."""
        recent = as_of.date() - timedelta(days=RECENT_DAYS)
        return len({s.id for s in self._around if s.counts(as_of) and s.happened > recent})

    def held_parts(self, rule: Holding, as_of: datetime) -> list[FloorBasis | None]:
        """Return what each thing that a rule asks for rests on at an instant, None where it fails.

        A floor asks for one thing, a combination for several.
        """
        return self._held_parts(rule, as_of, self.conditions(as_of))

    def _held_parts(
        self, rule: Holding, as_of: datetime, conditions: Sequence[Condition]
    ) -> list[FloorBasis | None]:
        return [
            held_by_conditions(part, conditions, self._heard, self.region)
            if part.condition
            else held_by_incidents(part, self._near(part, as_of.date()), as_of)
            for part in parts_of(rule)
        ]

    def _near(self, rule: FloorRule, today: date) -> Sequence[Match]:
        found = self._asked.get(rule.id)
        return found.of_last(days_held(rule, today), today) if found else ()

    def _floors_at(self, as_of: datetime) -> tuple[Floor, ...]:
        conditions = self.conditions(as_of)
        parts = ((rule, self._held_parts(rule, as_of, conditions)) for rule in self._holding)
        held = ((rule, held_together(of)) for rule, of in parts)
        own = tuple(floor_of(rule, one, as_of.date()) for rule, one in held if one)
        outer = self._outer
        return with_floors_around(own, outer.region, outer.daily(as_of)) if outer else own

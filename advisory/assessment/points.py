"""What weight rules give on a day: points for each match, capped, weighed and decayed.

The numbers of a rule are those in force on the day of the as-of (decision 9). Points halve every
half-life from the day an incident happened, and after the horizon of the scale they are gone.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from advisory.assessment.scorable import Match, Scorable
from advisory.model.assessment import Contribution
from advisory.model.vocabulary import Hazard
from advisory.rulebook.book import Scale, WeightRule, in_force


class Weighed(NamedTuple):
    """A match of a weight rule with its points on one day."""

    match: Match
    points: float
    undecayed: float
    half_life_days: int
    age_days: int

    def later(self, days: int, horizon_days: int) -> "Weighed":
        """Return what is left of it so many days on."""
        age = self.age_days + days
        left = decayed(self.undecayed, age, self.half_life_days) if age <= horizon_days else 0.0
        return self._replace(points=left, age_days=age)


def weigh(matches: Iterable[Match], as_of: datetime, scale: Scale) -> tuple[Weighed, ...]:
    """Return every match of a weight rule that counts at that instant, with its points."""
    today = as_of.date()
    return tuple(
        _weighed(match, today)
        for match in matches
        if match.scorable.counts(as_of)
        and (today - match.scorable.happened).days <= scale.horizon_days
    )


def undecayed(rule: WeightRule, scorable: Scorable, day: date) -> float:
    """Return the points of one match on the day it happened, by the numbers in force on a day."""
    points = in_force(rule.points, day)
    if rule.per_killed:
        points += in_force(rule.per_killed, day) * scorable.killed
    if rule.cap:
        points = min(points, in_force(rule.cap, day))
    return points * scorable.factor


def decayed(points: float, age_days: int, half_life_days: int) -> float:
    """Return what is left of points after some days.

    Source: exponential decay with a half-life, as in the Global Terrorism Index (one year there).

    >>> decayed(12, age_days=14, half_life_days=14)
    6.0
    """
    return float(points * 2 ** (-age_days / half_life_days))


def contributions(weighed: Iterable[Weighed]) -> tuple[Contribution, ...]:
    """Return the weighed matches as the model has them, most points first."""
    found = (
        Contribution(
            rule=one.match.rule.id,
            incident=one.match.scorable.id,
            hazard=Hazard(one.match.rule.hazard),
            points=one.points,
            undecayed=one.undecayed,
            half_life_days=one.half_life_days,
            age_days=one.age_days,
            because=one.match.because,
        )
        for one in weighed
    )
    return tuple(sorted(found, key=lambda c: (-c.points, c.rule, c.incident)))


def _weighed(match: Match, today: date) -> Weighed:
    rule, scorable = match.rule, match.scorable
    assert isinstance(rule, WeightRule)  # noqa: S101 - callers sort matches by kind
    given = undecayed(rule, scorable, today)
    half_life, age = int(in_force(rule.half_life_days, today)), (today - scorable.happened).days
    return Weighed(match, decayed(given, age, half_life), given, half_life, age)

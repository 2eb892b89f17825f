"""What weight rules give on a day: points for each match, capped, weighed and decayed.

The numbers of a rule are those in force on the day of the as-of (decision 9). Points halve every
half-life from the day an incident happened, and after the horizon of the scale they are gone.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from math import inf
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
        return Weighed(self.match, left, self.undecayed, self.half_life_days, age)


class Numbers(NamedTuple):
    """The numbers of a weight rule that are in force on a day."""

    points: float
    per_killed: float
    cap: float
    half_life_days: int


def weigh(matches: Iterable[Match], as_of: datetime, scale: Scale) -> tuple[Weighed, ...]:
    """Return every match of a weight rule that counts at that instant, with its points."""
    today = as_of.date()
    oldest = today - timedelta(days=scale.horizon_days)
    numbers: dict[str, Numbers] = {}
    weighed = []
    for match in matches:
        rule, one = match.rule, match.scorable
        if isinstance(rule, WeightRule) and one.happened >= oldest and one.counts(as_of):
            if rule.id not in numbers:
                numbers[rule.id] = numbers_in_force(rule, today)
            weighed.append(_weighed(match, numbers[rule.id], (today - one.happened).days))
    return tuple(weighed)


def numbers_in_force(rule: WeightRule, day: date) -> Numbers:
    """Return the numbers of a rule on a day (decision 9)."""
    return Numbers(
        points=in_force(rule.points, day),
        per_killed=in_force(rule.per_killed, day) if rule.per_killed else 0,
        cap=in_force(rule.cap, day) if rule.cap else inf,
        half_life_days=int(in_force(rule.half_life_days, day)),
    )


def undecayed(numbers: Numbers, scorable: Scorable) -> float:
    """Return the points of one match on the day it happened."""
    points = numbers.points + numbers.per_killed * scorable.killed
    return min(points, numbers.cap) * scorable.factor


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


def _weighed(match: Match, numbers: Numbers, age_days: int) -> Weighed:
    given = undecayed(numbers, match.scorable)
    left = decayed(given, age_days, numbers.half_life_days)
    return Weighed(match, left, given, numbers.half_life_days, age_days)

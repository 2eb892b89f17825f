"""What gave a level, in short: the floors that hold it up, then the rules with most points."""

from collections.abc import Iterable, Sequence
from math import fsum

from advisory.assessment.levels import score
from advisory.model.assessment import Contribution, Driver, Floor, HazardScore

_MOST = 5


def drivers(given: Iterable[Contribution], floors: Iterable[Floor]) -> tuple[Driver, ...]:
    """Return the five main reasons: floors by level, then weights by points.

    A floor has no points. A rule that several incidents match speaks of the one that weighs most.
    """
    held = [Driver(f.rule, 0.0, f.because, f.incidents) for f in floors]
    by_rule: dict[str, list[Contribution]] = {}
    for contribution in sorted(given, key=lambda c: (-c.points, c.incident)):
        by_rule.setdefault(contribution.rule, []).append(contribution)
    weighed = [
        Driver(rule, _sum(told), told[0].because, tuple(c.incident for c in told))
        for rule, told in by_rule.items()
    ]
    weighed.sort(key=lambda driver: (-driver.points, driver.rule))
    return tuple((held + weighed)[:_MOST])


def hazard_scores(given: Iterable[Contribution], half_points: float) -> tuple[HazardScore, ...]:
    """Return the score of each hazard that has points, highest first."""
    by_hazard: dict[str, list[Contribution]] = {}
    for contribution in given:
        by_hazard.setdefault(contribution.hazard, []).append(contribution)
    scores = [
        HazardScore(told[0].hazard, score(_sum(told), half_points)) for told in by_hazard.values()
    ]
    return tuple(sorted(scores, key=lambda one: (-one.score, one.hazard)))


def _sum(given: Sequence[Contribution]) -> float:
    return fsum(contribution.points for contribution in given)

"""The arithmetic of a level, factor by factor, to be done again with a pocket calculator.

Each contribution is (points + per_killed x killed, at most the cap) x credibility x reliability
x 2^(-age / half-life). Their sum saturates into the score, the score reaches a level by its
threshold, and the highest floor may lift it. Nothing is rounded here; who prints it rounds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, isfinite

from advisory.assessment.levels import least_points, level_of, score
from advisory.assessment.points import numbers_in_force
from advisory.assessment.scorable import Scorable, scorable_of
from advisory.model.assessment import Assessment, Contribution
from advisory.model.incident import IncidentVersion
from advisory.rulebook.book import LevelEntry, Rulebook, WeightRule


@dataclass(frozen=True, slots=True)
class Term:
    """One contribution with everything that it was worked out from; `cap` None is none."""

    contribution: Contribution
    points: float
    per_killed: float
    killed: int
    is_killed_known: bool
    cap: float | None
    given: float
    credibility: int
    credibility_factor: float
    reliability: str
    reliability_factor: float


@dataclass(frozen=True, slots=True)
class Sum:
    """What the contributions add up to, the score of that, and the levels next to it.

    `missing` are the points up to the next higher level; None where there is none.
    """

    terms: tuple[Term, ...]
    points: float
    half_points: float
    score: float
    reached: LevelEntry
    above: LevelEntry | None
    missing: float | None


def arithmetic(
    assessment: Assessment, versions: Iterable[IncidentVersion], rulebook: Rulebook
) -> Sum:
    """Return the sum behind an assessment.

    Args:
        assessment: What is to be shown.
        versions: The incidents it came from, as they were known at its as-of among others.
        rulebook: The rule base it was made with.
    """
    as_of, scale = assessment.as_of, rulebook.scale
    known = {v.incident.id: scorable_of(v, rulebook) for v in versions if v.is_known(as_of)}
    rules = {rule.id: rule for rule in rulebook.weights}
    terms = tuple(
        _term(one, rules[one.rule], known[one.incident], assessment, rulebook)
        for one in assessment.contributions
    )
    points = fsum(term.contribution.points for term in terms)
    half_points = scale.half_points[assessment.region.kind]
    reached = level_of(score(points, half_points), scale)
    above = next((entry for entry in scale.levels if entry.level == reached.level + 1), None)
    return Sum(
        terms=terms,
        points=points,
        half_points=half_points,
        score=score(points, half_points),
        reached=reached,
        above=above,
        missing=least_points(above, half_points) - points if above else None,
    )


def _term(
    one: Contribution,
    rule: WeightRule,
    scorable: Scorable,
    assessment: Assessment,
    rulebook: Rulebook,
) -> Term:
    numbers, row = numbers_in_force(rule, assessment.as_of.date()), scorable.row
    credibility, reliability = int(row["credibility"] or 0), str(row["reliability"])
    return Term(
        contribution=one,
        points=numbers.points,
        per_killed=numbers.per_killed,
        killed=scorable.killed,
        is_killed_known=row["killed"] is not None,
        cap=numbers.cap if isfinite(numbers.cap) else None,
        given=min(numbers.points + numbers.per_killed * scorable.killed, numbers.cap),
        credibility=credibility,
        credibility_factor=rulebook.scale.credibility_factor[credibility],
        reliability=reliability,
        reliability_factor=rulebook.scale.reliability_factor[reliability],
    )

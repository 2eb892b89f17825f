"""Run the examples inside the rules, with the engine that scores.

`rulebook.examples` gives each example as rows with their age; here they are matched by the same
query, weighed by the same arithmetic and counted by the same floors as real incidents. The day is
the one on which the newest numbers of the rule are in force. Each row is a voice of its own, so
that an example shows what its rule asks for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import fsum

from advisory.assessment.floors import (
    conditions_in_force,
    held_by_conditions,
    held_by_incidents,
    held_together,
    parts_of,
)
from advisory.assessment.points import weigh
from advisory.assessment.scorable import Match, Scorable, factor_of, killed_of, match_rules
from advisory.model.incident import Condition, ConditionVersion
from advisory.model.time import end_of_day
from advisory.model.vocabulary import ConditionKind, ConditionState, Hazard
from advisory.rulebook.book import Holding, Rule, Rulebook, Scale, WeightRule, in_force
from advisory.rulebook.examples import Case, Row, cases


@dataclass(frozen=True, slots=True)
class RuleResult:
    """How one example of one rule came out; None is "nothing was given"."""

    rule: str
    path: str
    test: str
    expectation: str
    expected: float
    found: float | None

    @property
    def passed(self) -> bool:
        """Whether what was found is what the rule's author expects."""
        return self.found == self.expected

    def __str__(self) -> str:
        outcome = "passed" if self.passed else "FAILED"
        found = "nothing" if self.found is None else f"{self.found:g}"
        said = f"{self.expectation} {self.expected:g} expected, {found} found"
        return f"{outcome} {self.rule}: {self.test} ({said})"


def run_rule_tests(rulebook: Rulebook) -> tuple[RuleResult, ...]:
    """Return the outcome of every example of every rule, in the order of the rules."""
    asked = cases(rulebook)
    days = [_day(case.rule) for case in asked]
    scorables = [
        _scorable(f"{position}.{number}", row, day, rulebook.scale)
        for position, (case, day) in enumerate(zip(asked, days, strict=True))
        for number, row in enumerate(case.rows)
        if "condition" not in row
    ]
    matches: dict[int, dict[str, list[Match]]] = {}
    for match in match_rules(scorables, rulebook):
        position = int(match.scorable.id.partition(".")[0])
        matches.setdefault(position, {}).setdefault(match.rule.id, []).append(match)
    return tuple(
        _result(case, matches.get(position, {}), end_of_day(day), rulebook.scale)
        for position, (case, day) in enumerate(zip(asked, days, strict=True))
    )


def _result(
    case: Case, matches: Mapping[str, Sequence[Match]], as_of: datetime, scale: Scale
) -> RuleResult:
    rule, test = case.rule, case.test
    if isinstance(rule, WeightRule):
        fires, given = _weight(matches.get(rule.id, ()), as_of, scale)
    else:
        fires, given = _level(rule, case.rows, matches, as_of)
    expectation = next(n for n in ("fires", "points", "level") if getattr(test, n) is not None)
    found = fires if expectation == "fires" else given
    expected = getattr(test, expectation)
    return RuleResult(rule.id, rule.path, test.name, expectation, expected, found)


def _weight(matches: Sequence[Match], as_of: datetime, scale: Scale) -> tuple[int, float | None]:
    weighed = weigh(matches, as_of, scale)
    return len(weighed), round(fsum(one.points for one in weighed), 2)


def _level(
    rule: Holding, rows: Sequence[Row], matches: Mapping[str, Sequence[Match]], as_of: datetime
) -> tuple[int, float | None]:
    """Return on how many incidents and conditions it rests, and the level it asks for."""
    versions = [_condition(str(n), row, as_of) for n, row in enumerate(rows) if "condition" in row]
    conditions = conditions_in_force(versions, as_of)
    held = held_together(
        [
            held_by_conditions(part, conditions, {})
            if part.condition
            else held_by_incidents(part, matches.get(part.id, ()), as_of)
            for part in parts_of(rule)
        ]
    )
    if held is None:
        return 0, None
    return len(held.incidents) + len(held.conditions), int(in_force(rule.level, as_of.date()))


def _scorable(name: str, row: Row, today: date, scale: Scale) -> Scorable:
    return Scorable(
        id=name,
        row=row,
        happened=today - timedelta(days=int(row["days_ago"] or 0)),
        killed=killed_of(row),
        factor=factor_of(row, scale),
        announced=bool(row["announced"]),
    )


def _condition(name: str, row: Row, as_of: datetime) -> ConditionVersion:
    spoken = as_of - timedelta(days=int(row["days_ago"] or 0))
    condition = Condition(
        id=name,
        kind=ConditionKind(str(row["condition"])),
        hazard=Hazard.MOVEMENT_RESTRICTION,
        state=ConditionState(str(row["state"])),
        place=None,
        since=None,
        until=None,
        last_word=spoken,
    )
    return ConditionVersion(condition, spoken)


def _day(rule: Rule) -> date:
    """The day on which the newest of a rule's numbers are in force."""
    if isinstance(rule, WeightRule):
        dated = [rule.points, rule.per_killed, rule.cap, rule.half_life_days]
    else:
        dated = [rule.level, *(part.within_days for part in parts_of(rule))]
    return max(day for numbers in dated for day in numbers or ())

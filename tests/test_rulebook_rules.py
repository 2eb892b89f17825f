"""The shipped rules do what their own examples say, by a reckoning of twenty lines of plain SQL."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from advisory import resources
from advisory.model.marking import SourceKind
from advisory.model.vocabulary import Category, ConditionKind, Hazard
from advisory.rulebook.book import (
    CombinationRule,
    FloorRule,
    RuleStatus,
    RuleTest,
    WeightRule,
    in_force,
)
from advisory.rulebook.columns import COLUMNS
from advisory.rulebook.conditions import to_sql
from advisory.rulebook.examples import cases
from advisory.rulebook.reader import read_file
from advisory.rulebook.shape import build
from tests.builders_shipped import rulebook

TABLE = Path(__file__).parent / "cases" / "kidal_floors.yaml"
CASES = {f"{case.rule.id}: {case.test.name}": case for case in cases(rulebook())}


@pytest.fixture(scope="module")
def engine():
    columns = ", ".join(f'"{name}" {column.sql_type}' for name, column in COLUMNS.items())
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE rows ({columns}, days_ago INTEGER)")
        yield connection


def fill(engine, rows):
    names = [*COLUMNS, "days_ago"]
    marks = ", ".join(f"({', '.join('?' for _ in names)})" for _ in rows)
    engine.execute("DELETE FROM rows")
    if rows:
        values = [row[name] for row in rows for name in names]
        engine.execute(f"INSERT INTO rows VALUES {marks}", values)  # noqa: S608 - only marks


def matching(engine, rule):
    query = f"SELECT * FROM rows WHERE ({to_sql(rule.when)})"  # noqa: S608 - from the checked tree
    names = [*COLUMNS, "days_ago"]
    return [dict(zip(names, row, strict=True)) for row in engine.execute(query).fetchall()]


def row_of(name):
    kind = rulebook().types[name]
    row = dict.fromkeys([*COLUMNS, "days_ago"])
    row |= {"type": name, "category": kind.category, "hazard": kind.hazard}
    return {**row, "family": kind.family, "announced": False}


def points(rule, row):
    day = rule.reviewed
    killed = in_force(rule.per_killed, day) * (row["killed_scored"] or 0) if rule.per_killed else 0
    most = in_force(rule.cap, day) if rule.cap else float("inf")
    scale = rulebook().scale
    factor = scale.credibility_factor[row["credibility"]]
    factor *= scale.reliability_factor[row["reliability"]]
    left = 2 ** (-row["days_ago"] / in_force(rule.half_life_days, day))
    return min(in_force(rule.points, day) + killed, most) * factor * left


def hits_of(engine, rule, rows):
    if isinstance(rule, FloorRule) and rule.condition:
        hits = [row for row in rows if row.get("condition") == rule.condition]
        return [row for row in hits if row["state"] == "in_force"]
    fill(engine, [row for row in rows if "condition" not in row])
    return matching(engine, rule)


def counted_of(engine, floor, rows):
    """How many a floor, or one part of a combination, counts; 0 where they are too few."""
    hits = hits_of(engine, floor, rows)
    if floor.within_days:
        days = in_force(floor.within_days, floor.reviewed)
        hits = [row for row in hits if row["days_ago"] <= days]
    return len(hits) if len(hits) >= floor.at_least else 0


def outcome(engine, case):
    rule, _, rows = case
    if isinstance(rule, WeightRule):
        hits = hits_of(engine, rule, rows)
        total = sum(points(rule, row) for row in hits)
        return {"fires": len(hits), "points": round(total, 2)}
    parts = rule.parts if isinstance(rule, CombinationRule) else (rule,)
    found = [counted_of(engine, part, rows) for part in parts]
    fires = sum(found) if all(found) else 0
    return {"fires": fires, "level": in_force(rule.level, rule.reviewed) if fires else 0}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_rule_does_what_its_example_says(engine, case):
    said = {name: getattr(case.test, name) for name in ("fires", "points", "level")}
    said = {name: value for name, value in said.items() if value is not None}
    assert outcome(engine, case).items() >= said.items()


def test_every_hazard_has_a_weight_and_at_least_three_rules():
    assert {rule.hazard for rule in rulebook().weights} == set(Hazard)
    rules = Counter(rule.hazard for rule in rulebook().rules)
    assert {hazard: count for hazard, count in rules.items() if count < 3} == {}


def test_a_combination_asks_for_more_than_each_of_its_parts_holds_alone():
    for rule in rulebook().combinations:
        asked = {part.condition for part in rule.parts if part.condition}
        alone = [floor for floor in rulebook().floors if floor.condition in asked]
        assert all(max(rule.level.values()) > max(floor.level.values()) for floor in alone)


@pytest.mark.parametrize("rule", rulebook().rules, ids=lambda rule: rule.id)
def test_a_rule_is_whole(rule):
    """One rule a file, its id its path; keys and their order are checked when it is read."""
    assert rule.path == f"rules/{rule.id}.yaml"
    assert rule.id.split("/")[:2] == ["hazards", rule.hazard]
    assert rule.status is RuleStatus.STABLE
    assert rule.because
    assert rule.references
    assert rule.reviewed >= date(2026, 11, 1)
    assert all(test.name[0].isupper() and " " in test.name for test in rule.tests)
    fires = [bool(test.fires or test.points or test.level) for test in rule.tests]
    assert any(fires)
    assert not all(fires)


@pytest.mark.parametrize("rule", rulebook().rules, ids=lambda rule: rule.id)
def test_a_rule_says_in_a_comment_why(rule):
    text = (resources.folder("rules") / f"{rule.id}.yaml").read_text(encoding="utf-8")
    assert text.startswith("# ")


def test_every_number_that_may_change_has_a_day():
    names = ("points", "per_killed", "cap", "half_life_days", "within_days", "level")
    said = [getattr(rule, name, None) for rule in rulebook().asked for name in names]
    assert all(isinstance(numbers, Mapping) and numbers for numbers in said if numbers is not None)


def test_every_category_and_every_hazard_has_a_type():
    types = rulebook().types.values()
    assert {kind.category for kind in types} == set(Category)
    assert {kind.hazard for kind in types} == set(Hazard)


@pytest.fixture(scope="module")
def counted(engine):
    """Type -> the weights that count it."""
    fill(engine, [row_of(name) for name in rulebook().types])
    found = {name: [] for name in rulebook().types}
    for rule in rulebook().weights:
        for row in matching(engine, rule):
            found[row["type"]].append(rule)
    return found


def test_every_type_but_those_that_end_a_danger_gives_points(counted):
    silent = {name for name, rules in counted.items() if not rules}
    ending = {"arrest", "hostage_released", "ordnance_cleared", "surrender", "weapons_seized"}
    assert silent == ending


def test_no_type_is_counted_by_two_weights(counted):
    assert {name for name, rules in counted.items() if len(rules) > 1} == set()


def test_a_weight_lies_in_the_folder_of_the_hazard_it_counts(counted):
    pairs = [(name, rule.hazard) for name, rules in counted.items() for rule in rules]
    assert all(rulebook().types[name].hazard == hazard for name, hazard in pairs)


def test_an_announced_incident_gives_no_points():
    assert all("not announced" in rule.when for rule in rulebook().asked if rule.when)


def test_no_floor_rests_on_what_is_denied_or_improbable():
    asked = [rule.when for rule in rulebook().asked if isinstance(rule, FloorRule) and rule.when]
    assert all("credibility <> 5" in when and "status <> 'denied'" in when for when in asked)


def test_conditions_that_close_a_way_hold_a_level():
    held = {rule.condition for rule in rulebook().floors if rule.condition}
    # Who may not come in is in no danger there.
    inside = set(ConditionKind) - {ConditionKind.ENTRY_RESTRICTED}
    assert inside - held == {ConditionKind.CONTROL, ConditionKind.DISPLACEMENT}


def test_what_cannot_be_judged_is_weighed_like_the_middle_and_not_like_the_worst():
    credibility = rulebook().scale.credibility_factor
    reliability = rulebook().scale.reliability_factor
    graded = [credibility[grade] for grade in range(1, 6)]
    assert graded == sorted(graded, reverse=True)
    assert (credibility[6], reliability["F"]) == (credibility[3], reliability["C"])
    assert 0 < credibility[5] < credibility[4]


def test_samples_are_named_as_samples():
    names = {
        key: source.name
        for key, source in rulebook().sources.items()
        if source.kind not in {SourceKind.DESK, SourceKind.DATASET}
    }
    assert all(name.startswith("Sample ") for name in names.values())
    assert all(source.owner == key for key, source in rulebook().sources.items())


def test_each_level_says_the_travel_decision_it_means():
    for entry in rulebook().scale.levels:
        assert entry.meaning.endswith(".")
        assert entry.meaning.count(".") == 1
        assert entry.travel.endswith(".")


def test_before_the_first_date_the_first_number_holds():
    rule = rulebook().weights[0]
    assert in_force(rule.points, min(rule.points).replace(year=2023)) == min(rule.points.values())


@dataclass(frozen=True)
class Day:
    happened: tuple[Mapping[str, str | None], ...]
    floor: int
    at_most: int


def level_of(points):
    scale = rulebook().scale
    score = 100 * (1 - 2 ** (-points / scale.half_points["admin1"]))
    return max(entry.level for entry in scale.levels if entry.from_score <= score)


def days_at_kidal():
    return build(Mapping[str, Day], read_file(TABLE), [])


def outcomes(engine, rules, happened):
    """What each of these rules makes of the same incidents."""
    for rule in rules:
        if rule.when is not None:
            example = RuleTest("", happened)
            alone = (replace(rule, tests=(example,)),)
            book = replace(rulebook(), weights=(), combinations=(), floors=alone)
            [case] = cases(book)
            yield outcome(engine, case)


@pytest.mark.parametrize("day", days_at_kidal().values(), ids=days_at_kidal())
def test_the_floors_at_kidal_follow_the_worked_table(engine, day):
    floors = [found["level"] for found in outcomes(engine, rulebook().floors, day.happened)]
    assert max(floors) == day.floor


@pytest.mark.parametrize("day", days_at_kidal().values(), ids=days_at_kidal())
def test_the_points_at_kidal_do_not_reach_beyond_the_worked_table(engine, day):
    total = sum(found["points"] for found in outcomes(engine, rulebook().weights, day.happened))
    assert level_of(total) <= day.at_most


@pytest.mark.parametrize(("every", "level"), [(7, 5), (30, 3)])
def test_a_deadly_strike_every_week_is_extreme_and_one_a_month_is_not(engine, every, level):
    horizon = rulebook().scale.horizon_days
    strike = {"type": "drone_strike", "killed": "12", "credibility": "1", "reliability": "A"}
    strikes = tuple({**strike, "days_ago": str(age)} for age in range(0, horizon, every))
    total = sum(found["points"] for found in outcomes(engine, rulebook().weights, strikes))
    assert level_of(total) == level

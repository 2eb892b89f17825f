"""Points of many regions in one query: as of a day, and summed for a whole history.

Both stand on the tables of `engine`, which have for this the columns `region` and
`happened` too, whole numbers both: a day is its ordinal. The numbers in force on one day (decision
9) are written into the query; every contribution is kept, a row for each region and rule.
The arithmetic is that of `points`, and a test holds the two together to the ninth digit. Here each
incident is known from the day it happened and never revised, as in a table of coded events.
"""

from collections.abc import Sequence
from datetime import date
from math import inf, log
from typing import NamedTuple

from sqlglot import transpile

from advisory.assessment.engine import split
from advisory.assessment.points import Numbers, numbers_in_force
from advisory.model.marking import Credibility
from advisory.rulebook.book import FloorRule, Rulebook, Scale, WeightRule
from advisory.rulebook.conditions import to_sql

EXTRA = {"region": "INTEGER", "happened": "INTEGER"}
"""The columns that the tables must have beside those of the rule base."""

_NO_CAP = 1e12


class AsOfs(NamedTuple):
    """The as-ofs of a history: `times` days, each `step` days after the one before."""

    start: int
    step: int
    times: int


def score_query(rulebook: Rulebook, as_of: date, dialect: str = "duckdb") -> str:
    """Return the query for the points of every region as of a day, rule by rule.

    Its columns are region, rule (the position of the weight), points. Spark runs the same query,
    written in its dialect.
    """
    today, oldest = as_of.toordinal(), as_of.toordinal() - rulebook.scale.horizon_days
    weighed = weighed_query(rulebook.weights, rulebook.scale, as_of)
    query = (
        f"SELECT region, rule, sum({_GIVEN} * exp((happened - {today}) * rate)) AS points "  # noqa: S608 - numbers, and conditions from checked trees
        f"FROM ({weighed}) AS weighed "
        f"WHERE happened BETWEEN {oldest} AND {today} GROUP BY region, rule"
    )
    return query if dialect == "duckdb" else transpile(query, read="duckdb", write=dialect)[0]


def history_query(rulebook: Rulebook, numbers_of: date, as_ofs: AsOfs, regions: int) -> str:
    """Return the query for what `recurrence` runs on: a row for every match of every weight.

    No incident may lie before the first as-of minus its step; one after the last counts nowhere.
    The columns are rule, cell (of the first as-of an incident counts at, and its region: as-ofs
    follow each other, each with all its regions), is_new (whether it happened on that day itself),
    points (at that as-of). Almost every match stands alone in its cell, so grouping them here would
    cost more than it saves.
    """
    start, step, times = as_ofs
    weighed = weighed_query(rulebook.weights, rulebook.scale, numbers_of)
    until = f"(happened - {start - step + 1})"
    age = f"({step - 1} - {until} % {step})"
    return (
        f"SELECT rule::UTINYINT AS rule, ({until} // {step})::BIGINT * {regions} + region AS cell, "  # noqa: S608 - numbers, and conditions from checked trees
        f"{age} = 0 AS is_new, {_GIVEN} * exp(-{age} * rate) AS points FROM ({weighed}) AS weighed "
        f"WHERE happened <= {start + (times - 1) * step}"
    )


def count_query(floors: Sequence[FloorRule]) -> str:
    """Return the query for how many incidents each floor counts, by rule, region and day.

    The columns are rule (the position of the floor), region, happened, incidents. A floor that asks
    for a condition counts none. Empty where none of them counts incidents.
    """
    asked = " UNION ALL ".join(
        f"SELECT {position} AS rule, region, happened FROM incidents "  # noqa: S608 - to_sql writes from a checked tree
        f"WHERE NOT announced AND credibility <= {Credibility.DOUBTFUL.value} "
        f"AND ({to_sql(rule.when)})"
        for position, rule in enumerate(floors)
        if rule.when
    )
    query = "SELECT rule, region, happened, count(*) AS incidents FROM ({}) AS asked GROUP BY ALL"
    return query.format(asked) if asked else ""


def weighed_query(weights: Sequence[WeightRule], scale: Scale, day: date) -> str:
    """Return the query for every match of these rules, with the numbers it is weighed by.

    Its columns are region, happened, rule, toll, and points, per_killed and cap by which they
    count, credibility and reliability taken in; of what they give a day takes the share exp(-rate).
    Kinds are few, so every rule is asked about every kind in one pass; the numbers of the rules
    stand there as constants, from which DuckDB knows that regions and rules fit an array.
    """
    by_kind, others = split([rule.when for rule in weights])
    numbers = [_numbers(numbers_in_force(rule, day)) for rule in weights]
    factor = _factor(scale)
    graded = ", ".join(f"{name} * {factor} AS {name}" for name in ("points", "per_killed", "cap"))
    rows = []
    if by_kind:
        of_rules = " UNION ALL ".join(
            f"SELECT {position} AS rule, {numbers[position]}" for position, _ in by_kind
        )
        holds = " ".join(f"WHEN {position} THEN {to_sql(when)}" for position, when in by_kind)
        asked = (
            f"SELECT kind, rule, {graded}, rate FROM kinds CROSS JOIN ({of_rules}) AS numbers "  # noqa: S608 - numbers, and checked trees
            f"WHERE NOT announced AND CASE rule {holds} END"
        )
        told = f"region, happened, toll, rule, {_NAMES}"
        rows += [f"SELECT {told} FROM facts JOIN ({asked}) AS asked USING (kind)"]  # noqa: S608 - made above
    rows += [
        f"SELECT region, happened, coalesce(killed_scored, 0) AS toll, {position} AS rule, "  # noqa: S608 - numbers, and a checked tree
        f"{graded}, rate FROM incidents CROSS JOIN (SELECT {numbers[position]}) AS numbers "
        f"WHERE NOT announced AND ({to_sql(when)})"
        for position, when in others
    ]
    return " UNION ALL ".join(rows)


_NAMES = "points, per_killed, cap, rate"
_GIVEN = "least(points + per_killed * toll, cap)"


def _numbers(numbers: Numbers) -> str:
    cap = _NO_CAP if numbers.cap == inf else numbers.cap
    told = (numbers.points, numbers.per_killed, cap, log(2) / numbers.half_life_days)
    return ", ".join(
        f"CAST({number} AS DOUBLE) AS {name}"
        for number, name in zip(told, _NAMES.split(", "), strict=True)
    )


def _factor(scale: Scale) -> str:
    """How far an incident weighs, as `scorable.factor_of` has it.

    Only what is not 1 is asked, and in doubles: a bare 0.8 is a decimal, and slower.
    """
    credible = " ".join(
        f"WHEN {key} THEN CAST({factor} AS DOUBLE)"
        for key, factor in scale.credibility_factor.items()
        if factor != 1
    )
    reliable = " ".join(
        f"WHEN '{key}' THEN CAST({factor} AS DOUBLE)"
        for key, factor in scale.reliability_factor.items()
        if factor != 1
    )
    return f"{_case('credibility', credible)} * {_case('reliability', reliable)}"


def _case(column: str, cases: str) -> str:
    """A CASE whose rest is 1; without cases it is 1 itself."""
    return f"CASE {column} {cases} ELSE CAST(1 AS DOUBLE) END" if cases else "CAST(1 AS DOUBLE)"

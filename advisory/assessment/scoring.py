"""Points of many regions in one query: as of a day, and summed for a whole history.

Both stand on the tables of `engine`, whose `facts` have for this the columns `region` and
`happened` too, whole numbers both: a day is its ordinal. The numbers in force on one day (decision
9) are written into the query; every contribution is kept, a row for each region and rule.
The arithmetic is that of `points`, and a test holds the two together to the ninth digit. Here each
incident is known from the day it happened and never revised, as in a table of coded events.
"""

from collections.abc import Sequence
from datetime import date
from math import inf

from sqlglot import transpile

from advisory.assessment.engine import split
from advisory.assessment.points import Numbers, numbers_in_force
from advisory.model.marking import Credibility
from advisory.rulebook.book import FloorRule, Rulebook, Scale, WeightRule
from advisory.rulebook.conditions import to_sql

EXTRA = {"region": "INTEGER", "happened": "INTEGER"}
"""The columns that `facts` must have beside those of the rule base."""

_NO_CAP = 1e12


def score_query(rulebook: Rulebook, as_of: date, dialect: str = "duckdb") -> str:
    """Return the query for the points of every region as of a day, rule by rule.

    Its columns are region, rule (the position of the weight), points. Spark runs the same query,
    written in its dialect.
    """
    today, oldest = as_of.toordinal(), as_of.toordinal() - rulebook.scale.horizon_days
    weighed = weighed_query(rulebook.weights, rulebook.scale, as_of)
    query = (
        f"SELECT region, rule, sum(undecayed * pow(2, -({today} - happened) / half_life)) "  # noqa: S608 - numbers, and conditions from checked trees
        f"AS points FROM ({weighed}) AS weighed "
        f"WHERE happened BETWEEN {oldest} AND {today} GROUP BY region, rule"
    )
    return query if dialect == "duckdb" else transpile(query, read="duckdb", write=dialect)[0]


def history_query(rulebook: Rulebook, numbers_of: date, start: int, step: int) -> str:
    """Return the query for what `recurrence` runs on: a row for every match of every weight.

    The as-ofs are the days `start` + n x `step`; `happened` must not lie before `start` - `step`.
    The columns are rule, region, n (of the first as-of an incident counts at), age (at that as-of,
    in days), points (at that as-of). Almost every match stands alone in its region and week, so
    grouping them here would cost more than it saves.
    """
    weighed = weighed_query(rulebook.weights, rulebook.scale, numbers_of)
    until = f"(happened - {start} + {step - 1})"
    return (
        f"SELECT rule::UTINYINT AS rule, region, n, age, "  # noqa: S608 - numbers, and conditions from checked trees
        f"undecayed * pow(2, -age / half_life) AS points FROM (SELECT *, {until} // {step} AS n, "
        f"({step - 1} - {until} % {step})::SMALLINT AS age FROM ({weighed}) AS weighed) AS dated"
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
    """Return the query for the undecayed points of every match of these rules.

    Its columns are region, happened, rule, undecayed, half_life.
    """
    by_kind, others = split([rule.when for rule in weights])
    numbers = [_numbers(numbers_in_force(rule, day)) for rule in weights]
    told = "region, happened, killed_scored, credibility, reliability"
    of_kinds = " UNION ALL ".join(
        f"SELECT kind, {position} AS rule, {numbers[position]} FROM kinds "  # noqa: S608 - numbers, and a checked tree
        f"WHERE NOT announced AND ({to_sql(when)})"
        for position, when in by_kind
    )
    rows = [f"SELECT {told}, rule, {_NAMES} FROM facts JOIN ({of_kinds}) AS asked USING (kind)"]  # noqa: S608 - made above
    rows = rows if by_kind else []
    rows += [
        f"SELECT {told}, {position} AS rule, {numbers[position]} FROM incidents "  # noqa: S608 - numbers, and a checked tree
        f"WHERE NOT announced AND ({to_sql(when)})"
        for position, when in others
    ]
    given = f"least(points + per_killed * coalesce(killed_scored, 0), cap) * {_factor(scale)}"
    return (
        f"SELECT region, happened, rule, {given} AS undecayed, half_life "  # noqa: S608 - made above
        f"FROM ({' UNION ALL '.join(rows)}) AS matched"
    )


_NAMES = "points, per_killed, cap, half_life"


def _numbers(numbers: Numbers) -> str:
    cap = _NO_CAP if numbers.cap == inf else numbers.cap
    told = (numbers.points, numbers.per_killed, cap, numbers.half_life_days)
    return ", ".join(
        f"CAST({number} AS DOUBLE) AS {name}"
        for number, name in zip(told, _NAMES.split(", "), strict=True)
    )


def _factor(scale: Scale) -> str:
    """How far an incident weighs, as `scorable.factor_of` has it."""
    credible = " ".join(f"WHEN {k} THEN {v}" for k, v in scale.credibility_factor.items())
    reliable = " ".join(f"WHEN '{k}' THEN {v}" for k, v in scale.reliability_factor.items())
    product = f"CASE credibility {credible} END * CASE reliability {reliable} END"
    return f"CAST({product} AS DOUBLE)"

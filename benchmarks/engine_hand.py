# ruff: noqa: S608 - every query here is made of our own words and numbers
"""The rules of today written by hand: as queries, as a recurrence in numpy, as a loop over dicts.

No two rules speak of one type, so a hand writes one CASE, and rules of equal numbers together. Each
query knows what makes it cheap: numbers once a kind, no arithmetic on what is too old, groups that
fit an array (which DuckDB believes of a number `% 32`).
"""

from typing import Any

import duckdb
import numpy as np
from engine_made import DAYS, FIRST, REGIONS, TODAY, WEEKS

from advisory.assessment.points import Numbers, numbers_in_force
from advisory.resources import folder
from advisory.rulebook.book import Rulebook, Scale
from advisory.rulebook.conditions import to_sql
from advisory.rulebook.load import load_rulebook

RULES_BY_HAND = (
    ("category = 'airstrike'", 4, 2, 40, 75),
    (
        """category = 'shelling' OR (hazard = 'ground_combat' AND category = 'clash')
        OR (hazard = 'terrorism' AND category IN ('attack', 'bombing')
            AND type <> 'bomb_defused')""",
        2,
        2,
        20,
        75,
    ),
    ("type IN ('ied_explosion', 'mine_explosion')", 1, 2, 20, 75),
    ("type IN ('ambush', 'convoy_attack')", 4, 2, 20, 75),
    ("type = 'banditry'", 3, 1, 15, 180),
    ("category = 'protest'", 1, 2, 20, 21),
    ("category = 'riot' OR type = 'looting'", 2, 4, 40, 21),
    ("hazard = 'kidnapping' AND category IN ('kidnapping', 'hijacking')", 2, 2, 20, 90),
    ("hazard = 'violent_crime'", 1, 2, 20, 75),
    ("family = 'control'", 20, 0, 1e12, 75),
    ("hazard = 'communications'", 4, 0, 1e12, 14),
    ("type IN ('coup', 'coup_attempt')", 30, 0.5, 60, 90),
    ("type = 'mutiny'", 12, 0.5, 40, 60),
    ("type IN ('detention_of_foreigner', 'expulsion')", 10, 0, 1e12, 365),
    ("type = 'mass_arrest'", 3, 0, 1e12, 60),
    ("hazard = 'epidemic'", 6, 0.1, 30, 60),
    ("hazard = 'movement_restriction'", 3, 0, 1e12, 14),
    ("hazard = 'natural_hazard'", 4, 0.2, 50, 30),
    ("type = 'strike_action'", 1, 0, 1e12, 7),
    ("hazard = 'supply_and_access' AND type <> 'strike_action'", 4, 0, 1e12, 30),
    ("hazard = 'terrorism' AND type IN ('bomb_defused', 'plot_foiled')", 4, 0, 1e12, 120),
    ("hazard = 'transport_accident'", 1, 0.1, 5, 60),
)
FACTOR = (
    "(CASE credibility WHEN 3 THEN 8e-1 WHEN 4 THEN 5e-1 WHEN 5 THEN 1e-1 WHEN 6 THEN 8e-1 "
    "ELSE 1e0 END * CASE reliability WHEN 'C' THEN 9e-1 WHEN 'D' THEN 7e-1 WHEN 'E' THEN 4e-1 "
    "WHEN 'F' THEN 9e-1 ELSE 1e0 END)"
)
HORIZON = load_rulebook([folder("rules")]).scale.horizon_days
SPAN = f"happened BETWEEN {DAYS - 1 - HORIZON} AND {DAYS - 1}"
RULE = " ".join(f"WHEN {rule[0]} THEN {number}" for number, rule in enumerate(RULES_BY_HAND))
BASE, PER_KILLED, CAP, HALF = range(1, 5)


def number(column: int) -> str:
    """Return one number of the rule of a row, out of a list of those of all rules."""
    told = ", ".join(f"{rule[column]}::DOUBLE" for rule in RULES_BY_HAND)
    return f"([{told}])[rule + 1]"


def on_kinds(keys: str) -> str:
    """The rule and the numbers of each kind first, then one pass over the narrow facts."""
    return (
        f"WITH asked AS (SELECT kind, {FACTOR} AS factor, (CASE {RULE} END) % 32 AS rule "
        "FROM kinds WHERE NOT announced), "
        f"numbers AS (SELECT kind, rule, {number(BASE)} * factor AS base, "
        f"{number(PER_KILLED)} * factor AS per, {number(CAP)} * factor AS cap, "
        f"ln(2) / {number(HALF)} AS rate FROM asked WHERE rule IS NOT NULL) "
        f"SELECT {keys}, sum(least(base + per * toll, cap) * exp(rate * (happened - {DAYS - 1}))) "
        f"AS points FROM facts JOIN numbers USING (kind) WHERE {SPAN} GROUP BY {keys}"
    )


def on_types() -> str:
    """The numbers of each type first, then one pass over the plain rows."""
    return (
        f"WITH asked AS (SELECT type, CASE {RULE} END AS rule FROM types), "
        f"numbers AS (SELECT type, {number(BASE)} AS base, {number(PER_KILLED)} AS per, "
        f"{number(CAP)} AS cap, ln(2) / {number(HALF)} AS rate FROM asked WHERE rule IS NOT NULL) "
        f"SELECT region, sum(least(base + per * coalesce(killed_scored, 0), cap) * {FACTOR} "
        f"* exp(rate * (happened - {DAYS - 1}))) AS points "
        f"FROM incidents JOIN numbers USING (type) WHERE NOT announced AND {SPAN} GROUP BY region"
    )


def on_plain() -> str:
    """One pass over the plain rows, every rule asked of each."""
    cases = " ".join(
        f"WHEN {when} THEN least({base} + {per} * killed_scored, {cap}) "
        f"* exp(0.6931471805599453::DOUBLE * (happened - {DAYS - 1}) / {half})"
        for when, base, per, cap, half in RULES_BY_HAND
    )
    return (
        f"SELECT region, sum((CASE {cases} END) * {FACTOR}) AS points FROM incidents "
        f"WHERE NOT announced AND {SPAN} GROUP BY region"
    )


def arrays_of(connection: duckdb.DuckDBPyConnection) -> dict[str, np.ndarray]:
    """The incidents as arrays, each with the number of its rule by hand; not timed."""
    return connection.execute(
        f"SELECT region, happened, killed_scored, {FACTOR} AS factor, (CASE {RULE} END) AS rule "
        "FROM incidents WHERE NOT announced AND rule IS NOT NULL ORDER BY happened"
    ).fetchnumpy()


def weeks_by_hand(arrays: dict[str, np.ndarray]) -> np.ndarray:
    """Points summed by half-life in one pass, then one recurrence for each half-life."""
    base, per, cap, half = np.array([rule[1:] for rule in RULES_BY_HAND], dtype=float).T
    paces, pace_of = np.unique(half, return_inverse=True)
    rule, times, kept = arrays["rule"], WEEKS + 2, HORIZON // 7
    week, day = np.divmod(arrays["happened"] - (FIRST - 6), 7)
    decay = 2.0 ** (-(6 - np.arange(7)) / half[:, None])
    points = np.minimum(base[rule] + per[rule] * arrays["killed_scored"], cap[rule])
    points *= arrays["factor"] * decay.ravel()[rule * 7 + day]
    cell = (pace_of * (times * REGIONS))[rule] + week * REGIONS + arrays["region"]
    new = np.bincount(cell, weights=points, minlength=len(paces) * times * REGIONS)
    steps = kept + (day == 6)
    gone = np.flatnonzero(week + steps < times)
    left = points[gone] * 2.0 ** (-7 * steps[gone] / half[rule[gone]])
    new -= np.bincount(cell[gone] + steps[gone] * REGIONS, weights=left, minlength=new.size)
    by_pace = new.reshape(len(paces), times, REGIONS)
    for of_pace, pace in zip(by_pace, paces, strict=True):
        for n in range(1, times):
            of_pace[n] += of_pace[n - 1] * 2.0 ** (-7 / pace)
    return by_pace.sum(axis=0)


def rows_of(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """The incidents that still count, as dicts; not timed."""
    told = connection.execute(
        "SELECT region, happened, type, killed_scored, credibility, reliability, announced "
        f"FROM incidents WHERE {SPAN}"
    )
    names = [column[0] for column in told.description]
    return [dict(zip(names, row, strict=True)) for row in told.fetchall()]


def matches(connection: duckdb.DuckDBPyConnection, book: Rulebook) -> dict[str, list[Numbers]]:
    """Return for each type the numbers of the rules that speak of it, asked one by one."""
    found = {name: [] for name in book.types}
    for rule in book.weights:
        query = f"SELECT DISTINCT type FROM kinds WHERE NOT announced AND ({to_sql(rule.when)})"
        for (name,) in connection.execute(query).fetchall():
            found[name].append(numbers_in_force(rule, TODAY))
    return found


def loop(rows: list[dict[str, Any]], kinds: dict[str, list[Numbers]], scale: Scale) -> np.ndarray:
    """Add up the points, one incident after the other."""
    points = np.zeros(REGIONS)
    for row in rows:
        if row["announced"]:
            continue
        factor = (
            scale.credibility_factor[row["credibility"]]
            * scale.reliability_factor[row["reliability"]]
        )
        for numbers in kinds[row["type"]]:
            given = min(numbers.points + numbers.per_killed * row["killed_scored"], numbers.cap)
            age = DAYS - 1 - row["happened"]
            points[row["region"]] += given * factor * 2 ** (-age / numbers.half_life_days)
    return points

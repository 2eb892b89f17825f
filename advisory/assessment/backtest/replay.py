"""The rules over a panel: what the product would have said on each day, knowing no later one.

The same queries score here as in the product, the same numbers and thresholds make levels, and a
level comes down by the same rule (decision 7); a dataset covers each week of its span. Each row is
an incident of its own, told by a reliable source (B) and probably true (2). Regions are the strings
of the table, so a floor of a town cannot hold, and one of a country holds where the table says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from advisory.assessment.backtest.panel import Grid, Panel
from advisory.assessment.backtest.table import Event
from advisory.assessment.calm import CALM_WEEKS
from advisory.assessment.engine import incident_tables
from advisory.assessment.floors import parts_of
from advisory.assessment.levels import least_points
from advisory.assessment.recurrence import history
from advisory.assessment.rows import blanked
from advisory.assessment.scoring import EXTRA, AsOfs, count_query
from advisory.model.assessment import RegionKind
from advisory.model.marking import Credibility, Reliability
from advisory.model.vocabulary import Status
from advisory.rulebook.book import FloorRule, Holding, Rulebook, Scope, in_force

if TYPE_CHECKING:
    import duckdb

_NOTHING = 1e-9

Levels = NDArray[np.int8]
"""A level by day (or as-of) and region."""

Holds = NDArray[np.bool_]
"""Whether a rule holds: by day and region."""

_HOLDS = {
    RegionKind.ADMIN1: (Scope.ADMIN1, Scope.COUNTRY),
    RegionKind.COUNTRY: (Scope.COUNTRY,),
}


@dataclass(frozen=True, slots=True)
class Replayed:
    """Points by day and region, and the level published at the end of each day."""

    points: Grid
    published: Levels


def replay(panel: Panel, rulebook: Rulebook, kind: RegionKind, numbers_of: date) -> Replayed:
    """Return what the rules give on every day.

    Args:
        panel: The events.
        rulebook: The rules.
        kind: What the regions of the panel are; it decides how points become a score.
        numbers_of: The day whose numbers of the rules are used throughout (decision 9).
    """
    with incident_tables(columns_of(panel, rulebook), EXTRA) as connection:
        as_ofs = AsOfs(0, 1, panel.days)
        points = history(connection, rulebook, numbers_of, as_ofs, len(panel.regions))
        # What rounding leaves of incidents past the horizon must not rank regions.
        points[points < _NOTHING] = 0.0
        daily = _levels_of(points, rulebook, kind)
        rules = [rule for rule in rulebook.holding if rule.scope in _HOLDS[kind]]
        for rule, holds in _holding(connection, rules, panel, numbers_of):
            daily[holds] = np.maximum(daily[holds], int(in_force(rule.level, numbers_of)))
    return Replayed(points, published_levels(daily, panel.first))


def published_levels(daily: Levels, first: date) -> Levels:
    """Return the level of each day that is left when levels fall only over observed calm.

    It is the highest daily level from the start of the fourth-last completed ISO week to the day,
    every week being covered (decision 7).
    """
    published = np.empty_like(daily)
    for day in range(len(daily)):
        monday = day - (first.weekday() + day) % 7
        published[day] = daily[max(0, monday - 7 * CALM_WEEKS) : day + 1].max(axis=0)
    return published


def _levels_of(points: Grid, rulebook: Rulebook, kind: RegionKind) -> Levels:
    half_points = rulebook.scale.half_points[kind]
    cuts = [least_points(entry, half_points) for entry in rulebook.scale.levels]
    # The lowest level needs nothing; rounding must not keep a region from it.
    levels = np.searchsorted([-1.0, *cuts[1:]], points, side="right")
    return levels.astype(np.int8)


def _holding(
    connection: "duckdb.DuckDBPyConnection",
    rules: Sequence[Holding],
    panel: Panel,
    numbers_of: date,
) -> Iterator[tuple[Holding, Holds]]:
    """Yield each rule with the days and regions in which it holds; a table tells no conditions."""
    asked = [(rule, parts_of(rule)) for rule in rules]
    asked = [(rule, parts) for rule, parts in asked if all(part.when for part in parts)]
    query = count_query([part for _, parts in asked for part in parts])
    counts = connection.execute(query).fetchnumpy() if query else {}
    number = 0
    for rule, parts in asked:
        held = np.ones(panel.shape, dtype=bool)
        for part in parts:
            mine = counts["rule"] == number
            grid: Grid = np.zeros(panel.shape)
            np.add.at(
                grid, (counts["happened"][mine], counts["region"][mine]), counts["incidents"][mine]
            )
            held &= _is_enough(grid, part, panel, numbers_of)
            number += 1
        yield rule, held


def _is_enough(counts: Grid, rule: FloorRule, panel: Panel, numbers_of: date) -> Holds:
    """Whether enough incidents lie within the days of a floor, each day counting itself."""
    if rule.scope is Scope.COUNTRY:
        together = np.zeros((len(counts), panel.country_of.max(initial=-1) + 1))
        np.add.at(together.T, panel.country_of, counts.T)
        counts = together[:, panel.country_of]
    within = int(in_force(rule.within_days or {numbers_of: 0}, numbers_of))
    so_far = np.vstack([np.zeros((within + 1, counts.shape[1])), counts]).cumsum(axis=0)
    lately = so_far[within + 1 :] - so_far[: len(counts)]
    return np.asarray(lately >= rule.at_least)


def columns_of(panel: Panel, rulebook: Rulebook) -> dict[str, list[Any]]:
    """Return the events of a panel as the columns of the rule base, and of `scoring.EXTRA`."""
    rows = [_row(event, rulebook) for event in panel.events]
    columns: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in rows[0]}
    columns["region"], columns["happened"] = panel.region_of.tolist(), panel.day_of.tolist()
    return columns


def _row(event: Event, rulebook: Rulebook) -> dict[str, Any]:
    """An event as the columns of the rule base."""
    kind = rulebook.types[event.type]
    killed = event.killed
    return {
        "type": event.type,
        "category": kind.category.value,
        "family": kind.family,
        "hazard": kind.hazard.value,
        "status": Status.REPORTED.value,
        "killed": killed,
        "killed_low": event.killed_low if event.killed_low is not None else killed,
        "killed_high": event.killed_high if event.killed_high is not None else killed,
        "killed_civilians": None,
        "killed_scored": kind.unknown_killed if killed is None else killed,
        "injured": None,
        "abducted": None,
        "credibility": Credibility.PROBABLY_TRUE.value,
        "reliability": Reliability.B.value,
        "origins": 1,
        "country": None,
        "admin1": None,
        "place_kind": "place" if event.is_placed else "admin1",
        "targets": blanked(()),
        "weapons": blanked(()),
        "announced": False,
    }

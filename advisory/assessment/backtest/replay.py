"""The rules over a panel: what the product would have said on each day, knowing no later one.

The same queries score here as in the product, the same numbers and thresholds make levels, and a
level comes down by the same rule (decision 7); a dataset covers each week of its span. Each row is
an incident of its own, told by a reliable source (B) and probably true (2). Regions are the strings
of the table, so a floor of a town cannot hold, and one of a country holds where the table says so.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisory.assessment.backtest.panel import Grid, Panel
from advisory.assessment.backtest.table import Event
from advisory.assessment.calm import CALM_WEEKS
from advisory.assessment.engine import incident_tables
from advisory.assessment.levels import least_points
from advisory.assessment.recurrence import AsOfs, history
from advisory.assessment.rows import blanked
from advisory.assessment.scoring import EXTRA, count_query
from advisory.model.assessment import RegionKind
from advisory.model.marking import Credibility, Reliability
from advisory.model.vocabulary import Status
from advisory.rulebook.book import FloorRule, Rulebook, Scope, in_force

Levels = NDArray[np.int8]
"""A level by day (or as-of) and region."""

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
    columns = _columns(panel, rulebook)
    as_ofs = AsOfs(0, 1, panel.days)
    counted = [rule for rule in rulebook.floors if rule.when and rule.scope in _HOLDS[kind]]
    with incident_tables(columns, EXTRA) as connection:
        given = history(connection, rulebook, numbers_of, as_ofs, len(panel.regions))
        points: Grid = sum((one for _, one in given), np.zeros(panel.shape))
        query = count_query(counted)
        counts = connection.execute(query).fetchnumpy() if query else {}
    daily = _levels_of(points, rulebook, kind)
    for number, rule in enumerate(counted):
        mine = counts["rule"] == number
        if mine.any():
            grid: Grid = np.zeros(panel.shape)
            where = counts["happened"][mine], counts["region"][mine]
            np.add.at(grid, where, counts["incidents"][mine])
            _hold(daily, grid, rule, panel, numbers_of)
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


def _hold(daily: Levels, counts: Grid, rule: FloorRule, panel: Panel, numbers_of: date) -> None:
    """Raise daily levels to a floor where enough incidents lie within its days."""
    if rule.scope is Scope.COUNTRY:
        together = np.zeros((len(counts), panel.country_of.max(initial=-1) + 1))
        np.add.at(together.T, panel.country_of, counts.T)
        counts = together[:, panel.country_of]
    within = int(in_force(rule.within_days or {numbers_of: 0}, numbers_of))
    so_far = np.vstack([np.zeros((within + 1, counts.shape[1])), counts]).cumsum(axis=0)
    lately = so_far[within + 1 :] - so_far[: len(counts)]
    holds = lately >= rule.at_least
    daily[holds] = np.maximum(daily[holds], int(in_force(rule.level, numbers_of)))


def _columns(panel: Panel, rulebook: Rulebook) -> dict[str, list[Any]]:
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

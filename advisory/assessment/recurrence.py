"""Points at every as-of of a history, from sums: decay is a recurrence.

What decays by halves at one pace can be summed first and decayed after: the points at an as-of are
those of the as-of before, decayed once, and what is new; and what passes the horizon is taken away
with just the points it had left. So a history costs one pass over its incidents, and one addition
for each region and as-of.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advisory.assessment.points import numbers_in_force
from advisory.assessment.scoring import history_query
from advisory.rulebook.book import Rulebook

if TYPE_CHECKING:
    import duckdb

Points = NDArray[np.float64]
"""Points by as-of and region."""

# Below this, points are what rounding left of incidents that are past the horizon.
_NOTHING = 1e-11


class AsOfs(NamedTuple):
    """The as-ofs of a history: `times` days, each `step` days after the one before."""

    start: int
    step: int
    times: int


def history(
    connection: "duckdb.DuckDBPyConnection",
    rulebook: Rulebook,
    numbers_of: date,
    as_ofs: AsOfs,
    regions: int,
) -> Iterator[tuple[int, Points]]:
    """Yield (rule, points at each as-of of each region), for each weight that matched anything.

    Args:
        connection: A database with the tables of `engine` and `scoring.EXTRA`; no incident lies
            before the first as-of minus its step.
        rulebook: The rule base; the horizon must be whole steps.
        numbers_of: The day whose numbers of the rules are used throughout.
        as_ofs: The days.
        regions: How many regions there are; their numbers are 0 to this.
    """
    if not rulebook.weights:
        return
    query = history_query(rulebook, numbers_of, as_ofs.start, as_ofs.step)
    sums = connection.execute(query).fetchnumpy()
    # The rules are few, so sorting by them costs one pass.
    order = np.argsort(sums["rule"].astype(np.int16), kind="stable")
    bounds = np.searchsorted(sums["rule"][order], np.arange(len(rulebook.weights) + 1))
    for rule, (begin, end) in enumerate(pairwise(bounds)):
        if begin < end:
            mine = order[begin:end]
            early, late = (_grid(sums, part, mine, as_ofs, regions) for part in ("early", "late"))
            half_life = numbers_in_force(rulebook.weights[rule], numbers_of).half_life_days
            horizon = rulebook.scale.horizon_days
            yield rule, decaying(early, late, half_life, horizon, as_ofs.step)


def _grid(
    sums: Mapping[str, NDArray[Any]], part: str, mine: NDArray[Any], as_ofs: AsOfs, regions: int
) -> Points:
    """Lay the sums of one rule out by as-of and region; what lies after the last as-of is left."""
    where = sums["n"][mine] * regions + sums["region"][mine]
    size = as_ofs.times * regions
    laid = np.bincount(where, weights=sums[part][mine], minlength=size)[:size]
    return laid.astype(np.float64).reshape(as_ofs.times, regions)


def decaying(early: Points, late: Points, half_life: float, horizon: int, step: int) -> Points:
    """Return the points at each as-of, from what is new at each.

    Args:
        early: The points, at the as-of, of what happened since the last one, before its own day.
        late: The points of what happened on its own day.
        half_life: In days.
        horizon: After so many days an incident gives nothing; whole steps.
        step: Days from one as-of to the next.

    >>> one = np.array([[8.0], [0.0], [0.0], [0.0]])
    >>> decaying(0 * one, one, half_life=7, horizon=14, step=7).ravel().tolist()
    [8.0, 4.0, 2.0, 0.0]
    """
    kept = horizon // step
    decay = 2.0 ** (-step / half_life)
    gone_early, gone_late = 2.0 ** (-horizon / half_life), 2.0 ** (-(horizon + step) / half_life)
    points = early + late
    for n in range(1, len(points)):
        points[n] += points[n - 1] * decay
        if n >= kept:
            points[n] -= early[n - kept] * gone_early
        if n > kept:
            points[n] -= late[n - kept - 1] * gone_late
    points[points < _NOTHING] = 0.0
    return points

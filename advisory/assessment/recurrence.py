"""Points at every as-of of a history: decay is a recurrence.

What decays by halves at one pace can be summed first and decayed after: the points at an as-of are
those of the as-of before, decayed once, and what is new; and what passes the horizon is taken away
with just the points it had left. So a history costs one pass over its incidents, and one addition
for each pace, region and as-of. What each rule gave is kept only where someone asks for a day: that
is the query of `scoring`. Kept for every as-of, it would fill hundreds of megabytes that nobody
reads, and fetching fresh memory costs more than all the arithmetic.
"""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from advisory.assessment.points import numbers_in_force
from advisory.assessment.scoring import AsOfs, history_query
from advisory.rulebook.book import Rulebook

if TYPE_CHECKING:
    import duckdb

Points = NDArray[np.float64]
"""Points by as-of and region."""


def history(
    connection: "duckdb.DuckDBPyConnection",
    rulebook: Rulebook,
    numbers_of: date,
    as_ofs: AsOfs,
    regions: int,
) -> Points:
    """Return the points of all weights, at each as-of, of each region.

    Args:
        connection: A database with the tables of `engine` and `scoring.EXTRA`; no incident lies
            before the first as-of minus its step.
        rulebook: The rule base; the horizon must be whole steps.
        numbers_of: The day whose numbers of the rules are used throughout.
        as_ofs: The days.
        regions: How many regions there are; their numbers are 0 to this.
    """
    total = np.zeros((as_ofs.times, regions))
    if not rulebook.weights:
        return total
    told = connection.execute(history_query(rulebook, numbers_of, as_ofs, regions)).fetchnumpy()
    halves = [numbers_in_force(rule, numbers_of).half_life_days for rule in rulebook.weights]
    paces, pace_of = np.unique(halves, return_inverse=True)
    pace = pace_of.astype(np.uint8)[told["rule"]]
    # The paces are few, so sorting by them costs one pass.
    order = np.argsort(pace, kind="stable")
    bounds = np.searchsorted(pace[order], np.arange(len(paces) + 1))
    new = np.empty_like(total)
    for half_life, (begin, end) in zip(paces.tolist(), pairwise(bounds), strict=True):
        mine = {name: column[order[begin:end]] for name, column in told.items()}
        _lay_out(new, mine, half_life, as_ofs.step, rulebook.scale.horizon_days)
        total += decaying(new, half_life, as_ofs.step)
    return total


def decaying(new: Points, half_life: float, step: int) -> Points:
    """Turn what is new at each as-of into what there is, in place, and return it.

    Args:
        new: The points that come at each as-of, less those that pass the horizon.
        half_life: In days.
        step: Days from one as-of to the next.

    >>> decaying(np.array([[8.0], [0.0], [-2.0]]), half_life=7, step=7).ravel().tolist()
    [8.0, 4.0, 0.0]
    """
    decay, left = 2.0 ** (-step / half_life), np.empty_like(new[0])
    for n in range(1, len(new)):
        np.multiply(new[n - 1], decay, out=left)
        new[n] += left
    return new


def _lay_out(
    new: Points, told: Mapping[str, NDArray[Any]], half_life: float, step: int, horizon: int
) -> None:
    """Write what is new at each as-of and region, and take away what passes the horizon.

    What happened on the day of an as-of is still there at the as-of a whole horizon later; what
    happened before that day is not.
    """
    cells, cell, points = new.ravel(), told["cell"], told["points"]
    cells.fill(0)
    np.add.at(cells, cell, points)
    for steps, which in (
        (horizon // step, ~told["is_new"]),
        (horizon // step + 1, told["is_new"]),
    ):
        gone = np.flatnonzero(which & (cell < cells.size - steps * new.shape[1]))
        left = points[gone] * 2.0 ** (-steps * step / half_life)
        np.subtract.at(cells, cell[gone] + steps * new.shape[1], left)

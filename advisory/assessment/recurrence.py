"""Points at every as-of of a history: decay is a recurrence.

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
    told = connection.execute(query).fetchnumpy()
    # The rules are few, so sorting by them costs one pass.
    order = np.argsort(told["rule"], kind="stable")
    bounds = np.searchsorted(told["rule"][order], np.arange(len(rulebook.weights) + 1))
    for rule, (begin, end) in enumerate(pairwise(bounds)):
        if begin < end:
            mine = {name: column[order[begin:end]] for name, column in told.items()}
            half_life = numbers_in_force(rulebook.weights[rule], numbers_of).half_life_days
            new = _new(mine, half_life, rulebook.scale.horizon_days, as_ofs, regions)
            yield rule, decaying(new, half_life, as_ofs.step)


def decaying(new: Points, half_life: float, step: int) -> Points:
    """Turn what is new at each as-of into what there is, in place, and return it.

    Args:
        new: The points that come at each as-of, less those that pass the horizon.
        half_life: In days.
        step: Days from one as-of to the next.

    >>> decaying(np.array([[8.0], [0.0], [-2.0]]), half_life=7, step=7).ravel().tolist()
    [8.0, 4.0, 0.0]
    """
    decay = 2.0 ** (-step / half_life)
    for n in range(1, len(new)):
        new[n] += new[n - 1] * decay
    return new


def _new(
    told: Mapping[str, NDArray[Any]], half_life: float, horizon: int, as_ofs: AsOfs, regions: int
) -> Points:
    """Lay the points of one rule out by as-of and region, and take away what passes the horizon.

    What happened on the day of an as-of is still there at the as-of a whole horizon later; what
    happened before that day is not.
    """
    new = np.zeros(as_ofs.times * regions)
    where, points = told["n"] * regions + told["region"], told["points"]
    inside = where < new.size
    np.add.at(new, where[inside], points[inside])
    steps = horizon // as_ofs.step + (told["age"] == 0)
    gone = where + steps * regions
    inside = gone < new.size
    left = points[inside] * 2.0 ** (-steps[inside] * as_ofs.step / half_life)
    np.subtract.at(new, gone[inside], left)
    return new.reshape(as_ofs.times, regions)

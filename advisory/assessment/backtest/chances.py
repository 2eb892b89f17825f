"""Probabilities from values: fitted on earlier years, judged on later ones.

The fit only says that a higher value is no safer (isotonic regression, by pooling neighbours that
are out of order), so it works for values of any scale. The Brier skill is one minus the squared
error against that of always saying the mean of the later years, which no forecaster knew.
"""

import numpy as np
from numpy.typing import NDArray

from advisory.assessment.backtest.panel import Grid
from advisory.assessment.backtest.ranks import Draws, Happened, Sample, share

_BINS = 10

Numbers = NDArray[np.float64]


def fitted(values: Numbers, happened: NDArray[np.bool_], new: Grid) -> Grid:
    """Return the chance that each new value means, as the values before it came out.

    >>> fitted(np.array([1.0, 2, 3, 4]), np.array([False, True, False, True]), np.array([[2.5]]))
    array([[0.5]])
    """
    known, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    means = np.bincount(inverse, weights=happened) / counts
    chances = _pooled(means, counts.astype(float))
    at = np.searchsorted(known, new, side="right") - 1
    found: Grid = chances[np.clip(at, 0, len(known) - 1)]
    return found


def _pooled(means: Numbers, weights: Numbers) -> Numbers:
    """Pool neighbours until none is below the one before it."""
    pools: list[list[float]] = []
    for mean, weight in zip(means.tolist(), weights.tolist(), strict=True):
        pools.append([mean, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, left, many), (other, right, more) = pools[-2], pools.pop()
            joined = (one * left + other * right) / (left + right)
            pools[-1] = [joined, left + right, many + more]
    found: Numbers = np.repeat([pool[0] for pool in pools], [int(pool[2]) for pool in pools])
    return found


def brier_skill(chances: Grid, happened: Happened, draws: Draws) -> Sample:
    """Return one minus the error of these chances against that of the mean."""
    error = draws @ ((chances - happened) ** 2).sum(axis=0)
    cases, count = draws @ happened.sum(axis=0), draws.sum(axis=1) * len(happened)
    of_mean = cases * (1 - cases / count)
    return 1 - share(error, of_mean)


def calibration(chances: Grid, happened: Happened) -> tuple[tuple[float, float], ...]:
    """Return (foretold, happened) for tenths of the as-ofs, from the lowest chances up."""
    order = np.argsort(chances.ravel(), kind="stable")
    told, came = chances.ravel()[order], happened.ravel()[order]
    tenths = zip(np.array_split(told, _BINS), np.array_split(came, _BINS), strict=True)
    return tuple((float(one.mean()), float(other.mean())) for one, other in tenths if len(one))

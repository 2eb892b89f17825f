"""How well values order what happened: areas under curves, for resampled regions at once.

A resample draws whole regions with replacement: all as-ofs of a region come or go together, since
they are no independent witnesses. It is told as how often each region was drawn, a row for each
resample; the first row draws each region once, so the first figure is that of the table itself.
Where a resample has nothing to order the figure is not a number.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from advisory.assessment.backtest.panel import Grid

Draws = NDArray[np.float64]
"""How often each region was drawn: by resample and region."""

Sample = NDArray[np.float64]
"""A figure for each resample."""

Happened = NDArray[np.bool_]
"""Whether it happened: by as-of and region."""

_AT_ONCE = 2_000_000


class Pairs(NamedTuple):
    """Of each two regions, how often a case of the first ranks above a calm one of the second.

    `wins` are such pairs (a tie is half a one), `cases` and `calm` how many of each a region has.
    """

    wins: NDArray[np.float64]
    cases: NDArray[np.float64]
    calm: NDArray[np.float64]


def pairs(values: Grid, happened: Happened) -> Pairs:
    """Count the pairs of all regions."""
    regions = values.shape[1]
    case_at, case_in = np.nonzero(happened)
    cases = values[case_at, case_in]
    wins = np.zeros((regions, regions))
    for other in range(regions):
        calm = np.sort(values[~happened[:, other], other])
        below = np.searchsorted(calm, cases, "left") + np.searchsorted(calm, cases, "right")
        wins[:, other] = np.bincount(case_in, weights=below / 2, minlength=regions)
    return Pairs(wins, happened.sum(axis=0).astype(float), (~happened).sum(axis=0).astype(float))


def auc(found: Pairs, draws: Draws) -> Sample:
    """Return the area under the ROC curve: how often a case ranks above a calm as-of, anywhere."""
    wins = np.einsum("bi,ij,bj->b", draws, found.wins, draws, optimize=True)
    return share(wins, (draws @ found.cases) * (draws @ found.calm))


def auc_within(found: Pairs, draws: Draws) -> Sample:
    """Return the same of pairs inside one region only: timing, without knowing the place."""
    return share(draws @ np.diag(found.wins), draws @ (found.cases * found.calm))


def average_precision(values: Grid, happened: Happened, draws: Draws) -> Sample:
    """Return the mean share of cases among all that ranks as high as a case; ties stand together.

    >>> one = np.array([[3.0], [2.0], [1.0]])
    >>> happened = np.array([[True], [False], [True]])
    >>> average_precision(one, happened, np.ones((1, 1))).round(3).tolist()
    [0.833]
    """
    flat, regions = values.ravel(), np.tile(np.arange(values.shape[1]), len(values))
    order = np.argsort(-flat, kind="stable")
    ends = np.append(np.nonzero(np.diff(flat[order]))[0], len(flat) - 1)
    is_case, region = happened.ravel()[order], regions[order]
    rows = max(1, _AT_ONCE // len(flat))
    parts = [
        _precision(draws[start : start + rows][:, region], is_case, ends)
        for start in range(0, len(draws), rows)
    ]
    return np.concatenate(parts)


def _precision(weights: Draws, is_case: NDArray[np.bool_], ends: NDArray[np.intp]) -> Sample:
    cases = (weights * is_case).cumsum(axis=1)[:, ends]
    precision = share(cases, weights.cumsum(axis=1)[:, ends], nothing=0.0)
    new = np.diff(cases, axis=1, prepend=0.0)
    return share((precision * new).sum(axis=1), cases[:, -1])


def spearman(left: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """Return Spearman's rank correlation; ties share their mean rank.

    >>> round(spearman(np.array([1.0, 2, 3, 4]), np.array([1.0, 2, 4, 4])), 3)
    0.949
    """
    one, other = _ranks(left), _ranks(right)
    spread = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / spread if spread else float("nan")


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ranks about their mean."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    centred: NDArray[np.float64] = ranks - ranks.mean()
    return centred


def share(part: Sample, whole: Sample, nothing: float = float("nan")) -> Sample:
    """Return each part of its whole; `nothing` where the whole is none."""
    found: Sample = np.full(part.shape, nothing)
    np.divide(part, whole, out=found, where=whole > 0)
    return found

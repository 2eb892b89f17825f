"""All figures of a backtest: of each method, and of ours less each baseline.

The test is every as-of from a day on whose outcome is known; chances are fitted on the as-ofs whose
outcome was known before that day. Intervals hold 90 % of 2,000 resamples of whole regions; a
difference is taken in each resample, so that what both methods share falls out of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from advisory.assessment.backtest import calm, chances, ranks
from advisory.assessment.backtest.panel import Grid, Panel
from advisory.assessment.backtest.ranks import Draws, Happened, Sample
from advisory.assessment.backtest.replay import Levels
from advisory.model.backtest import METHODS, METRICS, Figure

RESAMPLES = 2000
_SEED = 20_261_125
_INTERVAL = (5, 95)
_DAYS_OF_YEAR = 365.25
_HIGH = 4

Samples = Mapping[str, Sample]


@dataclass(frozen=True, slots=True)
class Trial:
    """The as-ofs of a test: slices of the panel's, and what happened after them.

    `train` are the as-ofs whose time ahead ended before the first of the test.
    """

    train: slice
    test: slice
    killed: Grid
    years: float
    steps: int

    def happened(self, at_least: int, which: slice | None = None) -> Happened:
        """Whether at least so many were killed in the time ahead, in the test unless said."""
        found: Happened = self.killed[which or self.test] >= at_least
        return found


def trial_of(panel: Panel, first: int) -> Trial:
    """Return the test that begins with a day of the panel."""
    known = panel.known
    begin = int(np.searchsorted(panel.as_ofs[:known], first))
    trained = int((panel.ahead[:known] < first).sum())
    days = panel.as_ofs[known - 1] - panel.as_ofs[min(begin, known - 1)] if known else 0
    return Trial(
        train=slice(0, trained),
        test=slice(begin, known),
        killed=panel.outcome(),
        years=max(float(days), 1.0) / _DAYS_OF_YEAR,
        steps=panel.steps_ahead,
    )


def draws_of(regions: int) -> Draws:
    """Return the resamples: first every region once, then so many drawn with replacement."""
    random = np.random.default_rng(_SEED)
    drawn = random.multinomial(regions, np.full(regions, 1 / regions), size=RESAMPLES)
    return np.vstack([np.ones(regions), drawn])


def samples_of(values: Grid, levels: Levels, trial: Trial, draws: Draws) -> dict[str, Sample]:
    """Return every figure of one method, for each resample.

    Args:
        values: What the method gives, at every as-of.
        levels: Its levels in the test.
        trial: The test.
        draws: The resamples.
    """
    asked, died = values[trial.test], trial.happened(1)
    found = ranks.pairs(asked, died)
    many = ranks.pairs(asked, trial.happened(10))
    high = ranks.pairs((levels >= _HIGH).astype(float), died)
    return {
        "auc_1": ranks.auc(found, draws),
        "auc_10": ranks.auc(many, draws),
        "ap_1": ranks.average_precision(asked, died, draws),
        "auc_level4": ranks.auc(high, draws),
        "within_region_auc": ranks.auc_within(found, draws),
        "brier_skill": _skill(values, trial, draws),
        "flips_per_region_year": calm.flips(levels, draws, trial.years),
        "undone_share": calm.undone(levels, draws, trial.steps),
    }


def foretold(values: Grid, trial: Trial) -> Grid | None:
    """Return the chance of a death in the test; None where no earlier as-of was known to fit it."""
    before = values[trial.train].ravel()
    if not len(before):
        return None
    return chances.fitted(before, trial.happened(1, trial.train).ravel(), values[trial.test])


def _skill(values: Grid, trial: Trial, draws: Draws) -> Sample:
    told = foretold(values, trial)
    if told is None:
        return np.full(len(draws), np.nan)
    return chances.brier_skill(told, trial.happened(1), draws)


def figures(samples: Samples) -> dict[str, Figure | None]:
    """Return each figure with its interval; None where it is not a number."""
    return {name: figure(samples[name]) if name in samples else None for name in METRICS}


def paired(samples: Mapping[str, Samples]) -> dict[str, dict[str, Figure | None]]:
    """Return what ours has more than each baseline, figure by figure, with its interval."""
    ours = samples[METHODS[0]]
    return {
        method: figures({name: ours[name] - other[name] for name in other})
        for method, other in samples.items()
        if method != METHODS[0]
    }


def figure(sample: Sample) -> Figure | None:
    """Return the first of a sample with the interval of the rest; None where there is no first."""
    if np.isnan(sample[0]):
        return None
    rest = sample[1:][~np.isnan(sample[1:])]
    low, high = np.percentile(rest if len(rest) else sample[:1], _INTERVAL)
    return float(sample[0]), float(low), float(high)

"""How often levels change, and how soon they change back; and levels for values that have none.

A baseline has no levels of its own: it is cut where it gives each level as often as the rules do in
the same weeks, so that the two are as loud as each other. That is a favour to the baseline.
"""

import numpy as np

from advisory.assessment.backtest.panel import Grid
from advisory.assessment.backtest.ranks import Draws, Happened, Sample, share
from advisory.assessment.backtest.replay import Levels
from advisory.model.assessment import LEVELS


def shares(levels: Levels) -> tuple[float, ...]:
    """Return how often each level is given, 1 to 5."""
    return tuple(float((levels == level).mean()) for level in LEVELS)


def cut_alike(values: Grid, levels: Levels) -> Levels:
    """Return levels of these values that are each as frequent as those given."""
    ordered = np.sort(values.ravel())[::-1]
    found = np.ones_like(levels)
    for level in LEVELS[1:]:
        wanted = int((levels >= level).sum())
        if wanted:
            found[values >= ordered[wanted - 1]] = level
    return found


def flips(levels: Levels, draws: Draws, years: float) -> Sample:
    """Return the changes of level per region and year."""
    changed = (levels[1:] != levels[:-1]).sum(axis=0)
    found: Sample = draws @ changed / (draws.sum(axis=1) * years)
    return found


def undone(levels: Levels, draws: Draws, steps: int) -> Sample:
    """Return the share of changes after which the old level is back within so many as-ofs."""
    changed = levels[1:] != levels[:-1]
    back: Happened = np.zeros_like(changed)
    for later in range(1, steps + 1):
        back[: len(changed) - later] |= levels[1 + later :] == levels[: -1 - later]
    return share(draws @ (back & changed).sum(axis=0), draws @ changed.sum(axis=0))

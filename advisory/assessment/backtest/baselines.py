"""What a score must beat: simple sums of deaths, at every as-of.

last_28_days     the killed of the last 28 days
mean_12_months   the killed of the last 365 days, a twelfth of them
decayed_90_days  of each event ln(1 + killed), halved every 90 days: the hardest to beat
"""

from math import log1p

import numpy as np

from advisory.assessment.backtest.panel import Grid, Panel
from advisory.assessment.recurrence import decaying

_MONTH, _YEAR, _HALF_LIFE = 28, 365, 90


def baselines(panel: Panel) -> dict[str, Grid]:
    """Return the values of each baseline by as-of and region."""
    deaths = panel.counted(panel.deaths)
    logs = panel.counted([log1p(deaths) for deaths in panel.deaths])
    decayed = decaying(logs, _HALF_LIFE, step=1)
    return {
        "last_28_days": _sum_of_last(_MONTH, deaths)[panel.as_ofs],
        "mean_12_months": _sum_of_last(_YEAR, deaths)[panel.as_ofs] / 12,
        "decayed_90_days": decayed[panel.as_ofs],
    }


def _sum_of_last(days: int, deaths: Grid) -> Grid:
    before = np.vstack([np.zeros((days, deaths.shape[1])), deaths]).cumsum(axis=0)
    shifted = np.vstack([np.zeros(deaths.shape[1]), before])
    found: Grid = shifted[days + 1 :] - shifted[1 : len(deaths) + 1]
    return found

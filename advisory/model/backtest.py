"""What came out of replaying a table of coded events: figures with their intervals, and for whom.

A **method** gives each region a value at each as-of; its figures say how well that foretold what
then happened. A **figure** is a value with the ends of its 90 % interval. Nothing is computed here:
`assessment.backtest` does that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

METHODS = ("score", "last_28_days", "mean_12_months", "decayed_90_days")
"""Ours first, then the baselines it stands beside."""

METRICS = (
    "auc_1",
    "auc_10",
    "ap_1",
    "auc_level4",
    "within_region_auc",
    "brier_skill",
    "flips_per_region_year",
    "undone_share",
    "spearman",
)
"""Every figure of a method, in the order of the contract."""

LESS_IS_BETTER = ("flips_per_region_year", "undone_share")
"""The figures of which less is better."""

Figure = tuple[float, float, float]
"""A value, and the lower and upper end of its 90 % interval."""

Figures = Mapping[str, Figure | None]
"""Metric -> figure; None where the table says nothing of it."""


@dataclass(frozen=True, slots=True)
class Government:
    """How the values at the end of a table rank with the levels of one government.

    `figures` are Spearman's rank correlation by method, over so many `countries`.
    """

    name: str
    countries: int
    figures: Figures
    agreement: Mapping[str, float] = field(default_factory=dict)
    """Its rank correlation with the other governments of the file: what can be reached at all."""


@dataclass(frozen=True, slots=True)
class Backtest:
    """A finished backtest.

    `paired` has, for each baseline, the difference of score and baseline in each metric.
    `level_shares` are the shares of the levels 1 to 5 among the published levels of the test.
    `base_rates` say how often at least 1, and at least 10, were killed in the time looked ahead.
    `published` are the levels of each region at each as-of of `as_ofs`, all years.
    `calibration` are points (foretold, happened) of the score, for the test.
    """

    table: str
    unit: str
    step: str
    regions: tuple[str, ...]
    first: date
    last: date
    test_from: date
    tested: int
    rows: int
    base_rates: tuple[float, float]
    level_shares: tuple[float, ...]
    metrics: Mapping[str, Figures]
    paired: Mapping[str, Figures]
    as_ofs: tuple[date, ...]
    published: tuple[tuple[int, ...], ...]
    calibration: tuple[tuple[float, float], ...]
    rule_base: str
    unknown_types: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    governments: tuple[Government, ...] = ()
    unmatched: tuple[str, ...] = ()
    """Countries of the governments' file that the table does not have, or nobody knows."""

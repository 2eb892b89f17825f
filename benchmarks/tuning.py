"""What other round numbers would have given, judged by the early years of tables alone.

Usage: python benchmarks/tuning.py TABLE.csv=DAY [TABLE.csv=DAY...]

Rows from the day of a table on are dropped before anything is worked out, so nothing after it can
move a choice; the first year of what is left only warms up. For each variant are told the mean over
the tables of what the score has more than decayed deaths (auc_1, auc_10), the least of the two on
any table, the most flips on any, and the mean share of levels 4 and 5. The variants change the
weights and floors of armed violence that the shipped rule base tuned, and the horizon; what a 50
takes (half_points) goes with the points, so that levels stay as loud as they were.
"""

import itertools
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from advisory.assessment.backtest import calm, measure, ranks
from advisory.assessment.backtest.panel import panel_of
from advisory.assessment.backtest.run import methods
from advisory.assessment.backtest.table import EventTable, read_table
from advisory.model.assessment import RegionKind
from advisory.resources import folder
from advisory.rulebook.book import Dated, FloorRule, Rulebook, WeightRule, in_force
from advisory.rulebook.event_types import load_event_types
from advisory.rulebook.load import load_rulebook

TODAY = date.max
WARM_UP = timedelta(days=365)
SHIPPED_HALF_LIFE, SHIPPED_CAP, SHIPPED_WINDOWS = 75, 20, (90, 120)
TUNED_BY = "backtests in sight"
"""The word by which the references of a tuned rule say so."""


@dataclass(frozen=True)
class Variant:
    """One choice of round numbers; 0 leaves what is shipped."""

    per_killed: float = 0
    half_life: int = 0
    cap: float = 0
    window: int = 0
    horizon: int = 0

    def __str__(self) -> str:
        """The numbers that are not those shipped."""
        told = [f"{name} {value:g}" for name, value in vars(self).items() if value]
        return ", ".join(told) or "as shipped"


GRID = (
    Variant(),
    *(
        Variant(per_killed, half_life, cap)
        for per_killed, half_life, cap in itertools.product((1, 2, 3), (60, 75, 90), (10, 20, 30))
    ),
    *(Variant(window=days) for days in (60, 90, 120)),
    *(Variant(horizon=days) for days in (728, 1820, 3640)),
)


def changed(book: Rulebook, variant: Variant) -> Rulebook:
    """Return the rule base with the numbers of a variant."""
    scale = book.scale
    half_points = {
        kind: points * (variant.per_killed or 2) / 2 for kind, points in scale.half_points.items()
    }
    horizon = variant.horizon or scale.horizon_days
    return replace(
        book,
        scale=replace(scale, half_points=half_points, horizon_days=horizon),
        weights=tuple(weight(rule, variant) if tuned(rule) else rule for rule in book.weights),
        floors=tuple(floor(rule, variant) if tuned(rule) else rule for rule in book.floors),
    )


def tuned(rule: WeightRule | FloorRule) -> bool:
    """Whether a rule says that backtests were looked at when its numbers were chosen."""
    return any(TUNED_BY in told for told in rule.references)


def weight(rule: WeightRule, variant: Variant) -> WeightRule:
    """Return a weight with the numbers of a variant; what has its own pace or cap keeps it."""
    paced = in_force(rule.half_life_days, TODAY) == SHIPPED_HALF_LIFE
    capped = rule.cap and in_force(rule.cap, TODAY) == SHIPPED_CAP
    return replace(
        rule,
        per_killed=always(variant.per_killed) or rule.per_killed,
        cap=(capped and always(variant.cap)) or rule.cap,
        half_life_days=(paced and always(variant.half_life)) or rule.half_life_days,
    )


def floor(rule: FloorRule, variant: Variant) -> FloorRule:
    """Return a floor with the window of a variant, where it is one of months."""
    within = rule.within_days
    long = within and in_force(within, TODAY) in SHIPPED_WINDOWS
    return replace(rule, within_days=(long and always(variant.window)) or within)


def always(number: float) -> Dated | None:
    """Return a number in force on every day; None for the 0 that leaves what is shipped."""
    return {date.min: number} if number else None


def early(path: str, until: date, book: Rulebook) -> EventTable:
    """Return a table without its rows from a day on."""
    mapping = load_event_types([folder("rules")], book.types)
    table = read_table(Path(path).read_text(encoding="utf-8-sig"), mapping, book.types)
    events = tuple(event for event in table.events if event.day < until)
    return replace(table, events=events, last=until - timedelta(days=1))


def judged(table: EventTable, book: Rulebook) -> tuple[float, float, float, float]:
    """Return auc_1 and auc_10 less those of decayed deaths, flips, and the share of 4 and 5."""
    panel = panel_of(table)
    trial = measure.trial_of(panel, WARM_UP.days)
    draws = np.ones((1, len(panel.regions)))
    values, published = methods(panel, book, RegionKind.ADMIN1, TODAY)
    found = {
        (name, least): float(
            ranks.auc(ranks.pairs(values[name][trial.test], trial.happened(least)), draws)[0]
        )
        for name in ("score", "decayed_90_days")
        for least in (1, 10)
    }
    more = [found["score", least] - found["decayed_90_days", least] for least in (1, 10)]
    levels = published[trial.test]
    flips = float(calm.flips(levels, draws, trial.years)[0])
    return more[0], more[1], flips, float((levels >= 4).mean())


def lines(tables: list[EventTable], book: Rulebook) -> Iterator[str]:
    """Yield a line for each variant."""
    for variant in GRID:
        told = np.array([judged(table, changed(book, variant)) for table in tables])
        one, ten, _, loud = told.mean(axis=0)
        least, flips = told[:, :2].min(), told[:, 2].max()
        yield f"{variant!s:<40} {one:+.4f} {ten:+.4f} {least:+.4f} {flips:6.2f} {loud:6.2f}"


def main() -> None:
    """Tell every variant."""
    book = load_rulebook([folder("rules")])
    asked = [one.rpartition("=") for one in sys.argv[1:]]
    tables = [early(path, date.fromisoformat(day), book) for path, _, day in asked]
    print(f"{'variant':<40}   auc_1  auc_10   least  flips 4 and 5")
    for line in lines(tables, book):
        print(line, flush=True)


if __name__ == "__main__":
    main()

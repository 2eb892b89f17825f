"""A backtest from end to end: a table is read, replayed, measured, and set beside its baselines.

Nothing here knows a later day than the one it speaks of, but for what is judged: the outcomes, and
the cuts that make levels of a baseline. The rules and their numbers are today's (decision 9).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from advisory.assessment.backtest import calm, chances, governments, measure
from advisory.assessment.backtest.baselines import baselines
from advisory.assessment.backtest.governments import Advised, CountryOf
from advisory.assessment.backtest.panel import Grid, Panel, panel_of
from advisory.assessment.backtest.replay import Levels, replay
from advisory.assessment.backtest.table import EventTable
from advisory.errors import UserError
from advisory.model.assessment import RegionKind
from advisory.model.backtest import METHODS, Backtest, Figures, Government
from advisory.rulebook.book import Rulebook


@dataclass(frozen=True, slots=True)
class Asked:
    """What to test: the name of the table, the first day of the test, levels to compare with.

    Without `test_from` the later half of the table is the test. `today` decides which numbers of
    the rules are in force.
    """

    table: str
    today: date
    test_from: date | None = None
    levels: tuple[Advised, ...] = ()
    country_of: CountryOf = str


def backtest(table: EventTable, rulebook: Rulebook, asked: Asked) -> Backtest:
    """Return the backtest of a table.

    Raises:
        UserError: If no as-of of the test has a known outcome.
    """
    kind = RegionKind.COUNTRY if table.is_monthly else RegionKind.ADMIN1
    panel = panel_of(table)
    test_from = asked.test_from or table.first + (table.last - table.first) / 2
    trial = measure.trial_of(panel, (test_from - table.first).days)
    _refuse_nothing(panel, trial, test_from)
    values, published = methods(panel, rulebook, kind, asked.today)
    ours = published[trial.test]
    draws = measure.draws_of(len(panel.regions))
    samples = {}
    for method, of_method in values.items():
        levels = ours if method == METHODS[0] else calm.cut_alike(of_method[trial.test], ours)
        samples[method] = measure.samples_of(of_method, levels, trial, draws)
    ranked, unmatched = _governments(table, rulebook, asked)
    told = measure.foretold(values[METHODS[0]], trial)
    return Backtest(
        table=asked.table,
        unit=kind.value,
        step="month" if table.is_monthly else "week",
        regions=panel.regions,
        first=table.first,
        last=table.last,
        test_from=test_from,
        tested=len(ours),
        rows=table.rows,
        base_rates=(float(trial.happened(1).mean()), float(trial.happened(10).mean())),
        level_shares=calm.shares(ours),
        metrics=_with_ranks({name: measure.figures(one) for name, one in samples.items()}, ranked),
        paired=measure.paired(samples),
        as_ofs=tuple(panel.day(position) for position in panel.as_ofs),
        published=tuple(tuple(int(level) for level in row) for row in published.T),
        calibration=() if told is None else chances.calibration(told, trial.happened(1)),
        rule_base=rulebook.hash,
        unknown_types=table.unknown_types,
        refused=table.refused,
        governments=ranked,
        unmatched=unmatched,
    )


def methods(
    panel: Panel, rulebook: Rulebook, kind: RegionKind, today: date
) -> tuple[dict[str, Grid], Levels]:
    """Return the values of each method at each as-of, and the levels that ours publishes.

    The values of the score are its points: the score ranks as they do, but is full at 100.
    """
    replayed = replay(panel, rulebook, kind, today)
    values = {METHODS[0]: replayed.points[panel.as_ofs], **baselines(panel)}
    return values, replayed.published[panel.as_ofs]


def _refuse_nothing(panel: Panel, trial: measure.Trial, test_from: date) -> None:
    if trial.test.start < trial.test.stop:
        return
    last = panel.day(panel.days - 1) - timedelta(days=panel.steps_ahead * 7)
    raise UserError(
        f"There is nothing to test from {test_from} on: outcomes are known from "
        f"{panel.first} to {last}. Choose an earlier --test-from."
    )


def _governments(
    table: EventTable, rulebook: Rulebook, asked: Asked
) -> tuple[tuple[Government, ...], tuple[str, ...]]:
    """Return the ranks against each government, and the countries that could not be compared."""
    if not asked.levels:
        return (), ()
    panel = panel_of(table, by_country=not table.is_monthly)
    values, _ = methods(panel, rulebook, RegionKind.COUNTRY, asked.today)
    codes = {name: asked.country_of(name) for name in panel.regions}
    last = {
        method: {code: float(grid[-1, n]) for n, code in enumerate(codes.values()) if code}
        for method, grid in values.items()
    }
    levels = governments.in_force(asked.levels, table.last, asked.country_of)
    unmatched = {one.country for one in asked.levels if not _is_in(asked, one, codes.values())}
    return governments.governments(levels, last), tuple(sorted(unmatched))


def _is_in(asked: Asked, one: Advised, codes: Iterable[str | None]) -> bool:
    code = asked.country_of(one.country)
    return code is not None and code in codes


def _with_ranks(
    metrics: dict[str, dict[str, tuple[float, float, float] | None]],
    ranked: tuple[Government, ...],
) -> dict[str, Figures]:
    """Put the rank correlation with the government that shares most countries to each method."""
    if not ranked:
        return dict(metrics)
    return {
        name: {**of_method, "spearman": ranked[0].figures[name]}
        for name, of_method in metrics.items()
    }

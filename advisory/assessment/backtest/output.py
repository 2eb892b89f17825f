"""A backtest as the JSON of `advisory backtest --json`, and as a table of its published levels.

`metrics` is the contract; beside it, `paired` has for each baseline what the score has more, figure
by figure, each again as [value, low, high]. An interval holds 90 %. Numbers have six decimals.
"""

import csv
from io import StringIO
from typing import Any

from advisory.model.backtest import Backtest, Figures, Government

SCHEMA = "advisory.backtest/1"


def to_json(backtest: Backtest) -> dict[str, Any]:
    """Return the JSON of `advisory backtest --json` (DESIGN, section 5)."""
    return {
        "schema": SCHEMA,
        "table": backtest.table,
        "unit": backtest.unit,
        "step": backtest.step,
        "regions": len(backtest.regions),
        "rows": backtest.rows,
        "first": backtest.first.isoformat(),
        "last": backtest.last.isoformat(),
        "test_from": backtest.test_from.isoformat(),
        "tested": backtest.tested,
        "base_rates": {"1": _short(backtest.base_rates[0]), "10": _short(backtest.base_rates[1])},
        "level_shares": [_short(share) for share in backtest.level_shares],
        "metrics": {method: _figures(one) for method, one in backtest.metrics.items()},
        "paired": {method: _figures(one) for method, one in backtest.paired.items()},
        "governments": {one.name: _government(one) for one in backtest.governments},
        "unmatched_countries": list(backtest.unmatched),
        "unknown_types": dict(backtest.unknown_types),
        "refused": list(backtest.refused),
        "rule_base": backtest.rule_base,
    }


def levels_csv(backtest: Backtest) -> str:
    """Return the published level of each region at each as-of, as a CSV."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["as_of", "region", "level"])
    for name, levels in zip(backtest.regions, backtest.published, strict=True):
        rows.writerows(
            [day.isoformat(), name, level]
            for day, level in zip(backtest.as_ofs, levels, strict=True)
        )
    return text.getvalue()


def _figures(figures: Figures) -> dict[str, list[float] | None]:
    return {
        name: None if one is None else [_short(number) for number in one]
        for name, one in figures.items()
    }


def _government(one: Government) -> dict[str, Any]:
    agreement = {name: _short(value) for name, value in one.agreement.items()}
    return {"countries": one.countries, "spearman": _figures(one.figures), "agreement": agreement}


def _short(number: float) -> float:
    return round(number, 6)

"""`advisory backtest`: the rules held against what then happened."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show, show_json
from advisory.errors import UserError


def backtest(
    events: Annotated[
        Path, typer.Argument(metavar="EVENTS.csv", help="Coded events, or deaths by month.")
    ],
    test_from: Annotated[
        str | None, typer.Option("--test-from", help="First day of the test; else half way.")
    ] = None,
    levels: Annotated[
        Path | None, typer.Option("--levels", metavar="GOV.csv", help="Levels of governments.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write page, JSON and levels into this folder.")
    ] = None,
    as_json: options.JsonOption = False,
    rules: options.RulesOption = None,
    templates: options.TemplatesOption = None,
) -> None:
    """Replay a table of coded events week by week, beside three simple baselines.

    A table has event_id, date, country, admin1, lat, lon, type, killed_best, killed_low,
    killed_high, source; or month, iso3, killed_best, source. Levels have gov, seen, country,
    level. The rules and numbers of today are used for all years.

    Example: advisory backtest events.csv --test-from 2019-01-01 --out backtest
    """
    from advisory.assessment.backtest.output import to_json  # noqa: PLC0415 - numbers are heavy
    from advisory.pipeline.backtest import Wanted, lay_out, tested  # noqa: PLC0415
    from advisory.rendering.backtest import screen  # noqa: PLC0415

    at = desk(None, rules, templates)
    wanted = Wanted(events, _day(test_from), levels)
    found = tested(at, wanted, options.now().date())
    for path in lay_out(at, found, out) if out else ():
        options.note(f"written: {path}")
    if as_json:
        show_json(to_json(found))
    else:
        show(screen(found))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError(f'--test-from: "{text}" is no day. Write it like 2019-01-01.') from None

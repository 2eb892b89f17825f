"""`advisory standing` and `advisory override`: a level that a person sets for a region."""

from datetime import date
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.done import tell
from advisory.errors import UserError
from advisory.pipeline.deciding import Done

RegionArgument = Annotated[str, typer.Argument(metavar="REGION", help="A name or a code.")]
LevelArgument = Annotated[int, typer.Argument(metavar="LEVEL", help="1 to 5.")]


def standing(
    region: RegionArgument,
    level: LevelArgument,
    by: options.ByOption,
    because: options.BecauseOption,
    begin: Annotated[
        str | None, typer.Option("--from", help="The day it begins; else today.")
    ] = None,
    review: Annotated[
        str | None,
        typer.Option("--review-by", help="The day it is looked at again; else by levels.yaml."),
    ] = None,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Set the least level that is published for a region; nothing computed goes below it.

    Example: advisory standing Kidal 4 --from 2023-09-01 --by "Night desk" --because "Fighting"
    """
    from advisory.pipeline import baselines  # noqa: PLC0415

    at, act = desk(store, rules), options.act(by, because)
    first, last = _day("--from", begin), _day("--review-by", review)
    where = at.gazetteer.region(region)
    tell(at, baselines.standing(at, where, level, act, begin=first, review=last))


def override(
    region: RegionArgument,
    level: LevelArgument,
    by: options.ByOption,
    because: options.BecauseOption,
    until: Annotated[str, typer.Option("--until", help="The last day it holds: 2023-11-20.")],
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Set the level of a region for some days, whatever is computed.

    Example: advisory override Kidal 5 --until 2023-11-20 --by "Night desk" --because "Warned"
    """
    from advisory.pipeline import baselines  # noqa: PLC0415

    at, act = desk(store, rules), options.act(by, because)
    last = _day("--until", until) or act.at.date()
    done = baselines.override(at, at.gazetteer.region(region), level, act, last)
    tell(at, done)
    if _is_lower(done):
        options.note(
            "Lower than before: a product released below the last signed one takes two signatures."
        )


def _is_lower(done: Done) -> bool:
    return any(
        before.planning_level is not None and (after.level or 0) < before.planning_level
        for before, after in done.levels
    )


def _day(option: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError(f'{option}: "{text}" is no day. Write it as 2023-11-20.') from None

"""`advisory approve` and `advisory audit verify`: who signs, and the proof of it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk, progress_bar
from advisory.cli.output import show, show_lines, show_wrapped
from advisory.errors import UserError
from advisory.model.wording import counted
from advisory.pipeline import signing, slips

EditionArgument = Annotated[
    str, typer.Argument(metavar="EDITION", help="Its id, as review lists it: briefing-ML-8-1.")
]
NOT_AUTHENTICATED = "Names are recorded, not authenticated: anyone with this store can type one."

audit = typer.Typer(no_args_is_help=True, help="The log of who signed and released what.")


def approve(
    edition: EditionArgument,
    by: options.ByOption,
    flash: Annotated[
        bool, typer.Option("--flash", help="Release on one name for 12 hours, to raise a level.")
    ] = False,
    tlp: options.TlpOption = None,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Sign an edition in all its variants; the last name it needs releases it.

    Level 4 and above, and a level lower than the last signed one, take two names.
    Example: advisory approve briefing-ML-8-1 --by "duty officer"
    """
    if not (name := options.person(by)):
        raise UserError("Say who signs: --by NAME, or set ADVISORY_USER.")
    with progress_bar("Laying out the levels") as progress:
        at, clearance = desk(store, rules, progress=progress), options.clearance(tlp)
        done = signing.approve(at, edition, name, options.now(), clearance=clearance, flash=flash)
    show(f"{done.kept.id} ({options.seen(done.kept.clearance)}): {done.state}")
    if done.missing:
        show_wrapped([f"Missing: {done.missing}."])
    if done.slip:
        show(f"Slip: {done.slip}")
        options.note("Keep a copy of the slip elsewhere: it proves that the log was not cut.")
    options.note(NOT_AUTHENTICATED)


@audit.callback()
def root() -> None:
    """Look at the log of signatures and releases."""


@audit.command()
def verify(
    slip: Annotated[
        list[Path] | None, typer.Option("--slip", help="A slip kept elsewhere; may be repeated.")
    ] = None,
    store: options.StoreOption = None,
) -> None:
    """Check that nobody changed, cut or reordered the log, nor an edition that was released.

    The slips beside the store are checked too; one that was kept elsewhere proves more.
    Example: advisory audit verify --slip /safe/000002-briefing-ml-8-1-clear.json
    """
    at = desk(store)
    with at.open_store() as opened:
        checked = slips.check(at, opened, slip or [])
    show_lines(checked.problems)
    if checked.problems:
        sys.exit(1)
    acts, agree = counted(checked.acts, "act"), counted(checked.slips, "slip")
    show(f"One whole chain of {acts}; {agree} checked against it.")

"""`advisory ingest` and `advisory quarantine`: what comes in, and what was refused."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk, progress_bar
from advisory.cli.output import show_json, show_lines
from advisory.model.wording import counted
from advisory.pipeline.ingest import Tally
from advisory.pipeline.ingest import ingest as take_in


def ingest(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files and folders of reports.")
    ],
    published: Annotated[
        str | None,
        typer.Option("--published", help="The date of reports that carry none: 2023-11-07."),
    ] = None,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Take reports in, read them, and lay out the levels of the coming weeks.

    What cannot be read is quarantined with its reason and the rest goes on. Taking the same files
    in again changes nothing. Example: advisory ingest seeds/kidal
    """
    with progress_bar("Reading") as progress:
        taken = take_in(desk(store, rules, progress=progress), paths, options.now(), published)
    _tell(taken)
    if taken.refused:
        sys.exit(options.PARTLY_DONE)


def _tell(taken: Tally) -> None:
    known = f", {taken.known} known before" if taken.known else ""
    decisions = f", {counted(taken.decisions, 'decision')}" if taken.decisions else ""
    options.note(f"{counted(taken.new, 'new report')}{known}{decisions}.")
    for report in taken.undated:
        options.note(f"{report}: no date, so nothing is scored from it. Give one: --published DATE")
    for refusal in taken.refused:
        options.note(f"quarantined {refusal.item}: {refusal.reason}")


def quarantine(as_json: options.JsonOption = False, store: options.StoreOption = None) -> None:
    """List what could not be taken in, and why.

    Example: advisory quarantine
    """
    with desk(store).open_store() as opened:
        held = opened.quarantine.all()
    if as_json:
        show_json([{"item": one.item, "reason": one.reason} for one in held])
        return
    if not held:
        options.note("Nothing is in quarantine.")
    for one in held:
        show_lines([one.item, *(f"    {line}" for line in one.reason.splitlines())])

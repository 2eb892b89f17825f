"""The desk of a command: its store and folders, with a progress bar on the terminal's side."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from advisory.cli import options
from advisory.errors import RejectedFile
from advisory.pipeline.desk import Desk, Progress, desk_at
from advisory.pipeline.last_good import last_good, rule_base_in_force


def desk(
    store: Path | None,
    rules: Path | None = None,
    templates: Path | None = None,
    progress: Progress | None = None,
    *,
    only: Sequence[Path] | None = None,
    is_look_up: bool = False,
) -> Desk:
    """Return the desk that a command's options ask for.

    With `only`, these folders lie over the shipped rules, whatever options and environment say.
    Where the folder of the environment is broken, a look-up goes on with the last good rule base.

    Raises:
        RejectedFile: With all that is wrong with the user's own rules, before anything is done.
    """
    named = options.own_folder(rules, "ADVISORY_RULES") if only is None else None
    own_rules = [named] if named else [*(only or ())]
    own_templates = options.own_folder(templates, "ADVISORY_TEMPLATES")
    made = desk_at(
        options.store_path(store),
        rules=own_rules,
        templates=[own_templates] if own_templates else [],
        progress=progress,
    )
    if own_rules:
        try:
            made.check()
        except RejectedFile as error:
            return _with_last_good(made, error, go_on=is_look_up and rules is None)
    return made


def _with_last_good(broken: Desk, error: RejectedFile, *, go_on: bool) -> Desk:
    """Say which rule base stays in force; return its desk where the command may go on with it."""
    name = rule_base_in_force(broken.store_path)
    good = last_good(broken) if go_on else None
    if good:
        options.note(f"advisory: {error}")
    if name:
        options.note(f"advisory: the last good rule base stays in force: {name}")
    if good is None:
        raise error
    return good


@contextmanager
def progress_bar(label: str) -> Iterator[Progress | None]:
    """Give something to call with a fraction; it draws a bar where a person is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - only where a bar is drawn
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=1.0)

        def show(fraction: float) -> None:
            bar.update(task, completed=fraction)

        yield show

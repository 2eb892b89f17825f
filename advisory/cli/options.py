"""The options that many commands share, and what they mean together: the desk, the as-of.

Nothing heavy is imported here: a look-up needs only these few lines and the snapshot.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisory import files
from advisory.cli.output import plain
from advisory.errors import UserError
from advisory.model.marking import Tlp
from advisory.model.time import end_of_day, parse_as_of

if TYPE_CHECKING:
    from advisory.pipeline.deciding import Act

StoreOption = Annotated[
    Path | None,
    typer.Option("--store", help="The store's file; else ADVISORY_STORE, else your data folder."),
]
RulesOption = Annotated[
    Path | None,
    typer.Option("--rules", help="Your rules, over the shipped ones; else ADVISORY_RULES."),
]
TemplatesOption = Annotated[
    Path | None,
    typer.Option("--templates", help="Your templates, over the shipped ones."),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", help="A day (its last second, UTC) or a time with its zone."),
]
TlpOption = Annotated[
    str | None,
    typer.Option("--tlp", help="Use only reports up to this marking: CLEAR, GREEN, AMBER ..."),
]
ByOption = Annotated[
    str,
    typer.Option("--by", envvar="ADVISORY_USER", help="Who decides: recorded, not authenticated."),
]
BecauseOption = Annotated[str, typer.Option("--because", help="Why; it stays on record.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]

LONGEST_NAME = 80
PARTLY_DONE = 5
"""The exit code where some was done and some refused."""


def now() -> datetime:
    """Return the present instant, to the second; the only clock of the program."""
    return datetime.now(UTC).replace(microsecond=0)


def as_of_instant(text: str | None) -> datetime:
    """Return the instant an `--as-of` means; without one the end of today.

    Raises:
        UserError: If it is neither a day nor a time with a zone.
    """
    if text is None:
        return end_of_day(now().date())
    try:
        return parse_as_of(text)
    except ValueError as error:
        raise UserError(f"--as-of: {error}.") from None


def clearance(text: str | None) -> Tlp | None:
    """Return the marking up to which reports are used; None is everything in the store.

    Raises:
        UserError: If there is no such marking.
    """
    try:
        return Tlp.named(text) if text else None
    except ValueError as error:
        raise UserError(f"--tlp: {error}") from None


def act(by: str, because: str) -> "Act":
    """Return the act of a person, now.

    Raises:
        UserError: If the name or the reason says nothing.
    """
    from advisory.pipeline.deciding import act_of  # noqa: PLC0415 - only where somebody decides

    return act_of(by, because, now())


def seen(marking: Tlp) -> str:
    """Return what somebody with a clearance sees, in words.

    >>> seen(Tlp.GREEN), seen(Tlp.RED)
    ('reports up to TLP:GREEN', 'all reports')
    """
    return "all reports" if marking is Tlp.RED else f"reports up to {marking}"


def person(by: str | None = None) -> str:
    """Return who acts: `by`, else ADVISORY_USER, else nobody, which is empty.

    Raises:
        UserError: If it is no plain name.
    """
    name = " ".join((by or os.environ.get("ADVISORY_USER", "")).split())
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise UserError(f"A name is plain text of at most {LONGEST_NAME} characters.")
    return name


def store_path(chosen: Path | None) -> Path:
    """Return where the store lies."""
    named = os.environ.get("ADVISORY_STORE")
    return chosen or (Path(named) if named else files.data_folder() / "store.db")


def own_folder(chosen: Path | None, variable: str) -> Path | None:
    """Return the user's own folder of rules or templates, if one was named.

    Raises:
        UserError: If it is not a folder.
    """
    named = os.environ.get(variable)
    folder = chosen or (Path(named) if named else None)
    if folder is not None and not folder.is_dir():
        raise UserError(
            f"{folder} is not a folder; it was named by {variable} or its option. "
            f"Make it, or leave it out: the shipped ones hold without it."
        )
    return folder


def note(message: str) -> None:
    """Print a line for the person at the terminal, never among the data."""
    print(plain(message), file=sys.stderr)

"""`advisory gazetteer find`: what a name may mean, and why one of them wins."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show_json, show_lines
from advisory.gazetteer.explain import Choice, Meaning

MOST = 20

gazetteer = typer.Typer(no_args_is_help=True, help="The names of places and what they mean.")


@gazetteer.callback()
def root() -> None:
    """Ask what the names of places mean."""


@gazetteer.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help='Gao, ML-7, "Gao, Mali".')],
    as_json: options.JsonOption = False,
    rules: options.RulesOption = None,
) -> None:
    """List what a name may mean, in the order in which it is given a meaning, and why one wins.

    Example: advisory gazetteer find Gao
    """
    found = desk(None, rules).gazetteer.meaning(name)
    if as_json:
        show_json({"choices": [asdict(one) for one in found.choices], "why": found.why})
    else:
        show_lines(_lines(found))


def _lines(found: Meaning) -> Iterator[str]:
    yield found.why
    yield from (_line(choice) for choice in found.choices[:MOST])
    if len(found.choices) > MOST:
        yield f"   and {len(found.choices) - MOST} more; --json has all"


def _line(choice: Choice) -> str:
    people = f", {choice.people:,} people" if choice.people else ""
    name = "" if choice.is_main_name else ", by another name"
    return f"{'->' if choice.wins else '  '} {choice.shown}: {choice.kind}{people}{name}"

"""`advisory gazetteer`: what a name may mean and why one wins; a user's own dumps of GeoNames."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk, progress_bar
from advisory.cli.output import show_json, show_lines
from advisory.gazetteer.explain import Choice, Meaning
from advisory.gazetteer.imported import Taken
from advisory.model.wording import counted

MOST = 20

gazetteer = typer.Typer(no_args_is_help=True, help="The names of places and what they mean.")


@gazetteer.callback()
def root() -> None:
    """Ask what the names of places mean, and add places of your own."""


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


@gazetteer.command(name="import")
def import_dumps(
    dumps: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="ML.txt, allCountries.txt: unzipped.")
    ],
) -> None:
    """Take in your own dumps of GeoNames: divisions, places, airfields, camps, islands.

    They are kept among your data, and the next command compiles them in. Rows that cannot be
    believed are refused with their line, and the rest goes in; the same file again changes nothing.
    Example: advisory gazetteer import ML.txt BF.txt
    """
    imported = desk(None).imported
    taken = []
    for dump in dumps:
        with progress_bar(dump.name) as progress:
            taken.append(imported.take_in(dump, progress))
        _tell(taken[-1])
    if any(one.refused for one in taken):
        sys.exit(options.PARTLY_DONE)


@gazetteer.command()
def imported(as_json: options.JsonOption = False) -> None:
    """List the dumps you took in, with the number of places that are there from each.

    Example: advisory gazetteer imported
    """
    files = desk(None).imported.files()
    if as_json:
        show_json([{"file": file, "places": places} for file, places in files])
        return
    if not files:
        options.note("Nothing is imported.")
    show_lines(f"{file}  {places:,}" for file, places in files)


@gazetteer.command()
def remove(
    file: Annotated[str, typer.Argument(help="The name of a dump, as it is listed.")],
) -> None:
    """Forget the places of a dump you took in.

    Example: advisory gazetteer remove ML.txt
    """
    gone = desk(None).imported.remove(file)
    options.note(f"{file}: {counted(gone, 'place')} removed.")


def _tell(taken: Taken) -> None:
    options.note(
        f"{taken.file}: {taken.kept:,} taken in, {taken.left_out:,} left out (streams, hills), "
        f"{counted(taken.refused, 'row')} refused."
    )
    for problem in taken.problems:
        options.note(f"refused {problem}")
    if taken.refused > len({problem.line for problem in taken.problems}):
        options.note("and more like these.")

"""`advisory extract` and `advisory places`: JSONL in, JSONL out, one line a document, in order."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show_json
from advisory.errors import RejectedReport, UserError
from advisory.extraction.output import to_json
from advisory.model.text import Report, Toponym
from advisory.model.time import known_at

PARTLY_DONE = 5

FileArgument = Annotated[
    str, typer.Argument(metavar="[FILE.jsonl|-]", help="A JSONL file, or - for standard input.")
]


def extract(file: FileArgument = "-", rules: options.RulesOption = None) -> None:
    """Read incidents and conditions out of texts: {id, text, published?, source?} a line.

    Example: advisory extract reports.jsonl > incidents.jsonl
    """
    reader = desk(None, rules).reader
    _each_line(file, lambda row: to_json(reader.read(_report(row), coverage=False)))


def places(file: FileArgument = "-", rules: options.RulesOption = None) -> None:
    """Find and resolve the place names in texts: {id, text} a line.

    A name that cannot be located has no point and is left out here; it stays visible in `extract`.
    Example: advisory places reports.jsonl > places.jsonl
    """
    gazetteer = desk(None, rules).gazetteer
    _each_line(
        file,
        lambda row: {
            "id": row["id"],
            "toponyms": [
                _toponym(one)
                for one in gazetteer.toponyms(row["text"])
                if one.place.latitude is not None
            ],
        },
    )


def _each_line(file: str, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    refused = False
    for number, line in enumerate(_lines(file), start=1):
        try:
            row = _row(line)
            show_json(answer(row), indent=None)
        except RejectedReport as error:
            refused = True
            options.note(f"{file}:{number}: {error}")
    if refused:
        sys.exit(PARTLY_DONE)


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        yield from _decoded(sys.stdin.buffer)
    elif Path(file).is_file():
        with Path(file).open("rb") as stream:
            yield from _decoded(stream)
    else:
        raise UserError(f"There is no file {file}.")


def _decoded(stream: Iterable[bytes]) -> Iterator[str]:
    return (line.decode("utf-8", "replace") for line in stream if line.strip())


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise RejectedReport("this line is not JSON") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise RejectedReport('a line needs the keys "id" and "text"')
    return row


def _report(row: dict[str, Any]) -> Report:
    published = row.get("published")
    try:
        if published is not None:
            known_at(published)
    except (ValueError, TypeError) as error:
        raise RejectedReport(f'"published": {error}') from None
    return Report(str(row["id"]), row["text"], source=row.get("source"), published=published)


def _toponym(toponym: Toponym) -> dict[str, Any]:
    place = toponym.place
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "name": place.name,
        "lat": place.latitude,
        "lon": place.longitude,
        "geonameid": place.geonameid,
        "country": place.country,
        "admin1": place.admin1,
    }

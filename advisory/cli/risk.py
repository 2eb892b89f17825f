"""`advisory risk`: the look-up.

For today and the coming weeks the answer lies ready in the snapshot, and nothing but the standard
library is imported to read it. Another day, a radius or other rules go down the road again.
"""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.output import show, show_body
from advisory.errors import UnknownName, UserError
from advisory.model.marking import Tlp
from advisory.store.lookup import Answer, Lookup, generation, snapshot_path

INSUFFICIENT = 3


def risk(
    regions: Annotated[
        list[str], typer.Argument(metavar="REGION...", help="Names or codes: Kidal, ML-8, Mali.")
    ],
    within: Annotated[
        str | None, typer.Option("--within", help="A radius around each place, as in 50km.")
    ] = None,
    as_of: options.AsOfOption = None,
    tlp: options.TlpOption = None,
    as_json: options.JsonOption = False,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Print the risk level of regions, why, and what it means for travel.

    Example: advisory risk Kidal --as-of 2023-11-08
    """
    path, marking = options.store_path(store), options.clearance(tlp)
    ready = None
    if within is None and rules is None and len(as_of or "") in {0, len("2023-11-08")}:
        ready = _ready(path, regions, as_of, marking)
    answers = ready or _worked_out(path, regions, within, as_of, marking, rules)
    for number, answer in enumerate(answers):
        if as_json:
            show_body(answer.body)
        else:
            show(_block(number, answer))
    if any(json.loads(answer.body)["state"] != "current" for answer in answers):
        sys.exit(INSUFFICIENT)


def _block(number: int, answer: Answer) -> str:
    return ("\n" if number else "") + answer.screen.rstrip("\n")


def _ready(
    store: Path, names: list[str], as_of: str | None, marking: Tlp | None
) -> list[Answer] | None:
    """Return the answers that lie ready; None if one of them does not."""
    snapshot = _snapshot(store, marking)
    if snapshot is None:
        return None
    day = options.as_of_instant(as_of).date().isoformat()
    with Lookup.open(snapshot) as lookup:
        try:
            answers = [lookup.answer(lookup.region(name), day) for name in names]
        except UnknownName:
            return None  # Too small a place for the snapshot: the gazetteer knows it, or does not.
        if lookup.meta["generation"] != generation(store):
            options.note("advisory: the store has changed since; run advisory ingest again.")
    return None if None in answers else [answer for answer in answers if answer]


def _snapshot(store: Path, marking: Tlp | None) -> Path | None:
    """Return the strictest snapshot that this clearance may read."""
    allowed = [one for one in Tlp if marking is None or one <= marking]
    paths = [snapshot_path(store, str(one)) for one in reversed(allowed)]
    return next((path for path in paths if path.exists()), None)


def _worked_out(
    store: Path,
    names: list[str],
    within: str | None,
    as_of: str | None,
    marking: Tlp | None,
    rules: Path | None,
) -> tuple[Answer, ...]:
    from advisory.cli.desks import desk  # noqa: PLC0415 - the whole road, only when needed
    from advisory.pipeline.answers import look_up, look_up_around  # noqa: PLC0415

    at, instant = desk(store, rules, is_look_up=True), options.as_of_instant(as_of)
    found = [at.gazetteer.region(name) for name in names]
    if within is None:
        return look_up(at, found, instant, marking)
    return look_up_around(at, found, kilometres(within), instant, marking)


def kilometres(text: str) -> float:
    """Return a radius in km.

    Raises:
        UserError: If it is not a number of kilometres from 1 to 1000.

    >>> kilometres("50km")
    50.0
    """
    number = text.lower().removesuffix("km").strip()
    try:
        radius = float(number)
    except ValueError:
        radius = 0
    if not 1 <= radius <= 1000:  # noqa: PLR2004 - said in the message
        raise UserError(f'--within: "{text}" is no radius. Write 1km to 1000km.')
    return radius

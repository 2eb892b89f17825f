"""`advisory add`, `correct`, `merge`, `split`, `reject`, `undo`: a person mends what was read."""

from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.done import tell

IncidentArgument = Annotated[
    str, typer.Argument(metavar="INCIDENT", help="An id, or its beginning.")
]


def correct(
    incident: IncidentArgument,
    values: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...",
            help="place=Gao date=2023-11-07 killed=12+ injured=unknown type=airstrike",
        ),
    ],
    by: options.ByOption,
    because: options.BecauseOption,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Set what was read wrongly; the old value stays in the ledger.

    Example: advisory correct i3f2a place=Gao killed=12+ --by "Night desk" --because "Called them"
    """
    from advisory.pipeline import hands  # noqa: PLC0415
    from advisory.pipeline import values as written  # noqa: PLC0415

    at, act = desk(store, rules), options.act(by, because)
    tell(at, hands.correct(at, incident, written.values(at, values), act))


def merge(
    incidents: Annotated[
        list[str], typer.Argument(metavar="INCIDENT INCIDENT...", help="Ids, or their beginnings.")
    ],
    by: options.ByOption,
    because: options.BecauseOption,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Make incidents one that were taken for several.

    Example: advisory merge i3f2a i81d5 --by "Night desk" --because "Two words for one strike"
    """
    from advisory.pipeline import hands  # noqa: PLC0415

    at, act = desk(store, rules), options.act(by, because)
    tell(at, hands.merge(at, incidents, act))


def split(
    incident: IncidentArgument,
    report: Annotated[str, typer.Option("--report", help="The report that tells of another.")],
    by: options.ByOption,
    because: options.BecauseOption,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Take what one report tells out of an incident.

    Example: advisory split i3f2a --report r8c1d --by "Night desk" --because "Another village"
    """
    from advisory.pipeline import hands  # noqa: PLC0415

    at, act = desk(store, rules), options.act(by, because)
    tell(at, hands.split(at, incident, report, act))


def reject(
    incident: IncidentArgument,
    by: options.ByOption,
    because: options.BecauseOption,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Say that what was read is no incident: a film, a drill, history.

    Example: advisory reject i3f2a --by "Night desk" --because "It was a drill"
    """
    from advisory.pipeline import hands  # noqa: PLC0415

    at, act = desk(store, rules), options.act(by, because)
    tell(at, hands.reject(at, incident, act))


def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="An id, or its beginning.")],
    by: options.ByOption,
    because: options.BecauseOption,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Take a decision back; it stays on record, and an undo can be undone.

    Example: advisory undo d90ab --by "Night desk" --because "Wrong incident"
    """
    from advisory.pipeline import hands  # noqa: PLC0415

    at, act = desk(store, rules), options.act(by, because)
    tell(at, hands.undo(at, decision, act))


def add(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What was told, in full sentences.")],
    by: options.ByOption,
    because: Annotated[
        str, typer.Option("--because", help="How it came: who called, how well they can know.")
    ] = "told to the desk",
    kind: Annotated[str | None, typer.Option("--type", help="What it was.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where.")] = None,
    date: Annotated[str | None, typer.Option("--date", help="When: 2023-11-07.")] = None,
    killed: Annotated[str | None, typer.Option("--killed", help='12, 12+, "up to 12".')] = None,
    injured: Annotated[str | None, typer.Option("--injured", help="As --killed.")] = None,
    abducted: Annotated[str | None, typer.Option("--abducted", help="As --killed.")] = None,
    told_at: Annotated[
        str | None, typer.Option("--at", help="When it was told, if not now; a day or a time.")
    ] = None,
    tlp: Annotated[
        str, typer.Option("--tlp", help="How far it may travel: CLEAR, GREEN, AMBER ...")
    ] = "AMBER+STRICT",
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Take a phone call down: a report of the desk, read like every other.

    Example: advisory add "Gunmen killed two at the Ansongo bridge today." --by "Night desk"
    """
    from advisory.pipeline import calls  # noqa: PLC0415
    from advisory.pipeline import values as written  # noqa: PLC0415

    named = {"type": kind, "place": place, "date": date}
    tolls = {"killed": killed, "injured": injured, "abducted": abducted}
    words = [f"{name}={said}" for name, said in (named | tolls).items() if said is not None]
    at, act = desk(store, rules), options.act(by, because)
    given = written.values(at, words) if words else {}
    tell(at, calls.add(at, calls.Call(text, told_at, tlp, given), act))
    options.note(f"Marked {options.clearance(tlp)}; --tlp says how far it may travel.")

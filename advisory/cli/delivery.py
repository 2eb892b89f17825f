"""`advisory send`: released editions to their readers, each once."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show
from advisory.delivery.addresses import mail_address
from advisory.delivery.routing import Reason, Route
from advisory.delivery.smtp import SUBMISSION_PORT, Server, post
from advisory.errors import UserError
from advisory.model.delivery import Delivery, Outcome
from advisory.model.wording import counted
from advisory.pipeline import delivery, routing
from advisory.pipeline.desk import Desk

PASSWORD = "ADVISORY_SMTP_PASSWORD"  # noqa: S105 - the name of a variable

_WIDTH = 21


EditionsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[EDITION...]", help="Ids; none: all that were released this week."),
]
SendOption = Annotated[
    bool, typer.Option("--send", help="Send. Without it you see what would be sent.")
]
FromOption = Annotated[
    str | None, typer.Option("--from", envvar="ADVISORY_FROM", help="The sender's address.")
]
AgainOption = Annotated[
    list[str] | None,
    typer.Option("--again", metavar="ADDRESS", help="Send bounced or doubtful mail again."),
]
HostOption = Annotated[
    str, typer.Option("--host", envvar="ADVISORY_SMTP_HOST", help="The mail server.")
]
PortOption = Annotated[
    int,
    typer.Option("--port", envvar="ADVISORY_SMTP_PORT", help="465: TLS at once, else STARTTLS."),
]
UserOption = Annotated[
    str | None, typer.Option("--user", envvar="ADVISORY_SMTP_USER", help="Who logs in.")
]
PlaintextOption = Annotated[bool, typer.Option("--plaintext", help="No TLS; only to this machine.")]
TimeoutOption = Annotated[
    float, typer.Option("--timeout", min=0.1, help="Seconds to wait for each answer.")
]


def send(
    editions: EditionsArgument = None,
    really: SendOption = False,
    sender: FromOption = None,
    again: AgainOption = None,
    host: HostOption = "localhost",
    port: PortOption = SUBMISSION_PORT,
    user: UserOption = None,
    plaintext: PlaintextOption = False,
    timeout: TimeoutOption = 60.0,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
    templates: options.TemplatesOption = None,
) -> None:
    """Send released editions to their subscribers, each once; a dry run unless --send.

    The password is read from ADVISORY_SMTP_PASSWORD and nowhere else.
    Example: advisory send --from desk@desk.example --host mail.desk.example --send
    """
    at, names = desk(store, rules, templates), editions or []
    if again and not (really and names):
        raise UserError("--again is a decision: name the EDITION it is about, and --send.")
    if not really:
        with at.open_store() as opened:
            _show(routing.plan(at, opened, options.now(), names), named=bool(names))
        return
    server = Server(host, port, user, os.environ.get(PASSWORD), plaintext, timeout)
    carrier = _carrier(sender, server)
    if _send(at, names, again or [], carrier).keys() - {Outcome.SENT}:
        sys.exit(options.PARTLY_DONE)


def _carrier(sender: str | None, server: Server) -> delivery.Carrier:
    if sender is None:
        raise UserError("Say who sends: --from desk@desk.example, or set ADVISORY_FROM.")
    try:
        address = mail_address(sender)
    except ValueError as error:
        raise UserError(f"--from: {error}.") from None
    return delivery.Carrier(address, partial(post, server, address), options.now)


def _send(
    at: Desk, names: Sequence[str], again: Sequence[str], carrier: delivery.Carrier
) -> Counter[Outcome]:
    """Send what is due, saying what becomes of each message; return how many ended how."""
    tally = Counter[Outcome]()
    with delivery.sending(at, carrier.clock) as store:
        planned = routing.plan(at, store, carrier.clock(), names)
        if again:
            delivery.let_send_again(store, planned, again, carrier.clock())
            planned = routing.plan(at, store, carrier.clock(), names)
        for done in delivery.send(at, store, planned, carrier):
            tally[done.outcome] += 1
            show(_line(done))
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(tally.items()))
    options.note(f"{told}." if told else "Nothing was due.")
    _explain_stuck(planned, tally)
    return tally


def _line(done: Delivery) -> str:
    why = f"\n{'':{_WIDTH}}  {done.reason}" if done.outcome is not Outcome.SENT else ""
    edition, _, _ = done.key.edition.partition(" ")
    return f"{done.outcome:{_WIDTH}}  {done.key.recipient}  {edition}{why}"


def _show(planned: Iterable[Route], *, named: bool) -> None:
    """Print who would get what and why, edition by edition."""
    shown = [r for r in planned if named or r.reason is not Reason.SUPERSEDED]
    for issue, routes in groupby(shown, key=lambda route: route.issue):
        show(f"{issue.record.id}  {issue.record.tlp}, {issue.record.progress}")
        for route in () if issue.waits else routes:
            show(f"  {route.reason:{_WIDTH}}  {route.subscriber.address}")
    if not shown:
        options.note("Nothing to send: nothing was released of late, or nobody subscribes.")
        return
    due = sum(route.reason.sends for route in shown)
    options.note(f"Dry run: {counted(due, 'mail')} would go out. To send: --send")
    _explain_stuck(shown, Counter())


def _explain_stuck(planned: Iterable[Route], tally: Counter[Outcome]) -> None:
    """Say what a person has to do where a message is in doubt."""
    doubtful = any(r.reason is Reason.IN_DOUBT for r in planned) or tally[Outcome.AMBIGUOUS]
    if doubtful:
        options.note(
            "In doubt: it may have arrived. Ask the reader; if it did not:\n"
            "  advisory send EDITION --again ADDRESS --send"
        )
    if tally[Outcome.DEFERRED]:
        options.note(
            "Deferred: it did not leave. The same command tries again; look first at --host,\n"
            "  --port (465: TLS at once) and --user, or --plaintext on this machine."
        )

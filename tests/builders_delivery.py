"""A desk with editions and subscribers, and mail servers that behave and misbehave."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from itertools import islice
from pathlib import Path

import trustme
from aiosmtpd.controller import Controller

from advisory.delivery.routing import Issue, Reader, Route
from advisory.delivery.smtp import Server, post
from advisory.delivery.subscribers import write_subscribers
from advisory.errors import UnknownName
from advisory.model.advice import Advisory, Profile, Progress
from advisory.model.assessment import Region, RegionKind
from advisory.model.delivery import Delivery, Subscriber
from advisory.model.marking import Tlp
from advisory.pipeline import delivery, routing
from advisory.pipeline.desk import Desk
from advisory.pipeline.releases import ReleaseBody, SignatureBody
from advisory.store.store import Store
from tests.builders_rendering import alert
from tests.builders_seeds import desk_with
from tests.builders_shipped import rulebook

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SENDER = "desk@desk.example"
MALI, KIDAL, BAMAKO = (("ML",),), (("ML", "ML-8"),), (("ML", "ML-BKO"),)
PATHS = {path[-1]: (path,) for (path,) in (MALI, KIDAL, BAMAKO)}


def subscriber(address="a@reader.example", regions=("ML-8",), **fields) -> Subscriber:
    return Subscriber(address, tuple(regions), **{"tlp": Tlp.GREEN, **fields})


def reader(*args, **fields) -> Reader:
    one = subscriber(*args, **fields)
    return Reader(one, tuple(path for name in one.regions for path in PATHS[name]))


def edition(number=1, **fields) -> Advisory:
    """An alert on Kidal for an NGO; its marking is GREEN."""
    series = fields.pop("series", "alert-1")
    fields = {"profile": Profile.NGO, **fields}
    return alert(id=f"{series}-{number}", series=series, edition=number, **fields)


def released(advisory: Advisory) -> Advisory:
    return replace(advisory, progress=Progress.RELEASED, signatures=("desk one", "desk two"))


def issue(advisory: Advisory | None = None, clearance=Tlp.RED, paths=KIDAL) -> Issue:
    return Issue((advisory or released(edition()),), clearance, paths)


def kept(store: Store, *variants: Advisory, clearance=Tlp.RED, released_at=NOW) -> None:
    """Keep an edition and release it; without an instant it stays a draft."""
    made = store.advisories.add(variants, clearance, "author")
    if released_at:
        record, marked = made.record, str(clearance)
        body = ReleaseBody(
            edition=made.id,
            clearance=marked,
            tlp=str(record.tlp),
            content=made.hash,
            series=record.series,
            number=record.edition,
            as_of=record.as_of,
            by=("one", "two"),
            levels={part.region.id: part.box.level for part in record.parts},
        )
        for name in body.by:
            signature = SignatureBody(made.id, marked, made.hash)
            store.audit.append(released_at, name, "signed", signature)
        store.audit.append(released_at, "two", "released", body)


class ThreeRegions:
    """A gazetteer of Mali, Kidal and Bamako."""

    def by_id(self, name: str) -> Region:
        if name not in PATHS:
            raise UnknownName("region", name, list(PATHS))
        return Region(name, name, RegionKind.ADMIN1, path=PATHS[name][0])

    region = by_id


def a_desk(folder: Path, *readers: Subscriber, editions=None, **fields) -> Desk:
    """A desk with released editions in its store, and subscribers beside it."""
    desk = desk_with(ThreeRegions(), folder / "store.db")
    desk.__dict__["rulebook"] = rulebook()
    with desk.open_store(create=True) as store:
        for each in editions or [edition()]:
            kept(store, each, **fields)
    write_subscribers(routing.subscribers_path(desk), readers)
    return desk


def three(**fields) -> tuple[Subscriber, ...]:
    return tuple(subscriber(f"{name}@reader.example", **fields) for name in "abc")


def planned(desk: Desk, *names: str) -> list[Route]:
    with desk.open_store() as store:
        return list(routing.plan(desk, store, NOW, names))


def sent_from(desk: Desk, hand, *names: str, stop_after: int | None = None) -> list[Delivery]:
    """Walk the whole road of `advisory send --send`, or stop between two mails."""
    carrier = delivery.Carrier(SENDER, hand, lambda: NOW)
    with delivery.sending(desk, carrier.clock) as store:
        plan = routing.plan(desk, store, NOW, names)
        return list(islice(delivery.send(desk, store, plan, carrier), stop_after))


def outcomes(done: list[Delivery]) -> dict[str, str]:
    return {each.key.recipient: each.outcome.value for each in done}


@dataclass
class Inbox:
    """What a mail server took: each message with the one envelope it came in."""

    taken: list[tuple[list[str], bytes]] = field(default_factory=list)
    port: int = 0

    @property
    def readers(self) -> list[str]:
        return sorted(to for envelope, _ in self.taken for to in envelope)

    @property
    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(content, policy=SMTP) for _, content in self.taken]

    def hand(self, **fields):
        """The hand that posts to this server, in the clear on loopback."""
        options = {"plaintext": True, "timeout_seconds": 5.0, **fields}
        return partial(post, Server("127.0.0.1", self.port, **options), SENDER)


@dataclass
class _Taking:
    """Takes everything. Not the inbox itself: the server looks up each attribute of its handler."""

    inbox: Inbox

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        self.inbox.taken.append((list(envelope.rcpt_tos), envelope.content))
        return "250 taken"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def mail_server(**options) -> Iterator[Inbox]:
    """A mail server that takes everything."""
    inbox = Inbox(port=free_port())
    controller = Controller(_Taking(inbox), hostname="127.0.0.1", port=inbox.port, **options)
    controller.start()
    try:
        yield inbox
    finally:
        controller.stop()


@contextmanager
def scripted_server(answers: dict[str, str | None]) -> Iterator[tuple[int, list[str]]]:
    """A server that answers each command by its script; None drops the line there.

    Keys are `connect`, `EHLO`, `MAIL`, `RCPT`, `DATA` and `dot`. Gives the port and what it heard.
    """
    script = {
        "connect": "220 ready",
        "EHLO": "250 ok",
        "MAIL": "250 ok",
        "RCPT": "250 ok",
        "DATA": "354 go on",
        "dot": "250 taken",
        **answers,
    }
    script["HELO"] = script["EHLO"]
    heard: list[str] = []
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=_serve, args=(listener, script, heard), daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def _serve(listener: socket.socket, script: dict[str, str | None], heard: list[str]) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with suppress(OSError), connection, connection.makefile("rwb") as line:
            _converse(line, script, heard)  # a client may hang up at any moment


def _converse(line, script: dict[str, str | None], heard: list[str]) -> None:
    step = "connect"
    while True:
        if (answer := script.get(step, "221 bye")) is None:
            return
        line.write(f"{answer}\r\n".encode())
        line.flush()
        if step == "DATA" and answer.startswith("354"):
            heard.append(_message(line))
            step = "dot"
            continue
        command = line.readline().decode()
        if not command:
            return
        heard.append(command.strip().lower())
        step = command.split()[0].upper()


def _message(line) -> str:
    rows: list[bytes] = []
    while (row := line.readline()) not in {b".\r\n", b""}:
        rows.append(row)
    return b"".join(rows).decode()


AUTHORITY = trustme.CA()
"""Signs the certificates of these tests; made anew in each run."""


def certificate(host: str = "localhost", *, not_after: datetime | None = None) -> trustme.LeafCert:
    """A certificate for a host, valid for long unless an end is given."""
    return AUTHORITY.issue_cert(host, not_after=not_after)


def speaks_tls(shown: trustme.LeafCert) -> ssl.SSLContext:
    """What a server that shows this certificate speaks with."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    shown.configure_cert(context)
    return context


def ledger(desk: Desk) -> dict[str, str]:
    with Store.open(desk.store_path, create=False) as store:
        return {key.recipient: outcome.value for key, outcome in store.outbox.ledger().items()}

"""A desk with editions and subscribers, and mail servers that behave and misbehave."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from pathlib import Path

from aiosmtpd.controller import Controller

from advisory.delivery.routing import Issue, Reader
from advisory.delivery.smtp import Server, post
from advisory.delivery.subscribers import write_subscribers
from advisory.model.advice import Advisory, Progress
from advisory.model.delivery import Delivery, Subscriber
from advisory.model.marking import Tlp
from advisory.pipeline import delivery
from advisory.pipeline.desk import Desk
from advisory.store.products import KeptAdvisory
from advisory.store.store import Store
from tests.builders_rendering import alert
from tests.builders_seeds import desk_with

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
    """An alert on Kidal; its marking is GREEN."""
    series = fields.pop("series", "alert-1")
    return alert(id=f"{series}-{number}", series=series, edition=number, **fields)


def released(advisory: Advisory) -> Advisory:
    return replace(advisory, progress=Progress.RELEASED, signatures=("desk one", "desk two"))


def issue(advisory: Advisory | None = None, clearance=Tlp.RED, paths=KIDAL) -> Issue:
    return Issue((advisory or released(edition()),), clearance, paths)


def all_signed(kept: KeptAdvisory) -> tuple[Advisory, ...]:
    return (released(kept.advisory),)


def a_desk(gazetteer: object, folder: Path, *readers: Subscriber, editions=(edition(),)) -> Desk:
    """A desk with editions in its store, and subscribers beside it."""
    desk = desk_with(gazetteer, folder / "store.db")
    with desk.open_store(create=True) as store:
        for each in editions:
            store.advisories.add(each, Tlp.RED, "hash")
    write_subscribers(delivery.subscribers_path(desk), readers)
    return desk


def three(**fields) -> tuple[Subscriber, ...]:
    return tuple(subscriber(f"{name}@reader.example", **fields) for name in "abc")


def sent_from(desk: Desk, hand, names=(), as_signed=all_signed) -> list[Delivery]:
    """Walk the whole road of `advisory send --send`."""
    carrier = delivery.Carrier(SENDER, hand, lambda: NOW)
    with delivery.sending(desk, carrier.clock) as store:
        planned = delivery.plan(desk, store, as_signed, names)
        return list(delivery.send(desk, store, planned, carrier))


def outcomes(done: list[Delivery]) -> dict[str, str]:
    return {each.key.recipient: each.outcome.value for each in done}


@dataclass
class Inbox:
    """What a mail server took: each message with the one envelope it came in."""

    taken: list[tuple[list[str], bytes]] = field(default_factory=list)
    port: int = 0

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        self.taken.append((list(envelope.rcpt_tos), envelope.content))
        return "250 taken"

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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def mail_server(**options) -> Iterator[Inbox]:
    """A mail server that takes everything."""
    inbox = Inbox(port=free_port())
    controller = Controller(inbox, hostname="127.0.0.1", port=inbox.port, **options)
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
        with connection, connection.makefile("rwb") as line:
            _converse(line, script, heard)


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
        heard.append(command.strip())
        step = command.split()[0].upper()


def _message(line) -> str:
    rows: list[bytes] = []
    while (row := line.readline()) not in {b".\r\n", b""}:
        rows.append(row)
    return b"".join(rows).decode()


@dataclass(frozen=True)
class Certificate:
    """A certificate that no authority has signed, for this machine."""

    path: Path
    key: Path

    @property
    def context(self) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.path, self.key)
        return context


def self_signed(folder: Path) -> Certificate:
    path, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(path)),
        ],
        check=True,
        capture_output=True,
    )
    return Certificate(path, key)


def ledger(desk: Desk) -> dict[str, str]:
    with Store.open(desk.store_path, create=False) as store:
        return {key.recipient: outcome.value for key, outcome in store.outbox.ledger().items()}

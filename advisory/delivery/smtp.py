"""One message to one reader over SMTP, and the truth of what became of it.

The connection is encrypted and the server proves its name before anything is said, or nothing is
said; in the clear only to this very machine, and only when asked for. Each message has a
transaction, and a connection, of its own, so that a fault hits one reader and no message names
another. What the server answers decides: 2xx sent, 4xx deferred, 5xx bounced. If the line breaks
after the message was handed over and before the answer, the message may or may not have arrived
(RFC 1047): that is `ambiguous`, and nobody here tries again.
"""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from ipaddress import ip_address

from advisory.errors import UserError
from advisory.model.delivery import Outcome

SUBMISSION_PORT = 587
IMPLICIT_TLS_PORT = 465
"""RFC 8314: TLS from the first byte; every other port begins with STARTTLS."""

_GO_AHEAD = 354
_CLASSES = {2: Outcome.SENT, 4: Outcome.DEFERRED, 5: Outcome.BOUNCED}
_LONGEST_ANSWER = 200


@dataclass(frozen=True)
class Server:
    """Where mail is handed in.

    Raises:
        UserError: If it cannot be meant: a password in the clear, a user without a password.
    """

    host: str
    port: int = SUBMISSION_PORT
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    plaintext: bool = False
    timeout_seconds: float = 60.0

    def __post_init__(self) -> None:
        if self.plaintext and not _is_loopback(self.host):
            raise UserError(
                f"--plaintext is for this machine alone, not for {self.host}: anybody on the way "
                "could read the mail. Leave it out."
            )
        if self.user and not self.password:
            raise UserError(
                f"The user {self.user} needs a password. Set it in ADVISORY_SMTP_PASSWORD."
            )

    @cached_property
    def trust(self) -> ssl.SSLContext:
        """Whom to believe: the authorities that this machine knows, read once."""
        return ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one message, and why.

    `reached` says whether it got as far as naming the reader: if not, the fault is the server's or
    ours, and the next message will meet it too.
    """

    outcome: Outcome
    reason: str = ""
    reached: bool = True


def post(server: Server, sender: str, recipient: str, message: bytes) -> Verdict:
    """Hand one message to the server for one reader; return what became of it.

    Every fault of the line or the server is a verdict, never an exception.
    """
    try:
        line = _connected(server, sender.rpartition("@")[2])
    except OSError as error:  # what ssl and smtplib raise are kinds of it
        return Verdict(Outcome.DEFERRED, f"{server.host}: {_said(error)}", reached=False)
    try:
        return _hand_over(line, sender, recipient, message)
    finally:
        # The verdict is known; waiting for a last word would only widen the time in which a crash
        # leaves it unrecorded.
        with suppress(OSError):
            line.putcmd("quit")
        line.close()


def _connected(server: Server, own_name: str) -> smtplib.SMTP:
    """Return a line on which it is safe to speak.

    Raises:
        OSError: If there is no server, it does not prove its name, or it does not let us in.
    """
    where, wait = (server.host, server.port, own_name), server.timeout_seconds
    if server.port == IMPLICIT_TLS_PORT and not server.plaintext:
        line: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=wait, context=server.trust)
        return _entered(line, server, begun=True)
    return _entered(smtplib.SMTP(*where, timeout=wait), server, begun=server.plaintext)


def _entered(line: smtplib.SMTP, server: Server, *, begun: bool) -> smtplib.SMTP:
    """Encrypt the line where that is not begun yet, log in where there is a user."""
    try:
        if not begun:
            line.starttls(context=server.trust)  # raises where the server, or a thief, offers none
        line.ehlo_or_helo_if_needed()
        if server.user and server.password:
            line.login(server.user, server.password)
    except BaseException:
        line.close()
        raise
    return line


def _hand_over(line: smtplib.SMTP, sender: str, recipient: str, message: bytes) -> Verdict:
    try:
        code, answer = line.mail(sender)
        if code // 100 != 2:  # noqa: PLR2004 - the first digit of an SMTP code
            return Verdict(Outcome.DEFERRED, _told(code, answer), reached=False)
        code, answer = line.rcpt(recipient)
        if code // 100 == 2:  # noqa: PLR2004 - as above
            code, answer = line.docmd("DATA")
        if code != _GO_AHEAD:
            outcome = Outcome.BOUNCED if code // 100 == 5 else Outcome.DEFERRED  # noqa: PLR2004
            return Verdict(outcome, _told(code, answer))
    except OSError as error:
        return Verdict(Outcome.DEFERRED, f"before the message was handed over: {_said(error)}")
    return _handed_over(line, message)


def _handed_over(line: smtplib.SMTP, message: bytes) -> Verdict:
    try:
        line.send(_stuffed(message))
        code, answer = line.getreply()
    except OSError as error:
        return Verdict(Outcome.AMBIGUOUS, f"no answer after the message: {_said(error)}")
    return Verdict(_CLASSES.get(code // 100, Outcome.AMBIGUOUS), _told(code, answer))


def _stuffed(message: bytes) -> bytes:
    r"""Return a message as it goes over the line: whole line ends, and no dot that ends it early.

    >>> _stuffed(b"a\n.\r\nRCPT TO:<x@y.example>")
    b'a\r\n..\r\nRCPT TO:<x@y.example>\r\n.\r\n'
    """
    lines = (b"." + line if line.startswith(b".") else line for line in message.splitlines())
    return b"\r\n".join([*lines, b".", b""])


def _told(code: int, answer: bytes) -> str:
    return _printable(f"{code} {answer.decode('ascii', 'replace')}")


def _said(error: OSError) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return _told(error.smtp_code, said if isinstance(said, bytes) else said.encode())
    return _printable(str(error) or type(error).__name__)


def _printable(text: str) -> str:
    """Return what a server says so that it cannot move a terminal's cursor."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(shown.split())[:_LONGEST_ANSWER]


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False

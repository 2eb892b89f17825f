"""A letter becomes an e-mail: text and HTML in one message, built so that nothing can forge it.

A title can carry line ends and encoded words that some versions of Python turn into real header
lines (CVE-2024-6923). So each value that goes into a header is defused first; then the finished
bytes are read again, and unless their headers are exactly those that were meant, no message is
returned. Boundaries and Message-ID are hashes, the date is the as-of: the same edition for the same
recipient is the same message, which a mail reader shows once. Transport is not here.
"""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from advisory.errors import RenderingFailed
from advisory.model.advice import Advisory
from advisory.model.delivery import Document
from advisory.model.identity import digest
from advisory.rendering.letter import Letter, letter
from advisory.rulebook.book import LevelEntry

LONGEST_HEADER = 200

NOBODY = "advisory@localhost.invalid"
"""The sender of a draft that is written to disk and never sent."""

_STEERS = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})


def message(
    letter: Letter, sender: str, recipient: str | None, attachments: Sequence[Document] = ()
) -> bytes:
    """Return a letter as the bytes of a message to one recipient.

    Args:
        letter: What it says.
        sender: A bare address.
        recipient: A bare address; None for a draft that is only written to disk.
        attachments: Documents to go with it.

    Raises:
        RenderingFailed: If an address is none, or the finished bytes have other headers than meant.
    """
    mail = EmailMessage(policy=SMTP)
    headers = _headers(letter, _address(sender), _address(recipient) if recipient else None)
    for name, value in headers.items():
        mail[name] = value
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    for document in attachments:
        kind, _, subtype = document.media_type.partition("/")
        mail.add_attachment(
            document.content, maintype=kind, subtype=subtype, filename=document.name
        )
    _set_boundaries(mail, message_id(letter, sender, recipient))
    return _checked(mail.as_bytes(), headers, recipient)


def message_id(letter: Letter, sender: str, recipient: str | None) -> str:
    """Return the id of a message: the same edition to the same recipient has the same id.

    >>> day = datetime(2023, 11, 8, tzinfo=UTC)
    >>> note = Letter("s", "t", "h", "edition-1", "series", day)
    >>> message_id(note, "desk@a.org", "x@b.org") == message_id(note, "desk@a.org", "X@b.org")
    True
    """
    key = digest(letter.edition, (recipient or "").casefold())[:32]
    return f"<{key}@{_address(sender).domain}>"


def defused(text: str) -> str:
    r"""Return a header value that cannot end its line, start another, or decode into one.

    >>> defused("Kabul\r\nBcc: x =?utf-8?B?DQo=?=")
    'Kabul Bcc: x = ?utf-8?B?DQo= ?='
    """
    kept = "".join(" " if unicodedata.category(c) in _STEERS else c for c in text)
    return " ".join(kept.replace("=?", "= ?").split())[:LONGEST_HEADER]


def self_test() -> None:
    """Try the forgeries that are known on this very interpreter.

    Raises:
        RenderingFailed: If one of them gets through; then nothing may be sent.
    """
    day = datetime(2023, 11, 8, tzinfo=UTC)
    for title in (
        "Kabul =?utf-8?B?DQpCY2M6IGV2aWxAZXZpbC5leGFtcGxl?=",
        "Kabul\r\nBcc: evil@evil.example",
        "Kabul =?utf-8?Q?=0D=0ABcc=3A_evil=40evil.example?=",
    ):
        message(Letter(title, "t", "h", title, "s", day), NOBODY, "reader@reader.example")


def draft(
    advisory: Advisory, folders: Sequence[Path], *, levels: Sequence[LevelEntry] = ()
) -> bytes:
    """Return an advisory as a message to nobody, to be opened and looked at."""
    return message(letter(advisory, folders, levels=levels), NOBODY, None)


def _headers(letter: Letter, sender: Address, recipient: Address | None) -> dict[str, str]:
    first = digest(letter.series, str(recipient).casefold())[:32]
    to = {"To": str(recipient)} if recipient else {"X-Unsent": "1"}
    return {
        "From": str(sender),
        **to,
        "Subject": defused(letter.subject),
        "Date": format_datetime(letter.written_at.astimezone(UTC)),
        "Message-ID": message_id(letter, str(sender), str(recipient) if recipient else None),
        "References": f"<{first}@{sender.domain}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }


def _address(text: str) -> Address:
    if not text.isascii() or defused(text) != text or text.count("@") != 1:
        raise RenderingFailed(f'"{defused(text)}" is not a mail address: write name@host')
    try:
        return Address(addr_spec=text)
    except (ValueError, IndexError) as error:
        raise RenderingFailed(f'"{defused(text)}" is not a mail address: {error}') from None


def _set_boundaries(mail: EmailMessage, identity: str) -> None:
    """Give each multipart a boundary of its own that is the same every time."""
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{digest(identity, number)[:40]}")


def _checked(content: bytes, meant: dict[str, str], recipient: str | None) -> bytes:
    """Return the bytes if a reader finds in them the headers that were meant, and no other."""
    found = message_from_bytes(content, policy=SMTP)
    own = {"MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
    names = [name for name in found if name not in own]
    to = [address.addr_spec for address in found["To"].addresses] if recipient else []
    if sorted(names) != sorted(meant) or to != ([recipient] if recipient else []):
        raise RenderingFailed(
            f"the message would have the headers {', '.join(sorted(names))}: it was not made"
        )
    return content

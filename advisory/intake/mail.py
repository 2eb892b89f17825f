"""One saved mail: the subject is the title, the plain text part the text, headed by the subject.

Who wrote a mail is only what it says of itself, so a mail is believed to come from a source only
where its domain is one of that source's hosts, and its marking is never widened by it: unmarked
mail is AMBER+STRICT. A marking stands in the subject or the first line ("TLP:GREEN"); of two the
stricter counts. A mail that hands on another is dated by that one, never later than itself.
Attachments are not read.
"""

from collections.abc import Mapping
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from typing import cast

import re2  # type: ignore[import-untyped] # it has no stubs

from advisory.errors import RejectedReport
from advisory.intake.characters import decoded
from advisory.intake.dates import web_date
from advisory.intake.draft import Draft
from advisory.intake.heading import headed, without_prefixes
from advisory.intake.page import text_of_fragment
from advisory.intake.sources import of_host
from advisory.intake.thread import told
from advisory.model.marking import Tlp
from advisory.rulebook.book import SourceEntry

MAX_HEADER = 2_000
MAX_MULTIPARTS = 100

_MARKING = re2.compile(r"(?i)\bTLP[: ]\s?(RED|AMBER[+ ]STRICT|AMBER|GREEN|CLEAR|WHITE)\b")
_NAMES = {"WHITE": "CLEAR", "AMBER STRICT": "AMBER+STRICT"}  # TLP 1.0, and how people type it


_READ_HEADERS = {"subject", "from", "date", "message-id"}


class _CarefulPolicy(EmailPolicy):
    """The library's policy, which takes headers apart only within a bound.

    Its grammar needs time that grows with the square of a header, and worse, without one.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        is_read = name.casefold() in _READ_HEADERS or name.casefold().startswith("content-")
        if is_read and len(value) > MAX_HEADER:
            raise RejectedReport(
                f"Its header {name[:40]!a} is over {MAX_HEADER:,} characters. Shorten it."
            )
        return name, value


_CAREFUL = _CarefulPolicy()


def read_mail(content: bytes, sources: Mapping[str, SourceEntry]) -> Draft:
    """Return the draft of an .eml file.

    Raises:
        RejectedReport: If it has no text part, or one whose characters cannot be read.
    """
    if content.lower().count(b"multipart/") > MAX_MULTIPARTS:
        raise RejectedReport(
            f"The mail is nested over {MAX_MULTIPARTS} deep. Save its text as .txt."
        )
    message = cast("EmailMessage", BytesParser(policy=_CAREFUL).parsebytes(content))
    whole = _text(message)
    text, written = told(whole)
    sent = web_date(_header(message, "Date"))
    subject = _header(message, "Subject")
    domain = (_header(message, "From") or "").rpartition("@")[2].strip("> ")
    return Draft(
        text=headed(without_prefixes(subject or ""), text),
        id=(_header(message, "Message-ID") or "").strip("<> ") or None,
        title=subject,
        published=written if sent and written and written < sent[: len(written)] else sent,
        source=of_host(domain, sources),
        language=_header(message, "Content-Language"),
        tlp=_marking(f"{subject or ''}\n{whole.lstrip().partition(chr(10))[0]}").name,
    )


def _text(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise RejectedReport("The mail has no text part; attachments are not read.")
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise RejectedReport("The text part of the mail cannot be read.")
    text = decoded(content, part.get_content_charset())
    return text_of_fragment(text) if part.get_content_subtype() == "html" else text.strip("\n")


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return str(value) if value else None


def _marking(words: str) -> Tlp:
    found = [match[1].upper() for match in _MARKING.finditer(words)]
    markings = [Tlp.named(_NAMES.get(name, name)) for name in found]
    return max(markings, default=Tlp.AMBER_STRICT)

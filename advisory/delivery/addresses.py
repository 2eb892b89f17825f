"""One mail address, and nothing else.

A list of two addresses in the place of one sends a restricted product to a stranger, and a line end
in it forges a header. So an address is taken only as the plain `name@host` that every server
understands: ASCII, no quotes, no comments, no display name. Whether it exists is not known here.
"""

import re
from email.headerregistry import Address

LONGEST_ADDRESS = 254
LONGEST_NAME = 64
"""Octets; RFC 5321, section 4.5.3.1."""

_WORD = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_NAME = re.compile(rf"{_WORD}(\.{_WORD})*")
_HOST = re.compile(rf"localhost|{_LABEL}(\.{_LABEL})+")


def mail_address(text: str) -> str:
    r"""Return an address as it is kept: as written, with the host in lower case.

    Raises:
        ValueError: If it is anything but one plain address; the message says what is wrong.

    >>> mail_address("Desk@Reader.Example")
    'Desk@reader.example'
    >>> mail_address("a@b.example, c@d.example")
    Traceback (most recent call last):
    ValueError: 'a@b.example, c@d.example' is not one mail address: write name@host, in ASCII
    """
    name, _, host = text.partition("@")
    is_plain = _NAME.fullmatch(name) and _HOST.fullmatch(host.lower())
    if not is_plain or len(name) > LONGEST_NAME or len(text) > LONGEST_ADDRESS:
        raise ValueError(f"{_shown(text)} is not one mail address: write name@host{_hint(host)}")
    return Address(username=name, domain=host.lower()).addr_spec


def same_reader(address: str) -> str:
    """Return what two spellings of one address have in common: servers ignore its case.

    >>> same_reader("Desk@Reader.Example")
    'desk@reader.example'
    """
    return address.casefold()


def _shown(text: str) -> str:
    return ascii(text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME]}...")


def _hint(host: str) -> str:
    if host.isascii() or any(c.isspace() or c == "@" for c in host):
        return ", in ASCII"
    return ", with the host in its ASCII form (xn--...)"

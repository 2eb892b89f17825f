"""Values to canonical JSON and back: the one form in which anything is kept or hashed.

Canonical means: keys sorted, no blanks, UTF-8, enums by their value, times in RFC 3339. Equal
values give equal text on every machine, so a hash of the text is a hash of the value. Reading
checks every field against its declared type; what does not fit is damage, never guessed at.
"""

import hashlib
from datetime import UTC, datetime
from functools import lru_cache
from typing import TypeVar

import msgspec

from advisory.errors import BrokenStore

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder(order="sorted")


def encode(value: object) -> str:
    """Return the canonical JSON of a value of the model.

    >>> from advisory.model.marking import Tlp
    >>> from advisory.model.text import Report
    >>> encode(Report("r1", "Calm.", tlp=Tlp.AMBER))[:50]
    '{"id":"r1","language":null,"origin":null,"publishe'
    """
    return _ENCODER.encode(value).decode("utf-8")


def decode(text: str | bytes, shape: type[T]) -> T:
    """Return the value that was encoded.

    Raises:
        BrokenStore: If the text is not such a value.

    >>> from advisory.model.value import Span
    >>> decode(encode(Span(0, 2, "12")), Span)
    Span(start=0, end=2, text='12')
    """
    try:
        return msgspec.json.decode(text, type=shape)
    except msgspec.DecodeError as error:
        raise BrokenStore(
            f"The store holds a damaged {shape.__name__}: {error}. Restore a backup of the store, "
            "or ingest the reports again into a new one."
        ) from None


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text.

    >>> fingerprint("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@lru_cache(maxsize=65_536)
def stamp(instant: datetime) -> str:
    """Return an instant so that texts sort as the instants do.

    >>> stamp(datetime(2023, 11, 7, 18, 24, tzinfo=UTC))
    '2023-11-07T18:24:00.000000Z'
    """
    utc = instant.astimezone(UTC).isoformat(timespec="microseconds")
    return utc.replace("+00:00", "Z")

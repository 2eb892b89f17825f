"""What leaves the house, to whom, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from advisory.model.marking import Tlp


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered advisory: the bytes, their media type, and a name that is safe on any disk."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Who reads the products of which regions, up to which marking."""

    address: str
    regions: tuple[str, ...]
    tlp: Tlp = Tlp.CLEAR
    language: str = "en"
    profile: str = "ngo"


class Outcome(StrEnum):
    """What is known of one delivery; `ambiguous`: it may have arrived, a person must look."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DEFERRED = "deferred"
    BOUNCED = "bounced"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One edition of one product for one recipient: there is never a second of it."""

    product: str
    edition: str
    recipient: str
    message_id: str
    outcome: Outcome
    updated_at: datetime
    reason: str = ""

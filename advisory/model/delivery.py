"""What leaves the house, to whom, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from advisory.model.advice import Edition, Profile
from advisory.model.marking import Tlp


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered advisory: the bytes, their media type, and a name that is safe on any disk."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Who reads the products of which regions, up to which marking.

    `regions` are ids. `edition` is the one that is mailed: carry only where it was asked for. One
    that is `muted` stays on the list and gets nothing.
    """

    address: str
    regions: tuple[str, ...]
    tlp: Tlp = Tlp.CLEAR
    language: str = "en"
    profile: Profile = Profile.NGO
    edition: Edition = Edition.DESK
    attach_pdf: bool = False
    muted: bool = False


class Outcome(StrEnum):
    """What is known of one delivery; `ambiguous`: it may have arrived, a person must look."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DEFERRED = "deferred"
    BOUNCED = "bounced"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class DeliveryKey:
    """What there is never a second delivery of: one edition of one product for one recipient.

    `product` is the series; `edition` names the edition with its clearance, for the same number may
    stand for a fuller text at a higher one; `recipient` is an address in lower case.
    """

    product: str
    edition: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one delivery, and the message as it was, or will be, sent."""

    key: DeliveryKey
    message_id: str
    message: bytes
    outcome: Outcome
    updated_at: datetime
    reason: str = ""

"""What a person decided: append-only, dated, with a name and a reason (decision 4).

A decision about what was read hangs on a report and the quoted span, never on an incident id, so
that it can be found again after the reader has changed. A standing is a least published level; an
override a level for a time; both belong to a region.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from advisory.model.value import Span


class Verb(StrEnum):
    """What a hand can do."""

    ADD = "add"
    SET = "set"
    MUST_LINK = "must_link"
    CANNOT_LINK = "cannot_link"
    REJECT = "reject"
    STANDING = "standing"
    OVERRIDE = "override"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The mention a decision is about: a report and the words that triggered it."""

    report: str
    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of one person.

    An `add` says who took a report down by hand; its anchor is what it tells, where a person said
    of what type that is. `field` and `value` belong to `set` and `add`; `anchors` to all that is
    about a reading (for links the first is tied to, or kept from, each of the others);
    `region`, `level`, `valid_from` and `valid_until` to standing and override, where `valid_until`
    is the review date of a standing and the end of an override. `undoes` is the id of the decision
    that an `undo` takes back.
    """

    id: str
    verb: Verb
    by: str
    because: str
    recorded_at: datetime
    anchors: tuple[Anchor, ...] = ()
    field: str | None = None
    value: str | None = None
    region: str | None = None
    level: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    undoes: str | None = None

"""What is announced may be called off, lifted or put off: by whose word, and when it was known.

A **cancellation** is what one report says of it; with who tells it, it is a **calling-off**.
"""

from dataclasses import dataclass
from datetime import datetime

from advisory.model.marking import Reliability
from advisory.model.value import Claim, DateRange, Evidence, Place, Span


@dataclass(frozen=True, slots=True)
class Cancellation:
    """What one report says of something announced: that it is off, or on another day.

    `type` is None where a warning is called by nothing else: "the warning was lifted". `day` is the
    day that was planned, where the report tells it, and `moved_to` the new one; what is put off and
    gets no new day is off.
    """

    id: str
    report: str
    type: str | None
    trigger: Span
    place: Place | None = None
    day: DateRange | None = None
    moved_to: DateRange | None = None
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CallingOff:
    """One cancellation of an incident, with who tells it and when.

    `outweighs` is False where it only stands beside the announcement: a source graded E or F
    against a better one.
    """

    cancellation: Cancellation
    source: str | None
    owner: str
    reliability: Reliability
    known_at: datetime
    outweighs: bool = True

    @property
    def speaker(self) -> str | None:
        """Who is said to call it off, where the report says so."""
        return next((c.speaker for c in self.cancellation.claims if c.speaker), None)

    @property
    def by(self) -> str:
        """Whose word it is: of who is said to call it off, else of the source."""
        return self.speaker or self.source or "a source not named"

"""What is said to a reader: statements made of typed slots, measures, an advisory.

A **statement** is a sentence whose every number, date and name stands in a **slot** that says
where it comes from (decision 14). An advisory is any of the three products; templates choose its
order and emphasis, never its facts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from advisory.model.assessment import Region, Trend
from advisory.model.marking import Reliability, Tlp


class Provenance(StrEnum):
    """Where the words of a slot come from."""

    EVIDENCE = "evidence"
    GAZETTEER = "gazetteer"
    COMPUTED = "computed"
    RULEBOOK = "rulebook"
    CATALOGUE = "catalogue"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that were filled in; `ref` names what they come from.

    That is the id of a report, incident, region, rule, measure or house key; for a computed slot,
    what it was computed from.
    """

    text: str
    provenance: Provenance
    ref: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence: our own words and slots in turn; `reports` are cited behind it, in order.

    >>> s = Statement((Slot("12", Provenance.EVIDENCE, "r1"), " people were killed."), ("r1",))
    >>> str(s)
    '12 people were killed.'
    """

    parts: tuple[str | Slot, ...]
    reports: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def slots(self) -> Iterator[Slot]:
        """The filled-in parts alone."""
        return (part for part in self.parts if isinstance(part, Slot))


class Product(StrEnum):
    """The three advisories."""

    ALERT = "alert"
    BRIEFING = "briefing"
    BULLETIN = "bulletin"


class Grade(StrEnum):
    """How loud an alert is; not the level of its region."""

    INFORMATIONAL = "Informational"
    ADVISORY = "Advisory"
    WARNING = "Warning"
    CRITICAL = "Critical"


class Audience(StrEnum):
    """To whom a measure speaks."""

    TRAVELLER = "traveller"
    MANAGER = "manager"
    DIRECTOR = "director"


class Profile(StrEnum):
    """What kind of organisation or traveller is advised."""

    NGO = "ngo"
    CORPORATE = "corporate"
    MEDIA = "media"
    LOCAL_STAFF = "local_staff"
    FAMILY = "family"


class Edition(StrEnum):
    """For the desk, or for a pocket at a checkpoint (decision 15)."""

    DESK = "desk"
    CARRY = "carry"


class Progress(StrEnum):
    """How far a product has come; only a released one may be sent."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    RELEASED = "released"
    SUPERSEDED = "superseded"


class MovementSlot(StrEnum):
    """The two slots of movement advice (decision 13); None for every other measure."""

    RULE = "rule"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One measure, worded for one reader: coded, with owner, precondition and expiry."""

    measure: str
    audience: Audience
    owner: str
    statement: Statement
    expires: date | None = None
    because: str = ""
    slot: MovementSlot | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """One call of the outlook, with the test by which it will be scored."""

    statement: Statement
    likelihood: str
    low_percent: int
    high_percent: int
    horizon: date
    resolver: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One row of a claims table: who says what of one field of one incident."""

    incident: str
    field: str
    value: Slot
    speaker: str
    stance: str
    report: str


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident in a list, in the grammar date, place, what, toll, actor, grade, sources."""

    incident: str
    date: str
    place: str
    statement: Statement
    grade: str
    hazard: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One report in the list of sources, under the number that citations print."""

    number: int
    report: str
    name: str
    reliability: Reliability
    published: str
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class LevelBox:
    """The level as every product prints it, with its meaning in one sentence."""

    level: int | None
    name: str
    meaning: str
    previous: str
    trend: Trend
    state: str
    basis: str
    confidence: str
    provisional: bool
    reasons: tuple[Statement, ...]
    would_change: tuple[str, ...]
    planning: str = ""


@dataclass(frozen=True, slots=True)
class RegionPart:
    """One region inside an advisory: an alert and a briefing have one, a bulletin several."""

    region: Region
    box: LevelBox
    situation: tuple[Statement, ...] = ()
    changes: tuple[Statement, ...] = ()
    incidents: tuple[IncidentLine, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    access: tuple[Statement, ...] = ()
    outlook: tuple[Forecast, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    background: tuple[Statement, ...] = ()
    gaps: tuple[str, ...] = ()
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Advisory:
    """One edition of one product: everything a template may print, and nothing else."""

    id: str
    product: Product
    series: str
    edition: int
    profile: Profile
    variant: Edition
    as_of: datetime
    title: str
    deck: str
    parts: tuple[RegionPart, ...]
    sources: tuple[SourceLine, ...]
    tlp: Tlp
    valid_until: date
    replay_id: str
    method: str
    grade: Grade | None = None
    progress: Progress = Progress.DRAFT
    signatures: tuple[str, ...] = ()
    period: tuple[date, date] | None = None
    sample: bool = False
    language: str = "en"

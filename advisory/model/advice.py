"""What is said to a reader: statements made of typed slots, measures, an advisory.

A **statement** is a sentence whose every number, date and name stands in a **slot** that says
where it comes from (decision 14). An advisory is any of the three products; templates choose its
order and emphasis, never its facts. Each field of what a template prints carries its help as an
annotation: `help_of` reads it back, so the list for template writers cannot drift from the types.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, get_type_hints

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


class FrontGroup(StrEnum):
    """Where a region stands on the first page of a bulletin, in the order printed."""

    MOVED = "moved"
    PROVISIONAL = "provisional"
    STALE = "stale"
    UNKNOWN = "unknown"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


def help_of(shape: type) -> dict[str, str]:
    """Return what each field of a type of this module means, in one line each.

    >>> help_of(Slot)["text"]
    'the words as they are printed'
    """
    hints = get_type_hints(shape, include_extras=True)
    return {name: getattr(hint, "__metadata__", ("",))[0] for name, hint in hints.items()}


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that were filled in."""

    text: Annotated[str, "the words as they are printed"]
    provenance: Annotated[Provenance, "where they come from"]
    ref: Annotated[str, "id of that report, incident, region, rule, measure, house key, or a sum"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One or more sentences: our own words and slots in turn.

    >>> s = Statement((Slot("12", Provenance.EVIDENCE, "r1"), " people were killed."), ("r1",))
    >>> str(s)
    '12 people were killed.'
    """

    parts: Annotated[tuple[str | Slot, ...], "our own words and the slots between them, in order"]
    reports: Annotated[tuple[str, ...], "ids of the reports cited behind it, in order"] = ()

    def __str__(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def slots(self) -> Iterator[Slot]:
        """The filled-in parts alone."""
        return (part for part in self.parts if isinstance(part, Slot))


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One measure, worded for one reader."""

    measure: Annotated[str, "code in the catalogue of measures"]
    audience: Annotated[Audience, "who is spoken to"]
    owner: Annotated[str, "who sees to it"]
    statement: Annotated[Statement, "the advice itself, in the imperative"]
    expires: Annotated[date | None, "last day it holds unless renewed"] = None
    because: Annotated[str, "the hazard and level that chose it"] = ""
    slot: Annotated[MovementSlot | None, "rule or exception of movement; else None"] = None
    precondition: Annotated[str, "what must be so before anybody acts on it; may be empty"] = ""
    contraindication: Annotated[str, "when not to do it; may be empty"] = ""
    forbids: Annotated[tuple[str, ...], "codes that may not stand beside it"] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """One call of the outlook, with the test by which it will be scored."""

    statement: Annotated[Statement, "the call as one sentence"]
    likelihood: Annotated[str, "the word of ICD 203 in it"]
    low_percent: Annotated[int, "lower end of the word's band"]
    high_percent: Annotated[int, "upper end of the word's band"]
    horizon: Annotated[date, "the last day the call speaks of"]
    resolver: Annotated[str, "the test that will decide it, in one sentence"]
    rule: Annotated[str, "id of the call in the outlook catalogue"] = ""
    region: Annotated[str, "id of the region it speaks of"] = ""
    hazard: Annotated[str, "hazard whose incidents can make it come true; may be empty"] = ""
    since: Annotated[date | None, "first day an incident may count for it"] = None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One row of a claims table: who says what of one field of one incident."""

    incident: Annotated[str, "id of the incident"]
    field: Annotated[str, "what is claimed: killed, injured, perpetrator and so on"]
    value: Annotated[Slot, "the claim in the report's words"]
    speaker: Annotated[str, "who says it, or 'speaker not named'"]
    stance: Annotated[str, "asserted, claimed, denied, blamed, confirmed, unverified, revised"]
    report: Annotated[str, "id of the report that carries it"]


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident in a list: date, place, what and toll, actor, grade, sources."""

    incident: Annotated[str, "id of the incident"]
    date: Annotated[str, "local date, or 'date not given'"]
    place: Annotated[str, "place as printed, or 'place not known'"]
    statement: Annotated[Statement, "what, toll, as attributed"]
    grade: Annotated[str, "reliability and credibility, as B2"]
    hazard: Annotated[str, "name of the hazard"]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One report in the list of sources."""

    number: Annotated[int, "the number that citations print, from 1"]
    report: Annotated[str, "id of the report"]
    name: Annotated[str, "who published it"]
    reliability: Annotated[Reliability, "grade of the source, A to F"]
    published: Annotated[str, "when it was published, as the report says"]
    title: Annotated[str, "its title, or its first words"]
    url: Annotated[str | None, "where it can be read"] = None


@dataclass(frozen=True, slots=True)
class LevelBox:
    """The level as every product prints it, with its meaning in one sentence."""

    level: Annotated[int | None, "1 to 5; None is UNKNOWN"]
    name: Annotated[str, "name of the level, or UNKNOWN"]
    meaning: Annotated[str, "the travel decision the level means"]
    previous: Annotated[str, "level before, as '4 HIGH', or UNKNOWN"]
    trend: Annotated[Trend, "against last week's"]
    state: Annotated[str, "current, stale or unknown"]
    basis: Annotated[str, "computed, carried, standing or override; may be empty"]
    confidence: Annotated[str, "high, moderate or low: how sure of the level, no probability"]
    provisional: Annotated[bool, "whether it rests on one origin and waits for a person"]
    reasons: Annotated[tuple[Statement, ...], "why this level, heaviest first"]
    would_change: Annotated[tuple[str, ...], "what would raise or lower it, and when"]
    planning: Annotated[str, "what to plan by while stale or unknown; else empty"] = ""
    planning_level: Annotated[int | None, "1 to 5: that level; None where there is none"] = None
    signed: Annotated[str, "who signed which level when, or 'nobody yet'"] = ""


@dataclass(frozen=True, slots=True)
class RegionPart:
    """One region inside an advisory: an alert and a briefing have one, a bulletin several."""

    region: Annotated[Region, "the region"]
    box: Annotated[LevelBox, "its level and why"]
    situation: Annotated[tuple[Statement, ...], "what happened, most telling first"] = ()
    changes: Annotated[tuple[Statement, ...], "what is new since the last edition"] = ()
    incidents: Annotated[tuple[IncidentLine, ...], "incidents of the period, newest first"] = ()
    claims: Annotated[tuple[ClaimLine, ...], "who says what of them"] = ()
    access: Annotated[tuple[Statement, ...], "phones, roads, airports, who holds the town"] = ()
    outlook: Annotated[tuple[Forecast, ...], "calls with their likelihood and horizon"] = ()
    recommendations: Annotated[tuple[Recommendation, ...], "measures, most protective first"] = ()
    background: Annotated[tuple[Statement, ...], "what was known before"] = ()
    gaps: Annotated[tuple[str, ...], "what we could not see"] = ()
    seen: Annotated[str, "what was read: reports, owners, the last reading"] = ""
    bottom_line: Annotated[Statement | None, "at most 60 words: level, reason, what to do"] = None
    new_measures: Annotated[tuple[str, ...], "codes that the last edition did not have"] = ()
    lifted: Annotated[tuple[Recommendation, ...], "measures of the last edition that ended"] = ()
    replay_id: Annotated[str, "id by which its assessment can be computed again"] = ""
    calls: Annotated[tuple[Statement, ...], "how the calls of the last edition came out"] = ()


@dataclass(frozen=True, slots=True)
class FrontLine:
    """One region on the first page of a bulletin."""

    group: Annotated[FrontGroup, "moved, provisional, stale, unknown, changed or unchanged"]
    region: Annotated[str, "id of the region"]
    statement: Annotated[Statement, "its level and the reason in one line"]


@dataclass(frozen=True, slots=True)
class Advisory:
    """One edition of one product: everything a template may print, and nothing else."""

    id: Annotated[str, "id of the edition; the same for all its variants"]
    product: Annotated[Product, "alert, briefing or bulletin"]
    series: Annotated[str, "the chain of editions it belongs to"]
    edition: Annotated[int, "its number in the chain, from 1"]
    profile: Annotated[Profile, "for what kind of organisation or traveller"]
    variant: Annotated[Edition, "for the desk, or to be carried"]
    as_of: Annotated[datetime, "the instant of what was known, UTC"]
    title: Annotated[str, "the headline in words"]
    deck: Annotated[str, "one or two sentences under the title; may be empty"]
    parts: Annotated[tuple[RegionPart, ...], "one for each region"]
    sources: Annotated[tuple[SourceLine, ...], "the reports cited, by number"]
    tlp: Annotated[Tlp, "the strictest marking of what it used"]
    valid_until: Annotated[date, "last day it may be used"]
    replay_id: Annotated[str, "id by which the assessment can be computed again; empty for many"]
    method: Annotated[str, "how the level is made and read, in a line"]
    grade: Annotated[Grade | None, "how loud an alert is; None for the others"] = None
    progress: Annotated[Progress, "draft, reviewed, released or superseded"] = Progress.DRAFT
    signatures: Annotated[tuple[str, ...], "who signed, and when"] = ()
    review_due: Annotated[datetime | None, "of a FLASH: until when a second person must sign"] = (
        None
    )
    period: Annotated[tuple[date, date] | None, "first and last day of a bulletin"] = None
    sample: Annotated[bool, "whether house facts are samples"] = False
    language: Annotated[str, "language of the words, ISO 639-1"] = "en"
    headline: Annotated[Statement | None, "the title with its slots"] = None
    lead: Annotated[Statement | None, "the deck with its slots"] = None
    front: Annotated[tuple[FrontLine, ...], "the first page of a bulletin"] = ()
    missing_house: Annotated[tuple[str, ...], "house facts not set: approval is blocked"] = ()
    incident: Annotated[str | None, "the incident an alert is on"] = None

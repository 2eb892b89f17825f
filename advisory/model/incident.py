"""What happened, as one report tells it and as all of them together do.

A **mention** is what one report says of one incident. An **incident** is our record of one thing
that happened, made of its mentions, with every party's claim kept. A **condition** is a state that
lasts. Whatever carries a value carries the evidence that proves it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from advisory.model.assessment import Region
from advisory.model.calling_off import CallingOff
from advisory.model.marking import Credibility, Reliability, SourceKind, Tlp
from advisory.model.value import Actor, Claim, Count, DateRange, Evidence, Part, Place, Span
from advisory.model.vocabulary import (
    NOT_HAPPENED,
    Category,
    ConditionKind,
    ConditionState,
    Hazard,
    SpeakerKind,
    Stance,
    Status,
)

_BLOODLESS = frozenset(
    {
        Category.PROTEST,
        Category.STRIKE,
        Category.ARREST,
        Category.SURRENDER,
        Category.DEFUSAL,
        Category.KIDNAPPING,
    }
)
_WITHOUT_TOLL = frozenset(
    {
        Hazard.COMMUNICATIONS,
        Hazard.DETENTION,
        Hazard.MOVEMENT_RESTRICTION,
        Hazard.SUPPLY_AND_ACCESS,
    }
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What one report says of one incident; every value that is not None has its evidence.

    `freed` are those of the abducted who are free again, last on the days `freed_on`; `background`
    is history told beside the news; `aggregate` a total over many incidents. Neither
    is an incident of its own day, so neither is scored.
    """

    id: str
    report: str
    type: str
    category: Category
    hazard: Hazard
    trigger: Span
    place: Place | None = None
    date: DateRange | None = None
    killed: Count | None = None
    injured: Count | None = None
    abducted: Count | None = None
    freed: Count | None = None
    freed_on: DateRange | None = None
    killed_parts: tuple[Part, ...] = ()
    injured_parts: tuple[Part, ...] = ()
    actors: tuple[Actor, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    status: Status = Status.REPORTED
    claims: tuple[Claim, ...] = ()
    background: bool = False
    aggregate: bool = False
    conflicts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One mention inside an incident, with what is known of who tells it and when.

    `kind` is what the source is: rows of a dataset are never compared with each other. `party`
    names the actor a source speaks for, where it does.
    """

    mention: Mention
    source: str | None
    owner: str
    origin: str
    reliability: Reliability
    tlp: Tlp
    known_at: datetime
    kind: SourceKind = SourceKind.UNKNOWN
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Our record of one thing that happened, or is announced.

    `killed`, `injured` and `abducted` are the best figures: the highest that every credible account
    supports; None is unknown. `killed_low` and `killed_high` span what anybody claims. `origins`
    are the independent voices behind it. `grading` says step by step why it is believed as it is.
    What is announced keeps the words that call it off, and the days it was `moved_from`.
    """

    id: str
    type: str
    category: Category
    hazard: Hazard
    accounts: tuple[Account, ...]
    place: Place | None = None
    date: DateRange | None = None
    killed: Count | None = None
    killed_low: int | None = None
    killed_high: int | None = None
    killed_civilians: int | None = None
    injured: Count | None = None
    abducted: Count | None = None
    freed: Count | None = None
    freed_on: DateRange | None = None
    killed_parts: tuple[Part, ...] = ()
    injured_parts: tuple[Part, ...] = ()
    actors: tuple[Actor, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    status: Status = Status.REPORTED
    credibility: Credibility = Credibility.CANNOT_BE_JUDGED
    reliability: Reliability = Reliability.F
    origins: tuple[str, ...] = ()
    grading: tuple[str, ...] = ()
    why_same: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    callings_off: tuple[CallingOff, ...] = ()
    moved_from: DateRange | None = None

    @property
    def called_off(self) -> CallingOff | None:
        """The last word that took it from its day, None where it stands as it was announced."""
        words = [word for word in self.callings_off if word.outweighs]
        is_off = self.status is Status.CALLED_OFF or self.moved_from is not None
        return words[-1] if words and is_off else None

    @property
    def known_at(self) -> datetime:
        """When the first word of it was known."""
        return min(account.known_at for account in self.accounts)

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that tell it, in the order they were known."""
        return tuple(dict.fromkeys(account.mention.report for account in self.accounts))

    @property
    def toll_matters(self) -> bool:
        """Whether a missing toll is worth a word: not of a march, an arrest, a closed border.

        Nor of a release that says how many are free.
        """
        return (
            self.category not in _BLOODLESS
            and (self.freed is None or self.abducted is not None)
            and self.hazard not in _WITHOUT_TOLL
            and self.status not in NOT_HAPPENED
        )

    @property
    def freed_words(self) -> str:
        """What is said behind the number freed: of those who were taken, it is "since" then."""
        return "freed since" if self.abducted else "freed"

    @property
    def claims(self) -> tuple[tuple[str, Claim], ...]:
        """Every claim with the id of its report, in the order they were known."""
        return tuple((a.mention.report, claim) for a in self.accounts for claim in a.mention.claims)

    def party_claims(self, field: str = "killed") -> tuple[tuple[str, Claim], ...]:
        """Return (report, claim) of a figure that parties to the fight alone give, else nothing.

        A status of confirmed changes nothing: it may confirm that it happened, not how many died.
        """
        spoken = tuple(
            (r, c) for r, c in self.claims if c.field == field and c.stance is not Stance.DENIED
        )
        is_told_too = any(_tells_itself(account.mention, field) for account in self.accounts)
        of_parties = {claim.speaker_kind for _, claim in spoken} == {SpeakerKind.PARTY}
        return spoken if of_parties and not is_told_too else ()


def _tells_itself(mention: Mention, field: str) -> bool:
    """Whether a report gives a figure as its own, though somebody in it may give another."""
    own = getattr(mention, field)
    claimed = [claim.count for claim in mention.claims if claim.field == field]
    is_of_claims = mention.status is Status.CLAIMED or own in claimed
    return own is not None and not (claimed and is_of_claims)


@dataclass(frozen=True, slots=True)
class IncidentVersion:
    """An incident as it was known for a while: from `known_from` until the next version.

    `known_until` None means it is the version known now.
    """

    incident: Incident
    known_from: datetime
    known_until: datetime | None = None

    def is_known(self, as_of: datetime) -> bool:
        """Whether this is the version a reader had at that instant."""
        return self.known_from <= as_of and (self.known_until is None or as_of < self.known_until)


@dataclass(frozen=True, slots=True)
class ConditionMention:
    """What one report says of a state that lasts: that it began, goes on, or ended."""

    id: str
    report: str
    kind: ConditionKind
    hazard: Hazard
    state: ConditionState
    trigger: Span
    place: Place | None = None
    since: DateRange | None = None
    until: DateRange | None = None
    subject: str | None = None
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Evidence, ...] = ()


OF_THE_WHOLE = frozenset(
    {
        ConditionKind.CURFEW,
        ConditionKind.STATE_OF_EMERGENCY,
        ConditionKind.BORDER_CLOSED,
        ConditionKind.TRANSPORT_SUSPENDED,
        ConditionKind.PHONES_CUT,
        ConditionKind.INTERNET_CUT,
        ConditionKind.SUPPLY_SHORTAGE,
        ConditionKind.ENTRY_RESTRICTED,
        ConditionKind.DEPARTURE_ORDERED,
    }
)
"""What is said of a region as a whole holds everywhere in it; a closed road lies at one place."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A state that lasts, from all reports: curfew, closure, cut phones, who holds a town.

    `subject` says of what: the road, or for control the id or name of who holds the place.
    `last_word` is when a report last spoke of it.
    """

    id: str
    kind: ConditionKind
    hazard: Hazard
    state: ConditionState
    place: Place | None
    since: date | None
    until: date | None
    last_word: datetime
    subject: str | None = None
    reports: tuple[str, ...] = ()
    mentions: tuple[ConditionMention, ...] = field(default=(), repr=False)

    def holds_in(self, region: Region) -> bool:
        """Whether its place lies in a region, or it is of a whole that the region is a part of.

        A curfew in a whole country holds in each of its regions and towns. An airport that was
        closed somewhere in the country does not: nobody said where.
        """
        regions = self.place.regions if self.place else ()
        is_around = self.kind in OF_THE_WHOLE and region.lies_in(regions)
        return is_around or region.contains(regions)


@dataclass(frozen=True, slots=True)
class ConditionVersion:
    """A condition as it was known for a while; see `IncidentVersion`."""

    condition: Condition
    known_from: datetime
    known_until: datetime | None = None

    def is_known(self, as_of: datetime) -> bool:
        """Whether this is the version a reader had at that instant."""
        return self.known_from <= as_of and (self.known_until is None or as_of < self.known_until)

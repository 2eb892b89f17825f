"""One version of an incident as scoring sees it: its row, its day, its weight, its voice.

A **voice** is the one origin that an incident hangs on: a single origin, no reliable source behind
it, and no person who vouched for it. Decision 6 lets one voice raise a level to 4 and no further.
Whoever adds an incident by hand, or sets its status to confirmed, vouches for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from advisory.assessment.engine import find_matches
from advisory.assessment.rows import Row, row_of
from advisory.assessment.words import nouns_of, words_of_incident
from advisory.model.incident import Incident, IncidentVersion
from advisory.model.marking import Credibility, SourceKind
from advisory.model.value import DateRange
from advisory.model.vocabulary import Status
from advisory.rulebook.book import FloorRule, Rulebook, Scale, WeightRule
from advisory.rulebook.reasons import fill

_ALWAYS = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scorable:
    """What rules and decay need of one version of one incident.

    `happened` is the day its age counts from. `killed` is the toll it is scored by; `factor` weighs
    its points by credibility and reliability, 0 to 1. Only what is `credible` holds a floor or
    counts as a relevant reading. `voice` is None where more than one voice, or a better one, stands
    behind it. `read` are the days on which it was told.
    """

    id: str
    row: Row
    happened: date
    killed: int
    factor: float
    voice: str | None = None
    credible: bool = True
    announced: bool = False
    nouns: tuple[str, str] = ("", "")
    words: Mapping[str, str] = field(default_factory=dict)
    regions: tuple[str, ...] = ()
    read: tuple[date, ...] = ()
    known_from: datetime = _ALWAYS
    known_until: datetime | None = None

    def counts(self, as_of: datetime) -> bool:
        """Whether this is the version known at that instant, and it had happened."""
        known = self.known_from <= as_of and (self.known_until is None or as_of < self.known_until)
        return known and self.happened <= as_of.date() and not self.announced

    @property
    def is_believed(self) -> bool:
        """Whether it is believed enough to raise a level."""
        return self.credible and self.factor > 0

    def raises(self, as_of: datetime) -> bool:
        """Whether it counts at that instant and is believed enough to raise a level."""
        return self.is_believed and self.counts(as_of)


@dataclass(frozen=True, slots=True)
class Match:
    """One rule that speaks of one version of one incident; `because` is its reason, filled."""

    rule: WeightRule | FloorRule
    scorable: Scorable
    because: str


def last_told_first(matches: Iterable[Match]) -> list[Scorable]:
    """Return what is believed enough to raise a level, once each: the last told first."""
    believed = (m.scorable for m in matches if m.scorable.is_believed and m.scorable.read)
    told = {id(one): one for one in believed}
    return sorted(told.values(), key=lambda one: one.read[-1], reverse=True)


def match_versions(versions: Iterable[IncidentVersion], rulebook: Rulebook) -> tuple[Match, ...]:
    """Return every match of all that the rules ask, in an order that only the versions decide."""
    ordered = sorted(versions, key=lambda v: (v.known_from, v.incident.id))
    return match_rules([scorable_of(version, rulebook) for version in ordered], rulebook)


def match_rules(scorables: Iterable[Scorable], rulebook: Rulebook) -> tuple[Match, ...]:
    """Return every match of all that the rules ask with these, by one query."""
    asked, rules = list(scorables), rulebook.asked
    found = find_matches([one.row for one in asked], [rule.when for rule in rules])
    return tuple(_match(asked[row], rules[rule]) for row, rule in found)


def scorable_of(version: IncidentVersion, rulebook: Rulebook) -> Scorable:
    """Return what scoring needs of one version."""
    incident = version.incident
    row = row_of(incident, rulebook.types)
    nouns, happened = nouns_of(incident.type, rulebook.types), happened_on(incident)
    return Scorable(
        id=incident.id,
        row=row,
        happened=happened,
        killed=killed_of(row),
        factor=factor_of(row, rulebook.scale),
        voice=voice_of(incident),
        credible=incident.credibility <= Credibility.DOUBTFUL,
        announced=bool(row["announced"]),
        nouns=nouns,
        words=words_of_incident(incident, happened, nouns[0]),
        regions=incident.place.regions if incident.place else (),
        read=tuple(sorted({account.known_at.date() for account in incident.accounts})),
        known_from=version.known_from,
        known_until=version.known_until,
    )


def happened_on(incident: Incident) -> date:
    """Return the day an incident's age counts from: its last day, else the day it was known.

    What is told as having happened "in June" on the sixth happened by the sixth.
    """
    known, told = incident.known_at.date(), incident.date or DateRange(None, None)
    if told.first and told.first <= known:
        return min(told.day or known, known)
    return told.day or known


def voice_of(incident: Incident) -> str | None:
    """Return the one origin an incident hangs on, or None where it hangs on no single one."""
    if _is_vouched(incident) or incident.reliability.is_reliable or len(incident.origins) > 1:
        return None
    return next(iter(incident.origins), incident.id)


def _is_vouched(incident: Incident) -> bool:
    by_hand = any(
        account.kind is SourceKind.DESK
        or any(e.field == "status" and e.rule.startswith("hand:") for e in account.mention.evidence)
        for account in incident.accounts
    )
    return by_hand and incident.status in {Status.CONFIRMED, Status.REPORTED}


def killed_of(row: Row) -> int:
    """Return the toll a row is scored by; one that nobody gives and no type states adds nothing."""
    return int(row["killed_scored"] or 0)


def factor_of(row: Row, scale: Scale) -> float:
    """Return how far a row's points weigh, by its credibility and its reliability."""
    by_credibility = scale.credibility_factor[int(row["credibility"] or 0)]
    return by_credibility * scale.reliability_factor[str(row["reliability"])]


def _match(scorable: Scorable, rule: WeightRule | FloorRule) -> Match:
    return Match(rule, scorable, fill(rule.because, scorable.words))

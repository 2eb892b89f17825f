"""How dangerous a region is as of an instant, and why, to the last point.

An **assessment** answers for one region and one as-of. Its `level` is 1 to 5, or None where
nothing allows one; its `contributions` add up to its points, and its `floors` are the least levels
that hold. Nothing here is computed: the stage `assessment` does that.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from advisory.model.value import Place
from advisory.model.vocabulary import Hazard

LEVELS = range(1, 6)
"""The levels there are; None, which is UNKNOWN, is none of them."""

HIGH = 4
"""From this level on a division is told as one of the worst inside its region (decision 8)."""


class RegionKind(StrEnum):
    """What a region is, in the order in which a name is given a meaning (decision 16)."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    INFORMAL = "informal"
    ADMIN2 = "admin2"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Region:
    """A piece of the earth that can be asked about.

    `id` is ISO 3166-1 alpha-2 for a country, ISO 3166-2 for an admin1, `geonames:ID` or
    `overlay:slug` below, `informal:slug` for a list of others. `path` are the ids of every region
    that contains it, country first, itself last. `members` are the ids that make up an informal
    region.
    """

    id: str
    name: str
    kind: RegionKind
    country: str | None = None
    country_name: str | None = None
    path: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None

    def contains(self, regions: tuple[str, ...]) -> bool:
        """Whether a place with these region ids lies in it."""
        return self.id in regions or any(member in regions for member in self.members)

    def holds(self, place: Place | None) -> bool:
        """Whether a place lies in it; one that nobody told lies nowhere."""
        return place is not None and self.contains(place.regions)

    def lies_in(self, regions: tuple[str, ...]) -> bool:
        """Whether the whole of it lies in a place with these region ids.

        >>> gao = Region("ML-7", "Gao", RegionKind.ADMIN1, path=("ML", "ML-7"))
        >>> gao.lies_in(("ML",)), gao.lies_in(("ML", "ML-8")), gao.lies_in(())
        (True, False, False)
        """
        if self.members:
            return all(member.partition("-")[0] in regions[-1:] for member in self.members)
        return bool(regions) and self.path[: len(regions)] == regions


class State(StrEnum):
    """Whether a level may be used for a decision today."""

    CURRENT = "current"
    STALE = "stale"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """Where a level comes from."""

    COMPUTED = "computed"
    CARRIED = "carried"
    STANDING = "standing"
    OVERRIDE = "override"


class Trend(StrEnum):
    """The level against last week's; only between weeks that were both covered."""

    UP = "up"
    DOWN = "down"
    STEADY = "steady"
    NOT_COMPARABLE = "not comparable"


class Confidence(StrEnum):
    """How sure we are of a level, by coverage and by what it rests on; never a probability."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one weight rule gave one assessment for one incident.

    `points` = `undecayed` x 2^(-`age_days` / `half_life_days`); `undecayed` already holds the
    credibility factor and the cap.
    """

    rule: str
    incident: str
    hazard: Hazard
    points: float
    undecayed: float
    half_life_days: int
    age_days: int
    because: str


@dataclass(frozen=True, slots=True)
class Floor:
    """A least level while something holds, until the end of the day `until`.

    `level` is what it gives today; `asked` what the rule names, where a single origin caps it.
    `until` None means: while the condition lasts. It rests on `incidents` or on `conditions`.
    """

    rule: str
    level: int
    asked: int
    incidents: tuple[str, ...]
    until: date | None
    because: str
    provisional: bool = False
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Driver:
    """One reason for a level: a rule, its points, and the incidents behind it."""

    rule: str
    points: float
    because: str
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HazardScore:
    """The saturating 0 to 100 of one hazard."""

    hazard: Hazard
    score: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read of a region up to an as-of.

    `reports` and `owners` count readable reports that name the region; `last_read` is the last
    relevant reading (decision 7).
    """

    reports: int
    owners: int
    unreadable: int
    covered_weeks: tuple[str, ...]
    last_read: date | None


@dataclass(frozen=True, slots=True)
class Signed:
    """Who released the last product of a region, and at which level."""

    by: tuple[str, ...]
    at: datetime
    edition: str
    level: int | None


@dataclass(frozen=True, slots=True)
class TollEnds:
    """Score and daily level with each disputed toll at its lowest, and at its highest.

    `low_killed` and `high_killed` are the two figures where one incident alone is disputed.
    """

    incidents: tuple[str, ...]
    low_killed: int | None
    high_killed: int | None
    low_score: float
    high_score: float
    low_level: int
    high_level: int

    @property
    def changes_level(self) -> bool:
        """Whether it matters for the level which toll is right."""
        return self.low_level != self.high_level


@dataclass(frozen=True, slots=True)
class Highest:
    """The last earlier day on which the score was as high; with `ever` the first that was read."""

    since: date
    ever: bool


@dataclass(frozen=True, slots=True)
class Inside:
    """How the divisions of a region stand: `high` of `divisions` are at 4 or more.

    `unknown` of them have no level: nobody wrote about them, or not enough. `worst` are the names
    and levels of the highest.
    """

    high: int
    divisions: int
    unknown: int
    worst: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer for one region as of one instant; the fields of the contract, DESIGN section 5.

    `level` is None for UNKNOWN. `planning_level` is what to plan by on a day that is STALE or
    UNKNOWN: the highest of last held, last signed and standing. `incidents` are those that count.
    `data_as_of` is the day of the newest report read that names the region.
    """

    region: Region
    as_of: datetime
    level: int | None
    level_name: str
    state: State
    basis: Basis | None
    provisional: bool
    computed_level: int | None
    daily_level: int | None
    standing_level: int | None
    last_signed_level: int | None
    planning_level: int | None
    override: int | None
    previous_level: int | None
    trend: Trend
    confidence: Confidence
    score: float
    hazards: tuple[HazardScore, ...]
    drivers: tuple[Driver, ...]
    contributions: tuple[Contribution, ...]
    floors: tuple[Floor, ...]
    incidents: tuple[str, ...]
    coverage: Coverage
    data_as_of: date | None
    data_age_days: int | None
    valid_until: date | None
    gaps: tuple[str, ...]
    counterfactuals: tuple[str, ...]
    replay_id: str
    signed: Signed | None = None
    level_four_weeks_ago: int | None = None
    trend_four_weeks: Trend = Trend.NOT_COMPARABLE
    highest: Highest | None = None
    toll_ends: TollEnds | None = None

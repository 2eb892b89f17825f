"""What a rule base says, as frozen types: each class is the shape of one kind of YAML file.

The key order of a file is the field order of its class. Numbers that may change are **dated**: a
mapping from the day a number came into force to the number; before the first day the first holds
(decision 9). `id` and `path` are computed from where the file lies.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from advisory.model.marking import Reliability, SourceKind, Tlp
from advisory.model.vocabulary import ActorKind, Category, ConditionKind, Hazard

Dated = Mapping[date, float]


def computed(default: Any = "") -> Any:  # noqa: ANN401 - the default of any field
    """Return the default of a field that no file may give."""
    return field(default=default, metadata={"computed": True})


def in_force(numbers: Dated, day: date) -> float:
    """Return the number in force on a day; before the first date the first number.

    >>> in_force({date(2025, 1, 1): 4, date(2026, 6, 1): 5}, date(2026, 5, 31))
    4
    """
    begun = [start for start in numbers if start <= day]
    return numbers[max(begun) if begun else min(numbers)]


class RuleStatus(StrEnum):
    """How far a rule may be trusted; `off` switches a shipped rule off from a user's folder."""

    STABLE = "stable"
    TEST = "test"
    OFF = "off"


class Scope(StrEnum):
    """Where a floor holds: in the region of this kind that the incident lies in (decision 8)."""

    PLACE = "place"
    ADMIN1 = "admin1"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """One level in levels.yaml: the travel decision it means, and when it grows old.

    `from_score` is the least score (0 to 100) of the level. After `stale_after_days` without a
    relevant reading it is STALE, after `unknown_after_days` UNKNOWN (decision 7). `travel` is the
    one line that a look-up prints.
    """

    level: int
    name: str
    from_score: float
    stale_after_days: int
    unknown_after_days: int
    review_every_days: int
    colour: str
    meaning: str
    travel: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The constants of the score in levels.yaml: score = 100 x (1 - 2^(-points / half_points)).

    `half_points` by kind of region: the points that make a score of 50. `credibility_factor` and
    `reliability_factor` weigh an incident's points; keys 1 to 6 and A to F.
    """

    half_points: Mapping[str, float]
    credibility_factor: Mapping[int, float]
    reliability_factor: Mapping[str, float]
    horizon_days: int
    levels: tuple[LevelEntry, ...]


@dataclass(frozen=True, slots=True)
class HazardEntry:
    """One hazard in hazards.yaml: how it is named in prose and what it covers."""

    name: str
    covers: str


@dataclass(frozen=True, slots=True)
class IncidentType:
    """One fine type in types.yaml.

    `unknown_killed` is the toll that rules score by while nobody gives one; it is never printed as
    a number. `noun` is the type in a sentence, singular and plural. `acled` is "event type:
    sub-event type" of ACLED, `plover` the event type of PLOVER; None where they have none.
    """

    name: str
    noun: tuple[str, ...]
    category: Category
    hazard: Hazard
    family: str
    acled: str | None
    plover: str | None
    cap_event: str
    unknown_killed: int = 0


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source in sources.yaml; ids are lower-case words with hyphens."""

    name: str
    owner: str
    kind: SourceKind
    reliability: Reliability = Reliability.F
    tlp: Tlp | None = None
    hosts: tuple[str, ...] = ()
    party: str | None = None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One armed or state actor of lexicon/<language>/actors.yaml; `side` groups allies."""

    name: str
    kind: ActorKind
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True)
class RuleTest:
    """An example inside a rule: these incidents, so many days ago, and what must follow.

    `given` are column values, None where null is written; `rulebook.examples` says what is taken
    for what an example leaves out. Exactly one expectation: `fires`, how many of the incidents (or
    conditions) the rule counts, where too few for a floor, or too old, count as 0; `points`, what a
    weight gives for all of them today, to two decimals; or `level`, what a floor asks for.
    """

    name: str
    given: tuple[Mapping[str, str | None], ...]
    fires: int | None = None
    points: float | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRule:
    """A rule that gives points which decay; one file under rules/hazards/<hazard>/.

    One matching incident gets min(`cap`, `points` + `per_killed` x the column killed_scored), times
    the factors of its credibility and reliability, halved every `half_life_days`.
    """

    title: str
    status: RuleStatus
    kind: str
    when: str
    points: Dated
    per_killed: Dated | None = None
    cap: Dated | None = None
    half_life_days: Dated
    because: str
    references: tuple[str, ...]
    reviewed: date
    tests: tuple[RuleTest, ...]
    id: str = computed()
    hazard: str = computed()
    path: str = computed()


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorRule:
    """A rule that holds a least level while something lies within so many days.

    Either `when`: at least `at_least` matching incidents within `within_days`; or `condition`:
    while such a condition is in force.
    """

    title: str
    status: RuleStatus
    kind: str
    when: str | None = None
    condition: ConditionKind | None = None
    at_least: int = 1
    within_days: Dated | None = None
    scope: Scope = Scope.ADMIN1
    level: Dated
    because: str
    references: tuple[str, ...]
    reviewed: date
    tests: tuple[RuleTest, ...]
    id: str = computed()
    hazard: str = computed()
    path: str = computed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the things that a combination asks for together, as a floor would ask for it alone.

    `name` says it in a few words, so that a what-if can name what is missing.
    """

    name: str
    when: str | None = None
    condition: ConditionKind | None = None
    at_least: int = 1
    within_days: Dated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CombinationRule:
    """A rule that holds a least level while several things hold in one region at the same time.

    Each part is asked as a floor is; all of them must hold, and the level runs out with the first.
    """

    title: str
    status: RuleStatus
    kind: str
    all_of: tuple[Part, ...]
    scope: Scope = Scope.ADMIN1
    level: Dated
    because: str
    references: tuple[str, ...]
    reviewed: date
    tests: tuple[RuleTest, ...]
    id: str = computed()
    hazard: str = computed()
    path: str = computed()

    @property
    def parts(self) -> tuple[FloorRule, ...]:
        """Each part as the floor it is, under the id of the rule and its number: a/b#1, a/b#2."""
        return tuple(_floor_of(self, number, part) for number, part in enumerate(self.all_of, 1))


def _floor_of(rule: CombinationRule, number: int, part: Part) -> FloorRule:
    common = ("status", "scope", "level", "because", "references", "reviewed", "hazard", "path")
    asked = ("when", "condition", "at_least", "within_days")
    shared: dict[str, Any] = {name: getattr(rule, name) for name in common}
    shared |= {name: getattr(part, name) for name in asked}
    return FloorRule(title=part.name, kind="floor", tests=(), id=f"{rule.id}#{number}", **shared)


Holding = FloorRule | CombinationRule
"""What can hold a least level."""

Rule = WeightRule | Holding


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The merged rule base: the user's files over the shipped ones, read and checked whole.

    `hash` covers every file of the merged set; `winners` says for each relative path which folder
    it came from.
    """

    scale: Scale
    hazards: Mapping[Hazard, HazardEntry]
    types: Mapping[str, IncidentType]
    sources: Mapping[str, SourceEntry]
    weights: tuple[WeightRule, ...]
    floors: tuple[FloorRule, ...]
    hash: str
    winners: Mapping[str, str] = field(default_factory=dict)
    combinations: tuple[CombinationRule, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that is in force: weights, floors, combinations, each in path order."""
        return (*self.weights, *self.holding)

    @property
    def holding(self) -> tuple[Holding, ...]:
        """Every rule that can hold a least level."""
        return (*self.floors, *self.combinations)

    @property
    def asked(self) -> tuple[WeightRule | FloorRule, ...]:
        """Everything that is asked of incidents and conditions: each combination by its parts."""
        parts = (part for rule in self.combinations for part in rule.parts)
        return (*self.weights, *self.floors, *parts)

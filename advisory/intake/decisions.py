"""decisions.yaml: standings and overrides that a desk took before, with when it took them.

    decisions:
      - verb: standing
        region: ML-8
        level: 4
        by: the desk
        because: Fighting has resumed.
        recorded_at: 2023-09-01T08:00:00Z
        valid_from: 2023-09-01
        valid_until: 2024-02-28

The file is taken in whole or not at all. The region is kept as it is written; what it means is the
gazetteer's to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from advisory.model.assessment import LEVELS
from advisory.model.decision import Decision, Verb
from advisory.model.identity import decision_id
from advisory.model.time import parse_as_of
from advisory.rulebook.reader import read_file
from advisory.rulebook.shape import built


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """One decision of the file; `valid_until` is the review date of a standing."""

    verb: Verb
    region: str
    level: int
    by: str
    because: str
    recorded_at: str
    valid_from: date
    valid_until: date

    def __post_init__(self) -> None:
        """Refuse what no desk can have decided."""
        if self.verb not in {Verb.STANDING, Verb.OVERRIDE}:
            raise ValueError(f'"{self.verb}" is not for this file; allowed: standing, override')
        if self.level not in LEVELS:
            raise ValueError(f"the level {self.level} is none; allowed: 1 to 5")
        if self.valid_until < self.valid_from:
            raise ValueError(f"it ends on {self.valid_until}, before it begins")
        parse_as_of(self.recorded_at)


@dataclass(frozen=True, slots=True)
class DecisionsFile:
    """The shape of decisions.yaml."""

    decisions: tuple[DecisionEntry, ...]


def read_decisions(path: Path) -> Iterator[Decision]:
    """Return the decisions of a file, in its order.

    Raises:
        RejectedFile: With all its problems.
        OSError: If it cannot be read.
    """
    written = built(DecisionsFile, read_file(path))
    return (_decision(entry) for entry in written.decisions)


def _decision(entry: DecisionEntry) -> Decision:
    decision = Decision(
        id="",
        verb=entry.verb,
        by=entry.by,
        because=entry.because,
        recorded_at=parse_as_of(entry.recorded_at),
        region=entry.region,
        level=entry.level,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
    )
    return replace(decision, id=decision_id(decision))

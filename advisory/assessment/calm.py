"""Bad news counts at once; a level comes down only over calm that was seen (decision 7).

The level held on a day is the highest of all daily levels since the start of the fourth-last
covered week, or since the first report where fewer weeks were covered. It grows old by the last
relevant reading: after some days it is STALE, after more it is UNKNOWN, and what is left to plan by
is the highest of the level last held, last signed, and standing. Nothing here is remembered between
runs: any replay gives the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from advisory.model.assessment import State
from advisory.model.time import Week
from advisory.rulebook.book import LevelEntry, Scale

CALM_WEEKS = 4
LEAST_WITHOUT_COVERAGE = 3
_TWO_OWNERS_FROM_LEVEL = 4


@dataclass(frozen=True, slots=True)
class Held:
    """The level held on a day, before coverage, age and hands; `carried` says today's is lower."""

    level: int
    provisional: bool
    carried: bool


def window_start(first: date, covered: Sequence[Week]) -> date:
    """Return the day from which daily levels still hold the level up.

    >>> weeks = [Week(2023, number) for number in (48, 49, 50, 51)]
    >>> window_start(date(2023, 11, 7), weeks).isoformat()
    '2023-11-27'
    >>> window_start(date(2023, 11, 7), weeks[1:]).isoformat()
    '2023-11-07'
    """
    return covered[-CALM_WEEKS].first if len(covered) >= CALM_WEEKS else first


def held(before: tuple[int, bool] | None, today: tuple[int, bool]) -> Held:
    """Return what is held of the highest daily level before today, and today's own.

    Each is a level and whether it is firm, that is not provisional.

    >>> held((5, True), (4, False))
    Held(level=5, provisional=False, carried=True)
    """
    level, is_firm = max(before or today, today)
    return Held(level, not is_firm, carried=today[0] < level)


def owners_needed(level: int) -> int:
    """Return how many owners must have named a region for its clock to start again."""
    return 2 if level >= _TWO_OWNERS_FROM_LEVEL else 1


def state_of(entry: LevelEntry, last_read: date | None, today: date) -> State:
    """Return whether a level may still be used, by the age of the last relevant reading."""
    if last_read is None:
        return State.UNKNOWN
    age = (today - last_read).days
    if age > entry.unknown_after_days:
        return State.UNKNOWN
    return State.STALE if age > entry.stale_after_days else State.CURRENT


def entry_of(level: int, scale: Scale) -> LevelEntry:
    """Return the entry of levels.yaml for a level."""
    return next(entry for entry in scale.levels if entry.level == level)


def level_name(level: int | None, scale: Scale) -> str:
    """Return the name of a level as levels.yaml has it; Unknown where there is none."""
    return "Unknown" if level is None else entry_of(level, scale).name


def highest(*levels: int | None) -> int | None:
    """Return the highest of the levels that are known.

    >>> highest(None, 4, 3), highest(None)
    (4, None)
    """
    return max((level for level in levels if level is not None), default=None)

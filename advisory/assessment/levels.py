"""Points and floors become a level, for one day, before coverage and calm have their say.

Points saturate into a score from 0 to 100, and the score reaches a level by the thresholds of
levels.yaml. The level of the day is the highest of that and of every floor that holds. No voice
alone carries a level (decision 6): of the points that make a level, one voice may bring half. A
level 5 that fails this is a 4, and any level that fails it is provisional.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, log2

from advisory.assessment.floors import MOST_ON_ONE_VOICE
from advisory.assessment.points import Weighed
from advisory.model.assessment import Floor
from advisory.rulebook.book import LevelEntry, Scale


@dataclass(frozen=True, slots=True)
class Daily:
    """The level of one day by what was known, 1 to 5, and all it comes from."""

    level: int
    provisional: bool
    points: float
    weighed: tuple[Weighed, ...] = ()
    floors: tuple[Floor, ...] = ()


def daily(
    weighed: tuple[Weighed, ...], floors: tuple[Floor, ...], half_points: float, scale: Scale
) -> Daily:
    """Return the level that these points and floors make together."""
    level, provisional = level_by_points(weighed, half_points, scale)
    reached = [(level, provisional), *((floor.level, floor.provisional) for floor in floors)]
    highest = max(level for level, _ in reached)
    points = fsum(one.points for one in weighed)
    return Daily(highest, all(p for one, p in reached if one == highest), points, weighed, floors)


def score(points: float, half_points: float) -> float:
    """Return points on the scale from 0 to 100, of which `half_points` make 50.

    >>> score(0, 40), score(40, 40), score(80, 40)
    (0.0, 50.0, 75.0)
    """
    return 100 * (1 - float(2 ** (-points / half_points)))


def level_by_points(
    weighed: Iterable[Weighed], half_points: float, scale: Scale
) -> tuple[int, bool]:
    """Return the level that points alone reach, and whether it hangs on one voice."""
    voices: dict[str | None, list[float]] = defaultdict(list)
    for one in weighed:
        voices[one.match.scorable.voice].append(one.points)
    sums = {voice: fsum(points) for voice, points in voices.items()}
    entry = level_of(score(fsum(sums.values()), half_points), scale)
    if _is_carried(entry, sums, half_points):
        return entry.level, False
    return min(entry.level, MOST_ON_ONE_VOICE), True


def level_of(reached: float, scale: Scale) -> LevelEntry:
    """Return the highest level whose threshold this score reaches."""
    return max((e for e in scale.levels if e.from_score <= reached), key=lambda e: e.level)


def least_points(entry: LevelEntry, half_points: float) -> float:
    """Return the points from which a level is reached; the inverse of `score`."""
    return -half_points * log2(1 - entry.from_score / 100)


def _is_carried(entry: LevelEntry, sums: dict[str | None, float], half_points: float) -> bool:
    """Whether the level would stand if no voice brought more than half of its least points."""
    half = least_points(entry, half_points) / 2
    solid = fsum(s if voice is None else min(s, half) for voice, s in sums.items())
    return entry.from_score <= score(solid, half_points)

"""How sure we are of a level, by a stated table; never a probability.

    low       there is no current level; or it is carried, or provisional, or fewer than two owners
              were read in 28 days and no dataset covers them
    high      the last four completed weeks were all covered, and in 28 days no more reports were
              heard unread than read
    moderate  everything between

The first line that fits counts. What a person set is as sure as what was read beside it.
"""

from datetime import datetime

from advisory.assessment.calm import CALM_WEEKS
from advisory.assessment.coverage import LEAST_OWNERS, Readings
from advisory.assessment.published import Published
from advisory.assessment.trend import WEEK
from advisory.model.assessment import Basis, Confidence, State
from advisory.model.time import Week


def confidence(now: Published, readings: Readings, as_of: datetime) -> Confidence:
    """Return the confidence in what is published at an instant."""
    shaky = now.state is not State.CURRENT or now.basis is Basis.CARRIED or now.provisional
    if shaky or _is_thin(readings, as_of):
        return Confidence.LOW
    mostly_read = len(readings.unread(as_of)) <= len(readings.recent(as_of))
    if uncovered_weeks(readings, as_of) == 0 and mostly_read:
        return Confidence.HIGH
    return Confidence.MODERATE


def uncovered_weeks(readings: Readings, as_of: datetime) -> int:
    """Return how many of the last four completed weeks were not covered."""
    covered = readings.covered_weeks(as_of)[-CALM_WEEKS:]
    last = [Week.of((as_of - WEEK * back).date()) for back in range(1, CALM_WEEKS + 1)]
    return sum(week not in covered for week in last)


def _is_thin(readings: Readings, as_of: datetime) -> bool:
    if readings.is_enough(as_of):
        return False
    return len({report.owner for report in readings.recent(as_of)}) < LEAST_OWNERS

"""The level against a week ago, or four, and only where both weeks were read.

The two weeks are the seven days up to the as-of and the seven up to the instant that it is compared
with: at the end of a Sunday they are ISO weeks, and on a Monday morning the arrow does not vanish.
Unequal coverage makes no arrow: less read is not less danger.
"""

from datetime import datetime, timedelta

from advisory.assessment.coverage import Readings
from advisory.model.assessment import Trend

WEEK = timedelta(days=7)
FOUR_WEEKS = 4 * WEEK


def trend(
    level: int | None,
    previous: int | None,
    readings: Readings,
    as_of: datetime,
    back: timedelta = WEEK,
) -> Trend:
    """Return how a level moved since a week ago, or longer.

    Args:
        level: The level published at the as-of.
        previous: The level published then.
        readings: What was read of the region.
        as_of: The instant.
        back: How long ago.
    """
    then = as_of - back
    both = readings.is_read(as_of - WEEK, as_of) and readings.is_read(then - WEEK, then)
    if level is None or previous is None or not both:
        return Trend.NOT_COMPARABLE
    if level == previous:
        return Trend.STEADY
    return Trend.UP if level > previous else Trend.DOWN

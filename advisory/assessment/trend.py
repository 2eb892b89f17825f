"""The level against a week ago, and only where both weeks were read.

The two weeks are the seven days up to the as-of and the seven before them: at the end of a Sunday
they are ISO weeks, and on a Monday morning the arrow does not vanish. Unequal coverage makes no
arrow: less read is not less danger.
"""

from datetime import datetime, timedelta

from advisory.assessment.coverage import Readings
from advisory.model.assessment import Trend

WEEK = timedelta(days=7)


def trend(level: int | None, previous: int | None, readings: Readings, as_of: datetime) -> Trend:
    """Return how a level moved since a week ago.

    Args:
        level: The level published at the as-of.
        previous: The level published a week before.
        readings: What was read of the region.
        as_of: The instant.
    """
    middle = as_of - WEEK
    both = readings.is_read(middle, as_of) and readings.is_read(middle - WEEK, middle)
    if level is None or previous is None or not both:
        return Trend.NOT_COMPARABLE
    if level == previous:
        return Trend.STEADY
    return Trend.UP if level > previous else Trend.DOWN

"""What lies inside a region: how many of its divisions are High or Extreme, and which are worst.

The score of a country adds up all its incidents, and its level hides that one corner burns and the
rest does not (decision 8). So beside it stands "2 of 11 regions at 4 or more", with the worst
by name, and how many nobody has written about: those are not calm, they are unread.
"""

from collections.abc import Mapping
from datetime import datetime

from advisory.assessment.assess import assess
from advisory.model.assessment import HIGH, Assessment, Inside, Region
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import Known

_MOST_NAMED = 3


def inside(region: Region, desk: Desk, levels: Mapping[str, Assessment]) -> Inside | None:
    """Return how the divisions of a region stand; None where none of them has a level.

    Args:
        region: A country, an admin1, or an informal region.
        desk: For the gazetteer.
        levels: The assessments there are, by region id; a division without one was never named.
    """
    divisions = desk.gazetteer.divisions(region)
    found = [levels[one.id] for one in divisions if one.id in levels]
    known = [(one.level, one.score, one.region.name) for one in found if one.level is not None]
    if not known:
        return None
    worst = sorted(known, key=lambda told: (-told[0], -told[1], told[2]))
    high = [(name, level) for level, _, name in worst if level >= HIGH]
    return Inside(len(high), len(divisions), len(divisions) - len(known), tuple(high[:_MOST_NAMED]))


def inside_at(region: Region, desk: Desk, view: Known, as_of: datetime) -> Inside | None:
    """Return the same as of an instant, its divisions being worked out for it."""
    named = {name for reading in view.readings.values() for name in reading.regions}
    asked = [one for one in desk.gazetteer.divisions(region) if one.id in named]
    made = assess(asked, as_of, view.knowledge, desk.rulebook)
    return inside(region, desk, {one.region.id: one for one in made})

"""What holds for a village or a district because it holds for the region around it.

Reports name the region more often than the village, so a village of which nothing was read is not
calm: it stands at least where its admin1 stands. Countries do not count here: they are large, and
a rule that means the whole country says so by its scope.
"""

from collections.abc import Mapping

from advisory.assessment.levels import Daily
from advisory.model.assessment import Floor, Region, RegionKind

AROUND = "levels/around"
"""Names the floor that an admin1 is for what lies in it, where no rule of its own does."""

_INNER = frozenset({RegionKind.ADMIN2, RegionKind.PLACE})


def admin1_around(region: Region, names: Mapping[str, str]) -> Region | None:
    """Return the admin1 that a district or a place lies in; `names` are those reports give it."""
    if region.kind not in _INNER or len(region.path) < 2 or region.path[1] == region.id:  # noqa: PLR2004 - country, admin1
        return None
    admin1 = region.path[1]
    return Region(
        id=admin1,
        name=names.get(admin1, admin1),
        kind=RegionKind.ADMIN1,
        country=region.country,
        country_name=region.country_name,
        path=region.path[:2],
    )


def with_floors_around(own: tuple[Floor, ...], region: Region, today: Daily) -> tuple[Floor, ...]:
    """Return a place's own floors and what the region around it adds.

    A rule that holds in both is told once, from the place, unless it holds more in the region.
    Where points alone raise the region higher than its floors, that is a floor of its own.
    """
    least = {floor.rule: floor.level for floor in own}
    added = [floor for floor in today.floors if floor.level > least.get(floor.rule, 0)]
    weaker = {floor.rule for floor in added}
    kept = [floor for floor in own if floor.rule not in weaker]
    if today.level > max((floor.level for floor in today.floors), default=1):
        added.append(_by_points(region, today))
    return (*kept, *added)


def _by_points(region: Region, today: Daily) -> Floor:
    return Floor(
        rule=AROUND,
        level=today.level,
        asked=today.level,
        incidents=(),
        until=None,
        because=f"{region.name}, in which it lies, reaches level {today.level} by points",
        provisional=today.provisional,
    )


def contains_all_known_of(region: Region, regions: tuple[str, ...]) -> bool:
    """Whether all that is known of a place is a region that contains this one."""
    return 0 < len(regions) < len(region.path) and regions == region.path[: len(regions)]

"""A disputed toll at both its ends: the score and the level on the least and the most that is told.

The level is worked out on the best figure. Where parties tell different tolls, a reader must know
whether the quarrel matters: so the day is worked out twice more, once with every disputed toll at
its lowest figure and once at its highest, all else being equal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from advisory.assessment.knowledge import Knowledge
from advisory.assessment.levels import Daily, score
from advisory.assessment.nested import Nested
from advisory.assessment.placed import Placed
from advisory.assessment.scorable import Match, match_versions
from advisory.assessment.timeline import Timeline
from advisory.model.assessment import Region, TollEnds
from advisory.model.incident import Incident, IncidentVersion
from advisory.model.value import Count
from advisory.rulebook.book import Rulebook


@dataclass(frozen=True, slots=True)
class Ends:
    """Every match of the rules with the disputed tolls at their lowest, and at their highest.

    The two timelines of a region are made when it is first asked about, and kept for its other
    days.
    """

    disputed: frozenset[str]
    tolls: dict[str, tuple[int, int]]
    low: Placed
    high: Placed
    knowledge: Knowledge
    _nested: list[Nested] = field(default_factory=list)

    @classmethod
    def of(cls, matches: Iterable[Match], knowledge: Knowledge, rulebook: Rulebook) -> "Ends":
        """Ask the rules again about the incidents whose toll is disputed, and only about those."""
        disputed = [v for v in knowledge.versions if is_disputed(v.incident)]
        names = frozenset(v.incident.id for v in disputed)
        if not names:
            return cls(names, {}, Placed(()), Placed(()), knowledge)
        others = [m for m in matches if m.scorable.id not in names]
        all_of = [v for v in knowledge.versions if v.incident.id in names]
        low, high = (
            Placed((*others, *match_versions([_at(v, end) for v in all_of], rulebook)))
            for end in (0, 1)
        )
        tolls = {v.incident.id: _span(v.incident) for v in disputed}
        return cls(names, tolls, low, high, knowledge)

    def daily(self, region: Region, rulebook: Rulebook, as_of: datetime) -> tuple[Daily, Daily]:
        """Return the day of a region at both ends."""
        if not self._nested:
            for placed in (self.low, self.high):
                self._nested.append(Nested(placed, self.knowledge, rulebook))
        low, high = (nested.timeline(region) for nested in self._nested)
        return low.daily(as_of), high.daily(as_of)


def is_disputed(incident: Incident) -> bool:
    """Whether different tolls are told of an incident."""
    low, high = _span(incident)
    return low < high


def toll_ends(ends: Ends, timeline: Timeline, today: Daily, as_of: datetime) -> TollEnds | None:
    """Return the day at both ends of its disputed tolls; None where no toll of it is disputed."""
    counted = {one.match.scorable.id for one in today.weighed}.union(
        *(floor.incidents for floor in today.floors)
    )
    asked = tuple(sorted(counted & ends.disputed))
    if not asked:
        return None
    low, high = ends.daily(timeline.region, timeline.rulebook, as_of)
    only = ends.tolls[asked[0]] if len(asked) == 1 else (None, None)
    return TollEnds(
        incidents=asked,
        low_killed=only[0],
        high_killed=only[1],
        low_score=score(low.points, timeline.half_points),
        high_score=score(high.points, timeline.half_points),
        low_level=low.level,
        high_level=high.level,
    )


def _span(incident: Incident) -> tuple[int, int]:
    """The least and the most that anybody tells, the best figure being one of what is told."""
    told = [incident.killed_low, incident.killed_high]
    told += [incident.killed.best] if incident.killed else []
    known = [figure for figure in told if figure is not None]
    return (min(known), max(known)) if known else (0, 0)


def _at(version: IncidentVersion, end: int) -> IncidentVersion:
    """The version as if everybody told the one figure."""
    if not is_disputed(version.incident):
        return version
    toll = Count.exactly(_span(version.incident)[end])
    return replace(version, incident=replace(version.incident, killed=toll))

"""All that is known of one region as of one instant: what every product is written from.

The pipeline fills a **dossier** from the store: the assessment, the incidents and conditions as
they were known at its as-of, the reports and sources behind them, and the last edition of the same
series. Nothing in this stage looks further: a product is a pure function of dossier and rule base.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from advisory.model.advice import Advisory
from advisory.model.assessment import Assessment, Inside, Region
from advisory.model.incident import Condition, Incident
from advisory.model.text import Report, Source
from advisory.model.vocabulary import NOT_HAPPENED, Status

AHEAD_DAYS = 14
"""So many days ahead is what is announced a reason for measures."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One region's file; `incidents` reach back a year, so that background can be told.

    `inside` is how its divisions stand, where the product tells it and one of them has a level.
    """

    assessment: Assessment
    incidents: tuple[Incident, ...] = ()
    conditions: tuple[Condition, ...] = ()
    reports: Mapping[str, Report] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    previous: Advisory | None = None
    inside: Inside | None = None

    @property
    def region(self) -> Region:
        """The region it is about."""
        return self.assessment.region

    @property
    def day(self) -> date:
        """The day of the as-of, in UTC."""
        return self.assessment.as_of.date()

    @property
    def plan(self) -> int | None:
        """The level to plan by: the published one, or the planning level where that is higher."""
        levels = (self.assessment.level, self.assessment.planning_level)
        return max((level for level in levels if level is not None), default=None)

    def recent(self, days: int) -> tuple[Incident, ...]:
        """Return the incidents of the last so many days, most telling first.

        Most telling: of a later week, then more points in the assessment, then later, then by id.
        What is announced follows what has happened this week, and what was called off follows that.
        An incident without a day counts from the day it was known.
        """
        first = self.day - timedelta(days=days)
        return tuple(sorted((i for i in self.incidents if day_of(i) > first), key=self._telling))

    def is_to_come(self, incident: Incident) -> bool:
        """Whether what is announced, or warned of, is for today or the next fortnight."""
        day = day_of(incident)
        begin = (incident.date and incident.date.first) or day
        return (
            incident.status is Status.ANNOUNCED
            and day >= self.day
            and begin <= self.day + timedelta(days=AHEAD_DAYS)
        )

    def before(self, days: int) -> tuple[Incident, ...]:
        """Return the incidents older than so many days, latest first."""
        last = self.day - timedelta(days=days)
        older = (i for i in self.incidents if day_of(i) <= last)
        return tuple(sorted(older, key=lambda i: (-day_of(i).toordinal(), i.id)))

    def _telling(self, incident: Incident) -> tuple[int, int, float, int, str]:
        given = (c.points for c in self.assessment.contributions if c.incident == incident.id)
        weeks = max((self.day - day_of(incident)).days, 0) // 7
        is_to_come = incident.status in NOT_HAPPENED
        is_off = incident.status is Status.CALLED_OFF
        return (weeks, is_to_come + is_off, -sum(given), -day_of(incident).toordinal(), incident.id)


def day_of(incident: Incident) -> date:
    """Return the local day of an incident, or the day it was known where none is told."""
    told = incident.date.day if incident.date else None
    return told or incident.known_at.date()

"""The timelines of many regions, each with the region around it, which is worked out once.

A thousand villages of one admin1 share its timeline.
"""

from advisory.assessment.around import admin1_around
from advisory.assessment.knowledge import Knowledge
from advisory.assessment.placed import Placed
from advisory.assessment.timeline import Timeline
from advisory.model.assessment import Region
from advisory.rulebook.book import Rulebook


class Nested:
    """Makes the timelines of regions from one knowledge and one rule base."""

    def __init__(self, placed: Placed, knowledge: Knowledge, rulebook: Rulebook) -> None:
        self._placed = placed
        self._knowledge = knowledge
        self._rulebook = rulebook
        places = (version.incident.place for version in knowledge.versions)
        self._names = {p.admin1: p.admin1_name for p in places if p and p.admin1 and p.admin1_name}
        self._made: dict[Region, Timeline] = {}

    def timeline(self, region: Region) -> Timeline:
        """Return the timeline of a region, made on the first call."""
        if region not in self._made:
            admin1 = admin1_around(region, self._names)
            outer = self.timeline(admin1) if admin1 else None
            about = self._placed.about(region)
            made = Timeline(region, about, self._knowledge, self._rulebook, outer)
            self._made[region] = made
        return self._made[region]

"""One region in one week: what group it falls in, its line on the first page, its bottom line."""

from dataclasses import dataclass, replace
from datetime import date

from advisory.advice.box import inside_statement, level_statement
from advisory.advice.changes import previous_part
from advisory.advice.dossier import Dossier
from advisory.advice.guide import Guide
from advisory.advice.long_names import acronyms_only
from advisory.advice.part import region_part
from advisory.advice.telling import Telling, telling
from advisory.advice.words import joined, region_slot, say, word_count
from advisory.model.advice import (
    Audience,
    FrontGroup,
    FrontLine,
    Provenance,
    RegionPart,
    Slot,
    Statement,
)
from advisory.model.assessment import State
from advisory.model.time import Week

BOTTOM_LINE_WORDS = 60


@dataclass(frozen=True, slots=True)
class RegionWeek:
    """A region with its part of the bulletin, its level in words, its most telling incident."""

    dossier: Dossier
    part: RegionPart
    level: Statement
    first: Telling | None

    @classmethod
    def of(cls, dossier: Dossier, week: Week, guide: Guide, valid_until: date) -> "RegionWeek":
        """Write the part of a region for a week, from its Monday to the as-of."""
        days = (dossier.day - week.first).days + 1
        told = [telling(i, guide.rulebook, guide.catalogue) for i in dossier.recent(days)[:1]]
        return cls(
            dossier,
            region_part(dossier, guide, valid_until, days),
            level_statement(dossier, guide.rulebook),
            next(iter(told), None),
        )

    @property
    def group(self) -> FrontGroup:
        """Where it stands on the first page: the first of the groups that fits."""
        assessment, before = self.dossier.assessment, previous_part(self.dossier)
        fits = {
            FrontGroup.MOVED: before is not None and before.box.level != assessment.level,
            FrontGroup.PROVISIONAL: assessment.provisional,
            FrontGroup.STALE: assessment.state is State.STALE,
            FrontGroup.UNKNOWN: assessment.level is None,
            FrontGroup.CHANGED: before is None or self._has_news(before),
        }
        return next((group for group, fit in fits.items() if fit), FrontGroup.UNCHANGED)

    def _has_news(self, before: RegionPart) -> bool:
        known = {line.incident: str(line.statement) for line in before.incidents}
        told = {line.incident: str(line.statement) for line in self.part.incidents}
        access = {str(statement) for statement in before.access}
        is_new = any(known.get(incident) != text for incident, text in told.items())
        return is_new or any(str(statement) not in access for statement in self.part.access)

    def rank(self) -> tuple[int, int, str]:
        """Return what sorts regions: by group, then the higher level first, then by name."""
        place = list(FrontGroup).index(self.group)
        return place, -(self.dossier.plan or 0), self.dossier.region.name

    @property
    def printed(self) -> RegionPart:
        """The whole part, or for an unchanged region its level and what was read."""
        whole = replace(self.part, bottom_line=self.bottom_line)
        if self.group is not FrontGroup.UNCHANGED:
            return whole
        return RegionPart(
            region=whole.region,
            box=whole.box,
            recommendations=whole.recommendations,
            gaps=whole.gaps,
            seen=whole.seen,
            bottom_line=whole.bottom_line,
            calls=whole.calls,
            outlook=whole.outlook,
            replay_id=whole.replay_id,
        )

    @property
    def bottom_line(self) -> Statement:
        """Level, where inside it is worse, reason, what to do, what was read, in 60 words."""
        kept = [*([] if self.part.box.planning else [self.level]), *self._inside()]
        for statement in (*self._why(), *self._what_to_do(), *self._read()):
            if word_count([*kept, statement]) <= BOTTOM_LINE_WORDS:
                kept.append(statement)
        return joined(kept)

    def _inside(self) -> list[Statement]:
        """Return how its divisions stand, where one is High and the level of the whole hides it."""
        inside, level = self.dossier.inside, self.dossier.assessment.level or 0
        if inside is None or all(worst <= level for _, worst in inside.worst):
            return []
        return [inside_statement(inside, self.dossier.region)]

    def _why(self) -> list[Statement]:
        planning = self.part.box.planning
        if planning:
            words = Slot(planning, Provenance.COMPUTED, "assessment")
            return [say("{words}", words=words)]
        return [acronyms_only(statement) for statement in self.part.situation[:1]]

    def _what_to_do(self) -> list[Statement]:
        advice = self.part.recommendations
        mine = [r.statement for r in advice if r.audience is Audience.TRAVELLER]
        return mine[:1]

    def _read(self) -> list[Statement]:
        seen = Slot(self.part.seen, Provenance.COMPUTED, "coverage")
        return [say("{seen}", seen=seen)] if self.part.seen else []

    @property
    def front(self) -> FrontLine:
        """Its line on the first page."""
        region = self.dossier.region
        name = region_slot(region, full=True)
        first = self.part.changes[:1] if self.group is FrontGroup.CHANGED else ()
        line = joined([say("{region}:", region=name), self.level, *self._inside(), *first])
        return FrontLine(self.group, region.id, line)

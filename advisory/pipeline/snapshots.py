"""Lay out the answers of the coming days, where look-ups find them.

A **snapshot** holds the answers for today and the 35 days after it, for every region that a report
or a person has named, and for every one but single places that only a table names. There is one for
each marking that the store's reports bear; a clearance reads the strictest one it may see. Most
countries look the same at several markings: what is known of them is compared, and only where it
differs is anything worked out again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from advisory.assessment.assess import assess_days
from advisory.model.assessment import Assessment, Region, RegionKind
from advisory.model.marking import SourceKind, Tlp
from advisory.model.text import Heard
from advisory.model.value import Place
from advisory.pipeline.answers import answer_of, made_by
from advisory.pipeline.desk import Desk
from advisory.pipeline.inside import inside
from advisory.pipeline.known import Known, known
from advisory.pipeline.replays import keep
from advisory.store.lookup import Answer, snapshot_path
from advisory.store.snapshot import Origin, RegionName, is_of, write_snapshot
from advisory.store.store import Store

DAYS_AHEAD = 35

Facts = tuple[object, ...]
"""All that the levels of a country can follow from; equal facts give equal answers."""


@dataclass(slots=True)
class _Laid:
    """What was laid out so far: for each country the facts, and by region its answers."""

    facts: dict[str | None, Facts] = field(default_factory=dict)
    answers: dict[str, list[tuple[Assessment, Answer]]] = field(default_factory=dict)

    def missing(self, regions: Iterable[Region], facts: Mapping[str | None, Facts]) -> list[Region]:
        """Return the regions that must be worked out, and forget what was laid out of them."""
        same = {country for country, told in facts.items() if self.facts.get(country) == told}
        found = [r for r in regions if r.country not in same or r.id not in self.answers]
        self.facts |= facts
        for region in found:
            self.answers[region.id] = []
        return found


def write_snapshots(desk: Desk, store: Store, now: datetime) -> None:
    """Lay out the answers of the coming days, one file for each marking in the store.

    One that was made from the same before is left as it is.
    """
    days = [now.date() + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1)]
    laid, beside = _Laid(), None
    for marking in sorted({report.tlp for report in store.reports()} | {Tlp.CLEAR}):
        origin = Origin(
            digest=store.digest,
            generation=store.generation,
            rule_base=made_by(desk),
            clearance=str(marking),
            first_day=now.date().isoformat(),
            gazetteer=desk.gazetteer.version,
        )
        before, beside = beside, snapshot_path(desk.store_path, str(marking))
        if is_of(beside, origin):
            continue
        view = known(desk, store, marking)
        regions = _regions_to_lay_out(desk, view)
        _lay_out(desk, view, regions, days, laid)
        made = [one for region in regions for one in laid.answers[region.id]]
        keep(desk, store, (assessment for assessment, _ in made), marking)
        names = (RegionName(*row) for row in desk.gazetteer.names())
        write_snapshot(beside, origin, names, (answer for _, answer in made), before)


def regions_of(desk: Desk, view: Known) -> tuple[Region, ...]:
    """Return every region that a report or a person has named, by id."""
    named = {region for reading in view.readings.values() for region in reading.regions}
    named |= {d.region for d in view.knowledge.decisions if d.region}
    return tuple(desk.regions(sorted(named)))


def _regions_to_lay_out(desk: Desk, view: Known) -> tuple[Region, ...]:
    """Return the regions that answers are laid out for.

    A table names thousands of places that nobody may ever ask about: those that only its rows name
    are worked out when they are asked for, and kept in the cache.
    """
    told = {
        region
        for reading in view.readings.values()
        if not view.reports[reading.report].table
        for region in reading.regions
    }
    told |= {d.region for d in view.knowledge.decisions if d.region}
    regions = regions_of(desk, view)
    return tuple(r for r in regions if r.kind is not RegionKind.PLACE or r.id in told)


def _lay_out(
    desk: Desk, view: Known, regions: Sequence[Region], days: Sequence[date], laid: _Laid
) -> None:
    """Work out what was not laid out from the same facts before."""
    missing = laid.missing(regions, facts_of(view, regions))
    made = assess_days(missing, days, view.knowledge, desk.rulebook)
    levels = _by_day(days, laid, regions, made)
    for (_, day), assessment in made.items():
        answer = answer_of(desk, view, assessment, inside(assessment.region, desk, levels[day]))
        laid.answers[assessment.region.id].append((assessment, answer))


def _by_day(
    days: Sequence[date],
    laid: _Laid,
    regions: Sequence[Region],
    made: Mapping[tuple[str, date], Assessment],
) -> dict[date, dict[str, Assessment]]:
    """Return for each day how every region stands, laid out before or made now."""
    found: dict[date, dict[str, Assessment]] = {day: {} for day in days}
    for region in regions:
        for assessment, _ in laid.answers[region.id]:
            found[assessment.as_of.date()][region.id] = assessment
    for (name, day), assessment in made.items():
        found[day][name] = assessment
    return found


def facts_of(view: Known, regions: Sequence[Region]) -> dict[str | None, Facts]:
    """Return what is known of each country of these regions; all there is, where there is none."""
    whole = view.knowledge
    ids: dict[str | None, set[str]] = {}
    for region in regions:
        ids.setdefault(region.country, set()).add(region.id)
    found: dict[str | None, Facts] = {}
    for country, named in ids.items():
        if country is None:
            found[None] = (whole,)
            continue
        conditions = [c for c in whole.conditions if _lies_in(country, c.condition.place)]
        told = {report for one in conditions for report in one.condition.reports}
        found[country] = (
            [v for v in whole.versions if _lies_in(country, v.incident.place)],
            conditions,
            [h for h in whole.heard if _matters(h, country, told)],
            whole.decisions,
            {name: signed for name, signed in whole.signed.items() if name in named},
        )
    return found


def _lies_in(country: str, place: Place | None) -> bool:
    return place is not None and country in place.regions


def _matters(heard: Heard, country: str, told: set[str]) -> bool:
    """Whether a report covers a country, may cover it as a row of a dataset, or told its states."""
    is_row = heard.kind is SourceKind.DATASET
    return country in heard.regions or is_row or heard.report in told

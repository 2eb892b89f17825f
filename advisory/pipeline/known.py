"""What there is to know at one clearance: the readings become incidents, conditions, coverage.

A product for a clearance is the road walked with the reports that clearance may see, and nothing
else (decision 11): so it is the same with and without the rest in the store.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from advisory.assessment.knowledge import Knowledge
from advisory.incidents.accounts import account_of, kind_of, owner_of
from advisory.incidents.added import with_added
from advisory.incidents.called_off import with_called_off
from advisory.incidents.conditions import condition_versions
from advisory.incidents.copies import origins_of
from advisory.incidents.freed import with_freed
from advisory.incidents.hands import attach
from advisory.incidents.revisions import with_revisions
from advisory.model.assessment import Region
from advisory.model.calling_off import CallingOff
from advisory.model.decision import Decision
from advisory.model.incident import (
    Account,
    Condition,
    ConditionMention,
    Incident,
    IncidentVersion,
)
from advisory.model.marking import Reliability, Tlp
from advisory.model.text import Heard, Reading, Report, Source
from advisory.model.vocabulary import NOT_HAPPENED
from advisory.pipeline.desk import Desk
from advisory.pipeline.releases import Release, releases, signed_levels
from advisory.store.store import Store


@dataclass(frozen=True)
class Known:
    """Knowledge for the assessment, and the texts behind it for the products."""

    knowledge: Knowledge
    reports: Mapping[str, Report]
    readings: Mapping[str, Reading]
    sources: Mapping[str, Source]

    def incidents(self, as_of: datetime) -> tuple[Incident, ...]:
        """Return the incidents as they were known at an instant, latest first."""
        known = (v.incident for v in self.knowledge.versions if v.is_known(as_of))
        return tuple(sorted(known, key=_latest_first))

    def incidents_of(self, ids: Iterable[str], as_of: datetime) -> tuple[Incident, ...]:
        """Return those of these incidents that were known at an instant, as they were known."""
        versions = (v for name in sorted(ids) for v in self._versions.get(name, ()))
        return tuple(v.incident for v in versions if v.is_known(as_of))

    def ahead(self, region: Region, as_of: datetime) -> tuple[Incident, ...]:
        """Return what was announced for a region and is not over, the first day first.

        What was called off is with it until its day is over.
        """
        today = as_of.date()
        told = (v.incident for v in self._announced if v.is_known(as_of))
        ahead = [
            one
            for one in told
            if one.place and (region.holds(one.place) or region.lies_in(one.place.regions))
            if ((one.date and one.date.day) or one.known_at.date()) >= today
        ]
        return tuple(sorted(ahead, key=lambda one: (_first_day(one), one.id)))

    @cached_property
    def _announced(self) -> Sequence[IncidentVersion]:
        versions = self.knowledge.versions
        return [one for one in versions if one.incident.status in NOT_HAPPENED]

    @cached_property
    def _versions(self) -> Mapping[str, list[IncidentVersion]]:
        found: dict[str, list[IncidentVersion]] = {}
        for version in self.knowledge.versions:
            found.setdefault(version.incident.id, []).append(version)
        return found

    def conditions(self, as_of: datetime) -> tuple[Condition, ...]:
        """Return the conditions as they were known at an instant."""
        return tuple(v.condition for v in self.knowledge.conditions if v.is_known(as_of))


def _first_day(incident: Incident) -> date:
    return (incident.date and incident.date.first) or incident.known_at.date()


def known(
    desk: Desk, store: Store, clearance: Tlp | None = None, signed_before: datetime | None = None
) -> Known:
    """Return what is known to this clearance; None sees the whole store.

    With `signed_before` it knows only of releases whose own as-of is earlier.

    What this version of the reader has not read yet is read first, so that a change of lexicon,
    rules or gazetteer never looks like silence.
    """
    reports = {report.id: report for report in store.reports(clearance=clearance)}
    signed = releases(store, clearance, signed_before)
    return known_from(desk, reports, _readings(desk, store, reports), store.decisions(), signed)


def known_from(
    desk: Desk,
    reports: Mapping[str, Report],
    found: Mapping[str, Reading],
    decisions: tuple[Decision, ...],
    signed: Iterable[Release],
) -> Known:
    """Return what follows from reports and what was found in each, decisions and releases."""
    readings = with_added(dict(found), decisions)
    told = desk.history.of(accounts(readings.values(), reports, desk.sources), decisions)
    families = desk.history.families
    off = _callings_off(readings.values(), reports, desk.sources)
    knowledge = Knowledge(
        versions=with_called_off(with_freed(told, families), off, families),
        conditions=condition_versions(_conditions(readings.values(), reports, desk.sources)),
        heard=tuple(_heard(readings.values(), reports, desk.sources)),
        decisions=decisions,
        signed=signed_levels(signed),
    )
    return Known(knowledge, reports, readings, desk.sources)


def orphans(view: Known) -> tuple[Decision, ...]:
    """Return the decisions about the reading that no longer find what they were about."""
    told = accounts(view.readings.values(), view.reports, view.sources)
    return attach(view.knowledge.decisions, tuple(told)).orphans


def _readings(desk: Desk, store: Store, reports: Mapping[str, Report]) -> dict[str, Reading]:
    version = desk.reader_version
    kept = store.readings(version)
    # What a row says is worked out in no time, and so is never kept.
    rows = [report for report in reports.values() if report.table]
    unread = [r for name, r in reports.items() if name not in kept and not r.table]
    for number, report in enumerate(unread):
        kept[report.id] = desk.reader.read(report)
        store.put_readings(version, [kept[report.id]])
        if desk.progress:
            desk.progress(number / len(unread))
    kept |= {row.id: desk.row_reader.read(row) for row in rows}
    return {name: reading for name, reading in kept.items() if name in reports}


def accounts(
    readings: Iterable[Reading], reports: Mapping[str, Report], sources: Mapping[str, Source]
) -> Iterator[Account]:
    """Yield what each dated report tells of each incident, as it was read."""
    origins = origins_of(reports.values(), sources)
    for reading in with_revisions(readings, reports):
        report = reports[reading.report]
        source, origin = sources.get(report.source or ""), origins.get(report.id)
        for mention in reading.mentions:
            if account := account_of(mention, report, source, origin=origin):
                yield account


def _conditions(
    readings: Iterable[Reading], reports: Mapping[str, Report], sources: Mapping[str, Source]
) -> Iterator[tuple[ConditionMention, datetime, str]]:
    for reading, report, source, known_at in _told_by(readings, reports, sources):
        for mention in reading.conditions:
            yield mention, known_at, owner_of(report, source)


def _callings_off(
    readings: Iterable[Reading], reports: Mapping[str, Report], sources: Mapping[str, Source]
) -> Iterator[CallingOff]:
    for reading, report, source, known_at in _told_by(readings, reports, sources):
        for one in reading.cancellations:
            yield CallingOff(
                cancellation=one,
                source=source.id if source else report.source,
                owner=owner_of(report, source),
                reliability=source.reliability if source else Reliability.F,
                known_at=known_at,
            )


def _heard(
    readings: Iterable[Reading], reports: Mapping[str, Report], sources: Mapping[str, Source]
) -> Iterator[Heard]:
    for reading, report, source, known_at in _told_by(readings, reports, sources):
        yield Heard(
            report=report.id,
            owner=owner_of(report, source),
            kind=kind_of(report, source),
            known_at=known_at,
            readable=reading.readable,
            regions=reading.regions,
            language=reading.language,
            reliability=source.reliability if source else Reliability.F,
            unlocated=reading.unlocated,
        )


def _told_by(
    readings: Iterable[Reading], reports: Mapping[str, Report], sources: Mapping[str, Source]
) -> Iterator[tuple[Reading, Report, Source | None, datetime]]:
    """Yield what was read of each report that was known at some time, with who tells it."""
    for reading in readings:
        report = reports[reading.report]
        if report.known_at:
            yield reading, report, sources.get(report.source or ""), report.known_at


def _latest_first(incident: Incident) -> tuple[int, str]:
    day = incident.date.day if incident.date else None
    return (-(day or incident.known_at.date()).toordinal(), incident.id)

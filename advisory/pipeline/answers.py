"""What is known becomes the answers of `advisory risk`: now, for a past day, or laid out ahead.

A **snapshot** holds the answers for today and the 35 days after it, for every region that a report
or a person has named. There is one for each marking that the store's reports bear; a clearance
reads the strictest one it may see. Other days are worked out once and kept in a cache.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from advisory.assessment.assess import assess, assess_days
from advisory.assessment.output import to_json
from advisory.errors import UnknownName, UserError
from advisory.model.assessment import Assessment, Inside, Region, RegionKind
from advisory.model.distance import distance_km
from advisory.model.marking import Tlp
from advisory.model.value import Place
from advisory.model.vocabulary import Precision
from advisory.pipeline.desk import Desk
from advisory.pipeline.inside import inside, inside_at
from advisory.pipeline.known import Known, known
from advisory.pipeline.replays import body_of, keep
from advisory.rendering.screen import risk_screen
from advisory.store.cache import CacheKey, cached, remember
from advisory.store.lookup import Answer, snapshot_path
from advisory.store.snapshot import Origin, RegionName, write_snapshot
from advisory.store.store import Store

DAYS_AHEAD = 35


def look_up(
    desk: Desk, regions: Sequence[Region], as_of: datetime, clearance: Tlp | None
) -> tuple[Answer, ...]:
    """Return the answer for each region as of an instant, from the cache where it is there."""
    with desk.open_store() as store:
        key = CacheKey(store.digest, _made_by(desk), as_of.isoformat(), str(clearance))
        path = desk.store_path.with_name(f"{desk.store_path.stem}.cache.sqlite")
        found = {region.id: cached(path, key, region.id) for region in regions}
        missing = [region for region in regions if found[region.id] is None]
        if missing:
            view, made = assessed(desk, store, missing, as_of, clearance)
            keep(desk, store, made, clearance)
            fresh = [
                answer_of(desk, view, one, inside_at(one.region, desk, view, as_of)) for one in made
            ]
            remember(path, key, fresh)
            found |= {answer.region: answer for answer in fresh}
    return tuple(answer for region in regions if (answer := found[region.id]))


def look_up_around(
    desk: Desk,
    centres: Sequence[Region],
    radius_km: float,
    as_of: datetime,
    clearance: Tlp | None,
) -> tuple[Answer, ...]:
    """Return the answer for all that lies within a radius of each region's point."""
    with desk.open_store() as store:
        view = known(desk, store, clearance)
        places = {v.incident.place for v in view.knowledge.versions if v.incident.place}
        around = [_circle(centre, radius_km, places) for centre in centres]
        made = assess(around, as_of, view.knowledge, desk.rulebook)
        keep(desk, store, made, clearance)
    return tuple(answer_of(desk, view, assessment) for assessment in made)


def _circle(centre: Region, radius_km: float, places: Iterable[Place]) -> Region:
    """Return the region of all places with an incident that lie within a radius.

    Raises:
        UserError: If the centre has no point.
    """
    if centre.latitude is None:
        raise UserError(f"{centre.full_name} has no coordinates, so nothing lies around it.")
    near = {
        place.regions[-1]
        for place in places
        if place.regions
        and place.precision <= Precision.DISTRICT
        and (distance_km(centre, place) or 0.0) <= radius_km
    }
    return Region(
        id=f"within:{radius_km:g}km:{centre.id}",
        name=f"Within {radius_km:g} km of {centre.name}",
        kind=RegionKind.INFORMAL,
        country=centre.country,
        country_name=centre.country_name,
        members=tuple(sorted({centre.id} | near)),
        latitude=centre.latitude,
        longitude=centre.longitude,
    )


def assessed(
    desk: Desk, store: Store, regions: Sequence[Region], as_of: datetime, clearance: Tlp | None
) -> tuple[Known, tuple[Assessment, ...]]:
    """Return what is known at a clearance, and the assessment of each region from it."""
    view = known(desk, store, clearance)
    return view, assess(regions, as_of, view.knowledge, desk.rulebook)


def write_snapshots(desk: Desk, store: Store, now: datetime) -> None:
    """Lay out the answers of the coming days, one file for each marking in the store."""
    days = [now.date() + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1)]
    for marking in sorted({report.tlp for report in store.reports()} | {Tlp.CLEAR}):
        view = known(desk, store, marking)
        origin = Origin(
            digest=store.digest,
            generation=store.generation,
            rule_base=_made_by(desk),
            clearance=str(marking),
            first_day=now.date().isoformat(),
            gazetteer=desk.gazetteer.version,
        )
        names = (RegionName(*row) for row in desk.gazetteer.names())
        made = assess_days(regions_of(desk, view), days, view.knowledge, desk.rulebook)
        keep(desk, store, made.values(), marking)
        levels: dict[date, dict[str, Assessment]] = {day: {} for day in days}
        for (region, day), assessment in made.items():
            levels[day][region] = assessment
        answers = (
            answer_of(desk, view, one, inside(one.region, desk, levels[day]))
            for (_, day), one in made.items()
        )
        write_snapshot(snapshot_path(desk.store_path, str(marking)), origin, names, answers)


def regions_of(desk: Desk, view: Known) -> tuple[Region, ...]:
    """Return every region that a report or a person has named, by id."""
    named = {region for reading in view.readings.values() for region in reading.regions}
    named |= {d.region for d in view.knowledge.decisions if d.region}
    return tuple(_found(desk, sorted(named)))


def answer_of(
    desk: Desk, view: Known, assessment: Assessment, parts: Inside | None = None
) -> Answer:
    """Return one assessment, and how what lies inside stands, as a look-up prints it."""
    told = to_json(assessment, desk.rulebook.scale)
    incidents = view.incidents(assessment.as_of)
    screen = risk_screen(assessment, incidents, desk.rulebook, told["advice"], parts)
    day = assessment.as_of.date().isoformat()
    return Answer(assessment.region.id, day, body_of(told), screen)


def _found(desk: Desk, ids: Iterable[str]) -> Iterator[Region]:
    for region_id in ids:
        try:
            yield desk.gazetteer.by_id(region_id)
        except UnknownName:
            # The gazetteer of an older reading had it; this one does not.
            continue


def _made_by(desk: Desk) -> str:
    """What an answer follows from beside the store: rules, reader, gazetteer."""
    return f"{desk.rulebook.hash[:16]}-{desk.reader.version[:16]}"

"""What is known becomes the answers of `advisory risk`, for any instant.

The answers of the coming days lie ready in snapshots (`pipeline.snapshots`). Others are worked out
once and kept in a cache.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from advisory.assessment.assess import assess
from advisory.assessment.output import advice
from advisory.errors import UserError
from advisory.model.assessment import Assessment, Inside, Region, RegionKind
from advisory.model.distance import distance_km
from advisory.model.marking import Tlp
from advisory.model.naming import region_words
from advisory.model.value import Place
from advisory.model.vocabulary import Precision
from advisory.pipeline.desk import Desk
from advisory.pipeline.inside import inside_at
from advisory.pipeline.known import Known, known
from advisory.pipeline.replays import body_of, keep
from advisory.rendering.screen import risk_screen
from advisory.store.cache import CacheKey, cached, remember
from advisory.store.lookup import Answer
from advisory.store.store import Store


def look_up(
    desk: Desk, regions: Sequence[Region], as_of: datetime, clearance: Tlp | None
) -> tuple[Answer, ...]:
    """Return the answer for each region as of an instant, from the cache where it is there."""
    with desk.open_store() as store:
        key = CacheKey(store.digest, made_by(desk), as_of.isoformat(), str(clearance))
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
        raise UserError(
            f"{region_words(centre, full=True)} has no coordinates, so nothing lies around it."
        )
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


def answer_of(
    desk: Desk, view: Known, assessment: Assessment, parts: Inside | None = None
) -> Answer:
    """Return one assessment, and how what lies inside stands, as a look-up prints it."""
    drivers = {incident for driver in assessment.drivers for incident in driver.incidents}
    incidents = view.incidents_of(drivers, assessment.as_of)
    ahead = view.ahead(assessment.region, assessment.as_of)
    line = advice(assessment, desk.rulebook.scale)
    screen = risk_screen(assessment, incidents, desk.rulebook, line, parts, ahead=ahead)
    day = assessment.as_of.date().isoformat()
    return Answer(assessment.region.id, day, body_of(assessment, view, desk.rulebook), screen)


def made_by(desk: Desk) -> str:
    """What an answer follows from beside the store: rules, reader, gazetteer."""
    return f"{desk.rulebook.hash[:16]}-{desk.reader_version[:16]}"

"""What is known becomes a product: the dossier of a region, the advisory, the document.

The three products are written from the same dossier, so they cannot disagree. Without a clearance a
product is written from everything in the store and bears the strictest marking that it used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from advisory.advice.alert import alert as write_alert
from advisory.advice.brief import brief as write_brief
from advisory.advice.dossier import Dossier
from advisory.advice.weekly import weekly as write_weekly
from advisory.errors import UnknownName
from advisory.incidents.find import by_id
from advisory.model.advice import Advisory, Edition, Profile
from advisory.model.assessment import Region
from advisory.model.delivery import Document
from advisory.model.incident import Incident
from advisory.model.marking import Tlp
from advisory.model.time import Week
from advisory.pipeline.answers import assessed
from advisory.pipeline.desk import Desk
from advisory.rendering.render import render
from advisory.store.store import Store

YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Order:
    """For whom a product is written, as of when, and from which reports."""

    as_of: datetime
    profile: Profile = Profile.NGO
    variant: Edition = Edition.DESK
    clearance: Tlp | None = None


def dossiers(
    desk: Desk, store: Store, regions: Sequence[Region], order: Order
) -> tuple[Dossier, ...]:
    """Return what is known of each region as of the order's instant."""
    view, assessments = assessed(desk, store, regions, order.as_of, order.clearance)
    incidents, conditions = view.incidents(order.as_of), view.conditions(order.as_of)
    return tuple(
        Dossier(
            assessment=assessment,
            incidents=tuple(i for i in incidents if _belongs(i, region, order.as_of)),
            conditions=tuple(c for c in conditions if c.place and region.contains(c.place.regions)),
            reports=view.reports,
            sources=view.sources,
        )
        for region, assessment in zip(regions, assessments, strict=True)
    )


def brief(desk: Desk, region: Region, order: Order) -> Advisory:
    """Return the briefing of a region, as a draft."""
    with desk.open_store() as store:
        [dossier] = dossiers(desk, store, [region], order)
    return write_brief(dossier, order.profile, order.variant, desk.catalogue, desk.rulebook)


def alert(desk: Desk, incident_id: str, order: Order) -> Advisory:
    """Return the alert on one incident, as a draft.

    The region is the admin1 the incident lies in, or the country where no more is known.

    Raises:
        UnknownName: If there is no such incident, or it lies nowhere that is known.
    """
    with desk.open_store() as store:
        view, _ = assessed(desk, store, [], order.as_of, order.clearance)
        incident = by_id(view.incidents(order.as_of), incident_id)
        [dossier] = dossiers(desk, store, [_region_of(desk, incident)], order)
    asked = (order.profile, order.variant, desk.catalogue, desk.rulebook)
    return write_alert(incident, dossier, *asked)


def latest_incident(desk: Desk, region: Region, order: Order) -> str:
    """Return the id of the latest incident in a region.

    Raises:
        UnknownName: If nothing has happened there that is known.
    """
    with desk.open_store() as store:
        [dossier] = dossiers(desk, store, [region], order)
    if not dossier.incidents:
        raise UnknownName("incident", f"in {region.full_name}", ())
    return dossier.incidents[0].id


def weekly(desk: Desk, regions: Sequence[Region], order: Order) -> Advisory:
    """Return the bulletin of the ISO week that the order's instant lies in, as a draft."""
    with desk.open_store() as store:
        told = dossiers(desk, store, regions, order)
    week = Week.of(order.as_of.date())
    asked = (order.profile, order.variant, desk.catalogue, desk.rulebook)
    return write_weekly(told, week, *asked)


def document(desk: Desk, advisory: Advisory, form: str) -> Document:
    """Return an advisory as text, Markdown, HTML, PDF or mail.

    Raises:
        RenderingFailed: If it cannot be drawn as it should.
    """
    levels = desk.rulebook.scale.levels
    return render(advisory, form, desk.template_folders, levels=levels)


def _belongs(incident: Incident, region: Region, as_of: datetime) -> bool:
    is_recent = incident.known_at >= as_of - YEAR
    return is_recent and bool(incident.place and region.contains(incident.place.regions))


def _region_of(desk: Desk, incident: Incident) -> Region:
    place = incident.place
    where = (place.admin1 or place.country) if place else None
    return desk.gazetteer.by_id(where or f"the place of incident {incident.id}")

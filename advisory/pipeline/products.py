"""What is known becomes a product: the dossier of a region, the advisory, the document.

The three products are written from the same dossier, so they cannot disagree. Without a clearance a
product is written from everything in the store and bears the strictest marking that it used. Each
is kept as an edition in all its variants (see `editions`), with the assessments behind it and the
rule base that gave them, so that it can be signed, and replayed.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from advisory.advice.alert import alert as write_alert
from advisory.advice.brief import brief as write_brief
from advisory.advice.dossier import Dossier
from advisory.advice.guide import Guide
from advisory.advice.weekly import weekly as write_weekly
from advisory.assessment.assess import assess
from advisory.assessment.hands import standing_at
from advisory.errors import UnknownName
from advisory.incidents.find import by_id
from advisory.model.advice import Advisory, Edition, Profile
from advisory.model.assessment import Region
from advisory.model.delivery import Document
from advisory.model.naming import region_words
from advisory.model.time import Week
from advisory.pipeline.desk import Desk
from advisory.pipeline.editions import Order, Write, drafted, shown
from advisory.pipeline.inside import inside_at
from advisory.pipeline.known import Known, known
from advisory.pipeline.replays import keep
from advisory.rendering.render import render
from advisory.store.store import Store

__all__ = [
    "Order",
    "alert",
    "brief",
    "document",
    "dossiers",
    "in_the_news",
    "latest_incident",
    "weekly",
]

DAY = timedelta(days=1)
YEAR = timedelta(days=366)
QUARTER = timedelta(days=91)


def brief(desk: Desk, region: Region, order: Order) -> Advisory:
    """Return the briefing of a region: a draft, or the edition there is, with its signatures."""
    with desk.open_store() as store:
        view = _view(desk, store, order)
        [dossier] = dossiers(desk, view, [region], order)
        parts = inside_at(region, desk, view, order.as_of)

        def write(previous: Advisory | None, profile: Profile, variant: Edition) -> Advisory:
            told = replace(dossier, previous=previous, inside=parts)
            return write_brief(told, _guide(desk, profile), variant)

        return _shown(desk, store, [dossier], order, write)


def alert(desk: Desk, incident_id: str, order: Order) -> Advisory:
    """Return the alert on one incident: a draft, or the edition there is, with its signatures.

    The region is the admin1 the incident lies in, or the country where no more is known.

    Raises:
        UnknownName: If there is no such incident, or it lies nowhere that is known.
    """
    with desk.open_store() as store:
        view = _view(desk, store, order)
        incident = by_id(view.incidents(order.as_of), incident_id)
        where = incident.place.division if incident.place else None
        region = desk.gazetteer.by_id(where or f"the place of incident {incident.id}")
        [dossier] = dossiers(desk, view, [region], order)

        def write(previous: Advisory | None, profile: Profile, variant: Edition) -> Advisory:
            told = replace(dossier, previous=previous)
            return write_alert(incident, told, _guide(desk, profile), variant)

        other_names = [f"alert-{alias}" for alias in incident.aliases]
        return _shown(desk, store, [dossier], order, write, other_names=other_names)


def latest_incident(desk: Desk, region: Region, order: Order) -> str:
    """Return the id of the latest incident in a region.

    Raises:
        UnknownName: If nothing has happened there that is known.
    """
    with desk.open_store() as store:
        [dossier] = dossiers(desk, _view(desk, store, order), [region], order)
    if not dossier.incidents:
        raise UnknownName("incident", f"in {region_words(region, full=True)}", ())
    return dossier.incidents[0].id


def weekly(desk: Desk, regions: Sequence[Region], order: Order) -> Advisory:
    """Return the bulletin of the ISO week of the day before, with its signatures if it has.

    On Monday morning the week to tell is the one that has ended: the new one is still empty.
    Without regions it is the bulletin of all that are in the news (see `in_the_news`), a series of
    its own, so that a region can come and go and is still compared with its last edition.

    Raises:
        UnknownName: If no region was named and none is in the news.
    """
    week = Week.of((order.as_of - DAY).date())
    with desk.open_store() as store:
        view = _view(desk, store, order)
        told = dossiers(desk, view, regions or in_the_news(desk, view, order.as_of), order)
        told = tuple(replace(d, inside=inside_at(d.region, desk, view, order.as_of)) for d in told)

        def write(previous: Advisory | None, profile: Profile, variant: Edition) -> Advisory:
            since = [replace(dossier, previous=previous) for dossier in told]
            written = write_weekly(since, week, _guide(desk, profile), variant)
            return written if regions else replace(written, series="bulletin-all")

        return _shown(desk, store, told, order, write)


def in_the_news(desk: Desk, view: Known, as_of: datetime) -> tuple[Region, ...]:
    """Return each admin1, or country where no more is known, with news in a quarter or a standing.

    A quarter, because a region that falls silent must be seen to do so: it stays in the bulletin
    as stale or unknown rather than drop out of it.

    Raises:
        UnknownName: If there is none.
    """
    told = (i.place for i in view.incidents(as_of) if i.known_at >= as_of - QUARTER)
    ids = {place.division for place in told if place}
    decisions = view.knowledge.decisions
    ids |= {d.region for d in decisions if d.region and standing_at(decisions, d.region, as_of)}
    if not ids:
        raise UnknownName("region", "with an incident in the 91 days before", ())
    return tuple(desk.gazetteer.by_id(region) for region in sorted(filter(None, ids)))


def dossiers(
    desk: Desk, view: Known, regions: Sequence[Region], order: Order
) -> tuple[Dossier, ...]:
    """Return what is known of each region as of the order's instant."""
    assessments = assess(regions, order.as_of, view.knowledge, desk.rulebook)
    first, conditions = order.as_of - YEAR, view.conditions(order.as_of)
    incidents = [i for i in view.incidents(order.as_of) if i.known_at >= first]
    return tuple(
        Dossier(
            assessment=assessment,
            incidents=tuple(i for i in incidents if region.holds(i.place)),
            conditions=tuple(c for c in conditions if c.holds_in(region)),
            reports=view.reports,
            sources=view.sources,
        )
        for region, assessment in zip(regions, assessments, strict=True)
    )


def document(desk: Desk, advisory: Advisory, form: str) -> Document:
    """Return an advisory as text, Markdown, HTML, PDF or mail.

    Raises:
        RenderingFailed: If it cannot be drawn as it should.
    """
    levels = desk.rulebook.scale.levels
    return render(advisory, form, desk.template_folders, levels=levels)


def _guide(desk: Desk, profile: Profile) -> Guide:
    return Guide(profile, desk.catalogue, desk.rulebook)


def _view(desk: Desk, store: Store, order: Order) -> Known:
    return known(desk, store, order.clearance, signed_before=order.as_of)


def _shown(
    desk: Desk,
    store: Store,
    told: Sequence[Dossier],
    order: Order,
    write: Write,
    *,
    other_names: Sequence[str] = (),
) -> Advisory:
    """Keep the edition, and what its replay needs; return the variant that was asked for."""
    with store.writing():
        kept = drafted(store, order, write, other_names)
        made = [dossier.assessment for dossier in told]
        keep(desk, store, made, order.clearance, signed_before=order.as_of)
    return shown(store, kept, order)

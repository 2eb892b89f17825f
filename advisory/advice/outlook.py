"""What is likely to come, by when, and how we will know whether it did.

A forecast is made where the outlook catalogue has a call for a hazard that showed itself lately at
such a level; its word, band and horizon are the catalogue's. Where the level is unknown there is no
forecast: nothing is known to forecast from.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from advisory.advice.dossier import Dossier, day_of
from advisory.advice.words import date_slot, from_file, place_slot, region_slot, say
from advisory.model.advice import Forecast, Provenance, Slot, Statement
from advisory.model.incident import Condition, Incident
from advisory.model.value import Place
from advisory.model.vocabulary import NOT_HAPPENED, ConditionState
from advisory.model.wording import long_day
from advisory.rulebook.calls import Call
from advisory.rulebook.catalogue import Catalogue

MOST_CALLS = 3


def outlook(dossier: Dossier, catalogue: Catalogue) -> tuple[Forecast, ...]:
    """Return the forecasts for a region, of the heaviest hazard first; none for an UNKNOWN."""
    if dossier.assessment.level is None:
        return ()
    scores = {score.hazard.value: score.score for score in dossier.assessment.hazards}
    order = {call.id: place for place, call in enumerate(catalogue.calls)}
    calls = sorted(catalogue.calls, key=lambda c: (-scores.get(c.hazard, 0.0), order[c.id]))
    made = (forecast for call in calls for forecast in _made(call, dossier))
    return tuple(made)[:MOST_CALLS]


def _made(call: Call, dossier: Dossier) -> Iterator[Forecast]:
    if (dossier.plan or 0) < call.from_level:
        return
    if call.condition is None:
        places = [incident.place for incident in _triggers(call, dossier)]
    else:
        places = [condition.place for condition in _holding(call, dossier)]
    if places:
        yield _forecast(call, dossier, places[0])


def _triggers(call: Call, dossier: Dossier) -> list[Incident]:
    return [
        incident
        for incident in dossier.recent(call.within_days)
        if incident.hazard.value == call.hazard
        and incident.status not in NOT_HAPPENED
        and (not call.types or incident.type in call.types)
    ]


def _holding(call: Call, dossier: Dossier) -> list[Condition]:
    first = dossier.day - timedelta(days=call.within_days)
    return [
        condition
        for condition in dossier.conditions
        if condition.kind is call.condition
        and condition.state is ConditionState.IN_FORCE
        and (condition.since or condition.last_word.date()) > first
    ]


def _forecast(call: Call, dossier: Dossier, place: Place | None) -> Forecast:
    horizon = dossier.day + timedelta(days=call.horizon_days)
    region = region_slot(dossier.region)
    where = place_slot(place, call.id) if place is not None else region
    slots = {
        "place": where,
        "region": region,
        "horizon": date_slot(horizon, f"as-of and {call.horizon_days} days"),
        "likelihood": Slot(call.likelihood.value, Provenance.CATALOGUE, f"outlook.{call.id}"),
    }
    names = {name: slot.text for name, slot in slots.items()}
    low, high = call.likelihood.band
    return Forecast(
        statement=from_file(call.sentence, Provenance.CATALOGUE, f"outlook.{call.id}", slots),
        likelihood=call.likelihood.value,
        low_percent=low,
        high_percent=high,
        horizon=horizon,
        resolver=call.resolver.format(since=long_day(dossier.day + timedelta(days=1)), **names),
        rule=call.id,
        region=dossier.region.id,
        hazard=call.resolved_by.value if call.resolved_by else call.hazard,
        since=dossier.day + timedelta(days=1),
    )


def came_true(forecast: Forecast, incidents: Sequence[Incident]) -> Incident | None:
    """Return the first incident that makes a forecast true, or None.

    It happened in the region of the forecast, is of its hazard, and falls between the day after the
    forecast was made and its horizon.
    """
    first = forecast.since or forecast.horizon
    return next(
        (
            incident
            for incident in sorted(incidents, key=lambda i: (day_of(i), i.id))
            if incident.hazard.value == forecast.hazard
            and first <= day_of(incident) <= forecast.horizon
            and incident.place is not None
            and forecast.region in incident.place.regions
        ),
        None,
    )


def calls_resolved(dossier: Dossier) -> tuple[Statement, ...]:
    """Return how the calls of the last edition came out: true, not seen, or still open."""
    previous = dossier.previous.parts if dossier.previous else ()
    calls = [f for part in previous if part.region.id == dossier.region.id for f in part.outlook]
    return tuple(_outcome(call, dossier) for call in calls)


def _outcome(forecast: Forecast, dossier: Dossier) -> Statement:
    quote = Slot(str(forecast.statement), Provenance.CATALOGUE, f"outlook.{forecast.rule}")
    found = came_true(forecast, dossier.incidents)
    if found is not None:
        day = date_slot(day_of(found), found.id)
        return say("Came true on {day}: {quote}", found.reports, day=day, quote=quote)
    if dossier.day <= forecast.horizon:
        return say("Open: {quote}", quote=quote)
    return say("Not seen in what we read: {quote}", quote=quote)

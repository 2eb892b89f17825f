"""Mentions, incidents and conditions as JSON, in the shape that `extract` and `incidents` share.

A count is two numbers, `_min` and `_max`; null is an open end or unknown. Days are ISO dates.
`actors` are all who take part in doing it, `perpetrators` those who are said to have done it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from advisory.model.incident import Condition, ConditionMention, Incident, Mention
from advisory.model.value import Actor, Claim, Count, DateRange, Evidence, Part, Place
from advisory.model.vocabulary import ActorRole

Json = dict[str, Any]

_TAKE_PART = frozenset({ActorRole.PERPETRATOR, ActorRole.PARTY, ActorRole.SUPPORTER})


def told(thing: Mention | Incident) -> Json:
    """Return what is told of an incident, by one report or by all of them."""
    return {
        "id": thing.id,
        "type": thing.type,
        "category": thing.category.value,
        "hazard": thing.hazard.value,
        "date": first_day(thing.date),
        "date_last": last_day(thing.date),
        **place_json(thing.place),
        **count_json("killed", thing.killed),
        **count_json("injured", thing.injured),
        **count_json("abducted", thing.abducted),
        **count_json("freed", thing.freed),
        "freed_on": last_day(thing.freed_on),
        "parts": [
            *_parts("killed", thing.killed_parts),
            *_parts("injured", thing.injured_parts),
        ],
        "actors": _names(actor for actor in thing.actors if actor.role in _TAKE_PART),
        "perpetrators": _names(a for a in thing.actors if a.role is ActorRole.PERPETRATOR),
        "attributed": _names(actor for actor in thing.actors if actor.attributed),
        "targets": list(thing.targets),
        "weapons": list(thing.weapons),
        "status": thing.status.value,
    }


def condition_json(condition: Condition | ConditionMention) -> Json:
    """Return a lasting state, as one report tells it or as all of them do."""
    return {
        "id": condition.id,
        "kind": condition.kind.value,
        "hazard": condition.hazard.value,
        "state": condition.state.value,
        **place_json(condition.place),
        "subject": condition.subject,
    }


def first_day(when: DateRange | None) -> str | None:
    """Return the first day as ISO date; None where it is open or unknown."""
    return when.first.isoformat() if when and when.first else None


def last_day(when: DateRange | None) -> str | None:
    """Return the last day as ISO date; None where it is open or unknown."""
    return when.last.isoformat() if when and when.last else None


def place_json(place: Place | None) -> Json:
    """Return a place as names and a point; what is only a country has no place."""
    is_country = place is not None and place.kind == "country"
    return {
        "place": place.name if place and not is_country else None,
        "admin1": place.admin1_name if place else None,
        "country": place.country_name if place else None,
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
    }


def count_json(name: str, count: Count | None) -> Json:
    """Return a count as its least and its most."""
    return {
        f"{name}_min": count.low if count else None,
        f"{name}_max": count.high if count else None,
    }


def claim_json(claim: Claim) -> Json:
    """Return who says what of one field, and how they stand to it."""
    return {
        "field": claim.field,
        "value": claim.value,
        "stance": claim.stance.value,
        "speaker": claim.speaker,
        "speaker_kind": claim.speaker_kind.value,
    }


def evidence_json(proofs: Iterable[Evidence]) -> dict[str, list[list[Any]]]:
    """Return field -> the spans that prove it, each [start, end, text]."""
    fields: dict[str, list[list[Any]]] = {}
    for proof in proofs:
        spans = fields.setdefault(proof.field, [])
        spans += [one for s in proof.spans if (one := [s.start, s.end, s.text]) not in spans]
    return fields


def _parts(harm: str, parts: Sequence[Part]) -> list[Json]:
    return [
        {"harm": harm, "who": part.who, "min": part.count.low, "max": part.count.high}
        for part in parts
    ]


def _names(actors: Iterable[Actor]) -> list[str]:
    return list(dict.fromkeys(actor.name for actor in actors))

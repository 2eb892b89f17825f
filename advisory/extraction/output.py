"""A reading as JSON, in the shape of `advisory extract`.

One object a document: `id`, `incidents`, `conditions`. A count is two numbers, `_min` and `_max`;
null is an open end or unknown. History without figures of its own and totals of campaigns are no
incidents and are left out.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from advisory.model.incident import ConditionMention, Mention
from advisory.model.text import Reading
from advisory.model.value import Actor, Claim, Count, DateRange, Evidence, Part, Place
from advisory.model.vocabulary import ActorRole

Json = dict[str, Any]
_NOBODY = frozenset({"gen_gunmen", "gen_assailants"})
_TAKE_PART = frozenset({ActorRole.PERPETRATOR, ActorRole.PARTY, ActorRole.SUPPORTER})


def to_json(reading: Reading) -> Json:
    """Return one document's line of `advisory extract`."""
    told = [m for m in reading.mentions if not m.background and not m.aggregate]
    return {
        "id": reading.report,
        "language": reading.language,
        "readable": reading.readable,
        "incidents": [_incident(mention) for mention in told],
        "conditions": [_condition(condition) for condition in reading.conditions],
    }


def _incident(mention: Mention) -> Json:
    return {
        "id": mention.id,
        "type": mention.type,
        "category": mention.category.value,
        **_dates(mention.date),
        **_place(mention.place, mention.evidence),
        **_count("killed", mention.killed),
        **_count("injured", mention.injured),
        "parts": {
            "killed": _parts(mention.killed_parts),
            "injured": _parts(mention.injured_parts),
        },
        "actors": [actor.name for actor in mention.actors if _is_named(actor)],
        "perpetrators": [
            {"name": actor.name, "role": actor.role.value, "attributed": actor.attributed}
            for actor in mention.actors
        ],
        "targets": list(mention.targets),
        "weapons": list(mention.weapons),
        "status": mention.status.value,
        "claims": [_claim(claim) for claim in mention.claims],
        "conflicts": list(mention.conflicts),
        "evidence": _evidence(mention.evidence),
    }


def _is_named(actor: Actor) -> bool:
    """Whether an actor takes part and is known by more than "gunmen" or "assailants"."""
    return actor.role in _TAKE_PART and actor.id not in _NOBODY


def _condition(condition: ConditionMention) -> Json:
    return {
        "id": condition.id,
        "kind": condition.kind.value,
        "state": condition.state.value,
        **_place(condition.place, condition.evidence),
        "since": _first(condition.since),
        "until": _last(condition.until),
        "subject": condition.subject,
        "claims": [_claim(claim) for claim in condition.claims],
        "evidence": _evidence(condition.evidence),
    }


def _dates(day: DateRange | None) -> Json:
    return {"date": _first(day), "date_last": _last(day)}


def _first(day: DateRange | None) -> str | None:
    return day.first.isoformat() if day and day.first else None


def _last(day: DateRange | None) -> str | None:
    return day.last.isoformat() if day and day.last else None


def _place(place: Place | None, proofs: Iterable[Evidence]) -> Json:
    """Return the place by the names the report uses; the gazetteer's where it uses none."""
    written = {proof.field: proof.spans[0].text for proof in proofs}
    is_country = place is not None and place.kind == "country"
    return {
        "place": _written(place.name, written.get("place")) if place and not is_country else None,
        "admin1": _written(place.admin1_name, written.get("admin1")) if place else None,
        "country": place.country_name if place else None,
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
    }


def _written(name: str | None, words: str | None) -> str | None:
    """Return the report's own words for a place, unless they say less: "Mali" for its north."""
    is_part = name is not None and name[:1].islower()  # "northern Mali" of the gazetteer
    return name if words is None or is_part else " ".join(words.split())


def _count(name: str, count: Count | None) -> Json:
    return {
        f"{name}_min": count.low if count else None,
        f"{name}_max": count.high if count else None,
    }


def _parts(parts: Sequence[Part]) -> list[Json]:
    return [{"who": part.who, "min": part.count.low, "max": part.count.high} for part in parts]


def _claim(claim: Claim) -> Json:
    return {
        "field": claim.field,
        "value": claim.value,
        "stance": claim.stance.value,
        "speaker": claim.speaker,
        "speaker_kind": claim.speaker_kind.value,
    }


def _evidence(proofs: Iterable[Evidence]) -> dict[str, list[list[Any]]]:
    fields: dict[str, list[list[Any]]] = {}
    for proof in proofs:
        spans = fields.setdefault(proof.field, [])
        for span in proof.spans:
            one = [span.start, span.end, span.text]
            if one not in spans:
                spans.append(one)
    return fields

"""A reading as JSON, in the shape of `advisory extract`: one object a document.

History without figures of its own and totals of campaigns are no incidents and are left out. Places
have the names the report uses, beside the coordinates the gazetteer gives them; among the actors
only those known by more than "gunmen".
"""

from collections.abc import Iterable, Iterator
from typing import Any

from advisory.model.exchange import (
    claim_json,
    condition_json,
    evidence_json,
    first_day,
    last_day,
    told,
)
from advisory.model.incident import ConditionMention, Mention
from advisory.model.text import Reading
from advisory.model.value import Evidence

Json = dict[str, Any]
_UNNAMED = "gen_"
_NOBODY = frozenset({"gen_gunmen", "gen_assailants"})


def to_json(reading: Reading) -> Json:
    """Return one document's line of `advisory extract`."""
    mentions = [m for m in reading.mentions if not m.background and not m.aggregate]
    return {
        "id": reading.report,
        "language": reading.language,
        "readable": reading.readable,
        "incidents": [_incident(mention) for mention in mentions],
        "conditions": [_condition(condition) for condition in reading.conditions],
    }


def _incident(mention: Mention) -> Json:
    made = told(mention)
    return {
        **made,
        **_as_written(made, mention.evidence),
        "actors": list(_known(made["actors"], mention)),
        "claims": [claim_json(claim) for claim in mention.claims],
        "conflicts": list(mention.conflicts),
        "evidence": evidence_json(mention.evidence),
    }


def _known(names: Iterable[str], mention: Mention) -> Iterator[str]:
    """Return who is known by more than "gunmen"; the unnamed in the report's own words."""
    ids = {actor.name: actor.id for actor in mention.actors}
    words = {
        proof.rule.rpartition("/")[2]: " ".join(proof.spans[0].text.lower().split())
        for proof in mention.evidence
        if proof.field == "actors"
    }
    for name in names:
        id_ = str(ids.get(name))
        if id_ not in _NOBODY:
            own = words.get(id_, name) if id_.startswith(_UNNAMED) else name
            yield name if own.startswith(name) else own  # "militiamen" are a militia


def _condition(condition: ConditionMention) -> Json:
    made = condition_json(condition)
    return {
        **made,
        **_as_written(made, condition.evidence),
        "since": first_day(condition.since),
        "until": last_day(condition.until),
        "claims": [claim_json(claim) for claim in condition.claims],
        "evidence": evidence_json(condition.evidence),
    }


def _as_written(made: Json, proofs: Iterable[Evidence]) -> Json:
    """Return place and region in the report's own words, unless they say less than the name."""
    words = {proof.field: " ".join(proof.spans[0].text.split()) for proof in proofs}
    names = {field: made[field] for field in ("place", "admin1") if made[field]}
    return {
        field: name if name[:1].islower() else words.get(field, name)  # "northern Mali" stays
        for field, name in names.items()
    }

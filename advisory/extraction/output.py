"""A reading as JSON, in the shape of `advisory extract`: one object a document.

History without figures of its own and totals of campaigns are no incidents and are left out. Places
have the names the report uses, beside the coordinates the gazetteer gives them; among the actors
only those known by more than "gunmen".
"""

from collections.abc import Iterable
from typing import Any

from advisory.extraction.actors.the_one import THE_ONE
from advisory.extraction.places.place_found import FEATURE
from advisory.model.calling_off import Cancellation
from advisory.model.exchange import (
    claim_json,
    condition_json,
    evidence_json,
    first_day,
    last_day,
    place_json,
    told,
)
from advisory.model.incident import ConditionMention, Mention
from advisory.model.text import Reading
from advisory.model.value import UNNAMED, Evidence

Json = dict[str, Any]
_NOBODY = frozenset({"gen_assailants"})
_NAMED = "lexicon/"
_STEM = 5  # letters by which "Maoists" are of the same name as "Maoist"


def to_json(reading: Reading) -> Json:
    """Return one document's line of `advisory extract`."""
    mentions = [m for m in reading.mentions if not m.background and not m.aggregate]
    return {
        "id": reading.report,
        "language": reading.language,
        "readable": reading.readable,
        "incidents": [_incident(mention) for mention in mentions],
        "conditions": [_condition(condition) for condition in reading.conditions],
        "called_off": [_cancellation(one) for one in reading.cancellations],
    }


def _incident(mention: Mention) -> Json:
    made = told(mention)
    return {
        **made,
        **_as_written(made, mention.evidence),
        "actors": _known(made["actors"], mention),
        "claims": [claim_json(claim) for claim in mention.claims],
        "conflicts": list(mention.conflicts),
        "evidence": evidence_json(mention.evidence),
    }


def _known(names: Iterable[str], mention: Mention) -> list[str]:
    """Return who is known by more than having attacked, and what the report calls them.

    A name comes with the report's own for it; who is "the rebels" is that as well.
    """
    ids = {actor.name: str(actor.id) for actor in mention.actors}
    proofs = [proof for proof in mention.evidence if proof.field == "actors"]
    by_name = [proof for proof in reversed(proofs) if proof.rule.startswith(_NAMED)]
    words = {proof.rule.rpartition("/")[2]: proof.spans[0].text for proof in by_name}
    words = {name: own for name, own in words.items() if not name.startswith(UNNAMED)}
    known = [
        _as_called(name, words.get(ids.get(name, ""), ""))
        for name in names
        if ids.get(name) not in _NOBODY
    ]
    called = (p.spans[0].text.lower() for p in proofs if p.rule.startswith(THE_ONE))
    return list(dict.fromkeys((*known, *(" ".join(words.split()) for words in called))))


def _as_called(name: str, words: str) -> str:
    """Return a name with the report's own words beside it, where those share none with it.

    >>> _as_called("National Liberation Army", "ELN"), _as_called("Boko Haram", "Boko Haram men")
    ('National Liberation Army (ELN)', 'Boko Haram')
    """
    own = " ".join(words.split())
    return name if (_stems(own) & _stems(name)) or not own else f"{name} ({own})"


def _stems(name: str) -> set[str]:
    return {word[:_STEM] for word in name.lower().replace("-", " ").split()}


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


def _cancellation(one: Cancellation) -> Json:
    """Return what a report says is off, its day, and the one it was put off to."""
    made = {"id": one.id, "type": one.type, **place_json(one.place)}
    return {
        **made,
        **_as_written(made, one.evidence),
        "date": first_day(one.day),
        "date_last": last_day(one.day),
        "moved_to": first_day(one.moved_to),
        "claims": [claim_json(claim) for claim in one.claims],
        "evidence": evidence_json(one.evidence),
    }


def _as_written(made: Json, proofs: Iterable[Evidence]) -> Json:
    """Return place and region in the report's own words, unless they say less than the name."""
    names = {field: made[field] for field in ("place", "admin1") if made[field]}
    told = (proof for proof in proofs if proof.field in names and proof.rule != FEATURE)
    words = {proof.field: " ".join(proof.spans[0].text.split()) for proof in told}
    return {
        field: name if name[:1].islower() else words.get(field, name)  # "northern Mali" stays
        for field, name in names.items()
    }

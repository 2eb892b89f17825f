"""A reading as JSON, in the shape of `advisory extract`: one object a document.

History without figures of its own and totals of campaigns are no incidents and are left out.
"""

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

Json = dict[str, Any]


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
    return {
        **told(mention),
        "claims": [claim_json(claim) for claim in mention.claims],
        "conflicts": list(mention.conflicts),
        "evidence": evidence_json(mention.evidence),
    }


def _condition(condition: ConditionMention) -> Json:
    return {
        **condition_json(condition),
        "since": first_day(condition.since),
        "until": last_day(condition.until),
        "claims": [claim_json(claim) for claim in condition.claims],
        "evidence": evidence_json(condition.evidence),
    }

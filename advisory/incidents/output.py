"""An incident as JSON and as the lines of its ledger: who says what, graded, nothing averaged."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from advisory.incidents.mended import Mended
from advisory.model.exchange import Json, claim_json, evidence_json, told
from advisory.model.incident import Account, Incident
from advisory.model.wording import count_words


def to_json(incident: Incident) -> Json:
    """Return one entry of `advisory incidents --json` (DESIGN, section 5)."""
    return {
        **told(incident),
        "claims": [claim_json(claim) for _, claim in incident.claims],
        "evidence": evidence_json(p for a in incident.accounts for p in a.mention.evidence),
        "killed_low": incident.killed_low,
        "killed_high": incident.killed_high,
        "credibility": int(incident.credibility),
        "reliability": incident.reliability.value,
        "reports": list(incident.reports),
        "origins": list(incident.origins),
    }


def ledger_json(incident: Incident, mended: Sequence[Mended] = ()) -> Json:
    """Return `advisory incident ID --json`: the entry with its claims ledger.

    `mended` is what people set, each with what was read.
    """
    return {
        **to_json(incident),
        "ledger": [_entry(account, mended) for account in incident.accounts],
        "grading": list(incident.grading),
        "why_same": list(incident.why_same),
        "aliases": list(incident.aliases),
    }


def _entry(account: Account, mended: Iterable[Mended]) -> dict[str, Any]:
    mention = account.mention
    return {
        "report": mention.report,
        "source": account.source,
        "owner": account.owner,
        "origin": account.origin,
        "reliability": account.reliability.value,
        "tlp": str(account.tlp),
        "known_at": account.known_at.isoformat(),
        "killed": count_words(mention.killed) if mention.killed else None,
        "injured": count_words(mention.injured) if mention.injured else None,
        "status": mention.status.value,
        "claims": [claim_json(claim) for claim in mention.claims],
        "evidence": evidence_json(mention.evidence),
        "set": [_set(one) for one in mended if one.mention == mention.id],
    }


def _set(mended: Mended) -> Json:
    decision = mended.decision
    return {
        "field": mended.field,
        "value": mended.now,
        "was": mended.was,
        "by": decision.by,
        "because": decision.because,
        "at": decision.recorded_at.isoformat(),
        "decision": decision.id,
    }


def ledger_lines(incident: Incident, mended: Sequence[Mended] = ()) -> Iterator[str]:
    """Yield the ledger for a terminal: each account with its claims, then the grading.

    `mended` is what people set, each with what was read.
    """
    for account in incident.accounts:
        mention = account.mention
        killed = count_words(mention.killed) if mention.killed else "unknown"
        injured = count_words(mention.injured) if mention.injured else "unknown"
        source = account.source or "no source"
        yield f"  {mention.report} ({source}, {account.reliability.value}, {account.tlp})"
        yield f"      killed {killed}, injured {injured}"
        yield from (f"      {one.line}" for one in mended if one.mention == mention.id)
        for claim in mention.claims:
            speaker = claim.speaker or "somebody not named"
            yield f"      {claim.field}: {speaker} {claim.stance}: {claim.value}"
    yield f"  credibility {int(incident.credibility)}"
    yield from (f"      {step}" for step in incident.grading)
    yield from (f"      {step}" for step in incident.why_same)

"""An incident as JSON and as the lines of its ledger: who says what, graded, nothing averaged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from advisory.incidents.mended import Mended
from advisory.model.exchange import Json, claim_json, evidence_json, first_day, told
from advisory.model.incident import Account, Incident
from advisory.model.wording import count_words

_AHEAD = ("type", "hazard", "status", "place", "admin1", "country", "date", "date_last")


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
        **_callings_off(incident),
    }


def ahead_json(incident: Incident) -> Json:
    """Return one entry of `ahead` in `advisory risk --json`: what is announced, and by whom.

    `said_by` are the sources that tell it, `claims` what somebody in them says.
    """
    made = told(incident)
    sources = (account.source or "no source" for account in incident.accounts)
    return {
        "incident": incident.id,
        **{field: made[field] for field in _AHEAD},
        "said_by": list(dict.fromkeys(sources)),
        "claims": [claim_json(claim) for _, claim in incident.claims],
        "reports": list(incident.reports),
        **_callings_off(incident),
    }


def _callings_off(incident: Incident) -> Json:
    """Return who says that it is off, and the days that it was put off from."""
    return {
        "moved_from": first_day(incident.moved_from),
        "callings_off": [
            {
                "by": word.speaker,
                "source": word.source,
                "reliability": word.reliability.value,
                "known_at": word.known_at.isoformat(),
                "report": word.cancellation.report,
                "moved_to": first_day(word.cancellation.moved_to),
                "outweighs": word.outweighs,
                "evidence": evidence_json(word.cancellation.evidence),
            }
            for word in incident.callings_off
        ],
    }


def ledger_json(incident: Incident, mended: Sequence[Mended] = ()) -> Json:
    """Return `advisory incident ID --json`: the entry with its claims ledger.

    `mended` is what people set, each with what was read.
    """
    return {
        **to_json(incident),
        "ledger": [_entry(account, mended) for account in incident.accounts],
        "side_by_side": [
            {"field": field, "claims": rows} for field, rows in side_by_side(incident).items()
        ],
        "grading": list(incident.grading),
        "why_same": list(incident.why_same),
        "aliases": list(incident.aliases),
    }


def side_by_side(incident: Incident) -> dict[str, list[Json]]:
    """Return, for each field of which more than one speaker says something, who says what.

    What several reports quote of one speaker is one row. A report's own figure, where it is nobody
    else's claim, is its source's.
    """
    told: dict[str, dict[tuple[str, str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for account in incident.accounts:
        mention = account.mention
        own = {
            "killed": mention.killed,
            "injured": mention.injured,
            "abducted": mention.abducted,
            "freed": mention.freed,
        }
        for claim in mention.claims:
            speaker = claim.speaker or "somebody not named"
            if claim.count and claim.count == own.get(claim.field):
                own[claim.field] = None
            told[claim.field][speaker, claim.stance.value, claim.value].append(mention.report)
        for field, count in own.items():
            if count is not None:
                speaker = account.source or "no source"
                told[field][speaker, "asserted", count_words(count)].append(mention.report)
    return {
        field: [_row(*said, reports) for said, reports in rows.items()]
        for field, rows in told.items()
        if len({speaker for speaker, _, _ in rows}) > 1
    }


def _row(speaker: str, stance: str, value: str, reports: Iterable[str]) -> Json:
    unique = list(dict.fromkeys(reports))
    return {"speaker": speaker, "stance": stance, "value": value, "reports": unique}


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
        "abducted": count_words(mention.abducted) if mention.abducted else None,
        "freed": count_words(mention.freed) if mention.freed else None,
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
        taken = f", abducted {count_words(mention.abducted)}" if mention.abducted else ""
        free = f", freed {count_words(mention.freed)}" if mention.freed else ""
        yield f"      killed {killed}, injured {injured}{taken}{free}"
        yield from (f"      {one.line}" for one in mended if one.mention == mention.id)
        for claim in mention.claims:
            speaker = claim.speaker or "somebody not named"
            yield f"      {claim.field}: {speaker} {claim.stance}: {claim.value}"
    for word in incident.callings_off:
        beside = "" if word.outweighs else "; does not outweigh who announced it"
        source = f"{word.source or 'no source'}, {word.reliability.value}"
        yield f"  {word.cancellation.report} ({source})"
        yield f"      called off: {word.by}{beside}"
    yield from _compared(incident)
    yield f"  credibility {int(incident.credibility)}"
    yield from (f"      {step}" for step in incident.grading)
    yield from (f"      {step}" for step in incident.why_same)


def _compared(incident: Incident) -> Iterator[str]:
    """Yield the claims of opponents under one another, and how the toll follows from them."""
    rows = side_by_side(incident)
    if rows:
        yield "  side by side"
    for field, claims in rows.items():
        for claim in claims:
            reports = ", ".join(claim["reports"])
            said = f"{claim['speaker']} {claim['stance']}: {claim['value']}"
            yield f"      {field}: {said} ({reports})"
    low, high = incident.killed_low, incident.killed_high
    if incident.killed and low is not None and high is not None and low < high:
        best = count_words(incident.killed)
        yield f"  killed: best {best}, least {low}, most {high}"
        yield "      best is the highest figure that every credible account supports"

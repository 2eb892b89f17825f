"""Ids that are the same on every machine (decision 2).

A report has its own id or the hash of its source and text, the row of a coded event its event and
the hash of what it says; a mention the hash of its report, the
span that triggered it and its type; an incident the hash of its earliest mention by (published,
report, start). An id of its own is kept; a hash is 16 hexadecimal digits behind a letter.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime

from advisory.model.decision import Decision
from advisory.model.incident import Mention
from advisory.model.value import Span

_canonical = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode


def digest(*parts: object) -> str:
    """Return the SHA-256 of a canonical JSON form of the parts.

    >>> digest("a", 1) == digest("a", 1) != digest("a1")
    True
    """
    text = _canonical(parts)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def begun_digest(*parts: object) -> "hashlib._Hash":
    """Return a digest of more than one part, of which the first are given: see `ended_digest`."""
    text = _canonical(parts)
    return hashlib.sha256(text[:-1].encode("ascii") + b",")


def ended_digest(begun: "hashlib._Hash", *parts: object) -> str:
    """Return the digest of all parts; the first are hashed once, however often they are used.

    >>> ended_digest(begun_digest("a"), 1) == digest("a", 1)
    True
    """
    text = _canonical(parts)
    whole = begun.copy()
    whole.update(text[1:].encode("ascii"))
    return whole.hexdigest()


def report_id(source: str | None, text: str) -> str:
    """Return the id of a report that came without one."""
    return f"r{digest(source or '', text)[:16]}"


def row_id(dataset: str, event: str, text: str) -> str:
    """Return the id of one telling of a coded event; another telling of it has another.

    >>> event_of(row_id("acled", "MLI1", "killed: 12"))
    'acled:MLI1'
    """
    return f"{dataset}:{event}@{hashlib.sha256(text.encode('utf-8')).hexdigest()[:8]}"


def event_of(row: str) -> str:
    """Return the coded event that a row tells, by the row's id."""
    return row.rpartition("@")[0] or row


def mention_id(report: str, trigger: Span, kind: str) -> str:
    """Return the id of a mention, or of a mention of a condition."""
    return f"m{digest(report, trigger.start, trigger.end, trigger.text, kind)[:16]}"


def incident_id(mentions: Iterable[tuple[datetime, Mention]]) -> str:
    """Return the id of the incident these mentions, each with its known-at, make up."""
    _, _, _, first = min((known, m.report, m.trigger.start, m.id) for known, m in mentions)
    return f"i{digest(first)[:16]}"


def decision_id(decision: Decision) -> str:
    """Return the id of a decision: the hash of all it says, whatever id it has now."""
    anchors = [(a.report, a.span.start, a.span.end, a.span.text, a.type) for a in decision.anchors]
    days = [day and day.isoformat() for day in (decision.valid_from, decision.valid_until)]
    said = (decision.field, decision.value, decision.region, decision.level, decision.undoes)
    who = (decision.by, decision.because, decision.recorded_at.isoformat())
    return f"d{digest(decision.verb, *who, anchors, *said, *days)[:16]}"

"""What people set for a region: a least published level, a level for a time, a signature.

A decision counts from the time it was recorded, so a replay never knows more than the desk did.
The newest one that has begun holds; one that was undone is not there. A standing whose review is
overdue still holds; an override ends with its last day.
"""

from collections.abc import Iterable
from datetime import date, datetime

from advisory.model.assessment import Signed
from advisory.model.decision import Decision, Verb


def standing_at(decisions: Iterable[Decision], region: str, as_of: datetime) -> Decision | None:
    """Return the standing of a region at an instant, if it has one."""
    return _newest(decisions, Verb.STANDING, region, as_of)


def override_at(decisions: Iterable[Decision], region: str, as_of: datetime) -> Decision | None:
    """Return the override of a region at an instant, if one holds."""
    newest = _newest(decisions, Verb.OVERRIDE, region, as_of)
    over = newest and newest.valid_until and newest.valid_until < as_of.date()
    return None if over else newest


def signed_at(signed: Iterable[Signed], as_of: datetime) -> Signed | None:
    """Return the last release up to an instant, if there was one."""
    known = [release for release in signed if release.at <= as_of]
    return max(known, key=lambda release: (release.at, release.edition), default=None)


def is_overdue(standing: Decision, today: date) -> bool:
    """Whether a standing should have been reviewed by now."""
    return standing.valid_until is not None and standing.valid_until < today


def _newest(
    decisions: Iterable[Decision], verb: Verb, region: str, as_of: datetime
) -> Decision | None:
    known = sorted(
        (d for d in decisions if d.recorded_at <= as_of), key=lambda d: (d.recorded_at, d.id)
    )
    undone: set[str | None] = set()
    for decision in reversed(known):
        if decision.id in undone:
            continue
        if decision.verb is Verb.UNDO:
            undone.add(decision.undoes)
        elif decision.verb is verb and decision.region == region and _has_begun(decision, as_of):
            return decision
    return None


def _has_begun(decision: Decision, as_of: datetime) -> bool:
    return (decision.valid_from or decision.recorded_at.date()) <= as_of.date()

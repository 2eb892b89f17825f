"""`advisory review`: the queue, on one screen or as JSON (advisory.review/1)."""

from collections.abc import Iterator, Sequence
from typing import Any

from advisory.assessment.output import shown_instant
from advisory.cli import options
from advisory.cli.desks import desk, progress_bar
from advisory.cli.output import show_json, show_wrapped
from advisory.model.assessment import Assessment
from advisory.model.naming import region_words
from advisory.model.wording import short_instant
from advisory.pipeline import review as queue

SCHEMA = "advisory.review/1"


def review(
    as_of: options.AsOfOption = None,
    as_json: options.JsonOption = False,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """List what waits for a person: drafts to sign, shaky and old levels, what was not used.

    Example: advisory review --as-of 2023-11-08
    """
    with progress_bar("Looking") as progress:
        at = desk(store, rules, progress=progress)
        found = queue.review(at, options.as_of_instant(as_of), options.now())
    if as_json:
        show_json(_json(found))
        return
    show_wrapped(_lines(found))


def _lines(found: queue.Queue) -> Iterator[str]:
    yield f"As of {short_instant(found.as_of)}"
    yield f"To sign: {len(found.drafts) or 'nothing'}"
    for waiting in found.drafts:
        yield from _draft(waiting)
    yield from _regions("Provisional, on one origin", found.provisional)
    yield from _regions("Stale, not to be used for a decision", found.stale)
    yield f"Reports without a date: {len(found.undated) or 'none'}"
    yield from (f"  {report}" for report in found.undated)
    yield f"Decisions that find nothing any more: {len(found.orphans) or 'none'}"
    yield from (f"  {one.id}  {one.verb} by {one.by}: {one.because}" for one in found.orphans)
    more = ": advisory quarantine" if found.quarantined else ""
    yield f"Quarantined: {found.quarantined or 'nothing'}{more}"


def _draft(waiting: queue.Waiting) -> Iterator[str]:
    kept = waiting.kept
    yield f"  {kept.id} ({options.seen(kept.clearance)}): {waiting.state}"
    yield f"    {kept.record.title}"
    for reason in waiting.blocked:
        yield f"    blocked: {reason}"
    yield f"    missing: {waiting.missing}"


def _regions(heading: str, found: Sequence[Assessment]) -> Iterator[str]:
    yield f"{heading}: {len(found) or 'none'}"
    for one in found:
        yield f"  {region_words(one.region, full=True)}: {one.level} {one.level_name.upper()}"


def _json(found: queue.Queue) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "as_of": shown_instant(found.as_of),
        "drafts": [_draft_json(waiting) for waiting in found.drafts],
        "provisional": [_region_json(one) for one in found.provisional],
        "stale": [_region_json(one) for one in found.stale],
        "undated": list(found.undated),
        "orphans": [
            {"id": one.id, "verb": one.verb.value, "by": one.by, "because": one.because}
            for one in found.orphans
        ],
        "quarantined": found.quarantined,
    }


def _draft_json(waiting: queue.Waiting) -> dict[str, Any]:
    kept, state = waiting.kept, waiting.state
    return {
        "edition": kept.id,
        "clearance": str(kept.clearance),
        "title": kept.record.title,
        "as_of": shown_instant(kept.record.as_of),
        "author": kept.author or None,
        "progress": state.progress.value,
        "signed_by": list(state.names),
        "review_due": shown_instant(state.review_due) if state.review_due else None,
        "blocked": list(waiting.blocked),
        "missing": waiting.missing,
    }


def _region_json(one: Assessment) -> dict[str, Any]:
    return {"id": one.region.id, "name": region_words(one.region, full=True), "level": one.level}

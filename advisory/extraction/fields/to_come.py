"""Whether what a report tells is only to come: announced in its words, or by its day."""

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.dates.announcing import ANNOUNCED, WARNED
from advisory.extraction.dates.dates import DateFound


def is_to_come(draft: Draft, day: DateFound | None, *, killed: bool) -> bool:
    """Whether it is announced, or its day lies ahead: "Security alert: march in Gao, 26 May"."""
    published = draft.first.sentence.findings.published
    first = day.value.first if day and day.value else None
    is_planned = not draft.types.isdisjoint(ANNOUNCED - WARNED) and not killed
    is_ahead = bool(published and first and first > published.last)
    return is_announced(draft) or (is_planned and is_ahead)


def is_announced(draft: Draft) -> bool:
    """Whether its words announce it, as a name alone may be, too: "Demonstration in Gao."."""
    typed = [telling for telling in draft.tellings if telling.type]
    told = [telling for telling in typed if not telling.is_only_named]
    return all(t.sentence.is_announced for t in told or typed)

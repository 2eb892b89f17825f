"""Warnings that are no news any more: lifted in the same report, or overtaken by what came.

"The warning was lifted two hours later" ends those told before it. A warning that says no day to
come, beside the very flood that it was of, is part of that flood.
"""

from collections.abc import Collection, Sequence

from advisory.extraction.composing.agreement import places_agree
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.dates.announcing import WARNED
from advisory.extraction.tellings.tellings import Telling


def overtaken(drafts: Sequence[Draft], tellings: Sequence[Telling]) -> Collection[Draft]:
    """Return the warnings among drafts that are over, or that have come true."""
    warnings = [one for one in drafts if one.first.sentence.is_announced and one.types & WARNED]
    if not warnings:
        return ()
    ends = max((t.sentence.start for t in tellings if t.sentence.has("warning_over")), default=-1)
    real = [one for one in drafts if not (one in warnings or one.is_old or one.is_background)]
    return [
        warning
        for warning in warnings
        if warning.first.sentence.start < ends or any(_has_come(warning, one) for one in real)
    ]


def _has_come(warning: Draft, draft: Draft) -> bool:
    is_it = not draft.types.isdisjoint(warning.types)
    return is_it and not _is_ahead(warning) and places_agree(draft, warning.first)


def _is_ahead(warning: Draft) -> bool:
    published = warning.first.sentence.findings.published
    days = [one.value.last for one in warning.first.dates if one.value]
    return published is None or any(day is not None and day > published.last for day in days)

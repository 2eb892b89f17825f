"""Reports as rows: added once, told again without harm, read in the order they were known.

The same report may come twice, in two pieces, or with a date that was missing the first time. So
the row of a report is the **join** of all that was ever told of it: taken in any order, repeated
or split, the same reports give the same rows. Only the text cannot be joined, since every span
counts into it: the same id with another text is refused.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from advisory.errors import RejectedReport
from advisory.model.marking import Tlp
from advisory.model.text import Report
from advisory.model.time import known_at
from advisory.store.codec import decode, encode, fingerprint, stamp
from advisory.store.database import Database

T = TypeVar("T")

_KEEP = (
    "INSERT INTO reports (id, known_at, tlp, hash, recorded_at, body) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET known_at = excluded.known_at, tlp = excluded.tlp, "
    "hash = excluded.hash, body = excluded.body"
)
_READ = "SELECT body FROM reports WHERE tlp <= ? ORDER BY known_at IS NULL, known_at, id"


def add_reports(database: Database, reports: Iterable[Report], recorded_at: datetime) -> int:
    """Keep reports, all or none; return how many of them were new.

    Raises:
        RejectedReport: If an id is taken by another text; nothing is kept then.
    """
    new, recorded = 0, stamp(recorded_at)
    told = tuple(reports)
    with database.writing():
        there = _there(database, [report.id for report in told])
        changed: dict[str, Report] = {}
        for report in told:
            kept = there.get(report.id)
            whole = joined(kept, report) if kept else report
            new += kept is None
            if whole != kept:
                changed[report.id] = there[report.id] = whole
        database.write_all(_KEEP, [_row(report, recorded) for report in changed.values()])
    return new


def _there(database: Database, ids: Sequence[str]) -> dict[str, Report]:
    """Return the reports of these ids that are kept already."""
    query = "SELECT body FROM reports WHERE id IN (SELECT value FROM json_each(?))"
    bodies = (row[0] for row in database.rows(query, (encode(ids),)))
    return {report.id: report for report in (decode(body, Report) for body in bodies)}


def read_reports(database: Database, clearance: Tlp | None) -> Iterator[Report]:
    """Yield the reports a clearance may see, by (known_at, id), those without a date last."""
    most = Tlp.RED if clearance is None else clearance
    for (body,) in database.rows(_READ, (int(most),)):
        yield decode(body, Report)


def joined(one: Report, other: Report) -> Report:
    """Return what two tellings of one report say together.

    What only one of them knows is kept. Of two dates the earlier stands, since the text was known
    by then; of two markings the stricter; of anything else the first in the order of the alphabet,
    so that it does not matter which came first.

    Raises:
        RejectedReport: If their texts differ.

    >>> undated, dated = Report("r1", "Calm."), Report("r1", "Calm.", published="2025-03-01")
    >>> joined(undated, dated) == joined(dated, undated) == dated
    True
    """
    if one.text != other.text:
        raise RejectedReport(
            f'The id "{one.id}" is taken by another text. Give this report an id of its own.'
        )
    return replace(
        one,
        source=_first(one.source, other.source),
        published=_first(one.published, other.published, key=lambda date: (known_at(date), date)),
        title=_first(one.title, other.title),
        url=_first(one.url, other.url),
        language=_first(one.language, other.language),
        tlp=max(one.tlp, other.tlp),
        origin=_first(one.origin, other.origin),
        table=_first(one.table, other.table),
    )


def _first(
    one: str | None, other: str | None, key: Callable[[str], tuple[object, str]] | None = None
) -> str | None:
    said = [value for value in (one, other) if value is not None]
    return min(said, key=key or (lambda value: ("", value)), default=None)


def _row(report: Report, recorded: str) -> tuple[object, ...]:
    try:
        body = encode(report)
    except UnicodeEncodeError:
        raise RejectedReport(
            f'The report "{report.id}" holds half a character (a lone surrogate). '
            "Save its text as UTF-8."
        ) from None
    instant = report.known_at
    known = stamp(instant) if instant else None
    return (report.id, known, int(report.tlp), fingerprint(body), recorded, body)

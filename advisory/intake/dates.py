"""Dates as pages, feeds and mails write them, as the dates a report may carry."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def web_date(text: str | None) -> str | None:
    """Return a date of the web as RFC 3339 or YYYY-MM-DD; None where it is no date.

    A time without a zone is no instant: its day is kept, its hour is not.

    >>> web_date("Tue, 11 Mar 2025 18:45:00 +0100"), web_date("2025-03-11T18:45:00+0000")
    ('2025-03-11T18:45:00+01:00', '2025-03-11T18:45:00+00:00')
    >>> web_date("2025-03-11 18:45"), web_date("last Tuesday")
    ('2025-03-11', None)
    """
    word = (text or "").strip()
    try:
        instant = datetime.fromisoformat(word)
    except ValueError:
        return _mail_date(word)
    return (
        instant.isoformat()
        if instant.tzinfo and len(word) > len("2025-03-11")
        else (instant.date().isoformat())
    )


def _mail_date(text: str) -> str | None:
    try:
        instant = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # RFC 5322, 3.3: the zone -0000 is UTC of which the local zone is not told.
    return (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).isoformat()

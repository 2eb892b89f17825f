"""The day that a text prints above itself: `09 Mar 2024 | 05:10 PM UTC` on a line of its own.

What is copied off a page into a plain file keeps that line and loses the page's own particulars.
It is taken for the day of publication where it is the only such line of the whole text and stands
among the first ten that are not blank: a chronology has many, and a page that prints today's date
beside that of its story leaves open which is which. A time counts only with UTC or GMT behind it;
else the day alone is known. Months are read in English, and ISO 8601; `07/11/2023` may be two days
and is not read.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

import re2  # type: ignore[import-untyped] # google-re2 ships no types

FIRST_LINES = 10
_LONGEST = 60

_LINE = re2.compile(
    r"(?i)^(?:(?:published|posted|date)(?: on)?:? )?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* )?"
    r"(\d{1,2} [a-z]+ \d{4}|[a-z]+ \d{1,2} \d{4}|\d{4}-\d{2}-\d{2})"
    r"(?: (?:[^\w ] |at )?(\d{1,2}:\d{2}(?: ?[ap]m)?)(?: ([a-z]+))?)?$"
)
_DAYS = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%Y-%m-%d")
_TIMES = ("%H:%M", "%I:%M%p")
_ZONES = ("UTC", "GMT")


def printed_date(text: str) -> str | None:
    r"""Return the day of publication that a text prints, as RFC 3339 or YYYY-MM-DD.

    None where it prints none, or several.

    >>> printed_date("Skip to content\n09 Mar 2024 | 05:10 PM UTC\n\nA drone struck Kidal.")
    '2024-03-09T17:10:00+00:00'
    >>> printed_date("Posted Saturday, Mar. 9, 2024 at 17:10\nA drone struck Kidal.")
    '2024-03-09'
    >>> printed_date("7 May 2021\nA bomb.\n9 June 2021\nAnother.")
    """
    lines = (line for line in text.splitlines() if line.strip())
    dates = [
        (number, date)
        for number, line in enumerate(lines)
        if len(line) <= _LONGEST and (date := _date(line))
    ]
    return dates[0][1] if len(dates) == 1 and dates[0][0] < FIRST_LINES else None


def _date(line: str) -> str | None:
    found = _LINE.match(" ".join(line.replace(",", " ").replace(".", " ").split()))
    if not found or not (day := _first(found[1].replace("Sept ", "Sep "), _DAYS)):
        return None
    hour = _first((found[2] or "").replace(" ", ""), _TIMES)
    if not hour or (found[3] or "").upper() not in _ZONES:
        return day.date().isoformat()
    return datetime.combine(day, hour.time(), UTC).isoformat()


def _first(text: str, forms: Iterable[str]) -> datetime | None:
    """Return what a text says in the first of these forms that it has.

    The names of months and of halves of the day are English whatever the machine speaks: Python
    leaves the locale alone unless a program sets it, and ours does not.
    """
    for form in forms:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - the zone is read beside it
        except ValueError:
            continue
    return None

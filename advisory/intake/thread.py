"""What a mail says itself, and what it only hands on: forwarded mails, answers, signatures.

A mail that is forwarded is a report of the day on which it was written: "this morning" is that
day's. An answer has its own words and those it answers, which were a mail of their own and count
their days from another date: they are not read again, unless somebody adds next to nothing to
them and so hands them on. What follows the mark of a signature (RFC 3676, 4.3) is no news.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import re2  # type: ignore[import-untyped] # it has no stubs

from advisory.intake.printed import printed_date

_FORWARDED = re2.compile(
    r"(?i)^(?:-{3,} ?(?:original message|forwarded message|forwarded by .{1,80}) ?-{3,}"
    r"|begin forwarded message:|_{20,})$"
)
_HEADER = re2.compile(r"(?i)^\W{0,3}(?:from|date|sent|to|cc|subject|reply-to|importance):")
_ANSWERED = re2.compile(r"(?i)^on .{6,200} wrote:$")
_DAY = re2.compile(
    r"(?i)\b(?:\d{1,2} [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)\b"
)
_FEW_WORDS = 20  # "Thanks, please pass this on to the drivers."
_HEADERS_WITHIN = 4
_MOST_DEEP = 5  # mails handed on within each other


class Told(NamedTuple):
    """What a mail tells, and the day on which that was written if the mail only hands it on."""

    text: str
    written: str | None = None


def told(text: str, deep: int = 0) -> Told:
    r"""Return what a mail tells of its own, and what it hands on.

    >>> told("FYI\n\n---------- Forwarded message ---------\nDate: 7 May 2025\nTo: all\n\nA riot.")
    Told(text='FYI\n\nA riot.', written='2025-05-07')
    >>> told("All staff are safe.\n-- \nThe desk").text
    'All staff are safe.'
    """
    lines = text.split("\n")
    for number, line in enumerate(lines if deep < _MOST_DEEP else ()):
        mark, below = line.strip(), lines[number + 1 :]
        if _FORWARDED.match(mark):
            return _with(lines[:number], below, deep)
        if mark.casefold().startswith("from:") and _are_headers(below):
            return _with(lines[:number], lines[number:], deep)
        end = next((n for n in (1, 2) if _is_answer(lines[number : number + n])), 0)
        if end:
            own = _unsigned(lines[:number])
            is_more = len(own.split()) >= _FEW_WORDS
            quoted = [*lines[number : number + end], "", *map(_unquoted, lines[number + end :])]
            return Told(own) if is_more else _with(lines[:number], quoted, deep)
    return Told(_unsigned(lines))


def _with(own: Sequence[str], below: Sequence[str], deep: int) -> Told:
    """Return the own words of a mail with what it hands on, without the headers of that."""
    at = next((n for n, line in enumerate(below) if line.strip()), len(below))
    end = next((n for n, line in enumerate(below[at:], at) if not line.strip()), len(below))
    inner = told("\n".join(below[end:]), deep + 1)
    text = "\n\n".join(filter(None, (_unsigned(own), inner.text)))
    return Told(text, inner.written or _day(below[at:end]))


def _are_headers(lines: Sequence[str]) -> bool:
    return sum(_HEADER.match(line) is not None for line in lines[:_HEADERS_WITHIN]) > 1


def _is_answer(lines: Sequence[str]) -> bool:
    words = " ".join(line.strip() for line in lines)
    return _ANSWERED.match(words) is not None and _DAY.search(words) is not None


def _unquoted(line: str) -> str:
    return line.removeprefix(">").removeprefix(" ")


def _day(headers: Iterable[str]) -> str | None:
    found = (_DAY.search(line) for line in headers if not line.casefold().startswith("subject:"))
    return next((printed_date(day[0]) for day in found if day), None)


def _unsigned(lines: Sequence[str]) -> str:
    end = next((n for n, line in enumerate(lines) if line.rstrip() == "--"), len(lines))
    return "\n".join(lines[:end]).strip("\n")

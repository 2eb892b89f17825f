"""How days, instants, levels, grades and readers are written, the same in every product.

English, British spelling, no locale: the same input gives the same words on every machine.
"""

from datetime import UTC, date, datetime

from advisory.model.advice import Product, Profile, Progress
from advisory.model.assessment import State, Trend
from advisory.model.marking import Reliability, Tlp
from advisory.model.time import known_at
from advisory.model.wording import MONTHS, long_day

FIELDS = {
    "perpetrators": "carried out by",
    "type": "the event",
    "control": "who holds it",
}
"""What the fields of claims are called on a page; the others are words of their own."""

PRODUCTS = {
    Product.ALERT: "Security alert",
    Product.BRIEFING: "Region briefing",
    Product.BULLETIN: "Weekly bulletin",
}

READERS = {
    Profile.NGO: "humanitarian organisations",
    Profile.CORPORATE: "business travellers",
    Profile.MEDIA: "newsrooms",
    Profile.LOCAL_STAFF: "resident staff",
    Profile.FAMILY: "families",
}

PROGRESS = {
    Progress.DRAFT: "DRAFT: NOT SIGNED. Not to be acted on or passed on.",
    Progress.REVIEWED: "REVIEWED, NOT RELEASED. Not to be acted on or passed on.",
    Progress.RELEASED: "",
    Progress.SUPERSEDED: "SUPERSEDED by a later edition. Do not act on this one.",
}

PROGRESS_MARKS = {
    Progress.DRAFT: "DRAFT, NOT SIGNED",
    Progress.REVIEWED: "NOT RELEASED",
    Progress.RELEASED: "",
    Progress.SUPERSEDED: "SUPERSEDED",
}

SAMPLE_MARK = "SAMPLE"
SAMPLE = "SAMPLE: made from sample reports. Not for use."

RELIABILITIES = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "cannot be judged",
}
"""The words of the Admiralty code for the reliability of a source (NATO AJP-2.1)."""

TLP_INKS = {
    Tlp.CLEAR: "#ffffff",
    Tlp.GREEN: "#33ff00",
    Tlp.AMBER: "#ffc000",
    Tlp.AMBER_STRICT: "#ffc000",
    Tlp.RED: "#ff2b2b",
}
"""The colours of the labels, on black (FIRST, Traffic Light Protocol 2.0)."""


_TRENDS = {
    Trend.UP: "up from {previous}",
    Trend.DOWN: "down from {previous}",
    Trend.STEADY: "unchanged",
    Trend.NOT_COMPARABLE: "was {previous}; trend not comparable",
}
_TRENDS_ALONE = {
    Trend.UP: "up",
    Trend.DOWN: "down",
    Trend.STEADY: "unchanged",
    Trend.NOT_COMPARABLE: "trend not comparable",
}


def written_instant(instant: datetime) -> str:
    """Return an instant with its zone, which is always UTC.

    >>> written_instant(datetime(2023, 11, 8, 23, 59, 59, tzinfo=UTC))
    '8 November 2023, 23:59 UTC'
    """
    utc = instant.astimezone(UTC)
    return f"{long_day(utc)}, {utc.hour:02d}:{utc.minute:02d} UTC"


def written_publication(published: str) -> str:
    """Return when a report was published, as exactly as it says.

    >>> written_publication("2023-11-07T18:24:00Z"), written_publication("2024-06")
    ('7 November 2023, 18:24 UTC', 'June 2024')
    """
    try:
        known = known_at(published)
    except ValueError:
        return published
    if len(published) == len("2024-06"):
        return f"{MONTHS[known.month - 1]} {known.year}"
    return long_day(known) if len(published) == len("2024-06-06") else written_instant(known)


def written_period(first: date, last: date) -> str:
    """Return a period from its first to its last day.

    >>> written_period(date(2023, 11, 13), date(2023, 11, 19))
    '13 to 19 November 2023'
    """
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {long_day(last)}"
    return f"{long_day(first)} to {long_day(last)}"


def written_change(trend: Trend, level: str, previous: str) -> str:
    """Return how the level stands to the last one, in words.

    >>> written_change(Trend.UP, "5 EXTREME", "4 HIGH")
    'up from 4 HIGH'
    >>> written_change(Trend.NOT_COMPARABLE, "4 HIGH", "4 HIGH")
    'unchanged; trend not comparable'
    """
    if trend is Trend.NOT_COMPARABLE and previous == level:
        return f"unchanged; {_TRENDS_ALONE[trend]}"
    return _TRENDS[trend].format(previous=previous) if previous else _TRENDS_ALONE[trend]


def written_flags(state: State, *, provisional: bool) -> tuple[str, ...]:
    """Return the words that must stand beside a level, most serious first.

    >>> written_flags(State.STALE, provisional=True)
    ('STALE', 'PROVISIONAL')
    """
    stale = ("STALE",) if state is State.STALE else ()
    return (*stale, *(("PROVISIONAL",) if provisional else ()))

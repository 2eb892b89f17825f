"""All that was heard, in order, found by the regions it names.

What was heard of a country is the same for each of its regions: it is gathered once, and so are
the weeks that were covered. A coded dataset needs no second owner and covers its whole span, from
its first row to its last, for every country it has rows on.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from advisory.model.assessment import Region, RegionKind
from advisory.model.identity import begun_digest
from advisory.model.marking import SourceKind
from advisory.model.text import Heard
from advisory.model.time import Week

if TYPE_CHECKING:
    import hashlib

LEAST_OWNERS = 2
"""Decision 6: so many owners must be read for a level below 3."""


@dataclass(frozen=True, slots=True)
class CoveredWeek:
    """A week that was covered, and the first day on which that could be known."""

    week: Week
    since: date


class Hearing:
    """Reports by (known_at, id), found by the regions they name."""

    def __init__(self, heard: Iterable[Heard]) -> None:
        """Sort the reports, once for every region that is asked about."""
        self._ordered = sorted(heard, key=lambda h: (h.known_at, h.report))
        self._naming: dict[str, list[int]] = {}
        days: dict[str, set[date]] = {}
        for at, report in enumerate(self._ordered):
            for region in set(report.regions):
                self._naming.setdefault(region, []).append(at)
            if _is_row(report):
                days.setdefault(report.owner, set()).add(report.known_at.date())
        self._days = {owner: tuple(sorted(found)) for owner, found in days.items()}
        self._countries: dict[frozenset[str], CountryHeard] = {}

    def naming(self, regions: Iterable[str]) -> list[Heard]:
        """Return the reports that name one of these regions."""
        found = [self._naming.get(region, []) for region in regions]
        at = found[0] if len(found) == 1 else sorted(set().union(*found))
        return [self._ordered[number] for number in at]

    def of_country(self, region: Region) -> "CountryHeard":
        """Return what was heard of the country of a region, or of a region that has none."""
        asked = country_ids(region)
        if asked not in self._countries:
            about = self.naming(asked)
            self._countries[asked] = CountryHeard(about, _spans(about, self._days))
        return self._countries[asked]


class CountryHeard:
    """What was heard of one country: the readable, the rest, datasets, covered weeks."""

    def __init__(self, about: Iterable[Heard], spans: "tuple[_Span, ...]") -> None:
        """Part the reports into those that were read and the rest."""
        told = tuple(about)
        self.spans = spans
        self.read = Log(h for h in told if h.readable)
        self.unread = Log(h for h in told if not h.readable)
        self._weeks = _covered_weeks(self.read.heard, spans)
        self._covered: dict[date, tuple[Week, ...]] = {}
        self._begun: dict[tuple[object, ...], hashlib._Hash] = {}

    def covered_weeks(self, as_of: datetime) -> tuple[Week, ...]:
        """The completed weeks that were covered, oldest first (decision 7)."""
        today = as_of.date()
        if today not in self._covered:
            covered = (one.week for one in self._weeks if one.since <= today)
            self._covered[today] = tuple(covered)
        return self._covered[today]

    def begun_digest(self, asked: tuple[str, ...], as_of: datetime) -> "hashlib._Hash":
        """Return a digest begun with what is asked and the ids of all that is known by then."""
        key = (asked, as_of)
        if key not in self._begun:
            known = (*self.read.until(as_of), *self.unread.until(as_of))
            self._begun[key] = begun_digest(asked, sorted(report.report for report in known))
        return self._begun[key]


class Log:
    """Reports in the order they were known, cut by bisection."""

    def __init__(self, heard: Iterable[Heard]) -> None:
        self.heard = tuple(heard)
        self._at = [report.known_at for report in self.heard]
        first = {report.owner: at for at, report in reversed(list(enumerate(self.heard)))}
        self._first_heard = sorted(first.values())

    def until(self, as_of: datetime) -> tuple[Heard, ...]:
        """Return what was known by an instant."""
        return self.heard[: bisect_right(self._at, as_of)]

    def owners(self, as_of: datetime) -> int:
        """Return how many owners had been heard by an instant."""
        return bisect_right(self._first_heard, bisect_right(self._at, as_of) - 1)

    def between(self, after: datetime, as_of: datetime) -> tuple[Heard, ...]:
        """Return what became known after one instant, up to another."""
        return self.heard[bisect_right(self._at, after) : bisect_right(self._at, as_of)]


@dataclass(frozen=True, slots=True)
class _Span:
    """The days of one dataset's rows, and the day of its first row on the country."""

    days: tuple[date, ...]
    speaks_from: date

    def end(self, today: date) -> date | None:
        known = bisect_right(self.days, today)
        return self.days[known - 1] if known and self.speaks_from <= today else None

    def covers_from(self, week: Week) -> date | None:
        """The day from which it is known that the span covers this week."""
        if week.first < self.days[0] or week.last > self.days[-1]:
            return None
        reached = self.days[bisect_right(self.days, week.last - timedelta(days=1))]
        return max(reached, self.speaks_from, week.last + timedelta(days=1))


def country_ids(region: Region) -> frozenset[str]:
    """Return the country of a region; of one across countries, its parts."""
    country = region.id if region.kind is RegionKind.COUNTRY else region.country
    return frozenset([country] if country else [region.id, *region.members])


def names_country(region: Region, report: Heard) -> bool:
    """Whether a report names the country of a region; of one across countries, a part of it."""
    return not country_ids(region).isdisjoint(report.regions)


def _spans(about: Iterable[Heard], days_of: Mapping[str, tuple[date, ...]]) -> tuple[_Span, ...]:
    first: dict[str, date] = {}
    for row in about:
        if _is_row(row):
            first.setdefault(row.owner, row.known_at.date())
    return tuple(_Span(days_of[owner], day) for owner, day in first.items())


def _is_row(report: Heard) -> bool:
    return report.kind is SourceKind.DATASET and report.readable


def _covered_weeks(heard: Iterable[Heard], spans: Iterable[_Span]) -> tuple[CoveredWeek, ...]:
    owners: dict[Week, set[str]] = {}
    for report in heard:
        owners.setdefault(Week.of(report.known_at.date()), set()).add(report.owner)
    since = {
        week: week.last + timedelta(days=1)
        for week, names in owners.items()
        if len(names) >= LEAST_OWNERS
    }
    for span in spans:
        for week, covered in _span_weeks(span):
            since[week] = min(covered, since.get(week, covered))
    return tuple(CoveredWeek(week, day) for week, day in sorted(since.items()))


@lru_cache(maxsize=1024)
def _span_weeks(span: _Span) -> tuple[tuple[Week, date], ...]:
    """Return the weeks that a span covers, each with the day from which that is known.

    A span may be of decades, and is asked for by every region of its country: kept.
    """
    weeks = ((week, span.covers_from(week)) for week in _weeks(span.days[0], span.days[-1]))
    return tuple((week, covered) for week, covered in weeks if covered)


def _weeks(first: date, last: date) -> Iterable[Week]:
    day = first
    while day <= last:
        yield Week.of(day)
        day += timedelta(days=7)

"""What was read of a region and its country, and since when nothing was.

Reports that were heard but cannot be read do not cover anything. Several sources of one owner are
one voice here too. A coded dataset needs no second owner and covers its whole span, from its first
row to its last, for every country it has rows on. All is asked as of an instant: what was heard
later is not there.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from advisory.model.assessment import Region, RegionKind
from advisory.model.marking import SourceKind
from advisory.model.text import Heard
from advisory.model.time import Week

# Decision 6: what a level below 3 needs.
RECENT_DAYS = 28
LEAST_REPORTS = 3
LEAST_OWNERS = 2


@dataclass(frozen=True, slots=True)
class CoveredWeek:
    """A week that was covered, and the first day on which that could be known."""

    week: Week
    since: date


class Readings:
    """The reports that matter to one region, sorted once and asked for many instants."""

    def __init__(self, region: Region, heard: Iterable[Heard]) -> None:
        ordered = sorted(heard, key=lambda h: (h.known_at, h.report))
        self._spans = _spans(region, ordered)
        about = [h for h in ordered if names_country(region, h)]
        self._unread = _Log(h for h in about if not h.readable)
        self._country = _Log(h for h in about if h.readable)
        self._region = _Log(h for h in about if h.readable and region.contains(h.regions))
        self._weeks = _covered_weeks(self._country.heard, self._spans)
        self._covered: dict[date, tuple[Week, ...]] = {}

    @property
    def first(self) -> date | None:
        """The day of the first report that names the country."""
        return self._country.heard[0].known_at.date() if self._country.heard else None

    def silent(self, as_of: datetime) -> tuple[str, ...]:
        """Owners that named the country in two of four weeks, and not in the seven days since.

        Datasets are left out: their rows come late by their nature.
        """
        now = as_of - timedelta(days=7)
        heard = {report.owner for report in self.recent(as_of) if report.known_at > now}
        weeks: dict[str, set[int]] = {}
        for report in self._country.between(now - timedelta(days=28), now):
            if report.kind is not SourceKind.DATASET and report.owner not in heard:
                week = (now - report.known_at).days // 7
                weeks.setdefault(report.owner, set()).add(week)
        return tuple(sorted(owner for owner, told in weeks.items() if len(told) > 1))

    def recent(self, as_of: datetime) -> tuple[Heard, ...]:
        """Readable reports of the last 28 days that name the country."""
        return self._country.between(as_of - timedelta(days=RECENT_DAYS), as_of)

    def unread(self, as_of: datetime) -> tuple[Heard, ...]:
        """Reports of the last 28 days that name the country and cannot be read."""
        return self._unread.between(as_of - timedelta(days=RECENT_DAYS), as_of)

    def named(self, as_of: datetime) -> tuple[Heard, ...]:
        """Readable reports that name the region, up to an instant."""
        return self._region.until(as_of)

    def known(self, as_of: datetime) -> tuple[Heard, ...]:
        """All reports that name the country, up to an instant, unreadable ones after the rest."""
        return (*self._country.until(as_of), *self._unread.until(as_of))

    def is_enough(self, as_of: datetime) -> bool:
        """Whether calm may be believed: decision 6 lets a level below 3 stand."""
        recent = self.recent(as_of)
        owners = {report.owner for report in recent}
        read = len(recent) >= LEAST_REPORTS and len(owners) >= LEAST_OWNERS
        spanned = self.span_end(as_of)
        return read or (spanned is not None and (as_of.date() - spanned).days <= RECENT_DAYS)

    def is_read(self, after: datetime, as_of: datetime) -> bool:
        """Whether two owners, or a dataset, covered the time after one instant up to another."""
        owners = {report.owner for report in self._country.between(after, as_of)}
        spanned = self.span_end(as_of)
        return len(owners) >= LEAST_OWNERS or (spanned is not None and spanned > after.date())

    def covered_weeks(self, as_of: datetime) -> tuple[Week, ...]:
        """The completed weeks that were covered, oldest first (decision 7)."""
        today = as_of.date()
        if today not in self._covered:
            covered = (one.week for one in self._weeks if one.since <= today)
            self._covered[today] = tuple(covered)
        return self._covered[today]

    def last_named(self, as_of: datetime, owners: int) -> date | None:
        """Return the last day since which so many owners have named the region."""
        last: dict[str, date] = {}
        for report in reversed(self._region.until(as_of)):
            last.setdefault(report.owner, report.known_at.date())
            if len(last) == owners:
                break
        named = min(last.values()) if len(last) == owners else None
        return max((day for day in (named, self.span_end(as_of)) if day), default=None)

    def span_end(self, as_of: datetime) -> date | None:
        """The last row known of any dataset that covers the country."""
        ends = [span.end(as_of.date()) for span in self._spans]
        return max((end for end in ends if end), default=None)


class _Log:
    """Reports in the order they were known, cut by bisection."""

    def __init__(self, heard: Iterable[Heard]) -> None:
        self.heard = tuple(heard)
        self._at = [report.known_at for report in self.heard]

    def until(self, as_of: datetime) -> tuple[Heard, ...]:
        return self.heard[: bisect_right(self._at, as_of)]

    def between(self, after: datetime, as_of: datetime) -> tuple[Heard, ...]:
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


def names_country(region: Region, report: Heard) -> bool:
    """Whether a report names the country of a region; of one across countries, a part of it."""
    country = region.id if region.kind is RegionKind.COUNTRY else region.country
    return country in report.regions if country else region.contains(report.regions)


def _spans(region: Region, heard: Iterable[Heard]) -> tuple[_Span, ...]:
    rows: dict[str, list[Heard]] = {}
    for report in heard:
        if report.kind is SourceKind.DATASET and report.readable:
            rows.setdefault(report.owner, []).append(report)
    spans = []
    for owned in rows.values():
        about = [row.known_at.date() for row in owned if names_country(region, row)]
        if about:
            days = tuple(sorted({row.known_at.date() for row in owned}))
            spans.append(_Span(days, about[0]))
    return tuple(spans)


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

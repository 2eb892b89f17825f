"""What was read of a region and its country, and since when nothing was.

Reports that were heard but cannot be read do not cover anything. Several sources of one owner are
one voice here too. A coded dataset needs no second owner and covers its whole span, from its first
row to its last, for every country it has rows on. All is asked as of an instant: what was heard
later is not there.
"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from advisory.assessment.hearing import LEAST_OWNERS, Hearing, Log, names_country
from advisory.model.assessment import Region
from advisory.model.marking import SourceKind
from advisory.model.text import Heard
from advisory.model.time import Week

if TYPE_CHECKING:
    import hashlib

__all__ = ["LEAST_OWNERS", "LEAST_REPORTS", "RECENT_DAYS", "Readings", "names_country"]

# Decision 6: what a level below 3 needs.
RECENT_DAYS = 28
LEAST_REPORTS = 3


class Readings:
    """The reports that matter to one region, sorted once and asked for many instants."""

    def __init__(self, region: Region, hearing: Hearing) -> None:
        self._heard = hearing.of_country(region)
        self._country, self._unread = self._heard.read, self._heard.unread
        named = hearing.naming({region.id, *region.members})
        self._region = Log(h for h in named if h.readable and names_country(region, h))

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

    def owners(self, as_of: datetime) -> int:
        """How many owners have named the region, up to an instant."""
        return self._region.owners(as_of)

    def begun_digest(self, asked: tuple[str, ...], as_of: datetime) -> "hashlib._Hash":
        """Return a digest begun with what is asked and all reports known of the country."""
        return self._heard.begun_digest(asked, as_of)

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
        return self._heard.covered_weeks(as_of)

    def last_named(self, as_of: datetime, owners: int) -> date | None:
        """Return the last day since which so many owners have named the region."""
        last: dict[str, date] = {}
        told = self._region.until(as_of) if self.owners(as_of) >= owners else ()
        for report in reversed(told):
            last.setdefault(report.owner, report.known_at.date())
            if len(last) == owners:
                break
        named = min(last.values()) if len(last) == owners else None
        return max((day for day in (named, self.span_end(as_of)) if day), default=None)

    def span_end(self, as_of: datetime) -> date | None:
        """The last row known of any dataset that covers the country."""
        ends = [span.end(as_of.date()) for span in self._heard.spans]
        return max((end for end in ends if end), default=None)

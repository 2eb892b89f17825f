"""Week by week, who was read of a region's country, who fell silent, and what could not be read.

A week is an ISO week in UTC; the last one runs to the as-of. An owner **fell silent** in a week in
which it was not heard, though it was in two of the four weeks before: from one that was heard once,
silence says nothing. Datasets fall silent by their nature and are not named.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from advisory.assessment.coverage import names_country
from advisory.model.assessment import Region
from advisory.model.marking import SourceKind
from advisory.model.text import Heard
from advisory.model.time import Week
from advisory.model.wording import counted

SHOWN_WEEKS = 5
_BEFORE = 4
_USUAL = 2


@dataclass(frozen=True, slots=True)
class WeekRead:
    """What was read of a region's country in one week.

    `reports` were read, by `owners`; `silent` are the owners that used to be heard; `unread` counts
    reports by a language that is not read; `unlocated` are the names that no gazetteer placed.
    """

    week: Week
    reports: int
    owners: tuple[str, ...]
    silent: tuple[str, ...]
    unread: Mapping[str, int]
    unlocated: tuple[str, ...]

    @property
    def line(self) -> str:
        """The week as a terminal shows it."""
        read = f"{counted(self.reports, 'report')} of {counted(len(self.owners), 'owner')}"
        told = [read if self.reports else "nothing"]
        told += [f"silent: {', '.join(self.silent)}"] if self.silent else []
        unread = ", ".join(f"{number} in {name}" for name, number in self.unread.items())
        told += [f"not read: {unread}"] if unread else []
        names = counted(len(self.unlocated), "place name")
        told += [f"{names} not placed"] if self.unlocated else []
        return f"{self.week}: {'; '.join(told)}"


def weeks_read(
    region: Region, heard: Iterable[Heard], as_of: datetime, number: int = SHOWN_WEEKS
) -> tuple[WeekRead, ...]:
    """Return the last weeks up to an instant, oldest first."""
    by_week: dict[Week, list[Heard]] = defaultdict(list)
    for report in sorted(heard, key=lambda one: (one.known_at, one.report)):
        if report.known_at <= as_of and names_country(region, report):
            by_week[Week.of(report.known_at.date())].append(report)
    ends = [as_of.date() - timedelta(days=7 * back) for back in reversed(range(number))]
    return tuple(_read(Week.of(day), by_week) for day in ends)


def _read(week: Week, by_week: Mapping[Week, list[Heard]]) -> WeekRead:
    here = by_week.get(week, [])
    read = [report for report in here if report.readable]
    before = [Week.of(week.first - timedelta(days=7 * back)) for back in range(1, _BEFORE + 1)]
    times = Counter(owner for one in before for owner in _owners(by_week.get(one, [])))
    heard = _owners(here)
    languages = Counter(r.language or "a language unknown" for r in here if not r.readable)
    return WeekRead(
        week=week,
        reports=len(read),
        owners=tuple(sorted({report.owner for report in read})),
        silent=tuple(sorted(o for o, n in times.items() if n >= _USUAL and o not in heard)),
        unread=dict(sorted(languages.items())),
        unlocated=tuple(sorted({lost.name for report in read for lost in report.unlocated})),
    )


def _owners(reports: Iterable[Heard]) -> set[str]:
    return {report.owner for report in reports if report.kind is not SourceKind.DATASET}


def week_json(read: WeekRead) -> dict[str, Any]:
    """Return a week as an entry of `advisory explain --json`."""
    return {
        "week": str(read.week),
        "reports": read.reports,
        "owners": list(read.owners),
        "silent": list(read.silent),
        "unread": dict(read.unread),
        "unlocated": list(read.unlocated),
    }

"""Events laid out by day and region: what was counted, when it is asked, what came after.

The days run from the first to the last of the table. It is asked at the end of each ISO week, or of
each month where the table has sums of months; and then looked ahead, 28 days or one month. An as-of
whose time ahead ends after the table has no outcome, and so is never tested.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisory.assessment.backtest.table import Event, EventTable

AHEAD_DAYS = 28

Grid = NDArray[np.float64]
"""A number by day (or as-of) and region."""

Places = NDArray[np.intp]
"""Positions: of days, of regions."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One table by day and region.

    `region_of` and `day_of` are, for each event, where it lies; `country_of` is for each region
    the position of its country. `as_ofs` are positions of days; `ahead` for each the last day that
    is looked ahead to. `steps_ahead` is how many as-ofs that is.
    """

    events: tuple[Event, ...]
    regions: tuple[str, ...]
    country_of: Places
    region_of: Places
    day_of: Places
    first: date
    days: int
    as_ofs: Places
    ahead: Places
    steps_ahead: int

    @property
    def shape(self) -> tuple[int, int]:
        """How many days and regions there are."""
        return self.days, len(self.regions)

    def counted(self, numbers: Sequence[float]) -> Grid:
        """Return the sum by day and region of a number for each event."""
        grid: Grid = np.zeros(self.shape)
        np.add.at(grid, (self.day_of, self.region_of), np.asarray(numbers, dtype=float))
        return grid

    def outcome(self) -> Grid:
        """Return how many were killed in the time ahead of each as-of that has one."""
        deaths = np.vstack([np.zeros(len(self.regions)), self.counted(self.deaths).cumsum(axis=0)])
        known = self.as_ofs[: self.known]
        ahead: Grid = deaths[self.ahead[: self.known] + 1] - deaths[known + 1]
        return ahead

    @property
    def deaths(self) -> list[int]:
        """How many each event killed."""
        return [event.deaths for event in self.events]

    @property
    def known(self) -> int:
        """How many as-ofs have a known outcome; they are the first so many."""
        return int((self.ahead < self.days).sum())

    def day(self, position: int) -> date:
        """Return the date of a day."""
        return self.first + timedelta(days=int(position))


def panel_of(table: EventTable, *, by_country: bool = False) -> Panel:
    """Return the panel of a table, by its regions or by its countries."""
    names = [event.country if by_country else event.region for event in table.events]
    regions = tuple(sorted(set(names) | (set() if by_country else set(table.regions))))
    position = {name: n for n, name in enumerate(regions)}
    of_region = {name: e.country for name, e in zip(names, table.events, strict=True)}
    countries = {name: n for n, name in enumerate(sorted(set(of_region.values())))}
    days = (table.last - table.first).days + 1
    as_ofs, ahead = (_months if table.is_monthly else _weeks)(table.first, days)
    return Panel(
        events=table.events,
        regions=regions,
        country_of=_places(countries.get(of_region.get(name, ""), -1) for name in regions),
        region_of=_places(position[name] for name in names),
        day_of=_places((event.day - table.first).days for event in table.events),
        first=table.first,
        days=days,
        as_ofs=as_ofs,
        ahead=ahead,
        steps_ahead=1 if table.is_monthly else AHEAD_DAYS // 7,
    )


def _weeks(first: date, days: int) -> tuple[Places, Places]:
    """The Sundays: each ends an ISO week."""
    sundays = np.arange(6 - first.weekday(), days, 7, dtype=np.intp)
    return sundays, sundays + AHEAD_DAYS


def _months(first: date, days: int) -> tuple[Places, Places]:
    """The last days of months; the one after the last has no sum yet."""
    dates = (first + timedelta(days=n) for n in range(days + 31))
    ends = [n for n, day in enumerate(dates) if (day + timedelta(days=1)).day == 1]
    return _places(n for n in ends if n < days), _places(ends[1 : sum(n < days for n in ends) + 1])


def _places(numbers: Any) -> Places:  # noqa: ANN401 - any iterable of whole numbers
    return np.array(list(numbers), dtype=np.intp)

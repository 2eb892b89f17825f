"""A CSV of coded events, or of the deaths of country months, becomes events by day and region.

Regions are the strings of the table: nothing is looked up, so nothing can be matched wrongly. Each
row is scored as a credible incident of a reliable dataset, known from its day. A sum of a month is
known on its last day and told without incidents: it is scored as so many incidents of ten killed.
What cannot be read is left out, with its line and its reason; an unknown toll stays unknown.
"""

import csv
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import StringIO

from advisory.errors import UserError
from advisory.rulebook.event_types import EventTypes

EVENT_COLUMNS = ("event_id", "date", "country", "admin1", "type", "killed_best")
MONTH_COLUMNS = ("month", "iso3", "killed_best")
KILLED_AT_ONCE = 10
"""Into incidents of so many killed the sum of a month is divided."""


@dataclass(frozen=True, slots=True)
class Event:
    """One row: its day, its region and country by their strings, our type, its tolls.

    `deaths` are those that count as having happened: the best figure, else the lowest, else none.
    """

    day: date
    region: str
    country: str
    type: str
    killed: int | None
    killed_low: int | None
    killed_high: int | None
    deaths: int
    is_placed: bool


@dataclass(frozen=True, slots=True)
class EventTable:
    """The rows that could be read, in order of their days, and what could not.

    `is_monthly` says that they are sums of country months. `regions` are all that the table names.
    """

    events: tuple[Event, ...]
    regions: tuple[str, ...]
    first: date
    last: date
    is_monthly: bool
    rows: int
    unknown_types: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()


def read_table(text: str, mapping: EventTypes, types: Mapping[str, object]) -> EventTable:
    """Return the table that a CSV holds.

    Args:
        text: The CSV, with its head.
        mapping: What the words of datasets mean.
        types: The types of the rule base.

    Raises:
        UserError: If it is neither kind of table, or no row of it can be read.
    """
    rows = csv.DictReader(StringIO(text))
    names = set(rows.fieldnames or ())
    if names.issuperset(EVENT_COLUMNS):
        return _table(rows, _Events(mapping, types), is_monthly=False)
    if names.issuperset(MONTH_COLUMNS):
        return _table(rows, _Months(mapping), is_monthly=True)
    raise UserError(
        f"This is no table of events: its columns are {', '.join(sorted(names)) or 'none'}. "
        f"It needs {', '.join(EVENT_COLUMNS)}; or, for country months, {', '.join(MONTH_COLUMNS)}."
    )


@dataclass(frozen=True, slots=True)
class _Events:
    """Reads a row of events; words that nobody has mapped are counted in `unknown`."""

    mapping: EventTypes
    types: Mapping[str, object]
    unknown: Counter[str] = field(default_factory=Counter)

    def region(self, row: Mapping[str, str]) -> str:
        return " / ".join(part for part in (row["country"], row["admin1"]) if part)

    def days(self, row: Mapping[str, str]) -> date:
        return date.fromisoformat(row["date"])

    def events(self, row: Mapping[str, str]) -> Iterator[Event]:
        killed, low, high = (_toll(row, name) for name in ("best", "low", "high"))
        if not row["country"]:
            raise ValueError("the country is empty")
        day = self.days(row)
        kind, is_known = self.mapping.type_of(row["type"], self.types)
        if not is_known:
            self.unknown[row["type"]] += 1
        deaths = next((n for n in (killed, low) if n is not None), 0)
        placed = bool(row.get("lat") and row.get("lon"))
        yield Event(day, self.region(row), row["country"], kind, killed, low, high, deaths, placed)


@dataclass(frozen=True, slots=True)
class _Months:
    """Reads a sum of a country month."""

    mapping: EventTypes
    unknown: Counter[str] = field(default_factory=Counter)

    def region(self, row: Mapping[str, str]) -> str:
        return row["iso3"]

    def days(self, row: Mapping[str, str]) -> date:
        first = date.fromisoformat(f"{row['month']}-01")
        return first.replace(day=monthrange(first.year, first.month)[1])

    def events(self, row: Mapping[str, str]) -> Iterator[Event]:
        left, day, country = _toll(row, "best") or 0, self.days(row), row["iso3"]
        if not country:
            raise ValueError("iso3 is empty")
        while left > 0:
            at_once = min(left, KILLED_AT_ONCE)
            left -= at_once
            yield Event(
                day, country, country, self.mapping.country_month, *(at_once,) * 4, is_placed=False
            )


def _table(
    rows: "csv.DictReader[str]", reader: _Events | _Months, *, is_monthly: bool
) -> EventTable:
    events: list[Event] = []
    refused: list[str] = []
    regions: set[str] = set()
    days: list[date] = []
    for row in rows:
        try:
            plain = {str(key): (value or "").strip() for key, value in row.items() if key}
            events += reader.events(plain)
            days.append(reader.days(plain))
            regions.add(reader.region(plain))
        except ValueError as error:
            refused.append(f"line {rows.line_num}: {error}")
    if not days:
        raise UserError(
            "No row of this table can be read." + "".join(f"\n  {r}" for r in refused[:3])
        )
    ordered = sorted(events, key=lambda e: (e.day, e.region, e.type, e.deaths, e.killed_high or 0))
    return EventTable(
        events=tuple(ordered),
        regions=tuple(sorted(regions)),
        first=min(days),
        last=max(days),
        is_monthly=is_monthly,
        rows=len(days),
        unknown_types=dict(sorted(reader.unknown.items())),
        refused=tuple(refused),
    )


def _toll(row: Mapping[str, str], name: str) -> int | None:
    """Return a toll; None where it is empty or the table has no such column."""
    text = row.get(f"killed_{name}", "")
    if not text:
        return None
    number = float(text)
    if not (number >= 0 and number.is_integer()):
        raise ValueError(f"killed_{name} is {text}: a toll is a whole number, or empty")
    return int(number)

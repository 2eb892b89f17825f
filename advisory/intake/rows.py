"""Events of a table of coded events become reports, a batch of them at a time.

A report's text is the row itself, a line for each field that it fills: so every value can be
proved by the words that stand there, as with any other report. The id is the dataset's own with a
hash of the text, for a dataset revises its rows: which one stands is settled in `incidents`. A row
is known from the last day of its event, since tables seldom say when a row was published. What
cannot be is refused with all its reasons: see `intake.row_checks`.

A batch is worked on column by column, which is several times as quick as row by row.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from advisory.intake.draft import MAX_AHEAD, Terms
from advisory.intake.mapping import Layout
from advisory.intake.row_checks import FIGURES, Columns, day_of, people, problems
from advisory.intake.sources import default_tlp
from advisory.model.identity import row_id
from advisory.model.marking import Tlp
from advisory.model.text import Report

Row = list[str]
Cells = dict[str, str]

_BETWEEN = {"actors": "; "}
_ORDER = (
    "id", "type", "date", "date_last", "date_precision", "place", "admin2", "admin1", "country",
    "latitude", "longitude", "place_precision", *FIGURES, "actors", "sources", "revision", "notes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rows:
    """What turns the rows of one table into reports."""

    layout: Layout
    latest: date
    tlp: Tlp

    @classmethod
    def of(cls, layout: Layout, terms: Terms) -> "Rows":
        """Return the maker of the reports of a table."""
        tlp = default_tlp(layout.mapping.dataset, terms.sources)
        return cls(layout, (terms.now + MAX_AHEAD).date(), tlp)

    def reports(self, events: Sequence[Sequence[Row]]) -> list[Report | str]:
        """Return for each event, from its row or all its rows, its report or what is wrong."""
        if not events:
            return []
        columns = self._columns([row for event in events for row in event])
        if any(len(event) > 1 for event in events):
            columns = _folded_together(columns, [len(event) for event in events])
        wrong = problems(columns, self.latest)
        if wrong:
            sound = [number for number in range(len(events)) if number not in wrong]
            columns = {name: [said[n] for n in sound] for name, said in columns.items()}
        made = iter(self._made(columns))
        return ["\n".join(wrong[n]) if n in wrong else next(made) for n in range(len(events))]

    def _columns(self, rows: Sequence[Row]) -> Columns:
        """Return what the rows say, field by field."""
        whole = list(zip(*rows, strict=True))
        columns = {name: list(map(str.strip, whole[at])) for name, at in self.layout.single}
        for name, numbers in self.layout.several:
            between = _BETWEEN.get(name, ": ")
            parts = [map(str.strip, whole[at]) for at in numbers]
            columns[name] = [between.join(filter(None, said)) for said in zip(*parts, strict=True)]
        return columns

    def _made(self, columns: Columns) -> list[Report]:
        dataset = self.layout.mapping.dataset
        told = self._in_our_words(columns)
        return [
            Report(
                id=row_id(dataset, name, text),
                text=text,
                source=dataset,
                published=last,
                tlp=self.tlp,
                table=dataset,
            )
            for name, last, text in zip(told["id"], told["date_last"], _texts(told), strict=True)
        ]

    def _in_our_words(self, columns: Columns) -> Columns:
        mapping = self.layout.mapping
        told = dict(columns)
        told["date"], told["date_last"] = self._days(columns)
        if mapping.revision:
            stamps = columns.get("revision", [""] * len(columns["id"]))
            told["revision"] = [said or mapping.revision for said in stamps]
        for name, words in (
            ("type", mapping.types),
            ("country", mapping.countries),
            ("place_precision", mapping.places),
        ):
            if words and name in told:
                told[name] = [words.get(said, said) for said in told[name]]
        for name in FIGURES:
            if name in told:
                told[name] = list(map(_figure, told[name]))
        if mapping.zero_is_unknown and "killed" in told:
            told["killed"] = ["" if said == "0" else said for said in told["killed"]]
        return told

    def _days(self, columns: Columns) -> tuple[Sequence[str], Sequence[str]]:
        first = columns["date"]
        last = columns.get("date_last", first)
        precision = columns.get("date_precision", [""] * len(first))
        days = self.layout.mapping.days
        spans = [
            _span(begun, ended or begun, days.get(said, 1))
            for begun, ended, said in zip(first, last, precision, strict=True)
        ]
        return [begun for begun, _ in spans], [ended for _, ended in spans]


def folded(rows: Sequence[Cells]) -> Cells:
    """Return several rows of one event as one: all actors, and figures from least to most.

    >>> folded([{"actors": "A", "killed": "3"}, {"actors": "B; A", "killed": "5"}])
    {'actors': 'A; B', 'killed': '5', 'killed_low': '3', 'killed_high': '5'}
    """
    one: Cells = {}
    for row in reversed(rows):
        one |= row
    one |= _joined(rows, "actors", "; ") | _joined(rows, "sources", "; ")
    tolls = sorted(sorted({row["killed"] for row in rows if "killed" in row}), key=_size)
    if len(tolls) > 1:
        lows = [row["killed_low"] for row in rows if "killed_low" in row]
        highs = [row["killed_high"] for row in rows if "killed_high" in row]
        one["killed"] = tolls[-1]
        one["killed_low"] = min((*lows, tolls[0]), key=_size)
        one["killed_high"] = max((*highs, tolls[-1]), key=_size)
    return one


def _folded_together(columns: Columns, numbers: Iterable[int]) -> Columns:
    """Fold the rows of each event; `numbers` says how many rows each event has."""
    rows = _cells(columns)
    told = (list(islice(rows, number)) for number in numbers)
    events = [folded(cells) if len(cells) > 1 else cells[0] for cells in told]
    return {name: [one.get(name, "") for one in events] for name in _ORDER}


def _cells(columns: Columns) -> Iterator[Cells]:
    for row in zip(*columns.values(), strict=True):
        yield {name: said for name, said in zip(columns, row, strict=True) if said}


def _joined(rows: Iterable[Cells], name: str, between: str) -> Cells:
    said = (one for row in rows for one in row.get(name, "").split(between))
    joined = between.join(dict.fromkeys(filter(None, said)))
    return {name: joined} if joined else {}


def _size(figure: str) -> int:
    number = people(figure)
    return -1 if number is None else number


@lru_cache(maxsize=65_536)
def _figure(said: str) -> str:
    """Return a figure that was checked, as tables with blanks after the point do not write it."""
    return str(people(said)) if said else ""


@lru_cache(maxsize=65_536)
def _span(first: str, last: str, days: int) -> tuple[str, str]:
    """Return the first and last day as ISO dates, widened to so many days."""
    before, after = timedelta(days=(days - 1) // 2), timedelta(days=days // 2)
    begun, ended = day_of(first), day_of(last)
    if begun is None or ended is None:
        raise ValueError(f"no days: {first!r}, {last!r}")
    return (begun - before).isoformat(), (ended + after).isoformat()


def _texts(columns: Columns) -> list[str]:
    """Return for each event a line for each field that it fills."""
    given = {name: columns[name] for name in _ORDER if any(columns.get(name, ()))}
    lines = "".join(f"{name}: %s\n" if all(said) else "%s" for name, said in given.items())
    cells = [
        said if all(said) else [one and f"{name}: {one}\n" for one in said]
        for name, said in given.items()
    ]
    return [(lines % row).removesuffix("\n") for row in zip(*cells, strict=True)]

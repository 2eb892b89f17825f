"""One row of a table of coded events becomes a report, checked.

The report's text is the row itself, a line for each field that it fills: so every value can be
proved by the words that stand there, as with any other report. The id is the dataset's own with a
hash of the text, for a dataset revises its rows: which one stands is settled in `incidents`. A row
is known from the last day of its event, since tables seldom say when a row was published. What
cannot be is refused with all its reasons: no date, a day that is none or to come, a point off the
globe, a negative or broken figure, a low above its high.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from advisory.errors import RejectedReport
from advisory.intake.draft import MAX_AHEAD, MAX_NAME, Terms
from advisory.intake.mapping import Layout
from advisory.intake.sources import default_tlp
from advisory.model.identity import row_id
from advisory.model.marking import Tlp
from advisory.model.text import Report
from advisory.rulebook.book import SourceEntry

Cells = dict[str, str]

FIGURES = (
    "killed", "killed_low", "killed_high", "killed_civilians", "killed_a", "killed_b",
    "killed_unknown", "injured",
)  # fmt: skip
_IN_ORDER = (("killed_low", "killed_high"), ("killed_low", "killed"), ("killed", "killed_high"))
_MOST_PEOPLE = 100_000_000
_SEVERAL = frozenset({"actors"})
_LATITUDE, _LONGITUDE = 90, 180
_DATES = ("%Y%m%d", "%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d/%m/%Y")


@dataclass(frozen=True, slots=True)
class Rows:
    """What turns the rows of one table into reports."""

    layout: Layout
    sources: Mapping[str, SourceEntry]
    latest: date
    tlp: Tlp

    @classmethod
    def of(cls, layout: Layout, terms: Terms) -> "Rows":
        """Return the maker of the reports of a table."""
        tlp = default_tlp(layout.mapping.dataset, terms.sources)
        return cls(layout, terms.sources, (terms.now + MAX_AHEAD).date(), tlp)

    def report(self, rows: Sequence[Sequence[str]]) -> Report:
        """Return the report of one event, from its row or all its rows.

        Raises:
            RejectedReport: With everything that is wrong with it.
        """
        cells = [self._cells(row) for row in rows]
        return self._report(cells[0] if len(cells) == 1 else folded(cells))

    def _cells(self, row: Sequence[str]) -> Cells:
        """Return what the row says, field by field; what it leaves empty is not there."""
        if not "".join(row).isprintable():
            row = [_on_one_line(value) for value in row]
        cells = {name: said for name, at in self.layout.single if (said := row[at].strip())}
        for name, numbers in self.layout.several:
            between = "; " if name in _SEVERAL else ": "
            if said := between.join([said for at in numbers if (said := row[at].strip())]):
                cells[name] = said
        return cells

    def _report(self, cells: Cells) -> Report:
        problems = list(_problems(cells, self.latest))
        if problems:
            raise RejectedReport("\n".join(problems))
        mapping = self.layout.mapping
        told = self._in_our_words(cells)
        if mapping.zero_is_unknown and told.get("killed") == "0":
            del told["killed"]
        dataset = mapping.dataset
        text = "\n".join([f"{name}: {told[name]}" for name in _ORDER if name in told])
        return Report(
            id=row_id(dataset, cells["id"], text),
            text=text,
            source=dataset,
            published=told["date_last"],
            tlp=self.tlp,
            table=dataset,
        )

    def _in_our_words(self, cells: Cells) -> Cells:
        mapping = self.layout.mapping
        days = mapping.days.get(cells.get("date_precision", ""), 1)
        first, last = _span(cells["date"], cells.get("date_last") or cells["date"], days)
        told = {**cells, "date": first, "date_last": last}
        if mapping.revision:
            told.setdefault("revision", mapping.revision)
        for name, words in (
            ("type", mapping.types),
            ("country", mapping.countries),
            ("place_precision", mapping.places),
        ):
            said = cells.get(name, "")
            if said in words:
                told[name] = words[said]
        return told


_ORDER = (
    "id", "type", "date", "date_last", "date_precision", "place", "admin2", "admin1", "country",
    "latitude", "longitude", "place_precision", *FIGURES, "actors", "sources", "revision", "notes",
)  # fmt: skip


def folded(rows: Sequence[Cells]) -> Cells:
    """Return several rows of one event as one: all actors, and figures from least to most.

    >>> folded([{"actors": "A", "killed": "3"}, {"actors": "B; A", "killed": "5"}])
    {'actors': 'A; B', 'killed': '5', 'killed_low': '3', 'killed_high': '5'}
    """
    one: Cells = {}
    for row in reversed(rows):
        one |= row
    one |= _joined(rows, "actors", "; ") | _joined(rows, "sources", "; ")
    tolls = sorted({row["killed"] for row in rows if "killed" in row}, key=_size)
    if len(tolls) > 1:
        lows = [row["killed_low"] for row in rows if "killed_low" in row]
        highs = [row["killed_high"] for row in rows if "killed_high" in row]
        one["killed"] = tolls[-1]
        one["killed_low"] = min((*lows, tolls[0]), key=_size)
        one["killed_high"] = max((*highs, tolls[-1]), key=_size)
    return one


def _on_one_line(text: str) -> str:
    return " ".join(text.replace("\0", "\ufffd").split())


def _joined(rows: Iterable[Cells], name: str, between: str) -> Cells:
    said = (one for row in rows for one in row.get(name, "").split(between))
    joined = between.join(dict.fromkeys(filter(None, said)))
    return {name: joined} if joined else {}


def _size(figure: str) -> int:
    people = _people(figure)
    return -1 if people is None else people


def _problems(cells: Cells, latest: date) -> Iterator[str]:
    for name in ("id", "date", "type"):
        if name not in cells:
            yield f"It has no {name}."
    if len(cells.get("id", "")) > MAX_NAME:
        yield f"Its id is over {MAX_NAME} characters."
    yield from _date_problems(cells, latest)
    yield from _point_problems(cells)
    yield from _figure_problems(cells)
    if not ("country" in cells or "latitude" in cells):
        yield "It has neither a country nor a point."


def _date_problems(cells: Cells, latest: date) -> Iterator[str]:
    days = [cells[name] for name in ("date", "date_last") if name in cells]
    read = [_day(text) for text in days]
    for text, day in zip(days, read, strict=True):
        if day == date.min:
            yield f'Its date "{text[:40]}" is none. Write 2023-11-07.'
        elif day > latest:
            yield f"It is dated {day}, more than 24 hours from now."
    if len(read) == 2 and read[1] < read[0] and date.min not in read:  # noqa: PLR2004 - both
        yield f"It ends on {read[1]}, before it begins."


def _point_problems(cells: Cells) -> Iterator[str]:
    for name, most in (("latitude", _LATITUDE), ("longitude", _LONGITUDE)):
        if name in cells and not _is_within(cells[name], most):
            yield f'Its {name} "{cells[name][:40]}" is not between -{most} and {most}.'
    if ("latitude" in cells) != ("longitude" in cells):
        yield "It has only one of latitude and longitude."


def _figure_problems(cells: Cells) -> Iterator[str]:
    read: dict[str, int] = {}
    for name in FIGURES:
        if said := cells.get(name):
            figure = _people(said)
            if figure is None:
                yield f'Its {name} "{said[:40]}" is no number of people.'
            else:
                read[name], cells[name] = figure, str(figure)
    for less, more in _IN_ORDER:
        if less in read and more in read and read[less] > read[more]:
            yield f"Its {less} {read[less]} is above its {more} {read[more]}."


def _is_within(text: str, most: int) -> bool:
    try:
        return -most <= float(text) <= most
    except ValueError:
        return False


@lru_cache(maxsize=65_536)
def _people(text: str) -> int | None:
    """Return a number of people, also as spreadsheets write it ("12.0"); None where it is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return int(value) if value.is_integer() and 0 <= value <= _MOST_PEOPLE else None


@lru_cache(maxsize=65_536)
def _span(first: str, last: str, days: int) -> tuple[str, str]:
    """Return the first and last day as ISO dates, widened to so many days."""
    before, after = timedelta(days=(days - 1) // 2), timedelta(days=days // 2)
    return (_day(first) - before).isoformat(), (_day(last) + after).isoformat()


@lru_cache(maxsize=65_536)
def _day(text: str) -> date:
    """Return a day as tables write it; `date.min` where it is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    for written in _DATES:
        try:
            return datetime.strptime(text, written).date()  # noqa: DTZ007 - a calendar day
        except ValueError:
            continue
    return date.min

"""A table of coded events, row by row, so that it may be larger than the memory.

Each event stands for itself: a row in another encoding, of another width, or cut in the middle is
refused under its line, and the rest goes on. Rows that bear the id of an earlier one are told of
the same event: a first pass finds such ids, and those events are given back when their last row
has been read. The delimiter is the one of comma, semicolon and tab that the header has most of.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

from advisory.errors import RejectedReport
from advisory.intake.draft import Terms
from advisory.intake.lines import MAX_LINE
from advisory.intake.mapping import Layout, layout_of
from advisory.intake.rows import Rows
from advisory.model.text import Report

SUFFIXES = frozenset({".csv", ".tsv"})

Read = Callable[[], Report]


@dataclass(slots=True)
class _Record:
    """One record of the file: its values or what is wrong with it, and its first line."""

    line: int
    values: Sequence[str] = ()
    wrong: str = ""


@dataclass(slots=True)
class _Lines:
    """The lines of a file as text; those that are not UTF-8 are noted."""

    stream: BinaryIO
    broken: set[int] = field(default_factory=set)

    def __iter__(self) -> Iterator[str]:
        read = partial(self.stream.readline, MAX_LINE)
        for number, line in enumerate(iter(read, b""), start=1):
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                self.broken.add(number)
                text = line.decode("utf-8", "replace")
            yield text.removeprefix("\ufeff") if number == 1 else text


def events(path: Path, terms: Terms) -> Iterator[tuple[int, Read]]:
    """Yield each event of a table: the line of its first row, and how to read it.

    Raises:
        RejectedReport: If the table has no header that can be read.
        RejectedFile: If the mapping beside it is wrong.
        OSError: If it cannot be read.
    """
    layout = _layout(path)
    rows, column = Rows.of(layout, terms), layout.id_column
    awaited = _repeated(path, layout)
    gathered: dict[str, list[_Record]] = {}
    for record in _records(path, layout.width):
        name = _id(record, column)
        if name not in awaited:
            yield record.line, partial(_read, rows, (record,))
            continue
        told = gathered.setdefault(name, [])
        told.append(record)
        if len(told) == awaited[name]:
            yield from _tellings(rows, gathered.pop(name))
    for told in gathered.values():
        yield from _tellings(rows, told)


def _tellings(rows: Rows, records: Sequence[_Record]) -> Iterator[tuple[int, Read]]:
    """Yield each telling of one event: rows of one revision are told together."""
    column = rows.layout.revision_column
    by_stamp: dict[str, list[_Record]] = {}
    for record in records:
        stamp = "" if column is None or record.wrong else record.values[column].strip()
        by_stamp.setdefault(stamp, []).append(record)
    for told in by_stamp.values():
        yield told[0].line, partial(_read, rows, tuple(told))


def _read(rows: Rows, records: Sequence[_Record]) -> Report:
    if wrong := next((record.wrong for record in records if record.wrong), ""):
        raise RejectedReport(wrong)
    return rows.report([record.values for record in records])


def _layout(path: Path) -> Layout:
    with path.open("rb") as stream:
        first = next(iter(_Lines(stream)), "")
    return layout_of(path, next(csv.reader([first], delimiter=_delimiter(first)), []))


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _id(record: _Record, column: int) -> str:
    return "" if record.wrong else record.values[column].strip()


def _repeated(path: Path, layout: Layout) -> dict[str, int]:
    """Return the ids that more than one row may have, with how many."""
    seen: set[str] = set()
    repeated: Counter[str] = Counter()
    for name in _ids(path, layout):
        if name in seen:
            repeated[name] += 1
        elif name:
            seen.add(name)
    return {name: again + 1 for name, again in repeated.items()}


def _ids(path: Path, layout: Layout) -> Iterator[str]:
    """Yield the id of each row; where it stands first, only so much of each line is looked at.

    A line that goes on with the one before then gives a word that is no id. That does no harm: who
    waits in vain for another row is given back at the end.
    """
    if layout.id_column:
        yield from (_id(record, layout.id_column) for record in _records(path, layout.width))
        return
    with path.open("rb") as stream:
        lines = iter(_Lines(stream))
        delimiter = _delimiter(next(lines))
        for line in lines:
            yield line.partition(delimiter)[0].strip(' "\t\r\n')


def _records(path: Path, width: int) -> Iterator[_Record]:
    """Yield the records below the header."""
    with path.open("rb") as stream:
        lines = _Lines(stream)
        text = iter(lines)
        first = next(text)
        reader = csv.reader(text, delimiter=_delimiter(first), strict=True)
        while True:
            line = reader.line_num + 2
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield _Record(line, wrong=f"It is cut or its quotes are not closed: {error}.")
                continue
            if values:
                broken = lines.broken and not lines.broken.isdisjoint(
                    range(line, reader.line_num + 2)
                )
                yield _Record(line, values, _wrong(values, width, is_broken=bool(broken)))


def _wrong(values: Sequence[str], width: int, *, is_broken: bool) -> str:
    if is_broken:
        return "It is not UTF-8 text. Save the table as UTF-8."
    if len(values) != width:
        return f"It has {len(values)} of {width} columns. Is the table cut here?"
    return ""

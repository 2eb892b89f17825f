"""A table of coded events, batch by batch, so that it may be larger than the memory.

Each event stands for itself: a row in another encoding, of another width, or cut in the middle is
refused under its line, and the rest goes on. Rows that bear the id of an earlier one are told of
the same event: a first pass finds such ids, and those events are given back when their last row
has been read. The delimiter is the one of comma, semicolon and tab that the header has most of.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from advisory.intake.draft import Terms
from advisory.intake.lines import MAX_LINE
from advisory.intake.mapping import Layout, layout_of
from advisory.intake.rows import Row, Rows
from advisory.model.text import Report

SUFFIXES = frozenset({".csv", ".tsv"})
BATCH = 100
BATCH_CHARACTERS = 4_000_000
"""At most so many records, and a little more than so much text, are in the memory together."""

_Record = tuple[int, Row | str]
"""The line on which a record begins, and its values or what is wrong with it."""

_Event = tuple[int, list[Row] | str]
"""The line on which the first row of an event begins, and all its rows or what is wrong."""


def events(path: Path, terms: Terms) -> Iterator[tuple[int, Report | str]]:
    """Yield each event of a table: the line of its first row, and its report or what is wrong.

    Raises:
        RejectedReport: If the table has no header that can be read.
        RejectedFile: If the mapping beside it is wrong.
        OSError: If it cannot be read.
    """
    layout = _layout(path)
    rows = Rows.of(layout, terms)
    for batch in _gathered(path, layout):
        made = iter(rows.reports([told for _, told in batch if not isinstance(told, str)]))
        for line, told in batch:
            yield line, told if isinstance(told, str) else next(made)


def _gathered(path: Path, layout: Layout) -> Iterator[list[_Event]]:
    """Yield the events in batches; one of several rows stands where its last row stood."""
    awaited, column = _repeated(path, layout), layout.id_column
    waiting: dict[str, list[tuple[int, Row]]] = {}
    for records in _batches(path, layout.width):
        batch: list[_Event] = []
        for line, told in records:
            name = "" if isinstance(told, str) else told[column].strip()
            if isinstance(told, str):
                batch.append((line, told))
            elif name not in awaited:
                batch.append((line, [told]))
            else:
                waiting.setdefault(name, []).append((line, told))
                if len(waiting[name]) == awaited[name]:
                    batch.extend(_revisions(waiting.pop(name), layout.revision_column))
        yield batch
    yield [one for rows in waiting.values() for one in _revisions(rows, layout.revision_column)]


def _revisions(rows: Sequence[tuple[int, Row]], column: int | None) -> Iterable[_Event]:
    """Return each telling of one event: rows of one revision are told together."""
    by_stamp: dict[str, tuple[int, list[Row]]] = {}
    for line, row in rows:
        stamp = "" if column is None else row[column].strip()
        by_stamp.setdefault(stamp, (line, []))[1].append(row)
    return by_stamp.values()


def _layout(path: Path) -> Layout:
    with _opened(path) as stream:
        first = stream.readline(MAX_LINE)
    return layout_of(path, next(csv.reader([first], delimiter=_delimiter(first)), []))


def _opened(path: Path) -> TextIO:
    """Open a table; a byte that is not UTF-8 becomes half a surrogate pair, which no text holds."""
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n")


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


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
        for records in _batches(path, layout.width):
            yield from (
                told[layout.id_column].strip() for _, told in records if not isinstance(told, str)
            )
        return
    with _opened(path) as stream:
        delimiter = _delimiter(stream.readline(MAX_LINE))
        for line in iter(partial(stream.readline, MAX_LINE), ""):
            name = line.partition(delimiter)[0].strip(' "\t\r\n')
            yield name if name.isprintable() else _on_one_line(name)


def _batches(path: Path, width: int) -> Iterator[list[_Record]]:
    """Yield the records below the header, so many at a time as the memory holds."""
    batch: list[_Record] = []
    size = 0
    for line, values in _records(path):
        whole = "".join(values)
        is_right = len(values) == width and whole.isprintable() and not isinstance(values, str)
        batch.append((line, values if is_right else _mended(values, width)))
        size += len(whole)
        if len(batch) == BATCH or size > BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    yield batch


def _records(path: Path) -> Iterator[_Record]:
    with _opened(path) as stream:
        delimiter = _delimiter(stream.readline(MAX_LINE))
        lines = iter(partial(stream.readline, MAX_LINE), "")
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        while True:
            line = reader.line_num + 2
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield line, f"It is cut or its quotes are not closed: {error}."
                continue
            if values:
                yield line, values


def _mended(told: Row | str, width: int) -> Row | str:
    """Return the values of a record on one line each, or what is wrong with it."""
    if isinstance(told, str):
        return told
    if any("\ud800" <= sign <= "\udfff" for sign in "".join(told)):
        return "It is not UTF-8 text. Save the table as UTF-8."
    if len(told) != width:
        return f"It has {len(told)} of {width} columns. Is the table cut here?"
    return list(map(_on_one_line, told))


def _on_one_line(text: str) -> str:
    return " ".join(text.replace("\0", "\ufffd").split())

"""Files and folders in, reports out; what cannot be taken in is refused with a reason.

    .txt         plain text, perhaps with header lines      intake.plain
    .md          Markdown below YAML front matter           intake.plain
    .html .htm   a saved page                               intake.page
    .eml         a saved mail                               intake.mail
    .jsonl       one report a line                          intake.lines
    .xml .rss .atom   a saved feed                          intake.feed
    .csv .tsv    a table of coded events                    intake.table
    decisions.yaml    standings and overrides               intake.decisions

Each item (a file, a line, an entry) stands for itself: a bad one never stops the rest. Nothing is
fetched and nothing is written; the same files give the same items in the same order.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import starmap
from pathlib import Path

from advisory.errors import AdvisoryError, RejectedReport, UserError
from advisory.intake.characters import read_limited
from advisory.intake.decisions import read_decisions
from advisory.intake.draft import Draft, Terms, finished
from advisory.intake.feed import entries, read_entry
from advisory.intake.folders import DECISIONS, files_of, refuse_irregular
from advisory.intake.lines import numbered_lines, read_line
from advisory.intake.mail import read_mail
from advisory.intake.page import read_page
from advisory.intake.plain import read_markdown, read_plain
from advisory.intake.table import SUFFIXES, events
from advisory.model.decision import Decision
from advisory.model.text import Report
from advisory.model.time import known_at
from advisory.rulebook.book import SourceEntry


@dataclass(frozen=True, slots=True)
class Taken:
    """One item that was taken in; `item` is where it stands: path, and line or entry."""

    item: str
    value: Report | Decision


@dataclass(frozen=True, slots=True)
class Refusal:
    """One item that was not, with what is wrong and how to mend it."""

    item: str
    reason: str


Read = Callable[[], Report | Decision]


def take_in(
    paths: Sequence[Path],
    *,
    sources: Mapping[str, SourceEntry],
    now: datetime,
    published: str | None = None,
) -> Iterator[Taken | Refusal]:
    """Yield every item of these files and folders, in the order of their paths.

    Args:
        paths: Files, and folders with all that is below them.
        sources: The sources of the rule base, by id.
        now: The instant of the ingest: what is dated over 24 hours later is refused.
        published: The date of reports that carry none.

    Raises:
        UserError: If a path does not exist, or `published` is no date.
    """
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise UserError(f"There is no file or folder {', '.join(missing)}.")
    if published is not None:
        _check_date(published)
    terms = Terms(sources, now, published)
    return (
        item for path in paths for file in files_of(path) for item in _of_file(file, path, terms)
    )


def _check_date(published: str) -> None:
    try:
        known_at(published)
    except (ValueError, OverflowError):
        raise UserError(
            f'"{published}" is no publication date. Write 2023-11-07 or 2023-11-07T18:24:00Z.'
        ) from None


def _of_file(path: Path, offered: Path, terms: Terms) -> Iterator[Taken | Refusal]:
    try:
        refuse_irregular(path, offered)
        is_table = path.suffix.casefold() in SUFFIXES
        yield from _events(path, terms) if is_table else starmap(_attempt, _items(path, terms))
    except Exception as error:  # noqa: BLE001 - a bad file never stops the rest
        yield Refusal(str(path), _reason(error))


def _events(path: Path, terms: Terms) -> Iterator[Taken | Refusal]:
    """Yield the events of a table, which are read many at a time."""
    name = str(path)
    for number, told in events(path, terms):
        item = f"{name}:{number}"
        yield Refusal(item, told) if isinstance(told, str) else Taken(item, told)


def _attempt(item: str, read: Read) -> Taken | Refusal:
    try:
        return Taken(item, read())
    except Exception as error:  # noqa: BLE001 - a bad item never stops the rest
        return Refusal(item, _reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, AdvisoryError):
        return str(error)
    if isinstance(error, OSError):
        return f"It cannot be read: {error.strerror}. Check its rights."
    return f"It cannot be read ({type(error).__name__}: {error}). Save its text as .txt."


def _items(path: Path, terms: Terms) -> Iterator[tuple[str, Read]]:
    """Yield each item of a file with how to read it; what a file holds is found by its name."""
    name, suffix = str(path), path.suffix.casefold()
    if path.name == DECISIONS:
        for number, decision in enumerate(read_decisions(path), start=1):
            yield f"{name}#{number}", partial(_given, decision)
    elif suffix == ".jsonl":
        for number, line in numbered_lines(path):
            yield f"{name}:{number}", _report(partial(read_line, line), terms)
    elif suffix in {".xml", ".rss", ".atom"}:
        yield from _entries(path, terms)
    else:
        yield name, _report(partial(_document, path, terms), terms)


def _entries(path: Path, terms: Terms) -> Iterator[tuple[str, Read]]:
    for number, entry in enumerate(entries(read_limited(path)), start=1):
        yield f"{path}#{number}", _report(partial(read_entry, entry), terms)


def _document(path: Path, terms: Terms) -> Draft:
    readers: dict[str, Callable[[bytes], Draft]] = {
        ".txt": read_plain,
        ".md": partial(read_markdown, name=str(path)),
        ".html": read_page,
        ".htm": read_page,
        ".eml": partial(read_mail, sources=terms.sources),
    }
    reader = readers.get(path.suffix.casefold())
    if reader is None:
        allowed = ".txt, .md, .html, .eml, .jsonl, .xml, .rss, .atom, .csv"
        raise RejectedReport(f'A file "{path.suffix}" is not read. Allowed: {allowed}.')
    return reader(read_limited(path))


def _report(draft: Callable[[], Draft], terms: Terms) -> Read:
    return lambda: finished(draft(), terms)


def _given(decision: Decision) -> Decision:
    return decision

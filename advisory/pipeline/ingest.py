"""Take files in, read what is new, and lay out what look-ups will read.

Items are committed in whole batches, so a run that is killed half way and started again ends in
the same store. What cannot be taken in goes to quarantine with its reason, and the rest goes on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from advisory.errors import RejectedReport
from advisory.intake.intake import Refusal, Taken, take_in
from advisory.model.decision import Decision
from advisory.model.text import Report
from advisory.pipeline.desk import Desk
from advisory.pipeline.snapshots import write_snapshots
from advisory.store.store import Store

BATCH = 10_000
BATCH_CHARACTERS = 4_000_000
"""At most so many items, and so much text, are committed together: all of it or nothing."""


@dataclass(slots=True)
class Tally:
    """What became of the items: new reports, those known before, undated ones, refused ones.

    Undated are the items, as `Taken.item` names them: the file, and the row or entry in it.
    """

    new: int = 0
    known: int = 0
    decisions: int = 0
    undated: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def ingest(desk: Desk, paths: Sequence[Path], now: datetime, published: str | None = None) -> Tally:
    """Take these files and folders in; return what became of them.

    Args:
        desk: The store and the rules.
        paths: Files and folders; a folder is walked in the order of its names.
        now: The instant of the ingest.
        published: A publication date for reports that carry none.
    """
    desk.check()
    items = take_in(paths, sources=desk.rulebook.sources, now=now, published=published)
    with desk.open_store(create=True) as store:
        tally = take_all(store, items, now)
        write_snapshots(desk, store, now)
    return tally


def take_all(store: Store, items: Iterable[Taken | Refusal], now: datetime) -> Tally:
    """Take items into an open store, in whole batches; nothing is read or laid out yet."""
    tally = Tally()
    for batch in _batches(items):
        with store.writing():
            for item in _taken_together(store, batch, now, tally):
                _take(store, item, now, tally)
    return tally


def _batches(items: Iterable[Taken | Refusal]) -> Iterator[list[Taken | Refusal]]:
    batch: list[Taken | Refusal] = []
    size = 0
    for item in items:
        batch.append(item)
        if isinstance(item, Taken) and isinstance(item.value, Report):
            size += len(item.value.text)
        if len(batch) == BATCH or size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _taken_together(
    store: Store, batch: Sequence[Taken | Refusal], now: datetime, tally: Tally
) -> list[Taken | Refusal]:
    """Take the reports of a batch at once, which is quicker; return what is left to take."""
    reports: list[Taken] = []
    rest: list[Taken | Refusal] = []
    for item in batch:
        if isinstance(item, Taken) and isinstance(item.value, Report):
            reports.append(item)
        else:
            rest.append(item)
    try:
        _take_reports(store, reports, now, tally)
    except RejectedReport:
        return [*reports, *rest]
    return rest


def _take(store: Store, item: Taken | Refusal, now: datetime, tally: Tally) -> None:
    if isinstance(item, Refusal):
        _refuse(store, item, now, tally)
    elif isinstance(item.value, Decision):
        tally.decisions += store.add_decision(item.value)
        _forget(store, [item])
    else:
        try:
            _take_reports(store, [item], now, tally)
        except RejectedReport as error:
            _refuse(store, Refusal(item.item, str(error)), now, tally)


def _take_reports(store: Store, taken: Sequence[Taken], now: datetime, tally: Tally) -> None:
    """Take reports, all or none.

    Raises:
        RejectedReport: If one is refused; nothing is done then.
    """
    reports = [item.value for item in taken if isinstance(item.value, Report)]
    new = store.add_reports(reports, now)
    tally.new += new
    tally.known += len(reports) - new
    tally.undated += [
        item.item for item in taken if isinstance(item.value, Report) and not item.value.published
    ]
    _forget(store, taken)


def _forget(store: Store, taken: Iterable[Taken]) -> None:
    """Forget that these were ever refused: the item, or the whole file it stands in."""
    names = (name for item in taken for name in (item.item, item.item.partition("#")[0]))
    store.quarantine.remove(names)


def _refuse(store: Store, refusal: Refusal, now: datetime, tally: Tally) -> None:
    tally.refused.append(refusal)
    store.quarantine.add(refusal.item, refusal.reason, now)

"""Take files in, read what is new, and lay out what look-ups will read.

Items are committed in whole batches, so a run that is killed half way and started again ends in
the same store. What cannot be taken in goes to quarantine with its reason, and the rest goes on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from advisory.errors import RejectedReport
from advisory.intake.intake import Refusal, Taken, take_in
from advisory.model.decision import Decision
from advisory.pipeline.desk import Desk
from advisory.pipeline.snapshots import write_snapshots
from advisory.store.store import Store

BATCH = 200
"""How many items are committed together; each is taken whole or not at all."""


@dataclass(slots=True)
class Tally:
    """What became of the items: new reports, those known before, undated ones, refused ones."""

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
            for item in batch:
                try:
                    _take(store, item, now, tally)
                except RejectedReport as error:
                    _refuse(store, Refusal(item.item, str(error)), now, tally)
    return tally


def _batches(items: Iterable[Taken | Refusal]) -> Iterator[list[Taken | Refusal]]:
    remaining = iter(items)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _take(store: Store, item: Taken | Refusal, now: datetime, tally: Tally) -> None:
    if isinstance(item, Refusal):
        _refuse(store, item, now, tally)
    elif isinstance(item.value, Decision):
        tally.decisions += store.add_decision(item.value)
    else:
        added = store.add_reports([item.value], now)
        tally.new += added
        tally.known += 1 - added
        tally.undated += [] if item.value.published else [item.value.id]
    if isinstance(item, Taken):
        store.quarantine.remove(item.item.partition("#")[0])
        store.quarantine.remove(item.item)


def _refuse(store: Store, refusal: Refusal, now: datetime, tally: Tally) -> None:
    tally.refused.append(refusal)
    store.quarantine.add(refusal.item, refusal.reason, now)

"""Stores and reports for tests, with everything that does not matter left out."""

from datetime import UTC, datetime
from pathlib import Path

from advisory.model.text import Report
from advisory.store.store import Store

NOON = datetime(2025, 3, 11, 12, tzinfo=UTC)
EVENING = datetime(2025, 3, 11, 20, tzinfo=UTC)


def a_report(name="r1", text="Calm.", **fields) -> Report:
    return Report(name, text, **fields)


def a_store(folder: Path, name="store.sqlite") -> Store:
    return Store.open(folder / name)

"""Look one region up in a snapshot, in the blink of an eye.

A snapshot holds, for one clearance, the names of all regions and the finished answers for the days
from its making to 35 days later. Nothing is computed here and nothing imported but the standard
library, so that the look-up starts as fast as an empty program. The file is opened read-only and
never written; what it does not hold (another day, `--within`) is worked out by the pipeline.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from advisory.errors import AmbiguousName, BrokenStore, UnknownName
from advisory.gazetteer.folding import fold

_NAMED = "SELECT rank, region, shown FROM names WHERE folded = ? ORDER BY rank, shown, region"
_CODED = "SELECT region FROM assessments WHERE region IN (?, upper(?)) LIMIT 1"
_ALIKE = (
    "SELECT DISTINCT shown FROM names WHERE folded >= ? AND folded < ? || x'f48fbfbf' "
    "ORDER BY shown LIMIT 5000"
)
_ANSWER = "SELECT region, day, body, screen FROM assessments WHERE region = ? AND day = ?"


def snapshot_path(store: Path, clearance: str) -> Path:
    """Return where the snapshot of a store for a clearance lies: beside the store.

    >>> snapshot_path(Path("data/store.sqlite"), "TLP:AMBER+STRICT").name
    'store.snapshot-amber-strict.sqlite'
    """
    word = clearance.removeprefix("TLP:").lower().replace("+", "-").replace("_", "-")
    return store.with_name(f"{store.stem}.snapshot-{word}.sqlite")


@dataclass(frozen=True, slots=True)
class Answer:
    """The finished answer for one region at the end of one UTC day.

    `body` is the JSON of `advisory risk --json`, `screen` the text of `advisory risk`.
    """

    region: str
    day: str
    body: str
    screen: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """An open snapshot; a context manager that closes itself."""

    path: Path
    connection: sqlite3.Connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a snapshot.

        Raises:
            BrokenStore: If it is missing or damaged.
        """
        with _complaints(path):
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True)
            try:
                connection.execute("PRAGMA query_only = ON")
                connection.execute("PRAGMA trusted_schema = OFF")
                connection.execute("SELECT 1 FROM meta")
            except sqlite3.DatabaseError:
                connection.close()
                raise
        return cls(path, connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    @property
    def meta(self) -> dict[str, str]:
        """What the snapshot was made from; the keys are those of `snapshot.Origin`."""
        with _complaints(self.path):
            return dict(self.connection.execute("SELECT key, value FROM meta ORDER BY key"))

    def region(self, name: str) -> str:
        """Return the id of the region a name means (decision 16: the first rank that has it).

        Raises:
            UnknownName: If no region has it; the nearest names are named.
            AmbiguousName: If several regions of the winning rank have it.
        """
        folded = fold(name)
        with _complaints(self.path):
            code = self.connection.execute(_CODED, (name, name)).fetchone()
            if code:
                return str(code[0])
            found = self.connection.execute(_NAMED, (folded,)).fetchall()
            if not found:
                first = folded[:1]
                alike = self.connection.execute(_ALIKE, (first, first))
                raise UnknownName("region", name, [row[0].partition(" (")[0] for row in alike])
        winners: dict[str, str] = {
            region: shown for rank, region, shown in found if rank == found[0][0]
        }
        if len(winners) > 1:
            raise AmbiguousName("region", name, list(winners.values()))
        return next(iter(winners))

    def answer(self, region: str, day: str) -> Answer | None:
        """Return the answer for a region id on a day (YYYY-MM-DD); None if it is not here."""
        with _complaints(self.path):
            row = self.connection.execute(_ANSWER, (region, day)).fetchone()
        return Answer(*row) if row else None


def generation(store: Path) -> str | None:
    """Return the mark of what a store holds now; None if there is no store.

    A snapshot whose `generation` is another was made before the store's last change.

    Raises:
        BrokenStore: If the file is damaged.
    """
    if not store.exists():
        return None
    with _complaints(store):
        connection = sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True)
        try:
            query = "SELECT value FROM meta WHERE key = 'generation'"
            row = connection.execute(query).fetchone()
        finally:
            connection.close()
    return str(row[0]) if row else None


@contextmanager
def _complaints(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise BrokenStore(f"{path}: {error}. Make the snapshot anew: advisory ingest") from None

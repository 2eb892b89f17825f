"""One SQLite file: opened safely, read, and written in whole transactions.

Every commit is on the disk before it is reported done (WAL with `synchronous=FULL`); a transaction
takes the write lock at its start, so two writers wait for each other instead of failing half-way;
a kill at any point leaves the state before or after, never between. Whatever SQLite complains of
becomes a `BrokenStore` that says what to do.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from advisory.errors import BrokenStore

VERSION = 2
BUSY_MILLISECONDS = 60_000

_SCHEMA = Path(__file__).with_name("schema.sql")
_PAST = Path(__file__).with_name("past.sql")
_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -65536",  # 64 MB: ids come in no order, and their index is large
)
_CURES = {
    sqlite3.SQLITE_CORRUPT: "It is damaged: restore a backup, or ingest again into a new store.",
    sqlite3.SQLITE_NOTADB: (
        "It is no store of ours, or damaged: name another, or make a new one: advisory ingest PATH"
    ),
    sqlite3.SQLITE_FULL: "The disk is full: make room and repeat the command; nothing is lost.",
    sqlite3.SQLITE_BUSY: "Another command is writing: wait for it and repeat this one.",
    sqlite3.SQLITE_READONLY: "It may not be written: check the rights of the file and its folder.",
    sqlite3.SQLITE_CANTOPEN: "It cannot be opened: check that the folder exists and its rights.",
}

Row = tuple[Any, ...]


class Database:
    """An open file; see `open_database`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def rows(self, query: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query."""
        with complaints(self.path):
            yield from self._connection.execute(query, values)

    def row(self, query: str, values: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        return next(self.rows(query, values), None)

    def write(self, statement: str, values: Sequence[object] = ()) -> int:
        """Run one statement in a transaction; return how many rows it wrote."""
        with self.writing(), complaints(self.path):
            return self._connection.execute(statement, values).rowcount

    def write_all(self, statement: str, many: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of values, in one transaction."""
        with self.writing(), complaints(self.path):
            self._connection.executemany(statement, many)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make all that is written inside one transaction; one inside another joins it."""
        if self._connection.in_transaction:
            yield
            return
        self._run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._run("COMMIT")

    def go_back(self, generation: int) -> None:
        """Hide from every later query what was learnt after a generation; see past.sql."""
        views = _PAST.read_text(encoding="utf-8").replace(":generation", str(int(generation)))
        with complaints(self.path):
            self._connection.executescript(views)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _run(self, statement: str) -> None:
        with complaints(self.path):
            self._connection.execute(statement)


def open_database(path: Path, *, create: bool) -> Database:
    """Return the database of this path, built first where it is missing and `create` allows it.

    Raises:
        BrokenStore: If it is missing, damaged, no store, or written by a newer version.
    """
    if not path.exists() and not create:
        raise BrokenStore(f"There is no store at {path}. Make one: advisory ingest PATH")
    with complaints(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)  # what is marked TLP:RED is for the owner of the file alone
        connection = sqlite3.connect(path, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)
        try:
            _prepare(connection, path, create=create)
        except BaseException:
            connection.close()
            raise
    return Database(path, connection)


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    for setting in _SETTINGS:
        connection.execute(setting)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if not tables and create:
        _build(connection)
    elif "meta" not in tables:
        raise BrokenStore(f"{path} is no store of ours, or empty. Name another file.")
    _check_version(connection, path)


def _build(connection: sqlite3.Connection) -> None:
    # All at once, and harmless when another process was quicker: a kill leaves an empty file.
    connection.execute("PRAGMA journal_mode = WAL")
    schema = _SCHEMA.read_text(encoding="utf-8")
    connection.executescript(f"BEGIN IMMEDIATE;\n{schema}\nCOMMIT;")


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    row = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    if row is None or not str(row[0]).isdecimal():
        raise BrokenStore(f"{path} does not say its version: it is no store of ours. Name another.")
    if int(row[0]) > VERSION:
        raise BrokenStore(
            f"{path} was written by a newer advisory: it has version {row[0]}, this program reads "
            f"up to {VERSION}. Upgrade advisory, or name another store."
        )
    if int(row[0]) < VERSION:
        raise BrokenStore(
            f"{path} was written before the first release: it has version {row[0]}, this program "
            f"reads {VERSION}. Ingest the reports again into a new store."
        )


@contextmanager
def complaints(path: Path) -> Iterator[None]:
    """Turn what SQLite or the disk complains of into a message with a cure."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        cure = _CURES.get(code, "Check the file, or restore a backup.")
        raise BrokenStore(f"{path}: {error}. {cure}") from None
    except OSError as error:
        raise BrokenStore(f"{path}: {error.strerror}. Check the folder and its rights.") from None

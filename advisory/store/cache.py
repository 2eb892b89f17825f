"""Answers for past days, worked out once.

They are found by what they follow from: the digest of the store, the rule base, the as-of and the
clearance. So an answer never needs to be taken back: when the store changes, its key does, and the
answers of older digests are dropped. The file may be deleted at any time; a damaged one is begun
anew.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from advisory.store.lookup import Answer

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    digest TEXT NOT NULL, rule_base TEXT NOT NULL, as_of TEXT NOT NULL, clearance TEXT NOT NULL,
    region TEXT NOT NULL, day TEXT NOT NULL, body TEXT NOT NULL, screen TEXT NOT NULL,
    PRIMARY KEY (digest, rule_base, as_of, clearance, region)
) STRICT, WITHOUT ROWID
"""
_FIND = (
    "SELECT region, day, body, screen FROM answers "
    "WHERE digest = ? AND rule_base = ? AND as_of = ? AND clearance = ? AND region = ?"
)


@dataclass(frozen=True, slots=True)
class CacheKey:
    """What an answer follows from; `as_of` is an RFC 3339 instant, `clearance` a TLP name."""

    digest: str
    rule_base: str
    as_of: str
    clearance: str

    @property
    def values(self) -> tuple[str, str, str, str]:
        """The key as a row."""
        return (self.digest, self.rule_base, self.as_of, self.clearance)


def cached(path: Path, key: CacheKey, region: str) -> Answer | None:
    """Return the answer for a region that was worked out before, or None."""
    if not path.exists():
        return None
    try:
        with closing(_opened(path)) as connection:
            row = connection.execute(_FIND, (*key.values, region)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return Answer(*row) if row else None


def remember(path: Path, key: CacheKey, answers: Iterable[Answer]) -> None:
    """Keep answers under a key, and drop those of an older state of the store.

    Where the file is locked or may not be written, nothing is kept, and nothing is wrong.
    """
    rows = [(*key.values, a.region, a.day, a.body, a.screen) for a in answers]
    try:
        _write(path, key, rows)
    except sqlite3.OperationalError:
        return
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        _write(path, key, rows)


def _write(path: Path, key: CacheKey, rows: Iterable[tuple[str, ...]]) -> None:
    with closing(_opened(path)) as connection, connection:
        connection.execute("DELETE FROM answers WHERE digest <> ?", (key.digest,))
        connection.executemany(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows
        )


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)  # it may hold answers from reports marked TLP:RED
    connection = sqlite3.connect(path, timeout=5)
    try:
        connection.execute(_SCHEMA)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection

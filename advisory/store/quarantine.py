"""What could not be taken in, and why, until it is mended and taken in after all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from advisory.store.codec import encode, stamp
from advisory.store.database import Database


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One item: where it stands (path, and line or part), what is wrong and how to mend it."""

    item: str
    reason: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Quarantine:
    """The refused items of one store."""

    database: Database

    def add(self, item: str, reason: str, recorded_at: datetime) -> None:
        """Note an item, over what was noted of it before."""
        self.database.write(
            "INSERT OR REPLACE INTO quarantine (item, reason, recorded_at) VALUES (?, ?, ?)",
            (item, reason, stamp(recorded_at)),
        )

    def remove(self, items: Iterable[str]) -> None:
        """Forget items, now that they were taken in."""
        if self.database.row("SELECT 1 FROM quarantine LIMIT 1"):
            statement = "DELETE FROM quarantine WHERE item IN (SELECT value FROM json_each(?))"
            self.database.write(statement, (encode(sorted(set(items))),))

    def all(self) -> tuple[Quarantined, ...]:
        """Return the items in the order of their names."""
        query = "SELECT item, reason, recorded_at FROM quarantine ORDER BY item"
        return tuple(Quarantined(*row) for row in self.database.rows(query))

"""What could not be taken in, and why, until it is mended and taken in after all."""

from dataclasses import dataclass
from datetime import datetime

from advisory.store.codec import stamp
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

    def remove(self, item: str) -> None:
        """Forget an item, now that it was taken in."""
        self.database.write("DELETE FROM quarantine WHERE item = ?", (item,))

    def all(self) -> tuple[Quarantined, ...]:
        """Return the items in the order of their names."""
        query = "SELECT item, reason, recorded_at FROM quarantine ORDER BY item"
        return tuple(Quarantined(*row) for row in self.database.rows(query))

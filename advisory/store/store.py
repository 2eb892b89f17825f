"""The store: what was taken in, decided, assessed, drafted and signed, in one SQLite file.

Everything that follows from it can be worked out again; what stands here cannot. So it is
append-only, each change is a whole transaction that is on the disk when it is done, and the same
inputs in any order leave the same content (`store.digest`). Nothing is computed here: the store
takes and gives values of the model.

    >>> from datetime import UTC, datetime
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, Store.open(Path(folder) / "store.sqlite") as store:
    ...     store.add_reports([Report("r1", "Calm.")], datetime(2025, 3, 1, tzinfo=UTC))
    ...     [report.id for report in store.reports()]
    1
    ['r1']
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from advisory.errors import UserError
from advisory.model.decision import Decision
from advisory.model.marking import Tlp
from advisory.model.text import Reading, Report
from advisory.store import reports as report_rows
from advisory.store.audit import AuditLog
from advisory.store.codec import decode, encode, fingerprint, stamp
from advisory.store.database import Database, open_database
from advisory.store.digest import digest
from advisory.store.outbox import Outbox
from advisory.store.products import Advisories
from advisory.store.quarantine import Quarantine
from advisory.store.replays import Replays


@dataclass(frozen=True, slots=True)
class Store:
    """An open store; a context manager that closes itself."""

    database: Database

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Open the store at this path, built first where it is missing and `create` allows it.

        Raises:
            BrokenStore: If it is missing, damaged, no store, or of a newer version.
        """
        return cls(open_database(path, create=create))

    @classmethod
    def open_past(cls, path: Path, generation: int) -> Self:
        """Open the store as it was at a generation, to read: what came later is not there.

        Raises:
            BrokenStore: As `open` does.
        """
        database = open_database(path, create=False)
        database.go_back(generation)
        return cls(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def writing(self) -> AbstractContextManager[None]:
        """Make all that is added inside one transaction: all of it is kept, or nothing."""
        return self.database.writing()

    @property
    def digest(self) -> str:
        """The hash of what was taken in, decided and signed; see `store.digest`."""
        return digest(self.database)

    @property
    def generation(self) -> str:
        """A mark that changes whenever the digest may have changed; see `store.lookup`."""
        row = self.database.row("SELECT value FROM meta WHERE key = 'generation'")
        return str(row[0]) if row else ""

    @property
    def quarantine(self) -> Quarantine:
        """What could not be taken in."""
        return Quarantine(self.database)

    @property
    def advisories(self) -> Advisories:
        """Editions of products."""
        return Advisories(self.database)

    @property
    def audit(self) -> AuditLog:
        """Who signed and released what."""
        return AuditLog(self.database)

    @property
    def replays(self) -> Replays:
        """What the levels that were shown follow from."""
        return Replays(self.database)

    @property
    def outbox(self) -> Outbox:
        """What is to be sent, and what became of it."""
        return Outbox(self.database)

    def add_reports(self, reports: Iterable[Report], recorded_at: datetime) -> int:
        """Keep reports, all or none; return how many were new. Told again, a report may grow.

        Raises:
            RejectedReport: If an id is taken by another text; nothing is kept then.
        """
        return report_rows.add_reports(self.database, reports, recorded_at)

    def reports(self, *, clearance: Tlp | None = None) -> tuple[Report, ...]:
        """Return the reports a clearance may see, by (known_at, id), those without a date last."""
        return tuple(report_rows.read_reports(self.database, clearance))

    def put_readings(self, reader: str, readings: Iterable[Reading]) -> None:
        """Keep what this version of the reader found, over what it found before."""
        self.database.write_all(
            "INSERT OR REPLACE INTO readings (report, reader, body) VALUES (?, ?, ?)",
            [(reading.report, reader, encode(reading)) for reading in readings],
        )

    def readings(self, reader: str) -> dict[str, Reading]:
        """Return report id -> what this version of the reader found, in the order of the ids."""
        query = "SELECT report, body FROM readings WHERE reader = ? ORDER BY report"
        rows = self.database.rows(query, (reader,))
        return {report: decode(body, Reading) for report, body in rows}

    def add_decision(self, decision: Decision) -> bool:
        """Keep a decision; return whether it is new.

        Raises:
            UserError: If its id is taken by another decision.
        """
        body = encode(decision)
        with self.database.writing():
            there = self.database.row("SELECT body FROM decisions WHERE id = ?", (decision.id,))
            if there is None:
                self.database.write(
                    "INSERT INTO decisions (id, recorded_at, hash, body) VALUES (?, ?, ?, ?)",
                    (decision.id, stamp(decision.recorded_at), fingerprint(body), body),
                )
            elif there[0] != body:
                raise UserError(f"The id {decision.id} is taken by another decision.")
        return there is None

    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions, by (recorded_at, id)."""
        rows = self.database.rows("SELECT body FROM decisions ORDER BY recorded_at, id")
        return tuple(decode(body, Decision) for (body,) in rows)

"""Who signed and released what, in a chain that shows when somebody has touched it.

Each row's hash covers the hash before it and its own content. So a row that was changed, taken out
or put elsewhere breaks the chain behind it. A cut tail, or a chain rewritten from its start, breaks
nothing inside: it is found by a **head** that was noted outside, on the slip of a release.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from advisory.store.codec import encode, fingerprint, stamp
from advisory.store.database import Database

BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One act of one person. `body` is canonical JSON; `hash` covers everything else here."""

    sequence: int
    previous: str
    hash: str
    at: str
    by: str
    act: str
    body: str

    @property
    def right_hash(self) -> str:
        """The hash that the content of this row gives."""
        content = (self.sequence, self.at, self.by, self.act, self.body)
        return fingerprint(self.previous + encode(content))


@dataclass(frozen=True, slots=True)
class AuditLog:
    """The chain of one store."""

    database: Database

    def append(self, at: datetime, by: str, act: str, body: object) -> AuditRow:
        """Add an act to the end of the chain and return its row; its hash is the new head."""
        with self.database.writing():
            last = self.database.row("SELECT sequence, hash FROM audit ORDER BY sequence DESC")
            sequence, previous = (last[0] + 1, last[1]) if last else (1, BEGINNING)
            unsealed = AuditRow(sequence, previous, "", stamp(at), by, act, encode(body))
            row = AuditRow(
                sequence, previous, unsealed.right_hash, unsealed.at, by, act, unsealed.body
            )
            self.database.write(
                "INSERT INTO audit (sequence, previous, hash, at, by, act, body) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (sequence, previous, row.hash, row.at, by, act, row.body),
            )
        return row

    def rows(self) -> tuple[AuditRow, ...]:
        """Return the acts, oldest first."""
        query = "SELECT sequence, previous, hash, at, by, act, body FROM audit ORDER BY sequence"
        return tuple(AuditRow(*row) for row in self.database.rows(query))

    @property
    def head(self) -> str:
        """The hash of the last row: what a slip notes outside."""
        last = self.database.row("SELECT hash FROM audit ORDER BY sequence DESC")
        return last[0] if last else BEGINNING

    def verify(self, heads: Mapping[str, str] = {}) -> tuple[str, ...]:
        """Return what is wrong with the chain; see `problems`."""
        return tuple(problems(self.rows(), heads))


def problems(rows: Sequence[AuditRow], heads: Mapping[str, str] = {}) -> Iterator[str]:
    """Yield what is wrong with a chain, in plain words; nothing if it is whole.

    `heads` were noted outside earlier, each under where it stands; all must be in the chain.

    >>> list(problems((), heads={"my.json": "ab12"}))
    ['my.json: the head ab12 is not in the log: its end was cut off, or it was rewritten']
    """
    previous = BEGINNING
    for number, row in enumerate(rows, start=1):
        if row.sequence != number:
            yield f"row {number} is missing: row {row.sequence} stands in its place"
            return
        if row.previous != previous:
            yield f"row {number} does not follow the row before it"
        if row.hash != row.right_hash:
            yield f"row {number} was changed: its content does not give its hash"
        previous = row.hash
    known = {BEGINNING, *(row.hash for row in rows)}
    for where, head in heads.items():
        if head not in known:
            what = f"the head {head[:12]} is not in the log"
            yield f"{where}: {what}: its end was cut off, or it was rewritten"

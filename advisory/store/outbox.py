"""What is to be sent, is being sent, and was sent: one row for each edition and recipient.

A message stands here whole before the first word is said to a mail server, and its row says
`sending` while one is spoken to. So a crash at any point leaves a row that tells the truth:
`queued` was not handed over, `sent` was taken, and `sending` is in doubt. At the next start those
in doubt become `ambiguous` and wait for a person. One run sends at a time.
"""

import fcntl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from advisory.errors import UserError
from advisory.model.delivery import Delivery, DeliveryKey, Outcome
from advisory.store.codec import stamp
from advisory.store.database import Database

_QUEUE = (
    "INSERT OR IGNORE INTO outbox "
    "(product, edition, recipient, message_id, message, outcome, updated_at, reason) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_MOVE = (
    "UPDATE outbox SET outcome = ?, reason = ?, updated_at = ? "
    "WHERE product = ? AND edition = ? AND recipient = ? AND outcome IN (?, ?)"
)
_DOUBT = "UPDATE outbox SET outcome = ?, reason = ?, updated_at = ? WHERE outcome = ?"
_READ = (
    "SELECT message_id, message, outcome, updated_at, reason FROM outbox "
    "WHERE product = ? AND edition = ? AND recipient = ?"
)


@dataclass(frozen=True, slots=True)
class Outbox:
    """The deliveries of one store."""

    database: Database

    def queue(self, deliveries: Iterable[Delivery]) -> None:
        """Keep messages that are to be sent, all or none; one that is there stays as it is."""
        self.database.write_all(
            _QUEUE,
            (
                (*_key(d.key), d.message_id, d.message, d.outcome, stamp(d.updated_at), d.reason)
                for d in deliveries
            ),
        )

    def claim(self, key: DeliveryKey, at: datetime) -> bool:
        """Note that a message is being sent; False if it was not waiting to be."""
        return self._move(key, (Outcome.QUEUED, Outcome.DEFERRED), Outcome.SENDING, "", at)

    def settle(self, key: DeliveryKey, outcome: Outcome, reason: str, at: datetime) -> None:
        """Note what became of a message that was being sent."""
        self._move(key, (Outcome.SENDING, Outcome.SENDING), outcome, reason, at)

    def requeue(self, key: DeliveryKey, at: datetime) -> bool:
        """Let a person's word send again what is in doubt or was refused; False if neither is so.

        It is the same message with the same id, so a reader who has it sees it once.
        """
        stuck = (Outcome.AMBIGUOUS, Outcome.BOUNCED)
        return self._move(key, stuck, Outcome.QUEUED, "to be sent again, by hand", at)

    def doubt(self, at: datetime) -> int:
        """Note as ambiguous what a run that ended early was sending; return how many there are."""
        why = "the run ended while this was being sent"
        return self.database.write(_DOUBT, (Outcome.AMBIGUOUS, why, stamp(at), Outcome.SENDING))

    def delivery(self, key: DeliveryKey) -> Delivery | None:
        """Return one delivery with its message, or None."""
        row = self.database.row(_READ, _key(key))
        if row is None:
            return None
        message_id, message, outcome, at, reason = row
        when = datetime.fromisoformat(at)
        return Delivery(key, message_id, message, Outcome(outcome), when, reason)

    def ledger(self) -> dict[DeliveryKey, Outcome]:
        """Return what is known of every delivery."""
        rows = self.database.rows("SELECT product, edition, recipient, outcome FROM outbox")
        return {DeliveryKey(*key): Outcome(outcome) for *key, outcome in rows}

    def _move(
        self,
        key: DeliveryKey,
        before: tuple[Outcome, Outcome],
        after: Outcome,
        reason: str,
        at: datetime,
    ) -> bool:
        """Give a row another outcome if it has one of these; return whether it had."""
        values = (after, reason, stamp(at), *_key(key), *before)
        return self.database.write(_MOVE, values) == 1


@contextmanager
def only_sender(store: Path) -> Iterator[None]:
    """Be the only run that sends from this store; the lock goes with the process, however it ends.

    Raises:
        UserError: If another run is sending.
    """
    path = store.with_name(f"{store.name}.sending")
    path.touch(mode=0o600)
    with path.open("rb") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UserError("Another run is sending from this store. Wait for its end.") from None
        yield


def _key(key: DeliveryKey) -> tuple[str, str, str]:
    return key.product, key.edition, key.recipient

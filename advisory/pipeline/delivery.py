"""Released editions go to their readers: once, each to one, and never unsigned.

First everything that is due is written to the outbox, whole; then message after message is claimed,
handed to the mail server, and its outcome noted. A run that is killed leaves rows that tell the
truth, so the same command again finishes what was begun and repeats nothing. What is in doubt is
sent again by a person's word alone, as the same message with the same id.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from advisory.delivery.addresses import same_reader
from advisory.delivery.routing import Issue, Reason, Route
from advisory.delivery.smtp import Verdict
from advisory.errors import UnknownName
from advisory.model.advice import Advisory
from advisory.model.delivery import Delivery, Outcome
from advisory.pipeline.desk import Desk
from advisory.pipeline.products import document
from advisory.rendering.letter import Letter, letter
from advisory.rendering.mail import message, message_id, self_test
from advisory.store.outbox import only_sender
from advisory.store.store import Store

GIVE_UP_AFTER = 3
"""Messages in a row that never got as far as their reader: the server is down, or not ours."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """How mail leaves: from which address, by which hand, and by which clock."""

    sender: str
    post: Callable[[str, bytes], Verdict]
    clock: Callable[[], datetime]


@contextmanager
def sending(desk: Desk, clock: Callable[[], datetime]) -> Iterator[Store]:
    """Open the store as the one run that sends from it; what a dead run left is put in doubt.

    Raises:
        UserError: If another run is sending.
        RenderingFailed: If this Python lets a header be forged.
    """
    self_test()
    with desk.open_store() as store, only_sender(desk.store_path):
        store.outbox.doubt(clock())
        yield store


def send(
    desk: Desk, store: Store, planned: Sequence[Route], carrier: Carrier
) -> Iterator[Delivery]:
    """Send what is due of a plan; yield what became of each message.

    Where the mail server cannot be reached several times in a row, the rest stays queued.

    Raises:
        RenderingFailed: If a message cannot be made as it should; then none is sent.
    """
    due = [route for route in planned if route.reason.sends]
    _queue(desk, store, due, carrier)
    unreached = 0
    for route in due:
        if unreached < GIVE_UP_AFTER:
            is_reached = _send_one(store, route, carrier)
            unreached = 0 if is_reached else unreached + 1
        if delivery := store.outbox.delivery(route.key):
            yield delivery


def let_send_again(
    store: Store, planned: Sequence[Route], addresses: Sequence[str], at: datetime
) -> None:
    """Queue again what is in doubt or bounced for these addresses: a person has decided it.

    Raises:
        UnknownName: If nothing of that plan is stuck for one of them; nothing is queued then.
    """
    wanted = {same_reader(address): address for address in addresses}
    stuck = [r.key for r in planned if r.reason in {Reason.IN_DOUBT, Reason.BOUNCED}]
    known = [key.recipient for key in stuck]
    for reader, address in wanted.items():
        if reader not in known:
            raise UnknownName("doubtful or bounced mail for", address, known)
    for key in stuck:
        if key.recipient in wanted:
            store.outbox.requeue(key, at)


def _queue(desk: Desk, store: Store, due: Sequence[Route], carrier: Carrier) -> None:
    """Write what is due to the outbox; each variant is drawn once for all who read it."""
    known = store.outbox.ledger()
    new = sorted((route for route in due if route.key not in known), key=_variant_key)
    for _, group in groupby(new, key=_variant_key):
        store.outbox.queue(list(_messages(desk, list(group), carrier)))


def _send_one(store: Store, route: Route, carrier: Carrier) -> bool:
    """Send one message; return whether the server got as far as its reader."""
    kept = store.outbox.delivery(route.key)
    if kept is None or not store.outbox.claim(route.key, carrier.clock()):
        return True
    verdict = carrier.post(route.subscriber.address, kept.message)
    store.outbox.settle(route.key, verdict.outcome, verdict.reason, carrier.clock())
    return verdict.reached


def _messages(desk: Desk, readers: Sequence[Route], carrier: Carrier) -> Iterator[Delivery]:
    """Yield the message of one variant to each of its readers."""
    issue, sender = readers[0].issue, carrier.sender
    variant = issue.variant_for(readers[0].subscriber)
    if variant is None:
        return
    note = _letter(desk, variant, issue)
    is_asked = any(route.subscriber.attach_pdf for route in readers)
    pages = [document(desk, variant, "pdf")] if is_asked else []
    for route in readers:
        to, attached = route.subscriber.address, pages if route.subscriber.attach_pdf else []
        content, name = (
            message(note, sender, to, attachments=attached),
            message_id(note, sender, to),
        )
        yield Delivery(route.key, name, content, Outcome.QUEUED, carrier.clock())


def _variant_key(route: Route) -> tuple[str, str, str, str]:
    reader = route.subscriber
    return route.issue.name, reader.language, reader.profile, reader.edition


def _letter(desk: Desk, variant: Advisory, issue: Issue) -> Letter:
    """Return the letter of a variant, dated by its release; ids tell clearances apart."""
    levels = desk.rulebook.scale.levels
    note = letter(variant, desk.template_folders, levels=levels)
    return replace(note, edition=issue.name, written_at=issue.released_at or note.written_at)

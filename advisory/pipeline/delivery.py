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
from advisory.rendering.mail import Letter, letter, message, message_id, self_test
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
    with only_sender(desk.store_path), desk.open_store() as store:
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
    known = store.outbox.ledger()
    new = [route for route in due if route.issue.key(route.subscriber) not in known]
    store.outbox.queue(_messages(desk, new, carrier.sender, carrier.clock()))
    unreached = 0
    for route in due:
        if unreached < GIVE_UP_AFTER:
            is_reached = _send_one(store, route, carrier)
            unreached = 0 if is_reached else unreached + 1
        if delivery := store.outbox.delivery(route.issue.key(route.subscriber)):
            yield delivery


def let_send_again(
    store: Store, planned: Sequence[Route], addresses: Sequence[str], at: datetime
) -> None:
    """Queue again what is in doubt or bounced for these addresses: a person has decided it.

    Raises:
        UnknownName: If nothing of that plan is stuck for one of them.
    """
    stuck = {
        same_reader(route.subscriber.address): route.issue.key(route.subscriber)
        for route in planned
        if route.reason in {Reason.IN_DOUBT, Reason.BOUNCED}
    }
    for address in addresses:
        if same_reader(address) not in stuck:
            raise UnknownName("bounced or doubtful mail for", address, list(stuck))
        store.outbox.requeue(stuck[same_reader(address)], at)


def _send_one(store: Store, route: Route, carrier: Carrier) -> bool:
    """Send one message; return whether the server got as far as its reader."""
    key = route.issue.key(route.subscriber)
    kept = store.outbox.delivery(key)
    if kept is None or not store.outbox.claim(key, carrier.clock()):
        return True
    verdict = carrier.post(route.subscriber.address, kept.message)
    store.outbox.settle(key, verdict.outcome, verdict.reason, carrier.clock())
    return verdict.reached


def _messages(desk: Desk, due: Sequence[Route], sender: str, at: datetime) -> Iterator[Delivery]:
    """Yield a message for each route; each variant is drawn once for all who read it."""
    for _, group in groupby(sorted(due, key=_variant_key), key=_variant_key):
        readers = list(group)
        first = readers[0]
        if (variant := first.issue.variant_for(first.subscriber)) is None:
            continue
        note = _letter(desk, variant, first.issue)
        is_asked = any(route.subscriber.attach_pdf for route in readers)
        pages = [document(desk, variant, "pdf")] if is_asked else []
        for route in readers:
            to, attached = route.subscriber.address, pages if route.subscriber.attach_pdf else []
            content = message(note, sender, to, attachments=attached)
            name = message_id(note, sender, to)
            yield Delivery(route.issue.key(route.subscriber), name, content, Outcome.QUEUED, at)


def _variant_key(route: Route) -> tuple[str, str, str, str]:
    reader = route.subscriber
    return route.issue.name, reader.language, reader.profile, reader.edition


def _letter(desk: Desk, variant: Advisory, issue: Issue) -> Letter:
    """Return the letter of a variant, dated by its release; ids tell clearances apart."""
    levels = desk.rulebook.scale.levels
    note = letter(variant, desk.template_folders, levels=levels)
    return replace(note, edition=issue.name, written_at=issue.released_at or note.written_at)

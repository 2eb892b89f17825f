"""Released editions go to their readers: once, each to one, and never unsigned.

First everything that is due is written to the outbox, whole; then message after message is claimed,
handed to the mail server, and its outcome noted. A run that is killed leaves rows that tell the
truth, so the same command again finishes what was begun and repeats nothing. Who signed what is not
known here: a function says of each edition how far it has come.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from pathlib import Path

from advisory.delivery.addresses import same_reader
from advisory.delivery.routing import Issue, Paths, Reader, Reason, Route, routes
from advisory.delivery.smtp import Verdict
from advisory.delivery.subscribers import read_subscribers
from advisory.errors import NotSigned, UnknownName
from advisory.model.advice import Advisory
from advisory.model.assessment import Region
from advisory.model.delivery import Delivery, Outcome, Subscriber
from advisory.pipeline.desk import Desk
from advisory.pipeline.products import document
from advisory.rendering.mail import Letter, letter, message, message_id, self_test
from advisory.store.outbox import only_sender
from advisory.store.products import KeptAdvisory
from advisory.store.store import Store

GIVE_UP_AFTER = 3
"""Messages in a row that never got as far as their reader: the server is down, or not ours."""

AsSigned = Callable[[KeptAdvisory], tuple[Advisory, ...]]
"""The variants of an edition with the progress and signatures that the audit chain has for it."""


def unsigned(kept: KeptAdvisory) -> tuple[Advisory, ...]:
    """Return an edition as it was drafted: nobody has signed it."""
    return (kept.advisory,)


@dataclass(frozen=True, slots=True)
class Carrier:
    """How mail leaves: from which address, by which hand, and by which clock."""

    sender: str
    post: Callable[[str, bytes], Verdict]
    clock: Callable[[], datetime]


def subscribers_path(desk: Desk) -> Path:
    """Return where the subscribers of a store are listed: beside it."""
    return desk.store_path.with_name("subscribers.yaml")


def subscribers(desk: Desk) -> tuple[Subscriber, ...]:
    """Return the subscribers, by address.

    Raises:
        RejectedFile: With every problem of the file.
    """
    return read_subscribers(subscribers_path(desk), desk.gazetteer.region)


def plan(
    desk: Desk, store: Store, as_signed: AsSigned, editions: Sequence[str] = ()
) -> tuple[Route, ...]:
    """Return who gets which edition, and why or why not.

    Args:
        desk: Where the subscribers and the gazetteer are.
        store: The open store.
        as_signed: Says how far an edition has come.
        editions: Ids of the editions that are asked for; none means all.

    Raises:
        UnknownName: If there is no such edition.
        NotSigned: If one that is named is not released, or none of all is.
    """
    issues = [_issue(desk, kept, as_signed) for kept in store.advisories.all()]
    asked = _asked(issues, editions)
    readers = [Reader(s, _paths(desk, s.regions)) for s in subscribers(desk)]
    every = routes(issues, readers, store.outbox.ledger())
    return tuple(route for route in every if route.issue in asked)


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
        note = _letter(desk, variant, first.issue.name)
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


def _letter(desk: Desk, variant: Advisory, name: str) -> Letter:
    """Return the letter of a variant, named so that message ids tell clearances apart."""
    levels = desk.rulebook.scale.levels
    note = letter(variant, desk.template_folders, levels=levels)
    return replace(note, edition=name)


def _issue(desk: Desk, kept: KeptAdvisory, as_signed: AsSigned) -> Issue:
    variants = as_signed(kept)
    regions = [part.region for part in variants[0].parts]
    return Issue(variants, kept.clearance, _where(desk, regions))


def _asked(issues: Sequence[Issue], editions: Sequence[str]) -> list[Issue]:
    known = [issue.record.id for issue in issues]
    for name in editions:
        if name not in known:
            raise UnknownName("edition", name, known)
    groups = [[i for i in issues if i.record.id == name] for name in editions] or [list(issues)]
    for group in groups:
        if group and all(issue.waits for issue in group):
            names = ", ".join(sorted({issue.record.id for issue in group}))
            raise NotSigned(
                f"Not sent, because nobody has released it: {names}. "
                f"Read it and sign it first: advisory approve {group[0].record.id}"
            )
    return [issue for group in groups for issue in group]


def _paths(desk: Desk, regions: Sequence[str]) -> Paths:
    return _where(desk, [desk.gazetteer.by_id(name) for name in regions])


def _where(desk: Desk, regions: Sequence[Region]) -> Paths:
    """Return the path of each region, or of each member of an informal one."""
    return tuple(
        path
        for region in regions
        for path in (
            [desk.gazetteer.by_id(member).path for member in region.members]
            or [region.path or (region.id,)]
        )
    )

"""Which editions are looked at for sending, and what is decided for each reader.

Only the audit log says what is released. Without names an edition goes out while its release is
young, so that a new subscriber does not wake to the alerts of last year. Who gets what is the
business of `delivery.routing`; here the editions, the readers and the ledger are brought together.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from advisory.advice.signoff import signed_copy
from advisory.delivery.routing import Issue, Paths, Reader, Route, routes
from advisory.delivery.subscribers import read_subscribers
from advisory.errors import NotSigned, UnknownName
from advisory.model.assessment import Region
from advisory.model.delivery import Subscriber
from advisory.model.wording import counted
from advisory.pipeline.desk import Desk
from advisory.pipeline.editions import state_of
from advisory.pipeline.releases import releases
from advisory.store.products import KeptEdition
from advisory.store.store import Store

RECENT = timedelta(days=7)
"""How long after its release an edition goes out without being named."""


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
    desk: Desk, store: Store, now: datetime, editions: Sequence[str] = ()
) -> tuple[Route, ...]:
    """Return who gets which edition, and why or why not.

    Args:
        desk: Where the subscribers and the gazetteer are.
        store: The open store.
        now: The present, for what was released of late and for a FLASH that has run out.
        editions: Ids of the editions that are asked for; none means all that were released of late.

    Raises:
        UnknownName: If there is no such edition.
        NotSigned: If one that is named is not released, or none is and drafts wait.
    """
    asked = _named(store, editions) if editions else _recent(store, now)
    kept = {(each.id, each.clearance): each for each in (*asked, *_rivals(store, asked))}
    issues = [_issue(desk, store, each, now) for each in kept.values()]
    _refuse_unsigned(issues, editions)
    readers = [Reader(s, _paths(desk, s.regions)) for s in subscribers(desk)]
    every = routes(issues, readers, store.outbox.ledger())
    names = {each.id for each in asked}
    return tuple(route for route in every if route.issue.record.id in names)


def _named(store: Store, editions: Sequence[str]) -> list[KeptEdition]:
    known = store.advisories.ids()
    for name in editions:
        if name not in known:
            raise UnknownName("edition", name, known)
    return [kept for name in dict.fromkeys(editions) for kept in store.advisories.named(name)]


def _recent(store: Store, now: datetime) -> list[KeptEdition]:
    """Return the editions that were released of late.

    Raises:
        NotSigned: If there is none, and drafts wait for a signature.
    """
    made = releases(store)
    recent = sorted({each.body.edition for each in made if each.at >= now - RECENT})
    newest = {kept.id for kept in store.advisories.newest()}
    drafts = newest - {each.body.edition for each in made}
    if not recent and drafts:
        raise NotSigned(
            f"Nothing was released in the last {RECENT.days} days. Waiting for a signature: "
            f"{counted(len(drafts), 'draft')}. See: advisory review"
        )
    return _named(store, recent)


def _rivals(store: Store, asked: Sequence[KeptEdition]) -> list[KeptEdition]:
    """Return what was released last in the same series, for whomever: a reader gets one of them."""
    series = {kept.record.series for kept in asked}
    made = sorted(releases(store), key=lambda release: release.place)
    last = {(each.body.series, each.body.clearance): each.body.edition for each in made}
    return _named(store, [edition for (name, _), edition in last.items() if name in series])


def _issue(desk: Desk, store: Store, kept: KeptEdition, now: datetime) -> Issue:
    state = state_of(store, kept, now)
    variants = tuple(signed_copy(variant, state) for variant in kept.variants)
    regions = [part.region for part in kept.record.parts]
    return Issue(variants, kept.clearance, _where(desk, regions), state.released_at)


def _refuse_unsigned(issues: Sequence[Issue], editions: Sequence[str]) -> None:
    """Raise if an edition that was named is released for no clearance."""
    for name in editions:
        group = [issue for issue in issues if issue.record.id == name]
        if all(issue.waits for issue in group):
            raise NotSigned(
                f"{name} was not sent: it is not released ({group[0].record.progress}). "
                f"Read it and sign it first: advisory approve {name}"
            )


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

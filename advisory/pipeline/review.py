"""The queue: what waits for a person, in the order in which it should be looked at.

Drafts and what each of them needs; regions whose level rests on one origin, or has grown old;
reports without a date, which score nothing; decisions that no longer find what they were about;
what was refused at the door. Nothing is decided here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from advisory.advice.signoff import SignOff, missing, refusals
from advisory.assessment.assess import assess
from advisory.model.assessment import Assessment, State
from advisory.model.decision import Decision
from advisory.pipeline.desk import Desk
from advisory.pipeline.editions import findings, state_of
from advisory.pipeline.known import known, orphans
from advisory.pipeline.releases import is_superseded
from advisory.pipeline.signing import proposal_of
from advisory.pipeline.snapshots import regions_of
from advisory.store.products import KeptEdition
from advisory.store.store import Store


@dataclass(frozen=True, slots=True)
class Waiting:
    """An edition that is not released: how far it has come, what blocks it, who must sign."""

    kept: KeptEdition
    state: SignOff
    blocked: tuple[str, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for a person."""

    as_of: datetime
    drafts: tuple[Waiting, ...]
    provisional: tuple[Assessment, ...]
    stale: tuple[Assessment, ...]
    undated: tuple[str, ...]
    orphans: tuple[Decision, ...]
    quarantined: int


def review(desk: Desk, as_of: datetime, now: datetime) -> Queue:
    """Return what waits for a person who may see the whole store.

    Args:
        desk: The store and the rules.
        as_of: The instant for which levels are looked at.
        now: The instant at which a FLASH may have run out.
    """
    with desk.open_store() as store:
        view = known(desk, store)
        found = assess(regions_of(desk, view), as_of, view.knowledge, desk.rulebook)
        return Queue(
            as_of=as_of,
            drafts=tuple(_waiting(desk, store, now)),
            provisional=tuple(one for one in found if one.provisional),
            stale=tuple(one for one in found if one.state is State.STALE),
            undated=tuple(name for name, r in sorted(view.reports.items()) if r.known_at is None),
            orphans=orphans(view),
            quarantined=len(store.quarantine.all()),
        )


def _waiting(desk: Desk, store: Store, now: datetime) -> Iterator[Waiting]:
    """Yield the newest edition of each series that is not released, or only as a FLASH."""
    for kept in store.advisories.newest():
        state = state_of(store, kept, now)
        is_done = state.released_at is not None and state.review_due is None
        if not is_done and not is_superseded(store, kept):
            proposal = proposal_of(desk, store, kept)
            blocked = refusals(proposal, findings(kept))
            yield Waiting(kept, state, blocked, missing(proposal, state.signatures))

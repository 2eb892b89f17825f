"""One person signs an edition; when the names are enough, it is released.

In come an edition, a name and an instant; out go rows of the audit log, for a release a slip (see
`slips`), and fresh answers for `advisory risk`. What is refused is refused before anything is
written. The names are taken as they are given: nothing here can tell who typed them.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from advisory.advice.signoff import (
    Act,
    Proposal,
    SignOff,
    flash_refusals,
    missing,
    refusals,
    same_name,
    sign_off,
)
from advisory.errors import NotApproved
from advisory.model.marking import Tlp
from advisory.pipeline.answers import assessed
from advisory.pipeline.desk import Desk
from advisory.pipeline.editions import edition_named, findings, state_of
from advisory.pipeline.releases import (
    ReleaseBody,
    SignatureBody,
    entries_of,
    is_superseded,
    last_signed,
)
from advisory.pipeline.slips import write_slip
from advisory.pipeline.snapshots import write_snapshots
from advisory.store.products import KeptEdition
from advisory.store.store import Store


@dataclass(frozen=True, slots=True)
class Approval:
    """What a signature led to; `slip` is the file a release left, `missing` who must still sign."""

    kept: KeptEdition
    state: SignOff
    missing: str
    slip: Path | None = None


def approve(
    desk: Desk,
    edition_id: str,
    by: str,
    now: datetime,
    *,
    clearance: Tlp | None = None,
    flash: bool = False,
) -> Approval:
    """Sign an edition, release it where that is the last name it needs, lay the answers out anew.

    Raises:
        NotApproved: If it may not be signed as it stands; nothing is written then.
        UnknownName: If there is no such edition.
    """
    with desk.open_store() as store:
        kept = edition_named(store, edition_id, clearance)
        done = sign(desk, store, kept, by, now, flash=flash)
        write_snapshots(desk, store, now)
    return done


def sign(
    desk: Desk, store: Store, kept: KeptEdition, by: str, now: datetime, *, flash: bool = False
) -> Approval:
    """Sign an edition, and release it where that is the last name it needs.

    Signing again changes nothing; a slip that was lost is written anew.

    Args:
        desk: The rules, and where slips go.
        store: Where the edition is kept.
        kept: The edition.
        by: Who signs; recorded, not authenticated.
        now: When.
        flash: Release it on this one name for twelve hours; only to raise a level.

    Raises:
        NotApproved: If it may not be signed as it stands; nothing is written then.
    """
    with store.writing():
        proposal = proposal_of(desk, store, kept)
        if not _is_released(store, kept):
            _refuse(store, kept, proposal, flash=flash)
            _write(store, kept, proposal, " ".join(by.split()), now, flash=flash)
    slip, state = write_slip(desk, store, kept), state_of(store, kept, now)
    done = _is_released(store, kept)
    return Approval(kept, state, "" if done else missing(proposal, state.signatures), slip)


def proposal_of(desk: Desk, store: Store, kept: KeptEdition) -> Proposal:
    """Return an edition with the levels it is measured against, as they are now."""
    regions = [part.region for part in kept.record.parts]
    _, known = assessed(desk, store, regions, kept.record.as_of, None)
    return Proposal(
        content=kept.hash,
        levels={part.region.id: part.box.level for part in kept.record.parts},
        author=kept.author,
        last_signed=last_signed(store),
        all_data={assessment.region.id: assessment.level for assessment in known},
        house=desk.catalogue.house.signatures,
    )


def _is_released(store: Store, kept: KeptEdition) -> bool:
    """Whether it went out on all the names it needs: then nothing is added to it any more."""
    state = sign_off(entries_of(store, kept), kept.hash)
    return state.released_at is not None and state.review_due is None


def _refuse(store: Store, kept: KeptEdition, proposal: Proposal, *, flash: bool) -> None:
    """Raise with everything that keeps this edition from being signed."""
    reasons = list(refusals(proposal, findings(kept)))
    if is_superseded(store, kept):
        reasons.append("a later edition of it was released: sign that one, or draft anew")
    if flash and sign_off(entries_of(store, kept), kept.hash).review_due is None:
        reasons += flash_refusals(proposal)
    if reasons:
        raise NotApproved(kept.id, reasons)


def _write(
    store: Store, kept: KeptEdition, proposal: Proposal, by: str, now: datetime, *, flash: bool
) -> None:
    state = sign_off(entries_of(store, kept), kept.hash)
    if same_name(by) not in {same_name(name) for name in state.names}:
        signature = SignatureBody(kept.id, str(kept.clearance), kept.hash, flash)
        store.audit.append(now, by, Act.SIGNED, signature)
        state = sign_off(entries_of(store, kept), kept.hash)
    is_enough = not missing(proposal, state.signatures)
    if is_enough or (flash and state.review_due is None):
        body = _release_body(kept, proposal, state.names, flash=not is_enough)
        store.audit.append(now, by, Act.RELEASED, body)


def _release_body(
    kept: KeptEdition, proposal: Proposal, names: tuple[str, ...], *, flash: bool
) -> ReleaseBody:
    return ReleaseBody(
        edition=kept.id,
        clearance=str(kept.clearance),
        tlp=str(kept.record.tlp),
        content=kept.hash,
        series=kept.record.series,
        number=kept.record.edition,
        as_of=kept.record.as_of,
        by=names,
        levels=dict(proposal.levels),
        flash=flash,
    )

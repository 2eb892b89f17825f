"""Drafts become editions: kept whole, numbered, and found again when nothing has changed.

An edition is written in all its variants at once, because one signature binds them all. Drafting
again with the same as-of and the same content gives the edition that is there, with its signatures;
anything else is the next number. What a draft compares itself with is the last *released* edition
before it: drafts that nobody released were never read.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from advisory.advice.lint import Finding, lint
from advisory.advice.signoff import SignOff, sign_off, signed_copy
from advisory.errors import AmbiguousName, UnknownName, UserError
from advisory.model.advice import Advisory, Edition, Profile, Progress
from advisory.model.marking import Tlp
from advisory.pipeline.releases import entries_of, is_superseded
from advisory.store.codec import encode
from advisory.store.products import KeptEdition, binding
from advisory.store.store import Store

Write = Callable[[Advisory | None, Profile, Edition], Advisory]
"""Writes one variant, given the last edition of the same profile."""


@dataclass(frozen=True, slots=True)
class Order:
    """For whom a product is written, as of when, from which reports, and who asks for it."""

    as_of: datetime
    profile: Profile = Profile.NGO
    variant: Edition = Edition.DESK
    clearance: Tlp | None = None
    author: str = ""

    @property
    def kept_for(self) -> Tlp:
        """The clearance under which an edition is kept; seeing everything is seeing RED."""
        return Tlp.RED if self.clearance is None else self.clearance


def drafted(
    store: Store, order: Order, write: Write, other_names: Iterable[str] = ()
) -> KeptEdition:
    """Return the edition of an order: the one that is there, or the next one.

    Args:
        store: Where editions are kept.
        order: As-of, clearance and author; profile and variant do not matter here.
        write: Writes a variant.
        other_names: What the series was also called, while an incident had another id.
    """
    chain = _chain(store, order, {write(None, Profile.NGO, Edition.DESK).series, *other_names})
    released = [kept for kept in chain if state_of(store, kept).released_at]
    for kept in reversed(chain):
        if kept.record.as_of == order.as_of:
            again = _variants(kept.place, released, write)
            if binding(encode(again), kept.clearance) == kept.hash:
                return kept
    number = 1 + max((kept.record.edition for kept in chain), default=0)
    variants = _variants((order.as_of, number), released, write)
    return store.advisories.add(variants, order.kept_for, order.author)


def shown(store: Store, kept: KeptEdition, order: Order) -> Advisory:
    """Return the variant that was asked for, with the signatures of its edition.

    Raises:
        UserError: If there is no edition to carry, because it would rest on closed reports.
    """
    found = kept.variant(order.profile, order.variant)
    if found is None:
        raise UserError(
            f"What a traveller carries cannot rest on {kept.record.tlp} reports. "
            "Draft it from open ones: --tlp GREEN"
        )
    return signed_copy(found, state_of(store, kept))


def state_of(store: Store, kept: KeptEdition, now: datetime | None = None) -> SignOff:
    """Return how far an edition has come; see `advice.signoff.sign_off`."""
    state = sign_off(entries_of(store, kept), kept.hash, now)
    if state.released_at and is_superseded(store, kept):
        return replace(state, progress=Progress.SUPERSEDED)
    return state


def edition_named(store: Store, edition_id: str, clearance: Tlp | None) -> KeptEdition:
    """Return one edition.

    Raises:
        UnknownName: If there is none of that id for that clearance.
        AmbiguousName: If several clearances have one and none was named.
    """
    found = store.advisories.named(edition_id)
    wanted = [kept for kept in found if clearance in {None, kept.clearance}]
    if not wanted:
        raise UnknownName("edition", edition_id, store.advisories.ids())
    if len(wanted) > 1:
        raise AmbiguousName("edition", edition_id, [f"--tlp {_word(k.clearance)}" for k in wanted])
    return wanted[0]


def findings(kept: KeptEdition) -> tuple[Finding, ...]:
    """Return what the editor finds in any variant of an edition, each thing once."""
    found = (finding for variant in kept.variants for finding in lint(variant))
    return tuple(dict.fromkeys(found))


def _chain(store: Store, order: Order, names: Collection[str]) -> list[KeptEdition]:
    every = (kept for name in sorted(names) for kept in store.advisories.all(name))
    return [kept for kept in every if kept.clearance == order.kept_for]


def _variants(
    place: tuple[datetime, int], released: Collection[KeptEdition], write: Write
) -> tuple[Advisory, ...]:
    before = max(
        (kept for kept in released if kept.place < place), key=lambda kept: kept.place, default=None
    )
    return tuple(_written(place[1], before, write))


def _written(number: int, before: KeptEdition | None, write: Write) -> Iterator[Advisory]:
    for profile in Profile:
        previous = before.variant(profile, Edition.DESK) if before else None
        for variant in Edition:
            draft = write(previous, profile, variant)
            # Decision 15: what is carried through a checkpoint has nothing from closed reports.
            if variant is Edition.DESK or draft.tlp < Tlp.AMBER:
                yield replace(draft, edition=number, id=f"{draft.series}-{number}")


def _word(clearance: Tlp) -> str:
    return str(clearance).removeprefix("TLP:")

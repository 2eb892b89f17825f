"""What the audit log says of editions: who signed which content, and what was released.

The log is the only witness: a level counts as signed from the row of its release, and nothing else
in the store can make it so. A clearance knows of the releases whose own marking it may see.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from advisory.advice.signoff import Act, Entry
from advisory.model.assessment import Signed
from advisory.model.marking import Tlp
from advisory.store.audit import AuditRow
from advisory.store.codec import decode
from advisory.store.products import KeptEdition
from advisory.store.store import Store


@dataclass(frozen=True, slots=True)
class SignatureBody:
    """What a row of the log says beside who and when: one person signed one content."""

    edition: str
    clearance: str
    content: str
    flash: bool = False


@dataclass(frozen=True, slots=True)
class ReleaseBody:
    """What the row of a release says: the content, its place in the series, who, which levels.

    `clearance` is for whom it was written, `tlp` the strictest marking that it used.
    """

    edition: str
    clearance: str
    tlp: str
    content: str
    series: str
    number: int
    as_of: datetime
    by: tuple[str, ...]
    levels: dict[str, int | None]
    flash: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """One release, and the hash of its row: the head that its slip notes."""

    body: ReleaseBody
    at: datetime
    head: str
    sequence: int

    @property
    def place(self) -> tuple[datetime, int]:
        """Where its edition stands in its series, as `KeptEdition.place`."""
        return (self.body.as_of, self.body.number)


def entries_of(store: Store, kept: KeptEdition) -> tuple[Entry, ...]:
    """Return what the log says of an edition, oldest first, whatever its content was then."""
    return tuple(entry for name, entry in _entries(store) if name == (kept.id, str(kept.clearance)))


def releases(
    store: Store, clearance: Tlp | None = None, before: datetime | None = None
) -> tuple[Release, ...]:
    """Return the releases that a clearance may see, oldest first.

    Args:
        store: The store whose log is read.
        clearance: None sees all.
        before: Only releases of editions with an earlier as-of. A product is written with these, so
            that signing it does not change what it says.
    """
    made = (_release(row) for row in store.audit.rows() if row.act == Act.RELEASED)
    return tuple(
        release
        for release in made
        if (clearance is None or Tlp.named(release.body.tlp) <= clearance)
        and (before is None or release.body.as_of < before)
    )


def signed_levels(made: Iterable[Release]) -> Mapping[str, tuple[Signed, ...]]:
    """Return for each region id who released which level of it, oldest first."""
    found: dict[str, tuple[Signed, ...]] = {}
    for release in made:
        body = release.body
        for region, level in body.levels.items():
            signed = Signed(body.by, release.at, body.edition, level)
            found[region] = (*found.get(region, ()), signed)
    return found


def last_signed(store: Store) -> dict[str, int | None]:
    """Return for each region the level that was released last, for whomever."""
    return {region: signed[-1].level for region, signed in signed_levels(releases(store)).items()}


def is_superseded(store: Store, kept: KeptEdition) -> bool:
    """Whether a later edition of its series was released for the same clearance."""
    return any(
        release.body.series == kept.record.series
        and release.body.clearance == str(kept.clearance)
        and release.place > kept.place
        for release in releases(store)
    )


def _entries(store: Store) -> Iterator[tuple[tuple[str, str], Entry]]:
    for row in store.audit.rows():
        if row.act in set(Act):
            is_release = row.act == Act.RELEASED
            body: ReleaseBody | SignatureBody = (
                decode(row.body, ReleaseBody) if is_release else decode(row.body, SignatureBody)
            )
            entry = Entry(Act(row.act), row.by, _instant(row), body.content, body.flash)
            yield (body.edition, body.clearance), entry


def _release(row: AuditRow) -> Release:
    return Release(decode(row.body, ReleaseBody), _instant(row), row.hash, row.sequence)


def _instant(row: AuditRow) -> datetime:
    return datetime.fromisoformat(row.at)

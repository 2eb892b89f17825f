"""Who must sign before a product may leave the house, and how far one has come (decision 12).

In come the entries of the audit log about one edition, and what it is measured
against: the levels that were signed last, the levels that all data give, the rule of the house.
Out goes what is missing, in words. A signature binds one content; the same name twice is one name;
whoever drafted a product does not sign it alone. Names are recorded, not authenticated: nothing
here can tell who typed them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from advisory.advice.lint import Finding
from advisory.model.advice import Advisory, Edition, LevelBox, Progress, RegionPart
from advisory.model.wording import long_day, short_instant

TWO_FROM_LEVEL = 4
FLASH_LASTS = timedelta(hours=12)


class Act(StrEnum):
    """What the audit log can say of an edition."""

    SIGNED = "signed"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the audit log about an edition; `content` is the hash it binds."""

    act: Act
    by: str
    at: datetime
    content: str
    flash: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edition that waits for signatures, and what it is measured against.

    `levels`, `last_signed` and `all_data` have a level (None: UNKNOWN) for each region id;
    a region that was never signed is not in `last_signed`. `house` is how many sign where two are
    asked for.
    """

    content: str
    levels: Mapping[str, int | None]
    author: str = ""
    last_signed: Mapping[str, int | None] = field(default_factory=dict)
    all_data: Mapping[str, int | None] = field(default_factory=dict)
    house: int = 2


@dataclass(frozen=True, slots=True)
class SignOff:
    """How far an edition has come: who signed it, and until when a FLASH needs a second person."""

    progress: Progress
    signatures: tuple[Entry, ...] = ()
    released_at: datetime | None = None
    review_due: datetime | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Who signed, in the order of signing."""
        return tuple(signature.by for signature in self.signatures)

    def __str__(self) -> str:
        names = f" by {' and '.join(self.names)}" if self.names else ""
        due = f", FLASH until {short_instant(self.review_due)}" if self.review_due else ""
        return f"{self.progress.value}{names}{due}"


def sign_off(entries: Iterable[Entry], content: str, now: datetime | None = None) -> SignOff:
    """Return how far the log has brought this content.

    A FLASH is released until its second review is due; after that, at `now`, it is no more than
    reviewed. Without `now` it is taken as it stood when it was released.
    """
    binding = [entry for entry in entries if entry.content == content]
    signatures = signers(binding, content)
    released = [entry for entry in binding if entry.act is Act.RELEASED]
    if not released:
        return SignOff(Progress.REVIEWED if signatures else Progress.DRAFT, signatures)
    whole = [entry for entry in released if not entry.flash]
    if whole:
        return SignOff(Progress.RELEASED, signatures, whole[0].at)
    due = released[0].at + FLASH_LASTS
    lapsed = now is not None and now > due
    progress = Progress.REVIEWED if lapsed else Progress.RELEASED
    return SignOff(progress, signatures, released[0].at, due)


def signers(entries: Iterable[Entry], content: str) -> tuple[Entry, ...]:
    """Return the signatures that count: those that bind this content, each name once."""
    first: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.at):
        if entry.act is Act.SIGNED and entry.content == content:
            first.setdefault(same_name(entry.by), entry)
    return tuple(first.values())


def same_name(name: str) -> str:
    """Return a name so that two spellings of it are equal.

    >>> same_name(" Duty  Officer") == same_name("duty officer")
    True
    """
    return " ".join(name.split()).casefold()


def lowered(proposal: Proposal) -> tuple[str, ...]:
    """Return the regions that stand lower than they were last signed; UNKNOWN is lower."""
    return tuple(
        region
        for region, level in proposal.levels.items()
        if (level or 0) < (proposal.last_signed.get(region) or 0)
    )


def needed(proposal: Proposal) -> int:
    """Return how many names are needed: two from level 4 and for any lowering, else one."""
    highest = max((level or 0 for level in proposal.levels.values()), default=0)
    two = highest >= TWO_FROM_LEVEL or bool(lowered(proposal))
    return min(2 if two else 1, proposal.house)


def missing(proposal: Proposal, signatures: Sequence[Entry]) -> str:
    """Return whose signature is missing, in words; empty when nobody's is."""
    lacking = needed(proposal) - len(signatures)
    if lacking > 0:
        names = " and ".join(entry.by for entry in signatures)
        other = f", by another name than {names}" if names else ""
        count = "one more signature" if signatures else f"{lacking} signature{'s'[: lacking - 1]}"
        return f"{count}{other}{_because(proposal)}"
    others = [one for one in signatures if same_name(one.by) != same_name(proposal.author)]
    if proposal.author and proposal.house > 1 and not others:
        return f"a signature of another person than {proposal.author}, who drafted it"
    return ""


def _because(proposal: Proposal) -> str:
    if needed(proposal) < 2:  # noqa: PLR2004 - one name needs no reason
        return ""
    low = lowered(proposal)
    if low:
        return f": {', '.join(low)} is lower than last signed, and that takes two"
    return f": level {TWO_FROM_LEVEL} and above takes two"


def refusals(proposal: Proposal, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return what must be mended before anybody signs: the prose, and a level that is too low."""
    return (*(f"{one.what}. {one.cure}" for one in findings), *_below_all_data(proposal))


def _below_all_data(proposal: Proposal) -> Iterator[str]:
    for region, level in proposal.levels.items():
        known = proposal.all_data.get(region)
        if known is not None and (level or 0) < known:
            yield (
                f"{region}: it says {level or 'UNKNOWN'}, but all reports in the store give "
                f"{known}. Draft it anew, or set the level by hand first: advisory override"
            )


def flash_refusals(proposal: Proposal) -> tuple[str, ...]:
    """Return why one person may not release this alone as a FLASH: it is for raising only."""
    falling = [f"{region} would be lowered" for region in lowered(proposal)]
    unknown = [f"{region} is UNKNOWN" for region, level in proposal.levels.items() if level is None]
    rises = [
        region
        for region, level in proposal.levels.items()
        if (level or 0) > (proposal.last_signed.get(region) or 0)
    ]
    still = [] if rises else ["no level is above the one last signed"]
    return tuple(f"a FLASH only raises: {why}" for why in (falling + unknown) or still)


def signed_copy(advisory: Advisory, state: SignOff) -> Advisory:
    """Return a variant as it is printed with its signatures; the edition to carry names nobody."""
    signed = replace(advisory, progress=state.progress, review_due=state.review_due)
    if advisory.variant is Edition.CARRY or not state.signatures:
        return signed
    marks = tuple(f"{entry.by} ({short_instant(entry.at)})" for entry in state.signatures)
    released = state.progress is Progress.RELEASED
    parts = tuple(_signed_part(part, state) for part in signed.parts)
    return replace(signed, signatures=marks, parts=parts if released else signed.parts)


def _signed_part(part: RegionPart, state: SignOff) -> RegionPart:
    return replace(part, box=replace(part.box, signed=_signed_words(part.box, state)))


def _signed_words(box: LevelBox, state: SignOff) -> str:
    level = f"{box.level} {box.name}" if box.level else box.name
    day = f" on {long_day(state.released_at.date())}" if state.released_at else ""
    return f"{level} by {' and '.join(state.names)}{day}"

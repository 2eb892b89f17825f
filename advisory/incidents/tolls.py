"""How many were killed, injured or abducted, when several say different numbers.

In come the accounts of one incident; out goes the best figure with the least and the most that
anybody says. Best is the highest figure that every credible account supports: "at least 12" and "at
least 14, a mayor says" make at least 12, and the 14 follows with its speaker. An account supports
the figure it gives as its own; what others say inside it counts for the least and the most. A later
figure of the same owner, origin or named speaker takes the place of the earlier one, which stays in
the claims; a toll that "rose to" more does so for everybody, if its source is graded A to C, and so
does any later one of a disaster or an accident: the dead there are counted for days; fewer told
afterwards are some of them. After any
incident bodies are found and the wounded die: what a source no worse than the first tells as its
own a day later stands, if it is more, and so does what two later voices tell alike, of whatever
grade the second; a named source that cannot be judged so raises what another such source said.
Figures are weighed in three ranks, and a lower rank speaks
only where the ranks above are silent: reported by a source not graded D or E; said by a party to
the fight or by a source graded D or E; told as unverified. "Several" and "up to 20" support no
number where another is named. Nothing said is None, never 0; a figure set by a person stands alone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import combinations

from advisory.incidents.accounts import UNKNOWN_OWNER
from advisory.incidents.hands import HAND
from advisory.model.incident import Account, Mention
from advisory.model.marking import Reliability
from advisory.model.value import Claim, Count, DateRange, Part
from advisory.model.vocabulary import Category, Qualifier, SpeakerKind, Stance, Status

_UNTRUSTED = frozenset({Reliability.D, Reliability.E})
_KNOWN = frozenset({Reliability.A, Reliability.B, Reliability.C})
_COUNTED_FOR_DAYS = frozenset({Category.DISASTER, Category.ACCIDENT})
_COUNTED_AGAIN = timedelta(days=1)
_MOST_ADDED, _MOST_CLAIMED = 3, 20  # figures in a sum, and of one report that are tried
_SUPPORTS_NO_NUMBER = frozenset({Qualifier.VAGUE, Qualifier.UP_TO})


class Rank(IntEnum):
    """How far a figure is believed; the lowest that is there speaks."""

    BY_HAND = 0
    REPORTED = 1
    PARTY = 2
    UNVERIFIED = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that somebody gave, with the voices that a later word of theirs would replace."""

    count: Count
    rank: Rank
    voices: tuple[tuple[str, str], ...]
    known_at: datetime
    is_own: bool
    reliability: Reliability = Reliability.F
    is_revision: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """The best figure, and the least and the most that anybody says; None where nobody does."""

    best: Count | None = None
    low: int | None = None
    high: int | None = None


def killed_toll(accounts: Sequence[Account]) -> Toll:
    """Return how many were killed."""
    return _toll(_figures(accounts, "killed", lambda mention: mention.killed))


def injured_toll(accounts: Sequence[Account]) -> Toll:
    """Return how many were injured."""
    return _toll(_figures(accounts, "injured", lambda mention: mention.injured))


def abducted_toll(accounts: Sequence[Account]) -> Toll:
    """Return how many were abducted."""
    return _toll(_figures(accounts, "abducted", lambda mention: mention.abducted))


def freed_toll(accounts: Sequence[Account]) -> Toll:
    """Return how many of the abducted are free again."""
    return _toll(_figures(accounts, "freed", lambda mention: mention.freed))


def freed_on(accounts: Iterable[Account]) -> DateRange | None:
    """Return the last days on which any were freed, None where nobody says."""
    days = (account.mention.freed_on for account in accounts)
    known = [day for day in days if day is not None and day.day is not None]
    return max(known, key=lambda day: (day.day, day.first), default=None)


def killed_parts(accounts: Sequence[Account]) -> tuple[Part, ...]:
    """Return who was among the killed, each with its own best figure, by name."""
    return _parts(accounts, "killed_parts", lambda mention: mention.killed_parts)


def injured_parts(accounts: Sequence[Account]) -> tuple[Part, ...]:
    """Return who was among the injured, each with its own best figure, by name."""
    return _parts(accounts, "injured_parts", lambda mention: mention.injured_parts)


def _parts(
    accounts: Sequence[Account], name: str, told: Callable[[Mention], tuple[Part, ...]]
) -> tuple[Part, ...]:
    def count_of(who: str) -> Callable[[Mention], Count | None]:
        return lambda mention: next((p.count for p in told(mention) if p.who == who), None)

    everyone = sorted({part.who for account in accounts for part in told(account.mention)})
    tolls = ((who, _toll(_figures(accounts, name, count_of(who)))) for who in everyone)
    return tuple(Part(who, toll.best) for who, toll in tolls if toll.best is not None)


def _toll(figures: Sequence[Figure]) -> Toll:
    standing = _standing(figures)
    if not standing:
        return Toll()
    numbers = [f for f in standing if f.count.qualifier not in _SUPPORTS_NO_NUMBER] or standing
    own = [figure for figure in numbers if figure.is_own] or numbers
    rank = min(figure.rank for figure in own)
    return Toll(
        best=_supported_by_all([figure.count for figure in own if figure.rank is rank]),
        low=min(figure.count.low for figure in numbers),
        high=max(_most(figure.count) for figure in standing),
    )


def _supported_by_all(counts: Sequence[Count]) -> Count:
    """Return the highest figure that all support; "at least" where somebody says more."""
    least = min(counts, key=lambda count: (count.best, count.low, count.qualifier))
    if any(count.best > least.best for count in counts):
        return Count(least.best, None, Qualifier.AT_LEAST)
    return least


def _most(count: Count) -> int:
    return count.best if count.high is None else count.high


def _standing(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out what its own voice has since replaced; a rank never replaces a better one."""
    by_hand = [figure for figure in figures if figure.rank is Rank.BY_HAND]
    figures = by_hand or figures
    latest: dict[tuple[tuple[str, str], Rank], datetime] = {}
    for figure in figures:
        if figure.count.qualifier is not Qualifier.VAGUE:
            for voice in figure.voices:
                said = latest.setdefault((voice, figure.rank), figure.known_at)
                latest[voice, figure.rank] = max(said, figure.known_at)
    kept = [figure for figure in figures if not _is_replaced(figure, latest)]
    return [figure for figure in kept if not any(_overtakes(one, figure, kept) for one in kept)]


def _is_replaced(figure: Figure, latest: dict[tuple[tuple[str, str], Rank], datetime]) -> bool:
    return any(
        latest.get((voice, rank), figure.known_at) > figure.known_at
        for voice in figure.voices
        for rank in Rank
        if rank <= figure.rank
    )


def _overtakes(raised: Figure, figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether a figure stands for another: it is more, and later or said to be what it rose to.

    Who afterwards buries three counts some of the eight that it rose to.
    """
    is_more = raised.count.best > figure.count.best
    is_risen = raised.is_revision and not figure.is_revision and is_more
    is_later = (is_risen or raised.known_at > figure.known_at) and raised.rank <= Rank.REPORTED
    is_raised = raised.is_revision or _counts_again(raised, figure, told)
    is_heard = raised.reliability in _KNOWN or (
        raised.reliability is figure.reliability is Reliability.F and bool(raised.voices)
    )
    return is_later and is_heard and is_raised and raised.count.best >= figure.count.best


def _counts_again(raised: Figure, figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether a source no worse tells a number of its own a day later, or another bears it out."""
    is_number = raised.is_own and raised.count.qualifier not in _SUPPORTS_NO_NUMBER
    if not is_number or raised.known_at - figure.known_at < _COUNTED_AGAIN:
        return False
    later = (other for other in told if other.known_at > figure.known_at)
    return raised.reliability <= figure.reliability or any(
        _bears_out(other, raised) for other in later
    )


def _bears_out(other: Figure, raised: Figure) -> bool:
    """Whether another voice gives the same number."""
    is_another = bool(other.voices) and set(other.voices).isdisjoint(raised.voices)
    return is_another and other.is_own and other.count.best == raised.count.best


def _figures(
    accounts: Iterable[Account], name: str, told: Callable[[Mention], Count | None]
) -> list[Figure]:
    return [figure for account in accounts for figure in _told_by(account, name, told)]


def _told_by(account: Account, name: str, told: Callable[[Mention], Count | None]) -> list[Figure]:
    mention, own = account.mention, told(account.mention)
    if is_by_hand(mention, name):
        return [] if own is None else [_figure(account, own, Rank.BY_HAND, is_own=True)]
    claims = _latest_claims([claim for claim in mention.claims if _gives(claim, name)])
    ranks = [_rank_of(account, claim) for claim in claims]
    if own is not None and not any(claim.count == own for claim in claims):
        whole = Claim(name, "", Stance.ASSERTED, count=own)
        rank = _rank_of_sum(own, claims, ranks) or _rank_of(account, whole)
        ranks.append(min(rank, max(ranks, default=rank)))  # what is summed is believed as they are
        claims = [*claims, whole]
    own_ranks = [rank for rank, claim in zip(ranks, claims, strict=True) if claim.count == own]
    # A report's own figure that only a party gives yields to what better voices say inside it.
    is_good = bool(own_ranks) and min(own_ranks) == min(ranks)
    return [
        _figure(account, claim.count, rank, claim, is_own=claim.count == own or not is_good)
        for rank, claim in zip(ranks, claims, strict=True)
        if claim.count is not None
    ]


def _rank_of_sum(own: Count, claims: Sequence[Claim], ranks: Sequence[Rank]) -> Rank | None:
    """Return PARTY where a report adds what a side boasts of to what others tell, else None.

    "The army said that 17 soldiers died, and that it killed 50 gunmen" makes 67 by its own word.
    """
    told = {
        (c.count.low, rank)
        for c, rank in zip(claims, ranks, strict=True)
        if c.count and c.count.low
    }
    few = sorted(told)[:_MOST_CLAIMED]
    some = (each for n in range(2, _MOST_ADDED + 1) for each in combinations(few, n))
    is_sum = any(
        sum(low for low, _ in each) == own.low and any(rank is Rank.PARTY for _, rank in each)
        for each in some
    )
    return Rank.PARTY if is_sum else None


def _figure(
    account: Account, count: Count, rank: Rank, claim: Claim | None = None, *, is_own: bool
) -> Figure:
    is_revised = account.mention.category in _COUNTED_FOR_DAYS or (
        claim is not None
        and (claim.stance is Stance.REVISED or _is_beside_revision(account, claim))
    )
    voices = _voices(account, claim)
    return Figure(count, rank, voices, account.known_at, is_own, account.reliability, is_revised)


def _is_beside_revision(account: Account, claim: Claim) -> bool:
    """Whether a report revises the dead and counts the wounded anew, or the other way round."""
    revised = {one.field for one in account.mention.claims if one.stance is Stance.REVISED}
    return bool(revised) and claim.field not in revised


def _latest_claims(claims: Sequence[Claim]) -> list[Claim]:
    """Leave out what a speaker revises in the same report: "five, later revised to three"."""
    revised = {claim.speaker for claim in claims if claim.stance is Stance.REVISED}
    return [c for c in claims if c.stance is Stance.REVISED or c.speaker not in revised]


def is_by_hand(mention: Mention, name: str) -> bool:
    """Whether a person set this field."""
    return any(e.field == name and e.rule.startswith(HAND) for e in mention.evidence)


def _gives(claim: Claim, name: str) -> bool:
    return claim.field == name and claim.count is not None and claim.stance is not Stance.DENIED


def _voices(account: Account, claim: Claim | None) -> tuple[tuple[str, str], ...]:
    """Whose later word replaces this one. Reports without a source may be of many voices."""
    voices = [("origin", account.origin), ("owner", account.owner)]
    known = [voice for voice in voices if voice[1] != UNKNOWN_OWNER]
    if claim is not None and claim.speaker:
        known.append(("speaker", claim.speaker.casefold()))
    return tuple(known)


def _rank_of(account: Account, claim: Claim) -> Rank:
    unnamed = claim.speaker_kind is SpeakerKind.UNNAMED
    status = account.mention.status
    if claim.stance is Stance.UNVERIFIED or (unnamed and status is Status.UNVERIFIED):
        return Rank.UNVERIFIED
    by_party = claim.speaker_kind is SpeakerKind.PARTY and claim.stance is not Stance.CONFIRMED
    as_claim = unnamed and (status is Status.CLAIMED or account.party is not None)
    return (
        Rank.PARTY if by_party or as_claim or account.reliability in _UNTRUSTED else Rank.REPORTED
    )

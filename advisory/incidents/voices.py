"""Who speaks for an incident, and who of them is independent of whom.

Five papers that print one wire story are one voice, and so are five sites of one owner. What a
newspaper tells only as the word of a party is that party's voice, however many newspapers print it;
and a party to the fight is no independent witness of its own success. Yet two opposing parties that
both state a thing are two voices. Parties oppose each other where the lexicon gives them different
sides; one of no known side may be anybody's other name and opposes the state alone. An owner who
takes back what it told no longer tells it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from advisory.incidents.accounts import UNKNOWN_OWNER
from advisory.model.incident import Account
from advisory.model.value import Claim
from advisory.model.vocabulary import SpeakerKind, Stance, Status

# Claims about the incident itself; a party may state its own losses and still dispute the rest.
HAPPENING = frozenset({"incident", "status", "type", "control"})
_STATES = frozenset({Stance.ASSERTED, Stance.CLAIMED, Stance.CONFIRMED})
_SAYS = _STATES | {Stance.BLAMED, Stance.REVISED}
_STATE = "state"  # the side of armies, and of the officials who speak for them
_NO_SIDE = "unnamed"  # the side of words like "rebels"


class Word(StrEnum):
    """What one account amounts to."""

    WITNESS = "witness"
    PARTY = "party"
    UNVERIFIED = "unverified"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True)
class Statement:
    """What the parties to the fight state of the incident itself.

    `sides` has one speaker for each side that states it, more than one where opponents agree;
    `is_admitted` says whether one of them confirms it, and does not only claim it.
    """

    sides: tuple[str, ...]
    is_admitted: bool

    @property
    def is_agreed(self) -> bool:
        """Whether opponents agree."""
        return len(self.sides) > 1


@dataclass(frozen=True, slots=True)
class _Saying:
    speaker: str
    side: str | None
    confirms: bool


def word_of(account: Account) -> Word:
    """Return what this account amounts to, as a word for the incident."""
    status = account.mention.status
    if status is Status.DENIED:
        return Word.DENIAL
    if account.party is not None or status is Status.CLAIMED or _only_parties_confirm(account):
        return Word.PARTY
    if status is Status.UNVERIFIED:
        # A party that gives its name to a claim is more than a rumour.
        return Word.PARTY if _speakers(account) else Word.UNVERIFIED
    return Word.WITNESS


def current(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Leave out what an owner has since turned round: told and then denied, or the other way."""
    last = {
        (account.owner, word_of(account) is Word.DENIAL): account.known_at for account in accounts
    }
    return tuple(
        account
        for account in accounts
        if account.owner == UNKNOWN_OWNER
        or last.get((account.owner, word_of(account) is not Word.DENIAL), account.known_at)
        <= account.known_at
    )


def independent(accounts: Iterable[Account]) -> tuple[str, ...]:
    """Return the most origins that can be told by as many owners, in order of name.

    That is a greatest matching between owners and origins (augmenting paths, Kuhn 1955): copies of
    one origin add nothing, nor does anything more from one owner, while a site that reprints three
    agencies takes no agency's own report away.
    """
    origins_of: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for account in accounts:
        origin = account.origin.casefold()
        names[origin] = min(names.get(origin, account.origin), account.origin)
        origins_of[account.owner].add(origin)
    teller: dict[str, str] = {}
    for owner in sorted(origins_of):
        _give_an_origin(owner, origins_of, teller)
    return tuple(names[origin] for origin in sorted(teller))


def statement_of(accounts: Sequence[Account], sides: Mapping[str, str]) -> Statement:
    """Return what the parties state of the incident; a side that also denies it does not count."""
    denied = {_side(name, sides) for account in accounts for name in denying_parties(account)}
    said = [one for account in accounts for one in _stating(account, sides)]
    held = [one for one in said if one.side not in denied]
    return Statement(_one_for_each_side(held), any(one.confirms for one in held))


def claiming_sides(accounts: Iterable[Account], sides: Mapping[str, str]) -> tuple[str, ...]:
    """Return the sides whose word is all that these accounts tell; an unnamed one by its origin."""
    names = {name for account in accounts for name in _speakers(account) or (account.origin,)}
    return _one_for_each_side(_Saying(name, _side(name, sides), confirms=False) for name in names)


def denying_parties(account: Account) -> tuple[str, ...]:
    """Return the parties to the fight that deny the incident, by this account."""
    if account.party is not None and account.mention.status is Status.DENIED:
        return (account.party,)
    return tuple(c.speaker for c in _denials(account) if _is_party(c) and c.speaker)


def denying_others(account: Account) -> tuple[str, ...]:
    """Return who else denies the incident, by this account."""
    named = [c.speaker or account.origin for c in _denials(account) if not _is_party(c)]
    own = account.mention.status is Status.DENIED and account.party is None
    # A report that says no more than that a party denies is that party's word, not its own.
    return tuple(named or ([account.origin] if own and not denying_parties(account) else []))


def _give_an_origin(owner: str, origins_of: Mapping[str, set[str]], teller: dict[str, str]) -> None:
    """Match one more owner, moving others to another of their origins where that makes room."""
    reached: dict[str, str] = {}
    queue = [owner]
    for current_owner in queue:
        for origin in sorted(origins_of[current_owner] - reached.keys()):
            reached[origin] = current_owner
            if origin not in teller:
                _move_along(origin, reached, teller)
                return
            queue.append(teller[origin])


def _move_along(origin: str, reached: Mapping[str, str], teller: dict[str, str]) -> None:
    told_before = {owner: told for told, owner in teller.items()}
    free: str | None = origin
    while free is not None:
        owner = reached[free]
        teller[free] = owner
        free = told_before.get(owner)


def _stating(account: Account, sides: Mapping[str, str]) -> Iterator[_Saying]:
    if account.party is not None and word_of(account) is Word.PARTY:
        confirms = account.mention.status is Status.CONFIRMED
        yield _Saying(account.party, _side(account.party, sides), confirms)
    for claim in account.mention.claims:
        if claim.speaker and claim.field in HAPPENING and claim.stance in _STATES:
            side = _side(claim.speaker, sides)
            confirms = claim.stance is Stance.CONFIRMED
            if _is_party(claim):
                yield _Saying(claim.speaker, side, confirms)
            elif claim.speaker_kind is SpeakerKind.OFFICIAL:
                yield _Saying(claim.speaker, side or _STATE, confirms)


def _only_parties_confirm(account: Account) -> bool:
    confirming = [
        claim
        for claim in account.mention.claims
        if claim.field in HAPPENING and claim.stance is Stance.CONFIRMED
    ]
    is_confirmed = account.mention.status is Status.CONFIRMED
    return is_confirmed and bool(confirming) and all(map(_is_party, confirming))


def _speakers(account: Account) -> tuple[str, ...]:
    if account.party is not None:
        return (account.party,)
    said = (c for c in account.mention.claims if _is_party(c) and c.stance in _SAYS)
    return tuple(claim.speaker for claim in said if claim.speaker)


def _denials(account: Account) -> Iterable[Claim]:
    claims = account.mention.claims
    return (c for c in claims if c.field in HAPPENING and c.stance is Stance.DENIED)


def _is_party(claim: Claim) -> bool:
    return claim.speaker_kind is SpeakerKind.PARTY


def _side(name: str, sides: Mapping[str, str]) -> str | None:
    side = sides.get(name)
    return None if side == _NO_SIDE else side


def _one_for_each_side(said: Iterable[_Saying]) -> tuple[str, ...]:
    speaks: dict[str | None, str] = {}
    for one in sorted(said, key=lambda one: one.speaker):
        speaks.setdefault(one.side, one.speaker)
    if speaks.keys() - {None, _STATE}:
        speaks.pop(None, None)  # Who has no known side may be one of those who have.
    return tuple(sorted(speaks.values()))

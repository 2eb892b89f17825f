"""What an account is compared by: where, when, what, how many, who.

Two accounts are compared by their **traits** alone, and equal traits are one thing to compare; how
alike two of them are is in `similarity`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from advisory.gazetteer.folding import fold
from advisory.model.incident import Account, Mention
from advisory.model.value import Actor, Count, Place
from advisory.model.vocabulary import Category, DatePrecision, Stance, Status

UNDATED_DAYS = 7
LONGEST_DAYS = 31
NO_SIDES: Mapping[str, str] = MappingProxyType({})
_WHOLE = {"is": "is_core"}  # a side that claims what any of its provinces did
_FAR_ARMS = frozenset({"aircraft", "drone", "missile", "mortar", "rocket"})
_ATTACKS = frozenset({"armed_attack", "attack_on_forces"})
_STORM, _ATTACKER = "storm", "attacker"
_COUPS = frozenset({"coup", "coup_attempt"})

# A type that the rule base does not know is compared by its category.
_CATEGORY_FAMILY = {
    Category.ATTACK: "armed",
    Category.CLASH: "armed",
    Category.BOMBING: "explosion",
    Category.AIRSTRIKE: "explosion",
    Category.SHELLING: "explosion",
    Category.KIDNAPPING: "abduction",
    Category.HIJACKING: "abduction",
    Category.RIOT: "crowd",
    Category.PROTEST: "crowd",
}

_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class Traits:
    """What one account is compared by; equal traits are one thing to compare.

    `names` are what the place is called, folded, by the gazetteer and by the report itself. The
    days run from `first` to `last`, both included. Where the account gives none, they are the
    week up to the day it was known (`dated` is False): news tells of the last days, yet the date of
    publication is never taken for the date of the incident. `called` is the name of a storm, or of
    the country of a coup; `counts_again` says that the killed are more than were told before, and
    `rose_from` how many those were, `is_bare` that an attack is told without arms, as known,
    `is_claim` that somebody owns up to a deed; `arms` are those that strike from afar;
    `others` is how many died but the attackers, where some of those died, too.
    """

    place: Place | None
    names: tuple[str, ...]
    first: date
    last: date
    dated: bool
    type: str
    family: str
    killed: Count | None
    injured: Count | None
    abducted: Count | None
    actors: tuple[str, ...]
    called: str = ""
    counts_again: bool = False
    rose_from: tuple[int, ...] = ()
    is_bare: bool = False
    is_claim: bool = False
    arms: tuple[str, ...] = ()
    others: int | None = None


def traits_of(
    account: Account, families: Mapping[str, str], sides: Mapping[str, str] = NO_SIDES
) -> Traits:
    """Return what this account is compared by.

    Args:
        account: What one report tells of an incident.
        families: Type to family.
        sides: Name of a party to its side: the provinces of the Islamic State are it, too.
    """
    mention = account.mention
    first, last = _days(account)
    return Traits(
        place=mention.place,
        names=_names(mention),
        first=first,
        last=last,
        dated=mention.date is not None,
        type=mention.type,
        family=family_of(mention, families),
        killed=mention.killed,
        injured=mention.injured,
        abducted=mention.abducted,
        actors=tuple(sorted(_named(mention.actors, sides))),
        called=_called(mention),
        rose_from=tuple(sorted(_former(mention))),
        is_bare=_is_bare(mention),
        others=_without_attackers(mention),
        arms=tuple(sorted(_FAR_ARMS.intersection(mention.weapons))),
        is_claim=_is_claim(mention),
        counts_again=_counts_again(mention),
    )


def _former(mention: Mention) -> set[int]:
    """Return the tolls told beside the one that stands: "to eight", where six had been killed."""
    told = (claim.count for claim in mention.claims if claim.field == "killed" and claim.count)
    return {count.best for count in told if count != mention.killed}


def _is_claim(mention: Mention) -> bool:
    """Whether somebody owns up to it, whatever toll he gives, or no more is told than his word."""
    owns_up = any(
        claim.field == "perpetrators" and claim.stance is Stance.CLAIMED for claim in mention.claims
    )
    return owns_up or (mention.status is Status.CLAIMED and mention.killed is None)


def _is_bare(mention: Mention) -> bool:
    """Whether "the attack" is told without arms, and its toll not at all or as one that rose."""
    is_told = mention.killed is not None or mention.injured is not None
    is_known = mention.type in _ATTACKS and not mention.weapons
    return is_known and (not is_told or _counts_again(mention))


def _without_attackers(mention: Mention) -> int | None:
    """Return the six of "six soldiers and five attackers", None where no attackers died."""
    fell = sum(part.count.best for part in mention.killed_parts if part.who == _ATTACKER)
    left = mention.killed.best - fell if mention.killed and fell else 0
    return left if left > 0 else None


def _counts_again(mention: Mention) -> bool:
    claims = (claim for claim in mention.claims if claim.field == "killed")
    return any(claim.stance is Stance.REVISED for claim in claims)


def family_of(mention: Mention, families: Mapping[str, str]) -> str:
    """Return the family of a type: types of one family may be one incident."""
    fallback = _CATEGORY_FAMILY.get(mention.category, mention.category.value)
    return families.get(mention.type, fallback)


def _called(mention: Mention) -> str:
    """Return the name of a storm, which ends the words that prove its type: "Cyclone Ado".

    A country has one coup at a time, which is called by nothing else.
    """
    if mention.type in _COUPS and mention.place is not None:
        return mention.place.country or ""
    proofs = (e.spans[0].text.split() for e in mention.evidence if e.field == "type" and e.spans)
    words = next(proofs, [])
    name = words[-1].strip(_QUOTES) if len(words) > 1 else ""
    return fold(name) if mention.type == _STORM and name[:1].isupper() else ""


def _named(actors: Iterable[Actor], sides: Mapping[str, str]) -> set[str]:
    """Return who is named: words like "gunmen" make two accounts neither alike nor different."""
    named = [actor for actor in actors if not actor.is_unnamed]
    whole = {_WHOLE[side] for actor in named if (side := sides.get(actor.name)) in _WHOLE}
    return whole.union(actor.id or actor.name.casefold() for actor in named)


def _names(mention: Mention) -> tuple[str, ...]:
    """Return what the place is called: its name, and what the report itself says."""
    if mention.place is None:
        return ()
    written = (
        span.text for proof in mention.evidence if proof.field == "place" for span in proof.spans
    )
    return tuple(sorted({fold(name) for name in (mention.place.name, *written)}))


def _days(account: Account) -> tuple[date, date]:
    told, known = account.mention.date, account.known_at.date()
    if told is None:
        return known - timedelta(days=UNDATED_DAYS), known
    goes_on = told.precision is DatePrecision.SINCE
    last = max(known, told.first or known) if goes_on or not told.last else told.last
    earliest = last - timedelta(days=LONGEST_DAYS - 1)
    return max(told.first or earliest, earliest), last

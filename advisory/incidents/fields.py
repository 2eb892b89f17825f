"""One incident out of its accounts: what happened, where, when, to whom, by whom.

Every field follows a rule that a reader can be told. Type: a fine type before a coarse one of the
same category, a bomb or a strike before "an attack", an attack before the burning or the abductions
in it, then the most owners, then who was first. Place: the one that most owners' places agree with,
the finest of those, by the name that they give it. Days: those that
no account excludes. Actors, targets and weapons: all that anybody names, in the order they were
known; an actor is `attributed` until somebody says it as plain fact. A value that a person set
outweighs what was read. Tolls are in `tolls`, the grade in `grading`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from advisory.gazetteer.folding import fold
from advisory.incidents.accounts import order
from advisory.incidents.grading import Grade, grade
from advisory.incidents.kindred import UNSAID
from advisory.incidents.tolls import (
    Toll,
    abducted_toll,
    freed_on,
    freed_toll,
    injured_parts,
    injured_toll,
    is_by_hand,
    killed_parts,
    killed_toll,
)
from advisory.incidents.whereabouts import Relation, relation
from advisory.model.identity import event_of, incident_id
from advisory.model.incident import Account, Incident, Mention
from advisory.model.marking import SourceKind
from advisory.model.value import Actor, DateRange, Part, Place, named_first
from advisory.model.vocabulary import Category, DatePrecision, Precision, Status

Value = TypeVar("Value")

_BY_ARMS = frozenset({Category.AIRSTRIKE, Category.BOMBING, Category.SHELLING})
_TOWNS = frozenset({"capital", "seat", "place"})
_BY_NAME = ("place", "gazetteer")
_MURDER, _STRANGERS = "murder", frozenset({"foreigner", "aid_worker"})
# Parts that are not combatants. Women, children and the like may be told inside "civilians".
_CIVILIANS = frozenset({"civilian", "civilians"})
_AMONG_CIVILIANS = frozenset(
    {
        "child", "children", "woman", "women", "aid_worker", "aid_workers",
        "journalist", "journalists", "medic", "medics", "teacher", "teachers",
    }
)  # fmt: skip


def incident_of(
    accounts: Sequence[Account], *, why: tuple[str, ...], sides: Mapping[str, str]
) -> Incident:
    """Return the incident that these accounts tell; they stand in canonical order."""
    return _incident(
        accounts,
        why=why,
        kind=_kind(accounts),
        killed=killed_toll(accounts),
        graded=grade(accounts, sides),
    )


def _incident(
    accounts: Sequence[Account], *, why: tuple[str, ...], kind: Mention, killed: Toll, graded: Grade
) -> Incident:
    parts = killed_parts(accounts)
    ids = _ids(accounts)
    return Incident(
        id=ids[0],
        type=kind.type,
        category=kind.category,
        hazard=kind.hazard,
        accounts=tuple(accounts),
        place=_place(accounts),
        date=_date(accounts),
        killed=killed.best,
        killed_low=killed.low,
        killed_high=killed.high,
        killed_civilians=civilians(parts, killed.high),
        injured=injured_toll(accounts).best,
        abducted=abducted_toll(accounts).best,
        freed=freed_toll(accounts).best,
        freed_on=freed_on(accounts),
        killed_parts=parts,
        injured_parts=injured_parts(accounts),
        actors=_actors(accounts),
        targets=_all_named(accounts, lambda mention: mention.targets),
        weapons=_all_named(accounts, lambda mention: mention.weapons),
        status=_status(accounts, graded),
        credibility=graded.credibility,
        reliability=graded.reliability,
        origins=graded.origins,
        grading=graded.steps,
        why_same=why,
        aliases=(*ids[1:], *_rows(accounts)),
    )


def civilians(parts: Sequence[Part], at_most: int | None) -> int | None:
    """Return how many civilians are among the killed, never more than `at_most`; None if unsaid.

    Where both "civilians" and, say, "children" are told, the children are taken to be inside.

    >>> from advisory.model.value import Count
    >>> civilians([Part("civilian", Count.exactly(21)), Part("child", Count.exactly(11))], 21)
    21
    """
    whole = [part.count.best for part in parts if part.who in _CIVILIANS]
    among = [part.count.best for part in parts if part.who in _AMONG_CIVILIANS]
    if not whole and not among:
        return None
    told = max(*whole, sum(among)) if whole else sum(among)
    return told if at_most is None else min(told, at_most)


def _ids(accounts: Sequence[Account]) -> tuple[str, ...]:
    """The id of the incident, then those that its other mentions would have given it."""
    return tuple(incident_id([(account.known_at, account.mention)]) for account in accounts)


def _rows(accounts: Sequence[Account]) -> tuple[str, ...]:
    """The ids that a dataset gives it: a coded event is an incident by its own id too."""
    return tuple(event_of(a.mention.report) for a in accounts if a.kind is SourceKind.DATASET)


def _set_or_read(accounts: Sequence[Account], name: str) -> Sequence[Account]:
    return [account for account in accounts if is_by_hand(account.mention, name)] or accounts


def _owners(
    accounts: Sequence[Account], value: Callable[[Account], Value]
) -> dict[Value, set[str]]:
    owners: dict[Value, set[str]] = {}
    for account in accounts:
        owners.setdefault(value(account), set()).add(account.owner)
    return owners


def _kind(accounts: Sequence[Account]) -> Mention:
    """The mention whose type, category and hazard the incident takes."""
    told = _set_or_read(accounts, "type")
    fine = {a.mention.category for a in told if not _is_coarse(a)}
    told = [a for a in told if not _is_coarse(a) or a.mention.category not in fine]
    # Of a raid that one report calls burning and another an attack, the attack is the graver word.
    told = [a for a in told if a.mention.category is not Category.ARSON] or told
    told = _of_a_raid(told)
    # "The attack" is a word for any of the bombs and strikes that others tell it to have been.
    if any(a.mention.category in _BY_ARMS for a in told):
        told = [a for a in told if a.mention.type not in UNSAID]
    owners = _owners(told, lambda account: account.mention.type)
    first = min(told, key=lambda a: (-len(owners[a.mention.type]), order(a)))
    return first.mention


def _of_a_raid(told: list[Account]) -> list[Account]:
    """Leave out the less grave word for a raid that took captives.

    An attack is graver than an abduction, unless strangers were taken; a bare murder is not.
    """
    taken = [a for a in told if a.mention.category is Category.KIDNAPPING]
    others = [a for a in told if a.mention.category is not Category.KIDNAPPING]
    if not (taken and others):
        return told
    attacks = [a for a in others if a.mention.type != _MURDER]
    is_of_strangers = any(not _STRANGERS.isdisjoint(a.mention.targets) for a in taken)
    return taken if is_of_strangers or not attacks else attacks


def _is_coarse(account: Account) -> bool:
    return account.mention.type == account.mention.category.value


def _place(accounts: Sequence[Account]) -> Place | None:
    told = [a for a in _set_or_read(accounts, "place") if a.mention.place is not None]
    owners = _owners(told, lambda account: account.mention.place)
    best: tuple[tuple[int, int], Place] | None = None
    for place in owners:  # in the order they were known, so that the first of equals stays
        if place is None:
            continue
        agreeing = {o for other in owners for o in owners[other] if _agree(place, other)}
        rough = Precision.PLACE if place.precision is Precision.AROUND else place.precision
        key = (-len(agreeing), int(rough) if place.is_located else len(place.name) + 1000)
        if best is None or key < best[0]:
            best = (key, place)
    return _as_written(best[1], told) if best else None


def _as_written(place: Place, told: Sequence[Account]) -> Place:
    """Return a town by the name that most reports give it, where none writes the gazetteer's.

    It knows Nabatieh as Nabatîyé et Tahta, and Durán as Eloy Alfaro. What is called by its airport
    keeps its own name.
    """
    spans = (
        (account, proof.spans[0].text)
        for account in told
        if account.mention.place == place
        for proof in account.mention.evidence
        if (proof.field, proof.rule) == _BY_NAME and proof.spans
    )
    written: dict[str, set[str]] = {}
    for account, text in spans:
        written.setdefault(" ".join(text.split()), set()).add(account.owner)
    names = {fold(name) for name in written}
    if place.kind not in _TOWNS or not names or fold(place.name) in names:
        return place
    shown = max(written, key=lambda name: (not name.isupper(), len(written[name])))
    return place if shown.isupper() else replace(place, name=shown)


def _agree(one: Place, other: Place | None) -> bool:
    return relation(one, other)[0] in {Relation.SAME, Relation.INSIDE, Relation.NEAR}


def _status(accounts: Sequence[Account], graded: Grade) -> Status:
    by_hand = [a.mention.status for a in accounts if is_by_hand(a.mention, "status")]
    return by_hand[-1] if by_hand else graded.status


def _date(accounts: Sequence[Account]) -> DateRange | None:
    told = [a.mention.date for a in _set_or_read(accounts, "date") if a.mention.date is not None]
    if not told:
        return None
    # Ranges that meet two by two have days common to all (Helly, in one dimension); only accounts
    # that a person tied may have none, and then the range spans them.
    common = _range(told, max, min)
    if common.first and common.last and common.first > common.last:
        return replace(_range(told, min, max), precision=DatePrecision.RANGE)
    same = [one for one in told if (one.first, one.last) == (common.first, common.last)]
    return same[0] if same else common


def _range(
    told: Sequence[DateRange],
    first_of: Callable[[Sequence[date]], date],
    last_of: Callable[[Sequence[date]], date],
) -> DateRange:
    firsts = [one.first for one in told if one.first is not None]
    lasts = [one.last for one in told if one.last is not None]
    first, last = first_of(firsts) if firsts else None, last_of(lasts) if lasts else None
    precision = DatePrecision.DAY if first == last else DatePrecision.RANGE
    return DateRange(first, last, precision)


def _actors(accounts: Sequence[Account]) -> tuple[Actor, ...]:
    """All that take part, by name where one is; what only passes on a claim attributes it."""
    found: dict[tuple[str, str], Actor] = {}
    for account in _set_or_read(accounts, "actors"):
        for actor in account.mention.actors:
            key = (actor.id or actor.name.casefold(), actor.role)
            hedged = actor.attributed or account.mention.status is Status.CLAIMED
            known = found.get(key)
            attributed = hedged and (known is None or known.attributed)
            found[key] = replace(known or actor, attributed=attributed)
    return named_first(found.values())


def _all_named(
    accounts: Sequence[Account], named: Callable[[Mention], tuple[str, ...]]
) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for account in accounts for name in named(account.mention)))

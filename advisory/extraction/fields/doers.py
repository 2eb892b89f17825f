"""Who did it: of all the parts told in the sentences of an incident, those that count.

Some stand in a sentence that tells of no incident of its own: "the attackers opened fire from a
car", "a group of rebels was behind it". It opens nothing and joins nothing, yet it says who did
what has just been told, and lends its doers to the incident nearest before it, or else just after
it, that has none of its own.
"""

from collections.abc import Iterable, Iterator, Sequence

from advisory.extraction.actors.actor_found import LAWLESS
from advisory.extraction.actors.the_one import THE_ONE
from advisory.extraction.composing.agreement import dates_agree
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.groups import (
    ABDUCTIONS,
    ARRESTS,
    BLASTS,
    BY_THE_LAW,
    DISPERSED,
    KILLINGS,
    RELEASED,
    TAKEN,
    WALKOUTS,
)
from advisory.extraction.roles.deeds import AFTERMATH, OPEN
from advisory.extraction.roles.facing import SIDE, TWO_SIDED
from advisory.extraction.roles.roles import ACTING, Part
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.words import toll_span
from advisory.model.value import UNNAMED
from advisory.model.vocabulary import ActorKind, ActorRole

REACH = 5
"""The most sentences between an incident and who did it."""
_FIRE, _ATTACKER = "arson", "attacker"
_MARCHES = WALKOUTS | {"blockade"}
_BY_CROWDS = frozenset({"riot", "communal_clash", "mob_violence"})
"""What the police only put an end to, unless the dead are told with them."""
_FAR = 150  # characters: in a sentence of its own
_BY_THE_DEED = frozenset({f"{UNNAMED}assailants", f"{UNNAMED}kidnappers"})
_CROWD = frozenset({ActorKind.CIVILIANS})
_HELPER, _BLAMING = "helper", ("blame", "responsibility")


def lend(drafts: Sequence[Draft], tellings: Sequence[Telling]) -> None:
    """Give the tellings that tell who did it, and belong to no draft, to those without a doer.

    So does one that only sums up several incidents.
    """
    open_ = [d for d in drafts if not (d.is_background or any(t.has_doer for t in d.tellings))]
    if not open_:
        return
    told = [draft for draft in drafts if not draft.is_aggregate]
    own = {id(one.sentence): draft for draft in told for one in draft.tellings}
    near = {number for draft in open_ for number in _reached(draft)}
    for telling in tellings:
        if telling.sentence.number in near and telling.has_doer:
            alike = [one for one in open_ if _may_take(one, telling, own.get(id(telling.sentence)))]
            if alike:
                min(alike, key=lambda draft: _gap(draft, telling)).beside.append(telling)


def _may_take(draft: Draft, telling: Telling, own: Draft | None) -> bool:
    """Whether an incident may be of whom a sentence tells, which tells of `own`.

    Blame that stands in what is told later may be of it; what else a headline tells is another
    story.
    """
    sentence = telling.sentence
    if draft.first.sentence.entry != sentence.entry:
        return False
    is_blame = any(map(sentence.has, _BLAMING))
    if own is None:
        is_told = is_blame or not sentence.is_headline
        is_of_theirs = is_blame and all(found.is_since for found in telling.dates)
        return is_told and (is_of_theirs or dates_agree(draft, telling))
    is_before = draft.first.sentence.number < own.first.sentence.number
    return is_blame and is_before and _is_bare(telling)


def _is_bare(telling: Telling) -> bool:
    """Whether it says who did it, and neither where nor to how many."""
    return not (telling.tolls or telling.place)


def _reached(draft: Draft) -> Iterator[int]:
    """Yield the numbers of the sentences that may lend an incident their doers."""
    for each in draft.tellings:
        yield from range(each.sentence.number - REACH // 2, each.sentence.number + REACH + 1)


def _gap(draft: Draft, telling: Telling) -> int:
    """Return how many sentences lie between; before the incident counts as farther."""
    gaps = (telling.sentence.number - each.sentence.number for each in draft.tellings)
    return min(gap if gap >= 0 else 2 * -gap for gap in gaps)


def doing(draft: Draft, kind: str) -> Iterator[Part]:
    """Return the part of everybody in an incident, in the order of the text.

    Who made the arrests after an attack took no part in it, nor did who shot the attacker or freed
    those taken, and the police who broke up a march or a riot did not march. Nor has the crowd that
    burnt a house down shot anybody, or dispersed itself, nor do those strike over whom they strike.
    Where a force made an arrest, no man or militia without a name made it with them.
    """
    others = {*({RELEASED} - {kind}), *(ABDUCTIONS if kind in WALKOUTS else ())}
    told = (one for one in (*draft.tellings, *draft.beside) if one.type not in others)
    for telling in told:
        is_law = telling.trigger is not None and telling.trigger.id in AFTERMATH
        is_after = is_law and telling.type not in TAKEN
        is_end = kind in _MARCHES or (kind in _BY_CROWDS and not telling.tolls)
        is_end = is_end or (telling is not draft.first and _are_attackers(telling))
        is_later = telling is not draft.first and telling.type not in BLASTS
        is_end = is_end or (kind in BLASTS and is_later)
        if kind in AFTERMATH | BY_THE_LAW or not is_after:
            is_fire = kind in KILLINGS and telling.type == _FIRE
            is_by_force = any(_is_force(p) and p.is_doer for p in telling.parts)
            is_of_others = kind == DISPERSED or (kind in ARRESTS and not is_law)
            yield from (
                p
                for p in telling.parts
                if not (
                    _is_force(p)
                    and not p.actor.attributed
                    and (is_end or _shot_only_attackers(telling, p))
                )
                and not (is_fire and p.actor.kind in _CROWD)
                and not (is_of_others and p.is_doer and not _is_force(p))
                and not (kind in ARRESTS and is_by_force and _is_anybody(p))
                and not (kind in WALKOUTS and p.found.rule in OPEN)
                and not (kind not in TWO_SIDED and p.found.rule == SIDE)
            )


def _is_anybody(part: Part) -> bool:
    """Whether somebody without a name is told to have done it, and no force."""
    return part.is_doer and part.found.is_unnamed and not _is_force(part)


def _shot_only_attackers(telling: Telling, part: Part) -> bool:
    """Whether forces ended it: "two people died and the assailants were shot dead by police".

    Those whom the toll right before the forces counts are the attackers, and others died, too.
    """
    tolls = [toll for toll in telling.tolls if toll.harm == "killed"]
    before = [t for t in tolls if toll_span(telling.sentence, t)[1] <= part.found.start]
    if len(tolls) < 2 or not before:  # noqa: PLR2004
        return False
    return {one.who for one in before[-1].parts} == {_ATTACKER}


def _are_attackers(telling: Telling) -> bool:
    """Whether nobody but attackers died in what it tells."""
    return {part.who for toll in telling.tolls for part in toll.parts} == {"attacker"}


def _is_force(part: Part) -> bool:
    return part.is_doer and part.actor.kind is ActorKind.STATE_FORCE


def called(parts: Iterable[Part]) -> Iterator[Part]:
    """Return where the one armed group of a report that did it is called "the rebels"."""
    return (part for part in parts if part.is_doer and _is_by_a_word(part))


def _is_by_a_word(part: Part) -> bool:
    return part.found.rule.startswith(THE_ONE)


def strongest(parts: Iterable[Part]) -> Iterator[Part]:
    """Return each actor once in its strongest role, by its name rather than "the rebels".

    Where a name is known, words like "gunmen" for a party to a clash say no more, nor do the forces
    that shot back. Who helped another "took part", too, and stays who helped.
    """
    best: dict[str, Part] = {}
    for part in _as_helpers(list(parts)):
        known = best.get(part.found.id)
        if known is None or _strength(part) > _strength(known):
            best[part.found.id] = part
    named = {_side(part.actor.role) for part in best.values() if not part.found.is_unnamed}
    ends = {part.found.end + 1 for part in best.values()}  # "JNIM militants"
    kept = []
    for part in best.values():
        side = _side(part.actor.role)
        is_other = side in named or (part.is_named_beside and bool(named))
        is_known = part.found.start in ends if side == _HELPER else is_other
        if not (part.found.is_unnamed and is_known) or _is_told_apart(part):
            kept.append(part)
    acting = [part for part in kept if part.actor.role in ACTING]
    for part in kept:
        if not (part in acting and any(_says_again(part, one) for one in acting)):
            yield part


def _says_again(part: Part, other: Part) -> bool:
    """Whether a word only calls another doer by the deed: "the attackers", "men" of gunmen."""
    if part.found.id in _BY_THE_DEED:
        return other.found.kind is not ActorKind.STATE_FORCE and other.found.id not in _BY_THE_DEED
    is_behind = part.found.start - other.found.end > _FAR
    is_word = other.found.rule in OPEN or other.found.id in _BY_THE_DEED
    if is_word or not is_behind or other.found.kind not in LAWLESS:
        return False
    return part.found.rule in OPEN and part.found.kind is ActorKind.UNIDENTIFIED


def _as_helpers(parts: Sequence[Part]) -> Iterator[Part]:
    """Leave out what else is told of who helped, where somebody else did it."""
    helping = {part.found.id for part in parts if part.actor.role is ActorRole.SUPPORTER}
    did = [part for part in parts if part.actor.role in ACTING]
    is_of_others = any(part.found.id not in helping for part in did)
    for part in parts:
        if not (is_of_others and part in did and part.found.id in helping):
            yield part


def _is_told_apart(part: Part) -> bool:
    """Whether unnamed people did it themselves, and are no other word for a name beside them."""
    return part.is_doer and not (part.is_named_beside or _is_force(part))


def _side(role: ActorRole) -> str:
    return {ActorRole.TARGET: "target", ActorRole.SUPPORTER: _HELPER}.get(role, "doer")


def _strength(part: Part) -> tuple[int, bool, bool, int]:
    """Rank a part by role, then names before words, and of words the fullest phrase."""
    order = (ActorRole.TARGET, ActorRole.SUPPORTER, ActorRole.PARTY, ActorRole.PERPETRATOR)
    words = len(part.actor.name.split()) if part.found.is_unnamed else 0
    return order.index(part.actor.role), part.actor.attributed, not _is_by_a_word(part), words

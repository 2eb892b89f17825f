"""Whether those of whom a telling says that they died have been told of before."""

from collections.abc import Sequence

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.counts.people import FIGHTERS, people_in
from advisory.extraction.counts.tags import letters
from advisory.extraction.groups import RELEASED, TAKEN
from advisory.extraction.tellings.tellings import Telling

_THE, _ATTACKER = "tx", "attacker"  # tags of "the", "those"
_THE_TWO = "tn"
_SOME = 2


def are_the_dead(draft: Draft, telling: Telling) -> bool:
    """Whether it counts those who are known to be dead: "killed the two rebels"."""
    words = telling.sentence.tokens
    return any(
        toll.count.low == draft.killed and _THE_TWO in letters(words[toll.first : toll.last + 1])
        for toll in telling.tolls
        if toll.harm == "killed"
    )


def are_those_who_did_it(draft: Draft, telling: Telling) -> bool:
    """Whether it tells that they died of whom was told before: "shot dead two of the attackers"."""
    words = telling.sentence.words
    groups = (one for one in people_in(words) if one.who == _ATTACKER)
    known = (letters(words[max(0, one.first - 1) : one.end]) for one in groups)
    is_known = any(not frozenset(_THE).isdisjoint(tags) for tags in known)
    return is_known and are_its_attackers(draft, telling)


def are_its_attackers(draft: Draft, telling: Telling) -> bool:
    """Whether it only tells that attackers died, too, and neither when nor where."""
    is_there = telling.place is None and not telling.has_date
    return is_there and are_attackers_dead(draft, telling)


def are_attackers_dead(draft: Draft, telling: Telling) -> bool:
    """Whether all of its dead are attackers, of whom nobody has told yet that any died."""
    told = {part.who for each in draft.tellings for toll in each.tolls for part in toll.parts}
    mine = {part.who for toll in telling.tolls for part in toll.parts}
    return mine == {_ATTACKER} and _ATTACKER not in told


def died_in_a_rescue(draft: Draft, telling: Telling) -> bool:
    """Whether fighters are told to have died after captives were: "freed. Three rebels died"."""
    dead = [toll for toll in telling.tolls if toll.harm == "killed" and toll.count.low]
    fought = (sum(p.count.low for p in one.parts if p.who in FIGHTERS) for one in dead)
    are_fighters = all(low >= one.count.low for low, one in zip(fought, dead, strict=True))
    hits = (hit for one in draft.tellings for hit in one.sentence.of("triggers"))
    return bool(dead) and are_fighters and any(hit.id == RELEASED for hit in hits)


def died_in_the_rescue_just_told(drafts: Sequence[Draft], telling: Telling) -> bool:
    """Whether who died as captives were freed died in no other deed of the report."""
    paragraph = telling.sentence.paragraph
    return any(
        draft.first.type in TAKEN
        and draft.tellings[-1].sentence.paragraph == paragraph
        and died_in_a_rescue(draft, telling)
        for draft in drafts
    )


def are_as_many(draft: Draft, telling: Telling) -> bool:
    """Whether who counts as many dead, without a word for the deed, only says who told of it.

    "A guard and two attackers were killed, said the prefect, reached in Obo".
    """
    is_count = telling.is_weak and not (telling.has_date or telling.is_apart)
    return is_count and telling.killed == draft.killed and draft.killed >= _SOME

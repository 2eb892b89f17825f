"""The words said of lasting states, as far as they stand near a thing that they can be said of.

"Entered" is said of a curfew, and of much else: where no curfew is told of, it is no hit, and its
sentence no sentence that tells anything.
"""

from collections.abc import Mapping, Sequence

from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import ConditionKind

REACH = 140
"""So many characters may stand between a thing and what is said of it."""
NOUN, SAID = "beside noun", "said"
BESIDE = frozenset({"beside", NOUN, SAID})
"""The forms of words that tell a state only beside a thing."""
_KINDS = frozenset(kind.value for kind in ConditionKind)


def paired(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits without the words of states that stand near no thing of theirs.

    Nor is what only some words are said of, "people", a hit where none of them is told.

    >>> entered = Hit(4, 11, "conditions", "curfew", "in_force", "beside")
    >>> paired([entered])
    []
    >>> len(paired([entered, Hit(20, 26, "near", "curfew")]))
    2
    """
    if BESIDE.isdisjoint([hit.form for hit in hits]):
        return [hit for hit in hits if hit.grade != SAID]
    things: dict[tuple[str, bool], list[int]] = {}
    for hit in hits:
        is_whole = hit.kind == "conditions" and hit.form not in BESIDE  # "airport was closed"
        if is_whole or (hit.kind == "near" and hit.id in _KINDS):
            things.setdefault((hit.id, hit.grade == SAID), []).append(hit.start)
    kept = [hit for hit in hits if hit.form not in BESIDE or _has_thing(hit, things)]
    told = [(hit.id, hit.start) for hit in kept if hit.form == SAID]
    return [hit for hit in kept if hit.grade != SAID or _is_told_of(hit, told)]


def _has_thing(hit: Hit, things: Mapping[tuple[str, bool], Sequence[int]]) -> bool:
    if hit.kind != "conditions":  # triggers have words beside others, too
        return True
    starts = [*things.get((hit.id, False), ())]
    if hit.form == SAID:
        starts += things.get((hit.id, True), ())
    return any(abs(start - hit.start) <= REACH for start in starts)


def _is_told_of(thing: Hit, told: Sequence[tuple[str, int]]) -> bool:
    return any(of == thing.id and abs(start - thing.start) <= REACH for of, start in told)

"""The words said of lasting states, as far as they stand near a thing that they can be said of.

"Entered" is said of a curfew, and of much else: where no curfew is told of, it is no hit, and its
sentence no sentence that tells anything.
"""

from collections.abc import Sequence

from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import ConditionKind

REACH = 140
"""So many characters may stand between a thing and what is said of it."""
NOUN = "beside noun"
BESIDE = frozenset({"beside", NOUN})
"""The forms of words that tell a state only beside a thing."""
_KINDS = frozenset(kind.value for kind in ConditionKind)


def paired(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits without the words of states that stand near no thing of theirs.

    >>> entered = Hit(4, 11, "conditions", "curfew", "in_force", "beside")
    >>> paired([entered])
    []
    >>> len(paired([entered, Hit(20, 26, "near", "curfew")]))
    2
    """
    if BESIDE.isdisjoint([hit.form for hit in hits]):
        return list(hits)
    things: dict[str, list[int]] = {}
    for hit in hits:
        is_whole = hit.kind == "conditions" and hit.form not in BESIDE  # "airport was closed"
        if is_whole or (hit.kind == "near" and hit.id in _KINDS):
            things.setdefault(hit.id, []).append(hit.start)
    return [hit for hit in hits if hit.form not in BESIDE or _has_thing(hit, things.get(hit.id))]


def _has_thing(hit: Hit, starts: Sequence[int] | None) -> bool:
    is_state = hit.kind == "conditions"  # triggers have words beside others, too
    return not is_state or any(abs(start - hit.start) <= REACH for start in starts or ())

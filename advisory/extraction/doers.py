"""Who did it, told in a sentence that tells of no incident of its own.

"The attackers opened fire from a car", "a group of rebels was behind it": such a sentence opens
nothing and joins nothing, yet it says who did what has just been told. It lends its doers to the
incident nearest before it, or else just after it, that has none of its own.
"""

from collections.abc import Sequence

from advisory.extraction.drafts import Draft
from advisory.extraction.tellings import Telling
from advisory.model.vocabulary import ActorRole

_REACH = 5  # sentences


def lend(drafts: Sequence[Draft], tellings: Sequence[Telling]) -> None:
    """Give the tellings that tell who did it, and belong to no draft, to those without a doer."""
    open_ = [draft for draft in drafts if not draft.is_background and not _has_doer(draft.tellings)]
    if not open_:
        return
    taken = {id(telling) for draft in drafts for telling in draft.tellings}
    for telling in tellings:
        if id(telling) not in taken and _has_doer([telling]):
            nearest = min(open_, key=lambda draft: _gap(draft, telling))
            if abs(_gap(nearest, telling)) <= _REACH:
                nearest.beside.append(telling)


def _has_doer(tellings: Sequence[Telling]) -> bool:
    return any(
        part.actor.role is ActorRole.PERPETRATOR for telling in tellings for part in telling.parts
    )


def _gap(draft: Draft, telling: Telling) -> int:
    """Return how many sentences lie between; before the incident counts as farther."""
    gaps = (telling.sentence.number - each.sentence.number for each in draft.tellings)
    return min(gap if gap >= 0 else 2 * -gap for gap in gaps)

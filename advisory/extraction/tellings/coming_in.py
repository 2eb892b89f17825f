"""A sentence below the news that says no more than when and where it was.

"Eight were abducted from a clinic. Gunmen broke into the compound on Sunday": nothing else dates
the abduction. So does "the incident happened near Gao on Sunday".
"""

from advisory.extraction.actors.actor_found import LAWLESS
from advisory.extraction.tellings.tellings import Telling

_CUE, _PLACED = "moves_in", "took_place"
_MOST_BETWEEN = 60  # characters from who came to the verb


def only_moves(telling: Telling) -> bool:
    """Whether somebody does no more in a sentence than come, be it the victim."""
    sentence = telling.sentence
    return telling.type is None and sentence.has(_CUE) and not sentence.has_toll


def comes_in(telling: Telling) -> bool:
    """Whether the armed do no more in a sentence than come, on a day that it tells.

    Or whether it says that what is told took place.
    """
    sentence = telling.sentence
    if telling.type is None and sentence.has(_PLACED) and not sentence.has_toll:
        return True
    if not (only_moves(telling) and sentence.own_dates):
        return False
    starts = [cue.start for cue in sentence.cues_of(_CUE)]
    return any(
        0 < start - actor.end <= _MOST_BETWEEN
        for actor in sentence.actors
        if actor.kind in LAWLESS
        for start in starts
    )

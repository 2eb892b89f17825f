"""A sentence that says no more than when and where the armed came.

"Eight were abducted from a clinic. Gunmen broke into the compound on Sunday": nothing else dates
the abduction. So does "the incident happened near Gao on Sunday". Where the dead are counted right
behind, "gunmen walked into Gao; six dead", they came to kill.
"""

from advisory.extraction.actors.actor_found import LAWLESS
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.scan import Hit

_CUE, _PLACED = "moves_in", "took_place"
_MOST_BETWEEN = 60  # characters from who came to the verb
_ATTACK, _DEAD, _SOON = "armed_attack", frozenset({"died", "bodies", "deaths", "killed"}), 120


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
    return only_moves(telling) and bool(sentence.own_dates and _comings(sentence))


def deadly_coming(sentence: Sentence) -> list[Hit]:
    """Return the verb with which the armed came somewhere, where the dead are counted behind."""
    comings = _comings(sentence)
    is_told = any(one.place.is_located for one in sentence.places) or bool(sentence.own_dates)
    if not (comings and is_told):
        return []
    behind = sentence.findings.hits_in(comings[0].end, sentence.end + _SOON)
    is_deadly = any(hit.kind == "harm" and hit.id in _DEAD for hit in behind)
    return [
        Hit(cue.start, cue.end, "triggers", _ATTACK, "strong", "phrase")
        for cue in comings
        if is_deadly
    ]


def _comings(sentence: Sentence) -> list[Hit]:
    """Return the verbs of coming right behind the armed."""
    ends = [actor.end for actor in sentence.actors if actor.kind in LAWLESS]
    return [
        cue
        for cue in sentence.cues_of(_CUE)
        if any(0 < cue.start - end <= _MOST_BETWEEN for end in ends)
    ]

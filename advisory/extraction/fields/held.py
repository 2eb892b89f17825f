"""Which tolls of a report hold: not those that somebody denies or that it calls earlier ones."""

from collections.abc import Iterator, Sequence

from advisory.extraction.counts.toll import Toll
from advisory.extraction.fields.figure import speaker_of
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.words import toll_span
from advisory.model.vocabulary import Stance

_NUMBER = "n"  # the tag of a number
ONE_SIDE = "one_side"
"""The cue of "on our side": the toll of the others is unknown."""


def tolls_of(tellings: Sequence[Telling], harm: str) -> Iterator[tuple[Telling, Toll]]:
    """Yield what sentences say of the killed or the injured; a side's "none of ours" is no toll."""
    for telling in tellings:
        for toll in telling.tolls:
            is_of_one_side = toll.count.high == 0 and telling.sentence.has(ONE_SIDE)
            if toll.harm == harm and not is_of_one_side:
                yield telling, toll


def is_denied(telling: Telling, toll: Toll) -> bool:
    """Whether somebody denies these dead: they are not added to those whom others count."""
    sentence = telling.sentence
    if not sentence.has("deny"):
        return False
    by = speaker_of(telling, toll)
    is_denial = by is not None and by.stance is Stance.DENIED
    return is_denial and by is not None and by.verb[1] <= toll_span(sentence, toll)[0]


def is_superseded(telling: Telling, toll: Toll) -> bool:
    """Whether a report itself calls a figure an earlier one: "a first count had given 12 dead"."""
    sentence, first = telling.sentence, telling.sentence.tokens[toll.first].start
    found = sentence.cues_of("superseded")
    if not toll.is_revision and any(cue.start <= first < cue.end for cue in found):
        return True
    is_put = toll.is_whole and not toll.is_revision
    if is_put and telling.by.days.is_told_before(telling.page, sentence.start, first):
        return True
    numbers = [word.start for word in sentence.words if word.tag == _NUMBER and word.start < first]
    ends = (cue.end for cue in found if cue.end <= first)
    return any(not any(end <= start for start in numbers) for end in ends)

"""Whether a toll is that of a whole country, or of many deeds: no one of them cost so many."""

from itertools import takewhile

from advisory.extraction.counts.toll import Toll
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit

_CUE, _WAVE = "nationwide", "wave"
_AND = "&"  # the tag of a word that goes on with something else
_BEFORE, _BEHIND = 16, 40  # characters from the cue to the dead, and from the dead to it


def is_nationwide(sentence: Sentence, toll: Toll) -> bool:
    """Whether "across the country" is said of the dead: not "marched nationwide, and two died"."""
    if not sentence.has(_CUE):
        return False
    start, end = sentence.tokens[toll.first].start, sentence.tokens[toll.last].end
    text = sentence.page.lower
    return any(
        (cue.end <= start <= cue.end + _BEFORE and not _goes_on(sentence, cue.end, toll.first))
        or (end <= cue.start <= end + _BEHIND and ";" not in text[end : cue.start])
        for cue in sentence.cues_of(_CUE)
    )


def _goes_on(sentence: Sentence, start: int, last: int) -> bool:
    """Whether an "and" stands between an offset and a token."""
    before = takewhile(lambda token: token.start >= start, reversed(sentence.tokens[:last]))
    return any(token.tag == _AND for token in before)


def is_of_a_wave(sentence: Sentence, trigger: Hit | None, toll: Toll) -> bool:
    """Whether the dead are of the many deeds amid which one is told: "amid a wave of violence"."""
    if trigger is None or not sentence.has(_WAVE):
        return False
    start = sentence.tokens[toll.first].start
    waves = (cue for cue in sentence.cues_of(_WAVE) if cue.start > trigger.start)
    return any(0 <= start - cue.end <= _BEHIND for cue in waves)

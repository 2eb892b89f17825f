"""Whether a toll is that of a whole country: no town of it has lost so many."""

from advisory.extraction.counts.counts import Toll
from advisory.extraction.sentence import Sentence

_CUE, _MORE = "nationwide", " and "
_BEFORE, _BEHIND = 16, 40  # characters from the cue to the dead, and from the dead to it


def is_nationwide(sentence: Sentence, toll: Toll) -> bool:
    """Whether "across the country" is said of the dead: not "marched nationwide, and two died"."""
    if not sentence.has(_CUE):
        return False
    start, end = sentence.tokens[toll.first].start, sentence.tokens[toll.last].end
    text = sentence.findings.page.lower
    return any(
        (cue.end <= start <= cue.end + _BEFORE and _MORE not in text[cue.end : start])
        or (end <= cue.start <= end + _BEHIND and ";" not in text[end : cue.start])
        for cue in sentence.of("cues")
        if cue.id == _CUE
    )

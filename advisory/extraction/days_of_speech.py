"""Days that are not of a deed but of words about it: said, claimed, accused, condemned on a day."""

from advisory.extraction.counts.tags import letters
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.dates.days import DATED_SPEECH, is_said_on
from advisory.extraction.sentence import Sentence
from advisory.extraction.words import words_between

_ACCUSED, _REACTING = "blame", "reacting"
_VERBS = frozenset("vbBkKiIE")  # tags
_TOLD_ON = DATED_SPEECH | {_ACCUSED, _REACTING, "deny_part", "deny_all"}


def is_of_speech(sentence: Sentence, found: DateFound) -> bool:
    """Whether a date is that of a statement: "said", "claimed responsibility on Thursday"."""
    if _is_of_a_deed(sentence, found):
        return False
    said = sentence.cues_of(*DATED_SPEECH)
    return is_said_on(sentence.page, found, said, sentence.findings.by.ways_to_tell)


def is_of_reaction(sentence: Sentence, found: DateFound) -> bool:
    """Whether a date is that on which somebody "condemned" a deed or "expressed alarm".

    It stands right behind, or before with no verb between: "on Sunday the pope prayed for".
    """
    if not sentence.has(_REACTING) or _is_of_a_deed(sentence, found):
        return False
    reactions, ways = sentence.cues_of(_REACTING), sentence.findings.by.ways_to_tell
    return is_said_on(sentence.page, found, reactions, ways) or any(
        found.end <= cue.start
        and _VERBS.isdisjoint(letters(words_between(sentence, found.end, cue.start)))
        for cue in reactions
    )


def _is_of_a_deed(sentence: Sentence, found: DateFound) -> bool:
    return sentence.page.plain.startswith("'s ", found.end)  # "said Monday's attack"


def is_within_telling(sentence: Sentence, found: DateFound) -> bool:
    """Whether a date stands inside words of telling: "denied on Sunday that it was behind"."""
    cues = sentence.cues_of(*_TOLD_ON)
    return any(cue.start < found.start and found.end < cue.end for cue in cues)


def is_of_telling(sentence: Sentence, found: DateFound) -> bool:
    """Whether a date is that of words: "on Monday said", "accused them on Monday of"."""
    return any(
        0 <= cue.start - found.end <= 1 or (cue.id == _ACCUSED and cue.end <= found.start)
        for cue in sentence.cues_of(*_TOLD_ON)
    )

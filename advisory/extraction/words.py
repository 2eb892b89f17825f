"""The words of a sentence on either side of an offset, and between two of them."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit

_start = attrgetter("start")
_BEING = "bB"  # tags


def words_before(sentence: Sentence, end: int) -> Sequence[Token]:
    """Return the words that begin before an offset."""
    return sentence.words[: bisect_left(sentence.words, end, key=_start)]


def words_behind(sentence: Sentence, start: int) -> Sequence[Token]:
    """Return the words from an offset on."""
    return sentence.words[bisect_left(sentence.words, start, key=_start) :]


def words_between(sentence: Sentence, start: int, end: int) -> Sequence[Token]:
    """Return the words that begin between two offsets."""
    words = sentence.words
    return words[bisect_left(words, start, key=_start) : bisect_left(words, end, key=_start)]


def is_doing(sentence: Sentence, word: Token) -> bool:
    """Whether a word ends as what somebody is doing: "raising"."""
    return word.word.endswith(sentence.findings.by.doing)


def is_in_passive(sentence: Sentence, trigger: Hit) -> bool:
    """Whether "was" or "were" stands before a trigger, or in its phrase: not "are holding"."""
    before = [token for token in sentence.words if token.end <= trigger.start][-1:]
    inside = words_between(sentence, trigger.start, trigger.end)
    if any(word.tag not in _BEING and is_doing(sentence, word) for word in inside):
        return False
    return any(token.tag in _BEING for token in (*before, *inside))


def toll_span(sentence: Sentence, toll: Toll) -> tuple[int, int]:
    """Return the offsets of the words that tell a toll."""
    return sentence.tokens[toll.first].start, sentence.tokens[toll.last].end

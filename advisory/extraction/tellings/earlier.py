"""What a sentence tells of the time before its news: in a piece of its own, on a day nobody tells.

"Days after a judge was shot in Gao" is another story than what befell his widow, and of another day
than "the border stayed closed on Monday". "Crowds marched on Tuesday after police shot two" tells
of a march on Tuesday in which nobody died, and of two whom the police shot near there before it. A
noun alone ("days after the attack") may be the news itself.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisory.extraction.groups import ANSWERS
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Grammar

_LAUNCHED = "launched_after"
_OLD = frozenset({"weeks_after", "long_after"})
_BEFORE = _OLD | {"days_after", _LAUNCHED}


class EarlierReader:
    """Finds what went before the news by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._after = tuple(f" {word} " for word in grammar.classes["after_that"])
        self._doing = tuple(grammar.classes["doing_endings"])

    def earlier(self, page: Page, sentence: Sentence, deeds: Sequence[Hit]) -> Sentence | None:
        """Return the piece of a sentence that tells of an earlier deed.

        Args:
            page: The page of the sentence.
            sentence: The whole sentence.
            deeds: Its words of violence that are told as real, and its words of harm, in order.
        """
        return self._days_before(page, sentence, deeds) or self._cause(page, sentence, deeds)

    def _days_before(self, page: Page, sentence: Sentence, deeds: Sequence[Hit]) -> Sentence | None:
        """Return what is told behind "days after"; an operation "launched after" it is too."""
        cue = next((hit for hit in sentence.of("cues") if hit.id in _BEFORE), None)
        if cue is None:
            return None
        comma = page.lower.find(",", cue.end, sentence.end)
        is_aside = not page.lower[sentence.start : cue.start].strip() or (
            page.lower[sentence.start : cue.start].rstrip().endswith(",")
        )
        end = comma if is_aside and comma > 0 else sentence.end
        told = [hit for hit in deeds if cue.end <= hit.start < end]
        is_told = cue.id == _LAUNCHED or any(hit.form not in NOUNS for hit in told)
        if told and is_told and self._is_of_others(page, cue.end, end):
            return _piece(sentence, cue.start, end, begin=cue.start)
        return None

    def _cause(self, page: Page, sentence: Sentence, deeds: Sequence[Hit]) -> Sentence | None:
        """Return the deed that is answered, near where the answer is told to be."""
        cause = next((hit for hit in deeds if hit.id not in ANSWERS), None)
        if cause is None or cause == deeds[0] or cause.form in NOUNS:
            return None
        for after in self._after:
            start = page.lower.find(after, deeds[0].end, cause.start)
            if start > 0 and self._is_of_others(page, start + len(after), sentence.end):
                return _piece(sentence, start, sentence.end, sentence.start)
        return None

    def _is_of_others(self, page: Page, start: int, end: int) -> bool:
        """Whether a clause has a subject of its own: not "after killing two"."""
        return not page.lower[start:end].split()[:1][0].endswith(self._doing)


def is_old(earlier: Sentence) -> bool:
    """Whether what went before is weeks or years old, and no day is told for it."""
    is_dated = any(found.value for found in earlier.own_dates)
    return not is_dated and any(hit.id in _OLD for hit in earlier.of("cues"))


def is_answered(sentence: Sentence, trigger: Hit | None, start: int) -> bool:
    """Whether a toll is of the deed that the news answers: "in response to a strike that"."""
    text = sentence.findings.page.text
    return trigger is not None and any(
        cue.end <= start
        and not cue.end <= trigger.start < start
        and text.find(",", cue.end, start) < 0
        for cue in sentence.of("cues")
        if cue.id == "answering"
    )


def _piece(sentence: Sentence, start: int, end: int, begin: int) -> Sentence:
    """Return a part of a sentence as a sentence of its own, set by what stands from `begin` on."""
    piece = sentence.piece(start, end)
    return replace(piece, begin=begin, whole=None, is_earlier=True)

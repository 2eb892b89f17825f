"""What is only remembered, shown or rewarded: a deed behind a monument, a picture or a medal.

"A monument to the five who were shot", "a picture of a girl wounded by a shell" and "in memory of
the bombing" tell of nothing that has just happened; "prayers for a man who was shot on Monday" do,
and so does "those who remembered them were shot".
"""

from datetime import timedelta

from advisory.extraction.dates.dates import DateFound
from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.lexicon import Grammar

_LONG_AGO, _CLOSE, _WORDS_OF_A_NAME = timedelta(days=60), 30, 6


class Remembered:
    """Tells deeds that are only remembered by the small words of one language."""

    def __init__(self, grammar: Grammar, reality: Reality) -> None:
        classes = grammar.classes
        verbs = (*classes["past"], *classes["be"], *classes["be_plural"])
        self._reality = reality
        self._telling = grammar.words("relative", "subordinate").union(verbs)
        self._yearly, self._past_endings = grammar.words("yearly"), classes["past_endings"]
        self._by = tuple(f" {word} " for word in (*classes["by"], *classes["locative"]))

    def is_remembered(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether a deed after a cue only says whom or what it is about."""
        between = sentence.page.lower[cue.end : trigger.start]
        if self._is_of_the_day_kept(sentence.page, cue, trigger, between):
            return True
        if any(is_new(found, sentence, cue.end) for found in sentence.dates):
            return False
        if self._reality.is_relative(sentence, trigger):
            return True
        words = between.replace(",", " ").split()
        first = sentence.page.words_of(trigger)[0]
        if not self._telling.isdisjoint((*words, first)):
            return False
        if not first.endswith(self._past_endings):
            return len(words) <= _WORDS_OF_A_NAME
        return sentence.page.lower[trigger.end : trigger.end + _CLOSE].startswith(self._by)

    def _is_of_the_day_kept(self, page: Page, cue: Hit, trigger: Hit, between: str) -> bool:
        """Whether it is a deed's "anniversary of the attack", whatever day that was kept on."""
        is_near = "," not in between and len(between.split()) <= _WORDS_OF_A_NAME
        is_past = page.phrase(trigger).endswith(self._past_endings)
        return is_near and not is_past and page.phrase(cue) in self._yearly


def is_new(found: DateFound, sentence: Sentence, start: int) -> bool:
    """Whether a date from an offset on is a day of the last weeks."""
    value, published = found.value, sentence.findings.published
    if found.start < start or value is None or value.last is None:
        return False
    is_long_ago = published is not None and value.last < published.first - _LONG_AGO
    return not is_long_ago and value.precision is not DatePrecision.VAGUE

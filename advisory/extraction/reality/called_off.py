"""Whether words of calling off are said of a deed, and whether they are meant.

"Called off its strike" and "the march on Friday has been cancelled" are said of it; "flights were
cancelled ahead of the strike" is not, nor are the classes that "were cancelled" beside one march.
Who was urged to call it off, refused to, or may yet, has not.
"""

from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar

_OBJECT, _AFTER, _LEAD, _BEFORE = 6, 110, 3, 60  # words, characters, words, characters


class CalledOff:
    """Judges words of calling off by the small words of one language."""

    def __init__(self, grammar: Grammar, reality: Reality) -> None:
        classes, words = grammar.classes, grammar.words
        self._is_broken = reality.is_broken
        away = (*classes["preposition"], *classes["no_object"])
        self._away = frozenset(away) - words("of")
        self._one, self._many = words("singular_helpers"), words("be_plural", "have_plural")
        self._modal = words("modal") - words("will")
        self._it, self._still_on = words("it_again"), words("still_on")
        self._agreed, self._infinitive = words("agreed_to"), words("infinitive")
        self._lifting, self._lowered = classes["warning_over"], words("lowered_only")
        self._never_begun, self._being = words("never_begun"), words("be", "be_plural")

    def is_of(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        """Whether the words are said of this deed."""
        if cue.start < trigger.end and trigger.start < cue.end:
            return True  # "called off its strike"
        if not self._it.isdisjoint(page.words_of(cue)):
            return trigger.end <= cue.start  # "planned a march but put it off"
        if cue.end <= trigger.start:
            between = page.between(cue.end, trigger.start)
            is_object = len(between) <= _OBJECT and self._away.isdisjoint(between)
            return is_object and not self._is_broken(page, cue.end, trigger.start)
        if cue.start - trigger.end > _AFTER or self._is_broken(page, trigger.end, cue.start):
            return False
        lead = page.between(trigger.end, cue.end)
        is_many = trigger.form == "nouns"
        return (self._one if is_many else self._many).isdisjoint(lead[-_LEAD - 1 :])

    def is_unsaid(self, sentence: Sentence, cue: Hit) -> bool:
        """Whether it has not been called off: "refused to call off", "may be called off"."""
        before = sentence.page.lower[max(sentence.start, cue.start - _BEFORE) : cue.start]
        words = before.replace(";", ",").rpartition(",")[2].split()
        may_be = self._still_on.isdisjoint(words) and self._modal.isdisjoint(words[-_LEAD:])
        if not may_be:
            return True
        return not self._infinitive.isdisjoint(words[-1:]) and self._agreed.isdisjoint(words)

    def is_plan(self, page: Page, cue: Hit) -> bool:
        """Whether they are said of what has not begun: a march may be called off midway."""
        return not self._never_begun.isdisjoint(page.words_of(cue))

    def is_lifted(self, page: Page, cue: Hit) -> bool:
        """Whether a warning is over, and not only lower than it was."""
        return self._lowered.isdisjoint(page.words_of(cue))

    def verb(self, sentence: Sentence, cue: Hit) -> Hit:
        """Return the verb of it: that in front of a warning, "lifted all typhoon warnings"."""
        before = sentence.page.lower[sentence.start : cue.start]
        spans = ((before.rfind(f" {word} ") + 1, word) for word in self._lifting if cue.grade)
        at, word = max(spans, default=(0, ""))
        start = sentence.start + at
        return cue._replace(start=start, end=start + len(word)) if at else cue

    def is_active(self, sentence: Sentence, cue: Hit) -> bool:
        """Whether who stands in front calls it off: not "was called off"."""
        words = sentence.page.lower[max(sentence.start, cue.start - _BEFORE) : cue.end].split()
        inside = sentence.page.words_of(cue)
        return self._being.isdisjoint((*words[: len(words) - len(inside)][-_LEAD:], *inside[:2]))

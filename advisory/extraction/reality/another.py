"""What says that a sentence tells of another deed than the one before, or counts it among others.

"Another attack", "was also kidnapped", "In a separate incident, men shot": a further one. "He is
the third judge to be murdered": one of several, and the one just told of.
"""

from advisory.extraction.dates.days import SPEECH
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.breaks import ClauseBreaks
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar

_CLOSE, _WORDS_OF_A_LEAD, _WORDS_OF_A_VERB = 30, 2, 3
_WORDS_OF_A_COUNT = 16  # "is the first time that a nun of the order has been"


class Another:
    """Tells further deeds by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._is_broken = ClauseBreaks(grammar).is_between
        self._leads, self._meanwhile = words("definite", "demonstrative"), classes["meanwhile"]
        self._soon_after, self._also = classes["soon_after"], words("also")
        self._in_addition = tuple(f"{words}," for words in classes["in_addition"])
        self._in_another = tuple(f"{words} " for words in classes["in_another"])
        self._further = words("further")
        led, the = any_of(classes["in_the_capital"]), any_of(classes["definite"])
        town = any_of(classes["that_town"])
        self._there = Pattern(rf"\b(?:{led})\s+(?:{the})\s+(?:same\s+)?(?:{town})(?:[,.;]|\s|$)")
        self._of = tuple(f" {word} " for word in classes["of"])
        self._counting = words("article").union(grammar.numbers)
        self._that = classes["reported_words"][0]
        self._being, self._nth = words("be", "be_plural"), words("ordinals", "latest")

    def is_nth(self, opening: str) -> bool:
        """Whether it is counted among others: "was the third murder", "is the first to be shot"."""
        words = opening.split()[-_WORDS_OF_A_COUNT:]
        return not self._nth.isdisjoint(words) and any(
            nth in self._nth and the in self._leads and self._being.intersection((was,))
            for was, the, nth in zip(words, words[1:], words[2:], strict=False)
        )

    def is_apart(self, page: Page, start: int) -> bool:
        """Whether a sentence begins a further story: "Meanwhile, ...", "Elsewhere, ..."."""
        return page.lower[start : start + _CLOSE].replace("\n", " ").startswith(self._meanwhile)

    def is_soon_after(self, page: Page, start: int) -> bool:
        """Whether a sentence tells what came next: "Hours later, ..."."""
        return page.lower[start : start + _CLOSE].replace("\n", " ").startswith(self._soon_after)

    def is_there(self, page: Page, start: int, end: int) -> bool:
        """Whether it is told of a town told before: "dropped bombs on the town"."""
        found = self._there.first(page.lower[start:end])
        return found is not None and not page.lower.startswith(self._of, start + found.end - 1)

    def is_another(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether "another attack" is told, "was also kidnapped", "In another action, men shot"."""
        page = sentence.page
        before = page.before(trigger.start, _CLOSE, sentence.start)
        if self._further & set(before[-_WORDS_OF_A_LEAD:]):
            return True
        if page.lower.startswith(self._in_another, sentence.start):
            return True
        is_one_more = page.lower.startswith(self._in_addition, sentence.start)
        begin = page.behind(sentence.start, _CLOSE)
        begin = begin[begin[0] in self._counting :]  # "a second man", "two other nuns"
        is_one_more = is_one_more or not self._further.isdisjoint(begin[:1])
        is_one_more = is_one_more and self._leads.isdisjoint(before[-1:])  # "hurt in the clashes"
        inside = page.words_of(trigger)  # "demonstrations were also held"
        is_also = not self._also.isdisjoint((*before[-_WORDS_OF_A_VERB:], *inside))
        return trigger.grade != "weak" and (is_one_more or is_also)

    def is_also_said(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether what follows is told on top: "it was also reported that gunmen kidnapped two".

        "Police also said that the gunmen fled" goes on with those already told of.
        """
        said = [hit for hit in sentence.cues_of(*SPEECH) if hit.end <= trigger.start]
        if not said or trigger.grade == "weak":
            return False
        around = sentence.page.lower[max(sentence.start, said[0].start - _CLOSE // 2) : said[0].end]
        if not self._also & set(around.split()):
            return False
        what = sentence.page.lower[said[0].end : trigger.start].split()
        told = what[what.index(self._that) + 1 :] if self._that in what else what
        if not told or self._leads & {told[0], *told[-_WORDS_OF_A_LEAD:]}:
            return False
        return not self._is_broken(sentence.page, said[0].end, trigger.start)

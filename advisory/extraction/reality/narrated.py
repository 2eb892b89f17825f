"""What is told as it is in a story, a picture or a figure of speech, and not as news.

News is told in the past. "A gang kidnaps the wrong twin", "a frigate is seized by pirates" is the
plot of a film, what a painting shows or what gangs do, unless a headline says so, or a day or how
many fell is told.
Who "called it an ambush" gives a name to something, and nothing is ambushed there.
"""

from advisory.extraction.groups import KILLINGS, VIOLENT
from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar

_SCOPE, _CLOSE, _WORDS_OF_A_NAME = 80, 40, 4
_ENDS = (".", "!", "?", '"', ")")


class Narrated:
    """Tells stories from news by the tenses and the small words of one language."""

    def __init__(self, grammar: Grammar, reality: Reality) -> None:
        classes, words = grammar.classes, grammar.words
        self._reality = reality
        self._present, self._past_endings = words("present"), classes["past_endings"]
        self._doing, self._third = classes["doing_endings"], classes["present_endings"]
        self._naming, self._named = words("naming"), words("pronoun", "demonstrative")
        self._objects = words("article", "definite")
        self._articles = words("article", "subordinate")

    def is_narrated(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a trigger only names something, or stands in the present without a day."""
        if trigger.id not in VIOLENT or sentence.is_headline or sentence.page.is_shouted:
            return False
        before = sentence.page.before(trigger.start, _CLOSE, sentence.start)
        return self._is_name_given(before) or (
            self._is_present(sentence.page, trigger, before)
            and sentence.page.plain[sentence.end - 1] in _ENDS
            and not self._is_dated(sentence, trigger)
            and not any(toll.count.low > 1 for toll in sentence.tolls)
        )

    def _is_name_given(self, before: list[str]) -> bool:
        """Whether somebody "called it an", "described this as an", whatever follows."""
        words = before[-_WORDS_OF_A_NAME:]
        at = next((n for n, word in enumerate(words) if word in self._naming), None)
        if at is None or not self._articles & set(words[at + 1 :]):
            return False
        return bool(self._named & set(words[at + 1 : at + 2]))

    def _is_present(self, page: Page, trigger: Hit, before: list[str]) -> bool:
        """Whether "kidnaps" is told, or "is kidnapped"; imports "are killing" weavers."""
        words = page.words_of(trigger)
        endings = self._doing if trigger.id in KILLINGS else ()
        if self._present & {*before[-1:]} and words[0].endswith(self._past_endings + endings):
            return True
        if not words[-1].endswith(self._third):
            return False
        after = page.behind(trigger.end, _CLOSE)[:1]
        return trigger.form == "verb" or not self._objects.isdisjoint(after)

    def _is_dated(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a day follows in the clause: a headline that stands alone."""
        return any(
            found.value
            and 0 <= found.start - trigger.end <= _SCOPE
            and not self._reality.is_broken(sentence.page, trigger.end, found.start)
            for found in sentence.dates
        )

"""What a sentence speaks of and does not tell: a deed meant, done to nobody, or long known.

A cue of a plan makes what follows it unreal (`unreal`), but a day may part both: "vowed on Friday
to burn the school". "To behead any teacher" is said of no teacher, and "one in five women had been
attacked" of none of them. "The man who took a clerk hostage was denied parole on Monday" tells of
the man: the day is that of his case.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from advisory.extraction.dates.dates import DateFound
from advisory.extraction.reality.reality import BY_THE_LAW
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Lexicon

_WORDS_OF_A_SUBJECT, _A_YEAR = 6, timedelta(days=364)  # from its first day to its last
_BLOCKADE, _STRIKE = "blockade", "strike_action"
_WORDS_OF_A_LEAD = 2  # "vowed on", before a day


_GRAVE = "mass_grave"


class Untold:
    """Tells such deeds by the cues and the small words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        classes = lexicon.grammar.classes
        to = [f" {word}" for word in classes["infinitive"]]
        self._to = frozenset(classes["infinitive"])
        self._plans = frozenset(
            words.removesuffix(end)
            for words in lexicon.cues["irrealis"]
            for end in to
            if words.endswith(end)
        )
        self._numbers = frozenset(lexicon.grammar.numbers)
        self._the = frozenset(classes["definite"])
        self._of_all = classes["out_of"]
        self._example = tuple(f" {words} " for words in classes["example"])
        self._any = tuple(f" {word} " for word in classes["any"])
        self._courts = frozenset(classes["courts"])
        self._heard = frozenset(classes["heard"])
        self._relative = frozenset(classes["relative"])
        self._strike_over = tuple(classes["strike_over"])
        self._undone = frozenset(classes["undone"])
        self._gone = classes["gone"]
        self._main = frozenset((*classes["past"], *classes["be"], *classes["be_plural"]))
        self._past_endings = tuple(classes["past_endings"])

    def is_untold(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a trigger tells of no deed."""
        before = page.lower[sentence.start : trigger.start].split()
        return (
            self._is_of_a_share(page, sentence)
            or self._is_intended(page, sentence, trigger, before)
            or self._is_of_the_subject(page, sentence, trigger, before)
            or self._is_evidence(page, sentence, trigger)
            or self._is_undone(page, sentence, trigger)
            or self._is_somebody_gone(page, sentence, trigger)
            or self._is_of_those_known(sentence, trigger, before)
            or (trigger.id == "murder" and sentence.has(_GRAVE) and not _kills(sentence, trigger))
        )

    def _is_somebody_gone(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether who "went missing" is no aircraft: it only looks for them, and stands behind."""
        if not page.lower[trigger.start : trigger.end].startswith(self._gone):
            return False
        near = (hit.start for hit in sentence.of("near") if hit.id == trigger.id)
        return min(near, default=trigger.start) > trigger.start

    def _is_of_those_known(self, sentence: Sentence, trigger: Hit, before: Sequence[str]) -> bool:
        """Whether somebody died of a deed told before: "one of the wounded died on Tuesday"."""
        if trigger.grade != "weak" or self._the.isdisjoint(before[-1:]):
            return False
        return any(
            sentence.tokens[toll.first].start < trigger.start < sentence.tokens[toll.last].end
            for toll in sentence.tolls
            if toll.has_lingered
        )

    def _is_intended(
        self, page: Page, sentence: Sentence, trigger: Hit, before: Sequence[str]
    ) -> bool:
        """Whether it is only planned, "on Monday to burn" or "acts such as", or said of anybody."""
        is_past = page.lower[trigger.start : trigger.end].endswith(self._past_endings)
        is_example = page.lower.endswith(self._example, sentence.start, trigger.start)
        if is_example and (trigger.form == "nouns" or not is_past):
            return True
        is_of_any = page.lower.startswith(self._any, trigger.end)
        if is_of_any and trigger.form == "verb" and not is_past:
            return True
        return not self._to.isdisjoint(before[-1:]) and any(
            page.lower[found.end : trigger.start].strip() in self._to
            and not self._plans.isdisjoint(
                page.lower[sentence.start : found.start].split()[-_WORDS_OF_A_LEAD:]
            )
            for found in sentence.dates
            if found.end < trigger.start
        )

    def _is_of_the_subject(
        self, page: Page, sentence: Sentence, trigger: Hit, before: Sequence[str]
    ) -> bool:
        """Whether a deed only says who it is of whom something else is told, with its day."""
        is_near = len(before) <= _WORDS_OF_A_SUBJECT and not self._relative.isdisjoint(before[1:])
        if not is_near or sentence.has_toll or trigger.form in NOUNS:
            return False
        after = [found for found in sentence.dates if found.start > trigger.end]
        if after[1:] and _is_a_year_long_over(sentence, after[0]):
            return True
        end = after[0].start if after else sentence.end
        return not self._main.isdisjoint(page.lower[trigger.end : end].split())

    def _is_evidence(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a court hears of it: "the jury in Gao heard how he had stabbed a clerk"."""
        if trigger.id in BY_THE_LAW:
            return False
        if self._courts.isdisjoint(page.words(sentence.start, sentence.end)):
            return False
        words = page.lower[sentence.start : sentence.end].split()
        court = next((at for at, word in enumerate(words) if word in self._courts), len(words))
        return any(
            word in self._heard and self._main.isdisjoint(words[at - 1 : at])
            for at, word in enumerate(words[court + 1 :], court + 1)
        )

    def _is_undone(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a blockade or a strike is over: "cleared two blockades"."""
        words = page.lower[trigger.start : trigger.end]
        if trigger.id == _STRIKE:
            behind = page.lower[trigger.end : sentence.end].rstrip(".").split()[:1]
            return words.startswith(self._strike_over) or not self._undone.isdisjoint(behind)
        if trigger.id != _BLOCKADE or words.endswith(self._past_endings):
            return False
        before = page.lower[sentence.start : trigger.start].split()[-_WORDS_OF_A_SUBJECT:]
        after = page.lower[trigger.end : sentence.end].split()[: 2 * _WORDS_OF_A_SUBJECT]
        is_passive = any(
            is_ in self._main and done in self._undone for is_, done in pairwise(after)
        )
        return is_passive or not self._undone.isdisjoint(before)

    def _is_of_a_share(self, page: Page, sentence: Sentence) -> bool:
        """Whether a survey counts them: "one in five women said she had been attacked"."""
        few, of, all_ = (page.lower[sentence.start : sentence.end].split(" ", 3) + [""] * 3)[:3]
        return of in self._of_all and {few, all_} <= self._numbers


def _kills(sentence: Sentence, trigger: Hit) -> bool:
    """Whether a word itself says that somebody was killed, not only that bodies were found."""
    return any(hit.start == trigger.start for hit in sentence.of("harm"))


def _is_a_year_long_over(sentence: Sentence, found: DateFound) -> bool:
    value, published = found.value, sentence.findings.published
    if value is None or not (value.first and value.last) or published is None:
        return False
    return value.first + _A_YEAR <= value.last < published.first

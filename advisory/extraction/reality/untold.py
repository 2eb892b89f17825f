"""What a sentence speaks of and does not tell: a deed meant, done to nobody, or long known.

A cue of a plan makes what follows it unreal (`unreal`), but a day may part both: "vowed on Friday
to burn the school".
"""

from collections.abc import Sequence
from itertools import pairwise

from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Lexicon

_WORDS_OF_A_SUBJECT = 6
_BLOCKADE, _STRIKE = "blockade", "strike_action"
_WORDS_OF_A_LEAD = 2  # "vowed on", before a day


_GRAVE, _MURDER, _NATURAL = "mass_grave", "murder", "natural"


class Untold:
    """Tells such deeds by the cues and the small words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        classes, words = lexicon.grammar.classes, lexicon.grammar.words
        to = [f" {word}" for word in classes["infinitive"]]
        self._to = words("infinitive")
        self._plans = frozenset(
            words.removesuffix(end)
            for words in lexicon.cues["irrealis"]
            for end in to
            if words.endswith(end)
        )
        self._numbers = frozenset(lexicon.grammar.numbers)
        self._the, self._of_all = words("definite"), classes["out_of"]
        self._example = tuple(f" {words} " for words in classes["example"])
        self._strike_over, self._undone = classes["strike_over"], words("undone")
        self._gone, self._main = classes["gone"], words("past", "be", "be_plural")
        self._past_endings, self._than = classes["past_endings"], words("than")

    def is_untold(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a trigger tells of no deed."""
        before = sentence.page.between(sentence.start, trigger.start)
        return (
            self._is_of_a_share(sentence)
            or self._is_intended(sentence, trigger, before)
            or self._is_undone(sentence, trigger)
            or self._is_somebody_gone(sentence, trigger)
            or self._is_of_those_known(sentence, trigger, before)
            or self._is_compared(sentence, trigger, before)
            or (trigger.id == _MURDER and sentence.has(_GRAVE) and not _kills(sentence, trigger))
            or (trigger.id == _MURDER and _is_of_nature(sentence, trigger))
        )

    def _is_somebody_gone(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether who "went missing" is no aircraft: it only looks for them, and stands behind."""
        if not sentence.page.phrase(trigger).startswith(self._gone):
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

    def _is_compared(self, sentence: Sentence, trigger: Hit, before: Sequence[str]) -> bool:
        """Whether it is so on any day: "crashes kill more than malaria", not "more than 20"."""
        if before or trigger.form != "nouns" or sentence.is_headline or sentence.dates:
            return False
        return any(
            than in self._than and not (what in self._numbers or what[:1].isdigit())
            for than, what in pairwise(sentence.page.between(trigger.end, sentence.end))
        )

    def _is_intended(self, sentence: Sentence, trigger: Hit, before: Sequence[str]) -> bool:
        """Whether it is only planned, "on Monday to burn" or or "acts such as"."""
        is_past = sentence.page.phrase(trigger).endswith(self._past_endings)
        is_example = sentence.page.lower.endswith(self._example, sentence.start, trigger.start)
        if is_example and (trigger.form == "nouns" or not is_past):
            return True
        return not self._to.isdisjoint(before[-1:]) and any(
            sentence.page.lower[found.end : trigger.start].strip() in self._to
            and not self._plans.isdisjoint(
                sentence.page.between(sentence.start, found.start)[-_WORDS_OF_A_LEAD:]
            )
            for found in sentence.dates
            if found.end < trigger.start
        )

    def _is_undone(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a blockade or a strike is over: "cleared two blockades"."""
        words = sentence.page.phrase(trigger)
        if trigger.id == _STRIKE:
            clause = sentence.page.lower[trigger.end : sentence.end].rstrip(".").partition(",")[0]
            behind = clause.split()[:_WORDS_OF_A_SUBJECT]  # "the strike in Gao ended"
            return words.startswith(self._strike_over) or not self._undone.isdisjoint(behind)
        if trigger.id != _BLOCKADE or words.endswith(self._past_endings):
            return False
        before = sentence.page.between(sentence.start, trigger.start)[-_WORDS_OF_A_SUBJECT:]
        after = sentence.page.between(trigger.end, sentence.end)[: 2 * _WORDS_OF_A_SUBJECT]
        is_passive = any(
            is_ in self._main and done in self._undone for is_, done in pairwise(after)
        )
        return is_passive or not self._undone.isdisjoint(before)

    def _is_of_a_share(self, sentence: Sentence) -> bool:
        """Whether a survey counts them: "one in five women said she had been attacked"."""
        few, of, all_ = (sentence.page.phrase(sentence).split(" ", 3) + [""] * 3)[:3]
        return of in self._of_all and {few, all_} <= self._numbers


def _is_of_nature(sentence: Sentence, trigger: Hit) -> bool:
    """Whether "killing" is what came of it: "a wall fell on a family, killing all of them"."""
    before = (cue.end for cue in sentence.cues_of(_NATURAL))
    return trigger.form in NOUNS and any(end <= trigger.start for end in before)


def _kills(sentence: Sentence, trigger: Hit) -> bool:
    """Whether a word itself says that somebody was killed, not only that bodies were found."""
    return any(hit.start == trigger.start for hit in sentence.of("harm"))

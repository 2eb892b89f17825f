"""The words between a thing and what is said of it, and the small ones right before that.

What stands in commas is left out, and so is a day; in another clause nothing is said of the thing.
"""

from collections.abc import Sequence

from advisory.extraction.conditions.pairing import REACH, SAID
from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar

_LEAD, _AUXILIARIES = 3, 6  # words before
_CLOSE = 40  # characters


class Between:
    """Finds them by the small words of one language."""

    def __init__(self, grammar: Grammar, reality: Reality) -> None:
        classes, words = grammar.classes, grammar.words
        self._reality = reality
        self._to_be = words("be", "be_plural", "going_on", "made_to")
        small = words("to_come", "not", "not_yet", "have", "have_plural", "adverb", "long_since")
        since = {phrase.split()[-1] for phrase in classes["since_then"]}
        self.small = self._to_be | small | since  # "has since reopened"
        self._which, self._that = words("relative"), words("relative_that")
        self._opening = self._which | self._that
        self._articles = words("article", "definite")
        self._to = words("other_side") - words("preposition")
        self._on = tuple(f" {word}" for word in classes["along"])
        self._voted, self._measures = words("voted"), words("measures")
        self._hedges, self._adverbial = words("hedge_endings"), tuple(grammar.adverb_endings)
        self.prepositions = words("preposition") - words("of") - words("clause_breaks")
        self._leading = self.prepositions | words("other_side")

    def words(self, sentence: Sentence, thing: Hit, verb: Hit) -> list[str] | None:
        """Return the words from a thing to what is said of it, or None in another clause.

        What stands in commas is left out: "the road, which floods had cut, reopened".
        """
        start, end = min(thing.end, verb.end), max(thing.start, verb.start)
        subject, *asides = sentence.page.lower[start:end].split(",")
        words = subject.split()
        away = sentence.page.phrase(thing).rpartition(" ")[2]  # "traffic between"
        is_short = not words or not self._leading.isdisjoint((away, words[0]))
        lead, last = list(self.lead(sentence, verb)), asides[-1].split() if asides else []
        later = any(h.id == verb.id and h.start > verb.start for h in sentence.of("conditions"))
        is_last = verb.grade != "lifted" or not later  # not "which reopened, was shut again"
        is_own = is_last and last[1:] == lead and not self._which.isdisjoint(last[:1])
        if is_short and (is_own or (asides[1:] and last == lead)):
            return [*words, *lead]
        is_who = not self._which.isdisjoint(words[:1]) and words[1:] == lead
        if is_who and verb.form == SAID:
            return lead  # "the people who fled"
        if self._reality.is_broken(sentence.page, start, end):
            return None
        return self._without_days(sentence, start, end)

    def _without_days(self, sentence: Sentence, start: int, end: int) -> list[str]:
        """Return words without the day among them: "lifted on Monday the curfew"."""
        words = sentence.page.lower[start:end]
        for day in reversed(sentence.own_dates):
            if start <= day.start and day.end <= end:
                before = words[: day.start - start].rstrip()
                lead = next((w for w in self._on if before.endswith(w)), "")
                words = f"{before.removesuffix(lead)} {words[day.end - start :]}"
        return words.replace(",", " ").split()

    def lead(self, sentence: Sentence, verb: Hit) -> tuple[str, ...]:
        """Return the small words right before a word: "will have been"."""
        before = sentence.page.before(verb.start, REACH, sentence.start)
        lead: list[str] = []
        for word in reversed(before[-_AUXILIARIES:]):
            if word not in self.small and not word.endswith(self._adverbial):
                break
            lead.insert(0, word)
        voted = not self._voted.isdisjoint(before[: len(before) - len(lead)][-1:])
        return () if voted else tuple(lead)  # "voted to lift it" lifts it

    def follows_preposition(self, sentence: Sentence, thing: Hit) -> bool:
        """Whether a thing is only where something else was: "shops on the main road"."""
        before = sentence.page.lower[max(sentence.start, thing.start - _CLOSE) : thing.start]
        words = before.replace(";", ",").replace(":", ",").rpartition(",")[2].split()[-_LEAD:]
        said = max((at for at, word in enumerate(words) if word in self._opening), default=-1)
        return self.is_led(words[said + 1 :]) or self._is_far_end(sentence, thing, words)

    def _is_far_end(self, sentence: Sentence, thing: Hit, words: Sequence[str]) -> bool:
        """Whether something leads to a thing: "the road to the airport", "open to buses"."""
        is_named = any(place.end + 1 == thing.start for place in sentence.places)
        is_article = not self._articles.isdisjoint(words[-1:])
        *before, last = ["", "", *(words[:-1] if is_named or is_article else words)]
        is_to = last in self._to and before[-1] not in self._measures  # "access to"
        return is_to and thing.grade != SAID

    def is_at_a_place(self, sentence: Sentence, thing: Hit) -> bool:
        """Whether only a place stands before a thing: "In Gao bread is scarce"."""
        before = next((p for p in sentence.places if p.end + 1 == thing.start), None)
        return before is not None and len(sentence.page.between(sentence.start, before.start)) == 1

    def is_led(self, words: Sequence[str]) -> bool:
        """Whether a preposition leads away: not that of "restrictions on", "around 40 roads"."""
        return any(
            word in self.prepositions
            and words[max(0, at - 1)] not in self._measures
            and not (behind[:1].isdigit() or behind in self._hedges)
            for at, word in enumerate(words)
            for behind in (words[at + 1] if at + 1 < len(words) else "",)
        )

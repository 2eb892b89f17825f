"""Whether a deed is no more than what somebody is charged with, tried or sentenced for.

What a court speaks of is long known. What is in the past again after the charge is told as a fact,
"a man on trial for murder was shot dead", and a deed named with its victims has been done, whoever
is suspected of it: "implicated in the murder of six priests".
"""

from advisory.extraction.dates.dates import FULL
from advisory.extraction.groups import BY_THE_LAW
from advisory.extraction.reality.reality import Reality
from advisory.extraction.reality.remembered import is_new
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import toll_span
from advisory.rulebook.lexicon import Grammar

_SCOPE, _CLOSE, _WORDS_OF_A_LEAD, _WORDS_OF_A_VERB = 80, 30, 2, 3
_HOLDING = 40  # characters from "hold" to "responsible"
_AS_THAT = 8  # characters: " which "


class Charges:
    """Judges what stands beside a word of the court by the small words of one language."""

    def __init__(self, grammar: Grammar, reality: Reality) -> None:
        classes, words = grammar.classes, grammar.words
        self._reality = reality
        self._past, self._being = words("past"), words("be", "be_plural")
        self._articles = words("article", "definite")
        self._suspecting, self._blamed = words("suspecting"), words("blamed_words")
        self._doing = classes["doing_endings"]
        self._counting = words("article").union(grammar.numbers)
        self._charging = tuple(f" {word}" for word in classes["charging"])
        self._and, self._past_endings = words("and"), classes["past_endings"]
        self._joining = words("relative", "subordinate")
        self._relative = words("relative", "demonstrative")
        self._who, self._verdicts = words("relative"), words("verdicts")

    def is_mere(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether a cue of the court makes a deed no more than what somebody is tried for."""
        if trigger.end <= cue.start:
            return self._is_judged(sentence, cue, trigger)
        near = trigger.start - cue.end <= 2 * _SCOPE and trigger.id not in BY_THE_LAW
        return near and not (
            self._is_attribute(sentence, cue)
            or self._is_resumed(sentence.page.lower[cue.end : trigger.start])
            or self._is_begun(sentence.page, cue, trigger)
            or self._is_done_to(sentence.page, cue, trigger)
            or self._is_done_to_who(sentence, cue, trigger)
            or self._is_known_deed(sentence, cue, trigger)
            or self._has_dead(sentence, trigger)
            or self._is_dated_anew(sentence, cue, trigger)
        )

    def _is_judged(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether a verdict is told of who did it, on no day: "the man who shot two was jailed".

        In "gunmen killed two who were on trial" it is told of others.
        """
        page = sentence.page
        if self._verdicts.isdisjoint((page.phrase(cue), *page.words_of(cue))):
            return False
        lead = page.between(sentence.start, trigger.start)
        verb = page.before(cue.start, _CLOSE, trigger.end)[-_WORDS_OF_A_VERB:]
        is_of_him = self._who.isdisjoint(verb) and not self._relative.isdisjoint(lead)
        return is_of_him and not any(
            trigger.end <= one.start < cue.start for one in sentence.own_dates
        )

    def _is_attribute(self, sentence: Sentence, cue: Hit) -> bool:
        """Whether a verdict only says who acts: "the convicted men's sons set it alight"."""
        before = sentence.page.before(cue.start, _CLOSE, sentence.start)
        is_past = sentence.page.phrase(cue).endswith(self._past_endings)
        return is_past and not self._articles.isdisjoint(before[-1:])

    def _is_resumed(self, between: str) -> bool:
        """Whether a clause is over: "the man, accused of a theft, was shot dead"."""
        _, comma, last = between.rpartition(",")
        words = last.split()
        return bool(comma and words) and words[0] in self._being and len(words) <= _WORDS_OF_A_VERB

    def _is_begun(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        """Whether another clause tells a deed: "worst in the history of crime, men abducted"."""
        if trigger.form in NOUNS or not page.words_of(trigger)[0].endswith(self._past_endings):
            return False
        _, comma, last = page.lower[cue.end : trigger.start].rpartition(", ")
        words = last.split()
        is_subject = 0 < len(words) <= _WORDS_OF_A_VERB
        others = self._joining | self._and | self._past
        return bool(comma) and is_subject and others.isdisjoint(words)

    def _is_done_to(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        """Whether a charge only says who: "a man on trial for murder was shot dead"."""
        if not page.phrase(cue).endswith(self._charging):
            return False
        before = page.between(cue.end, trigger.start)
        is_passive = bool(self._being & {*before[-1:], *page.words_of(trigger)[:1]})
        return is_passive and bool(before) and not self._joining & set(before)

    def _is_done_to_who(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether a verdict only says who: "a judge who had jailed two was found strangled"."""
        lead = sentence.page.before(cue.start, _CLOSE, sentence.start)
        if self._joining.isdisjoint(lead[-_WORDS_OF_A_VERB:]):
            return False
        before = sentence.page.between(cue.end, trigger.start)
        deed = sentence.page.words_of(trigger)
        is_passive = bool(self._being & {*before[-_WORDS_OF_A_LEAD:], deed[0]})
        is_told = trigger.form not in NOUNS and len(before) >= _WORDS_OF_A_VERB
        return is_passive and is_told and not self._joining & set(before)

    def _is_known_deed(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether only who did it is in doubt: "suspected of killing Ann Bo".

        Where they were arrested for it the arrest is told.
        """
        held = (hit.end for hit in sentence.cues_of("holding"))
        is_blame = any(0 < cue.start - end <= _HOLDING for end in held)  # "holds X responsible for"
        if not is_blame and " ".join(sentence.page.words_of(cue)) not in self._suspecting:
            return False
        if any(hit.id in BY_THE_LAW and hit.grade == "strong" for hit in sentence.of("triggers")):
            return False
        deed = sentence.page.phrase(trigger)
        is_doing = trigger.start - cue.end <= 1 and deed.endswith(self._doing)
        if not (is_doing or self._reality.is_described(sentence.page, trigger)):
            return False
        words = sentence.page.named[trigger.end : trigger.end + _CLOSE].split()
        victim = words[0] if is_doing and words else "".join(words[1:2])
        return victim[:1].isupper() or victim.lower() in self._counting or victim[:1].isdigit()

    def _has_dead(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a deed is told with its dead and its day: "laying the bomb that killed nine"."""
        that = sentence.page.behind(trigger.end, _CLOSE)[:1]
        lead = sentence.page.before(trigger.start, _CLOSE, sentence.start)[-1:]
        is_noun = trigger.form in NOUNS or not self._articles.isdisjoint(lead)  # "the bomb"
        if not is_noun or self._relative.isdisjoint(that):
            return False
        dead = (toll_span(sentence, toll)[0] for toll in sentence.tolls if toll.harm == "killed")
        return any(0 < start - trigger.end <= _AS_THAT for start in dead) and any(
            is_new(found, sentence, trigger.end) for found in sentence.dates
        )

    def _is_dated_anew(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether a charge names a deed of these weeks: "held for the murder of Bo on 16 May".

        A weekday may be the court's, where it is not mere blame: "responsible for the murder of".
        """
        is_blame = sentence.page.phrase(cue) in self._blamed - self._suspecting
        return self._reality.is_described(sentence.page, trigger) and any(
            (found.weight >= FULL or is_blame)
            and is_new(found, sentence, trigger.end)
            and not self._reality.is_broken(sentence.page, trigger.end, found.start)
            for found in sentence.dates
        )

"""A state told of a thing, and whether it is told as a fact.

What will be closed is told only with its day, and what has not been lifted, or will be, is in
force. What is only spoken of, happens again and again or was only tried is none.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from advisory.extraction.conditions.pairing import BESIDE
from advisory.extraction.reality.reality import Reality
from advisory.extraction.reality.unreal import Unreal
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern
from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import ConditionKind
from advisory.rulebook.lexicon import Grammar

_LEAD = 3  # words before
_HOURS_OF_A_DAY = 24
_CLOSE = 40  # characters
ORDERED = frozenset({"curfew", "state_of_emergency", "entry_restricted"})
"""What is ordered from a day on, or for so long."""


class State(NamedTuple):
    """A state told of a thing, as one hit over both.

    `lead` are the small words before its verb, `words` these and the verb's: "will remain closed".
    `is_to_come` says that it is only to begin, or to end; `begun` is the word that tells its begin
    where this one tells its end.
    """

    hit: Hit
    thing: Hit
    verb: Hit
    lead: tuple[str, ...]
    words: tuple[str, ...]
    is_to_come: bool = False
    begun: Hit | None = None

    @property
    def is_lifted(self) -> bool:
        """Whether it is over."""
        return self.hit.grade == "lifted"

    @property
    def is_bare(self) -> bool:
        """Whether it is over by words that do not say what is open again."""
        return self.is_lifted and self.thing is self.verb

    @property
    def is_to_begin(self) -> bool:
        """Whether it does not hold yet."""
        return self.is_to_come and self.verb.grade != "lifted"


class StateFacts:
    """Tells facts from talk by the small words of one language."""

    def __init__(self, grammar: Grammar, reality: Reality) -> None:
        classes, words = grammar.classes, grammar.words
        self._unreal = Unreal(grammar, reality)
        self._to_come, self._not = words("to_come"), words("not", "not_yet")
        self._no, self._infinitive = words("no"), words("infinitive")
        self._keeping, self._about = words("keeping"), words("about_words")
        self._trying, self._habitual = words("trying"), words("habitually")
        self._partly, self._for_a_while = words("partly"), words("for_a_while")
        self._told = words("past", "have_plural")
        past = (*classes["past"], *classes["adverb"], *classes["stayed"])
        self._was = frozenset(past) - {*classes["have"], *classes["have_plural"]}
        in_part, hours = "|".join(classes["in_part"]), "|".join(classes["for_hours"])
        minutes = "|".join(classes["for_minutes"])
        self._in_part = Pattern(rf"^[^.,;]{{0,30}}\b(?:{in_part}|for (?:\w+ ){{1,2}}(?:{hours}))\b")
        few = r"(?:[a-z-]+|1?\d|2[0-3])"  # a day or more is no pause
        briefly = rf"(?:{few} ){{0,3}}(?:{hours})|(?:[a-z0-9-]+ ){{0,3}}(?:{minutes})"
        self._hours = Pattern(rf"^(?: [a-z]+){{0,2}} for (?:{briefly})\b")
        until, night = "|".join(classes["until_words"]), "|".join(classes["by_morning"])
        morning, halves = "|".join(classes["before_noon"]), "|".join(classes["after_noon"])
        clock = rf"\d\d?(?:[:.]\d\d)? ?(?:{morning})\b"
        word = rf"(?:[a-z0-9:-]+|(?:{morning}|{halves})\.)"
        self._by_morning = Pattern(
            rf"^(?: {word}){{0,9}} (?:(?:{until}) (?:\w+ )?{clock}|{night})\b"
        )
        to = "|".join((*classes["and"], *classes["other_side"], *classes["until_words"]))
        self._clock = Pattern(rf" [a-z0-9:.]+ (?:{to}) \d\d?[:.]\d\d\b")
        self._doing = classes["doing_endings"]
        self._blocking, self._past = words("blocking"), words("before_that")
        self._for_long = words("blocked_for_long")
        days = "|".join(s for s, hours in grammar.spans.items() if hours >= _HOURS_OF_A_DAY)
        self._days = Pattern(rf"\bfor (?:[a-z0-9-]+ ){{1,3}}(?:{days})s?\b")
        self._leads = words("article", "definite", "demonstrative").union(grammar.numbers)

    def grade(self, page: Page, hit: Hit, lead: Sequence[str], *, is_to_come: bool) -> str:
        """Return whether a thing is shut or open by the words said of it.

        What "will be" or "has not been" reopened is shut, and so is what is open only in part,
        "to one lane"; what "was shut for an hour", "until 3 am" or "briefly" is open again.
        """
        behind = page.lower[hit.end : hit.end + 2 * _CLOSE]
        if hit.grade == "lifted":
            is_in_part = not self._partly.isdisjoint(lead) or self._in_part.is_in(behind)
            is_shut = is_to_come or is_in_part or not self._not.isdisjoint(lead)
            return "in_force" if is_shut else "lifted"
        is_past = self._was.issuperset(lead)  # also "halted traffic for an hour"
        is_over = not self._for_a_while.isdisjoint(lead)
        is_night = self._hours.is_in(behind) or self._by_morning.is_in(behind)
        is_over = is_over or (is_past and is_night)
        return "lifted" if is_over and hit.id not in ORDERED else hit.grade

    def holds(self, sentence: Sentence, state: State) -> bool:
        """Whether it is told as a fact, or as a plan of those who decide."""
        page = sentence.page
        before = page.lower[max(sentence.start, state.thing.start - _CLOSE) : state.thing.start]
        last = page.between(sentence.start, state.verb.start)[-1:]
        if self._no & set(before.split()[-_LEAD:]) or self._habitual & set(last):
            return False
        if self._is_subject_of_talk(sentence, state.verb) or self._is_tried(page, state):
            return False
        if self._is_for_the_hour(sentence, state):
            return False
        if self._not & set(state.lead):
            return state.verb.grade == "lifted"
        if self._to_come & set(state.lead) or self._keeping & set(state.words):
            return not state.is_to_begin or (
                self._is_decided(page, state) and not self._is_for_hours(sentence, state)
            )
        return not self._unreal.is_unreal(self._without_plans(sentence, state), state.verb)

    def _without_plans(self, sentence: Sentence, state: State) -> Sentence:
        """Return a sentence without what was planned of it: "due to end, was extended".

        Nor with what had been so before it was over: "trains, halted at noon, ran again".
        """
        if not state.is_lifted and self._told.isdisjoint(state.lead[:1]):
            return sentence
        start, end = state.thing.end, state.verb.start
        plans = {h for h in sentence.cues_of("irrealis", "negation") if start <= h.start < end}
        kept = tuple(hit for hit in sentence.hits if hit not in plans)
        return replace(sentence, hits=kept) if plans else sentence

    def _is_subject_of_talk(self, sentence: Sentence, verb: Hit) -> bool:
        """Whether an act is only spoken of: "talks on reopening it", "closing it would cost"."""
        if verb.form not in BESIDE or not sentence.page.words_of(verb)[0].endswith(self._doing):
            return False
        before = sentence.page.between(sentence.start, verb.start)[-_LEAD:]
        told = [word for word in before if word not in self._leads]
        return not told or told[-1] in self._about

    def _is_tried(self, page: Page, state: State) -> bool:
        """Whether somebody only tried it: "police tried to clear the road"."""
        if self._infinitive.isdisjoint(state.lead):
            return False
        before = page.before(state.verb.start, _CLOSE)
        return not self._trying.isdisjoint(before[-len(state.lead) - 1 : -len(state.lead)])

    def _is_for_hours(self, sentence: Sentence, state: State) -> bool:
        """Whether it is only to be so for some hours of one day: "will be shut for an hour"."""
        behind = sentence.page.lower[state.hit.end : sentence.end]
        is_short = self._hours.is_in(behind) or self._clock.is_in(behind)
        is_often = not self._for_long.isdisjoint(behind.split())
        return is_short and not is_often and state.hit.id not in ORDERED

    def _is_for_the_hour(self, sentence: Sentence, state: State) -> bool:
        """Whether people only stood in the way: "protesters blocked the road".

        Not what they "have blocked", or since when, nor what fell across it, nor all roads.
        """
        page, verb = sentence.page, state.verb
        is_block = state.hit.id == ConditionKind.ROAD_CLOSED and not state.is_lifted
        if not is_block or page.words_of(verb)[0] not in self._blocking:
            return False
        if state.thing.end <= verb.start or not self._past.issuperset(state.lead):
            return False
        if any(day.is_since or day.until for day in sentence.dates):
            return False
        is_long = not self._for_long.isdisjoint(page.words(sentence.start, sentence.end))
        return not is_long and not self._days.is_in(page.lower[verb.end : sentence.end])

    def _is_decided(self, page: Page, state: State) -> bool:
        """Whether it will be so: "is to close", "airport to close", but not "vowed to close"."""
        between = page.between(state.thing.end, state.verb.start)
        is_beside = state.thing.end <= state.verb.start and len(between) == len(state.lead)
        return is_beside or state.lead[0] not in self._infinitive

"""What happened, told from what is planned, feared, denied or charged.

A cue of the lexicon works on a trigger that follows it closely in the same clause: "threatened to
attack" is no attack, "threatened the driver, and attacked" is one.
"""

from advisory.extraction.page import Page
from advisory.extraction.reality import BY_THE_LAW, Reality
from advisory.extraction.scan import Hit
from advisory.extraction.sentence import Sentence
from advisory.rulebook.lexicon import Grammar

_SCOPE, _AFTER, _CLOSE, _WORDS_OF_A_VERB = 80, 90, 30, 3
# What is told before it happens is an incident that is announced: a march, a strike, a storm.
_MAY_BE_ANNOUNCED = frozenset({"protest", "strike_action", "storm", "flood", "volcanic_eruption"})


class Unreal:
    """Judges triggers by the cues and the small words of one language."""

    def __init__(self, grammar: Grammar, reality: Reality) -> None:
        classes = grammar.classes
        self._reality = reality
        self._modals = frozenset(classes["modal"])
        self._past = frozenset(classes["past"])
        self._looked_into = frozenset(classes["looked_into"])
        self._verdicts = frozenset(classes["verdicts"])
        self._months = grammar.months
        self._being = frozenset((*classes["be"], *classes["be_plural"]))

    def is_unreal(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a cue makes this trigger a plan, a fear, a denial, a charge or a rule."""
        if sentence.has("announce") and trigger.id in _MAY_BE_ANNOUNCED:
            return False
        return self._is_tried(page, sentence, trigger) or any(
            self._makes_unreal(page, cue, trigger) for cue in sentence.of("cues")
        )

    def _is_tried(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a deed only says who is judged: "the man who strangled her was jailed"."""
        if trigger.id in BY_THE_LAW or not self._reality.is_relative(page, sentence, trigger):
            return False
        after = page.lower[trigger.end : min(sentence.end, trigger.end + _SCOPE)]
        return bool(self._verdicts & set(after.replace(",", " ").split()))

    def _makes_unreal(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        gap, after = trigger.start - cue.end, cue.start - trigger.end
        match cue.id:
            case "irrealis":
                near = 0 <= gap <= _SCOPE and not self._is_month(page, cue)
                return near and not (
                    self._reality.is_broken(page, cue.end, trigger.start)
                    or self._is_past_again(page, cue, trigger.start)
                    or self._is_presupposed(page, cue, trigger)
                )
            case "negation":
                near = 0 <= gap <= _CLOSE
                return near and not self._reality.is_broken(page, cue.end, trigger.start)
            case "court":
                near = 0 <= gap <= 2 * _SCOPE and trigger.id not in BY_THE_LAW
                return near and not self._is_resumed(page.lower[cue.end : trigger.start])
            case "irrealis_after":
                return 0 <= after <= _AFTER and ";" not in page.lower[trigger.end : cue.start]
        return False

    def _is_resumed(self, between: str) -> bool:
        """Whether a clause is over: "the man, accused of a theft, was shot dead"."""
        _, comma, last = between.rpartition(",")
        words = last.split()
        return bool(comma and words) and words[0] in self._being and len(words) <= _WORDS_OF_A_VERB

    def _is_month(self, page: Page, cue: Hit) -> bool:
        """Whether a modal is a month: in capitals inside a sentence, or beside a number."""
        if page.lower[cue.start : cue.end] not in self._months:
            return False
        beside = page.lower[max(0, cue.start - 4) : cue.start] + page.lower[cue.end : cue.end + 4]
        is_name = not page.is_shouted and page.plain[cue.start].isupper()
        return is_name or any(map(str.isdigit, beside))

    def _is_past_again(self, page: Page, cue: Hit, start: int) -> bool:
        """Whether the past follows a modal: "as you will recall, he was abducted"."""
        is_modal = page.lower[cue.start : cue.end] in self._modals
        return is_modal and bool(self._past & set(page.lower[cue.end : start].split()))

    def _is_presupposed(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        """Whether what will be done is about it: "will investigate the murder of six priests"."""
        between = page.lower[cue.end : trigger.start].split()
        return bool(self._looked_into & set(between)) and self._reality.is_described(page, trigger)

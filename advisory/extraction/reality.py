"""What happened, told from what is planned, feared, denied, charged, or only pointed at.

A cue of the lexicon works on a trigger that follows it closely in the same clause: "threatened to
attack" is no attack, "threatened the driver, and attacked" is one. How close, and what ends a
clause, is the whole of it; no sentence is parsed.
"""

from advisory.extraction.dates import DateFound
from advisory.extraction.page import Page
from advisory.extraction.scan import Hit
from advisory.extraction.sentence import Sentence
from advisory.rulebook.lexicon import Grammar

_SCOPE, _AFTER, _CLOSE, _WORDS_OF_A_LEAD, _WORDS_OF_A_VERB = 80, 90, 30, 2, 3
_WORDS_OF_A_NOUN, _NIGHT = 3, len("afternoon")
_CLAUSE_MARKS = (";", ", and ", ", but ")
_BY_THE_LAW = frozenset(
    {"arrest", "mass_arrest", "surrender", "detention_of_foreigner", "weapons_seized"}
    | {"plot_foiled"}
)
# What is told before it happens is an incident that is announced: a march, a strike, a storm.
_MAY_BE_ANNOUNCED = frozenset({"protest", "strike_action", "storm", "flood", "volcanic_eruption"})


class Reality:
    """Judges triggers by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._breaks = (*_CLAUSE_MARKS, *(f" {words} " for words in classes["clause_breaks"]))
        self._relative = frozenset(classes["relative"])
        self._leads = frozenset((*classes["definite"], *classes["demonstrative"]))
        self._modals = frozenset(classes["modal"])
        self._past = frozenset(classes["past"])
        self._meanwhile = tuple(classes["meanwhile"])
        self._further = frozenset(classes["further"])
        self._articles = frozenset(classes["article"])
        self._pointing = tuple(f"{words} " for words in classes["pointing"])
        self._complements = tuple(f" {words} " for words in classes["complements"])
        self._looked_into = frozenset(classes["looked_into"])
        self._verdicts = frozenset(classes["verdicts"])
        self._months = grammar.months
        self._referring = frozenset(classes["referring"])
        self._being = frozenset((*classes["be"], *classes["be_plural"]))

    def is_relative(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a trigger only says more of somebody: "the group, who took the town in May"."""
        before = page.lower[max(sentence.start, trigger.start - _SCOPE // 2) : trigger.start]
        return bool(self._relative & set(before.replace(",", " ").split()[-3:]))

    def is_described(self, page: Page, trigger: Hit) -> bool:
        """Whether a noun is told with what tells it from others: "the attack that killed ten"."""
        after = page.lower[trigger.end : trigger.end + _CLOSE].replace("\n", " ")
        return trigger.form == "noun" and after.startswith(self._complements)

    def is_anaphor(self, page: Page, start: int, trigger: Hit) -> bool:
        """Whether "the attack" points at something already told; "the murder of two" tells it."""
        if self.is_described(page, trigger):
            return False
        before = page.lower[max(start, trigger.start - _CLOSE) : trigger.start].split()
        leads = any(word in self._leads for word in before[-_WORDS_OF_A_LEAD:])
        return leads or page.lower[start : start + _CLOSE].startswith(self._pointing)

    def is_apart(self, page: Page, start: int) -> bool:
        """Whether a sentence begins a further story: "Meanwhile, ...", "Elsewhere, ..."."""
        opening = page.lower[start : start + _CLOSE].replace("\n", " ")
        return opening.startswith(self._meanwhile)

    def is_another(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether "another attack", "a second bomb" is told."""
        before = page.lower[max(sentence.start, trigger.start - _CLOSE) : trigger.start].split()
        return bool(self._further & set(before[-_WORDS_OF_A_LEAD:]))

    def belongs(self, page: Page, sentence: Sentence, trigger: Hit | None, start: int) -> bool:
        """Whether what stands at an offset is told of the trigger, not of somebody it names.

        "The army took the town, which rebels had held since 2012": the year is the rebels'. "A girl
        who had joined them two years ago, surrendered": so is hers.
        """
        if trigger is None:
            return True
        between = page.lower[trigger.end : start]
        if ";" in between:
            return False
        if start < trigger.end:
            aside = page.lower[max(sentence.start, start - _SCOPE) : start].rpartition(",")[2]
            is_closed = self._is_closed(page, start, trigger)
            return not (is_closed and self._relative & set(aside.split()))
        return not self._relative & set(between.replace(",", " ").split())

    def unlikeliness(
        self, page: Page, trigger: Hit, found: DateFound
    ) -> tuple[bool, int, int, int]:
        """Sort the dates of a sentence by this: the likeliest day of the trigger first.

        First "Monday's" right before the deed, then the more explicit, then what follows the deed
        in its clause, for what stands before may be the day of those who speak of it.
        """
        night, owns, deed = page.lower[found.end : trigger.start].partition("'s ")
        is_own = (
            bool(owns) and not night.strip(" ")[_NIGHT:] and len(deed.split()) <= _WORDS_OF_A_NOUN
        )
        is_after = found.start >= trigger.end
        is_broken = is_after and self._is_broken(page, trigger.end, found.start)
        away = max(found.start - trigger.end, trigger.start - found.end, 0)
        return not is_own, -found.weight, 2 * is_broken + (not is_after), away

    def is_aside(self, page: Page, sentence: Sentence, trigger: Hit | None, start: int) -> bool:
        """Whether what stands at an offset only says who: "Ba, mayor for decades, was shot"."""
        if trigger is None or start >= trigger.end:
            return False
        is_opened = "," in page.lower[sentence.start : start]
        return is_opened and self._is_closed(page, start, trigger)

    def _is_closed(self, page: Page, start: int, trigger: Hit) -> bool:
        """Whether a comma right before the verb ends what stands at an offset."""
        _, comma, last = page.lower[start : trigger.start].rpartition(",")
        return bool(comma) and len(last.split()) <= _WORDS_OF_A_VERB

    def is_charge(self, page: Page, sentence: Sentence, trigger: Hit | None, start: int) -> bool:
        """Whether an arrest only names the deed: "accused of an attack in which six died"."""
        return (
            trigger is not None
            and trigger.id in _BY_THE_LAW
            and self._is_charge(page, sentence, start)
        )

    def _is_charge(self, page: Page, sentence: Sentence, start: int) -> bool:
        """Whether a cue before an offset says that somebody is wanted or tried for what follows."""
        before = page.lower[max(sentence.start, start - _CLOSE) : start].replace(",", " ").split()
        is_relative = bool(self._relative & set(before[-_WORDS_OF_A_VERB:]))
        return is_relative or any(
            cue.id == "court" and 0 <= start - cue.end <= 2 * _SCOPE for cue in sentence.of("cues")
        )

    def is_reference(self, page: Page, start: int, trigger: Hit) -> bool:
        """Whether an event only dates another: "the airport reopened after the storm".

        "Was unhurt after an attack" tells of it.
        """
        before = page.lower[max(start, trigger.start - _CLOSE) : trigger.start].split()
        return bool(self._referring & set(before[-_WORDS_OF_A_LEAD:])) and not (
            self._articles & set(before[-_WORDS_OF_A_LEAD:])
        )

    def is_unreal(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a cue makes this trigger a plan, a fear, a denial, a charge or a rule."""
        if sentence.has("announce") and trigger.id in _MAY_BE_ANNOUNCED:
            return False
        return self._is_tried(page, sentence, trigger) or any(
            self._makes_unreal(page, cue, trigger) for cue in sentence.of("cues")
        )

    def _is_tried(self, page: Page, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a deed only says who is judged: "the man who strangled her was jailed"."""
        if trigger.id in _BY_THE_LAW or not self.is_relative(page, sentence, trigger):
            return False
        after = page.lower[trigger.end : min(sentence.end, trigger.end + _SCOPE)]
        return bool(self._verdicts & set(after.replace(",", " ").split()))

    def _makes_unreal(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        gap, after = trigger.start - cue.end, cue.start - trigger.end
        match cue.id:
            case "irrealis":
                near = 0 <= gap <= _SCOPE and not self._is_month(page, cue)
                return near and not (
                    self._is_broken(page, cue.end, trigger.start)
                    or self._is_past_again(page, cue, trigger.start)
                    or self._is_presupposed(page, cue, trigger)
                )
            case "negation":
                near = 0 <= gap <= _CLOSE
                return near and not self._is_broken(page, cue.end, trigger.start)
            case "court":
                near = 0 <= gap <= 2 * _SCOPE and trigger.id not in _BY_THE_LAW
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
        return bool(self._looked_into & set(between)) and self.is_described(page, trigger)

    def _is_broken(self, page: Page, start: int, end: int) -> bool:
        between = f" {page.lower[start:end]} "
        return any(mark in between for mark in self._breaks)

"""What a sentence tells, from what it only points at, and what in it is told of the trigger.

How close a word stands, and what ends a clause, is the whole of it; no sentence is parsed. What is
planned, feared, denied or charged is in `unreal`.
"""

from collections.abc import Sequence

from advisory.extraction.dates.announcing import WARNED
from advisory.extraction.dates.days import SPEECH
from advisory.extraction.groups import DISPERSED, VIOLENT
from advisory.extraction.reality.another import Another
from advisory.extraction.reality.arrested_for import ArrestedFor
from advisory.extraction.reality.framed import Framed
from advisory.extraction.roles.governments import is_voice
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.breaks import ClauseBreaks
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Grammar

_A_JOINT = len(" between ")
_SCOPE, _CLOSE, _WORDS_OF_A_LEAD, _WORDS_OF_A_VERB = 80, 30, 2, 3
_VERBS = frozenset({"verb", "phrase"})


class Reality:
    """Judges what is told of a trigger by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._is_nth = Another(grammar).is_nth
        self.framed = Framed(grammar)
        self.arrests = ArrestedFor(grammar)
        self.is_broken = ClauseBreaks(grammar).is_between
        self._recalling, self._how = words("recalling"), words("subordinate", "relative_that")
        self._relative = words("relative")
        self._of_things = words("relative_of_things")
        self._harming = words("killed", "injured", "leave")
        self._leads, self._articles = words("definite", "demonstrative"), words("article")
        self._pointing = tuple(f"{words} " for words in classes["pointing"])
        self._reported, self._that = classes["reported_words"], classes["reported_words"][0]
        self._complements = tuple(f" {words} " for words in classes["complements"])
        self._in_which = next(words for words in self._complements if " " in words.strip())[:-1]
        people = (word for words in grammar.victims.values() for word in words)
        self._said_of = words("can_be_hit").union(people)
        self._opening = self._leads | self._articles | words("of").union(grammar.numbers)
        self._of, self._native = words("of"), words("origin_words")
        self._identified, self._past_endings = classes["identified"], classes["past_endings"]
        self._being, self._doing = words("be", "be_plural"), classes["doing_endings"]
        self._helping = self._being | words("have", "have_plural")
        self._expected, self._irregular = words("to_come"), words("past_irregular")
        self._after, self._weekdays = words("after_that"), frozenset(grammar.weekdays)
        self._referring, self._looked_into = words("referring"), words("looked_into")
        self._breaking_out = tuple(f" {word} " for word in classes["breaking_out"])

    def recalls(self, page: Page, cue: Hit) -> bool:
        """Whether a cue calls something back to mind: not "survivors remembered how they came"."""
        behind = page.behind(cue.end, _CLOSE)[:1]
        return page.phrase(cue) in self._recalling and self._how.isdisjoint(behind)

    def is_relative(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a trigger only says more of somebody: "the group, who took the town in May"."""
        before = sentence.page.lower[
            max(sentence.start, trigger.start - _SCOPE // 2) : trigger.start
        ]
        words = before.replace(",", " ").split()
        is_that = words[-2:-1] == [self._that] and words[-1] in self._being
        return is_that or not self._relative.isdisjoint(words[-3:])

    def is_described(self, page: Page, trigger: Hit) -> bool:
        """Whether a noun is told with what tells it from others: "the attack that killed ten"."""
        after = page.lower[trigger.end : trigger.end + _CLOSE].replace("\n", " ")
        if trigger.form != "noun":
            first, *others = page.words_of(trigger)  # "the burning of a church"
            return first.endswith(self._doing) and len(others) == 1 and others[0] in self._of
        return after.startswith(self._complements)

    def is_anaphor(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether "the attack" points at something already told.

        "The murder of two" and "the rebels attacked" tell it.
        """
        opening = sentence.page.lower[sentence.start : trigger.start].replace("\n", " ")
        if self._is_nth(opening):
            return True
        if self.is_described(sentence.page, trigger):
            return False
        if self.is_definite(sentence, trigger):
            return True
        return opening.startswith(self._pointing) and not self._is_reported(opening)

    def is_definite(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a deed is known: "the attack", "that raid on Kowa", "the clashes of gangs"."""
        page = sentence.page
        nouns = [h for h in sentence.of("triggers") if h.form in NOUNS and h.end < trigger.start]
        joined = (h.start for h in nouns if self._are_joined(page.lower[h.end : trigger.start]))
        first = min((*joined, trigger.start))
        before = page.lower[max(sentence.start, first - _CLOSE) : first].replace('"', " ").split()
        if page.words_of(trigger)[0] in self._being:
            return False  # "a nurse of the clinic was shot dead"
        may_be = _may_be_noun(sentence, trigger) or self._is_doing(page, trigger)
        return may_be and self._is_known(before[-_WORDS_OF_A_LEAD:])

    def _is_known(self, lead: Sequence[str]) -> bool:
        """Whether "the" leads a deed, or its day: "Monday's raid", "Sunday evening's shelling"."""
        days = (word.removesuffix("'s") for word in lead if lead[-1].endswith("'s"))
        return not (self._leads.isdisjoint(lead) and self._weekdays.isdisjoint(days))

    def is_after(self, page: Page, start: int, trigger: Hit) -> bool:
        """Whether what is told from an offset on came after a deed: "on Monday after clashes"."""
        near = page.between(start, trigger.start)[-_WORDS_OF_A_VERB - 1 :]
        return not self._after.isdisjoint(near)

    def _are_joined(self, between: str) -> bool:
        """Whether one word stands between two deeds, and no article: "clashes between gangs"."""
        word = between.strip() if len(between) <= _A_JOINT else ""
        return word.isalpha() and word not in self._articles

    def _is_doing(self, page: Page, trigger: Hit) -> bool:
        """Whether a verb may be a noun by its ending: "the shelling"."""
        return page.phrase(trigger).endswith(self._doing)

    def _is_reported(self, opening: str) -> bool:
        """Whether "it was" only brings in what somebody says: "it was learned that"."""
        return any(f" {words} " in opening for words in self._reported)

    def belongs(self, sentence: Sentence, trigger: Hit | None, start: int) -> bool:
        """Whether what stands at an offset is told of the trigger, not of somebody it names.

        "The army took the town, which rebels had held since 2012": the year is the rebels'. "A girl
        who had joined them two years ago, surrendered": so is hers.
        """
        page = sentence.page
        if trigger is None:
            return True
        again = (  # "the murder of a tourist who was shot dead on Sunday"
            hit.end
            for hit in sentence.of("triggers")
            if trigger.form in NOUNS and hit.id == trigger.id and trigger.end < hit.end <= start
        )
        between = page.lower[max(again, default=trigger.end) : start]
        if self.is_described(page, trigger):
            between = between.removeprefix(
                self._in_which
            )  # "an ambush in which two died on Monday"
        if ";" in between:
            return False
        if start < trigger.end:
            aside = page.lower[max(sentence.start, start - _SCOPE) : start].rpartition(",")[2]
            is_closed = self._is_closed(page, start, trigger)
            return not (is_closed and self._relative & set(aside.split()))
        if "," in between and self._is_opened_by_who(sentence, trigger):
            return False  # "two guards, who were beaten, fled on Monday"
        words = between.replace(",", " ").split()
        is_noun = trigger.form in NOUNS or self.is_definite(sentence, trigger)
        return not any(
            word in self._relative
            and not self._goes_on(trigger, words[at + 1 : at + 3])
            and not (is_noun and (at == 0 or self._hurts(words[at - 1 : at + 2])))
            for at, word in enumerate(words)  # "the attack, which happened on Monday"
        )

    def _is_opened_by_who(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a comma and "who" open the clause in which a trigger stands."""
        _, comma, clause = sentence.page.lower[sentence.start : trigger.start].rpartition(",")
        return bool(comma) and not self._relative.isdisjoint(clause.split()[:1])

    def _hurts(self, words: Sequence[str]) -> bool:
        """Whether a clause tells what the deed did: "the shelling of Kowa, which killed five"."""
        is_harm = words[1] in self._of_things and not self._harming.isdisjoint(words[2:])
        return is_harm or f" {words[0]} {words[1]}" == self._in_which

    def _goes_on(self, trigger: Hit, verb: Sequence[str]) -> bool:
        """Whether people were doing it just then: "killed two who were waiting for a bus".

        What nature is "expected" to do is still the same: "a storm, which is expected on Monday".
        """
        if len(verb) < len(("was", "waiting")) or verb[0] not in self._being:
            return False
        is_to_come = trigger.id in WARNED and verb[1] in self._expected
        return is_to_come or verb[1].endswith(self._doing)

    def is_where_said(self, sentence: Sentence, trigger: Hit | None, start: int, end: int) -> bool:
        """Whether something is said there, or by it: "police said in Gao that", "Gao said"."""
        if is_voice(sentence, start):
            return True
        if trigger is None or trigger.start < end:
            return False
        after = sentence.page.lower[end : end + _CLOSE].replace("\n", " ").replace(",", " ").split()
        is_followed = any(word in self._reported for word in after[:2])
        return is_followed and any(cue.end <= start for cue in sentence.cues_of(*SPEECH))

    def is_denied(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether somebody "denied that" it happened, right before it."""
        return any(
            0 <= trigger.start - cue.end <= _SCOPE
            and sentence.page.phrase(cue).endswith(f" {self._that}")
            and not self.is_presupposed(sentence.page, cue, trigger)
            and not self.is_broken(sentence.page, cue.end, trigger.start)
            for cue in sentence.cues_of("deny")
        )

    def is_presupposed(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        """Whether it is known: "will look into the murder of six", "denied a link to it"."""
        between = page.between(cue.end, trigger.start)
        return bool(self._looked_into & set(between)) and self.is_described(page, trigger)

    def is_origin(self, sentence: Sentence, start: int) -> bool:
        """Whether a place only says whence somebody is: "named as A. Sow of Kowa"."""
        before = sentence.page.plain[sentence.start : start].split()[-2:]
        if len(before) < len(("native", "of")) or before[1] not in self._of:
            return False
        if before[0].lower() in self._native:
            return True
        is_name = before[0][:1].isupper() or before[0].endswith(")")
        return is_name and any(
            words in sentence.page.lower[sentence.start : start] for words in self._identified
        )

    def is_aside(self, sentence: Sentence, trigger: Hit | None, start: int) -> bool:
        """Whether what stands at an offset only says who: "Ba, mayor for decades, was shot"."""
        if trigger is None or start >= trigger.end:
            return False
        is_opened = "," in sentence.page.lower[sentence.start : start]
        return is_opened and self._is_closed(sentence.page, start, trigger)

    def is_beside(self, sentence: Sentence, trigger: Hit | None, start: int) -> bool:
        """Whether it says who, or more of a place: ", a town held by rebels since 2012"."""
        between = sentence.page.lower[trigger.end : start] if trigger else ""
        aside = between.rpartition(",")[2].split() if "," in between else []
        said = [w for w in aside if w in self._irregular or w.endswith(self._past_endings)]
        is_of_place = bool(said) and self._helping.isdisjoint(aside)
        return is_of_place or self.is_aside(sentence, trigger, start)

    def _is_closed(self, page: Page, start: int, trigger: Hit) -> bool:
        """Whether a comma right before the verb ends what stands at an offset."""
        _, comma, last = page.lower[start : trigger.start].rpartition(",")
        return bool(comma) and len(last.split()) <= _WORDS_OF_A_VERB

    def is_reference(self, page: Page, start: int, trigger: Hit) -> bool:
        """Whether an event only dates another: "the airport reopened after the storm".

        Or only says which: "a stolen car". "Was unhurt after an attack" tells of it, and so does a
        clause: "the school was closed after gunmen attacked it".
        """
        if self._is_clause(page, trigger):
            return False
        if self.is_attribute(page, start, trigger):
            return True
        lead = page.before(trigger.start, _CLOSE, start)[-_WORDS_OF_A_LEAD:]
        if not self._referring & set(lead) or self._articles & set(lead):
            return False
        return lead[-1] in self._referring or not self.is_past_verb(page, trigger)

    def _is_clause(self, page: Page, trigger: Hit) -> bool:
        """Whether a phrase tells what befell a place: "after the volcano spewed ash"."""
        if page.lower.startswith(self._breaking_out, trigger.end):
            return True  # "after fighting broke out"
        _, *verbs = page.words_of(trigger)
        is_past = any(w in self._irregular or w.endswith(self._past_endings) for w in verbs)
        is_done = trigger.id in VIOLENT or trigger.id == DISPERSED
        return trigger.form == "phrase" and is_past and not is_done

    def is_past_verb(self, page: Page, trigger: Hit) -> bool:
        """Whether a trigger is a verb in the past, or begins with one: "opened fire"."""
        if trigger.form not in _VERBS:
            return False
        words = page.words_of(trigger)
        is_irregular = not self._irregular.isdisjoint(words)
        is_passive = words[0] in self._being  # "were freed"
        return is_irregular or is_passive or words[0].endswith(self._past_endings)

    def is_attribute(self, page: Page, start: int, trigger: Hit) -> bool:
        """Whether a participle stands between "a", "the" or "of" and who or what it is said of."""
        is_past = page.phrase(trigger).endswith(self._past_endings)
        before = page.before(trigger.start, _CLOSE, start)[-1:]
        if not is_past or not any(word in self._opening or word.isdigit() for word in before):
            return False
        after = page.phrases[trigger.end : trigger.end + _CLOSE].split()[:1]
        return bool(after) and after[0].strip(".,;:") in self._said_of


def _may_be_noun(sentence: Sentence, trigger: Hit) -> bool:
    """Whether a word is, or may as well be, a noun or a phrase: "the bombs" are no verb."""
    return trigger.form != "verb" or any(
        hit.start == trigger.start and hit.form != "verb" for hit in sentence.of("triggers")
    )

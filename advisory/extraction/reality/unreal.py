"""What happened, told from what is planned, feared, denied or charged.

A cue of the lexicon works on a trigger that follows it closely in the same clause: "threatened to
attack" is no attack, "threatened the driver, and attacked" is one. What is in the past again, after
"vowed to attack", is told as a fact: "shelled it". What a court speaks of is in `charges`.
"""

from itertools import pairwise

from advisory.extraction.counts.tags import letters
from advisory.extraction.dates.announcing import ANNOUNCED, WARNED, nearer
from advisory.extraction.groups import BY_THE_LAW
from advisory.extraction.reality.called_off import CalledOff
from advisory.extraction.reality.charges import Charges
from advisory.extraction.reality.reality import Reality
from advisory.extraction.reality.remembered import Remembered
from advisory.extraction.roles.done_to import Deed
from advisory.extraction.roles.own_deeds import OwnDeedReader
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import words_between
from advisory.rulebook.lexicon import Grammar

_SCOPE, _AFTER, _CLOSE, _WORDS_OF_A_LEAD, _WORDS_OF_A_VERB = 80, 90, 30, 2, 3
_WORDS_OF_A_SUBJECT = 4
_CUES = frozenset(
    {"irrealis", "negation", "long_after", "court", "irrealis_after", "remembered", "stopped"}
    | {"deny", "over"}
)
_ALL_OR_NONE = frozenset({"strike_action", "election"})  # a march may be called off midway
_OUTBREAK = "epidemic_outbreak"  # whose end is no news of it

_VERB = "v"


class Unreal:
    """Judges triggers by the cues and the small words of one language."""

    def __init__(self, grammar: Grammar, reality: Reality) -> None:
        classes, words = grammar.classes, grammar.words
        self._reality = reality
        self._called_off = CalledOff(grammar, reality)
        self._remembered = Remembered(grammar, reality)
        self._charges = Charges(grammar, reality)
        self._own_deeds = OwnDeedReader(grammar)
        self._modals, self._past = words("modal"), words("past")
        self._months = grammar.months
        self._being = words("be", "be_plural")
        self._by = tuple(f" {word} " for word in (*classes["by"], *classes["locative"]))
        self._no, self._nobody = words("no", "nor"), words("nobody", "nothing")
        self._having = words("have", "have_plural", "in_company", "looking")
        self._one = words("article", "any", "further")
        self._led = tuple(f" {word}" for word in classes["infinitive"])
        self._doing, self._and = classes["doing_endings"], words("and")
        self._past_endings, self._when = classes["past_endings"], words("when")
        self._joining = words("relative", "subordinate")

    def is_unreal(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a cue makes this trigger a plan, a fear, a denial, a charge or a rule."""
        if trigger.id in WARNED and _is_over(sentence, trigger) and not sentence.has_toll:
            return True  # "passed to the east, and the warning was lifted"
        if trigger.id in ANNOUNCED and self._is_called_off(sentence, trigger):
            return True
        if sentence.is_announced and trigger.id in ANNOUNCED:
            return False
        return (
            _is_asked(sentence)
            or self._is_none(sentence, trigger)
            or self._is_supposed(sentence, trigger)
            or self._is_cued(sentence, trigger)
        )

    def _is_called_off(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether it is said of it that it will not be: not that the ferries are cancelled."""
        if not sentence.has("called_off"):
            return False
        is_over = trigger.id in _ALL_OR_NONE or sentence.is_announced
        is_over = is_over or _is_sooner_to_come(sentence)
        may_be = trigger.id not in WARNED
        return any(
            (is_over or (may_be and self._called_off.is_plan(sentence.page, cue)))
            and self._called_off.is_of(sentence.page, cue, trigger)
            and not self._called_off.is_unsaid(sentence, cue)
            for cue in sentence.cues_of("called_off")
        )

    def _is_none(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether "no attack" is told, or that "nobody was taken hostage"."""
        words = sentence.page.before(trigger.start, _CLOSE, sentence.start)
        if _is_noun_too(sentence, trigger) and not self._no.isdisjoint(words[-_WORDS_OF_A_LEAD:]):
            return True
        if trigger.form in NOUNS or not self._no.isdisjoint(words[-1:]):
            return trigger.form not in NOUNS  # "no fighting"
        behind = sentence.page.between(trigger.end, sentence.end)[:1]
        if trigger.id in BY_THE_LAW and not (self._no | self._nobody).isdisjoint(behind):
            return True  # "found nothing"
        is_passive = not self._being.isdisjoint((*words[-1:], *sentence.page.words_of(trigger)[:1]))
        return not self._nobody.isdisjoint(words[-_WORDS_OF_A_VERB:]) or (
            is_passive and self._has_no_subject(words)
        )

    def _has_no_subject(self, words: list[str]) -> bool:
        """Whether "no man was shot" is told, and not that "a man who had no gun was shot"."""
        near = ["", *words][-_WORDS_OF_A_SUBJECT - 1 :]
        return any(word in self._no and lead not in self._having for lead, word in pairwise(near))

    def _is_supposed(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether something is said of any such thing: "an attack on the cable would cut it"."""
        if trigger.form not in {"noun", "nouns", "phrase"} or _has_verb(sentence, trigger):
            return False
        before = sentence.page.before(trigger.start, _CLOSE, sentence.start)
        lead = (*before[-1:], *sentence.page.words_of(trigger)[:1])
        if trigger.form != "nouns" and self._one.isdisjoint(lead):
            return False
        page = sentence.page  # "Can Tho" is a name
        text = page.lower if page.is_shouted else page.plain
        after = text[trigger.end : min(sentence.end, trigger.end + _SCOPE)]
        words = after.partition(",")[0].split()
        verb = next((w for w in words if w in self._modals or w in self._past), "")
        return verb in self._modals and not (self._joining | self._past | self._and) & set(words)

    def _is_cued(self, sentence: Sentence, trigger: Hit) -> bool:
        if _CUES.isdisjoint(sentence.cues):
            return False
        return any(
            self._makes_unreal(sentence, cue, trigger)
            or self._is_spoken_of(sentence, cue, trigger)
            or self._is_denied(sentence, cue, trigger)
            for cue in sentence.of("cues")
        )

    def _makes_unreal(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        page = sentence.page
        gap, after = trigger.start - cue.end, cue.start - trigger.end
        match cue.id:
            case "irrealis":
                near = 0 <= gap <= _SCOPE and not self._is_month(page, cue)
                near = near and not _is_of_the_dead(sentence, cue)
                return near and not (
                    self._reality.is_broken(page, cue.end, trigger.start)
                    or self._is_before(sentence, cue, trigger)
                    or self._is_dated_behind(sentence, cue, trigger)
                    or self._is_past_again(page, cue, trigger.start)
                    or self._is_done(page, cue, trigger)
                    or self._is_done_after_all(page, cue, trigger)
                    or self._reality.is_presupposed(page, cue, trigger)
                )
            case "negation":
                near = 0 <= gap <= _CLOSE and not self._is_joined(page, cue, trigger)
                return near and not self._reality.is_broken(page, cue.end, trigger.start)
            case "long_after":
                return 0 <= gap <= 2 * _SCOPE and self._is_undated(sentence, cue, trigger)
            case "court":
                return self._charges.is_mere(sentence, cue, trigger)
            case "irrealis_after" | "over":
                is_of_it = cue.id != "over" or trigger.id == _OUTBREAK
                near = 0 <= after <= _AFTER and ";" not in page.lower[trigger.end : cue.start]
                return is_of_it and near and not self._is_joined_on(page, trigger, cue)
        return False

    def _is_denied(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether somebody denies "that" others did it; an own deed is told, as one denied."""
        if cue.id != "deny" or not self._reality.is_denied(sentence, trigger):
            return False
        deed = Deed(trigger.start, trigger.end)
        return not self._own_deeds.is_own(sentence.page, cue.end, (deed,), sentence.actors)

    def _is_spoken_of(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether a deed is only remembered, or what somebody is asked to stop doing."""
        gap = trigger.start - cue.end
        if cue.id == "stopped":
            return gap == 1 and sentence.page.phrase(trigger).endswith(self._doing)
        is_near = cue.id == "remembered" and 0 <= gap <= 2 * _SCOPE
        return is_near and self._remembered.is_remembered(sentence, cue, trigger)

    def _is_done(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        """Whether the past follows an infinitive: "who had vowed to attack it shelled the town"."""
        if trigger.form != "verb" or not page.phrase(cue).endswith(self._led):
            return False
        before = page.between(cue.end, trigger.start)
        is_passive = bool((self._being | self._past) & set(before[-_WORDS_OF_A_LEAD:]))
        is_past = page.words_of(trigger)[0].endswith(self._past_endings)
        is_passive = is_passive or page.lower.startswith(self._by, trigger.end)  # "men killed in"
        return is_past and len(before) >= _WORDS_OF_A_VERB and not is_passive

    def _is_done_after_all(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        """Whether a passive past ends an infinitive: "a driver who refused to pay was killed"."""
        if trigger.form in NOUNS or not page.phrase(cue).endswith(self._led):
            return False
        before = page.between(cue.end, trigger.start)
        words = [*before, *page.words_of(trigger)[:1]] if before else []
        return not (self._past & self._being).isdisjoint(words[-_WORDS_OF_A_LEAD:])

    def _is_joined(self, page: Page, cue: Hit, trigger: Hit) -> bool:
        """Whether one who ends something also acts: "suspended the vote and closed the border"."""
        is_past = page.phrase(cue).endswith(self._past_endings)
        last = page.between(cue.end, trigger.start)[-1:]
        return is_past and trigger.form not in NOUNS and not self._and.isdisjoint(last)

    def _is_joined_on(self, page: Page, trigger: Hit, cue: Hit) -> bool:
        """Whether a further clause begins between them: "killed two, and more raids are likely"."""
        words = page.between(trigger.end, cue.start)
        is_verb = trigger.form not in NOUNS
        return is_verb and any(a.endswith(",") and b in self._and for a, b in pairwise(words))

    def _is_month(self, page: Page, cue: Hit) -> bool:
        """Whether a modal is a month: in capitals inside a sentence, or beside a number."""
        if page.phrase(cue) not in self._months:
            return False
        beside = page.lower[max(0, cue.start - 4) : cue.start] + page.lower[cue.end : cue.end + 4]
        is_name = not page.is_shouted and page.plain[cue.start].isupper()
        return is_name or any(map(str.isdigit, beside))

    def _is_past_again(self, page: Page, cue: Hit, start: int) -> bool:
        """Whether the past follows a modal: "as you will recall, he was abducted"."""
        is_modal = page.phrase(cue) in self._modals
        return is_modal and bool(self._past & set(page.between(cue.end, start)))

    def _is_before(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether a clause in front only says when: "after they agreed to stop it, shells fell"."""
        opening = sentence.page.between(sentence.start, cue.start)
        is_when = not self._when.isdisjoint(opening[:_WORDS_OF_A_VERB]) and "," not in opening
        return is_when and "," in sentence.page.lower[cue.end : trigger.start]

    def _is_dated_behind(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether a day of its own follows a comma: "avoid the road, bandits took 20 yesterday"."""
        comma = sentence.page.lower.rfind(",", cue.end, trigger.start)
        dated = any(found.value and comma < found.start for found in sentence.own_dates)
        return comma >= 0 and dated and self._reality.is_past_verb(sentence.page, trigger)

    def _is_undated(self, sentence: Sentence, cue: Hit, trigger: Hit) -> bool:
        """Whether a deed stands between "ten years after" and its comma, without a day of its own.

        What relates to it belongs to it, "after the attack, in which 30 were killed," and where
        only a faint noun follows, "violence has spread", the sentence tells nothing new.
        """
        is_faint = trigger.grade == "weak" and trigger.form in NOUNS
        end = sentence.end if is_faint else self._clause_end(sentence.page, cue.end, sentence.end)
        return trigger.start < end and not any(cue.end <= d.start < end for d in sentence.dates)

    def _clause_end(self, page: Page, start: int, end: int) -> int:
        """Return where the comma stands that ends a clause with what relates to it."""
        comma = page.lower.find(",", start, end)
        if comma < 0:
            return end
        next_words = page.lower[comma + 1 : comma + _CLOSE].split()[:_WORDS_OF_A_LEAD]
        if self._joining.isdisjoint(next_words):
            return comma
        return self._clause_end(page, comma + 1, end)


def _is_of_the_dead(sentence: Sentence, cue: Hit) -> bool:
    """Whether people are only feared dead of what did happen: "20 feared dead in a landslide"."""
    if all(fear.start != cue.start for fear in sentence.cues_of("feared")):
        return False
    words = sentence.tokens
    return any(
        words[toll.first].start <= cue.start <= words[toll.last].start for toll in sentence.tolls
    )


def _is_over(sentence: Sentence, trigger: Hit) -> bool:
    """Whether a warning was lifted in its half of the sentence."""
    lower = sentence.page.lower
    return any(
        ";" not in lower[min(cue.end, trigger.end) : max(cue.start, trigger.start)]
        for cue in sentence.cues_of("warning_over")
    )


def _is_sooner_to_come(sentence: Sentence) -> bool:
    """Whether a day in it is nearer as one to come: "its march on Saturday", told on a Thursday."""
    ahead = sentence.findings.dates(sentence.start, sentence.end, ahead=True)
    past = {one.start: one for one in sentence.findings.dates(sentence.start, sentence.end)}
    published = sentence.findings.published
    return any(nearer(past[one.start], one, published) is one for one in ahead if one.start in past)


def _is_asked(sentence: Sentence) -> bool:
    """Whether a question tells neither a day nor a toll: "who shot the minister?"."""
    is_question = sentence.page.plain[sentence.end - 1] == "?"
    return is_question and not (sentence.has_toll or sentence.dates)


def _is_noun_too(sentence: Sentence, trigger: Hit) -> bool:
    """Whether the word is a noun, or is read as a verb and is a noun, too: "bombing"."""
    return trigger.form in NOUNS or any(
        hit[:3] == trigger[:3] and hit.form in NOUNS
        for hit in sentence.findings.hits_in(trigger.start, trigger.start + 1)
    )


def _has_verb(sentence: Sentence, trigger: Hit) -> bool:
    """Whether the words of a deed say that it was done: "referendum took place"."""
    inside = words_between(sentence, trigger.start, trigger.end)
    return trigger.form == "phrase" and _VERB in letters(inside)

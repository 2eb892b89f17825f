"""Verbs of violence, and who is their subject.

A deed is a trigger or a word of harm that is a verb, or a verb such as "opened fire" that tells
little by itself. A subject is the last phrase before the verb that can be one: not after a
preposition ("a clash with rebels"), not after another verb, whose object it is ("stopped two men
and killed them"), and not an owner or a voice ("army sources"). A verb without an object makes its
subject a target: "students kidnapped last week".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.actors.bodies import RULE as UNKNOWN_BODY
from advisory.extraction.actors.unnamed import RULE as OPEN_PHRASE
from advisory.extraction.actors.unnamed import PhraseReader
from advisory.extraction.roles.done_to import Deed, DoneToReader
from advisory.extraction.roles.warding_off import WardingOff
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page, anchors
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.vocabulary import ActorKind, ActorRole
from advisory.rulebook.lexicon import Grammar

OPEN = frozenset({OPEN_PHRASE, UNKNOWN_BODY})
"""The rules that find whom no lexicon knows: actors only where they do it."""
REACH = 160
"""The most characters between a verb and its subject."""
AFTERMATH = frozenset({"arrest", "mass_arrest", "surrender", "weapons_seized", "bomb_defused"})
"""What follows an attack and is done by others than those who made it."""
_CONTROL = frozenset({"town_seized", "town_retaken", "withdrawal"})
"""Who once took the town that is attacked now did not attack it."""
_NEAR, _BESIDE = 60, 24
_VERBS_OF_HARM = frozenset({"killed", "killing", "injured", "injuring"})


class DeedReader:
    """Reads verbs of violence by the small words of one language."""

    def __init__(self, grammar: Grammar, phrases: PhraseReader) -> None:
        classes, words = grammar.classes, grammar.words
        self._phrases = phrases
        the = any_of(classes["definite"])
        self.done_to = DoneToReader(grammar)
        self._any_words = anchors(classes["deed_words"])
        self._words = Pattern(rf"\b(?:{any_of(classes['deed_words'])})\b")
        self._any_owned = anchors(classes["owned_words"])
        self._owned = Pattern(rf"^[\s)\]']*(?:s\s+)?(?:{any_of(classes['owned_words'])})\b")
        self._irregular = words("past_irregular", "past_of_others")
        self._no_subject, self._saying = words("before_no_subject"), words("saying_words")
        self._by, self._of = words("by_words"), words("of")
        self._and = words("joining_words") | {""}
        self._things = words("thing", "place_kind") - words("sent_arms", "state_arms")
        self._no_doer = words("no_doer")
        self._at_least = tuple(f"{words} " for words in classes["at_least"])
        self._describing, self._being = words("describing"), words("be", "be_plural")
        self._helping = words("be", "be_plural", "have", "have_plural")
        self._helping |= words("relative", "modal", "past")
        self._relative = words("relative_that")
        self._turning = words("subordinate") - words("relative")
        self._opening = words("article", "definite").union(grammar.numbers)
        self._clause = self._relative.union(classes["relative"])
        self._past, doing = classes["past_endings"], classes["doing_endings"]
        self._doing, self._verbal = doing, (*self._past[:1], *doing)
        self._numbers = frozenset(grammar.numbers)
        self._oneself = words("oneself")
        self._infinitive, self._trying = words("infinitive"), words("trying")
        self.warding_off = WardingOff(grammar)
        self._with = words("in_company")
        men = any_of((*classes["bands"], *classes["anyone"]))
        belonging = any_of(classes["men_of"])
        self._whose_men = Pattern(rf"\b(?:{men})\s+(?:{belonging})\s+(?:(?:{the})\s+)?$")
        self._no_deed_after = words("infinitive", "modal", "of", "not")
        self._no_deed_after |= words("article", "definite", "demonstrative")

    def deeds(
        self, sentence: Sentence, trigger: Hit | None, actors: Sequence[ActorFound]
    ) -> list[Deed]:
        """Return the verbs of violence: triggers and words of harm that are verbs, and the rest."""
        hits = sentence.of("triggers")
        nouns = {hit.start for hit in hits if hit.form in NOUNS}
        found = {
            (hit.start, hit.end)
            for hit in hits
            if hit.form not in NOUNS
            and hit.start not in nouns
            and (hit.id not in AFTERMATH | _CONTROL or hit is trigger)
            and not (trigger and trigger.start < hit.start < trigger.end)
        }
        found |= {(h.start, h.end) for h in sentence.of("harm") if h.id in _VERBS_OF_HARM}
        if not self._any_words.isdisjoint(sentence.page.words(sentence.start, sentence.end)):
            words = sentence.page.phrase(sentence)
            found |= {
                (sentence.start + m.start, sentence.start + m.end) for m in self._words.all(words)
            }
        deeds = (_without_doer(Deed(*each), actors) for each in sorted(found))
        return [deed for deed in deeds if self._is_deed(sentence, *deed)]

    def _is_deed(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a verb says that somebody did it: not "to kill", "the killing", "14 dead".

        "With gunfire" says how another verb did it.
        """
        verb = " ".join(sentence.page.lower[start:end].split())
        before = sentence.page.before(start, _BESIDE, sentence.start)[-2:]
        is_how = verb.split(" ")[0] in self._with
        if is_how or verb in self._no_doer or verb.endswith(self._doing):
            return False
        if not self._trying.isdisjoint(before[:1]) and not self._infinitive.isdisjoint(before[1:]):
            return True  # "tried to kill"
        lead = before[-1].strip('"') if before else ""
        is_relative = lead in self._relative and verb.endswith(self._past)  # "that killed five"
        is_counted = lead.isdigit() or lead in self._numbers
        return is_relative or not (is_counted or lead in self._no_deed_after)

    def subjects(
        self, sentence: Sentence, deeds: Sequence[Deed], actors: Sequence[ActorFound]
    ) -> dict[int, ActorRole]:
        """Return whom each verb makes a doer or a target, by where the phrase for them starts."""
        page = sentence.page
        doers: dict[int, ActorRole] = {}
        able = list(self._able(sentence, deeds, actors))
        for deed in deeds:
            subject = next((one for one in reversed(able) if one.end <= deed.start), None)
            if subject is None or deed.start - subject.end > REACH:
                continue
            if subject.rule in OPEN and not self._is_close(page, subject, deed):
                continue
            if self._is_of_another(page, subject, deed) or self._wards_off(page, subject, deed):
                continue
            done_to = self.done_to.is_done_to(sentence, subject, deed)
            if done_to is None:
                continue
            role = ActorRole.TARGET if done_to else ActorRole.PERPETRATOR
            doers.setdefault(subject.start, role)
        for first, second in reversed([*pairwise(able)]):  # "soldiers and mercenaries"
            if second.start in doers and self._are_joined(page, first, second):
                doers.setdefault(first.start, doers[second.start])
        return doers

    def _able(
        self, sentence: Sentence, deeds: Sequence[Deed], actors: Sequence[ActorFound]
    ) -> Iterator[ActorFound]:
        """Yield who can be a subject: neither of two "backed by mercenaries and a militia"."""
        led: ActorFound | None = None
        for one in actors:
            before = sentence.page.before(one.start, _BESIDE, sentence.start)
            is_joined = led is not None and self._are_joined(sentence.page, led, one)
            is_led = any(word in self._by for word in before[-2:])
            led = one if is_led or is_joined else None
            if not is_joined and self._can_be_subject(sentence, deeds, one):
                yield one

    def _are_joined(self, page: Page, first: ActorFound, second: ActorFound) -> bool:
        between = page.lower[first.end : second.start].split()
        return " ".join(word for word in between if word not in self._opening) in self._and

    def _is_of_another(self, page: Page, found: ActorFound, deed: Deed) -> bool:
        """Whether a verb is that of a clause about others: "police seek the men who killed two".

        So it is in "police seek two men after a tourist was shot".
        """
        between = page.lower[found.end : deed.start].replace(",", " ").split()
        if any(one in self._turning and two in self._opening for one, two in pairwise(between)):
            return True
        while between and between[-1] in self._being:
            between.pop()  # "found the bodies of two who were shot"
        return bool(between) and between[-1] in self._clause and between[0] not in self._clause

    def _wards_off(self, page: Page, found: ActorFound, deed: Deed) -> bool:
        """Whether who shot down a drone did not send it; an armed group attacks what it downs.

        Nor did he launch "a missile fired from Ruritania" that he intercepted.
        """
        if found.kind is ActorKind.ARMED_GROUP:
            return False
        end = self.warding_off.end
        return bool(end(page, deed.start)) or 0 < end(page, found.end + 1) < deed.start

    def _is_close(self, page: Page, found: ActorFound, deed: Deed) -> bool:
        """Whether nothing but a short aside stands between anybody and a verb."""
        if deed.start - found.end > _NEAR:
            return False
        between = page.between(found.end, deed.start)
        is_believed = not self._infinitive.isdisjoint(between[-2:-1])  # "are thought to have"
        if not is_believed and self._tells_of_others(between):
            return False
        return is_believed or not self._being.intersection(between[:-2])

    def _tells_of_others(self, between: Sequence[str]) -> bool:
        """Whether it only speaks: "residents near the base said a bomb killed", not "said they"."""
        said = next((at for at, word in enumerate(between) if word in self._saying), None)
        turns = self._oneself | self._infinitive  # "settlers believed to come from a hill"
        return said is not None and not any(w in turns or w.endswith(",") for w in between)

    def _can_be_subject(self, sentence: Sentence, deeds: Sequence[Deed], found: ActorFound) -> bool:
        if self._is_owner(sentence, found) or self.only_describes(sentence.page, deeds, found):
            return False
        after = sentence.page.lower[found.end : found.end + 3]
        if after.startswith(":") and not after.endswith('"'):
            return False  # "Health directorate: four wounded"
        behind = (word for word in sentence.page.behind(found.end, _BESIDE) if word != ",")
        if next(behind, "") in self._clause:
            return True  # "hunting the gunmen who killed two", "condemned bandits, who killed two"
        before = sentence.page.before(found.start, _NEAR, sentence.start)
        if self._is_of_a_thing(before) or (found.rule in OPEN and self._phrases.is_whose(before)):
            return False
        self._phrases.leave(before)
        hedged = " ".join(before)  # "kidnapped at least 38 villagers"
        hedge = next((one for one in self._at_least if f"{hedged} ".endswith(f" {one}")), "")
        hedged = f"{hedged} ".removesuffix(hedge)
        theirs = self._whose_men.first(hedged)  # "fighters believed to be from the front raided"
        lead = hedged[: theirs.start if theirs else None].split()
        return self._is_led_freely(lead) and not self._is_aim(lead)

    def _is_of_a_thing(self, before: Sequence[str]) -> bool:
        """Whether what belongs to them is told: "a camp of the rebels"."""
        words = [word for word in before[-3:] if word not in self._opening]
        return len(words) > 1 and words[-1] in self._of and words[-2] in self._things

    def _is_aim(self, before: Sequence[str]) -> bool:
        """Whether it was to befall them: "attempting to target soldiers"."""
        is_led = before[-1:] and before[-1].isalpha()
        return bool(is_led) and not self._infinitive.isdisjoint(before[-2:-1])

    def _is_owner(self, sentence: Sentence, found: ActorFound) -> bool:
        """Whether what is theirs is told: "the army's ministry", "the villagers' goods"."""
        after = sentence.page.lower[found.end : found.end + _BESIDE]
        if found.is_unnamed and after.startswith(("'s ", "' ")):
            return True
        is_any = not self._any_owned.isdisjoint(sentence.page.words(sentence.start, sentence.end))
        return is_any and self._owned.is_in(after)

    def only_describes(self, page: Page, deeds: Sequence[Deed], found: ActorFound) -> bool:
        """Whether a word only says more of the next: "a terrorist act", but "a terrorist shot"."""
        lower = page.lower
        if not self.describes(lower[found.start : found.end].split()[-1]):
            return False
        after = lower[found.end : found.end + _BESIDE]
        if not after[:2].strip()[:1].isalpha():
            return False
        is_verb = any(0 < deed.start - found.end <= 2 for deed in deeds)  # noqa: PLR2004
        return not is_verb and after.split()[0] not in self._helping

    def describes(self, word: str) -> bool:
        """Whether a word for people may only say more of the next: "terrorist", "rebel"."""
        return word in self._describing

    def _is_led_freely(self, before: Sequence[str]) -> bool:
        """Whether the word before a phrase lets it be a subject."""
        last = before[-1].strip('"') if before else ""
        if last in self._no_subject:
            return False
        is_verb = (last.endswith(self._verbal) and "-" not in last) or last in self._irregular
        return not is_verb or last in self._saying


def _without_doer(deed: Deed, actors: Sequence[ActorFound]) -> Deed:
    """Return the verb of a phrase that names its doer, too: "attacked" of "bandits attacked"."""
    led = (one for one in actors if one.start <= deed.start < one.end < deed.end)
    doer = next(led, None)  # "armed cattle rustlers raided"
    return deed if doer is None else Deed(doer.end + 1, deed.end)

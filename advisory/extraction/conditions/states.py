"""Which things a sentence says are shut, cut or imposed, and which are open again.

A state is a thing and a word said of it: "the border with Mali was sealed", "reopened the road",
"curfew lifted". What is said of a thing before the word needs "was" or "remains" or no object
behind it, and a thing that follows a preposition is only where something else was closed: "shops on
the main road were shut". A word works on the thing next to it, so one sentence can tell that a road
is open again and that a bridge stays closed.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.conditions.between import Between
from advisory.extraction.conditions.pairing import BESIDE, NOUN, REACH, SAID
from advisory.extraction.conditions.state_facts import State, StateFacts
from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import ConditionKind
from advisory.rulebook.lexicon import Grammar

_SUBJECT, _OBJECT, _LEAD = 12, 7, 3  # words between, and before
_CLOSE_TO = 4  # words: "short of clean drinking water"
_CLOSE, _NEXT = 40, 12  # characters
_STOPPED = frozenset({ConditionKind.ROAD_CLOSED, ConditionKind.TRANSPORT_SUSPENDED})


class StateReader:
    """Finds states by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        reality = Reality(grammar)
        self._facts = StateFacts(grammar, reality)
        self._between = Between(grammar, reality)
        self._told_to_be = words("be", "be_plural", "going_on", "made_to")
        self._to_come, self._small = words("to_come"), self._between.small
        self._going_on, self._made_to = words("going_on"), words("made_to")
        self._it = tuple(f"{word} " for word in classes["it"])
        self._again, self._until = words("it_again"), words("until_words", "subordinate")
        self._till = words("until_words")
        self._of, self._and = words("of"), words("and")
        self._going_on_to, self._keeping = words("going_on_to"), words("keeping")
        self._particles, self._that = words("particles"), words("relative_that")
        self._which = words("relative")
        self._going_to = tuple(f" {word} " for word in classes["other_side"])
        self._flights, self._measures = classes["flights"], words("measures")
        self._ending, self._lacks = words("ending"), words("lacks")
        self._doing = classes["doing_endings"]
        self._queueing, self._opened = words("queueing"), words("opened")
        self._once_more = words("again")
        self._prepositions = self._between.prepositions
        self._numbers = frozenset(grammar.numbers)
        self._leads = words("article", "definite", "demonstrative") | self._numbers

    def states(self, sentence: Sentence) -> list[State]:
        """Return the states of a sentence in its order, one of a kind for each thing."""
        told: dict[tuple[str, int], State] = {}
        for verb in sentence.of("conditions"):
            if verb.form not in BESIDE:
                told[verb.id, verb.start] = self._whole(sentence, verb)
                continue
            things = list(self._things(sentence, verb))
            for thing in things or self._taken_up(sentence, verb, list(told.values())):
                state = self._state(sentence, verb, thing)
                known = told.get((thing.id, thing.start), state)
                told[thing.id, thing.start] = _of_both(*sorted((known, state), key=_order))
        return [one for one in told.values() if self._facts.holds(sentence, one)]

    def _taken_up(self, sentence: Sentence, verb: Hit, told: Sequence[State]) -> Iterator[Hit]:
        """Yield the thing that more is said of: "was shut on Monday and reopened".

        Or that the sentence before it names: "It remains in force in the port".
        """
        lead = self._between.lead(sentence, verb)
        lasts = self._going_on | self._to_come
        if verb.grade == "lifted":
            lasts |= self._told_to_be  # "It was reopened"
        if sentence.page.lower.startswith(self._it, sentence.start) and not lasts.isdisjoint(lead):
            yield from _named_before(sentence, verb)
            return
        before = sentence.page.lower[sentence.start : verb.start].replace(",", " , ").split()
        *rest, last_word = ["", *before[: len(before) - len(lead)]]
        if not self._until.isdisjoint(rest[-1:]):
            return  # "until it is cleared"
        last = [last_word]
        after = sentence.page.behind(verb.end, _CLOSE)[:1]
        if not self._again.isdisjoint((*last, *after)):
            named = [state.thing for state in told if state.thing.id == verb.id][-1:]
            is_of_before = verb.grade == "lifted" and not self._again.isdisjoint(after)
            told_of = _named_before(sentence, verb) if is_of_before else ()
            yield from named or [o for o in told_of if self._can_end(sentence.page, o, verb)]
            return  # "; it was reopened at noon", "voted to lift it", "the army reopened it"
        if self._going_on_to.issuperset(last):
            yield from (
                state.thing
                for state in told[-1:]
                if state.thing.id == verb.id
                and not self._is_of_what_follows(sentence, state.thing, verb)
            )

    def _whole(self, sentence: Sentence, hit: Hit) -> State:
        lead = self._between.lead(sentence, hit)
        words = (*lead, *sentence.page.words_of(hit))
        is_to_come = self._is_to_come(lead, words)
        grade = self._facts.grade(sentence.page, hit, lead, is_to_come=is_to_come)
        told = hit if grade == hit.grade else hit._replace(grade=grade)
        return State(told, told, hit, lead, words, is_to_come)

    def _things(self, sentence: Sentence, verb: Hit) -> Iterator[Hit]:
        near = sentence.of("near")
        is_said = verb.form == SAID
        things = [n for n in near if n.id == verb.id and (is_said or n.grade != SAID)]
        told = [h for h in sentence.of("conditions") if h.id == verb.id and h.form != NOUN]
        said = {hit.id for hit in sentence.of("conditions") if hit.start == verb.start}
        rivals = [one for one in near if one.id in said and one.grade != SAID]
        for thing in things:
            if any(verb.end < one.start < thing.start for one in told):
                continue  # "suspended buses and imposed a curfew"
            if self._is_hidden(sentence, thing, verb, rivals) or not (
                self._can_end(sentence.page, thing, verb)
            ):
                continue
            is_told = self._is_subject if thing.end <= verb.start else self._is_object
            if is_told(sentence, thing, verb):
                yield thing

    def _is_hidden(self, sentence: Sentence, thing: Hit, verb: Hit, things: Sequence[Hit]) -> bool:
        """Whether another thing stands between, not joined with it: "open, but bridges shut"."""
        start, end = min(thing.end, verb.end), max(thing.start, verb.start)
        between = sentence.page.lower[start:end].split()
        others = (one for one in things if start <= one.start and one.end <= end)
        is_other = any(not self._between.follows_preposition(sentence, one) for one in others)
        return is_other and self._and.isdisjoint(between)

    def _is_subject(self, sentence: Sentence, thing: Hit, verb: Hit) -> bool:
        """Whether a thing before a word is what it is said of."""
        between = self._between.words(sentence, thing, verb)
        if between is None or len(between) > _SUBJECT:
            return self._is_awaited(sentence, thing, verb)
        if verb.form == NOUN:
            return not between
        if self._is_of_another(sentence, thing, verb, between):
            return False
        lead = self._between.lead(sentence, verb)
        verb_words = sentence.page.words_of(verb)
        if self._told_to_be & {*lead, *verb_words[:1]}:
            return True
        rest = between[: len(between) - len(lead)]
        after = sentence.page.behind(verb.end, _CLOSE)[:1]
        away = sentence.page.phrase(thing).rpartition(" ")[2]  # "flights to", "to and from"
        leads_on = away in self._prepositions or f" {away} " in self._going_to
        led = self._prepositions | self._of | self._to_come | self._that
        is_open = leads_on or not rest or rest[0] in led
        if verb.form == SAID:  # "residents left the town", "petrol is once again scarce"
            return is_open or rest[0] in self._small
        is_doing = len(verb_words) == 1 and verb_words[0].endswith(self._doing)
        is_active = is_doing or not self._leads.isdisjoint(after)
        is_active = is_active or self._is_of_what_follows(sentence, thing, verb)
        return is_open and not is_active

    def _is_of_another(
        self, sentence: Sentence, thing: Hit, verb: Hit, between: Sequence[str]
    ) -> bool:
        """Whether a word is not of the thing before it: that one only is where something is.

        Nor is what there is a "lack of" before it, nor told to be open "until it is cleared".
        """
        is_awaited = verb.grade == "lifted" and not self._till.isdisjoint(between)
        is_lack = verb.form == SAID and sentence.page.words_of(verb)[-1] in self._of
        is_led = self._between.follows_preposition(sentence, thing)
        is_headed = thing.grade == SAID and self._between.is_at_a_place(sentence, thing)
        return is_awaited or is_lack or (is_led and not is_headed)

    def _is_of_what_follows(self, sentence: Sentence, thing: Hit, verb: Hit) -> bool:
        """Whether a word is of another thing: "put a curfew on the town and suspended buses"."""
        verbs = {one.id for one in sentence.of("conditions") if one.start == verb.start}
        others = (o for o in sentence.of("near") if o.id in verbs - {thing.id} and o.grade != SAID)
        return any(0 < one.start - verb.end <= _NEXT for one in others)

    def _is_awaited(self, sentence: Sentence, thing: Hit, verb: Hit) -> bool:
        """Whether a thing has had no verb yet but of its begin: "imposed after a riot was lifted".

        That of "a curfew was imposed after the siege was lifted" has had its own.
        """
        lead = self._between.lead(sentence, verb)
        if verb.grade != "lifted" or self._told_to_be.isdisjoint(lead):
            return False
        begins = (hit for hit in sentence.of("conditions") if hit.id == thing.id)
        begin = next((hit for hit in begins if hit.start > thing.end), verb)
        led = sentence.page.between(thing.end, begin.start)
        is_relative = not (self._that | self._which).isdisjoint(led[:1]) and self._small.issuperset(
            led[1:]
        )
        return begin.grade == "in_force" and (is_relative or not led)

    def _is_object(self, sentence: Sentence, thing: Hit, verb: Hit) -> bool:
        """Whether a thing behind a word is what was done to: "closed its land borders"."""
        between = self._between.words(sentence, thing, verb)
        if between and between[0] in self._particles:
            between = between[1:]  # "sealed off the road"
        if between and not self._queueing.isdisjoint(sentence.page.words_of(verb)):
            return len(between) <= _SUBJECT  # "queue for nine hours at petrol stations"
        if between is None or len(between) > _OBJECT or self._between.is_led(between):
            return False
        is_some = thing.id == ConditionKind.TRANSPORT_SUSPENDED and self._numbers & set(between)
        is_traffic = sentence.page.phrase(thing).endswith(self._flights)
        is_away = is_traffic and sentence.page.lower.startswith(self._going_to, thing.end)
        if is_some or is_away:  # "gunmen halted two buses", "suspended all flights to Gao"
            return False
        if verb.form == SAID:  # "short of bread"
            return sentence.page.words_of(verb)[-1] in self._of and len(between) <= _CLOSE_TO
        if verb.form == NOUN:
            return not self._of.isdisjoint(between[:1])
        return self._is_done_to(sentence, verb, between)

    def _is_done_to(self, sentence: Sentence, verb: Hit, between: Sequence[str]) -> bool:
        """Whether a verb reaches over the words between to its object."""
        if any(word.endswith(self._doing) for word in between):
            return False
        first = sentence.page.words_of(verb)[0]
        is_led = first in self._prepositions  # "have been under curfew"
        if is_led and not self._of.isdisjoint(between):
            return False
        lead = self._between.lead(sentence, verb)[-1:]
        is_led |= first.endswith(self._doing)  # "are blocking the road"
        return is_led or self._told_to_be.isdisjoint(lead) or not self._made_to.isdisjoint(lead)

    def _can_end(self, page: Page, thing: Hit, verb: Hit) -> bool:
        """Whether a word fits a road: "ended the blockade of it", but not "ended a road trip".

        Or ferries: "lifted the suspension of them".
        """
        words = page.words_of(verb)
        if self._opened.issuperset(words):
            end = max(thing.end, verb.end)
            return not self._once_more.isdisjoint(page.words(end, end + 2 * _CLOSE))
        if verb.grade == "lifted" and not self._lacks.isdisjoint(page.words_of(thing)):
            return not self._ending.isdisjoint(words)  # not "power cuts are back"
        is_of_measures = verb.id in _STOPPED and verb.grade == "lifted"
        if not is_of_measures or words[0] not in self._ending:
            return True
        told = page.before(thing.start, _CLOSE)[-_LEAD:]  # "the suspension of"
        told += page.lower[min(thing.start, verb.end) : max(thing.end, verb.start)].split()
        behind = page.behind(thing.end, _CLOSE)[:1]  # "road blockades"
        return not self._measures.isdisjoint((*told, *behind))

    def _state(self, sentence: Sentence, verb: Hit, thing: Hit) -> State:
        lead = self._between.lead(sentence, verb)
        start, end = min(thing.start, verb.start), max(thing.end, verb.end)
        hit = verb._replace(start=start, end=end)
        before = sentence.page.before(thing.start, _CLOSE, sentence.start)
        # "Forced the airport to close", "keeps its border shut".
        forced = (self._made_to | self._keeping) & set(before[-_LEAD:])
        words = (*forced, *lead, *sentence.page.words_of(verb))
        is_to_come = self._is_to_come(lead, words)
        grade = self._facts.grade(sentence.page, hit, lead, is_to_come=is_to_come)
        return State(hit._replace(grade=grade), thing, verb, lead, words, is_to_come)

    def _is_to_come(self, lead: Sequence[str], words: Sequence[str]) -> bool:
        is_begun = (self._going_on | self._made_to) & set(words)
        return bool(self._to_come & set(lead)) and not is_begun


def _named_before(sentence: Sentence, verb: Hit) -> Sequence[Hit]:
    """Return the thing just named as shut, else just named at all, of all the verb is said of."""
    named = sentence.findings.hits_in(max(0, verb.start - REACH), verb.start)
    said = {hit.id for hit in sentence.of("conditions") if hit.start == verb.start}
    things = [one for one in named if one.kind == "near" and one.id in said and one.grade != SAID]
    shut = [one.start for one in named if (one.kind, one.id) == ("conditions", verb.id)]
    own = [one for one in things if one.id == verb.id and shut and one.end <= shut[-1]]
    # Not the buses of "traffic was cut and buses laid on".
    return [one for one in (own or things)[-1:] if one.id == verb.id]


def _of_both(first: State, other: State) -> State:
    """Return the likelier of two words said of one thing, with the begin that the other tells."""
    is_begin = first.is_lifted and other.verb.grade != "lifted" and other.verb.form != NOUN
    return first._replace(begun=other.verb) if is_begin else first


def _order(state: State) -> tuple[bool, bool, int]:
    """Sort the words said of a thing: an end before a begin, what is before what is to come."""
    gap = max(state.verb.start - state.thing.end, state.thing.start - state.verb.end)
    return state.verb.grade != "lifted", state.is_to_come, gap

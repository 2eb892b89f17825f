"""What a report's sentence tells as its news, and what it only names in passing.

"The jury upheld the sentence for the abduction of a nun", "the widow of a man who was shot" and
"season two opens with a kidnapping" are news of a jury, a widow and a series: the deed stands
behind a preposition, in an aside or as the object of what is no deed. News says of somebody that
they did it, or that it befell them, says what was brought about, counts the dead or gives the deed
its own day. Who owns up to it, deplores it or, being of the state, answers it speaks of it, too.
"""

from datetime import timedelta

from advisory.extraction.dates.days import SPEECH
from advisory.extraction.groups import FOUGHT
from advisory.extraction.reality.asides import AsideReader, Clauses
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Grammar

_LONG_AGO, _WORDS_OF_A_NAME, _WORDS_OF_A_VERB = timedelta(days=60), 8, 2
_WORDS_OF_A_DAY = 4  # "Monday night's attack"
_HEDGE, _NAME = "q", "W"  # tags: "over" in "over twenty", "Gao"
_ANSWERED = frozenset({"responsibility", "blame", "no_toll", "unverified", "reacting"})
_BY_ITSELF = FOUGHT | {"surrender"}  # done to nobody: no participle is made of it
_DEMANDS = frozenset({"protest", "strike_action"})  # people take to the streets "to protest"


class Passing:
    """Tells news from what is named in passing by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        words = {name: frozenset(known) for name, known in grammar.classes.items()}
        self._asides = AsideReader(grammar)
        self._doing = grammar.classes["doing_endings"]
        self._to, self._of = words["infinitive"], words["of"]
        self._prepositions = words["preposition"] | self._of | words["by"] | words["referring"]
        self._determining = words["article"] | words["definite"] | words["demonstrative"]
        self._led = self._determining | self._prepositions
        self._with_a_deed = words["referring"] | words["by"]  # "after kidnapping two"
        self._trying, self._particles = words["trying"], words["particles"]
        self._trying_or_claiming = self._trying | words["owning_up"]  # "claim to have shelled it"
        self._not_now = words["modal"] | words["once"]
        self._being = words["be"] | words["be_plural"]
        self._helping = self._being | words["past"] | words["have_plural"]
        self._surely = self._helping | words["modal"] | words["surely_past"]
        self._and = words["and"] | words["but"] | words["relative"]
        self._commas = frozenset({",", "(", '"'})
        self._stops = self._commas | {";", ":"}
        self._no_object = self._prepositions | self._to | words["when"] | self._stops
        self._participles, self._by_itself = words["participles"], words["by_itself"]
        self._dying, self._alight = words["died"], words["set_alight"]
        self._bringing, self._outcome = words["bringing_about"], words["brought_about_by"]
        self._measures = words["measures_of_deeds"]
        self._answering = words["looked_into"] | words["dealt_with_now"]
        self._known, self._former = words["somebody_known"], words["former_words"]

    def is_named(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a sentence only names a deed and tells something else."""
        is_news = sentence.is_headline or sentence.is_announced or trigger.id in _DEMANDS
        is_counted = any(toll.count.low > 1 for toll in sentence.tolls)
        if is_news or is_counted or not _ANSWERED.isdisjoint(sentence.cues):
            return False
        clauses = self._asides.clauses(sentence.words)
        if not clauses.words or self._has_its_day(sentence, clauses, trigger):
            return False
        if self._is_of_a_life(sentence, clauses, trigger):
            return True
        hits = [hit for hit in sentence.of("triggers") if hit.grade != "beside"]
        is_aside = clauses.is_aside(clauses.at(trigger.start))
        return not (
            any(
                self._is_told(clauses, hit, is_aside=is_aside)
                for hit in (trigger, *hits, *sentence.of("harm"))
            )
            or self._is_answered(sentence, clauses)
        )

    def is_done(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a verb of the past says of a deed that it was done: "hit", "has exploded"."""
        clauses = self._asides.clauses(sentence.words)
        hits = (hit for hit in sentence.of("triggers") if hit.start >= trigger.start)
        return any(self._is_past(clauses, hit) for hit in (trigger, *hits))

    def _is_past(self, clauses: Clauses, hit: Hit) -> bool:
        first, last = clauses.at(hit.start), clauses.at(hit.end - 1)
        past = (at for at in range(first, last + 1) if self._asides.is_past(clauses.word(at)))
        verb = next(past, None)
        if verb is None or clauses.is_aside(verb):
            return False
        return self._is_done(clauses, verb, last, hit)

    def _is_of_a_life(self, sentence: Sentence, clauses: Clauses, trigger: Hit) -> bool:
        """Whether a report begins with somebody known: "As a girl she was abducted", "His aunt"."""
        if sentence.page.plain[: sentence.start].strip():
            return False
        said = (clauses.at(cue.start) for cue in sentence.cues_of(*SPEECH))
        first = min((*clauses.verbs, *said), default=0)
        if clauses.word(first - 1) in self._known:
            return first <= clauses.at(trigger.end)
        return clauses.word(0) in self._known and clauses.words[1].tag != _NAME

    def _is_told(self, clauses: Clauses, hit: Hit, *, is_aside: bool) -> bool:
        """Whether a sentence tells a deed; who of an aside "has died" may have died in bed."""
        first, last = clauses.at(hit.start), clauses.at(hit.end - 1)
        if clauses.is_aside(first) or (is_aside and clauses.word(first) in self._dying):
            return False
        if clauses.word(first).split(" ")[0] in self._participles:
            before = clauses.before(first, _WORDS_OF_A_VERB)
            return before[0] in self._and or not self._helping.isdisjoint(before)
        verb = next((at for at in range(first, last + 1) if self._may_be_verb(clauses, at)), None)
        if verb is not None:
            return self._is_done(clauses, verb, last, hit)
        is_phrase = last > first and hit.form not in NOUNS and hit.kind == "triggers"
        return is_phrase or self._is_object(clauses, first, last) or self._is_led(clauses, first)

    def _may_be_verb(self, clauses: Clauses, at: int) -> bool:
        word = clauses.word(at)
        return word in self._helping or word.endswith(self._doing) or self._asides.is_past(word)

    def _is_done(self, clauses: Clauses, verb: int, last: int, hit: Hit) -> bool:
        """Whether a verb says that it was done: not "a bombed school", "men killed in a raid"."""
        word, before = clauses.word(verb), clauses.word(verb - 1)
        lead = frozenset(clauses.before(verb, _WORDS_OF_A_VERB))
        if word in self._being:
            return self._not_now.isdisjoint((*lead, clauses.word(verb + 1)))
        if word.endswith(self._doing):
            return before not in self._led - self._with_a_deed
        if before in self._to:
            return clauses.word(verb - 2) in self._trying_or_claiming
        if self._not_now & {*clauses.before(verb, _WORDS_OF_A_VERB + 1)} or before in self._led:
            return False  # "would have been shot"
        is_own = verb == clauses.at(hit.start)
        is_only_who = "-" in word or (is_own and self._is_participle(clauses, verb, last, hit))
        return bool(lead & self._helping) or not is_only_who

    def _is_participle(self, clauses: Clauses, verb: int, last: int, hit: Hit) -> bool:
        """Whether a past form only says who, and another verb what they did: "men shot in"."""
        if hit.id in _BY_ITSELF or clauses.word(verb) in self._by_itself:
            return False
        if any(clauses.word(at) not in self._particles for at in range(verb + 1, last + 1)):
            return False  # "opened fire"
        behind = clauses.word(last + 1)
        has_object = behind and behind not in self._no_object
        return not (has_object or clauses.word(verb - 1) in self._and) and any(
            clauses.word(at) in self._surely and clauses.numbers[at] == clauses.numbers[verb]
            for at in clauses.verbs - {verb}
        )

    def _is_object(self, clauses: Clauses, first: int, last: int) -> bool:
        """Whether it is what is set, "ablaze", or what somebody tries to do: "tried to raid"."""
        is_tried = clauses.word(first - 2) in self._trying and clauses.word(first - 1) in self._to
        return is_tried or clauses.word(last) in self._alight

    def _is_led(self, clauses: Clauses, first: int) -> bool:
        """Whether a deed is what a sentence begins with, or what was brought about.

        "Launched a raid", "after a night of clashes"; not "opens with a raid".
        """
        begin = max(0, first - _WORDS_OF_A_NAME)
        for at in range(first - 1, begin - 1, -1):
            word = clauses.word(at)
            if self._is_passed_over(clauses, at):
                continue
            if clauses.is_aside(at) or word in self._bringing or at in clauses.verbs:
                return word in self._bringing and not clauses.is_aside(at)
            if word in self._stops:
                return word not in self._commas or not any(verb < at for verb in clauses.verbs)
            if word in self._prepositions | self._to:
                return word in self._outcome or clauses.word(at - 1) in self._bringing
        return begin == 0

    def _is_passed_over(self, clauses: Clauses, at: int) -> bool:
        """Whether a word does not lead: "off", "over" before a number, "a night of"."""
        is_measure = clauses.word(at) in self._of and clauses.word(at - 1) in self._measures
        is_small = clauses.word(at) in self._particles or clauses.words[at].tag == _HEDGE
        return is_measure or is_small

    def _is_answered(self, sentence: Sentence, clauses: Clauses) -> bool:
        """Whether those of the state act: "police seek the men who robbed a bank"."""
        told = " ".join(
            word.word for at, word in enumerate(clauses.words) if not clauses.is_aside(at)
        )
        return not self._answering.isdisjoint(told.split()) or any(
            actor.kind is ActorKind.STATE_FORCE
            and not clauses.is_aside(at := clauses.at(actor.start))
            and clauses.word(at - 1) not in self._former
            for actor in sentence.actors
        )

    def _has_its_day(self, sentence: Sentence, clauses: Clauses, trigger: Hit) -> bool:
        """Whether a day of the last weeks is told with the deed itself."""
        published = sentence.findings.published
        first, last = clauses.at(trigger.start), clauses.at(trigger.end - 1)
        for found in sentence.dates:
            until = found.value.last if found.value else None
            is_old = published and until and until < published.first - _LONG_AGO
            if found.value is None or is_old:
                continue
            day = clauses.at(found.start)
            is_near = day > last or first - day <= _WORDS_OF_A_DAY
            is_beside = is_near and clauses.numbers[day] == clauses.numbers[first]
            if is_beside and not clauses.has_verb_between(*sorted((day, last))):
                return True
        return False

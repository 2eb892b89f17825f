"""What a sentence tells as its news, and what it only names in passing.

"The jury upheld the sentence for the abduction of a nun", "the widow of a man who was shot" and
"season two opens with a kidnapping" are news of a jury, a widow and a series: the deed stands
behind a preposition, in an aside or as the object of what is no deed. News says of somebody that
they did it, or that it befell them, says what was brought about, or gives the deed its own day.
Who owns up to it, deplores it or, being of the state, answers it speaks of the news, too.
"""

from datetime import timedelta

from advisory.extraction.groups import FOUGHT
from advisory.extraction.reality.asides import AsideReader, Clauses
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Grammar

_WEEKS, _WORDS_OF_A_NAME, _WORDS_OF_A_VERB = timedelta(days=60), 8, 2
_ANSWERED = frozenset({"responsibility", "blame", "no_toll", "unverified", "reacting"})
_WORDS_OF_A_DAY = 4  # "Monday night's attack"
_HEDGE = "q"  # tag of "over" in "over twenty"
_DEMANDS = frozenset({"protest", "strike_action"})  # people take to the streets "to protest"
_BY_ITSELF = FOUGHT | {"surrender"}  # done to nobody: no participle is made of it


class Passing:
    """Tells news from what is named in passing by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._asides = AsideReader(grammar)
        self._doing = tuple(classes["doing_endings"])
        self._articles = frozenset(
            (*classes["article"], *classes["definite"], *classes["demonstrative"])
        )
        self._prepositions = frozenset(
            (*classes["preposition"], *classes["of"], *classes["by"], *classes["referring"])
        )
        self._to = frozenset(classes["infinitive"])
        self._turning = frozenset(classes["referring"]).union(classes["by"])
        self._trying = frozenset(classes["trying"])
        self._not_now = frozenset((*classes["modal"], *classes["once"]))
        being = (*classes["be"], *classes["be_plural"])
        self._being, self._helping = (
            frozenset(being),
            frozenset((*being, *classes["past"], *classes["have_plural"])),
        )
        self._surely = frozenset((*self._helping, *classes["modal"], *classes["surely_past"]))
        self._and = frozenset((*classes["and"], *classes["but"], *classes["relative"]))
        self._participles = frozenset(classes["participles"])
        self._when = frozenset(classes["when"])
        self._known = frozenset(classes["somebody_known"])
        self._dying = frozenset(classes["died"])
        self._by_itself = frozenset(classes["by_itself"])
        self._set = frozenset(classes["set_alight"])
        self._answering = frozenset((*classes["looked_into"], *classes["dealt_with_now"]))
        self._bringing = frozenset(classes["bringing_about"])
        self._commas = frozenset({",", "(", '"'})
        self._stops = self._commas | {";", ":"}
        self._after = frozenset(classes["brought_about_by"])
        self._particles = frozenset(classes["particles"])

    def is_named(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a sentence names what befell somebody and tells something else."""
        if (
            sentence.is_headline
            or sentence.is_announced
            or trigger.id in _DEMANDS
            or not _ANSWERED.isdisjoint(sentence.cues)
        ):
            return False
        clauses = self._asides.clauses(sentence.words)
        if not clauses.words:
            return False
        hits = [hit for hit in sentence.of("triggers") if hit.grade != "beside"]
        if self._has_its_day(sentence, clauses, trigger):
            return False
        is_aside = clauses.is_aside(clauses.at(trigger.start))
        told = (trigger, *hits, *sentence.of("harm"))
        return self._is_of_a_life(sentence, clauses) or not (
            any(self._is_told(clauses, hit, is_aside=is_aside) for hit in told)
            or self._is_answered(sentence, clauses)
        )

    def _is_of_a_life(self, sentence: Sentence, clauses: Clauses) -> bool:
        """Whether a report begins with somebody known: "As a girl she was abducted", "His aunt".

        News begins with who it was.
        """
        if sentence.findings.page.plain[: sentence.start].strip():
            return False
        first = min(clauses.verbs, default=0)
        return not self._known.isdisjoint((clauses.word(0), clauses.word(first - 1)))

    def _is_told(self, clauses: Clauses, hit: Hit, *, is_aside: bool) -> bool:
        """Whether a sentence tells a deed; who of an aside "has died" may have died in bed."""
        first, last = clauses.at(hit.start), clauses.at(hit.end - 1)
        if clauses.is_aside(first) or (is_aside and clauses.word(first) in self._dying):
            return False
        words = range(first, last + 1)
        verb = next((at for at in words if self._may_be_verb(clauses.word(at))), None)
        if clauses.word(first).split(" ")[0] in self._participles:
            before = clauses.before(first, _WORDS_OF_A_VERB)
            return before[0] in self._and or not self._helping.isdisjoint(before)
        if verb is None:
            is_phrase = last > first and hit.form not in NOUNS and hit.kind == "triggers"
            return is_phrase or self._is_brought_about(clauses, first, last)
        return self._is_done(clauses, verb, last, hit)

    def _may_be_verb(self, word: str) -> bool:
        return word in self._helping or word.endswith(self._doing) or self._asides.is_past(word)

    def _is_done(self, clauses: Clauses, verb: int, last: int, hit: Hit) -> bool:
        """Whether a verb says that it was done: not "a bombed school", "men killed in a raid"."""
        word, before = clauses.word(verb), clauses.word(verb - 1)
        lead = set(clauses.before(verb, _WORDS_OF_A_VERB))
        if word in self._being:
            return self._not_now.isdisjoint((*lead, clauses.word(verb + 1)))
        if word.endswith(self._doing):
            return before not in (self._articles | self._prepositions) - self._turning
        if before in self._to:
            return clauses.word(verb - 2) in self._trying
        if lead & self._not_now or before in self._articles | self._prepositions:
            return False
        return bool(lead & self._helping) or not (
            "-" in word
            or (verb == clauses.at(hit.start) and self._is_participle(clauses, verb, last, hit))
        )

    def _is_participle(self, clauses: Clauses, verb: int, last: int, hit: Hit) -> bool:
        """Whether a past form only says who, and another verb what they did: "men shot in"."""
        if hit.id in _BY_ITSELF or clauses.word(verb) in self._by_itself:
            return False
        if any(clauses.word(at) not in self._particles for at in range(verb + 1, last + 1)):
            return False  # "opened fire"
        behind = clauses.word(last + 1)
        goes_on = behind and behind not in self._prepositions | self._to | self._when | self._stops
        return not (goes_on or clauses.word(verb - 1) in self._and) and any(
            clauses.word(at) in self._surely and clauses.numbers[at] == clauses.numbers[verb]
            for at in clauses.verbs - {verb}
        )

    def _is_brought_about(self, clauses: Clauses, first: int, last: int) -> bool:
        """Whether a deed is what a sentence begins with, or what somebody does: "launched a raid"."""
        if clauses.word(last) in self._set:
            return True
        if clauses.word(first - 1) in self._to and clauses.word(first - 2) in self._trying:
            return True
        for at in range(first - 1, max(-1, first - 1 - _WORDS_OF_A_NAME), -1):
            word = clauses.word(at)
            if word in self._particles or clauses.words[at].tag == _HEDGE:
                continue
            if clauses.is_aside(at):
                return False
            if word in self._stops:
                return word not in self._commas or not any(verb < at for verb in clauses.verbs)
            if word in self._prepositions | self._to:
                return word in self._after or clauses.word(at - 1) in self._bringing
            if at in clauses.verbs:
                return word in self._bringing
        return first < _WORDS_OF_A_NAME

    def _is_answered(self, sentence: Sentence, clauses: Clauses) -> bool:
        """Whether those of the state act: "police seek the men who robbed a bank"."""
        said = (word.word for at, word in enumerate(clauses.words) if not clauses.is_aside(at))
        return not self._answering.isdisjoint(said) or any(
            actor.kind is ActorKind.STATE_FORCE and not clauses.is_aside(clauses.at(actor.start))
            for actor in sentence.actors
        )

    def _has_its_day(self, sentence: Sentence, clauses: Clauses, trigger: Hit) -> bool:
        """Whether a day of the last weeks is told with the deed itself."""
        published = sentence.findings.published
        deed = clauses.at(trigger.start)
        for found in sentence.dates:
            if found.value is None:
                continue
            until = found.value.last
            if published and until and until < published.first - _WEEKS:
                continue
            day = clauses.at(found.start)
            last = clauses.at(trigger.end - 1)
            is_near = day > last or deed - day <= _WORDS_OF_A_DAY
            is_beside = is_near and clauses.numbers[day] == clauses.numbers[deed]
            if is_beside and not clauses.has_verb_between(*sorted((day, last))):
                return True
        return False

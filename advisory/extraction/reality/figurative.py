"""Figures of speech and names: words of violence that tell of none.

"An explosion of interest", "an assault on the senses", "sales exploded" and "raided the pension
fund" are told by what stands beside the word: what nobody can blow up or raid, or what nobody can
be hit by. "Massacre Bay" and "a Shell garage" are told by the capital. Where somebody was killed
or injured nothing is a figure; whole phrases ("heart attack") are in the lexicon.
"""

from itertools import pairwise

from advisory.extraction.dates.days import SPEECH
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Grammar

_AFTER, _OBJECT, _BEFORE, _REACH = 5, 4, 4, 60  # words after and before, characters to look at
_LONG_WORD = 4  # "of" and "the" are small in a title, too
_BEFORE_A_WORD = ("  ", " '", ' "', " \n")  # what may still stand before the first word
_HEADS = (": ", " - ")
_ENDS = (",", ".", ";", ":", "!", "?", " and ", " but ", " in ", " at ")
# People march and strike for plans, laws and taxes.
_NO_FIGURES = frozenset({"protest", "strike_action", "protest_dispersed", "coup_attempt"})
# A hurricane has a name of its own.
_NAMED = frozenset(
    {
        "epidemic_outbreak",
        "storm",
        "flood",
        "volcanic_eruption",
        "earthquake",
        "wildfire",
        "protest",
    }
)
_KILLINGS = frozenset({"murder", "massacre", "assassination"})


class Figurative:
    """Tells figures of speech by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._objects, self._subjects = words("figure_objects"), words("figure_subjects")
        self._being, self._of = words("be", "be_plural"), words("of")
        self._are, self._heads = words("be_plural"), words("figure_heads")
        self._like, self._sounding = words("likening"), words("sounding")
        self._by, self._helping = words("by"), words("have", "have_plural")
        self._animals, self._dealt_with = words("animals"), words("dealt_with")
        self._under, self._doing = classes["under_fire"], classes["doing_endings"]
        self._blamed_for = f" {classes['blamed_for'][0]} "
        self._blamed_over = tuple(f" {words} " for words in classes["blamed_over"])
        self._dealing = (*(f" {word}" for word in self._dealt_with), *_BEFORE_A_WORD)
        self._against, self._past_endings = classes["against_it"], classes["past_endings"]
        self._things_done = words("things_done")
        people = (word for known in grammar.victims.values() for word in known)
        self._people = words("member_words").union(people)
        self._leading = words("preposition", "of", "by", "article", "definite")

    def is_figure(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a trigger is said of what no violence can be done to, or by."""
        if trigger.id in _NO_FIGURES:
            return False
        if self._is_of_a_team(sentence):
            return True
        if sentence.has_toll and trigger.id not in _KILLINGS:
            return False
        after = self._after(sentence, trigger)
        if trigger.id in _KILLINGS and self._is_in(self._things_done, after, _OBJECT):
            return True
        may_be = (
            self._is_likened(sentence, trigger)
            or (trigger.id != "arrest" and self._is_in(self._objects, after, _AFTER))
            or self._is_figure_of_its_subject(sentence, trigger)
            or not (self._by.isdisjoint(after[:1]) or self._subjects.isdisjoint(after))
            or self._is_blame(sentence.page, trigger)
            or (bool(after) and _is_score(after[-1]))
        )
        return may_be and not sentence.has_toll

    def _is_of_a_team(self, sentence: Sentence) -> bool:
        """Whether a place is many: "Brazil were ambushed by a young Peru side"."""
        are_told = self._are & sentence.page.words(sentence.start, sentence.end)
        first = next(iter(sentence.places), None) if are_told else None
        if first is None or first.start > sentence.start or first.place.name.endswith("s"):
            return False
        return not self._are.isdisjoint(sentence.page.behind(first.end, _REACH)[:1])

    def _is_in(self, things: frozenset[str], words: list[str], reach: int) -> bool:
        """Whether such a thing is named, not who has to do with it: "a trade union leader"."""
        for at, word in enumerate(words[:reach]):
            if word not in things:
                continue
            behind = words[at + 1 : at + 3]
            if self._people.isdisjoint(behind) or not self._leading.isdisjoint(behind[:1]):
                return True
        return False

    def _is_figure_of_its_subject(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether tourists do it, or it is done to a bill; what is done to tourists is real."""
        before = self._before(sentence, trigger)
        words = sentence.page.words_of(trigger)
        is_past = any(w.endswith(self._past_endings) for w in (*before[-1:], words[0]))
        if self._being.isdisjoint({words[0], *(before[-_BEFORE:] if is_past else ())}):
            doer = [word for word in before if word not in self._helping][-1:]
            is_animal = not self._animals.isdisjoint(doer)
            return is_animal or not self._subjects.isdisjoint(before[-_BEFORE:])
        heads = [head for head, of in pairwise(before) if of in self._of]
        if heads:  # "the decline of the language has been arrested"
            return not self._heads.isdisjoint(heads[:1])
        return not self._objects.isdisjoint(before[-_BEFORE:])

    def _is_likened(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether something is like it: "hit them like an earthquake", not "sounded like"."""
        words = sentence.page.before(trigger.start, _REACH, sentence.start)[-_BEFORE:]
        is_like = trigger.form in NOUNS and not self._like.isdisjoint(words[-2:])
        return is_like and self._sounding.isdisjoint(words)

    def is_dealt_with(self, page: Page, trigger: Hit) -> bool:
        """Whether a deed only names what deals with it: "a murder case", "a riot-proof door".

        A word that is noun and verb is no verb there, unless it stands in the past.
        """
        if page.lower.endswith(self._against, 0, trigger.start):
            return True
        if page.phrase(trigger).endswith(self._past_endings):
            return False
        after = page.lower[trigger.end : trigger.end + _REACH]
        after = f" {after[1:]}" if after[:1] == "-" else after  # "a mine-resistant vehicle"
        if after[:1] != " " or not after.startswith(self._dealing):
            return False
        return not self._dealt_with.isdisjoint(_words(_clause(after))[:1])

    def is_name(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether the capital of a word inside a sentence makes it part of a name."""
        page = sentence.page
        if page.is_shouted or sentence.is_headline or trigger.id in _NAMED:
            return False
        word = page.plain[trigger.start : trigger.end]
        if " " in word or not (word[:1].isupper() and word[1:].islower()):
            return False
        if _is_in_title_case(page.plain[sentence.start : sentence.end]):
            return False
        begins = page.plain[sentence.start : trigger.start].endswith(_HEADS)
        if trigger.start > sentence.start + 1 and not begins:  # "Gao: Clashes between ..."
            return page.plain[trigger.end : trigger.end + 1] not in {"-", ":"}
        following = page.plain[trigger.end + 1 : trigger.end + 2]
        is_place = any(found.start == trigger.end + 1 for found in sentence.places)
        return following.isupper() and not is_place

    def _is_blame(self, page: Page, trigger: Hit) -> bool:
        """Whether somebody "came under fire for missing the vote", "on Tuesday over the cost"."""
        if not page.phrase(trigger).endswith(self._under):
            return False
        clause = page.lower[trigger.end : trigger.end + _REACH].partition(",")[0]
        deed = clause.partition(self._blamed_for)[2].split(" ")[0]
        return deed.endswith(self._doing) or any(words in clause for words in self._blamed_over)

    def _after(self, sentence: Sentence, trigger: Hit) -> list[str]:
        words = sentence.page.lower[trigger.end : min(sentence.end, trigger.end + _REACH)]
        return _words(_clause(words))[:_AFTER]

    def _before(self, sentence: Sentence, trigger: Hit) -> list[str]:
        said = (cue.end for cue in sentence.cues_of(*SPEECH) if cue.end <= trigger.start)
        start = max((sentence.start, trigger.start - _REACH, *said))
        return _words(_last_clause(sentence.page.lower[start : trigger.start]))


def _is_score(word: str) -> bool:
    """Whether a clause ends with goals: "ambushed the champions 3-1"."""
    ours, dash, theirs = word.partition("-")
    return bool(dash) and ours.isdigit() and theirs.isdigit()


def _words(clause: str) -> list[str]:
    words = clause.replace("'s", "").split()
    is_quoted = "'" in clause or '"' in clause
    return [word.strip("'\"") for word in words] if is_quoted else words


def _clause(words: str) -> str:
    for mark in _ENDS:
        if mark in words:
            words = words.partition(mark)[0]
    return words


def _last_clause(words: str) -> str:
    for mark in _ENDS[:-2]:
        if mark in words:
            words = words.rpartition(mark)[2]
    return words


def _is_in_title_case(sentence: str) -> bool:
    words = [word for word in sentence.split() if len(word) >= _LONG_WORD and word[0].isalpha()]
    return 3 * sum(word[0].isupper() for word in words) > 2 * len(words)

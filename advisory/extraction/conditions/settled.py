"""Whether a state is of a place where people live: which they left, or which somebody holds.

"Residents fled the town" is displacement, "two people fled the scene" is not: they are more than a
few, and where they left or went is a place, or a kind of place where people live or find shelter. A
war that "has displaced more than seven million" drove them from no one place. Nor is a town held
where police "regained control of the prison", or where "the task fell to the army".
"""

from collections.abc import Set as AbstractSet

from advisory.extraction.conditions.pairing import SAID
from advisory.extraction.conditions.state_facts import State
from advisory.extraction.counts.people import people_in
from advisory.extraction.counts.tags import letters
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import words_before
from advisory.model.value import Count
from advisory.model.vocabulary import Qualifier
from advisory.rulebook.lexicon import Grammar

_FEW, _MANY = 10, 100  # people
_CLOSE, _WINDOW = 40, 3  # characters and words behind "left"
_HELD = frozenset("pPn")  # tags of people


class Settled:
    """Finds where people live by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.words
        self._millions, self._fled, self._onward = map(words, ("millions", "fled", "onward"))
        self._gone = words("gone_away")
        self._refuge, self._lived_in = words("refuge"), words("lived_in")
        self._sheltered, self._shelters = words("sheltered"), words("shelters")
        self._to_leave, self._of = words("to_leave"), words("inside_words")
        self._parts, self._prisons = words("parts_of"), words("prisons")
        self._over, self._falling = words("controlling"), words("falling")
        self._in_hands = grammar.classes["in_hands"]
        self._prepositions = words("preposition", "heading_to")
        self._leads = words("article", "definite", "demonstrative") | self._prepositions

    def is_left(self, sentence: Sentence, state: State) -> bool:
        """Whether so many left a place where they live that it counts."""
        page, verb = sentence.page, state.verb
        if not self._millions.isdisjoint(page.words(sentence.start, sentence.end)):
            return False
        if verb.form != SAID:
            return self._is_told_to_leave(sentence, verb)
        if not self._sheltered.isdisjoint(page.words_of(verb)):
            return self._is_before(sentence, verb, self._shelters)
        last, count = page.words_of(verb)[-1], _count(sentence, state.thing)
        if count and count.high is not None and count.high < _FEW:
            return False
        behind = page.lower[verb.end : min(verb.end + _CLOSE, sentence.end)].split()
        is_onward = not behind or not behind[0][0].isalnum() or behind[0] in self._onward
        is_many = count is not None and count.low >= _MANY
        goes = last in self._fled or (is_many and last in self._gone)
        is_named = is_many and page.plain[verb.end + 1 : verb.end + 2].isupper()
        is_away = last in self._refuge or (goes and (is_onward or is_named))
        return is_away or self.is_before_home(sentence, verb)

    def _is_told_to_leave(self, sentence: Sentence, verb: Hit) -> bool:
        """Whether who was ordered was to go: not "ordered residents of Gao to stay indoors"."""
        told = sentence.page.words_of(verb)
        behind = sentence.page.words(verb.end, min(verb.end + 2 * _CLOSE, sentence.end))
        return told[-1] not in self._of or not self._to_leave.isdisjoint((*told, *behind))

    def is_held(self, sentence: Sentence, verb: Hit) -> bool:
        """Whether a town is held, or falls: not "has fallen to 26", "nine are in the hands of"."""
        page = sentence.page
        if page.plain[verb.end + 1 : verb.end + 2].isdigit():
            return False
        words = page.words_of(verb)
        if not self._over.isdisjoint(words) and not self.is_before_home(sentence, verb):
            return False
        if words[0] in self._falling:
            return self._falls(sentence, verb)
        if not page.lower.endswith(self._in_hands, verb.start, verb.end):
            return True
        if not self._is_of_town(sentence, verb):
            return False
        tokens = words_before(sentence, verb.start)
        is_of_people = letters(tokens).rstrip("aAbB")[-1:] in _HELD
        return not is_of_people and not any(
            one.first == 0 and not one.is_named for one in people_in(tokens)[:1]
        )

    def _falls(self, sentence: Sentence, verb: Hit) -> bool:
        """Whether a town fell to somebody: not "the task fell to the army"."""
        is_town = self._is_of_town(sentence, verb)
        is_told = sentence.page.words_of(verb)[-1] not in self._prepositions  # "fell to the rebels"
        actors = (0 <= one.start - verb.end <= _CLOSE // 2 for one in sentence.actors)
        return is_town and (is_told or any(actors))

    def _is_of_town(self, sentence: Sentence, verb: Hit) -> bool:
        """Whether a place, or a kind of place where people live, stands close before a word."""
        before = sentence.page.before(verb.start, _CLOSE, sentence.start)
        is_town = any(word.strip(",") in self._lived_in for word in before)
        return is_town or any(0 <= verb.start - p.end <= _CLOSE for p in sentence.places)

    def is_before_home(self, sentence: Sentence, hit: Hit) -> bool:
        """Whether a place, or where people live or find shelter, stands right behind a word."""
        if self._is_before(sentence, hit, self._prisons):
            return False
        if self._is_before(sentence, hit, self._lived_in):
            return True
        led, near = self._behind(sentence, hit)
        end = hit.end + len(" ".join((*led, *near))) + 1
        return any(hit.end < place.start <= end for place in sentence.places)

    def _is_before(self, sentence: Sentence, hit: Hit, words: AbstractSet[str]) -> bool:
        _, near = self._behind(sentence, hit)
        return any(word.strip(",.;:") in words for word in near)

    def _behind(self, sentence: Sentence, hit: Hit) -> tuple[list[str], list[str]]:
        """Return the small words right behind a word, and the few they lead to."""
        behind = sentence.page.lower[hit.end : min(hit.end + _CLOSE, sentence.end)].split()
        small = self._leads | self._parts
        led = next((at for at, word in enumerate(behind) if word not in small), len(behind))
        near = behind[led : led + _WINDOW]
        ends = (at for at, word in enumerate(near) if at and word in self._prepositions)
        return behind[:led], near[: next(ends, _WINDOW)]


def _count(sentence: Sentence, thing: Hit) -> Count | None:
    """Return how many left, as far as it is told."""
    tokens = sentence.words
    for people in people_in(tokens):
        if tokens[people.first].start <= thing.start < tokens[people.end - 1].end:
            return people.count
    told = (t for t in tokens if t.value and t.end + 1 == thing.start)  # "130 families"
    return next((Count(*t.value, Qualifier.ABOUT) for t in told if t.value), None)

"""With what it was done: weapons told of an incident, and those that its words imply.

A weapon counts where a sentence of the incident names it, but not where it was found or seized
there: "police recovered two rifles", "a pistol was recovered" tell of no shot, and an arrest is
made with no weapon. Who "was shot" was shot with a firearm, and "gunmen" carry one, though no
sentence says so.
"""

from collections.abc import Iterator

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.roles.deeds import AFTERMATH
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import words_before
from advisory.rulebook.lexicon import Grammar

_BEFORE = 70  # characters from "seized" to what was
_IMPLYING = ("triggers", "harm", "actors")
_NOT, _NEXT = "!", 2
_OF_ARMS = frozenset({"weapons_seized", "bomb_defused"})
_UNARMED = AFTERMATH - _OF_ARMS


class WeaponReader:
    """Reads weapons by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        found = any_of(classes["seizing_words"])
        self._found = Pattern(rf"\b(?:{found})\b[^.;]*$")
        being = any_of((*classes["be"], *classes["be_plural"]))
        self._was_found = Pattern(rf"^[^.;]*?\b(?:{being})\s+(?:\w+\s+)?(?:{found})\b")
        self._shots = grammar.words("shots")

    def weapons(self, draft: Draft, kind: str) -> Iterator[Hit]:
        """Yield the words for weapons that were used in an incident of a type, in their order."""
        if kind in _UNARMED:
            return
        for telling in draft.tellings:
            if telling.type is not None and _is_of_the_act(telling, kind):
                yield from self._in(telling.sentence, kind)

    def _in(self, sentence: Sentence, kind: str) -> Iterator[Hit]:
        for hit in sentence.of("weapons"):
            if kind in _OF_ARMS or not (self._is_found(sentence, hit) or _is_none(sentence, hit)):
                yield hit
        if self._shots.isdisjoint(sentence.page.words(sentence.start, sentence.end)):
            return
        lower = sentence.page.lower
        for name in _IMPLYING:
            for hit in sentence.of(name):
                if not self._shots.isdisjoint(lower[hit.start : hit.end].split()):
                    yield Hit(hit.start, hit.end, "weapons", "firearm")

    def _is_found(self, sentence: Sentence, hit: Hit) -> bool:
        lower = sentence.page.lower
        before = max(sentence.start, hit.start - _BEFORE)
        is_behind = self._was_found.is_in(lower[hit.end : min(sentence.end, hit.end + _BEFORE)])
        return is_behind or self._found.is_in(lower[before : hit.start])


def _is_of_the_act(telling: Telling, kind: str) -> bool:
    """Whether a sentence tells of the act, and not of the arrests and finds after it."""
    is_after = telling.trigger is not None and telling.trigger.id in AFTERMATH
    return kind in AFTERMATH or not is_after


def _is_none(sentence: Sentence, hit: Hit) -> bool:
    """Whether it was another thing: "a gas leak, not a bomb"."""
    return any(word.tag == _NOT for word in words_before(sentence, hit.start)[-_NEXT:])

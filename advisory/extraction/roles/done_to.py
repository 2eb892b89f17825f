"""Verbs whose subject is whom it befell: "was shot", "students kidnapped", "hit by a bullet"."""

from typing import NamedTuple

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Grammar

_BESIDE = 24  # characters
_ATTACKED = frozenset({ActorKind.CIVILIANS, ActorKind.STATE_FORCE, ActorKind.PEACEKEEPERS})


class Deed(NamedTuple):
    """A verb of violence in a sentence."""

    start: int
    end: int


class DoneToReader:
    """Sees by the small words of one language whom a verb befell."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        being = any_of((*classes["be"], *classes["be_plural"]))
        self.passive = Pattern(rf"\b(?:{being})\s+(?:\w+\s+)?$")
        self._done_to, self._suffered = words("done_to"), words("suffered")
        self._taken, self._prepositions = words("taken_words"), words("preposition")
        self._by, self._being = words("by_words"), words("be", "be_plural")
        self._no_object = words("after_no_object")
        self._at_least = tuple(f"{words} " for words in classes["at_least"])
        civil = grammar.victims.keys() - {"person", "attacker"}
        self._harmless = frozenset(word for who in civil for word in grammar.victims[who])

    def is_done_to(self, sentence: Sentence, found: ActorFound, deed: Deed) -> bool | None:
        """Whether a verb is passive, or has no object: "students kidnapped during the past week".

        None where it has no subject at all: "is holding a senator, kidnapped on Monday".
        """
        lower = sentence.page.lower
        if self.passive.is_in(lower[max(found.end, deed.start - _BESIDE) : deed.start]):
            return True
        verb, *rest = lower[deed.start : deed.end].split()
        is_whole = len(rest) > 1 and rest[0] in self._by  # "hit by a stray bullet has died"
        if verb in self._being or is_whole:
            return True
        after = lower[deed.end : min(sentence.end, deed.end + _BESIDE)].split()
        is_by = not self._by.isdisjoint((*rest, *after)[:1])  # "reservists ambushed by bandits"
        is_bare = not rest or rest[0] in self._prepositions  # not "seized weapons"
        if not (is_by or (is_bare and self._may_be(sentence, found, verb))):
            return False
        if " ".join(after).startswith(self._at_least):
            return False  # "killed at least two"
        if after and after[0] not in self._no_object and after[0][0] not in self._no_object:
            return False
        return True if len(lower[found.end : deed.start].split()) <= 1 else None

    def _may_be(self, sentence: Sentence, found: ActorFound, verb: str) -> bool:
        """Whether somebody rather was attacked than attacked: "villagers attacked in Gao"."""
        is_harmless = sentence.page.words_of(found)[-1] in self._harmless
        may_suffer = is_harmless or found.kind in _ATTACKED
        is_taken = is_harmless and verb in self._taken
        return verb in self._done_to or is_taken or (may_suffer and verb in self._suffered)

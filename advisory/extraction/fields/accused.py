"""Who did it by their very name, where nothing else says who did: "the attackers", "gunmen".

A report that tells how a church was raided may go on with "the gunmen fled on motorcycles" and
never say in one sentence that they raided it. Its word for them does: where it begins a clause of
what tells the incident, or means people told of behind it, up to the next story.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.actors.unnamed import PhraseReader
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.groups import ARMED, BLASTS, DEEDS, KILLINGS, TAKEN
from advisory.extraction.roles.facing import FIGHTS
from advisory.extraction.roles.roles import ACTING, Part
from advisory.extraction.sentence import Sentence
from advisory.extraction.words import toll_span
from advisory.model.value import UNNAMED, Actor
from advisory.model.vocabulary import ActorKind, ActorRole
from advisory.rulebook.lexicon import Grammar

_BY_HAND = (ARMED | BLASTS | DEEDS | KILLINGS | TAKEN) - FIGHTS
_BY_HAND |= {"attack_on_forces", "ambush_of_forces"}
_REACH, _BEFORE = 700, 40  # characters
_CAPTORS = f"{UNNAMED}kidnappers"
_WHO = frozenset(
    f"{UNNAMED}{name}" for name in ("gunmen", "assailants", "bandits", "pirates", "kidnappers")
)
"""Whoever is called so has done it; "rebels" may only live there."""


class Accused:
    """Sees by the small words of one language whom a report calls by what they did."""

    def __init__(self, grammar: Grammar) -> None:
        self._the = grammar.words("definite", "demonstrative", "ones_own")
        self._lead = grammar.words("and", "subordinate", "relative", "when", "relative_that") | {""}
        self._phrases = PhraseReader(grammar)
        self._shown = grammar.words("garments", "rides", "posing")
        self._small = grammar.words("article") | frozenset(grammar.numbers)

    def parts(
        self, known: Sequence[Part], draft: Draft, kind: str, stories: Sequence[int]
    ) -> tuple[Part, ...]:
        """Return the parts `known`, and where nobody in them acts that of whom it accuses.

        `stories` are where the sentences begin that tell something: the next one ends this.
        """
        if kind not in _BY_HAND or any(part.actor.role in ACTING for part in known):
            return tuple(known)
        return (*known, *islice(self._called(draft, kind, stories), 1))

    def _called(self, draft: Draft, kind: str, stories: Sequence[int]) -> Iterator[Part]:
        stretches = [*_stretches(draft, stories)]
        for sentence, end in stretches:
            for found in sentence.findings.actors_in(sentence.start, end):
                if found.id in _WHO and self._is_called(sentence, found, kind):
                    yield _part(found)
        for sentence, end in stretches:
            for found in self._phrases.phrases(sentence.page, sentence.start, end, ()):
                if self._is_seen(sentence, found):
                    yield _part(found)

    def _is_seen(self, sentence: Sentence, found: ActorFound) -> bool:
        """Whether somebody is told by dress or ride: "two men on a motorcycle fled"."""
        words = set(found.name.split())
        if found.kind is not ActorKind.UNIDENTIFIED or self._shown.isdisjoint(words):
            return False
        hurt = (toll_span(sentence, toll) for toll in sentence.tolls)
        behind = sentence.findings.hits_in(found.end, found.end + _BEFORE)
        is_hurt = any(start <= found.start < end for start, end in hurt)
        if is_hurt or any(hit.kind == "harm" for hit in behind):
            return False
        before = sentence.page.before(found.start, _BEFORE, sentence.start)
        before = [word for word in before if word not in self._small]
        return not before or before[-1] in self._lead or not before[-1][-1].isalnum()

    def _is_called(self, sentence: Sentence, found: ActorFound, kind: str) -> bool:
        """Whether a word means who did it: it begins a clause there, or is "the attackers"."""
        if found.id == _CAPTORS and kind not in TAKEN:
            return False
        before = sentence.page.before(found.start, _BEFORE)
        if not self._the.isdisjoint(before[-1:]):
            return True
        lead = before[-1] if before and found.start > sentence.start else ""
        return found.start < sentence.end and (lead in self._lead or not lead[-1].isalnum())


def _stretches(draft: Draft, stories: Sequence[int]) -> Iterator[tuple[Sentence, int]]:
    """Yield each sentence of what is told with where the next story begins, not far behind it."""
    own = {telling.sentence.start for telling in draft.tellings}
    for sentence in (telling.sentence for telling in draft.tellings):
        next_ones = (at for at in stories if at >= sentence.end and at not in own)
        yield sentence, min((sentence.end + _REACH, *next_ones))


def _part(found: ActorFound) -> Part:
    return Part(found, Actor(found.name, ActorRole.PERPETRATOR, found.kind, found.id))

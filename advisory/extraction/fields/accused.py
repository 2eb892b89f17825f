"""Who did it by their very name, where nothing else says who did: "the attackers", "gunmen".

A report that tells how a church was raided may go on with "the gunmen fled on motorcycles" and
never say in one sentence that they raided it. Its word for them does: where it begins a clause of
what tells the incident, or means people told of behind it, up to the next story.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.groups import ARMED, BLASTS, DEEDS, KILLINGS, TAKEN
from advisory.extraction.roles.facing import FIGHTS
from advisory.extraction.roles.roles import ACTING, Part
from advisory.extraction.sentence import Sentence
from advisory.model.value import UNNAMED, Actor
from advisory.model.vocabulary import ActorRole
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
        self._lead = grammar.words("and", "subordinate", "relative") | {""}

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
        own = {telling.sentence.start for telling in draft.tellings}
        for sentence in (telling.sentence for telling in draft.tellings):
            next_ones = (at for at in stories if at >= sentence.end and at not in own)
            end = min((sentence.end + _REACH, *next_ones))
            for found in sentence.findings.actors_in(sentence.start, end):
                if found.id in _WHO and self._is_called(sentence, found, kind):
                    actor = Actor(found.name, ActorRole.PERPETRATOR, found.kind, found.id)
                    yield Part(found, actor)

    def _is_called(self, sentence: Sentence, found: ActorFound, kind: str) -> bool:
        """Whether a word means who did it: it begins a clause there, or is "the attackers"."""
        if found.id == _CAPTORS and kind not in TAKEN:
            return False
        before = sentence.page.before(found.start, _BEFORE)
        if not self._the.isdisjoint(before[-1:]):
            return True
        lead = before[-1] if before and found.start > sentence.start else ""
        return found.start < sentence.end and (lead in self._lead or not lead[-1].isalnum())

"""Who made an arrest of which nobody is told to have made it: the force that the report names.

"Two men were picked up on Tuesday" leaves out the police who tell of it, or who came to the scene.
It is the force nearest to those words, in their sentence, before or behind.
"""

from collections.abc import Sequence

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.groups import ARRESTS
from advisory.extraction.roles.roles import ACTING, Part
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.value import UNNAMED, Actor
from advisory.model.vocabulary import ActorKind, ActorRole
from advisory.rulebook.lexicon import Grammar

_RULE = "actors/the_law"
_BY_FORCE = ARRESTS | {"detention_of_foreigner", "bomb_defused"}
_POLICE = "police"  # in an id: an army may be of another story
_REACH = 700  # characters


class TheLaw:
    """Finds the force by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._words = Pattern(rf"\b(?:{any_of(grammar.classes['the_law'])})\b")

    def parts(self, known: Sequence[Part], draft: Draft, kind: str) -> tuple[Part, ...]:
        """Return the parts `known`, and where nobody in them acts that of the nearest force."""
        if kind not in _BY_FORCE or any(part.actor.role in ACTING for part in known):
            return tuple(known)
        found = self._nearest(draft, {part.found.id for part in known})
        if found is None:
            return tuple(known)
        actor = Actor(found.name, ActorRole.PERPETRATOR, found.kind, found.id)
        return (*known, Part(found, actor))

    def _nearest(self, draft: Draft, known: set[str]) -> ActorFound | None:
        told = [one for one in draft.tellings if one.trigger and one.type in _BY_FORCE]
        sentence = (told or draft.tellings)[0].sentence
        at = told[0].trigger.start if told and told[0].trigger else sentence.start
        start, end = max(0, at - _REACH), at + _REACH
        page = sentence.page
        forces = [
            one
            for one in sentence.findings.actors_in(start, end)
            if one.kind is ActorKind.STATE_FORCE
            and one.id not in known
            and (_POLICE in one.id or sentence.start <= one.start < sentence.end)
        ]
        for match in self._words.all(page.lower[start:end]):
            first, last = start + match.start, start + match.end
            id_, kind = f"{UNNAMED}in_uniform", ActorKind.STATE_FORCE
            name = page.lower[first:last]
            forces.append(ActorFound(first, last, id_, name, kind, _RULE, is_unnamed=True))
        return min(forces, key=lambda one: abs(one.start - at), default=None)

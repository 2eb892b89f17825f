"""Who ran into a blast: a convoy that "hit a mine" is its subject, and no doer of it.

Likewise an army vehicle to which a bomb was attached "detonated", and the army did not.
"""

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.groups import BLASTS
from advisory.extraction.roles.scene import NEAR, Role, Scene
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.vocabulary import ActorRole
from advisory.rulebook.lexicon import Grammar


class BefallenReader:
    """Sees by the small words of one language whom a mine or a bomb befell."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        few, some = r"(?:\s+[\w'-]+){0,6}?\s+", r"(?:[\w-]+\s+){0,3}?"
        hitting, mines = any_of(classes["running_into"]), any_of(classes["mines"])
        the = any_of((*classes["article"], *classes["definite"], *classes["another"]))
        self._hit = Pattern(rf"^{few}(?:{hitting})\s+(?:{the})\s+{some}(?:{mines})\b")
        things, bursting = any_of(classes["things_of_forces"]), any_of(classes["bursting"])
        behind = any_of(word for word in classes["after_no_object"] if word.isalpha())
        self._burst = Pattern(
            rf"^\s+(?:{things})(?:\s+\w+){{0,2}}?\s+(?:{bursting})(?:[,.;]|\s+(?:{behind})\b)"
        )

    def role(self, scene: Scene, found: ActorFound) -> Role | None:
        """Return the role of who ran into a mine, or whose vehicle burst."""
        if scene.trigger is None or scene.trigger.id not in BLASTS:
            return None
        after = scene.page.lower[found.end : min(scene.sentence.end, found.end + NEAR)]
        befell = self._hit.is_in(after) or self._burst.is_in(after)
        return (ActorRole.TARGET, False) if befell else None

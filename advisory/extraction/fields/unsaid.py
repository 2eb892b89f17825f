"""Who did it where no sentence says so: by their name, their march or their office."""

from collections.abc import Sequence

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.fields.accused import Accused
from advisory.extraction.fields.marchers import Marchers
from advisory.extraction.fields.the_law import TheLaw
from advisory.extraction.roles.roles import Part
from advisory.rulebook.lexicon import Grammar


class Unsaid:
    """Adds them by the small words of one language, where nobody known acts."""

    def __init__(self, grammar: Grammar) -> None:
        self._accused = Accused(grammar)
        self._marchers = Marchers(grammar)
        self._law = TheLaw(grammar)

    def parts(
        self, known: Sequence[Part], draft: Draft, kind: str, stories: Sequence[int]
    ) -> tuple[Part, ...]:
        """Return the parts `known` and that of who else did it.

        `stories` are where the sentences begin that tell something.
        """
        known = self._accused.parts(known, draft, kind, stories)
        known = self._marchers.parts(known, draft, kind)
        return self._law.parts(known, draft, kind)

"""Roads that are called by letters and a number: "the N2", "M-7", "RN5A", "Route 5".

They are looked for only where a text has words that shut or open roads. Who is called so is no
road: M23 is none.
"""

from collections.abc import Sequence

from advisory.extraction.text.page import Page, fold
from advisory.extraction.text.patterns import Pattern
from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import ConditionKind
from advisory.rulebook.lexicon import Lexicon


class RoadNames:
    """Finds roads by the letters of one language, or of the countries it writes of."""

    def __init__(self, lexicon: Lexicon) -> None:
        classes = lexicon.grammar.classes
        letters, words = "|".join(classes["road_letters"]), "|".join(classes["road_words"])
        self._names = Pattern(rf"\b(?:(?:{letters})-?\d{{1,4}}[a-z]?|(?:{words}) \d{{1,4}})\b")
        self._actors = {fold(a) for actor in lexicon.actors.values() for a in actor.aliases}

    def hits(self, page: Page, hits: list[Hit]) -> Sequence[Hit]:
        """Return the hits of a text in its order, with the roads that it calls so."""
        road = ConditionKind.ROAD_CLOSED.value
        if not any(hit.kind == "conditions" and hit.id == road for hit in hits):
            return hits
        named = [
            Hit(found.start, found.end, "near", road)
            for found in self._names.all(page.lower)
            if page.lower[found.start : found.end] not in self._actors
        ]
        return sorted([*hits, *named], key=lambda hit: hit.start) if named else hits

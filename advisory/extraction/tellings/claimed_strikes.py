"""Who fights and says that it "struck an oil depot" tells of a strike, with what it does not say.

"Struck" and "hit" are faint words: lightning strikes a depot, too, and firms hit targets. Where a
force or a state says that it did so itself, to a thing that armies strike, it is its claim.
"""

from collections.abc import Sequence
from itertools import takewhile

from advisory.extraction.roles.own_deeds import OwnDeedReader
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Grammar

_REACH = 60  # characters from the verb to what it struck


class ClaimedStrikes:
    """Sees strikes that a side claims by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._own_deeds = OwnDeedReader(grammar)
        self._struck = grammar.words("can_be_hit", "struck_by_armies")
        self._parting = grammar.words("preposition", "subordinate", "relative", "of")

    def told(self, sentence: Sentence, triggers: Sequence[Hit]) -> list[Hit]:
        """Return the faint verbs with which a side tells of its own strike."""
        return [
            hit
            for hit in triggers
            if hit.form not in NOUNS
            and self._strikes_a_thing(sentence, hit)
            and self._own_deeds.is_of_a_side(sentence, hit)
        ]

    def _strikes_a_thing(self, sentence: Sentence, hit: Hit) -> bool:
        behind = (word.strip(",.;") for word in sentence.page.behind(hit.end, _REACH))
        return not self._struck.isdisjoint(takewhile(lambda w: w not in self._parting, behind))

"""Who fights and says that it "struck an oil depot" tells of a strike, with what it does not say.

"Struck" and "hit" are faint words: lightning strikes a depot, too, and firms hit targets. Where a
force or a state says that it did so itself, to a thing that armies strike, it is its claim.
"""

from collections.abc import Sequence
from itertools import takewhile

from advisory.extraction.roles.deeds import Deed
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
        self._carrying_out = grammar.classes["carrying_out"]
        self._parting = grammar.words("preposition", "subordinate", "relative", "of", "ones_own")

    def told(self, sentence: Sentence, triggers: Sequence[Hit]) -> list[Hit]:
        """Return the faint words with which a side tells of its own strike."""
        return [hit for hit in triggers if self._is_own_strike(sentence, hit)]

    def _is_own_strike(self, sentence: Sentence, hit: Hit) -> bool:
        if hit.form not in NOUNS:
            deed = Deed(hit.start, hit.end) if self._strikes_a_thing(sentence, hit) else None
        else:
            deed = self._carried_out(sentence, hit)
        return deed is not None and self._own_deeds.is_of_a_side(sentence, deed)

    def _carried_out(self, sentence: Sentence, hit: Hit) -> Deed | None:
        """Return the verb right before a noun: "said it carried out strikes on"."""
        before = sentence.page.lower[sentence.start : hit.start].rstrip()
        verb = next((verb for verb in self._carrying_out if before.endswith(verb)), None)
        end = sentence.start + len(before)
        return Deed(end - len(verb), end) if verb else None

    def _strikes_a_thing(self, sentence: Sentence, hit: Hit) -> bool:
        behind = (word.strip(",.;") for word in sentence.page.behind(hit.end, _REACH))
        return not self._struck.isdisjoint(takewhile(lambda w: w not in self._parting, behind))

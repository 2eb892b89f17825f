"""Whose strike it is: the nurses, the railway staff, the pilots of "pilots' strike".

Two strikes of one day in one country are told apart by their trade alone. Unions and workers are of
any trade, and so are a general strike and one of three days.
"""

from collections.abc import Iterator

from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.proofs import proof
from advisory.extraction.text.scan import Hit
from advisory.model.value import Evidence
from advisory.rulebook.lexicon import Grammar

_STRIKE = "strike_action"


class Strikers:
    """Finds the words for a trade by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._any_trade = frozenset(grammar.classes["any_trade"])

    def proofs(self, page: Page, sentence: Sentence, trigger: Hit | None) -> Iterator[Evidence]:
        """Yield the words of its sentence for those who strike."""
        if trigger is None or trigger.id != _STRIKE:
            return
        for hit in sentence.of("near"):
            words = page.lower[hit.start : hit.end].split()
            if hit.id == _STRIKE and not self._any_trade.issuperset(words):
                yield proof(page, "who", "strikers/near", (hit.start, hit.end))
        first, _, rest = page.lower[trigger.start : trigger.end].partition(" ")
        if trigger.form == "noun" and rest and first.rpartition("-")[2] not in self._any_trade:
            end = trigger.start + len(first)
            yield proof(page, "who", "strikers/named", (trigger.start, end))

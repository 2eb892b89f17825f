"""Whose strike it is: the nurses, the railway staff, the pilots of "pilots' strike".

Two strikes of one day in one country are told apart by their trade alone. Unions and workers are of
any trade, and so are a general strike and one of three days.
"""

from collections.abc import Iterator

from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page, proof
from advisory.extraction.text.scan import Hit
from advisory.model.value import Evidence
from advisory.rulebook.lexicon import Grammar

_STRIKE = "strike_action"


class Strikers:
    """Finds the words for a trade by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._any_trade = grammar.words("any_trade")
        self._small = self._any_trade.union(grammar.stop_words)
        self._verbal = (*grammar.classes["doing_endings"], *grammar.classes["past_endings"])

    def proofs(self, sentence: Sentence, trigger: Hit | None) -> Iterator[Evidence]:
        """Yield the words of its sentence for those who strike."""
        if trigger is None or trigger.id != _STRIKE:
            return
        for hit in sentence.of("near"):
            if hit.id != _STRIKE:
                continue
            is_any = self._any_trade.issuperset(sentence.page.words_of(hit))
            start = self._modifier(sentence, hit) if is_any else hit.start
            if start is not None:
                yield proof(sentence.page, "who", "strikers/near", (start, hit.end))
        yield from self._named(sentence.page, trigger)

    def _modifier(self, sentence: Sentence, hit: Hit) -> int | None:
        """Return where the word begins that says which workers: "railway", but no name of a union.

        What ends as a verb does says nothing of a trade: "striking workers".
        """
        page = sentence.page
        word = page.between(sentence.start, hit.start)[-1:]
        start = hit.start - len(word[0]) - 1 if word else sentence.start
        is_word = bool(word) and page.lower[start : hit.start - 1] == word[0] and word[0].isalpha()
        is_name = start > sentence.start and page.plain[start].isupper()
        if not is_word or is_name or word[0] in self._small or word[0].endswith(self._verbal):
            return None
        return start

    def _named(self, page: Page, trigger: Hit) -> Iterator[Evidence]:
        first, _, rest = page.phrase(trigger).partition(" ")
        if trigger.form == "noun" and rest and first.rpartition("-")[2] not in self._any_trade:
            yield proof(page, "who", "strikers/named", (trigger.start, trigger.start + len(first)))

"""Where a clause ends: at a semicolon, at ", and", and at the small words that begin another.

What something "triggered" has happened, whatever is said before it: "a rise in prices triggered
protests". What it "could have triggered" has not.
"""

from itertools import pairwise

from advisory.extraction.text.page import Page
from advisory.rulebook.lexicon import Grammar

_MARKS = (";", ", and ", ", but ")
_NOT_YET = ("be", "be_plural", "have", "have_plural", "infinitive", "modal")


class ClauseBreaks:
    """Finds the ends of clauses by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._breaks = (*_MARKS, *(f" {words} " for words in grammar.classes["clause_breaks"]))
        self._causing, self._not_yet = grammar.words("has_caused"), grammar.words(*_NOT_YET)

    def is_between(self, page: Page, start: int, end: int) -> bool:
        """Whether a clause ends between two offsets."""
        between = f" {page.lower[start:end]} "
        return any(mark in between for mark in self._breaks) or self._is_caused(between.split())

    def _is_caused(self, words: list[str]) -> bool:
        if self._causing.isdisjoint(words[1:]):
            return False
        return any(
            two in self._causing and one not in self._not_yet for one, two in pairwise(words)
        )

"""Where a clause ends: at a semicolon, at ", and", and at the small words that begin another."""

from advisory.extraction.text.page import Page
from advisory.rulebook.lexicon import Grammar

_MARKS = (";", ", and ", ", but ")


class ClauseBreaks:
    """Finds the ends of clauses by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._breaks = (*_MARKS, *(f" {words} " for words in grammar.classes["clause_breaks"]))

    def is_between(self, page: Page, start: int, end: int) -> bool:
        """Whether a clause ends between two offsets."""
        between = f" {page.lower[start:end]} "
        return any(mark in between for mark in self._breaks)

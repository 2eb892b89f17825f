"""Words for people that only say more of the next word, or only where something lies.

"A police informer" is no policeman, and no police stand in "the 7th police district" or in a
village "under Kowa police station".
"""

from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.rulebook.lexicon import Grammar

_BEFORE, _BEHIND = 60, 30
_MARKS = ".,;:\"'"


class AttributeReader:
    """Sees such words by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        limits, under = any_of(classes["limits_words"]), any_of(classes["under_words"])
        posts = any_of(classes["posts_of_the_law"])
        self._limits = Pattern(rf"^\s+(?:(?:{posts})\s+)?(?:{limits})\b", classes["limits_words"])
        self._under = Pattern(
            rf"\b(?:{under})\s+(?:the\s+)?(?:[A-Z][\w'-]*\s+){{1,3}}$", classes["under_words"]
        )
        self._kinds = frozenset(classes["kind_of_people"])

    def is_one(self, page: Page, begin: int, start: int, end: int) -> bool:
        """Whether the words between two offsets of a sentence that begins at `begin` are such."""
        behind = page.lower[end : end + _BEHIND]
        word = behind.split(maxsplit=1)[:1]
        return (
            any(one.strip(_MARKS) in self._kinds for one in word)
            or self._limits.is_in(behind)
            or self._under.is_in(page.named[max(begin, start - _BEFORE) : start])
        )

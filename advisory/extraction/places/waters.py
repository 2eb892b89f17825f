"""Seas that are called after a land: "the Gulf of Guinea" lies neither in Guinea nor in a Gulf."""

from advisory.extraction.text.page import Page
from advisory.model.text import Toponym
from advisory.model.value import Place, Span
from advisory.rulebook.lexicon import Grammar

_UNLOCATED = "unlocated"
_LONGEST = 16  # characters: "straits of the "


class Waters:
    """Finds such names by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        of, self._the = classes["of"], frozenset(classes["definite"])
        self._waters = frozenset(classes["waters"])
        self._of = tuple(f" {word} " for word in of)
        self._of_the = tuple(f" {w} {the} " for w in of for the in self._the)

    def whole(self, page: Page, one: Toponym) -> Toponym:
        """Return the sea that a name ends, or the name itself."""
        start = one.span.start
        if not page.lower.endswith((*self._of, *self._of_the), max(0, start - _LONGEST), start):
            return one
        before = page.lower[max(0, start - _LONGEST) : start].split()
        if before[-1] in self._the:
            before.pop()
        named = before[-2] if before[1:] else ""  # not "the Black Sea port of Odesa"
        if named not in self._waters:
            return one
        begin = page.lower.rindex(named, 0, start)
        name = " ".join(page.text[begin : one.span.end].split())
        return Toponym(Span.of(page.text, begin, one.span.end), Place(name, kind=_UNLOCATED))

    def end(self, page: Page, begin: int, stop: int) -> int:
        """Return where a name that no gazetteer knows ends: behind "Bengal" of "Bay of Bengal"."""
        if page.lower[begin:stop] not in self._waters or not page.lower.startswith(self._of, stop):
            return stop
        of, land = page.named[stop:].split(maxsplit=2)[:2]
        return page.named.index(land, stop + len(of)) + len(land.rstrip(".,;:"))

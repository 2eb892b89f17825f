"""Waters, and seas that share a name: "the Gulf of Guinea" lies neither in Guinea nor in a Gulf.

A sea is in no country, wherever somebody speaks of it, and what happened "on Lake Kivu" was there.
"The Niger river near Mopti" is at Mopti. Nor is "the Red Sea" the region of that name, unless
"state" or "province" stands behind it, and "the South China Sea" does not lie in the south of
China.
"""

from dataclasses import replace

from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.text import Toponym
from advisory.model.value import Place, Span
from advisory.rulebook.lexicon import Grammar

_UNLOCATED, _REGION = "unlocated", "admin1"
_MARKS = ".,;:"
_LONGEST = 16  # characters: "straits of the "


class Waters:
    """Finds such names by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        of, self._the = classes["of"], words("definite")
        self._waters, self._regions = words("waters"), words("wide_place_kind")
        self._inland = words("inland_waters")
        kinds, shore = any_of(classes["inland_waters"]), any_of(classes["offshore"])
        self._off = Pattern(rf"^(?:\s+(?:{kinds}))?,?\s+(?:{shore})\s+(?:the\s+)?$")
        self._of = tuple(f" {word} " for word in of)
        self._of_the = tuple(f" {w} {the} " for w in of for the in self._the)

    def is_sea(self, name: str) -> bool:
        """Whether a name is that of a sea: "Gulf of Guinea", "Red Sea"."""
        words = name.lower().split()
        return not self._waters.isdisjoint((words[0], words[-1]))

    def is_inland(self, page: Page, start: int, end: int) -> bool:
        """Whether a name is that of a lake or a river: "Lake Kivu", "the Niger river"."""
        behind = [word.rstrip(_MARKS) for word in page.behind(end, _LONGEST)[:1]]
        return not self._inland.isdisjoint((*page.words(start, end), *behind))

    def is_off(self, page: Page, start: int, end: int, town: int) -> bool:
        """Whether a town says where on a water it was: "the Niger river near Mopti"."""
        is_one = self.is_sea(page.lower[start:end]) or self.is_inland(page, start, end)
        return is_one and self._off.is_in(page.lower[end:town])

    def whole(self, page: Page, one: Toponym) -> Toponym:
        """Return the sea that a name ends, or the name itself."""
        start, end = one.span.start, one.span.end
        if sea := self._named(page, start, end):
            return sea
        if page.lower[start:end].split()[-1] in self._waters and not one.is_demonym:
            behind = page.words(end, end + _LONGEST)
            is_region = one.place.kind != _REGION or not self._regions.isdisjoint(behind)
            return one if is_region else replace(one, place=_sea(page, start, end))
        if not page.lower.endswith((*self._of, *self._of_the), max(0, start - _LONGEST), start):
            return one
        before = page.before(start, _LONGEST)
        if before[-1] in self._the:
            before.pop()
        named = before[-2] if before[1:] else ""  # not "the Black Sea port of Odesa"
        if named not in self._waters:
            return one
        begin = page.lower.rindex(named, 0, start)
        return Toponym(Span.of(page.text, begin, end), _sea(page, begin, end))

    def _named(self, page: Page, start: int, end: int) -> Toponym | None:
        """Return the sea that a name begins: "the South China Sea", found as "China"."""
        after = next(iter(page.plain[end : end + _LONGEST].split()), "").rstrip(_MARKS)
        if not after.istitle() or after.lower() not in self._waters:
            return None
        stop = page.plain.index(after, end) + len(after)
        before = next(iter(page.plain[max(0, start - _LONGEST) : start].split()[-1:]), "")
        is_part = before.istitle() and before.lower() not in self._the
        begin = page.plain.rindex(before, 0, start) if is_part else start
        return Toponym(Span.of(page.text, begin, stop), _sea(page, begin, stop))

    def end(self, page: Page, begin: int, stop: int) -> int:
        """Return where a name that no gazetteer knows ends: behind "Bengal" of "Bay of Bengal"."""
        if page.lower[begin:stop] not in self._waters or not page.lower.startswith(self._of, stop):
            return stop
        of, land = page.named[stop:].split(maxsplit=2)[:2]
        return page.named.index(land, stop + len(of)) + len(land.rstrip(".,;:"))


def _sea(page: Page, start: int, end: int) -> Place:
    return Place(" ".join(page.text[start:end].split()), kind=_UNLOCATED)

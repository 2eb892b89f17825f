r"""Quarters of a town: finer than the town, and in no gazetteer.

"In the Cidade Nova neighbourhood of Bissau", "the suburb of Matoto, west of Conakry", "Nampula's
Muatala quarter": the quarter is where it happened, and the town says where that lies. A quarter
linked to its town is named with it, "Cidade Nova neighbourhood of Bissau"; one that stands alone
lies in the town its sentence names, if it names one. A word like "district" is a quarter's only
inside a town. A homonym that the gazetteer puts somewhere else gives way.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.places.place_found import QUARTER, PlaceFound, in_town, is_town
from advisory.extraction.places.this_town import CAPITAL
from advisory.extraction.text.page import Page, anchors
from advisory.extraction.text.patterns import Pattern
from advisory.model.value import Place
from advisory.rulebook.lexicon import Grammar

_BEHIND = (1, 2)  # forms in which the name stands behind its kind: "the barrio La Paz"
_LINK = 45  # characters from a quarter to its town


def name_of_quarter(grammar: Grammar) -> str:
    """Return the pattern of a name of a quarter, a street, a market: "Place de la Victoire"."""
    small = "|".join(grammar.name_words["in_quarters"])
    return rf"(?:[ae][a-z]-)?[A-Z][A-Za-z.'-]*(?:[ -](?:[A-Z][A-Za-z.'-]*|(?:{small})\b)){{0,4}}"


class QuarterReader:
    """Finds quarters by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._sure = grammar.words("quarter_kind")
        name = name_of_quarter(grammar)
        kinds = "|".join((*classes["quarter_kind"], *classes["quarter_kind_in_town"]))
        sure = "|".join(classes["quarter_kind"])
        led = "|".join(sorted((*classes["locative"], *classes["of"]), key=len, reverse=True))
        the, an = "|".join(classes["definite"]), "|".join(classes["article"])
        sites = "|".join(classes["small_place_kind"])
        called = "|".join((*classes["of"], *classes["called"]))
        self._kinds = anchors((*classes["quarter_kind"], *classes["quarter_kind_in_town"]))
        self._forms = tuple(
            Pattern(form)
            for form in (
                rf"""(?:\b(?:{led}|{the})|'s)\s+(?:[a-z-]+\s+){{0,2}}"?({name})"?\s+(?:(?:{sites})\s+)?(?i:({kinds}))\b""",
                rf'\b(?:{the})\s+(?:[A-Za-z-]+\s+){{0,2}}(?i:({kinds}))\s+(?:{called})\s+"?({name})',
                rf'\b(?:{the})\s+({sure})\s+"?({name})',
                rf"\b({name}),\s+(?:{an}|{the})\s+(?:[A-Za-z-]+\s+){{0,3}}(?i:({kinds}))\b",
            )
        )
        inside = "|".join(classes["inside_words"])
        self._link = Pattern(rf"^,\s+$|^[\s,(]*(?:\w+\s+)?(?:{inside})\s+(?:\w+\s+){{0,4}}$")
        self._of = tuple(f" {word} " for word in classes["of"])
        self._describing = grammar.name_words["describing_endings"]
        self._no_names = grammar.words("not_a_place", "not_a_quarter")

    def refined(
        self, page: Page, span: tuple[int, int], known: Sequence[PlaceFound]
    ) -> list[PlaceFound]:
        """Return the places known in a sentence, with its quarters for their homonyms."""
        if self._kinds.isdisjoint(page.words(*span)):
            return list(known)
        found = list(self._quarters(page, span, known))
        return [*(one for one in known if not any(_hides(q, one) for q in found)), *found]

    def _quarters(
        self, page: Page, span: tuple[int, int], known: Sequence[PlaceFound]
    ) -> Iterator[PlaceFound]:
        start, end = span
        until = start
        for begin, stop, close, kind in sorted(self._named(page, start, end)):
            if begin < until:
                continue
            others = [one for one in known if one.end <= begin or one.start >= stop]
            quarter = self._quarter(page, (begin, stop, close), kind, others)
            owns = page.lower.startswith(self._of, close) and any(
                (one.start, one.end) == (begin, stop) and self._is_owner_of(one, quarter, kind)
                for one in known
            )
            if quarter is not None and not owns:  # "the Bissau quarter of Antula" is Antula
                until = quarter.end
                yield quarter

    def _is_owner_of(self, one: PlaceFound, quarter: PlaceFound | None, kind: str) -> bool:
        """Whether a place is no quarter of the town behind it: "Niono district of Segou"."""
        if quarter is None or quarter.end == one.end or not is_town(one):
            return is_town(one)
        # "The Kita area of Kayes" may lie in the region; Maiduguri has none called after it.
        of_region = quarter.place.name.endswith(f", {quarter.place.admin1_name}")
        is_wide = (kind not in self._sure and of_region) or one.place.kind == CAPITAL
        return is_wide and one.place.country == quarter.place.country

    def _named(self, page: Page, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
        """Yield where a name begins and ends, where the phrase ends, and the word of its kind."""
        for number, form in enumerate(self._forms):
            name, word = (2, 1) if number in _BEHIND else (1, 2)
            for match in form.all(page.named[start:end]):
                begin, stop = (start + offset for offset in match.span(name))
                while page.plain[stop - 1] in ".'-":
                    stop -= 1
                begin = max(begin, page.lower.rfind("'s ", begin, stop) + len("'s "))
                begin = self._without_adjectives(page, begin, stop)
                if begin < stop:
                    yield begin, stop, start + match.end, (match.group(word) or "").lower()

    def _without_adjectives(self, page: Page, begin: int, stop: int) -> int:
        """Return where a name begins after what only describes: "the exclusive La Paz quarter"."""
        words = page.lower[begin:stop].split()
        at = begin
        for word in words:
            is_name = word.removesuffix("'s") not in self._no_names
            if is_name and not word.endswith(self._describing):
                break
            at += len(word)
            at += len(page.lower[at:stop]) - len(page.lower[at:stop].lstrip())
        return at

    def _quarter(
        self, page: Page, where: tuple[int, int, int], kind: str, others: Sequence[PlaceFound]
    ) -> PlaceFound | None:
        begin, stop, close = where
        name = " ".join(page.text[begin:stop].split())
        towns = [one for one in others if is_town(one)]
        town = next((one for one in towns if self._is_linked(page, close, one)), None)
        if town is not None:
            place = in_town(f"{name}, {town.place.name}", town.place)
            return PlaceFound(begin, town.end, place, QUARTER, is_led=True)
        owner = next((one for one in towns if self._is_owner(page, one, begin)), None)
        if owner is None and kind not in self._sure:
            return None  # "Kita, in the district of Kayes"
        only = owner or (towns[0] if len({one.place.name for one in towns}) == 1 else None)
        place = in_town(name, only.place) if only else Place(name, kind="site")
        return PlaceFound(begin, stop, place, QUARTER, is_led=True)

    def _is_linked(self, page: Page, close: int, town: PlaceFound) -> bool:
        return 0 <= town.start - close <= _LINK and self._link.is_in(page.lower[close : town.start])

    def _is_owner(self, page: Page, town: PlaceFound, begin: int) -> bool:
        return 0 <= begin - town.end <= _LINK and page.lower[town.end :].startswith("'s ")


def _hides(quarter: PlaceFound, one: PlaceFound) -> bool:
    """Whether a place stands in a quarter's words, and is not the town at their end."""
    is_its_town = one.end == quarter.end and one.start > quarter.start
    return quarter.start < one.end and one.start < quarter.end and not is_its_town

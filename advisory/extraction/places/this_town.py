"""What a report calls the town on its dateline: "a bomb exploded in this city", "in the capital".

The capital is that of the dateline, or else the only one that the report names; "in Mali's capital"
and "in the Malian capital" say whose it is, and the gazetteer knows which town that is. Who says
"30 km from the capital" says where it is not: only what is in it, near it or in a part of it is
there.
"""

from collections.abc import Callable, Iterable, Iterator

from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.text import Toponym
from advisory.model.value import Place
from advisory.rulebook.lexicon import Grammar

CapitalOf = Callable[[str], Place | None]
"""Finds the capital of a country by its code."""
CAPITAL = "capital"
"""The kind of place that is the capital of a country."""


class ThisTownReader:
    """Finds the words of one language that point at the town of the dateline."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._pointing = frozenset(words.split()[0] for words in classes["this_town"])
        self._words = Pattern(rf"\b({'|'.join(classes['this_town'])})\b")
        self._capitals = classes["the_capital"]
        whose = any_of(classes["whose_capital"])
        self._of = grammar.words("of")
        of, the = any_of(classes["of"]), any_of(classes["definite"])
        part = rf"(?:(?:{the})\s+)?(?:\w+\s+)?(?:{any_of(classes['capital_parts'])})\s+(?:{of})\s+"
        led, capital = any_of(classes["in_the_capital"]), any_of(self._capitals)
        self._capital = Pattern(
            rf"\b(?:{led})\s+(?:{part})?((?:{the})\s+(?:(?:{whose})\s+)?(?:{capital}))\b"
        )
        self._led = Pattern(rf"\b(?:{led})\s+(?:{part})?(?:(?:{the})\s+)?$")
        self._owned = Pattern(rf"^('s)?\s+(?:{capital})\b")

    def places(self, page: Page, span: tuple[int, int], town: PlaceFound) -> Iterator[PlaceFound]:
        """Yield the town where a sentence points at it; both words prove it."""
        words = page.words(*span)
        if self._pointing.isdisjoint(words):
            return
        for match in self._words.all(page.phrases[span[0] : span[1]]):
            yield _there(town, span[0], match.span(1))

    def capitals(self, page: Page, span: tuple[int, int], town: PlaceFound) -> Iterator[PlaceFound]:
        """Yield the capital where a sentence says "in the capital", or in its country's."""
        words = page.lower[span[0] : span[1]]
        for match in self._capital.all(words) if self._tells(words) else ():
            if self._of.isdisjoint(words[match.end :].split()[:1]):
                yield _there(town, span[0], match.span(1))

    def owned(
        self, page: Page, span: tuple[int, int], inside: Iterable[Toponym], capital: CapitalOf
    ) -> Iterator[PlaceFound]:
        """Yield the capital of a country where a sentence says whose it is: "in Mali's capital"."""
        if not self._tells(page.lower[span[0] : span[1]]):
            return
        for owner in inside:
            start, end = owner.span.start, owner.span.end
            words = self._owned.first(page.lower[end : span[1]])
            is_owner = owner.is_demonym or owner.place.kind == "country"
            if not (words and is_owner and (words.group(1) or owner.is_demonym)):
                continue
            town = owner.place.country and capital(owner.place.country)
            if town and self._led.is_in(page.lower[span[0] : start]):
                yield PlaceFound(start, end + words.end, town, "places/capital", is_led=True)

    def _tells(self, words: str) -> bool:
        return any(map(words.__contains__, self._capitals))


def _there(town: PlaceFound, start: int, words: tuple[int, int]) -> PlaceFound:
    first, last = (start + at for at in words)
    named = (town.start, town.end)
    return PlaceFound(first, last, town.place, "places/this_town", is_led=True, named=named)

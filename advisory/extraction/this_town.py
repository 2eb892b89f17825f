"""What a report calls the town on its dateline: "a bomb exploded in this city", "in the capital".

The capital is that of the dateline, or else the only one that the report names. Who says "30 km
from the capital" says where it is not: only what is in it, near it or in a part of it is there.
"""

from collections.abc import Iterable, Iterator

from advisory.extraction.page import Page, anchors
from advisory.extraction.patterns import Found, Pattern
from advisory.extraction.place_found import PlaceFound
from advisory.extraction.unnamed import any_of
from advisory.model.text import Toponym
from advisory.rulebook.lexicon import Grammar

CAPITAL = "capital"
"""The kind of place that is the capital of a country."""


class ThisTownReader:
    """Finds the words of one language that point at the town of the dateline."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._any = anchors(classes["this_town"])
        self._words = Pattern(rf"\b({'|'.join(classes['this_town'])})\b")
        self._capitals = tuple(classes["the_capital"])
        self._whose = frozenset(classes["whose_capital"])
        self._of = frozenset(classes["of"])
        of, the = any_of(classes["of"]), any_of(classes["definite"])
        part = rf"(?:(?:{the})\s+)?(?:\w+\s+)?(?:{any_of(classes['capital_parts'])})\s+(?:{of})\s+"
        self._capital = Pattern(
            rf"\b(?:{any_of(classes['in_the_capital'])})\s+(?:{part})?"
            rf"((?:{the})\s+(?:([\w']+)\s+)?(?:{any_of(self._capitals)}))\b"
        )

    def places(self, page: Page, span: tuple[int, int], town: PlaceFound) -> Iterator[PlaceFound]:
        """Yield the town where a sentence points at it; both words prove it."""
        if self._any.isdisjoint(page.words(*span)):
            return
        for match in self._words.all(page.phrases[span[0] : span[1]]):
            yield _there(town, span[0], match.span(1))

    def capitals(
        self, page: Page, span: tuple[int, int], town: PlaceFound, inside: Iterable[Toponym]
    ) -> Iterator[PlaceFound]:
        """Yield the capital where a sentence says "in the capital", or in its country's."""
        words = page.lower[span[0] : span[1]]
        if not any(each in words for each in self._capitals):
            return
        for match in self._capital.all(words):
            after = words[match.end :].split()[:1]
            if self._of.isdisjoint(after) and self._is_its(town, span[0], match, inside):
                yield _there(town, span[0], match.span(1))

    def _is_its(
        self, town: PlaceFound, start: int, match: Found, inside: Iterable[Toponym]
    ) -> bool:
        """Whether "the capital" has no other owner: "the Ruritanian capital" is that country's."""
        owner = match.group(2)
        if owner is None or owner in self._whose:
            return True
        at = start + match.span(2)[0]
        return any(
            each.is_demonym and each.span.start == at and each.place.country == town.place.country
            for each in inside
        )


def _there(town: PlaceFound, start: int, words: tuple[int, int]) -> PlaceFound:
    return PlaceFound(
        start + words[0],
        start + words[1],
        town.place,
        "places/this_town",
        is_led=True,
        named=(town.start, town.end),
    )

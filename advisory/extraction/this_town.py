"""What a report calls the town on its dateline: "a bomb exploded in this city"."""

from collections.abc import Iterator

from advisory.extraction.page import Page
from advisory.extraction.patterns import Pattern
from advisory.extraction.place_found import PlaceFound
from advisory.rulebook.lexicon import Grammar


class ThisTownReader:
    """Finds the words of one language that point at the town of the dateline."""

    def __init__(self, grammar: Grammar) -> None:
        self._words = Pattern(rf"\b({'|'.join(grammar.classes['this_town'])})\b")

    def places(self, page: Page, span: tuple[int, int], town: PlaceFound) -> Iterator[PlaceFound]:
        """Yield the town where a sentence points at it; both words prove it."""
        for match in self._words.all(page.phrases[span[0] : span[1]]):
            begin, stop = (span[0] + offset for offset in match.span(1))
            yield PlaceFound(
                begin,
                stop,
                town.place,
                "places/this_town",
                is_led=True,
                named=(town.start, town.end),
            )

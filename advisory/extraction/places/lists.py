"""Places told in one breath: "attacks were reported in Ber, Gossi and Hombori" are three.

A list is two places or more of one size, with a comma or an "and" between them, none of which lies
in another. "Gossi, Timbuktu region" is one place; "between Gossi and Hombori" is neither.
"""

from collections.abc import Sequence

from advisory.extraction.places.place_found import PlaceFound, are_apart
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern
from advisory.model.vocabulary import Precision
from advisory.rulebook.lexicon import Grammar

_MOST_LISTED = 12


class ListReader:
    """Finds lists of places by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        joined = "|".join(classes["and"])
        self._and = Pattern(rf"^,?\s+(?:{joined})\s+(?:in\s+)?$")
        self._comma = Pattern(r"^,\s+(?:in\s+)?$")

    def listed(
        self, page: Page, places: Sequence[PlaceFound], *, led: bool = True
    ) -> Sequence[PlaceFound]:
        """Return the places of the first list of a sentence, or nothing.

        `led` lists follow a preposition; others are subjects: "Togo and Benin shut their borders".
        """
        for number, first in enumerate(places):
            if first.is_led >= led and not first.is_demonym:
                run = self.run(page, places[number:])
                if len(run) > 1:
                    return run
        return ()

    def run(self, page: Page, places: Sequence[PlaceFound]) -> Sequence[PlaceFound]:
        """Return the places from the first on that one "and" closes, or nothing."""
        run = [places[0]]
        for one in places[1:_MOST_LISTED]:
            between = page.lower[run[-1].end : one.start].replace("\n", " ")
            is_last = self._and.is_in(between)
            if not (is_last or self._comma.is_in(between)) or not _is_beside(run[-1], one):
                return ()
            run.append(one)
            if is_last:
                return run
        return ()


def size(found: PlaceFound) -> Precision:
    """Return how wide a place is: a town, a region or a country."""
    return max(found.place.precision, Precision.DISTRICT)


def _is_beside(one: PlaceFound, other: PlaceFound) -> bool:
    """Whether two places are of one size and neither lies in the other."""
    if not (one.place.is_located and other.place.is_located) or other.is_demonym:
        return False
    return size(one) == size(other) and are_apart(one, other)

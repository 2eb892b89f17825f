"""A town that only names its district: "Macomia district" is all around Macomia.

"Beyoglu district of Istanbul", "Istanbul's Beyoglu district" is a part of a town.
"""

from collections.abc import Sequence

from advisory.extraction.places.place_found import PlaceFound, is_town, roughly
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.rulebook.lexicon import Grammar

_BEFORE, _BESIDE = 40, 20  # characters: " district of the "


class DistrictReader:
    """Tells such districts by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.classes["districts"]
        self._district = Pattern(rf"^\s+(?:{any_of(words)})\b", words)

    def marked(self, page: Page, found: Sequence[PlaceFound]) -> list[PlaceFound]:
        """Return the places of a sentence, those that name a district as roughly there."""
        towns = [one for one in found if is_town(one)]
        return [
            one._replace(place=roughly(one.place))
            if one in towns and self._is_named(page, one, towns)
            else one
            for one in found
        ]

    def is_told(self, page: Page, one: PlaceFound) -> bool:
        """Whether the word for a district stands behind a name."""
        return self._district.is_in(page.lower[one.end : one.end + _BEFORE])

    def _is_named(self, page: Page, one: PlaceFound, towns: Sequence[PlaceFound]) -> bool:
        is_part = any(
            0 <= one.start - other.end <= _BESIDE or 0 <= other.start - one.end <= _BESIDE
            for other in towns
        )
        return not is_part and self.is_told(page, one)

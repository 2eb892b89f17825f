"""What the word for a division beside a name says: "the province of Gao", "Kowa, Ber district".

The first is the region that has its name of a town; in the second the village lies in the district,
wherever a namesake that the gazetteer knows may lie.
"""

from dataclasses import replace

from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.vocabulary import Precision
from advisory.rulebook.lexicon import Grammar

_BEFORE = 40  # characters


class DivisionReader:
    """Reads divisions by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        names = ("wide_place_kind", "village_kinds", "inside_words")
        wide, villages, within = (any_of(classes[name]) for name in names)
        self._of_a_village = Pattern(
            rf"^\s+(?:(?:{villages}),\s+|(?:{villages}|{wide})\s+(?:{within})\s+(?:the\s+)?)$"
        )
        self._is_unit = Pattern(rf"^[\w'-]+(?:[\s-][\w'-]+){{0,3}}?\s+(?:{wide})\b")
        self._region_of = Pattern(rf"\b(?:{wide})\s+of\s+$")

    def as_region(self, page: Page, one: PlaceFound) -> PlaceFound:
        """Return the region that has its name of a town: "the province of Gao"."""
        place = one.place
        before = page.lower[max(0, one.start - _BEFORE) : one.start]
        is_eponym = place.kind == "seat" and place.name == place.admin1_name
        if not (is_eponym and self._region_of.is_in(before)):
            return one
        wide = max(place.precision, Precision.ADMIN1)
        region = replace(place, kind="admin1", precision=wide, geonameid=None)
        return one._replace(place=replace(region, regions=place.regions[:2]))

    def is_unit(self, page: Page, one: PlaceFound) -> bool:
        """Whether the word for a division stands behind a name: "Ber district"."""
        return self._is_unit.is_in(page.lower[one.start : one.end + _BEFORE])

    def has_village(self, page: Page, one: PlaceFound, unit: PlaceFound) -> bool:
        """Whether a village is said to lie in a district: "Kowa village, Ber district"."""
        between = page.lower[one.end : unit.start]
        return self.is_unit(page, unit) and self._of_a_village.is_in(between)

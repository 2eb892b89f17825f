"""A town that only says what was near: "near Gao", "north of Gao" is all around it."""

from dataclasses import replace

from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.value import Place
from advisory.model.vocabulary import Precision
from advisory.rulebook.lexicon import Grammar

_BEFORE = 60  # characters: "near the West Bank settlement of "
_FINE = frozenset({Precision.SITE, Precision.PLACE})


class AroundReader:
    """Reads how exactly a place is meant by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        near = (*classes["near_words"], *classes["beside_places"])
        kinds = any_of((*classes["place_kind"], *classes["village_kinds"]))
        self._near = Pattern(
            rf"(?i)\b(?:{any_of(near)})\s+(?:the\s+)?(?:(?:[\w'-]+\s+){{0,3}}(?:{kinds})\s+of\s+"
            rf"|(?:[\w'-]+\s+)?(?:{kinds})\s+)?$"
        )

    def placed(self, page: Page, found: PlaceFound) -> Place:
        """Return a place, as exact as it is told."""
        place, before = found.place, page.named[max(0, found.start - _BEFORE) : found.start]
        if place.precision not in _FINE or not place.is_located or not self._near.is_in(before):
            return place
        return replace(place, precision=Precision.AROUND)

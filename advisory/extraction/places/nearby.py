"""A village near a town is no namesake of it across the world: "Kowa, 12 km east of Gao"."""

from advisory.extraction.places.place_found import UNKNOWN, PlaceFound, unlocated
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.distance import distance_km
from advisory.rulebook.lexicon import Grammar

_FARTHEST = 400  # kilometres: what is near a town, even across a desert, is no farther


def far_from(grammar: Grammar) -> str:
    """Return the pattern of what leads from a village to its town: ", some 12 km east of "."""
    classes = grammar.classes
    whence = ("near_words", "beside_places", "of", "away_words")
    whence_from = any_of(word for name in whence for word in classes[name])
    kinds, away = any_of(classes["place_kind"]), any_of(classes["distance"])
    return (
        rf"[\s,(]+(?:[a-z]+\s+)?\d[\d.,]*\s*(?:{away})\s+(?:[a-z-]+\s+)?(?:{whence_from})\s+"
        rf"(?:the\s+)?(?:(?:{kinds})\s+of\s+)?"
    )


class NearbyReader:
    """Reads by the words of one language near which town a place is told to be."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        near = any_of((*classes["near_words"], *classes["beside_places"]))
        kinds = any_of(classes["place_kind"])
        self._near = Pattern(
            rf"^(?:\s+(?:{kinds}))?(?:{far_from(grammar)}"
            rf"|[\s,(]+(?:{near})\s+(?:the\s+)?(?:(?:{kinds})\s+of\s+)?)$"
        )

    def is_beside(self, page: Page, one: PlaceFound, town: PlaceFound) -> bool:
        """Whether a place is told to lie near the next one: "Kowa, some 12 km east of Gao"."""
        return not one.is_demonym and self._near.is_in(page.lower[one.end : town.start])

    def placed(self, page: Page, one: PlaceFound, town: PlaceFound) -> PlaceFound:
        """Return a place, or one nobody knows where what it is near lies far from its namesake."""
        is_country = "country" in {one.place.kind, town.place.kind}
        if is_country or not self.is_beside(page, one, town):
            return one
        if (distance_km(one.place, town.place) or 0) <= _FARTHEST:
            return one
        place = unlocated(one.place.name, town.place, is_site=False)
        return one._replace(place=place, rule=UNKNOWN)

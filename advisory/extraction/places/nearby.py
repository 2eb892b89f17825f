"""A village near a town is no namesake of it across the world: "Kowa, 12 km east of Gao"."""

from collections.abc import Sequence

from advisory.extraction.places.place_found import UNKNOWN, PlaceFound, unlocated
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.distance import distance_km
from advisory.rulebook.lexicon import Grammar

_NEAR = ("near_words", "beside_places")
_REACH = 64  # characters: ", a farming community some 12 km south-east of the town of "
_FARTHEST = 400  # kilometres: what is near a town, even across a desert, is no farther


def far_from(grammar: Grammar) -> str:
    """Return the pattern of what leads from a village to its town: ", some 12 km east of "."""
    away = any_of(grammar.classes["distance"])
    whence = _one_of(grammar, *_NEAR, "of", "away_words")
    far = rf"\d[\d.,]*\s*(?:{away})\s+(?:[a-z-]+\s+)?(?:{whence})\s+"
    return rf"[\s,(]+(?:[a-z]+\s+)?{far}{_town(grammar)}"


def _town(grammar: Grammar) -> str:
    return rf"(?:the\s+)?(?:(?:{_one_of(grammar, 'place_kind')})\s+of\s+)?"


def _one_of(grammar: Grammar, *names: str) -> str:
    return any_of(word for name in names for word in grammar.classes[name])


class NearbyReader:
    """Reads by the words of one language near which town a place is told to be.

    "Kowa, near Gao", "Kowa, a town outside Gao", "Kowa, which lies 8 km from Gao", "Kowa, between
    Ber and Gao".
    """

    def __init__(self, grammar: Grammar) -> None:
        near, kinds = _one_of(grammar, *_NEAR), _one_of(grammar, "place_kind")
        what = _one_of(grammar, "article", "relative_of_things")
        parting, joint = _one_of(grammar, "parting"), _one_of(grammar, "joining_words")
        between = rf"(?:{parting})(?:\s+[\w'-]+){{0,3}}?(?:\s+(?:{joint}))?"
        self._near = Pattern(
            rf"^(?:\s+(?:{kinds}))?(?:,\s+(?:{what})(?:\s+[a-z-]+){{1,3}})?"
            rf"(?:{far_from(grammar)}|[\s,(]+(?:{near}|{between})\s+{_town(grammar)})$"
        )

    def is_beside(self, page: Page, one: PlaceFound, town: PlaceFound) -> bool:
        """Whether a place is told to lie near the next one: "Kowa, some 12 km east of Gao"."""
        return not one.is_demonym and self.is_told(page, one.end, (town,))

    def is_told(self, page: Page, stop: int, towns: Sequence[PlaceFound]) -> bool:
        """Whether a name that ends here is told to lie near one of these towns."""
        town = next((one for one in towns if stop < one.start <= stop + _REACH), None)
        return town is not None and self._near.is_in(page.lower[stop : town.start])

    def placed(self, page: Page, one: PlaceFound, town: PlaceFound) -> PlaceFound:
        """Return a place, or one nobody knows where what it is near lies far from its namesake."""
        is_country = "country" in {one.place.kind, town.place.kind}
        if is_country or not self.is_beside(page, one, town):
            return one
        if (distance_km(one.place, town.place) or 0) <= _FARTHEST:
            return one
        place = unlocated(one.place.name, town.place, is_site=False)
        return one._replace(place=place, rule=UNKNOWN)

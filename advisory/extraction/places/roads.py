"""A road that is named after a capital leads out of it: "on the Nairobi-Garissa highway".

What befalls travellers on it is no attack in the capital. It is told of the place behind the road,
"the Nairobi-Garissa highway near Mwingi", else of the other town that names it, or of a place in
the country where no gazetteer knows that one. No road joins a country to a town.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.value import Place
from advisory.model.vocabulary import Precision
from advisory.rulebook.lexicon import Grammar

RULE = "places/road"
_COUNTRY = "country"
_JOINTS, _REACH = ("-", "\u2013", "\u2014"), 60


class RoadReader:
    """Finds roads out of capitals by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        ways, at = any_of(grammar.classes["ways"]), any_of(grammar.classes["locative"])
        self._at = Pattern(rf"^\s+(?:{at})\s+(?:the\s+)?(?:\w+\s+of\s+)?$")
        self._way = Pattern(rf"^(?:[\w']+ ){{0,3}}(?:{ways})\b")

    def out_of_capitals(self, page: Page, known: Sequence[PlaceFound]) -> Iterator[PlaceFound]:
        """Yield the places of a sentence, a capital and the other end of a road as the latter."""
        taken = -1
        for found, after in zip_longest(known, known[1:]):
            if found.start < taken or self._is_namesake(page, found, after):
                continue
            end = self._end(page, found) if found.place.kind == "capital" else 0
            if not end:
                yield found
                continue
            taken = end
            is_elsewhere = any(self._is_there(page, end, other) for other in known)
            is_known = after is not None and after.start == found.end + 1
            place = after.place if after and is_known else _somewhere(page, found, end)
            yield found._replace(end=end, place=place, rule=RULE, is_whence=is_elsewhere)

    def _is_namesake(self, page: Page, found: PlaceFound, after: PlaceFound | None) -> bool:
        """Whether a town has a country's name: "the Bahrain-Kalam road" joins no country."""
        if found.place.kind != _COUNTRY or found.is_demonym or not self._end(page, found):
            return False
        is_next = after is not None and after.start == found.end + 1
        return not (is_next and after is not None and after.place.kind == _COUNTRY)

    def _is_there(self, page: Page, end: int, other: PlaceFound) -> bool:
        """Whether a place behind a road says where on it: "in Gao"."""
        return other.is_led and self._at.is_in(page.lower[end : max(end, other.start)])

    def _end(self, page: Page, found: PlaceFound) -> int:
        """Return where a road ends that begins with a town, 0 where none does."""
        if not page.plain.startswith(_JOINTS, found.end):
            return 0
        way = self._way.first(page.lower[found.end + 1 : found.end + _REACH])
        return found.end + 1 + way.end if way else 0


def _somewhere(page: Page, found: PlaceFound, end: int) -> Place:
    """Return a road to nobody knows where: a place in the country of the capital."""
    name, country = page.text[found.start : end], found.place.regions[:1]
    road = replace(found.place, name=name, kind="place", regions=country)
    return replace(road, precision=Precision.COUNTRY, admin1=None, geonameid=None)

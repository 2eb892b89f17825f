"""Which of the places of a sentence only say where a finer one lies, or the way between two.

A town that the gazetteer knows only in another region than the one told behind it is a namesake:
what is told lies in that region, nobody knows where.
"""

from collections.abc import Sequence
from itertools import zip_longest

from advisory.extraction.places.divisions import DivisionReader
from advisory.extraction.places.journeys import JourneyReader
from advisory.extraction.places.nearby import NearbyReader
from advisory.extraction.places.place_found import (
    UNKNOWN,
    UNLOCATED,
    PlaceFound,
    are_apart,
    coarseness,
    is_town,
    roughly,
    unlocated,
)
from advisory.extraction.places.waters import Waters
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.value import Place
from advisory.rulebook.lexicon import Grammar

_BEFORE = 40  # characters
_AROUND = ("place_kind", "inside_words", "beside_places")  # classes of what leads on to where it is


class HeadReader:
    """Tells the place meant from what it lies in, by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        inside = any_of(word for name in _AROUND for word in classes[name])
        names = ("wide_place_kind", "inside_words", "between", "joining_words")
        wide, within, between, joint = (any_of(classes[name]) for name in names)
        self._hitting, self._buildings = words("hitting"), words("small_place_kind", "can_be_hit")
        self._the = words("definite")
        self._chain = Pattern(rf"^(?:'s)?[\s,(]*(?:(?:{inside})[\s,(]+){{0,3}}(?:the\s+)?$")
        self._inside = Pattern(rf"^\s+(?:{within})\s+(?:the\s+)?(?:[\w-]+'s\s+)?$")
        self._feature = Pattern(
            rf"^\s+(?:[A-Z][\w'-]*\s+){{0,2}}(?i:{any_of(classes['built'])}),?\s+"
            rf"(?:{within})\s+(?:the\s+)?$"
        )
        self._nearby = NearbyReader(grammar)
        self._down = Pattern(
            rf"^(?:\s+(?:{wide}))?(?:,|'s|(?:'s)?\s+(?:{any_of(classes['the_capital'])}),?)\s+$"
        )
        self._divisions, self._waters = DivisionReader(grammar), Waters(grammar)
        self._journeys = JourneyReader(grammar, self._divisions, self._nearby)
        self._lies_in = Pattern(rf"^[\s,(]+(?:the\s+)?(?:{wide})\s+of\s+(?:the\s+)?$")
        self._is_one_in = Pattern(
            rf"^(?:\s+\(|,\s+(?:{any_of(classes['article'])})\s+(?:[a-z-]+\s+){{1,4}}(?:{within})\s+(?:the\s+)?"
            rf"(?:[\w-]+'s\s+)?)$"
        )
        self._leads_between = Pattern(rf"\b(?:{between})\s+(?:the\s+)?$", classes["between"])
        self._and = Pattern(rf"^\s+(?:{joint})\s+(?:the\s+)?$")

    def _as_hit(self, page: Page, one: PlaceFound) -> PlaceFound:
        """Return a place as one told where what is called by it was hit: "a raid on Gao prison"."""
        after = page.behind(one.end, _BEFORE)[:1]
        if one.is_led or one.is_demonym or not after or after[0] not in self._buildings:
            return one
        led = page.before(one.start, _BEFORE)[-2:]
        led = led[:1] if self._the.issuperset(led[1:]) else led[1:]
        return one._replace(is_led=True) if led and led[0] in self._hitting else one

    def marked(self, page: Page, found: Sequence[PlaceFound]) -> list[PlaceFound]:
        """Mark what only says where a finer place lies; what leads it leads that place too."""
        marked: list[PlaceFound] = []
        told = (self._divisions.as_region(page, self._as_hit(page, one)) for one in found)
        found = list(told)
        found = [
            self._nearby.placed(page, one, other) if other else one
            for one, other in zip_longest(found, found[1:])
        ]
        for one, other in zip_longest(found, found[1:]):
            before = marked[-1] if marked else None
            if whence := self._journeys.elsewhere(page, before, one, other):
                marked.append(whence)
            elif before is None or before.is_whence:
                marked.append(self._around(page, before, one) if before else one)
            elif page.lower[before.end : one.start] == "-":  # "the Kidal-Gao road" names the road
                marked[-1] = before._replace(place=roughly(before.place), is_led=False)
                marked.append(one._replace(is_demonym=True))
            elif self._is_way(page, before, one):
                marked[-1] = before._replace(place=roughly(before.place))
                marked.append(one._replace(is_head=False))
            elif self._holds(page, before, one):
                marked[-1] = before._replace(is_head=False)
                marked.append(one._replace(is_led=True))
            elif self._lies(page, before, one):
                marked[-1] = before._replace(is_led=before.is_led or one.is_led)
                marked.append(one._replace(is_head=False))
                self._move(page, marked, one)
            else:
                marked.append(one)
                self._move(page, marked, one)
        return marked

    def _around(self, page: Page, whence: PlaceFound, one: PlaceFound) -> PlaceFound:
        """Return what somebody's origin lies in as not where it was: "hails from Ber in Mali"."""
        is_origin = not whence.is_head and self._lies(page, whence, one)
        return one._replace(is_led=False, is_whence=True) if is_origin else one

    def _move(self, page: Page, marked: list[PlaceFound], region: PlaceFound) -> None:
        """Take a namesake elsewhere for nowhere known: "Kowa in Mali's Gao region" lies in Gao.

        So does "Kowa village, Gao district", wherever a Kowa is known.
        """
        at = len(marked) - 2
        while at >= 0 and marked[at].is_demonym:  # "Mali's"
            at -= 1
        if at < 0 or not _is_elsewhere(marked[at].place, region.place):
            return
        is_inside = region.place.kind == "admin1" and self._inside.is_in(
            page.lower[marked[at].end : region.start]
        )
        if is_inside or self._divisions.has_village(page, marked[at], region):
            marked[at] = _in_country(marked[at], region)
            marked[-1] = region._replace(is_head=False)

    def _is_of_a_feature(self, page: Page, one: PlaceFound, town: PlaceFound) -> bool:
        """Whether a name is only that of something built in a town."""
        is_elsewhere = one.place.admin1 != town.place.admin1 and are_apart(one, town)
        is_namesake = one.place.kind == UNLOCATED or is_elsewhere
        between = page.plain[one.end : town.start]
        return is_namesake and is_town(town) and self._feature.is_in(between)

    def _is_way(self, page: Page, one: PlaceFound, other: PlaceFound) -> bool:
        """Whether something is told of the way between two places: it is in neither."""
        is_led = self._leads_between.is_in(page.lower[max(0, one.start - _BEFORE) : one.start])
        return is_led and self._and.is_in(page.lower[one.end : other.start])

    def _holds(self, page: Page, region: PlaceFound, one: PlaceFound) -> bool:
        """Whether it goes from the region to what is in it: "Kidal, Anefis", "Kidal's Anefis".

        So does "the Kidal regional capital Anefis", "the Niger river near Gao", and "the San Juan
        church in Gao", whatever else is called San Juan.
        """
        if self._waters.is_off(page, region.start, region.end, one.start):
            return True
        if self._is_of_a_feature(page, region, one):
            return True
        if not (region.is_led and self._down.is_in(page.lower[region.end : one.start])):
            return False
        is_finer = coarseness(one) < coarseness(region) and not (
            one.is_demonym or region.is_demonym
        )
        return (
            is_finer
            and bool(region.place.regions)
            and region.place.regions[-1] in one.place.regions
        )

    def _lies(self, page: Page, one: PlaceFound, other: PlaceFound) -> bool:
        """Whether one place lies in the other: "Ber, Timbuktu", "Ber, district of Timbuktu".

        A name that nobody knows lies in what it is said to: "Ruro, a village in the Ber district".
        """
        between = page.lower[one.end : other.start]
        if one.place.kind == UNLOCATED and self._nearby.is_beside(page, one, other):
            return True
        is_village = self._is_one_in.is_in(between)
        if is_village and one.rule == UNKNOWN:
            return True
        if one.is_demonym or not (is_village or self._chain.is_in(between)):
            return False
        return coarseness(one) <= coarseness(other) or self._lies_in.is_in(between)


def _in_country(one: PlaceFound, around: PlaceFound) -> PlaceFound:
    """Return a namesake as a place that nobody knows, in the country or region told behind it."""
    return one._replace(place=unlocated(one.place.name, around.place, is_site=False), rule=UNKNOWN)


def _is_elsewhere(place: Place, region: Place) -> bool:
    """Whether a known town lies in another region than what is told behind it."""
    is_town = place.is_located and place.kind not in {"country", "admin1"} and place.admin1
    return bool(is_town and region.admin1) and place.admin1 != region.admin1

"""Places from which somebody only came, to which somebody goes or fled, or where somebody lies ill.

What happened to them happened elsewhere: "crossed from Chad", "a bus from Gao to Ber", "felt in
Gao", "died in a Gao hospital", "told reporters in Gao".
"""

from collections.abc import Sequence

from advisory.extraction.places.divisions import DivisionReader
from advisory.extraction.places.nearby import NearbyReader
from advisory.extraction.places.place_found import UNKNOWN, PlaceFound, are_apart, is_town, roughly
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.value import Place
from advisory.rulebook.lexicon import Grammar

_BEFORE = 40  # characters
_WORDS = 5


class JourneyReader:
    """Tells such places by the small words of one language."""

    def __init__(self, grammar: Grammar, divisions: DivisionReader, nearby: NearbyReader) -> None:
        classes, words = grammar.classes, grammar.words
        within, joint = (any_of(classes[name]) for name in ("inside_words", "joining_words"))
        self._divisions, self._nearby = divisions, nearby
        self._hitting = words("hitting")
        away = "|".join(classes["away_words"])
        self._away = frozenset(words.split()[-1] for words in classes["away_words"])
        moved = rf"\s+(?:over\s+)?(?:{away})\s+(?:across\s+)?(?:the\s+)?$"
        self._moved_from = Pattern(rf"\b(?:{'|'.join(classes['moving_words'])}){moved}")
        self._going_from = Pattern(rf"\b(?:{'|'.join(classes['going_vehicles'])}){moved}")
        anybody = "|".join(word for words in grammar.victims.values() for word in words)
        self._anybody_from = Pattern(rf"\b(?:{anybody}){moved}")
        self._ahead = frozenset(classes["other_side"][1:])
        flight, ahead = "|".join(classes["fleeing_words"]), "|".join(classes["other_side"][1:])
        there = r"(?:(?:the|nearby)\s+)?(?:\w+\s+(?:of|near|around|in)\s+(?:the\s+)?)?"
        gone, towards = any_of(classes["making_off_words"]), any_of(classes["towards_words"])
        self._fled_to = Pattern(
            rf"\b(?:(?:{flight})\s+(?:\w+\s+){{0,2}}(?:{ahead})"
            rf"|(?:{gone})\s+(?:\w+\s+)?(?:{towards}))\s+{there}$"
        )
        carried = (*classes["those_carried"], *classes["carried_off"])
        self._carried_to = Pattern(
            rf"\b(?:{any_of(carried)})\s+(?:\w+\s+)?(?:{ahead})\s+(?:\w+\s+){{0,3}}?{there}$",
            carried,
        )
        self._bound_for = Pattern(
            rf"\b(?:{any_of(classes['bound_words'])})\s+(?:(?:{away})\s+\w+\s+)?(?:{ahead}|{any_of(classes['in_names'])})\s+$",
            classes["bound_words"],
        )
        self._based = Pattern(
            rf"\b(?:{'|'.join(classes['based_words'])})\s+(?:the\s+)?$", classes["based_words"]
        )
        origins = classes["origins"]
        self._of_origin = Pattern(rf"\b(?:{any_of(origins)})\s+(?:the\s+)?$", origins)
        spoken = classes["spoken_in"]
        self._spoken = Pattern(rf"\b(?:{any_of(spoken)})\s+(?:the\s+)?$", spoken)
        self._dying, self._wards = words("dying"), classes["wards"]
        self._beyond = classes["beyond_a_border"]
        felt = classes["felt_words"]
        self._felt = Pattern(
            rf"\b(?:{any_of(felt)})\s+(?:the\s+)?(?:[A-Z][\w'-]*(?:,\s+|\s+(?:{joint})\s+|\s+))*$",
            felt,
        )
        wards = "|".join(self._wards)
        self._patients = tuple(
            f" {words}" for words in classes["as_patients"]
        )  # not "Pinto hospital"
        self._in_ward = Pattern(rf"\b(?:{wards})\s+(?:{within}|at)\s+$", self._wards)

    def elsewhere(
        self, page: Page, before: PlaceFound | None, one: PlaceFound, other: PlaceFound | None
    ) -> PlaceFound | None:
        """Return a place, marked, if what is told was not there; None if it may have been.

        `before` and `other` are the places named right before it and behind it. What was "bound for
        Gao" was near it at the most.
        """
        lead = page.lower[max(0, one.start - _BEFORE) : one.start]
        words = lead.split()
        if self._is_only_named(page, one, lead, words):
            return one._replace(is_led=False, is_whence=True, is_head=False)
        if self._spoken.is_in(lead):
            return one._replace(is_led=False, is_whence=True)
        if self._bound_for.is_in(lead):
            is_away = other is not None and are_apart(one, other)
            place = one.place if is_away else roughly(one.place)  # "a convoy bound for Gao"
            return one._replace(is_led=one.is_led and not is_away, is_whence=is_away, place=place)
        is_begun = before is not None and before.is_whence
        if before and is_begun and page.lower[before.end : one.start].strip() in self._ahead:
            return one._replace(is_whence=True, place=roughly(one.place))  # "from Gao to Ber"
        if self._away.isdisjoint(words[-3:]):  # "from", "from the", "from across the"
            return None
        return self._whence(page, one, other, lead)

    def _is_only_named(self, page: Page, one: PlaceFound, lead: str, words: Sequence[str]) -> bool:
        """Whether somebody was born, fled or lies ill there, or felt a quake, or it has a border.

        Whoever "fled to Kayes" did so elsewhere, and so was what was "felt in Gao and Ber"; a
        "border with Niger" is on this side of it. Who "died in a Gao hospital" was hurt before,
        and so was who was "airlifted to Gao".
        """
        return (
            self._is_of_ward(page, one, lead, words)
            or (not self._ahead.isdisjoint(words[-_WORDS:]) and self._fled_to.is_in(lead))
            or self._felt.is_in(page.named[max(0, one.start - 2 * _BEFORE) : one.start])
            or (one.place.kind == "country" and lead.rstrip().endswith(self._beyond))
            or self._based.is_in(lead)
            or self._of_origin.is_in(lead)
            or self._is_carried_to(page, one, words)
        )

    def _is_carried_to(self, page: Page, one: PlaceFound, words: Sequence[str]) -> bool:
        """Whether the dead or the wounded were only brought there: "took the bodies to Gao"."""
        is_ahead = not self._ahead.isdisjoint(words[-_WORDS:])
        return is_ahead and self._carried_to.is_in(
            page.lower[max(0, one.start - 2 * _BEFORE) : one.start]
        )

    def _whence(
        self, page: Page, one: PlaceFound, other: PlaceFound | None, lead: str
    ) -> PlaceFound | None:
        """Return a place from which somebody only comes: "crossed from Chad", "a bus from Gao".

        Who moved away from it was elsewhere then. People "from" it may have been taken there, where
        nothing right behind is told to be where it was, nor lies in another region.
        """
        is_of_country = one.place.kind == "country" and self._anybody_from.is_in(lead)
        if is_of_country or self._moved_from.is_in(lead):
            return one._replace(is_led=False, is_whence=True, is_head=False)
        if self._going_from.is_in(lead):
            return one._replace(is_whence=True, place=roughly(one.place))
        if other is None or not self._anybody_from.is_in(lead):
            return None
        is_there = other.rule == UNKNOWN or (other.is_led and is_town(other))
        is_there = is_there and not self._divisions.is_unit(page, other)
        is_there = is_there and is_town(one) and one.place.kind != "site"
        is_there = is_there and not self._nearby.is_beside(page, one, other)
        is_apart = _is_known_apart(one.place, other.place) and (other.is_led or is_town(other))
        return one._replace(is_whence=True) if is_there or is_apart else None

    def _is_of_ward(self, page: Page, one: PlaceFound, lead: str, words: Sequence[str]) -> bool:
        """Whether somebody died or lies in a hospital there.

        "Died in a Gao hospital", "died at the Ba hospital in Gao", "are in hospital in Gao".
        """
        if self._in_ward.is_in(lead):
            farther = page.before(one.start, 2 * _BEFORE)
            is_hit = not self._hitting.isdisjoint(farther[-4:-2])  # "hit a hospital in"
            is_dying = not (is_hit or self._dying.isdisjoint(farther[-2 * _WORDS :]))
            return is_dying or lead.rsplit(None, 1)[0].endswith(self._patients)
        is_ward = page.lower[one.end : one.end + _BEFORE].lstrip().startswith(self._wards)
        return is_ward and not self._dying.isdisjoint(words[-_WORDS:])


def _is_known_apart(one: Place, other: Place) -> bool:
    """Whether two places are known to lie in different countries or regions."""
    if not (one.country and other.country) or one.country != other.country:
        return bool(one.country and other.country)
    return bool(one.admin1 and other.admin1) and one.admin1 != other.admin1

"""What each of several incidents told in one breath has of its own.

"Bombs went off in Ber, Gao and Kidal" is three bombings; "killing nine people in Gao and one in
Ber" is two, with a toll each; so is "killing nine and one respectively". A toll that is told of all
together stays nobody's: divided or repeated it would be a figure that no report gives. "From Gao
and Ber" is where people came from; one attack "in Gao and Ber", a flood and history stay one.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from advisory.extraction.counts import Toll
from advisory.extraction.groups import FOUGHT, VIOLENT
from advisory.extraction.lists import ListReader, size
from advisory.extraction.page import Page
from advisory.extraction.place_found import PlaceFound, are_apart, finest
from advisory.extraction.tellings import Own, Telling
from advisory.extraction.tokens import Token
from advisory.model.value import Count, Part
from advisory.model.vocabulary import DatePrecision, Precision
from advisory.rulebook.lexicon import Grammar

_BEFORE, _OBJECT = 24, 3
_SEVERAL = VIOLENT | FOUGHT
_TIMES = frozenset({DatePrecision.SINCE, DatePrecision.MONTH})
_JOINTS, _NUMBERS = ",;&(", "nO"
_SPELLING = frozenset(";(u")  # "twelve people: seven in", "twelve, including seven in"
_NOT_BETWEEN = "vkKEiIbBhRg"  # between a number and its place: "two houses", "one was taken to"


class ShareReader:
    """Finds what is told of several places by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._lists = ListReader(grammar)
        self._each = frozenset(classes["respectively"])
        self._apart = frozenset(classes["separately"])
        self._not_in_each = tuple(f" {words} " for words in classes["not_in_each"])
        self._to = classes["infinitive"][0]
        self._one = frozenset((*classes["article"], *classes["definite"]))

    def shares(self, page: Page, telling: Telling) -> list[Telling]:
        """Return a telling for each of the incidents that one tells of: mostly itself alone."""
        if telling.type not in _SEVERAL or len(telling.sentence.places) < 2:  # noqa: PLR2004
            return [telling]
        own = self._counted(telling) or self._listed(page, telling)
        if len(own) < 2 or not all(are_apart(a.place, b.place) for a, b in combinations(own, 2)):  # noqa: PLR2004
            return [telling]
        return [replace(telling, own=one) for one in own]

    def _listed(self, page: Page, telling: Telling) -> list[Own]:
        """Return the places of a list, with a toll each where they are told in its order."""
        places = self._list(page, telling)
        if len(places) < 2 or _is_of_a_time(telling) or self._is_single(page, telling):  # noqa: PLR2004
            return []
        words = {word.word for word in telling.sentence.words}
        if not self._apart & words and places[0].place.precision > Precision.DISTRICT:
            return []
        tolls = self._in_order(telling, len(places)) if self._each & words else {}
        return [Own(place, tuple(tolls.get(at, ()))) for at, place in enumerate(places)]

    def _list(self, page: Page, telling: Telling) -> Sequence[PlaceFound]:
        """Return the places of the list that the place of a telling stands in."""
        places = [found for found in telling.sentence.places if not found.is_demonym]
        for number, first in enumerate(places):
            run = self._lists.run(page, places[number:])
            if telling.place in run and size(first) < Precision.COUNTRY:
                return run if self._leads(page, telling, first) else []
        return []

    def _leads(self, page: Page, telling: Telling, first: PlaceFound) -> bool:
        """Whether a list says where: "in Gao and Ber", "shelled Gao and Ber"; not "from Gao"."""
        words = page.lower[max(0, first.start - _BEFORE) : first.start].split()
        if any(lead in f" {' '.join(words[-_OBJECT:])} " for lead in self._not_in_each):
            return False
        trigger = telling.trigger
        return first.is_led or (
            trigger is not None and 0 <= first.start - trigger.end <= len("  of the ")
        )

    def _is_single(self, page: Page, telling: Telling) -> bool:
        """Whether the deed is told as one: "an attack in Gao and Ber", or only as "killed"."""
        trigger = telling.trigger
        if trigger is None or telling.is_weak:
            return True
        words = page.lower[max(telling.sentence.start, trigger.start - _BEFORE) : trigger.start]
        lead = words.rpartition(f" {self._to} ")[2].split()  # "took to the streets to protest"
        return trigger.form == "noun" and bool(self._one & set(lead[-_OBJECT:]))

    def _in_order(self, telling: Telling, number: int) -> dict[int, list[Toll]]:
        """Return the tolls told "respectively", by the number of the place."""
        shared: dict[int, list[Toll]] = {}
        for toll in telling.tolls:
            if len(toll.parts) == number:
                for at, part in enumerate(toll.parts):
                    one = replace(toll, count=part.count, parts=(part,))
                    shared.setdefault(at, []).append(one)
        return shared

    def _counted(self, telling: Telling) -> list[Own]:
        """Return the places each of which has its number: "nine in Gao and one in Ber"."""
        sentence = telling.sentence
        words = sentence.words
        found: list[tuple[Own, int]] = []
        for place in sentence.places:
            if place.is_led and place.is_head and size(place) < Precision.COUNTRY:
                at = _number_before(words, place)
                toll = _last_before(telling.tolls, at) if at is not None else None
                if at is not None and toll is not None:
                    found.append((Own(place, (_own_toll(words, toll, at),)), at))
        if not found:
            return []
        own = [one for one, _ in found]
        return self._with_first(telling, own, found[0][1])

    def _with_first(self, telling: Telling, own: list[Own], first: int) -> list[Own]:
        """Return these, and the place whose toll stands before them, unless they spell that out."""
        words = telling.sentence.words
        toll = _last_before(telling.tolls, first)
        if toll is None:
            return []
        before = [p for p in telling.sentence.places if p.start < words[first].start and p.is_led]
        at = telling.trigger or telling.sentence
        main = finest(before, (at.start, at.end))
        if main is not None and not _SPELLING & {word.tag for word in words[first - 1 : first]}:
            return [Own(main, telling.tolls), *own]
        is_whole = sum(one.tolls[0].count.low for one in own) == toll.count.low
        return own if is_whole else []


def _is_of_a_time(telling: Telling) -> bool:
    """Whether a season or a habit is told, and no single day's news."""
    days = (found.value for found in telling.dates if found.value)
    is_long = any(day.precision in _TIMES or not (day.first and day.last) for day in days)
    return is_long or telling.is_history or telling.sentence.has("aggregate")


def _number_before(words: Sequence[Token], place: PlaceFound) -> int | None:
    """Return the token that is the number of a place: that of "one" in ", and one in Ber"."""
    at = next((i for i, word in enumerate(words) if word.start >= place.start), 0) - 1
    end = at
    while at > 0 and words[at].tag not in _JOINTS:
        at -= 1
    between = words[at + 1 : end + 1]
    if not between or words[at].tag not in _JOINTS:
        return None
    number = next((i for i, word in enumerate(between) if word.tag in _NUMBERS), None)
    if number is None or any(word.tag not in "qu" for word in between[:number]):
        return None
    is_told = not any(word.tag in _NOT_BETWEEN for word in between)
    return at + 1 + number if is_told and between[number + 1 :] else None


def _last_before(tolls: Sequence[Toll], at: int) -> Toll | None:
    before = (toll for toll in tolls if toll.first < at and toll.count.low)
    return max(before, key=lambda toll: toll.first, default=None)


def _own_toll(words: Sequence[Token], toll: Toll, at: int) -> Toll:
    value = words[at].value
    count = Count.exactly(value[0] if value else 1)
    who = toll.parts[0].who if toll.parts else "person"
    return Toll(toll.harm, count, (Part(who, count),), at, at)

"""What each of several incidents told in one breath has of its own.

"Bombs went off in Ber, Gao and Kidal" is three bombings; "killing nine people in Gao and one in
Ber" is two, with a toll each; so is "killing nine and one respectively". A toll that is told of all
together stays nobody's: divided or repeated it would be a figure that no report gives; where the
dead are all that is told, they stay one. "From Gao and Ber" is where people came from; one attack
"in Gao and Ber", a flood and history stay one.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from advisory.extraction.counts.tokens import WHENCE
from advisory.extraction.counts.toll import Toll
from advisory.extraction.groups import FOUGHT, KILLINGS, VIOLENT
from advisory.extraction.places.lists import ListReader, size
from advisory.extraction.places.place_found import PlaceFound, are_apart, finest
from advisory.extraction.roles.governments import is_seat
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Own, Telling
from advisory.extraction.text.scan import NOUNS
from advisory.model.value import Count, Part
from advisory.model.vocabulary import DatePrecision, Precision
from advisory.rulebook.lexicon import Grammar

_BEFORE, _OBJECT = 24, 3
_SEVERAL = VIOLENT | FOUGHT
_TIMES = frozenset({DatePrecision.SINCE, DatePrecision.MONTH})
_JOINTS, _NUMBERS = ",;&(", "nOd"
_SPELLING = frozenset(";(u")  # "twelve people: seven in", "twelve, including seven in"
_NOT_BETWEEN = "vkKEiIbBhRH"  # between a number and its place: "one was taken to"


class ShareReader:
    """Finds what is told of several places by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._lists = ListReader(grammar)
        self._each, self._apart = words("respectively"), words("separately")
        self._not_in_each = tuple(f" {words} " for words in classes["not_in_each"])
        self._to = classes["infinitive"][0]
        self._one = words("article", "definite")

    def shares(self, telling: Telling) -> list[Telling]:
        """Return a telling for each of the incidents that one tells of: mostly itself alone."""
        if telling.type not in _SEVERAL or len(telling.sentence.places) < 2:  # noqa: PLR2004
            return [telling]
        own = self._counted(telling) or self._listed(telling)
        if len(own) < 2 or not all(are_apart(a.place, b.place) for a, b in combinations(own, 2)):  # noqa: PLR2004
            return [telling]
        return [replace(telling, own=one) for one in own]

    def _listed(self, telling: Telling) -> list[Own]:
        """Return the places of a list, with a toll each where they are told in its order."""
        places = self._list(telling)
        if len(places) < 2 or _is_of_a_time(telling) or self._is_single(telling):  # noqa: PLR2004
            return []
        words = {word.word for word in telling.sentence.words}
        if not self._apart & words and places[0].place.precision > Precision.DISTRICT:
            return []
        tolls = self._in_order(telling, len(places)) if self._each & words else {}
        if not tolls and telling.type in KILLINGS and telling.tolls:
            return []  # "five were shot dead in Gao and Ber": the dead are all that is told
        return [Own(place, tuple(tolls.get(at, ()))) for at, place in enumerate(places)]

    def _list(self, telling: Telling) -> Sequence[PlaceFound]:
        """Return the places of the list that the place of a telling stands in."""
        places = [found for found in telling.sentence.places if not found.is_demonym]
        for number, first in enumerate(places):
            run = self._lists.run(telling.page, places[number:])
            if telling.place in run:
                return run if self._leads(telling, first) else []
        return []

    def _leads(self, telling: Telling, first: PlaceFound) -> bool:
        """Whether a list says where: "in Gao and Ber", "shelled Gao and Ber"; not "from Gao"."""
        words = telling.page.before(first.start, _BEFORE)
        if any(lead in f" {' '.join(words[-_OBJECT:])} " for lead in self._not_in_each):
            return False
        since = telling.trigger.end if telling.trigger else first.end
        return first.is_led or 0 <= first.start - since <= len("  of the ")

    def _is_single(self, telling: Telling) -> bool:
        """Whether the deed is told as one: "an attack in Gao and Ber", or only as "killed"."""
        trigger = telling.trigger
        if trigger is None or telling.is_weak:
            return True
        words = telling.page.lower[
            max(telling.sentence.start, trigger.start - _BEFORE) : trigger.start
        ]
        lead = words.rpartition(f" {self._to} ")[2].split()  # "took to the streets to protest"
        return trigger.form == "noun" and bool(self._one & set(lead[-_OBJECT:]))

    def _in_order(self, telling: Telling, number: int) -> dict[int, list[Toll]]:
        """Return the tolls told "respectively", by the number of the place."""
        shared: dict[int, list[Toll]] = {}
        for toll in telling.tolls:
            if len(toll.parts) == number:
                for at, part in enumerate(toll.parts):
                    shared.setdefault(at, []).append(replace(toll, count=part.count, parts=(part,)))
        return shared

    def _counted(self, telling: Telling) -> list[Own]:
        """Return the places each of which has its number: "nine in Gao and one in Ber"."""
        sentence = telling.sentence
        towns = [p for p in sentence.places if p.is_led and p.is_head and not p.is_demonym]
        towns = [p for p in towns if not (is_seat(sentence, p) or _is_whence(sentence, p))]
        found = (_each(sentence, place) for place in towns if size(place) < Precision.COUNTRY)
        several = [one for one in found if one is not None]
        if not several:
            return []
        toll = _last_before(telling.tolls, several[0].at)
        before = [p for p in towns if p.start < sentence.words[several[0].at].start]
        trigger = telling.trigger or sentence
        main = finest(before, (trigger.start, trigger.end))
        if toll is not None and all(one.is_people for one in several):
            return _of_people(telling, several, toll, main) or _of_deeds(telling, several)
        if telling.trigger is None or telling.is_weak:
            return []
        if main is None or telling.trigger.form in NOUNS:
            return _of_deeds(telling, several)
        return [Own(main), *(Own(one.place) for one in several if not one.is_people)]


def _is_whence(sentence: Sentence, place: PlaceFound) -> bool:
    """Whether people only come from a place: "two men from Gao"."""
    before = [word for word in sentence.words if word.end <= place.start]
    return bool(before) and before[-1].who == WHENCE


class _Each(NamedTuple):
    """A place with the number or the thing told of it: "one in Ber", "a bridge near Ber"."""

    place: PlaceFound
    at: int  # the token of the number
    number: int
    is_people: bool
    span: tuple[int, int]


def _each(sentence: Sentence, place: PlaceFound) -> _Each | None:
    """Return what is told of a place right before it, from an "and" or a comma on."""
    words = sentence.words
    end = next((i for i, word in enumerate(words) if word.start >= place.start), 0)
    at = end - 1
    while at > 0 and words[at].tag not in _JOINTS:
        at -= 1
    while at + 1 < end and words[at + 1].tag in "qu":
        at += 1
    told = words[at + 1 : end]
    if at < 0 or len(told) < 2 or told[0].tag not in _NUMBERS:  # noqa: PLR2004 - with its "in"
        return None
    if any(word.tag in _NOT_BETWEEN for word in told):
        return None
    things = any(told[0].start <= hit.start < place.start for hit in sentence.of("targets"))
    is_people = not things and (told[0].tag != "d" or any(w.tag in "pP" for w in told))
    if not is_people and not things:
        return None
    count = told[0].value[0] if told[0].value else 1
    return _Each(place, at + 1, count, is_people, (told[0].start, place.end))


def _of_people(
    telling: Telling, several: Sequence[_Each], toll: Toll, main: PlaceFound | None
) -> list[Own]:
    """Return where how many were hurt, the place told first too unless they spell it out."""
    words = telling.sentence.words
    own = [Own(one.place, (_own_toll(toll, one),), _until(telling, one)) for one in several]
    at = several[0].at
    is_spelt = bool(_SPELLING & {word.tag for word in words[at - 1 : at]})
    if main is not None and not is_spelt and all(are_apart(main, one.place) for one in several):
        return [Own(main, telling.tolls), *own]
    return own if sum(one.number for one in several) == toll.count.low else []


def _of_deeds(telling: Telling, several: Sequence[_Each]) -> list[Own]:
    """Return where each of several deeds was: "two attacks, one in Gao and another in Ber"."""
    trigger = telling.trigger
    if trigger is None or trigger.form != "nouns" or any(one.number != 1 for one in several):
        return []
    return [Own(one.place, (), _until(telling, one)) for one in several]


def _until(telling: Telling, one: _Each) -> tuple[int, int]:
    """Return what is told of one of several: up to the next comma or "and"."""
    words = telling.sentence.words
    after = (word.start for word in words if word.start >= one.place.end and word.tag in _JOINTS)
    return one.span[0], next(after, telling.sentence.end)


def _is_of_a_time(telling: Telling) -> bool:
    """Whether a season or a habit is told, and no single day's news."""
    days = (found.value for found in telling.dates if found.value)
    is_long = any(day.precision in _TIMES or not (day.first and day.last) for day in days)
    return is_long or telling.is_history or telling.sentence.has("aggregate")


def _last_before(tolls: Sequence[Toll], at: int) -> Toll | None:
    before = (toll for toll in tolls if toll.first < at and toll.count.low)
    return max(before, key=lambda toll: toll.first, default=None)


def _own_toll(toll: Toll, one: _Each) -> Toll:
    count = Count.exactly(one.number)
    who = toll.parts[0].who if toll.parts else "person"
    return Toll(toll.harm, count, (Part(who, count),), one.at, one.at)

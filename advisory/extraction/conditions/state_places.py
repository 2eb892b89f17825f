"""Where a state that lasts holds: a town, a country, each place of a list.

Like what happens, it is where its sentence says, else its paragraph, else the headline. A border is
closed where it was closed from, in the country named before the word and not in the neighbour; a
crossing is where it stands. A curfew or an emergency "in Guayas, Manabi and Los Rios" holds in each
of them. The far end of "the road to Lhasa" is no place where a road in Nepal is closed.
"""

from collections.abc import Sequence

from advisory.extraction.conditions.state_facts import State
from advisory.extraction.places.lists import ListReader
from advisory.extraction.places.place_found import PlaceFound, finest, is_town
from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.model.incident import OF_THE_WHOLE
from advisory.model.vocabulary import ConditionKind, Precision
from advisory.rulebook.lexicon import Grammar

_OWNED_REACH, _NAMED_REACH = 30, 40
_OVER = ("of", "inside_words", "over_places", "entering", "definite", "place_kind")
_OF_A_STATE = frozenset({ConditionKind.BORDER_CLOSED, ConditionKind.ENTRY_RESTRICTED})


class StatePlaces:
    """Finds where states hold by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._reality = Reality(grammar)
        self._lists = ListReader(grammar)
        self._with = tuple(f" {word} " for word in grammar.classes["other_side"])
        self._joining = frozenset((",", *grammar.classes["joining_words"]))
        self._sent, self._airspace = grammar.words("sent_abroad"), grammar.classes["airspace"]
        self._crossings = grammar.classes["crossings"]
        self._towns = grammar.words("several_towns")
        self._away = grammar.words("away_words")
        self._over = frozenset(w for name in _OVER for w in grammar.classes[name])

    def places(
        self, state: State, sentence: Sentence, titled: Sequence[PlaceFound]
    ) -> Sequence[PlaceFound | None]:
        """Return where a state holds: in each place of a list, if it is of whole regions."""
        page, hit = sentence.page, state.verb
        place = self._place(state, sentence, titled)
        if hit.id not in OF_THE_WHOLE or place is None:
            return (place,)
        if place.start < hit.start:
            before = [one for one in sentence.places if one.end <= hit.start]
            listed = self._lists.listed(page, before, led=hit.id != ConditionKind.BORDER_CLOSED)
            return listed if place in listed else (place,)
        behind = [one for one in sentence.places if one.start >= hit.end]
        listed = self._lists.listed(page, behind, led=state.thing is not hit)
        is_own = place in listed and not self._reality.is_broken(page, hit.end, listed[0].start)
        return listed if is_own else (place,)

    def _place(
        self, state: State, sentence: Sentence, titled: Sequence[PlaceFound]
    ) -> PlaceFound | None:
        page, hit = sentence.page, state.verb
        is_airspace = page.phrase(state.thing).endswith(self._airspace)
        if hit.id in _OF_A_STATE or is_airspace:
            return self._of_state(state, sentence, titled)
        if hit.id == ConditionKind.DEPARTURE_ORDERED:
            behind = (one for one in sentence.places if one.start >= state.hit.end)
            before = (one for one in sentence.places_before if one.place.kind == "country")
            left = next((one for one in behind if not self._is_whose(page, one)), None)
            if left := left or next(before, None):
                return left  # not who calls them home: "told its nationals to leave the country"
        if hit.id == ConditionKind.DISPLACEMENT:
            fled = (one for one in sentence.places if self._is_left(page, hit, one))
            if home := next(fled, None):
                return home
        above = sentence.context_places  # where the bus before it goes "for Gao" no road is shut
        led = [one for one in above if one.is_led and not one.is_whence]
        inside = self._inside(sentence, state)
        wide = () if inside else self._wide(sentence, (*titled, *above))
        if region := finest(wide, (hit.start, hit.end)):
            return region
        around = inside or led or titled or above
        own = [found for found in around if not self._is_apart(page, found, hit)]
        around = own if any(not found.is_demonym for found in own) else around
        named = self._named_by(page, (*around, *sentence.places), state.thing)
        place = named or finest(around, (hit.start, hit.end)) or _owner(around, state)
        if place is None and hit.id in OF_THE_WHOLE:
            return next((one for one in around if one.place.kind == "country"), None)
        return place

    def _of_state(
        self, state: State, sentence: Sentence, titled: Sequence[PlaceFound]
    ) -> PlaceFound | None:
        """Return where a border is shut, or what nobody has "access to"."""
        begin = state.thing.end + 1
        if named := next((p for p in sentence.places if p.start == begin), None):
            return named
        around = sentence.places or sentence.context_places or titled
        return self._crossing(sentence.page, state, around) or self._border(
            state.begun or state.verb, sentence, around
        )

    def _wide(self, sentence: Sentence, above: Sequence[PlaceFound]) -> Sequence[PlaceFound]:
        """Return the regions told before what is told of towns without a name: "in nine towns"."""
        words = sentence.page.words(sentence.start, sentence.end)
        return () if self._towns.isdisjoint(words) else [p for p in above if not is_town(p)]

    def _named_by(self, page: Page, around: Sequence[PlaceFound], thing: Hit) -> PlaceFound | None:
        """Return the town a thing is called by: "Vilnius airport", "the airport of Vilnius".

        A curfew "in the provinces of Guayas and Manabi" has its place right behind it, too.
        """
        may_be = (one for one in around if is_town(one) or thing.id in OF_THE_WHOLE)
        return next((one for one in may_be if self._names(page, one, thing)), None)

    def _names(self, page: Page, found: PlaceFound, thing: Hit) -> bool:
        between = page.between(thing.end, found.start)
        is_behind = self._over.issuperset(between)  # also of "flights to", whose end leads it
        return found.end + 1 == thing.start or (found.start > thing.end and is_behind)

    def _is_whose(self, page: Page, found: PlaceFound) -> bool:
        """Whether a country is that of those who leave: "U.S. government employees"."""
        return not self._sent.isdisjoint(page.behind(found.end, _NAMED_REACH)[:1])

    def _is_left(self, page: Page, hit: Hit, found: PlaceFound) -> bool:
        """Whether people left it: "fled Gao", "were displaced from Gao"."""
        return found.start == hit.end + 1 or self._is_led_from(page, found)

    def _is_led_from(self, page: Page, found: PlaceFound) -> bool:
        return not self._away.isdisjoint(page.before(found.start, _NAMED_REACH)[-1:])

    def _crossing(
        self, page: Page, state: State, around: Sequence[PlaceFound]
    ) -> PlaceFound | None:
        """Return the town or region of a crossing: "the crossings at Torkham"."""
        thing = state.thing
        if not page.phrase(thing).endswith(self._crossings):
            return None
        beside = [
            found
            for found in around
            if found.place.precision <= Precision.ADMIN1
            and (found.is_led or 0 <= thing.start - found.end <= _NAMED_REACH)
            and found.start >= min(thing.start, state.verb.start) - _NAMED_REACH
        ]
        return finest(beside, (thing.start, thing.end))

    def _is_apart(self, page: Page, found: PlaceFound, thing: Hit) -> bool:
        start, end = min(found.end, thing.end), max(found.start, thing.start)
        return self._reality.is_broken(page, start, end)

    def _border(
        self, hit: Hit, sentence: Sentence, around: Sequence[PlaceFound]
    ) -> PlaceFound | None:
        own = [found for found in around if not self._is_neighbour(sentence.page, found, around)]
        before = [found for found in own if found.end <= hit.start]
        if before:  # also "Niger's rulers", "the Nigerien authorities"
            at = (one for one in own if is_town(one) and one.is_led and one.start > hit.end)
            near = (one for one in at if not self._is_apart(sentence.page, one, hit))
            return next(near, before[-1])  # "closed its border with Niger at Malanville"
        told = sentence.places_before if len(own) < len(around) else ()
        countries = [found for found in told if found.place.kind == "country"]
        return next(iter(countries or told), None) or finest(own, (hit.start, hit.end))

    def _inside(self, sentence: Sentence, state: State) -> Sequence[PlaceFound]:
        """Return the places of a sentence, or those before it if it has only a far end abroad.

        An airport that "took its first flight from Paris" is not there.
        """
        page, places = sentence.page, sentence.places
        is_flown = state.hit.id == ConditionKind.AIRPORT_CLOSED
        whence = [
            p for p in places if is_flown and p.start > state.hit.end and self._is_led_from(page, p)
        ]
        far = [
            found for found in places if found in whence or self._is_neighbour(page, found, places)
        ]
        before = (sentence.places_before or sentence.scene_places) if far else ()
        own = [found for found in places if found not in far]
        at_home = {found.place.country for found in (*before, *(own if far else ()))}
        inside = [
            found
            for found in sentence.places
            if found not in whence
            if found not in far or not at_home or found.place.country in at_home
        ]
        return inside or before

    def _is_neighbour(self, page: Page, found: PlaceFound, around: Sequence[PlaceFound]) -> bool:
        """Whether a place is the other side: "the border with Mali and Niger"."""
        if page.lower.endswith(self._with, 0, found.start):
            return True
        joined = (p for p in around if page.lower[p.end : found.start].strip() in self._joining)
        before = next(joined, None)
        return before is not None and self._is_neighbour(page, before, around)


def _owner(around: Sequence[PlaceFound], state: State) -> PlaceFound | None:
    """Return whose it is that is shut: "Mali's airports", "Haiti's main airport stayed closed"."""
    start = min(state.thing.start, state.verb.start)
    own = (found for found in around if 0 <= start - found.end <= _OWNED_REACH)
    return next(own, None)

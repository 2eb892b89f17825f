"""The places that a report names, and the one where something happened.

The gazetteer finds and places the names it knows; names it does not know are taken from the words
around them ("in Elukurthy village in the Warangal district") and get at most the region of the
place behind them. A demonym, an owner ("Mali's army"), a doer ("launched by Russia") and a name
inside an actor's name say nothing about where. Of the places in a sentence the finest wins, then
the one a preposition of place leads, then the nearest to the trigger.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from advisory.extraction.places.districts import DistrictReader
from advisory.extraction.places.heads import HeadReader
from advisory.extraction.places.names import LongerNames, PlaceNames
from advisory.extraction.places.namesakes import is_actors, is_of_a_feature, is_storms
from advisory.extraction.places.nearby import NearbyReader
from advisory.extraction.places.objects import ObjectReader
from advisory.extraction.places.peoples import PeopleNames
from advisory.extraction.places.persons import PersonNames
from advisory.extraction.places.place_found import (
    BY_NAME,
    FEATURE,
    INLAND,
    SEA,
    UNKNOWN,
    PlaceFound,
    container,
    is_longer,
    unlocated,
)
from advisory.extraction.places.quarters import QuarterReader, name_of_quarter
from advisory.extraction.places.roads import RoadReader
from advisory.extraction.places.senders import SenderReader
from advisory.extraction.places.shown import is_within, may_be_shown
from advisory.extraction.places.under_headings import under_headings
from advisory.extraction.places.waters import Waters
from advisory.extraction.text.blocks import Block
from advisory.extraction.text.digests import Heads
from advisory.extraction.text.page import Page, anchors
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import Hit
from advisory.model.text import Toponym
from advisory.model.value import Place
from advisory.model.vocabulary import Precision
from advisory.rulebook.lexicon import Grammar

_BEFORE = 40  # characters
_UNITS = frozenset({"admin1", "admin2"})


class PlaceReader:
    """Finds places by a gazetteer and by the words of one language."""

    def __init__(self, names: PlaceNames, grammar: Grammar) -> None:
        self._names = names
        self._roads = RoadReader(grammar)
        self._waters = Waters(grammar)
        self._quarters = QuarterReader(grammar)
        classes, words = grammar.classes, grammar.words
        led = "|".join(sorted(classes["locative"], key=len, reverse=True))
        kinds = "|".join(sorted(classes["place_kind"], key=len, reverse=True))
        self._kinds = words("place_kind") | words("small_place_kind")
        self._of, self._by = words("of"), words("by_words")
        self._small, self._never = words("small_place_kind"), words("not_a_place")
        self._apart = self._small - words("quarter_kind_in_town")  # a forest near a village
        self._built, self._offices = words("built"), words("offices")
        self.senders = SenderReader(grammar)
        offices = "|".join(classes["offices"])
        self._of_office = Pattern(rf"\b(?:{offices})\s+of\s+(?:the\s+)?$")
        self._led = Pattern(
            rf"(?i)\b(?:{led}|of)\s+(?:the\s+)?(?:\w+\s+)?(?:(?:{kinds})\s+of\s+)?$"
        )
        villages = "|".join(classes["village_kinds"])
        beside = "|".join(sorted(classes["beside_places"], key=len, reverse=True))
        self._aside, self._needing = words("beside_places", "along"), words("of", "along")
        along = "|".join(classes["along"])
        articles, name = "|".join(classes["article"]), name_of_quarter(grammar)
        inside, beyond = any_of(classes["in_the_capital"]), any_of(classes["nearby_words"])
        nearby = rf"(?:{inside})\s+(?:the\s+)?(?:{beyond})"
        self._unknown = Pattern(
            rf"\b((?i:{led}|{beside}|{along}|of|{nearby}))\s+(?:the\s+)?(?:(?:{kinds})\s+of\s+|(?:{villages})\s+)?"
            rf"({name})(?:(?:,\s+(?:{articles})(?:\s+[a-z-]+)?)?(?:\s+(?:{kinds}))?\s+(?i:({kinds}))\b)?"
        )
        self._peoples, self._longer = PeopleNames(grammar), LongerNames(grammar)
        self._persons = PersonNames(grammar)
        self._objects = ObjectReader(grammar)
        self._describes = Pattern(rf"^\s+(?:{kinds})\s+of\s+[A-Z]")
        self._settled = Pattern(rf"^\s+(?:{'|'.join(classes['settled_kinds'])})\b")
        self._villages, self._any = words("village_kinds"), words("article")
        self._articles = words("definite", "article")
        self._districts = DistrictReader(grammar)
        self._heads, self._nearby = HeadReader(grammar), NearbyReader(grammar)
        distance = "|".join(sorted(classes["distance"], key=len, reverse=True))
        away = "|".join((*classes["of"], *classes["away_words"]))
        # "40 km north of Gao", "40km off": where it happened is measured from there.
        self._measured = Pattern(
            rf"(?:\b|\d)(?:{distance})\s+(?:\w+\s+){{0,4}}(?:{away})\s+(?:the\s+)?$",
            classes["distance"],
        )
        self._any_kind = anchors(classes["place_kind"])
        self._of_kind = Pattern(rf"\b(?:{kinds})\s+of\s+(?:the\s+)?$")
        self._of_site = Pattern(rf"\b(?:{'|'.join(sorted(self._kinds))})\s+of\s+(?:the\s+)?$")

    def toponyms(
        self,
        page: Page,
        blocks: Sequence[Block],
        heads: Mapping[int, Heads],
        homes: Callable[[], Sequence[str]],
    ) -> tuple[Toponym, ...]:
        """Return the place names of the news alone, not of notices, biographies or teasers."""
        source = page.named if page.is_shouted else page.text
        found = under_headings(self._names, source, blocks, heads, homes)
        named = (one for one in found if not page.plain.startswith("$", one.span.end))  # "US$300"
        return tuple(self._waters.whole(page, one) for one in named)

    def places(
        self,
        page: Page,
        span: tuple[int, int],
        toponyms: Sequence[Toponym],
        hits: Sequence[Hit],
        countries: Container[str | None],
    ) -> list[PlaceFound]:
        """Return the places of one sentence: the known ones and those its words show.

        `toponyms` are those that begin in it, `countries` all that the page names.
        """
        start, end = span
        inside = [
            toponym
            for toponym in toponyms
            if toponym.span.end <= end
            and not is_actors(toponym.span.start, toponym.span.end, hits)
            and not is_storms(toponym.span.start, hits)
            and not self._persons.is_another(page, toponym.span.start)
            and not self._longer.goes_on(page, toponym.span.start, toponym.span.end)
        ]
        if page.is_shouted:
            inside = [t for t in inside if self._is_surely_one(page, t, countries)]
        lost = [t for t in inside if not (t.place.is_located or t.is_demonym)]
        known = [self.known(page, t) for t in inside if t.place.is_located or t.is_demonym]
        known += [
            self._lost(page, t, known)
            for t in (() if page.is_shouted else lost)  # in capitals any word may be a name
            if not self._is_adjective(page, t.span.start, t.span.end, known)
        ]
        known = [*self._roads.out_of_capitals(page, sorted(known, key=lambda found: found.start))]
        known = self._objects.led(page, self._districts.marked(page, known), hits)
        known = self._quarters.refined(page, span, known)
        further = list(self._unlocated(page, start, end, known, hits))
        known = [k for k in known if not any(is_longer(one, k) for one in further)] + further
        known += () if page.is_shouted else [*self._attacked(page, known, hits)]
        return self._heads.marked(page, sorted(known, key=lambda found: found.start))

    def _is_surely_one(self, page: Page, one: Toponym, countries: Container[str | None]) -> bool:
        """Whether a name without small letters is a place: one led, or in a country spoken of.

        A person's name or a plain word in capitals is a village somewhere in the world.
        """
        start = one.span.start
        before = page.named[max(0, start - _BEFORE) : start]
        return one.place.country in countries or self._led.is_in(before)

    def capital(self, country: str) -> Place | None:
        """Return the capital of a country by its code."""
        return self._names.capital(country)

    def known(self, page: Page, toponym: Toponym) -> PlaceFound:
        """Return a name of the gazetteer as it stands in the text."""
        start, end = toponym.span.start, toponym.span.end
        before = page.named[max(0, start - _BEFORE) : start]
        rest = toponym.place.name[end - start :].lower()  # "CITY" of "GUATEMALA CITY"
        end += len(rest) if page.is_shouted and page.lower.startswith(rest, end) else 0
        is_doer = self._by.issuperset(before.lower().split()[-1:] or [""])
        owner = (
            is_doer or self.senders.is_sender(page, start, end) or page.plain[end : end + 2] == "'s"
        )
        is_whose = owner and toponym.place.kind == "country"
        is_whose |= self._peoples.is_of_ones_own(page, start, end)
        is_led = self._led.is_in(before) and not self._measured.is_in(before.lower())
        is_feature = is_of_a_feature(page, start, end, toponym.place, self._built)
        where = (start, end, toponym.place, FEATURE if is_feature else BY_NAME, is_led)
        return PlaceFound(*where, toponym.is_demonym or is_whose)

    def _is_adjective(self, page: Page, start: int, stop: int, known: Sequence[PlaceFound]) -> bool:
        """Whether a name only says whose: "the Fulani village of Kowa", "a Fulani camp".

        "The Kowa area of Gao district" is called Kowa.
        """
        before = page.before(start, _BEFORE)[-1:] or [""]
        if not self._articles.issuperset(before):
            return False
        after = page.named[stop : stop + _BEFORE]
        if match := self._describes.first(after):
            end = stop + match.end - 1
            here = (one for one in known if one.start == end)
            return not any(k.place.kind in _UNITS or self._districts.is_told(page, k) for k in here)
        return self._any.issuperset(before) and self._settled.is_in(after)

    def _lost(self, page: Page, toponym: Toponym, known: Sequence[PlaceFound]) -> PlaceFound:
        """Return a name the gazetteer saw and could not place, in the region named behind it."""
        found, name = self.known(page, toponym), toponym.place.name
        if self._waters.is_sea(name):
            return found._replace(rule=SEA)
        is_site = name.split()[-1].lower() in self._small
        place = unlocated(name, container(page, found.end, known), is_site=is_site)
        return found._replace(place=place, rule=UNKNOWN)

    def _unlocated(
        self, page: Page, start: int, end: int, known: Sequence[PlaceFound], hits: Sequence[Hit]
    ) -> Iterator[PlaceFound]:
        if page.is_shouted and not may_be_shown(page.words(start, end), known, self._any_kind):
            return
        for match in self._unknown.all(page.named[start:end]):
            begin, stop = (start + offset for offset in match.span(2))
            stop = self._waters.end(page, begin, stop)
            while page.plain[stop - 1] in ".'-":
                stop -= 1
            name = " ".join(page.text[begin:stop].split())
            led, kind = ((match.group(number) or "").lower() for number in (1, 3))
            # Without small letters, or after "of", only a word for a kind of place shows a name.
            is_inland = self._waters.is_inland(page, begin, stop)
            is_shown = kind or is_inland or not (page.is_shouted or led in self._needing)
            is_near = kind not in self._apart and self._nearby.is_told(page, stop, known)
            of = self._of_site if is_near else self._of_kind  # "the mosque of Kowa, near Gao"
            is_shown = is_shown or of.is_in(page.lower[start:begin])
            if not (is_shown or (led not in self._of and is_within(page, stop, known))):
                continue
            is_village = kind in self._villages  # "in Gao Kura village" is not in Gao
            is_village = is_village or (bool(kind) and self._longer.holds_particle(name))
            if self._is_no_name(page, begin, stop, known, hits, is_village=is_village):
                continue
            is_bare = not (kind or page.is_shouted)
            if (is_bare and self._persons.is_surname(page, begin, stop)) or self._peoples.is_one(
                page.named[stop : stop + _BEFORE], led
            ):
                continue
            is_sea = self._waters.is_sea(name)
            around = None if is_sea else container(page, stop, known)
            is_site = not is_near and (kind or name.split()[-1].lower()) in self._small
            if is_site and around is not None and around.precision <= Precision.PLACE:
                continue  # a quarter of a known town: the town is the place
            place = unlocated(name, around, is_site=is_site)
            rule = SEA if is_sea else (INLAND if is_inland else UNKNOWN)
            yield PlaceFound(begin, stop, place, rule, led not in self._aside)

    def _attacked(
        self, page: Page, known: Sequence[PlaceFound], hits: Sequence[Hit]
    ) -> Iterator[PlaceFound]:
        """Return the names of what was attacked: "raided Kowa, Hills, Cameroon"."""
        for begin, stop, around in self._objects.attacked(page, known, hits):
            if not self._is_no_name(page, begin, stop, known, hits):
                place = unlocated(page.text[begin:stop], around, is_site=False)
                yield PlaceFound(begin, stop, place, UNKNOWN, is_led=True)

    def _is_no_name(
        self,
        page: Page,
        begin: int,
        stop: int,
        known: Sequence[PlaceFound],
        hits: Sequence[Hit],
        *,
        is_village: bool = False,
    ) -> bool:
        words = page.plain[begin:stop].lower().replace("'s", " ").replace(".", " ").split()
        return (
            any(word in self._never for word in words)
            or all(word in self._kinds or word in self._offices for word in words)
            or self._of_office.is_in(page.lower[max(0, begin - _BEFORE) : begin])
            or page.plain[stop : stop + 2] == "'s"
            or page.plain[stop : stop + 1].isdigit()  # "in PD5"
            or self._is_adjective(page, begin, stop, known)
            or any(
                found.start < stop and begin < found.end
                for found in known
                if not (is_village and begin <= found.start and found.end <= stop)
                or found.end - found.start == stop - begin
            )
            or is_storms(begin, hits)
            or any(hit.start < stop and begin < hit.end for hit in hits)
        )

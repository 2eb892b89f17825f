"""A page after the scan: what belongs to the whole of it, found when asked for.

The days and places of a stretch of text, the actors of the page, the town and the day on its
dateline. A `Sentence` asks for those of its own words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.actors.actors import ActorReader
from advisory.extraction.counts.tokens import Tokeniser
from advisory.extraction.dates.announcing import ANNOUNCED, Announcing
from advisory.extraction.dates.beside import told_by
from advisory.extraction.dates.calendar import Published
from advisory.extraction.dates.dates import DateFound, DateReader, is_a_day
from advisory.extraction.dates.days import DATED_SPEECH, is_said_on
from advisory.extraction.dates.spans import DaySpans
from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.places.places import PlaceReader
from advisory.extraction.places.this_town import CAPITAL, ThisTownReader
from advisory.extraction.text.blocks import NEWS, Block, BlockKind
from advisory.extraction.text.digests import Heads
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.lazy import lazy
from advisory.model.text import Toponym
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision, Precision

_ART = frozenset({"unreal", "drill", "retold"})
_A_DAY, _A_YEAR = timedelta(days=1), timedelta(days=364)  # from its first day to its last
_THAT_YEAR = "/that_year"  # the rule that reads "that year"
_LONGEST_ALERT = 400  # characters
CONTEXT = 3_000
"""Characters of a paragraph before a sentence that may say where and when."""


@dataclass(frozen=True, slots=True)
class Finders:
    """Those who look for one kind of thing each, by the words of one language."""

    tokeniser: Tokeniser
    dates: DateReader
    spans: DaySpans
    places: PlaceReader
    announcing: Announcing
    this_town: ThisTownReader
    actors: ActorReader
    doing: tuple[str, ...]  # the endings of what somebody is doing
    carrying: frozenset[str]  # what stands before those on board
    company: frozenset[str]  # what stands before those who were taken with others
    ways_to_tell: frozenset[str]  # the words for how and to whom something is told


@dataclass(frozen=True)
class Findings:
    """A page after the scan, with what belongs to the whole of it."""

    page: Page
    published: Published | None
    hits: Sequence[Hit]
    blocks: Sequence[Block]
    by: Finders
    heads: Mapping[int, Heads] = field(default_factory=dict)

    @lazy
    def toponyms(self) -> tuple[Toponym, ...]:
        """The place names of the news."""
        homes = partial(self.by.actors.homes, self.hits)
        return self.by.places.toponyms(self.page, self.blocks, self.heads, homes)

    @lazy
    def actors(self) -> list[ActorFound]:
        """The actors of the page, in its order."""
        return self.by.actors.actors(self.page, self.hits, self._cuts)

    @property
    def _cuts(self) -> list[int]:
        """Where a heading of a digest begins that is of another country than the one before it."""
        cuts, last = [], None
        for (start, _), named in self.head_places.items() if self.heads else ():
            country = next((one.place.country for one in named if one.place.country), last)
            cuts += [start] if country != last else []
            last = country
        return cuts

    @lazy
    def _actor_starts(self) -> list[int]:
        return [actor.start for actor in self.actors]

    @lazy
    def _toponym_starts(self) -> list[int]:
        return [toponym.span.start for toponym in self.toponyms]

    @lazy
    def _hit_starts(self) -> list[int]:
        return [hit.start for hit in self.hits]

    def hits_in(self, start: int, end: int) -> Sequence[Hit]:
        """Return the hits that begin between two offsets."""
        starts = self._hit_starts
        return self.hits[bisect_left(starts, start) : bisect_left(starts, end)]

    def toponyms_in(self, start: int, end: int) -> tuple[Toponym, ...]:
        """Return the place names that begin between two offsets."""
        starts = self._toponym_starts
        return self.toponyms[bisect_left(starts, start) : bisect_left(starts, end)]

    def actors_in(self, start: int, end: int) -> tuple[ActorFound, ...]:
        """Return the actors that begin between two offsets."""
        starts = self._actor_starts
        return tuple(self.actors[bisect_left(starts, start) : bisect_left(starts, end)])

    @lazy
    def dateline_day(self) -> DateFound | None:
        """When news without a day happened: on the day of the dateline or the day before."""
        lines = (block for block in self.blocks if block.kind is BlockKind.DATELINE)
        for one in (found for line in lines for found in self.dates(line.start, line.end)):
            if one.value and one.value.first and one.value.precision is DatePrecision.DAY:
                day = one.value.first
                value = DateRange(day - _A_DAY, day, DatePrecision.VAGUE)
                return one._replace(value=value, rule="dates/dateline")
        return None

    def dates(self, start: int, end: int, *, ahead: bool = False) -> tuple[DateFound, ...]:
        """Return the dates between two offsets; `ahead` where they are of days to come.

        A day in an actor's name, "the 4 August Movement", is no date.
        """
        words = self.page.lower[start:end].replace("\n", " ")
        published = self.published
        if published is not None and ahead:
            published = published._replace(is_ahead=True)
        dates = self.by.dates.dates(words, start, published)
        told = [found for found in dates if not self._is_in_actor(found)]
        days = (one if one.beside is None else self._beside(told, one, start) for one in told)
        is_of_states = any(hit.kind == "conditions" for hit in self.hits_in(start, end))
        lower = self.page.lower
        return tuple(self.by.spans.joined(days, lower, published, of_states=is_of_states))

    def is_announced_below(
        self, headline: tuple[int, int], hits: Sequence[Hit], lead: tuple[int, int]
    ) -> bool:
        """Whether the lead announces what a headline tells: "Dockers to strike on Monday".

        The headline leads to its deed as to what is to come, or has a day with the lead in common.
        """
        below, by, page = self.hits_in(*lead), self.by.announcing, self.page
        kinds = {hit.id for hit in below if hit.kind == "triggers"}
        deeds = [hit for hit in hits if hit.kind == "triggers" and hit.id in kinds & ANNOUNCED]
        days = self.dates(*lead, ahead=True) if deeds else ()
        if not deeds or not by.is_announced(page, below, lambda: days, self.published):
            return False
        known = {day.value for day in days}
        own = self.dates(*headline, ahead=True)
        return any(by.is_infinitive(page, deed) for deed in deeds) or any(
            d.value in known for d in own
        )

    def _beside(self, told: Sequence[DateFound], found: DateFound, start: int) -> DateFound:
        """Return "a day earlier" as a day: beside the last one told before it, or publication.

        It is as explicit as the day that it is counted from. "A day later" than some day of
        September is of September.
        """
        may_be = _is_of_years if found.rule.endswith(_THAT_YEAR) else _may_be_counted_from
        before = [one for one in told if one.end <= found.start and may_be(one)]
        if not before:
            first = max(0, start - CONTEXT)
            words = self.page.lower[first:start].replace("\n", " ")
            told = self.by.dates.dates(words, first, self.published)
            context = [one for one in told if may_be(one) and not one.is_limit]
            said = [hit for hit in self.hits_in(first, start) if hit.id in DATED_SPEECH]
            ways = self.by.ways_to_tell
            before = [one for one in context if not is_said_on(self.page, one, said, ways)]
            before = before or context
        if before and not is_a_day(before[-1]):
            return found._replace(value=before[-1].value, weight=before[-1].weight)
        day = before[-1].value.first if before and before[-1].value else None
        weight = max(found.weight, before[-1].weight) if before else found.weight
        if day is None and found.beside and found.beside < 0 and self.published:
            day = self.published.day
        if day is None or found.beside is None:
            return found
        value, is_since = (
            told_by(day, found.beside, found.weekday),
            before[-1:] and before[-1].is_since,
        )
        return found._replace(value=value, weight=weight, is_since=bool(is_since))

    def _is_in_actor(self, found: DateFound) -> bool:
        before = bisect_right(self._named, (found.start, len(self.page.text)))
        return before > 0 and found.end <= self._named[before - 1][1]

    def is_of_art(self, start: int, end: int) -> bool:
        """Whether a word of films, sport, markets or drills stands between two offsets."""
        return bisect_left(self._art, start) < bisect_left(self._art, end)

    @lazy
    def _art(self) -> list[int]:
        return [hit.start for hit in self.hits if hit.id in _ART]

    @lazy
    def lead(self) -> tuple[int, int]:
        """Where the headlines begin and the first paragraph ends."""
        body = next((one for one in self._news if one.kind is not BlockKind.HEADLINE), None)
        return (self._news[0].start, body.end) if body else (0, 0)

    @lazy
    def _news(self) -> list[Block]:
        return [block for block in self.blocks if block.kind in NEWS]

    @lazy
    def is_brief(self) -> bool:
        """Whether one short paragraph is all its news: an alert, a message, a post."""
        news = self._news
        return len(news) == 1 and news[0].end - news[0].start <= _LONGEST_ALERT

    @lazy
    def is_one_paragraph(self) -> bool:
        """Whether all its news below the headline is one paragraph."""
        return sum(one.kind is not BlockKind.HEADLINE for one in self._news) == 1

    @lazy
    def _named(self) -> list[tuple[int, int]]:
        """Where the lexicon's actors stand."""
        return [(hit.start, hit.end) for hit in self.hits if hit.kind == "actors"]

    def places(self, start: int, end: int, hits: Sequence[Hit]) -> tuple[PlaceFound, ...]:
        """Return the places between two offsets; no place is what `hits` call something else."""
        inside = self.toponyms_in(start, end)
        where = (start, end)
        found = self.by.places.places(self.page, where, inside, hits, self._countries)
        here, by = self.here(start), self.by.this_town
        capital = here if here and here.place.kind == CAPITAL else self._capital
        pointed = by.places(self.page, where, here) if here else ()
        beside = by.capitals(self.page, where, capital) if capital else ()
        owned = by.owned(self.page, where, inside, self.by.places.capital) if inside else ()
        return (*found, *pointed, *beside, *owned)

    @lazy
    def head_places(self) -> Mapping[tuple[int, int], tuple[PlaceFound, ...]]:
        """The places that the heads of a digest name."""
        spans = {span for heads in self.heads.values() for span in (heads.own, *heads.above)}
        return {span: self.places(*span, ()) for span in sorted(filter(None, spans))}

    @lazy
    def _capital(self) -> PlaceFound | None:
        """The only capital named."""
        named = [each for each in self.toponyms if each.place.kind == CAPITAL]
        is_one = len({each.place.name for each in named}) == 1
        return self.by.places.known(self.page, named[0]) if is_one else None

    def here(self, start: int) -> PlaceFound | None:
        """The town on the dateline above an offset, or on the first."""
        above = (town for town in reversed(self._towns) if town.start <= start)
        return next(above, next(iter(self._towns), None))

    @lazy
    def _towns(self) -> tuple[PlaceFound, ...]:
        """The towns on the datelines."""
        lines = [block for block in self.blocks if block.kind is BlockKind.DATELINE]
        return tuple(
            self.by.places.known(self.page, toponym)
            for toponym in (self.toponyms if lines else ())
            if toponym.place.is_located
            and toponym.place.precision <= Precision.PLACE
            and any(line.start <= toponym.span.start < line.end for line in lines)
        )

    @lazy
    def _countries(self) -> frozenset[str | None]:
        return frozenset(t.place.country for t in self.toponyms if t.place.kind == "country")


def _is_of_years(found: DateFound) -> bool:
    """Whether a date is a year, or begins with one: "since 2008. That year"."""
    value = found.value
    return bool(value and value.first and value.last and value.last - value.first >= _A_YEAR)


def _may_be_counted_from(found: DateFound) -> bool:
    """Whether a date is a day or a month."""
    return is_a_day(found) or bool(found.value and found.value.precision is DatePrecision.MONTH)

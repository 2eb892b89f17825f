"""A sentence of the news in which something was hit, and what it holds, found when asked for.

Most sentences with a hit tell of nothing that happened, so nothing is looked for before a later
step asks: not the tokens, not the days, and least of all the places, which take the whole text.
What was found once is kept.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from advisory.extraction.actors import ActorFound, ActorReader
from advisory.extraction.blocks import Block, BlockKind
from advisory.extraction.calendar import Published
from advisory.extraction.counts import Toll, tolls
from advisory.extraction.dates import DateFound, DateReader, is_a_day
from advisory.extraction.page import Page
from advisory.extraction.people import without_asides
from advisory.extraction.place_found import PlaceFound
from advisory.extraction.places import PlaceReader
from advisory.extraction.scan import Hit
from advisory.extraction.this_town import CAPITAL, ThisTownReader
from advisory.extraction.tokens import Token, Tokeniser
from advisory.lazy import lazy
from advisory.model.text import Toponym
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision, Precision

_SPEECH = frozenset({"say", "cite", "claim", "confirm", "deny"})
_ART = frozenset({"unreal", "drill", "retold"})
_A_DAY = timedelta(days=1)
_SPEECH_GAP = 4
_REACH_OF_ART = 300  # characters: of films is what stands just behind one, too
_CONTEXT = 3_000  # characters of a paragraph before a sentence that may say where and when
_COUNTING = frozenset(
    {"murder", "assassination", "massacre", "shared", "suicide_bombing"}
)  # what brings figures beside harm


@dataclass(frozen=True, slots=True)
class Finders:
    """Those who look for one kind of thing each, by the words of one language."""

    tokeniser: Tokeniser
    dates: DateReader
    places: PlaceReader
    this_town: ThisTownReader
    actors: ActorReader


@dataclass(frozen=True)
class Findings:
    """A page after the scan, with what belongs to the whole of it."""

    page: Page
    published: Published | None
    hits: Sequence[Hit]
    blocks: Sequence[Block]
    by: Finders

    @lazy
    def toponyms(self) -> tuple[Toponym, ...]:
        """The place names of the news."""
        return self.by.places.toponyms(self.page, self.blocks)

    @lazy
    def actors(self) -> list[ActorFound]:
        """The actors of the page, in its order."""
        return self.by.actors.actors(self.page, self.hits)

    @lazy
    def _actor_starts(self) -> list[int]:
        return [actor.start for actor in self.actors]

    @lazy
    def _toponym_starts(self) -> list[int]:
        return [toponym.span.start for toponym in self.toponyms]

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
        return tuple(one if one.beside is None else self._beside(told, one, start) for one in told)

    def _beside(self, told: Sequence[DateFound], found: DateFound, start: int) -> DateFound:
        """Return "a day earlier" as a day: beside the last one told before it, or publication."""
        before = [one for one in told if one.end <= found.start and is_a_day(one)]
        if not before:
            first = max(0, start - _CONTEXT)
            words = self.page.lower[first:start].replace("\n", " ")
            before = [d for d in self.by.dates.dates(words, first, self.published) if is_a_day(d)]
        day = before[-1].value.first if before and before[-1].value else None
        if day is None and found.beside and found.beside < 0 and self.published:
            day = self.published.day
        if day is None or found.beside is None:
            return found
        there = day + found.beside * _A_DAY
        return found._replace(value=DateRange(there, there))

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
    def _named(self) -> list[tuple[int, int]]:
        """Where the lexicon's actors stand."""
        return [(hit.start, hit.end) for hit in self.hits if hit.kind == "actors"]

    def places(self, start: int, end: int, hits: Sequence[Hit]) -> tuple[PlaceFound, ...]:
        """Return the places between two offsets; no place is what `hits` call something else."""
        starts = self._toponym_starts
        inside = self.toponyms[bisect_left(starts, start) : bisect_left(starts, end)]
        where = (start, end)
        found = self.by.places.places(self.page, where, inside, hits, self._countries)
        here, capital, by = self._here, self._capital, self.by.this_town
        pointed = by.places(self.page, where, here) if here else ()
        beside = by.capitals(self.page, where, capital, inside) if capital else ()
        return (*found, *pointed, *beside)

    @lazy
    def _capital(self) -> PlaceFound | None:
        """The capital on the dateline, or the only one named."""
        if self._here and self._here.place.kind == CAPITAL:
            return self._here
        named = [each for each in self.toponyms if each.place.kind == CAPITAL]
        is_one = len({each.place.name for each in named}) == 1
        return self.by.places.known(self.page, named[0]) if is_one else None

    @lazy
    def _here(self) -> PlaceFound | None:
        """The town on the dateline."""
        lines = [block for block in self.blocks if block.kind is BlockKind.DATELINE]
        towns = (
            self.by.places.known(self.page, toponym)
            for toponym in self.toponyms
            if toponym.place.is_located
            and toponym.place.precision <= Precision.PLACE
            and any(line.start <= toponym.span.start < line.end for line in lines)
        )
        return next(towns, None)

    @lazy
    def _countries(self) -> frozenset[str | None]:
        return frozenset(t.place.country for t in self.toponyms if t.place.kind == "country")


@dataclass(frozen=True)
class Sentence:
    """A sentence by offsets, with its hits; `begin` is where its paragraph begins."""

    start: int
    end: int
    number: int
    is_headline: bool
    is_lead: bool
    paragraph: int
    begin: int
    hits: tuple[Hit, ...]
    findings: Findings

    @lazy
    def _by_kind(self) -> Mapping[str, Sequence[Hit]]:
        kinds: dict[str, list[Hit]] = {}
        for hit in self.hits:
            kinds.setdefault(hit.kind, []).append(hit)
        return kinds

    def of(self, kind: str) -> Sequence[Hit]:
        """Return its hits of one kind."""
        return self._by_kind.get(kind, ())

    @lazy
    def words(self) -> tuple[Token, ...]:
        """Its words with a class each."""
        tokeniser = self.findings.by.tokeniser
        return tuple(without_asides(tokeniser.tokens(self.findings.page, self.start, self.end)))

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """Its words, none where nothing in it can bring figures."""
        may_count = self.of("harm") or not _COUNTING.isdisjoint([hit.id for hit in self.hits])
        return self.words if may_count else ()

    @lazy
    def tolls(self) -> tuple[Toll, ...]:
        """How many it says were killed and injured."""
        return tuple(tolls(self.tokens)) if self.tokens else ()

    @lazy
    def has_toll(self) -> bool:
        """Whether it says that somebody was killed or injured."""
        return any(toll.count.low or toll.count.high for toll in self.tolls)

    @lazy
    def has_killed(self) -> bool:
        """Whether it tells of anybody killed."""
        return bool(self.killed)

    @lazy
    def killed(self) -> int | None:
        """The largest number killed that it tells, None where it tells none."""
        low = (toll.count.low for toll in self.tolls if toll.harm == "killed")
        return max(low, default=None)

    @lazy
    def dates(self) -> tuple[DateFound, ...]:
        """The dates in it."""
        return self.findings.dates(self.start, self.end, ahead=self.has("announce"))

    @lazy
    def places(self) -> tuple[PlaceFound, ...]:
        """The places in it."""
        return self.findings.places(self.start, self.end, self.hits)

    @lazy
    def actors(self) -> tuple[ActorFound, ...]:
        """The actors in it."""
        return self.findings.actors_in(self.start, self.end)

    @lazy
    def context_places(self) -> tuple[PlaceFound, ...]:
        """The places its paragraph names before it, where it has none of its own."""
        if not self._has_context or any(not place.is_demonym for place in self.places):
            return ()
        return self.places_before

    @property
    def places_before(self) -> tuple[PlaceFound, ...]:
        """The places its paragraph names before it."""
        return self.findings.places(self._before, self.start, ())

    @lazy
    def context_dates(self) -> tuple[DateFound, ...]:
        """The dates its paragraph tells before it, where it has none of its own."""
        if not self._has_context or self.dates:
            return ()
        return self.findings.dates(self._before, self.start)

    @property
    def _before(self) -> int:
        return max(self.begin, self.start - _CONTEXT)

    @property
    def _has_context(self) -> bool:
        is_told = self.of("triggers") or self.of("conditions")
        return bool(is_told) and self.begin != self.start

    def is_of_speech(self, found: DateFound) -> bool:
        """Whether a date is that of a statement: "said on Thursday that ..."."""
        return any(
            cue.id in _SPEECH and abs(found.start - cue.end) <= _SPEECH_GAP
            for cue in self.of("cues")
        )

    @lazy
    def is_after_art(self) -> bool:
        """Whether what its paragraph tells just before is of films, sport, markets or drills."""
        return self.findings.is_of_art(max(self.begin, self.start - _REACH_OF_ART), self.start)

    def has(self, cue: str) -> bool:
        """Whether a class of cues stands in it."""
        return cue in self.cues

    @lazy
    def cues(self) -> frozenset[str]:
        """The classes of cues that stand in it."""
        return frozenset(hit.id for hit in self.of("cues"))

"""A sentence of the news in which something was hit, and what it holds, found when asked for.

Most sentences with a hit tell of nothing that happened, so nothing is looked for before a later
step asks: not the tokens, not the days, and least of all the places, which take the whole text.
What was found once is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

from advisory.extraction.actors import ActorFound, ActorReader
from advisory.extraction.blocks import Block, BlockKind
from advisory.extraction.calendar import Published
from advisory.extraction.counts import Toll, tolls
from advisory.extraction.dates import DateFound, DateReader
from advisory.extraction.page import Page
from advisory.extraction.people import without_asides
from advisory.extraction.places import PlaceFound, PlaceReader
from advisory.extraction.scan import Hit
from advisory.extraction.tokens import Token, Tokeniser
from advisory.model.text import Toponym
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision

_SPEECH = frozenset({"say", "cite", "claim", "confirm", "deny"})
_A_DAY = timedelta(days=1)
_SPEECH_GAP = 4
_CONTEXT = 3_000  # characters of a paragraph before a sentence that may say where and when
_COUNTING = frozenset(
    {"murder", "assassination", "shared", "suicide_bombing"}
)  # what brings figures beside harm


@dataclass(frozen=True, slots=True)
class Finders:
    """Those who look for one kind of thing each, by the words of one language."""

    tokeniser: Tokeniser
    dates: DateReader
    places: PlaceReader
    actors: ActorReader


@dataclass(frozen=True)
class Findings:
    """A page after the scan, with what belongs to the whole of it."""

    page: Page
    published: Published | None
    hits: Sequence[Hit]
    blocks: Sequence[Block]
    by: Finders

    @cached_property
    def toponyms(self) -> tuple[Toponym, ...]:
        """The place names of the news."""
        return self.by.places.toponyms(self.page, self.blocks)

    @cached_property
    def actors(self) -> list[ActorFound]:
        """The actors of the page, in its order."""
        return self.by.actors.actors(self.page, self.hits)

    @cached_property
    def dateline_day(self) -> DateFound | None:
        """When news without a day happened: on the day of the dateline or the day before."""
        lines = (block for block in self.blocks if block.kind is BlockKind.DATELINE)
        for one in (found for line in lines for found in self.dates(line.start, line.end)):
            if one.value and one.value.first and one.value.precision is DatePrecision.DAY:
                day = one.value.first
                value = DateRange(day - _A_DAY, day, DatePrecision.VAGUE)
                return replace(one, value=value, rule="dates/dateline")
        return None

    def dates(self, start: int, end: int, *, ahead: bool = False) -> tuple[DateFound, ...]:
        """Return the dates between two offsets; `ahead` where they are of days to come.

        A day in an actor's name, "the 4 August Movement", is no date.
        """
        words = self.page.lower[start:end].replace("\n", " ")
        published = self.published
        if published is not None and ahead:
            published = published._replace(is_ahead=True)
        return tuple(
            found
            for found in self.by.dates.dates(words, start, published)
            if not any(
                hit.start <= found.start and found.end <= hit.end
                for hit in self.hits
                if hit.kind == "actors"
            )
        )

    def places(self, start: int, end: int, hits: Sequence[Hit]) -> tuple[PlaceFound, ...]:
        """Return the places between two offsets; no place is what `hits` call something else."""
        return tuple(self.by.places.places(self.page, (start, end), self.toponyms, hits))


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

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words with a class each; none where nothing in it can bring figures."""
        if not any(hit.kind == "harm" or hit.id in _COUNTING for hit in self.hits):
            return ()
        tokeniser = self.findings.by.tokeniser
        return tuple(without_asides(tokeniser.tokens(self.findings.page, self.start, self.end)))

    @cached_property
    def tolls(self) -> tuple[Toll, ...]:
        """How many it says were killed and injured."""
        return tuple(tolls(self.tokens))

    @property
    def has_toll(self) -> bool:
        """Whether it says that somebody was killed or injured."""
        return any(toll.count.low or toll.count.high for toll in self.tolls)

    @cached_property
    def has_killed(self) -> bool:
        """Whether it tells of anybody killed."""
        return any(toll.harm == "killed" and toll.count.low for toll in self.tolls)

    @cached_property
    def dates(self) -> tuple[DateFound, ...]:
        """The dates in it."""
        return self.findings.dates(self.start, self.end, ahead=self.has("announce"))

    @cached_property
    def places(self) -> tuple[PlaceFound, ...]:
        """The places in it."""
        return self.findings.places(self.start, self.end, self.hits)

    @cached_property
    def actors(self) -> tuple[ActorFound, ...]:
        """The actors in it."""
        return tuple(a for a in self.findings.actors if self.start <= a.start < self.end)

    @cached_property
    def context_places(self) -> tuple[PlaceFound, ...]:
        """The places its paragraph names before it, where it has none of its own."""
        if not self._has_context or any(not place.is_demonym for place in self.places):
            return ()
        return self.findings.places(self._before, self.start, ())

    @cached_property
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
        is_told = any(hit.kind in {"triggers", "conditions"} for hit in self.hits)
        return is_told and self.begin != self.start

    def is_of_speech(self, found: DateFound) -> bool:
        """Whether a date is that of a statement: "said on Thursday that ..."."""
        return any(
            cue.kind == "cues" and cue.id in _SPEECH and abs(found.start - cue.end) <= _SPEECH_GAP
            for cue in self.hits
        )

    def has(self, cue: str) -> bool:
        """Whether a class of cues stands in it."""
        return cue in self._cues

    @cached_property
    def _cues(self) -> frozenset[str]:
        return frozenset(hit.id for hit in self.hits if hit.kind == "cues")

"""A sentence of the news in which something was hit, and what it holds, found when asked for.

Most sentences with a hit tell of nothing that happened, so nothing is looked for before a later
step asks: not the tokens, not the days, and least of all the places, which take the whole text.
What was found once is kept.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from advisory.extraction.actors.actor_found import ActorFound, is_group
from advisory.extraction.counts.asides import without_asides
from advisory.extraction.counts.counts import tolls
from advisory.extraction.counts.feared import UNSURE, as_feared
from advisory.extraction.counts.members import as_members
from advisory.extraction.counts.of_towns import without_towns
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll, most_killed
from advisory.extraction.dates.announcing import ANNOUNCED
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.dates.days import DATED_SPEECH, SPEECH, is_said_on
from advisory.extraction.findings import CONTEXT, Findings
from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.places.this_town import CAPITAL
from advisory.extraction.text.digests import Heads
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.extraction.text.surfaces import HOSPITALS, HURTS, LOSING
from advisory.extraction.under import Under
from advisory.lazy import lazy
from advisory.model.text import Toponym

_start = attrgetter("start")
_STATES = frozenset({CAPITAL, "country"})
_TELLING_NONE, _PHRASE = frozenset({"no_toll", "masked"}), "phrase"
_COUNTING = frozenset(
    {
        "murder",
        "assassination",
        "massacre",
        "no_toll",
        "shared",
        "suicide_bombing",
        "superseded",
        LOSING,
    }
    | {HOSPITALS, *HURTS}
)
"""What brings figures beside harm."""
_REACH_OF_ART = 300  # characters: of films is what stands just behind one, too


@dataclass(frozen=True)
class Sentence:
    """A sentence by offsets, with its hits; `begin` is where its paragraph begins.

    `scene` is what sets the scene for it: the paragraph before, since many a news site makes every
    sentence a paragraph; for a headline the first sentence below it; nothing where there is none.

    One that tells of several incidents is cut into pieces, each a sentence too: see `clauses`.
    """

    start: int
    end: int
    number: int
    is_headline: bool
    is_lead: bool
    paragraph: int
    begin: int
    scene: tuple[int, int]
    hits: tuple[Hit, ...]
    findings: Findings
    heads: Heads | None = None  # what it stands under in a digest
    whole: "Sentence | None" = None  # what it is a piece of
    is_earlier: bool = False  # it is a piece of one whose day is another: "days after ..."
    counted_day: DateFound | None = None  # its day by that of the news: "a day after"

    @lazy
    def page(self) -> Page:
        """The page that it is on."""
        return self.findings.page

    def piece(self, start: int, end: int) -> "Sentence":
        """Return a part of it as a sentence; who tells it goes for every part of what is told."""
        inside = tuple(hit for hit in self.hits if start <= hit.start < end or _is_voice(hit))
        return replace(self, start=start, end=end, hits=inside, whole=self)

    def beside(self) -> "Sentence":
        """Return it as it tells what has happened, beside something to come."""
        return replace(self, hits=tuple([h for h in self.hits if h.id != "announce"]), whole=self)

    @lazy
    def of(self) -> Callable[[str], Sequence[Hit]]:
        """Returns its hits of one kind."""
        kinds: dict[str, list[Hit]] = defaultdict(list)
        for hit in self.hits:
            kinds[hit.kind].append(hit)
        return kinds.__getitem__

    @lazy
    def words(self) -> tuple[Token, ...]:
        """Its words with a class each."""
        tokeniser = self.findings.by.tokeniser
        return tuple(without_asides(tokeniser.tokens(self.page, self.start, self.end)))

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """Its words, none where nothing in it can bring figures."""
        deeds = () if self.is_announced else self.of("triggers")
        hides_it = any(hit.form == _PHRASE for hit in deeds)  # "killed by a mob"
        hides_it = hides_it and self.cues.isdisjoint(_TELLING_NONE)
        counts = not _COUNTING.isdisjoint([hit.id for hit in self.hits])
        return self.words if self.of("harm") or hides_it or counts else ()

    @lazy
    def tolls(self) -> tuple[Toll, ...]:
        """How many it says were killed and injured."""
        by = self.findings.by.actors
        if not (found := without_towns(tolls(self.tokens), self.tokens, self.findings.toponyms_in)):
            return ()
        groups = [(a.start, a.end) for a in self.actors if is_group(a)]
        known = as_feared(found, self.tokens, self.cues_of(*UNSURE))
        return as_members(known, self.tokens, groups, by.members, by.former)

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
        return most_killed(self.tolls)

    @lazy
    def dates(self) -> tuple[DateFound, ...]:
        """The dates in it; a piece without one has those of the whole."""
        counted = (self.counted_day,) if self.counted_day else ()
        return self.own_dates or counted or (self.whole.dates if self.whole else ())

    @lazy
    def own_dates(self) -> tuple[DateFound, ...]:
        """The dates that stand in it."""
        dates = self.findings.dates(self.start, self.end)
        if not self.is_announced:
            is_beside = self.whole is not None and self.whole.is_announced
            marks = self.whole.of("cues") if is_beside and self.whole else ()
            return self.findings.by.announcing.others(self.page, marks, dates)
        ahead = self.findings.dates(self.start, self.end, ahead=True)
        days = self.findings.by.announcing.days
        published = self.findings.published
        return days(self.page, self.start, self.hits, dates, ahead, published=published)

    @lazy
    def is_announced(self) -> bool:
        """Whether it tells of what is to come, by its own words or a headline's by the lead's."""
        if ANNOUNCED.isdisjoint([t.id for t in self.of("triggers")]):
            return False
        if self.has("announce"):
            around = self.start if self.findings.dates(self.start, self.end) else self._before
            dates = partial(self.findings.dates, around, self.end, ahead=True)
            told = (self.page, self.hits, dates, self.findings.published)
            if self.findings.by.announcing.is_announced(*told):
                return True
        own = (self.start, self.end)
        return self.is_headline and self.findings.is_announced_below(own, self.hits, self.scene)

    @lazy
    def places(self) -> tuple[PlaceFound, ...]:
        """The places in it."""
        return self.findings.places(self.start, self.end, self.hits)

    @lazy
    def states(self) -> tuple[Toponym, ...]:
        """The countries and capitals that it names, no demonyms: they may stand for those there."""
        named = self.findings.toponyms_in(self.start, self.end)
        return tuple(t for t in named if t.place.kind in _STATES and not t.is_demonym)

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
        return self._unsaid_dates(self._before, self.start)

    @lazy
    def scene_places(self) -> tuple[PlaceFound, ...]:
        """The places that the paragraph before its own names, where it tells no day of its own.

        "An hour later" is none. In a digest those of its heading.
        """
        if self.entry is not None and self._is_told and (named := self.under.places):
            return named
        own = any(found.beside is None for found in self.own_dates)
        return () if own or not self._is_told else self.findings.places(*self._scene, ())

    @lazy
    def scene_dates(self) -> tuple[DateFound, ...]:
        """The dates that the paragraph before its own tells, where it has none of its own.

        Not the day on which somebody spoke there, nor that of "in response to Monday's raid".
        """
        return () if not self._is_told or self.dates else self._unsaid_dates(*self._scene)

    @lazy
    def under(self) -> Under:
        """What the heads of a digest give it."""
        return Under(self.findings, self.heads)

    @property
    def entry(self) -> int | None:
        """Where the entry of a digest that it is of begins."""
        return self.under.entry

    def _unsaid_dates(self, start: int, end: int) -> tuple[DateFound, ...]:
        """Return the dates between two offsets but those on which somebody spoke."""
        told = self.findings.dates(start, end)
        if not told:
            return ()
        hits = self.findings.hits
        first, last = (bisect_left(hits, at, key=_start) for at in (start, end))
        said = [cue for cue in hits[first:last] if cue.id in DATED_SPEECH]
        answered = [cue for cue in hits[first:last] if cue.id == "answering"]
        announcing, page = self.findings.by.announcing, self.page
        ways = self.findings.by.ways_to_tell
        return tuple(
            found
            for found in told
            if not announcing.is_clause_of(page, hits[first:last], found)
            and not is_said_on(page, found, [*said, *answered], ways)
        )

    @property
    def _scene(self) -> tuple[int, int]:
        start, end = self.scene
        return max(start, end - CONTEXT), end

    @property
    def _before(self) -> int:
        return max(self.begin, self.start - CONTEXT)

    @property
    def _has_context(self) -> bool:
        return self._is_told and self.begin != self.start

    @property
    def _is_told(self) -> bool:
        return bool(self.of("triggers") or self.of("conditions"))

    @lazy
    def is_after_art(self) -> bool:
        """Whether what its paragraph tells just before is of films, sport, markets or drills."""
        return self.findings.is_of_art(max(self.begin, self.start - _REACH_OF_ART), self.start)

    def has(self, cue: str) -> bool:
        """Whether a class of cues stands in it."""
        return cue in self.cues

    def cues_of(self, *classes: str) -> list[Hit]:
        """Return its cues of some classes."""
        is_any = not self.cues.isdisjoint(classes)
        return [hit for hit in self.of("cues") if hit.id in classes] if is_any else []

    @lazy
    def cues(self) -> frozenset[str]:
        """The classes of cues that stand in it."""
        return frozenset([hit.id for hit in self.of("cues")])


def _is_voice(hit: Hit) -> bool:
    """Whether it says who tells it."""
    return hit.kind == "speakers" or (hit.kind == "cues" and hit.id in SPEECH)

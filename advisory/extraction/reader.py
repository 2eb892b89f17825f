"""One report in, one `Reading` out: the steps of extraction in their order.

    page -> scan -> blocks -> sentences -> (counts, dates, places, actors) -> tellings -> compose

A reader is made once for a lexicon, a rule base and a gazetteer, and is then a pure function of a
report. It works only where the scan has hit something. A report in a language it does not know is
heard, not read: its regions count, its words do not.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from advisory.extraction.actors.actors import ActorReader
from advisory.extraction.claims.colons import with_colons
from advisory.extraction.claims.denials import DenialReader
from advisory.extraction.claims.owning_up import OwningUp
from advisory.extraction.composing.compose import Composer
from advisory.extraction.composing.kinship import Kinship
from advisory.extraction.composing.relevance import Relevance
from advisory.extraction.composing.setting import Setting
from advisory.extraction.conditions.cancellations import CancellationReader
from advisory.extraction.conditions.conditions import ConditionReader
from advisory.extraction.conditions.pairing import paired
from advisory.extraction.conditions.roads import RoadNames
from advisory.extraction.counts.tokens import Tokeniser
from advisory.extraction.dates.announcing import Announcing
from advisory.extraction.dates.calendar import Published
from advisory.extraction.dates.dates import DateReader
from advisory.extraction.dates.spans import DaySpans
from advisory.extraction.fields.countries import country_of
from advisory.extraction.fields.doers import REACH, lend
from advisory.extraction.fields.mentions import MentionMaker
from advisory.extraction.fields.spoken_of import SpokenOf, state_forces
from advisory.extraction.findings import Finders, Findings
from advisory.extraction.places.names import PlaceNames
from advisory.extraction.places.places import PlaceReader
from advisory.extraction.places.this_town import ThisTownReader
from advisory.extraction.reality.warned import Warned
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.telling_reader import TellingReader
from advisory.extraction.tellings.towns_named import TownsNamed
from advisory.extraction.tellings.towns_taken import TownsTaken
from advisory.extraction.text.blocks import NEWS, BlockKind, blocks
from advisory.extraction.text.digests import Openings, with_heads
from advisory.extraction.text.headlines import HeadlineScanner
from advisory.extraction.text.language import language_of
from advisory.extraction.text.page import Page
from advisory.extraction.text.paragraphs import BULLETS
from advisory.extraction.text.scan import Scanner
from advisory.extraction.text.sentences import sentences, stories
from advisory.extraction.text.surfaces import HOSPITALS, HURTS, LOSING
from advisory.gazetteer.context import Context
from advisory.model.identity import digest
from advisory.model.incident import Mention
from advisory.model.text import Reading, Report, Toponym, Unlocated
from advisory.rulebook.book import IncidentType
from advisory.rulebook.lexicon import Grammar, Lexicon

GRAMMAR = "1"  # the version of the grammar in this package: part of every reading's version
_TELLING = frozenset({"triggers", "harm", "conditions"})
_UNTOLD = frozenset(
    {"unreal", "drill", "retold", "irrealis", "irrealis_after", "negation", "court", "long_after"}
)
_CUES = frozenset(
    {"no_toll", "responsibility", "blame", "unverified", "deny", "deny_part", "withdraw", "shared"}
    | {"unknown_cause", "deny_all", "deny_toll", "warning_over", "moves_in", "took_place"}
    | {"not_seen_since", "superseded", HOSPITALS, LOSING, *HURTS}
)
_OF_THINGS_TOO = frozenset({LOSING, *HURTS})
_OF_NAMES_TOO = frozenset({"any_trade", "hours_of_day", "named_hours"})
_MOST_TOLD = 3
_MARKS, _MARK = frozenset(BULLETS), 2  # an item of a list is of another day than the one above it


class Types(Protocol):
    """What the reader needs of a rule base: its fine types and its version."""

    @property
    def types(self) -> Mapping[str, IncidentType]:
        """Fine type -> what it is."""

    @property
    def hash(self) -> str:
        """The version of the rule base."""


def version_of(lexicon: Lexicon, gazetteer: PlaceNames) -> str:
    """Return the version of the readings that a reader of these gives, without making one."""
    return f"reader-{digest(GRAMMAR, lexicon.version, gazetteer.version)[:12]}"


class Reader:
    """Reads reports by one lexicon, one rule base and one gazetteer."""

    def __init__(self, lexicon: Lexicon, rulebook: Types, gazetteer: PlaceNames) -> None:
        grammar = lexicon.grammar
        self._lexicon = lexicon
        self._abbreviations = frozenset(grammar.abbreviations)
        self._common = _common_words(grammar)
        self._stop_words = frozenset(grammar.stop_words)
        self._scanner = Scanner(lexicon)
        self._roads = RoadNames(lexicon)
        self._forces = state_forces(lexicon)
        self._we = grammar.words("oneself", "ones_own")
        self._enemy = frozenset(grammar.victims["force"])
        self._openings = Openings(grammar)
        self._headlines = HeadlineScanner(lexicon)
        self._owning_up, self._denials = OwningUp(lexicon.grammar), DenialReader(lexicon.grammar)
        self._taken = TownsTaken(lexicon.grammar)
        self._warned = Warned(lexicon.grammar)
        self._towns = TownsNamed(lexicon, gazetteer)
        self._finders = Finders(
            Tokeniser(grammar),
            DateReader(grammar, lexicon.language),
            DaySpans(grammar),
            PlaceReader(gazetteer, grammar),
            Announcing(grammar),
            ThisTownReader(grammar),
            ActorReader(lexicon),
            grammar.classes["doing_endings"],
            grammar.words("carrying"),
            grammar.words("in_company"),
            grammar.words("ways_to_tell"),
        )
        self._tellings = TellingReader(lexicon)
        self._spoken_of = SpokenOf(lexicon, self._finders.places)
        self._conditions = ConditionReader(lexicon)
        self._cancellations = CancellationReader(lexicon)
        self._composer = Composer(Kinship(rulebook.types), Relevance(lexicon.relevance))
        self._maker = MentionMaker(rulebook.types, lexicon)
        self.version = version_of(lexicon, gazetteer)

    def read(self, report: Report, *, coverage: bool = True) -> Reading:
        """Return all that is found in one report.

        Without `coverage` its `regions` and `unlocated` stay empty, what is only background is
        left out, and place names are looked for only where something is told: much quicker, for
        who wants incidents alone.
        """
        found = self._findings(report)
        page = found.page
        regions, unlocated = _regions(page, found.toponyms) if coverage else ((), ())
        language = language_of(page, self._stop_words, self._common, self._lexicon.language)
        readable = language == self._lexicon.language
        told = list(self._sentences(found)) if readable else []
        return Reading(
            report=report.id,
            language=language,
            readable=readable,
            mentions=tuple(self._mentions(found, report, told, background=coverage)),
            conditions=self._conditions.conditions(page, report.id, told),
            regions=regions,
            unlocated=unlocated,
            cancellations=self._cancellations.cancellations(
                report.id, told, lambda: country_of(self._spoken_of.names(found))
            ),
        )

    def _lead(self, found: Findings, headline: int) -> tuple[int, int]:
        """Return the first sentence below a headline by offsets, nothing where there is none."""
        below = (block for block in found.blocks[headline + 1 :] if block.kind in NEWS)
        lead = next((one for one in below if one.kind is not BlockKind.HEADLINE), None)
        nothing = found.blocks[headline].start
        if lead is None:
            return nothing, nothing
        return next(sentences(found.page, lead.start, lead.end, self._abbreviations))

    def quoted(self, report: Report, start: int, end: int) -> Sentence | None:
        """Return the words between two offsets as a sentence of their own.

        None where they stand in no single sentence of the news, or in one that tells of what may
        happen, or of another story.
        """
        found = self._findings(report)
        for block in found.blocks:
            if block.kind not in NEWS or not block.start <= start < end <= block.end:
                continue
            for first, last in sentences(found.page, block.start, block.end, self._abbreviations):
                around = found.hits_in(first, last)
                if first <= start and end <= last and not _UNTOLD & {hit.id for hit in around}:
                    inside = tuple(hit for hit in around if start <= hit.start and hit.end <= end)
                    where = (start, end, 0, False, False, 0, start, (start, start))
                    return Sentence(*where, inside, found)
        return None

    def _findings(self, report: Report) -> Findings:
        page = Page.of(report.text, self._common)
        hits = self._taken.hits(page, paired(self._roads.hits(page, self._scanner.scan(page))))
        hits = self._towns.hits(page, hits)
        hits = with_colons(
            page,
            self._owning_up.hits(page, self._denials.hits(page, hits)),
            self._forces,
            self._we,
            self._enemy,
        )
        hits = self._warned.hits(page, hits)
        published = Published.of(report.published)
        stretches, heads = with_heads(page, blocks(page, hits), self._openings)
        hits = self._headlines.hits(page, stretches, hits)
        return Findings(page, published, hits, stretches, self._finders, heads)

    def _mentions(
        self, found: Findings, report: Report, told: Sequence[Sentence], *, background: bool
    ) -> Iterator[Mention]:
        tellings = list(self._tellings.tellings(told))
        if not any(telling.type for telling in tellings):
            return
        drafts, past = self._composer.drafts(tellings, found.published)
        wanted = [draft for draft in drafts if background or not draft.is_background]
        if not wanted:
            return
        lend(drafts, [telling for telling in tellings if telling not in past])
        stories = tuple(telling.sentence.start for telling in tellings if telling.type)
        setting = Setting(found, self._spoken_of.names, stories)
        for draft in wanted:
            yield self._maker.mention(found.page, report.id, draft, setting)

    def _sentences(self, found: Findings) -> Iterator[Sentence]:
        """Return the sentences of the news in which something was hit.

        What a text repeats word for word a thousand times it tells no better than three times. How
        far apart two sentences are is counted up to the reach of who did it, and no farther.
        """
        number, has_lead = 0, False
        told: dict[str, int] = {}
        tells = [-1, *[h.start for h in found.hits if h.kind in _TELLING or h.id in _CUES]]
        before, under = None, None
        paragraph = -1
        for at, block in enumerate(found.blocks):
            if block.kind not in NEWS:
                before = None
                continue
            paragraph += 1
            headline = block.kind is BlockKind.HEADLINE
            heads = found.heads.get(block.start)
            before = before if heads == under else None
            under = heads
            lead = not headline and not has_lead
            is_item = (
                found.page.text[max(0, block.start - _MARK) : block.start].strip(" ") in _MARKS
            )
            above = block.start if is_item or before is None else before.start
            scene = self._lead(found, at) if headline else (above, block.start)
            before = None if headline else block
            silent, last = 0, tells[bisect_left(tells, block.end) - 1]
            told_in = sentences(found.page, block.start, block.end, self._abbreviations)
            for start, end in stories(found.page, told_in) if headline else told_in:
                number += 1
                silent += start > last
                if silent > REACH:
                    break
                if bisect_left(tells, start) < bisect_left(tells, end):
                    inside = found.hits_in(start, end)
                    words = found.page.lower[start:end]
                    told[words] = times = told.get(words, 0) + 1
                    if times > _MOST_TOLD:
                        continue
                    where = (start, end, number, headline, lead, paragraph, block.start, scene)
                    sentence = Sentence(*where, tuple(inside), found, heads)
                    if not _is_of_things_lost(sentence):
                        yield sentence
            has_lead = has_lead or not headline


def _is_of_things_lost(sentence: Sentence) -> bool:
    """Whether no more than a loss is told, and of nobody: "no fuel was lost", "threw stones"."""
    told = {hit.id for hit in sentence.hits if hit.kind in _TELLING or hit.id in _CUES}
    return told <= _OF_THINGS_TOO and not sentence.has_toll


def _common_words(grammar: Grammar) -> frozenset[str]:
    """Return the words that are no names: the small words and those for people and numbers.

    Those for any trade or hour are of names too: "the Federation of Workers", "New Dawn".
    """
    small = (words for name, words in grammar.classes.items() if name not in _OF_NAMES_TOO)
    lists = (*small, *grammar.victims.values(), grammar.stop_words)
    return frozenset(word for words in lists for word in words) | frozenset(grammar.numbers)


def _regions(
    page: Page, toponyms: Sequence[Toponym]
) -> tuple[tuple[str, ...], tuple[Unlocated, ...]]:
    """Return the ids of all regions named, and the names that no gazetteer could place."""
    regions = sorted({region for t in toponyms for region in t.place.regions})
    lost: dict[str, Toponym] = {}
    for toponym in toponyms:
        if not toponym.place.is_located and not toponym.is_demonym:
            lost.setdefault(page.text[toponym.span.start : toponym.span.end], toponym)
    if not lost:
        return tuple(regions), ()
    context = Context(toponyms, page.text)
    return tuple(regions), tuple(
        Unlocated(name, context.regions(one)) for name, one in lost.items()
    )

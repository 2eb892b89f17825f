"""One report in, one `Reading` out: the steps of extraction in their order.

    page -> scan -> blocks -> sentences -> (counts, dates, places, actors) -> tellings -> compose

A reader is made once for a lexicon, a rule base and a gazetteer, and is then a pure function of a
report. It works only where the scan has hit something. A report in a language it does not know is
heard, not read: its regions count, its words do not.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import NamedTuple, Protocol

from advisory.extraction.actors import ActorFound, ActorReader
from advisory.extraction.blocks import NEWS, Block, BlockKind, blocks
from advisory.extraction.calendar import Published
from advisory.extraction.compose import Composer
from advisory.extraction.conditions import ConditionReader
from advisory.extraction.counts import tolls
from advisory.extraction.dates import DateFound, DateReader
from advisory.extraction.drafts import Setting
from advisory.extraction.language import language_of
from advisory.extraction.mentions import MentionMaker, country_of
from advisory.extraction.page import Page
from advisory.extraction.places import PlaceFound, PlaceNames, PlaceReader
from advisory.extraction.scan import Hit, Scanner
from advisory.extraction.sentence import Sentence
from advisory.extraction.sentences import sentences
from advisory.extraction.tellings import TellingReader
from advisory.extraction.tokens import Tokeniser
from advisory.model.identity import digest
from advisory.model.text import Reading, Report, Toponym, Unlocated
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.book import IncidentType
from advisory.rulebook.lexicon import Grammar, Lexicon

_A_DAY = timedelta(days=1)
GRAMMAR = "1"  # the version of the grammar in this package: part of every reading's version
_TELLING = frozenset({"triggers", "harm", "conditions"})
_COUNTING = frozenset({"murder", "assassination", "shared"})  # what else brings figures
_CUES = frozenset({"no_toll", "responsibility", "blame", "unverified", "deny", "withdraw"})


class Types(Protocol):
    """What the reader needs of a rule base: its fine types and its version."""

    @property
    def types(self) -> Mapping[str, IncidentType]:
        """Fine type -> what it is."""

    @property
    def hash(self) -> str:
        """The version of the rule base."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A page with all that was found on it before its sentences are read."""

    page: Page
    published: Published | None
    hits: Sequence[Hit]
    toponyms: Sequence[Toponym]
    actors: Sequence[ActorFound]


class Reader:
    """Reads reports by one lexicon, one rule base and one gazetteer."""

    def __init__(self, lexicon: Lexicon, rulebook: Types, gazetteer: PlaceNames) -> None:
        grammar = lexicon.grammar
        self._lexicon = lexicon
        self._abbreviations = frozenset(grammar.abbreviations)
        self._common = _common_words(grammar)
        self._scanner = Scanner(lexicon)
        self._tokeniser = Tokeniser(grammar)
        self._dates = DateReader(grammar, lexicon.language)
        self._places = PlaceReader(gazetteer, grammar)
        self._actors = ActorReader(lexicon)
        self._tellings = TellingReader(lexicon)
        self._conditions = ConditionReader(lexicon)
        ranks = {name: entry.rank for name, entry in lexicon.triggers.items()}
        self._composer = Composer(rulebook.types, ranks)
        self._maker = MentionMaker(self._composer, rulebook.types, lexicon)
        parts = (GRAMMAR, lexicon.version, gazetteer.version)
        self.version = f"reader-{digest(*parts)[:12]}"

    def read(self, report: Report) -> Reading:
        """Return all that is found in one report."""
        page = Page.of(report.text, self._common)
        hits = self._scanner.scan(page)
        parts = blocks(page, hits)
        toponyms = self._places.toponyms(page, parts)
        regions, unlocated = _regions(page, toponyms)
        language = language_of(page, self._lexicon.grammar, self._lexicon.language)
        if language != self._lexicon.language:
            return Reading(
                report.id, language, readable=False, regions=regions, unlocated=unlocated
            )
        published = Published.of(report.published)
        found = _Found(page, published, hits, toponyms, self._actors.actors(page, hits))
        told = list(self._sentences(parts, found))
        tellings = [t for s in told if (t := self._tellings.telling(page, s)) is not None]
        drafts = self._composer.drafts(tellings, published)
        around = country_of([_anywhere(toponym) for toponym in toponyms])
        setting = Setting(around, self._dateline_day(parts, found))
        mentions = tuple(self._maker.mention(page, report.id, d, setting) for d in drafts)
        conditions = self._conditions.conditions(page, report.id, told)
        return Reading(
            report=report.id,
            language=language,
            readable=True,
            mentions=mentions,
            conditions=conditions,
            regions=regions,
            unlocated=unlocated,
        )

    def _sentences(self, parts: Sequence[Block], found: _Found) -> Iterator[Sentence]:
        """Return the sentences of the news in which something was hit, with all they hold."""
        number, has_lead = 0, False
        starts = [hit.start for hit in found.hits]
        for paragraph, block in enumerate(parts):
            if block.kind not in NEWS:
                continue
            headline = block.kind is BlockKind.HEADLINE
            for span in sentences(found.page, block.start, block.end, self._abbreviations):
                first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
                inside = tuple(found.hits[first:last])
                number += 1
                if any(hit.kind in _TELLING or hit.id in _CUES for hit in inside):
                    where = _Where(number, paragraph, headline, not headline and not has_lead)
                    sentence = self._sentence(span, inside, found, where)
                    yield self._in_context(sentence, block.start, found)
            has_lead = has_lead or not headline

    def _sentence(
        self, span: tuple[int, int], hits: tuple[Hit, ...], found: _Found, where: "_Where"
    ) -> Sentence:
        start, end = span
        counts = any(hit.kind == "harm" or hit.id in _COUNTING for hit in hits)
        tokens = self._tokeniser.tokens(found.page, start, end) if counts else []
        return Sentence(
            start,
            end,
            where.number,
            where.is_headline,
            where.is_lead,
            where.paragraph,
            hits,
            tuple(tokens),
            tuple(tolls(tokens)),
            tuple(self._dates_in(found, start, end, ahead=_announces(hits))),
            tuple(self._places.places(found.page, span, found.toponyms, hits)),
            tuple(actor for actor in found.actors if start <= actor.start < end),
        )

    def _dateline_day(self, parts: Sequence[Block], found: _Found) -> DateFound | None:
        """Return when news without a day happened: on the day of the dateline or the day before."""
        for block in parts:
            if block.kind is BlockKind.DATELINE:
                for one in self._dates_in(found, block.start, block.end):
                    if one.value and one.value.first and one.value.precision is DatePrecision.DAY:
                        day = one.value.first
                        value = DateRange(day - _A_DAY, day, DatePrecision.VAGUE)
                        return replace(one, value=value, rule="dates/dateline")
        return None

    def _dates_in(
        self, found: _Found, start: int, end: int, *, ahead: bool = False
    ) -> list[DateFound]:
        words = found.page.lower[start:end].replace("\n", " ")
        published = found.published
        if published is not None and ahead:
            published = published._replace(is_ahead=True)
        return self._dates.dates(words, start, published)

    def _in_context(self, sentence: Sentence, begin: int, found: _Found) -> Sentence:
        """Add what the paragraph says before a sentence that has no place or day of its own."""
        is_told = any(hit.kind in {"triggers", "conditions"} for hit in sentence.hits)
        if begin == sentence.start or not is_told:
            return sentence
        places, dates = sentence.context_places, sentence.context_dates
        if not any(not place.is_demonym for place in sentence.places):
            before = (begin, sentence.start)
            places = tuple(self._places.places(found.page, before, found.toponyms, ()))
        if not sentence.dates:
            dates = tuple(self._dates_in(found, begin, sentence.start))
        return replace(sentence, context_places=places, context_dates=dates)


class _Where(NamedTuple):
    """Where a sentence stands in its report."""

    number: int
    paragraph: int
    is_headline: bool
    is_lead: bool


def _common_words(grammar: Grammar) -> frozenset[str]:
    """Return the words that are no names: the small words and those for people and numbers."""
    lists = (*grammar.classes.values(), *grammar.victims.values(), grammar.stop_words)
    return frozenset(word for words in lists for word in words) | frozenset(grammar.numbers)


def _announces(hits: Sequence[Hit]) -> bool:
    return any(hit.kind == "cues" and hit.id == "announce" for hit in hits)


def _anywhere(toponym: Toponym) -> PlaceFound:
    span = toponym.span
    return PlaceFound(
        span.start,
        span.end,
        toponym.place,
        "gazetteer",
        is_led=False,
        is_demonym=toponym.is_demonym,
    )


def _regions(
    page: Page, toponyms: Sequence[Toponym]
) -> tuple[tuple[str, ...], tuple[Unlocated, ...]]:
    """Return the ids of all regions named, and the names that no gazetteer could place."""
    regions = sorted({region for t in toponyms for region in t.place.regions})
    lost = {
        page.text[t.span.start : t.span.end]: Unlocated(page.text[t.span.start : t.span.end])
        for t in toponyms
        if not t.place.is_located and not t.is_demonym
    }
    return tuple(regions), tuple(lost.values())

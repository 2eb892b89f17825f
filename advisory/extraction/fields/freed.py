"""How many of those taken are free again, since when, and by whose word.

Whom captors let go, whom troops rescue and who escapes is free: "five of the eight pupils kidnapped
in May have been freed" counts five. Who died in captivity is among the killed. A release that
counts nobody is told without a number, "all of them" are as many as the report says were taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from advisory.extraction.claims.speakers import Speaker, speakers
from advisory.extraction.counts.people import People
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.days_of_speech import is_of_speech
from advisory.extraction.fields.figure import Figure
from advisory.extraction.groups import TAKEN
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.getting_free import releases
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.model.value import Claim, Count, Span
from advisory.model.vocabulary import Qualifier

FREED = "freed"


class Freed(NamedTuple):
    """Who is free again: how many, since when, and who says so where somebody does."""

    figure: Figure
    day: DateFound | None
    speaker: Speaker | None
    of: Count | None = None  # the eight of "five of the eight"

    @property
    def taken(self) -> Figure | None:
        """How many were taken, as the same words say."""
        return replace(self.figure, count=self.of) if self.of else None


def freed(tellings: Sequence[Telling], taken: Figure | None) -> Freed | None:
    """Return how many of those taken are free again, None where nobody says that any are."""
    told = list(_told(tellings, taken))
    body = [one for one in told if not one.figure.is_headline] or told
    firm = (one for one in body if one.figure.count.qualifier is not Qualifier.VAGUE)
    return next(firm, next(iter(body), None))


def claims_of(page: Page, found: Freed | None) -> Iterator[Claim]:
    """Yield whose word it is that they are free, where it is somebody's."""
    if found is None or found.speaker is None:
        return
    [(start, end), *_] = found.figure.spans
    by = found.speaker
    spans = (Span.of(page.text, start, end), Span.of(page.text, *by.span))
    yield Claim(FREED, page.text[start:end], by.stance, by.name, by.kind, found.figure.count, spans)


def _told(tellings: Sequence[Telling], taken: Figure | None) -> Iterator[Freed]:
    for telling in sorted(tellings, key=lambda one: one.sentence.start):
        sentence = telling.sentence
        for hit, people in releases(sentence, telling.type):
            said = next((one for one in speakers(sentence) if one.name), None)
            told = _figure(sentence, hit, people, taken)
            yield Freed(told, _day(sentence, hit), said, people.whole)


def _figure(sentence: Sentence, hit: Hit, people: People, taken: Figure | None) -> Figure:
    words = sentence.words
    start = min(words[people.first].start, hit.start)
    end = max(words[people.end - 1].end, hit.end)
    count = people.count
    is_all = "all" in sentence.page.lower[max(sentence.start, start - len("all of ")) : end].split()
    if taken and is_all and count.qualifier is Qualifier.VAGUE:
        count = taken.count
    return Figure(count, (), ((start, end),), sentence.number, sentence.is_headline)


def _day(sentence: Sentence, hit: Hit) -> DateFound | None:
    """Return the day of a release: not the one behind a word for how they were taken."""
    others = [one.end for one in sentence.of("triggers") if one.id in TAKEN]
    days = (one for one in sentence.own_dates if one.value and one.value.first)
    own = (one for one in days if not is_of_speech(sentence, one))
    near = (one for one in own if not any(_is_between(sentence, hit, end, one) for end in others))
    return min(near, key=lambda one: (one.start < hit.end, abs(one.start - hit.end)), default=None)


def _is_between(sentence: Sentence, hit: Hit, taken: int, day: DateFound) -> bool:
    """Whether a word of taking stands before a day, and no word of the release between them.

    Or both stand beyond a semicolon: "On Friday four were abducted; one has since been freed".
    """
    if day.end <= taken < hit.start:
        return ";" in sentence.page.plain[taken : hit.start]
    return taken <= day.start and not taken <= hit.start < day.start

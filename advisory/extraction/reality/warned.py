"""A word of nature beside a word of warning is a warning, and nothing that has happened.

"A flood warning was issued", "forecasters warned of heavy rain" and "an orange alert for storms"
announce it, with or without a day to come. One that was lifted, or that had been issued before
something else happened, announces nothing, nor does what only bears the name: "the tsunami warning
system". A flood "of cheap imports" and a "political storm" are none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from advisory.extraction.dates.announcing import WARNED, is_warning
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.breaks import ClauseBreaks
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Grammar

_REACH, _AROUND, _BEHIND = 70, 160, 90  # characters
_WORDS_BEFORE, _WORDS_BEHIND, _MOST_KINDS = 4, 12, 2
_MARKS = ".,;:!?)"
_OVER, _LOWERED = "warning_over", "lowered"
_ERUPTION, _STORM = "volcanic_eruption", "storm"
_VOLCANO, _WORDS_OF_A_NAME, _WORDS_OF_A_PLACE = "volcan", 4, 6


class Part(NamedTuple):
    """A sentence, or what it tells apart from a warning in it, with its triggers."""

    sentence: Sentence
    triggers: list[Hit]


class Warned:
    """Sees warnings by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._is_broken = ClauseBreaks(grammar).is_between
        self._warnings, self._kinds = words("warnings"), words("kinds_of_warning")
        self._warning_words, self._warned_of = words("warning_words"), words("warned_of")
        self._over, self._none = words("warning_over"), words("no_warning")
        self._not = words("not", "not_yet").union(grammar.until)
        self._lowering = words("lowering")
        self._lifting = self._over - words("lowered_only")
        self._had, self._things = words("before_that"), words("warning_things")
        self._far_ahead, self._approaching = words("far_ahead"), words("approaching")
        self._of, self._striking = words("of"), words("striking")
        self._past_endings, self._irregular = classes["past_endings"], words("past_irregular")

    def hits(self, page: Page, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits of a page, each warning as a trigger and a cue of what is announced."""
        if WARNED.isdisjoint([hit.id for hit in hits]):
            return list(hits)
        of = (hit.id in WARNED and _may_be_warned_of(page, hit) for hit in hits)
        told = (self._told(page, h) if is_of else (h,) for h, is_of in zip(hits, of, strict=True))
        return [new for each in told for new in each]

    def parts(self, sentence: Sentence, triggers: list[Hit]) -> Iterator[Part]:
        """Yield what happened apart from the warning in the same sentence."""
        if not sentence.has("announce") or WARNED.isdisjoint([hit.id for hit in triggers]):
            yield Part(sentence, triggers)
            return
        marks = sentence.cues_of("announce")
        warnings = [hit for hit in triggers if is_warning(hit, marks)]
        if not warnings:
            yield Part(sentence, [self._to_come(sentence, marks, one) for one in triggers])
            return
        others = [hit for hit in triggers if hit not in warnings]
        deeds = [hit for hit in others if self._has_happened(sentence, hit)]
        spans = {hit[:2] for hit in warnings}
        is_named = any(self._is_named(sentence.page, hit) for hit in warnings)
        if not (deeds or is_named) and sentence.has_toll:
            kept = tuple(hit for hit in sentence.hits if hit not in marks)
            yield Part(replace(sentence, hits=kept, whole=sentence), triggers)
            return
        if deeds:
            kept = tuple(hit for hit in sentence.hits if hit[:2] not in spans)
            yield Part(replace(sentence, hits=kept, whole=sentence), deeds)
        kept = tuple(h for h in sentence.hits if h not in others and h.kind != "harm")
        whole = sentence if deeds else sentence.whole
        yield Part(replace(sentence, hits=kept, whole=whole), warnings)

    def _to_come(self, sentence: Sentence, marks: Sequence[Hit], hit: Hit) -> Hit:
        """Return a faint word of nature as a firm one where it is to strike: "make landfall".

        Rain and wind that are only expected are the weather.
        """
        page = sentence.page
        if hit.grade != "weak" or hit.id not in WARNED or not sentence.is_announced:
            return hit
        if self._striking.isdisjoint(page.words_of(sentence)):
            return hit
        is_near = sentence.findings.by.announcing.is_near
        if self._is_figure(page, hit) or not any(is_near(page, m, hit) for m in marks):
            return hit
        return hit._replace(grade="strong")

    def _told(self, page: Page, hit: Hit) -> Iterator[Hit]:
        end = self._end(page, hit)
        if self._is_lowered(page, hit):
            yield Hit(hit.start, hit.end, "cues", _OVER, _LOWERED)
            return
        if hit.kind == "near":
            yield hit  # "the alert for the volcano"
        if end is None and not self._is_warned_of(page, hit):
            yield from () if hit.kind == "near" else (hit,)
        elif end is not None and self._names_a_thing(page, end):
            return
        elif self._is_over(page, hit, end or hit.end):
            is_lifted = self._is_lifted(page, hit, end or hit.end)
            yield Hit(hit.start, end or hit.end, "cues", _OVER, hit.id if is_lifted else _LOWERED)
        else:
            yield Hit(hit.start, end or hit.end, "triggers", hit.id, "strong", "noun")
            yield Hit(hit.start, end or hit.end, "cues", "announce")

    def _end(self, page: Page, hit: Hit) -> int | None:
        """Return where a warning ends that stands right behind a word: "heavy rain red alert"."""
        at = hit.end
        for word in page.behind(at, _REACH)[: _MOST_KINDS + 1]:
            at = page.lower.index(word, at) + len(word)
            bare = word.rstrip(_MARKS)
            if bare in self._warnings:
                return at - len(word) + len(bare)
            if word not in self._kinds:
                return None
        return None

    def _is_lowered(self, page: Page, hit: Hit) -> bool:
        """Whether an alert is lowered: "lowered the alert level", "the volcano's was lowered"."""
        behind = _words_behind(page, hit.end)[:_WORDS_OF_A_PLACE]
        if hit.id == _ERUPTION and not self._lowering.isdisjoint(behind):
            return True
        if not self._is_named(page, hit):
            return False
        return not self._lowering.isdisjoint(page.before(hit.start, _REACH)[-_WORDS_BEFORE:])

    def _is_named(self, page: Page, hit: Hit) -> bool:
        """Whether it is called a warning: what only approaches may kill."""
        return not self._warnings.isdisjoint(page.words_of(hit))

    def _names_a_thing(self, page: Page, end: int) -> bool:
        """Whether the words name who warns, or with what: "the tsunami warning sirens"."""
        behind = page.behind(end, _BEHIND)[:1]
        return bool(behind) and behind[0].rstrip(_MARKS) in self._things

    def _is_over(self, page: Page, hit: Hit, end: int) -> bool:
        """Whether a warning was lifted, had been given before, or was none."""
        before = _words_before(page, hit)
        if not self._not.isdisjoint(before):
            return False  # "until the warning is lifted"
        if self._warnings.isdisjoint((*page.between(hit.start, end), *before)):
            return False  # "warned of rain as the wind dropped"
        if not self._none.isdisjoint(before) or not self._over.isdisjoint(before):
            return True
        words = _words_behind(page, end)
        return not self._over.isdisjoint(words) and self._not.isdisjoint(words)

    def _is_lifted(self, page: Page, hit: Hit, end: int) -> bool:
        """Whether one that is over was in force until now, and not only lowered."""
        before = _words_before(page, hit)
        words = {*before, *_words_behind(page, end)}
        return self._none.isdisjoint(before) and not self._lifting.isdisjoint(words)

    def _is_warned_of(self, page: Page, hit: Hit) -> bool:
        """Whether somebody warns of it in front, "warned of heavy rain", or it approaches."""
        if hit.id == _STORM and hit.grade == "strong":
            behind = page.behind(hit.end, _REACH)[:_WORDS_OF_A_NAME]
            if not self._approaching.isdisjoint(word.rstrip(_MARKS) for word in behind):
                return True
        before = page.lower[max(0, hit.start - _BEHIND) : hit.start].replace("\n", ". ")
        words = before.rpartition(". ")[2].split()
        at = max((n for n, w in enumerate(words) if w in self._warning_words), default=-1)
        if at < 0 or not self._had.isdisjoint(words[max(0, at - 1) : at]):
            return False
        between = words[at + 1 :]
        is_of = not self._warned_of.isdisjoint(between)
        start = hit.start - len(" ".join(between)) - 1
        is_one = is_of and not self._is_broken(page, start, hit.start)
        return is_one and not (self._is_figure(page, hit) or self._is_far(page, hit))

    def _is_figure(self, page: Page, hit: Hit) -> bool:
        """Whether it is one of speech: "a flood of imports"."""
        return hit.id != _ERUPTION and not self._of.isdisjoint(page.behind(hit.end, _REACH)[:1])

    def _is_far(self, page: Page, hit: Hit) -> bool:
        """Whether what is warned of is the climate of years to come."""
        around = page.lower[max(0, hit.start - _AROUND) : hit.end + _AROUND].split()
        return any(word.strip(_MARKS) in self._far_ahead for word in around)

    def _has_happened(self, sentence: Sentence, hit: Hit) -> bool:
        """Whether what is told beside a warning is no part of it: "after an earthquake"."""
        if hit.id not in WARNED:
            return True
        if sentence.has_toll:
            return hit.grade != "weak"
        words = sentence.page.words_of(hit)
        is_past = any(w.endswith(self._past_endings) or w in self._irregular for w in words)
        return hit.form not in NOUNS and is_past


def _words_before(page: Page, hit: Hit) -> list[str]:
    return page.before(hit.start, _BEHIND)[-_WORDS_BEFORE:]


def _words_behind(page: Page, end: int) -> list[str]:
    behind = page.lower[end : end + _BEHIND].partition(". ")[0].partition(";")[0]
    return [word.strip(_MARKS) for word in behind.split()[:_WORDS_BEHIND]]


def _may_be_warned_of(page: Page, hit: Hit) -> bool:
    """Whether a hit is a word of nature, or "volcano"."""
    if hit.kind == "near":
        return hit.id == _ERUPTION and page.lower.startswith(_VOLCANO, hit.start)
    return hit.kind == "triggers" and hit.id in WARNED

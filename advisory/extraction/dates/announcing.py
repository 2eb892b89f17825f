"""What a sentence tells before it happens: a march called for Friday, a cyclone due on Sunday.

A word of the lexicon ("will", "planned", "called for", "is forecast to") stands in the name of the
deed, or close to it in the same clause and with a day to come. What is in the past has happened,
whatever else is to come: "marched against a law that will take effect on Friday".
"""

from collections.abc import Callable, Iterable, Sequence

from advisory.extraction.dates.calendar import Published
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.text.breaks import ClauseBreaks
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Grammar

ANNOUNCED = frozenset(
    {"protest", "strike_action", "election", "storm", "flood", "heatwave", "volcanic_eruption"}
)
"""What is told of days before it happens."""
_BEFORE, _AFTER = 60, 50  # characters


class Announcing:
    """Judges the deeds of a sentence by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._breaks = ClauseBreaks(grammar)
        self._past_endings = tuple(classes["past_endings"])
        self._relative = frozenset((*classes["relative"], *classes["relative_that"]))
        self._never_past = frozenset(classes["never_past"])
        self._irregular = frozenset(classes["past_irregular"])

    def is_announced(
        self,
        page: Page,
        hits: Sequence[Hit],
        dates: Callable[[], Iterable[DateFound]],
        published: Published | None,
    ) -> bool:
        """Whether a sentence announces something; `dates` are its days, read as to come."""
        marks = [hit for hit in hits if hit.id == "announce"]
        deeds = [hit for hit in hits if hit.kind == "triggers" and hit.id in ANNOUNCED]
        if any(mark[:2] == deed[:2] for mark in marks for deed in deeds):
            return True  # "called a march"
        near = any(self._is_near(page, mark, deed) for mark in marks for deed in deeds)
        return near and published is not None and _is_to_come(dates(), published)

    def told_before(
        self, page: Page, start: int, hits: Sequence[Hit], dates: Sequence[DateFound]
    ) -> Sequence[DateFound]:
        """Return the days of the past in front of what is announced, where its own day follows.

        "Ada formed on Monday and is forecast to hit Gao on Thursday".
        """
        first = min((hit.start for hit in hits if hit.id == "announce"), default=start)
        if not any(first < found.start for found in dates):
            return ()
        before = [found for found in dates if found.end <= first]
        return [d for d in before if any(map(self._is_past, page.lower[start : d.start].split()))]

    def _is_near(self, page: Page, mark: Hit, deed: Hit) -> bool:
        words = page.lower[deed.start : deed.end].split()
        if deed.form not in NOUNS and any(self._is_past(word) for word in words):
            return False
        start, end = min(mark.end, deed.end), max(mark.start, deed.start)
        if not self._relative.isdisjoint(page.lower[start:end].split()[:-1]):
            return False  # "an election that she is expected to win"
        is_close = end - start <= (_BEFORE if mark.start < deed.start else _AFTER)
        return is_close and not self._breaks.is_between(page, start, end)

    def _is_past(self, word: str) -> bool:
        is_past = word.endswith(self._past_endings) or word in self._irregular
        return is_past and word not in self._never_past


def _is_to_come(told: Iterable[DateFound], published: Published) -> bool:
    """Whether one of the days is not over on the day of publication."""
    firsts = (one.value.first for one in told if one.value and not one.is_since)
    return any(first is not None and first >= published.first for first in firsts)

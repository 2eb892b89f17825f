"""Matches of the rules in the order of their days, so that those of a span are found at once.

A table of coded events tells of decades, and of that only the last years count on any one day.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from operator import attrgetter

from advisory.assessment.scorable import Match
from advisory.rulebook.book import FloorRule


class Dated:
    """Matches by the day on which what they speak of happened."""

    def __init__(self, matches: Iterable[Match]) -> None:
        """Put them in order, once."""
        self._matches = sorted(matches, key=attrgetter("scorable.happened"))
        self.days = [match.scorable.happened for match in self._matches]

    def of_last(self, span: timedelta, today: date) -> Sequence[Match]:
        """Return what had happened by a day, and not longer before it than this span."""
        first = bisect_left(self.days, today - span)
        return self._matches[first : bisect_right(self.days, today)]


def by_floor(matches: Iterable[Match]) -> dict[str, Dated]:
    """Return the matches of each floor, by the id of its rule."""
    found: dict[str, list[Match]] = {}
    for match in matches:
        if isinstance(match.rule, FloorRule):
            found.setdefault(match.rule.id, []).append(match)
    return {rule: Dated(told) for rule, told in found.items()}

"""Days that are told from one to another: "on Monday and Tuesday", "overnight into Sunday"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from advisory.extraction.dates.calendar import Published
from advisory.extraction.dates.dates import FULL, DateFound
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.lexicon import Grammar

_A_DAY, _A_WEEK, _LONGEST = timedelta(days=1), timedelta(days=7), timedelta(days=21)
_NEAR, _LONG, _REACH = 4, 12, 40  # words: "between late on Monday"; characters
_TO_THE_DAY = frozenset({DatePrecision.DAY, DatePrecision.RANGE})


class DaySpans:
    """Joins the days of a sentence by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._hours, self._joints = grammar.words("hours_of_day"), grammar.words("to_a_day")
        self._and, self._between = grammar.words("and"), grammar.words("between_days")
        self._leads = grammar.words("to_a_day", "on_a_day")
        self._from, self._after = grammar.words("from_a_figure"), grammar.words("after_that")
        self._last, self._on = grammar.words("lasts"), grammar.classes["on_a_day"]
        self._adverbial = tuple(grammar.adverb_endings)
        self._into = tuple(f" {words}" for words in grammar.classes["night_into"])

    def joined(
        self,
        dates: Iterable[DateFound],
        lower: str,
        published: Published | None,
        *,
        of_states: bool,
    ) -> list[DateFound]:
        """Return the dates of a sentence with each two that begin and end one span as one.

        A state that was "suspended on Monday and resumed on Tuesday" is over: `of_states`.
        """
        told: list[DateFound] = []
        for found in dates:
            one = self._of_a_night(found, lower)
            last = _last_of(one, published) if told else None
            span = self._span(told[-1], one, last, lower, of_states=of_states) if last else None
            told[-1:] = [span] if span else [*told[-1:], one]
        return told

    def _of_a_night(self, found: DateFound, lower: str) -> DateFound:
        """Return both days of "overnight into Sunday"."""
        value = found.value
        is_night = _before(found, lower).endswith(self._into)
        if not is_night or value is None or value.first is None or value.first != value.last:
            return found
        night = replace(value, first=value.first - _A_DAY, precision=DatePrecision.RANGE)
        return found._replace(value=night)

    def _span(
        self, one: DateFound, other: DateFound, last: date, lower: str, *, of_states: bool
    ) -> DateFound | None:
        """Return the days from one date to the last of another, if that is what is told."""
        value = one.value
        if value is None or value.first is None or value.last is None:
            return None
        if one.is_since or one.is_limit or value.precision not in _TO_THE_DAY:
            return None
        is_before = one.weight < FULL and value.first > last  # "Monday to Tuesday", on a Monday
        first = value.first - is_before * _A_WEEK
        away = last - value.last + is_before * _A_WEEK
        if not timedelta(0) < away <= _LONGEST:
            return None
        words = lower[one.end : other.start].replace(",", " , ").split()
        is_on = not of_states and away <= _A_WEEK and self._lasts(words)
        if not (is_on or self._is_span(one, other, lower, away)):
            return None
        days = DateRange(first, last, DatePrecision.RANGE)
        return one._replace(end=other.end, value=days, weight=max(one.weight, other.weight))

    def _is_span(self, one: DateFound, other: DateFound, lower: str, away: timedelta) -> bool:
        """Whether words lead from one day to the next: "night and the early hours of"."""
        words = lower[one.end : other.start].split()
        led = _without(self._hours, words)
        is_led = bool(led) and not _without(self._hours, led[:-1])
        if is_led and led[-1] in self._joints:
            return True
        if (one.weight < FULL) == (other.weight < FULL) and self._runs_from(one, words, lower):
            return True
        if is_led and led[-1] in self._and:
            is_between = not self._between.isdisjoint(_before(one, lower).split()[-_NEAR:])
            is_apart = led == words and lower.startswith(self._on, other.start)
            return is_between or (away == _A_DAY and not (is_apart and _goes_on(lower, other.end)))
        return False

    def _runs_from(self, one: DateFound, words: Sequence[str], lower: str) -> bool:
        """Whether it went on from a day: "from late Friday until a truce was reached on"."""
        is_from = not self._from.isdisjoint(_before(one, lower).split()[-_NEAR:])
        then = next((word for word in words if word not in self._hours), "")
        is_near = len(words) <= _LONG and self._after.isdisjoint(words)
        return is_from and then in self._joints and is_near

    def _lasts(self, words: Sequence[str]) -> bool:
        """Whether what began is said to have gone on: "and continued sporadically into"."""
        words = _without(self._hours, words)
        verb = next((at for at in range(len(words) - 1, -1, -1) if words[at] in self._last), -1)
        before = _without(self._hours, words[:verb]) if verb >= 0 else ("",)
        is_same = not before or before[-1] == "," or before[-1] in self._and
        behind = [word for word in words[verb + 1 :] if word not in self._leads]
        return is_same and all(word.endswith(self._adverbial) for word in behind)


def _before(found: DateFound, lower: str) -> str:
    return f" {lower[max(0, found.start - _REACH) : found.start].rstrip()}"


def _without(hours: frozenset[str], words: Sequence[str]) -> Sequence[str]:
    """Return some words without the hours of a day that they end with."""
    end = len(words)
    while end and (words[end - 1] in hours or _is_clock(words[end - 1])):
        end -= 1
    return words[:end]


def _is_clock(word: str) -> bool:
    return word[0].isdigit() and not word.isdigit()


def _goes_on(lower: str, end: int) -> bool:
    """Whether a sentence goes on behind a day: "and on Tuesday appeared in court"."""
    return lower[end : end + 1] not in {"", ",", ".", ";", "\n"}


def _last_of(found: DateFound, published: Published | None) -> date | None:
    """Return the last day of a date; of "until Sunday", which may be over, the last one."""
    if found.until is None:
        return found.value.last if found.value and not found.is_since else None
    last = found.until.last
    is_over = last is not None and published is not None and not published.is_ahead
    return last - _A_WEEK if is_over and last and found.weight < FULL else last

"""What a sentence tells of the time before its news: in a piece of its own, on a day nobody tells.

"Days after a judge was shot in Gao" is another story than what befell his widow, and of another day
than "the border stayed closed on Monday". "Crowds marched on Tuesday after police shot two" tells
of a march on Tuesday in which nobody died, and of two whom the police shot near there before it. A
noun alone ("days after the attack") may be the news itself. Whoever counts a day ("a day after",
"after they had burned two schools the day before") tells its day.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from advisory.extraction.counts.tags import letters
from advisory.extraction.dates.dates import DateFound, is_a_day
from advisory.extraction.days_of_speech import is_of_speech
from advisory.extraction.groups import ANSWERS, ARRESTS, VIOLENT
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import words_before, words_between
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from advisory.rulebook.lexicon import Grammar

_LAUNCHED = "launched_after"
_WEEK_AFTER, _WEEK, _WEIGHT = "week_after", 7, 6  # a day counted back weighs as "a week ago" does
_OLD = frozenset({_WEEK_AFTER, "weeks_after", "long_after"})
_DAY_AFTER, _DAYS_AFTER, _MOST_DAYS = "day_after", "days_after", 7
_COUNTED = (_DAY_AFTER, _DAYS_AFTER)
_HOURS_AFTER = "hours_after"
_BEFORE = _OLD | {_DAYS_AFTER, _DAY_AFTER, _HOURS_AFTER, _LAUNCHED}
_TAKEN_IN = frozenset({"arrest", "mass_arrest"})
_BODY = "Q"  # the tag of "bodies"
_TO_A_NOUN = 40  # characters: " over Sunday's bloody "
OUTCOMES = frozenset({"killing", "injuring"})
"""The words of harm that say what a deed came to."""
COUNTED_BACK = "dates/counted_back"
"""The rule that reads "days after" by the day of the news."""
_DAY_BEFORE = "/day_before"  # the rule that reads "the day before"


class EarlierReader:
    """Finds what went before the news by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._after = tuple(f" {word} " for word in grammar.classes["after_that"])
        self._doing = grammar.classes["doing_endings"]
        self._over = tuple(f" {words} " for words in grammar.classes["arrested_over"])
        self._there = grammar.words("said_there")

    def earlier(self, sentence: Sentence, deeds: Sequence[Hit]) -> Sentence | None:
        """Return the piece that tells of an earlier deed; `deeds` are real, with words of harm."""
        return (
            self._days_before(sentence, deeds)
            or self._cause(sentence, deeds)
            or self._of_the_day_before(sentence, deeds)
        )

    def _days_before(self, sentence: Sentence, deeds: Sequence[Hit]) -> Sentence | None:
        """Return what is told behind "days after"; an operation "launched after" it is too."""
        cue = next(iter(sentence.cues_of(*_BEFORE)), None)
        if cue is None:
            return None
        comma = sentence.page.lower.find(",", cue.end, sentence.end)
        before = sentence.page.lower[sentence.start : cue.start].rstrip()
        is_aside = not before or before.endswith(",")
        end = _end_of_aside(sentence, comma, deeds) if is_aside and comma > 0 else sentence.end
        told = [hit for hit in deeds if cue.end <= hit.start < end]
        words = words_between(sentence, cue.end, end)
        if cue.id == _HOURS_AFTER and "H" in letters(words):
            return None  # "hours after gunmen abducted him": of whom the news tells
        outcomes = [hit.start for hit in told if hit.id in OUTCOMES and deeds[0].id in VIOLENT]
        if told and 0 < comma < told[0].start == min(outcomes, default=-1):
            return None  # "attacked it a day after the vote, killing two"
        is_told = cue.id == _LAUNCHED or any(hit.form not in NOUNS for hit in told)
        if told and is_told and self._is_of_others(sentence.page, cue.end, end):
            is_there = any(word.word in self._there for word in words)
            begin = sentence.start if is_there else cue.start
            piece = _piece(sentence, cue.start, end, begin)
            return replace(piece, counted_day=_day_before(sentence, cue, piece))
        return None

    def day_of_news(self, sentence: Sentence, earlier: Sentence) -> DateFound | None:
        """Return the day of the news by that before: "two days after a raid on Sunday".

        None where nobody counts the days between, or the news is told with a day.
        """
        cue = next((c for c in sentence.cues_of(*_COUNTED) if c.start == earlier.start), None)
        days = [day.value for day in earlier.own_dates if is_a_day(day)]
        if cue is None or len(days) != 1 or len(sentence.own_dates) != 1:
            return None
        between, slack = _counted_days(sentence, cue, earlier)
        if not (between and days[0] and days[0].first):
            return None
        first = days[0].first + timedelta(days=between)
        precision = DatePrecision.RANGE if slack else DatePrecision.DAY
        value = DateRange(first, first + timedelta(days=slack), precision)
        return DateFound(cue.start, cue.end, value, COUNTED_BACK, _WEIGHT)

    def _cause_with_dead(self, sentence: Sentence, answer: Hit, cause: Hit) -> Sentence | None:
        """Return the deed that arrests are for, with its day and dead: "over Sunday's raid".

        Or of which the arrested are suspects: "held two over the bomb that killed nine on Sunday".
        """
        if answer.id not in ARRESTS or not sentence.has_killed:
            return None
        start, end = self._where_told(sentence, answer, cause)
        piece = _piece(sentence, start, end, sentence.start) if start >= 0 else None
        days = [one.value for one in piece.own_dates if one.value] if piece else []
        is_dated = any(day.precision is not DatePrecision.VAGUE for day in days)  # not "this week"
        return piece if piece and piece.has_killed and is_dated else None

    def _where_told(self, sentence: Sentence, answer: Hit, cause: Hit) -> tuple[int, int]:
        """Return where the words for a deed begin, -1 where nobody is suspected of it, and end."""
        courts = [cue.end for cue in sentence.cues_of("court") if cue.end <= cause.start]
        is_near = bool(courts) and cause.start - courts[-1] <= _TO_A_NOUN
        is_suspected = is_near and cause.id not in OUTCOMES  # whom it killed says not what it was
        if answer.start < cause.start:
            lower = sentence.page.lower
            over = max(lower.rfind(over, answer.end, cause.start) for over in self._over)
            is_near = over >= 0 and cause.start - over <= _TO_A_NOUN
            return (over if is_near else cause.start if is_suspected else -1), sentence.end
        return (cause.start if is_suspected else -1), answer.start

    def _of_the_day_before(self, sentence: Sentence, deeds: Sequence[Hit]) -> Sentence | None:
        """Return what the same did the day before: "after they had burned two schools"."""
        is_of_bodies = bool(deeds) and _BODY in letters(words_between(sentence, *deeds[0][:2]))
        for after in self._after if deeds and not is_of_bodies else ():
            start = sentence.page.lower.find(after, deeds[0].end, deeds[-1].start)
            if start < 0 or not any(map(_is_day_before, sentence.dates)):
                continue
            piece = _piece(sentence, start, sentence.end, sentence.start)
            if any(map(_is_day_before, piece.own_dates)):
                is_of_others = self._is_of_others(sentence.page, start + len(after), sentence.end)
                return piece if is_of_others else None
        return None

    def _cause(self, sentence: Sentence, deeds: Sequence[Hit]) -> Sentence | None:
        """Return the deed that is answered, near where the answer is told to be.

        Why the toll of a riot rose is none: "after the bodies of 27 inmates were found".
        """
        cause = next((hit for hit in deeds if hit.id not in ANSWERS), None)
        if any(toll.is_whole for toll in sentence.tolls):
            return None
        if cause is None or cause == deeds[0]:
            arrest = next((hit for hit in deeds if cause and hit.id in ARRESTS), None)
            held = self._cause_with_dead(sentence, arrest, cause) if arrest and cause else None
            return held or self._before_its_answer(sentence, deeds)
        told = self._cause_with_dead(sentence, deeds[0], cause)
        if told or cause.form in NOUNS:
            return told
        for after in self._after:
            start = sentence.page.lower.find(after, deeds[0].end, cause.start)
            if start > 0 and self._is_of_others(sentence.page, start + len(after), sentence.end):
                return _piece(sentence, start, sentence.end, sentence.start)
        return None

    def _before_its_answer(self, sentence: Sentence, deeds: Sequence[Hit]) -> Sentence | None:
        """Return the deed that a sentence begins with: "After police shot two, crowds marched"."""
        answer = next((hit for hit in deeds if hit.id in ANSWERS), None)
        lower = sentence.page.lower
        after = next((a for a in self._after if lower.startswith(a[1:], sentence.start)), "")
        if answer is None or not after:
            return None
        comma = lower.find(",", deeds[0].end, answer.start)
        told = [hit for hit in deeds if hit.start < comma]
        start = sentence.start + len(after) - 1
        is_told = any(hit.form not in NOUNS for hit in told) and told[-1].id not in ANSWERS
        if is_told and self._is_of_others(sentence.page, start, comma):
            return _piece(sentence, sentence.start, comma, sentence.start)
        return None

    def _is_of_others(self, page: Page, start: int, end: int) -> bool:
        """Whether a clause has a subject of its own: not "after killing two"."""
        return not page.lower[start:end].split()[:1][0].endswith(self._doing)


def _end_of_aside(sentence: Sentence, comma: int, deeds: Sequence[Hit]) -> int:
    """Return the comma behind an aside with what its deed came to: "after a raid, killing two,"."""
    near = (hit for hit in deeds if hit.start == comma + len(", "))
    outcome = next((hit for hit in near if hit.id in OUTCOMES), None)
    if outcome is None:
        return comma
    behind = sentence.page.lower.find(",", outcome.end, sentence.end)
    return behind if behind > 0 else sentence.end


def _is_day_before(found: DateFound) -> bool:
    return found.rule.endswith(_DAY_BEFORE)


def _day_before(sentence: Sentence, cue: Hit, piece: Sentence) -> DateFound | None:
    """Return the day that is told by that of the news: "a day after", "three days after".

    "A week after" is told by the report's own day where the news has none beside it.
    """
    own = (day for day in sentence.dates if is_a_day(day) and not is_of_speech(sentence, day))
    told = (day for day in own if not piece.start <= day.start < piece.end)
    news = next((day.value.first for day in told if day.value), None)
    days, slack = _counted_days(sentence, cue, piece)
    if slack == _WEEK and news is None and sentence.findings.published:
        news = sentence.findings.published.first
    if news is None or not (days or cue.id == _HOURS_AFTER):
        return None
    there = news - timedelta(days=days)
    first, last = there - timedelta(days=slack // 2), there + timedelta(days=(slack + 1) // 2)
    value = DateRange(first, last, DatePrecision.VAGUE if slack else DatePrecision.DAY)
    return DateFound(cue.start, cue.end, value, COUNTED_BACK, _WEIGHT)


def _counted_days(sentence: Sentence, cue: Hit, piece: Sentence) -> tuple[int, int]:
    """Return the three of "three days after" and how many more it may be; 0 where none are counted.

    Three days after a night are two or three, and two weeks are about so many days.
    """
    if cue.id == _DAY_AFTER:
        return 1, 0
    if cue.id == _WEEK_AFTER:
        return _WEEK, _WEEK
    is_counted = cue.id == _DAYS_AFTER and piece.has_toll
    told = words_before(sentence, cue.start)[-1:], words_between(sentence, cue.start, cue.end)
    counted = (word.value for words in told for word in words if word.value)
    low, high = next(counted, (0, 0))
    is_few = is_counted and low == high and low <= _MOST_DAYS
    return (low, int(low > 1)) if is_few else (0, 0)


def is_old(earlier: Sentence) -> bool:
    """Whether what went before is weeks or years old, and no day is told for it."""
    is_dated = any(found.value for found in earlier.dates)
    return not is_dated and any(hit.id in _OLD for hit in earlier.of("cues"))


def is_answered(sentence: Sentence, start: int) -> bool:
    """Whether a toll is of the deed that the news answers: "in response to a strike that".

    Or whether what stands at the offset is: "it had avenged the killing of two".
    """
    text = sentence.page.text
    return any(
        cue.end <= start and text.find(",", cue.end, start) < 0
        for cue in sentence.cues_of("answering")
    )


def is_what_for(sentence: Sentence, trigger: Hit | None, start: int) -> bool:
    """Whether a toll is of the deed that an arrest is for: "arrested for the murder of two"."""
    if trigger is None or trigger.id not in _TAKEN_IN:
        return False
    return any(
        trigger.end <= hit.start <= start and _is_led(sentence, hit.start)
        for hit in sentence.of("triggers")
        if hit.form in NOUNS
    )


def _is_led(sentence: Sentence, start: int) -> bool:
    """Whether a preposition leads a noun: "over a massacre", not ", killing nine"."""
    return letters(words_before(sentence, start)).rstrip("dtxw")[-1:] in {"r", "f"}


def _piece(sentence: Sentence, start: int, end: int, begin: int) -> Sentence:
    """Return a part of a sentence as a sentence of its own, set by what stands from `begin` on."""
    return replace(sentence.piece(start, end), begin=begin, whole=None, is_earlier=True)

"""Which days of a sentence are not of its deed: of what came after it, or of who tells it."""

from collections.abc import Sequence

from advisory.extraction.dates.dates import DateFound
from advisory.extraction.dates.days import DayJudge
from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit

_RISE, _RIGHT_BEHIND, _ITS_VERB = "^", 12, 2  # characters: "rose to 15 people late on Monday"
_COUNTED = (
    "TUkiD"  # tags of words whose number stands before: "to five the number killed on Monday"
)


def later_days(days: DayJudge, sentence: Sentence, trigger: Hit | None) -> tuple[DateFound, ...]:
    """Return the days on which bodies were found, or one more of the wounded died."""
    page = sentence.findings.page
    return tuple(
        found
        for found in sentence.dates
        if days.is_later(page, trigger, found)
        or _is_of_one_more(sentence, trigger, found)
        or _is_of_a_rise(sentence, found)
        or _is_of_the_last(sentence, trigger, found)
    )


def _is_of_one_more(sentence: Sentence, trigger: Hit | None, found: DateFound) -> bool:
    """Whether a day is that on which one more died: "a third victim of the raid died on"."""
    tokens = sentence.tokens
    more = (tokens[t.last].start for t in sentence.tolls if t.is_others and t.is_revision)
    return trigger is not None and any(trigger.start < at <= found.start for at in more)


def _is_of_a_rise(sentence: Sentence, found: DateFound) -> bool:
    """Whether a day is that on which a toll rose: "rose to nine on Wednesday"."""
    tokens, plain = sentence.tokens, sentence.findings.page.plain
    risen = (toll for toll in sentence.tolls if toll.is_revision)
    ends = (
        tokens[at].end
        for toll in risen
        for at in range(toll.first, toll.last + 1)
        if tokens[at].tag == _RISE or (at == toll.last and tokens[at].tag not in _COUNTED)
    )
    is_right_behind = any(0 <= found.start - end <= _RIGHT_BEHIND for end in ends)
    return is_right_behind and not plain.startswith("'s ", found.end)


def _is_of_the_last(sentence: Sentence, trigger: Hit | None, found: DateFound) -> bool:
    """Whether a day is that of the last who died: "on Friday, raising the toll of the raid to"."""
    tokens, plain = sentence.tokens, sentence.findings.page.plain
    if trigger is None or plain.startswith("'s ", found.end):
        return False
    sums = (
        token.start
        for toll in sentence.tolls
        if toll.is_revision
        for token in tokens[max(0, toll.first - _ITS_VERB) : toll.first]
        if token.word.endswith("ing")
    )
    return any(found.end <= at < trigger.start for at in sums)


def without_days_of_telling(
    reality: Reality, sentence: Sentence, trigger: Hit | None, told: Sequence[DateFound]
) -> list[DateFound]:
    """Leave out the days on which somebody spoke or accused before a deed that has its own."""
    if trigger is None:
        return list(told)
    page, end = sentence.findings.page, trigger.end
    behind = (one.start for one in told if one.start >= end)
    has_own = any(not reality.is_broken(page, end, start) for start in behind)
    return [
        one
        for one in told
        if not (has_own and one.end <= trigger.start and sentence.is_of_telling(one))
    ]

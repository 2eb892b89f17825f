"""What was on a day since which something else has been: "hungry since May, when rebels burnt it".

A deed that stands behind "when" was on that day. What has been done "since May" went on from there,
and what is "the deadliest since May, when 30 died" was neither then nor killed the 30.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.toll import Toll
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.groups import FOUGHT
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import words_between
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision

_COMMA_WHEN = ",h"  # tags


def as_days(
    sentence: Sentence, trigger: Hit | None, told: Iterable[DateFound]
) -> Iterator[DateFound]:
    """Yield the dates told of a deed, with that on which it was, and without one of another."""
    for found in told:
        value = found.value
        is_led = found.is_since and value is not None and _leads_on(sentence, found)
        goes_on = trigger is not None and trigger.id in FOUGHT and trigger.end <= found.start
        if value is None or trigger is None or goes_on or not is_led:
            yield found  # "fighting has gone on since July, when 130 were killed"
        elif found.end <= trigger.start or not _tolls_before(sentence, found):
            yield found._replace(value=replace(value, precision=_precision(value)), is_since=False)


def is_of_then(sentence: Sentence, toll: Toll) -> bool:
    """Whether a toll is that of such a day, beside one of the news itself."""
    start = sentence.tokens[toll.first].start
    return any(
        found.is_since
        and found.end <= start
        and any(one.harm == toll.harm for one in _tolls_before(sentence, found))
        and _leads_on(sentence, found)
        for found in (sentence.own_dates if len(sentence.tolls) > 1 else ())
    )


def _leads_on(sentence: Sentence, found: DateFound) -> bool:
    """Whether ", when" follows a date at once."""
    behind = words_between(sentence, found.end, sentence.end)
    return letters(behind).startswith(_COMMA_WHEN)


def _tolls_before(sentence: Sentence, found: DateFound) -> list[Toll]:
    tokens = sentence.tokens
    return [toll for toll in sentence.tolls if tokens[toll.first].start < found.start]


def _precision(value: DateRange) -> DatePrecision:
    is_one = value.first is not None and value.first == value.last
    return DatePrecision.DAY if is_one else DatePrecision.VAGUE

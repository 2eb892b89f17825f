"""The days told before a deed whose own sentence tells none."""

from collections.abc import Sequence

from advisory.extraction.dates.dates import DateFound, vague
from advisory.extraction.groups import RELEASED
from advisory.extraction.tellings.tellings import Telling


def days_around(telling: Telling) -> Sequence[DateFound]:
    """Return the dates told before it: of another paragraph near enough, and no fact."""
    sentence = telling.sentence
    if sentence.is_earlier:
        return ()
    if sentence.head_dates:
        return sentence.context_dates or sentence.head_dates
    if sentence.context_dates or telling.is_another or telling.is_also_said or telling.is_apart:
        return sentence.context_dates
    if sentence.is_headline:  # below a release stands when they were taken
        return () if telling.type == RELEASED else sentence.scene_dates
    return [vague(found) for found in sentence.scene_dates]

"""What was announced and is off, or on another day: whose word it is, and when it was known.

The word of a source that does not outweigh who announced it is told beside the announcement, never
instead of it.
"""

from collections.abc import Iterator

from advisory.advice.telling import Telling
from advisory.advice.words import date_slot, date_words, say, with_article
from advisory.model.advice import Provenance, Slot, Statement
from advisory.model.calling_off import CallingOff
from advisory.model.value import DateRange
from advisory.model.vocabulary import Status

_OFF = "Called off or lifted"


def off_words(told: Telling) -> tuple[str, dict[str, Slot]]:
    """Return the end of a line on it, ", by the word of {who}, {known}", with its slots."""
    word = told.incident.called_off
    if word is None:
        return "", {}
    said, slots = _said(told, word)
    is_off = told.incident.status is Status.CALLED_OFF
    if (moved := told.incident.moved_from) and not is_off:
        slots["before"] = _day(moved, word)
        return f"; put off from {{before}}, {said}", slots
    return f", {said}", slots


def off_reports(told: Telling) -> tuple[str, ...]:
    """Return the reports to cite: those that tell it, and the one that says it is off."""
    word = told.incident.called_off
    return told.incident.reports + ((word.cancellation.report,) if word else ())


def off(told: Telling) -> Iterator[Statement]:
    """Yield a sentence for each word that it is off, but for the one that the first tells."""
    decided = told.incident.called_off if told.incident.status is Status.CALLED_OFF else None
    for word in (one for one in told.incident.callings_off if one is not decided):
        said, slots = _said(told, word)
        words = f"Announced anew after it was off, {said}."
        if not word.outweighs:
            slots["grade"] = Slot(word.reliability.value, Provenance.COMPUTED, "grade of source")
            words = (
                f"{_OFF}, {said}: a source graded {{grade}}, which does not outweigh the others."
            )
        elif told.incident.moved_from and word.cancellation.moved_to:
            slots["before"] = _day(told.incident.moved_from, word)
            words = f"Put off from {{before}}, {said}."
        elif decided:
            words = f"{_OFF}, {said}."
        yield say(words, [word.cancellation.report], **slots)


def _said(told: Telling, word: CallingOff) -> tuple[str, dict[str, Slot]]:
    """Return whose word it is, and when it was known."""
    report = word.cancellation.report
    slots = {"known": date_slot(word.known_at.date(), report)}
    if word.speaker is None:
        return "as reported on {known}", slots
    slots["who"] = told.name(word.speaker, None, report)
    return f"by the word of {with_article(slots['who'].text)}{{who}}, {{known}}", slots


def _day(day: DateRange, word: CallingOff) -> Slot:
    words = date_words(day).removeprefix("on ")
    return Slot(words, Provenance.EVIDENCE, word.cancellation.report)

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
from advisory.model.vocabulary import Hazard, Status


def off_words(told: Telling) -> tuple[str, dict[str, Slot]]:
    """Return the end of a line on it, ", by the word of {who} of {known}", with its slots."""
    word = told.incident.called_off
    if word is None:
        return "", {}
    slots = _slots(told, word)
    before = ""
    if moved := told.incident.moved_from:
        slots["before"] = _day(moved, word)
        before = "; put off from {before}"
    return f"{before}, by the word of {with_article(slots['who'].text)}{{who}}, {{known}}", slots


def off(told: Telling) -> Iterator[Statement]:
    """Yield a sentence for each word that it is off."""
    for word in told.incident.callings_off:
        slots = _slots(told, word)
        who = f"{with_article(slots['who'].text)}{{who}}"
        report = [word.cancellation.report]
        if not word.outweighs:
            slots["grade"] = Slot(word.reliability.value, Provenance.COMPUTED, "grade of source")
            words = "One report says it is off, by the word of {who}, {known}: its source is "
            words += "graded {grade}, and does not outweigh who announced it."
            yield say(words.replace("{who}", who), report, **slots)
        elif told.incident.moved_from and word.cancellation.moved_to:
            slots["before"] = _day(told.incident.moved_from, word)
            words = "Put off from {before}, by the word of {who}, {known}."
            yield say(words.replace("{who}", who), report, **slots)
        else:
            yield say(f"{_over(told)}, by the word of {who}, {{known}}.", report, **slots)


def _over(told: Telling) -> str:
    is_warning = told.incident.hazard is Hazard.NATURAL_HAZARD
    is_off = told.incident.status is Status.CALLED_OFF
    verb = "Lifted" if is_warning else "Called off"
    return verb if is_off else f"{verb} before, and announced anew since"


def _slots(told: Telling, word: CallingOff) -> dict[str, Slot]:
    report = word.cancellation.report
    speaker = word.speaker
    who = (
        told.name(speaker, None, report) if speaker else Slot(word.by, Provenance.EVIDENCE, report)
    )
    return {"who": who, "known": date_slot(word.known_at.date(), report)}


def _day(day: DateRange, word: CallingOff) -> Slot:
    words = date_words(day).removeprefix("on ")
    return Slot(words, Provenance.EVIDENCE, word.cancellation.report)

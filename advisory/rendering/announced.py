"""One line of what is announced, warned of, or called off: its days, its place, and whose word."""

from advisory.model.incident import Incident
from advisory.model.value import DateRange
from advisory.model.vocabulary import Hazard, Status
from advisory.model.wording import short_day


def announced_line(incident: Incident, noun: str) -> str:
    """Return what is to come, or was called off, in a line."""
    days = _days(incident.date) or day_words(incident)
    return f"{days}  {noun} {_to_come(incident)}{where_words(incident)}{_off(incident)}"


def day_words(incident: Incident) -> str:
    """Return the day of an incident as a line begins with it, or the days where it took some."""
    when = incident.date
    if when is None or when.day is None:
        return "day unknown"
    is_long = when.first and when.last and (when.last - when.first).days > 1
    return _days(when) if is_long else short_day(when.day)


def where_words(incident: Incident) -> str:
    """Return where it is, as a line goes on with it."""
    return f", {incident.place.name}" if incident.place else ", place not given"


def _days(when: DateRange | None) -> str:
    if when is None or not (when.first and when.last) or when.first == when.last:
        return ""
    return f"{short_day(when.first)} to {short_day(when.last)}"


def _to_come(incident: Incident) -> str:
    is_off = incident.status is Status.CALLED_OFF
    if incident.hazard is Hazard.NATURAL_HAZARD:
        return "warning lifted" if is_off else "warning"
    return "called off" if is_off else "announced"


def _off(incident: Incident) -> str:
    """Return who says that it is off, or put off, and when: also where that does not decide."""
    if not incident.callings_off:
        return ""
    word = incident.called_off or incident.callings_off[-1]
    said = f"{word.by}, {short_day(word.known_at)}"
    before = incident.moved_from.day if incident.moved_from else None
    if incident.status is Status.CALLED_OFF:
        return f"; {said}"
    if before:
        return f"; put off from {short_day(before)}: {said}"
    return f"; called off by the word of {said}, grade {word.reliability.value}"

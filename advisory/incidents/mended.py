"""What people set on an incident, beside what was read: "set by NAME, was ...".

A value that a person gave lies over what the reader found and never replaces it. Here the two are
put side by side again: from the incident, the mentions as they were read, and the decisions.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from advisory.incidents.hands import HAND, Kind, field_value
from advisory.model.decision import Decision, Verb
from advisory.model.incident import Incident, Mention
from advisory.model.naming import admin1_words
from advisory.model.value import Count, DateRange, Place
from advisory.model.vocabulary import DatePrecision
from advisory.model.wording import MONTHS, UNKNOWN, count_words, short_day, short_instant


@dataclass(frozen=True, slots=True)
class Mended:
    """One field of one mention that a person set: the value now and as it was read, in words."""

    mention: str
    field: str
    now: str
    was: str
    decision: Decision

    @property
    def line(self) -> str:
        """The entry as the ledger prints it."""
        act = self.decision
        when = short_instant(act.recorded_at)
        return f"{self.field} {self.now}: set by {act.by}, {when}, was {self.was}; {act.because}"


def mended_of(
    incident: Incident, read: Mapping[str, Mention], decisions: Iterable[Decision]
) -> Iterator[Mended]:
    """Yield what was set by hand, account by account.

    Args:
        incident: As it is known, with people's values in it.
        read: Mention id -> the mention as the reader found it.
        decisions: All decisions; those that set no field of it are passed over.
    """
    sets = {decision.id: decision for decision in decisions if decision.verb is Verb.SET}
    for account in incident.accounts:
        mention = account.mention
        for evidence in mention.evidence:
            decision = sets.get(evidence.rule.removeprefix(HAND))
            original = read.get(mention.id)
            if decision and original:
                now, was = set_words(decision), in_words(getattr(original, evidence.field))
                yield Mended(mention.id, evidence.field, now, was, decision)


def set_words(decision: Decision) -> str:
    """Return the value that a `set` gives, in words."""
    return in_words(field_value(decision.field, decision.value))


def in_words(value: object) -> str:
    """Return the value of a field as one line; None is "unknown".

    >>> from advisory.model.vocabulary import Qualifier
    >>> in_words(Count(12, None, Qualifier.AT_LEAST)), in_words(None), in_words("drone_strike")
    ('at least 12', 'unknown', 'drone strike')
    """
    if value is None:
        return UNKNOWN
    if isinstance(value, Count):
        return count_words(value)
    if isinstance(value, Place):
        return _place(value)
    if isinstance(value, DateRange):
        return _days(value)
    word = value.type if isinstance(value, Kind) else str(value)
    return word.replace("_", " ")


def _place(place: Place) -> str:
    around = admin1_words(place.admin1_name, place.country) if place.admin1_name else None
    own = around if place.kind == "admin1" and around else place.name
    return ", ".join(dict.fromkeys(name for name in (own, around, place.country_name) if name))


def _days(days: DateRange) -> str:
    first, last = days.first, days.last
    if first and days.precision is DatePrecision.MONTH:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first and last:
        return short_day(first) if first == last else f"{short_day(first)} to {short_day(last)}"
    if first or last:
        return f"since {short_day(first)}" if first else f"until {short_day(last)}" if last else ""
    return UNKNOWN

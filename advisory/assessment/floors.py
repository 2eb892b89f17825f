"""The least levels that hold on a day, and until when.

A floor holds while enough matching incidents lie within its days, counting the day itself: within
14 days of 7 November is up to and with 21 November. It holds in the region of its scope and in
regions inside that, where the incidents lie; it never climbs (decision 8). A place or a district
has those of its admin1 as well (`around`). Where all that it rests on is one voice it gives 4 at
most and is provisional (decision 6). A floor of a condition holds while the condition is in force,
and what is in force in a whole country is so there and in each of its regions: that is no climbing,
but where it was said to hold. A combination holds while each of its parts does, in one region.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from advisory.assessment.scorable import Match, Scorable
from advisory.assessment.words import words_of_condition
from advisory.model.assessment import Floor, Region, RegionKind
from advisory.model.incident import OF_THE_WHOLE, Condition, ConditionVersion
from advisory.model.text import Heard
from advisory.model.vocabulary import ConditionState
from advisory.model.wording import short_day
from advisory.rulebook.book import CombinationRule, FloorRule, Holding, Scope, in_force
from advisory.rulebook.reasons import fill

MOST_ON_ONE_VOICE = 4

_HOLDS_IN = {
    Scope.COUNTRY: {
        RegionKind.COUNTRY,
        RegionKind.ADMIN1,
        RegionKind.ADMIN2,
        RegionKind.PLACE,
    },
    Scope.ADMIN1: {RegionKind.ADMIN1, RegionKind.ADMIN2, RegionKind.PLACE},
    Scope.PLACE: {RegionKind.PLACE},
}


@dataclass(frozen=True, slots=True)
class Held:
    """What a floor rests on: how many voices, the ids, the last day, the words of its reason."""

    is_one_voice: bool
    until: date | None
    words: Mapping[str, str]
    incidents: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


def holds_in(rule: Holding, region: Region) -> bool:
    """Whether a floor of this rule can hold in a region of this kind at all."""
    return region.kind in _HOLDS_IN[rule.scope]


def may_hold_in(rule: Holding, region: Region) -> bool:
    """Whether it can, or would by a state that is told of the whole country."""
    is_of_state = isinstance(rule, FloorRule) and rule.condition in OF_THE_WHOLE
    return holds_in(rule, region) or (is_of_state and region.kind is RegionKind.COUNTRY)


def parts_of(rule: Holding) -> tuple[FloorRule, ...]:
    """Return the things that a rule asks for: a floor for one, a combination for several."""
    return rule.parts if isinstance(rule, CombinationRule) else (rule,)


def held_by_incidents(rule: FloorRule, matches: Iterable[Match], as_of: datetime) -> Held | None:
    """Return what a floor rests on at an instant, where these matches of its rule are enough.

    Args:
        rule: The rule that all of them match.
        matches: Matches inside the region that is asked about.
        as_of: The instant; what was not known, believed or over by then does not count.
    """
    counted = within(rule, matches, as_of)
    if len(counted) < rule.at_least:
        return None
    until = _last_day(rule, counted[rule.at_least - 1], as_of.date())
    voices = {one.voice for one in counted}
    plural = {"type": counted[0].nouns[len(counted) > 1], "count": str(len(counted))}
    return Held(
        is_one_voice=None not in voices and len(voices) == 1,
        until=until,
        words={**counted[0].words, **plural},
        incidents=tuple(one.id for one in counted),
    )


def within(rule: FloorRule, matches: Iterable[Match], as_of: datetime) -> list[Scorable]:
    """Return the incidents that a floor counts at that instant, newest first."""
    today = as_of.date()
    days = days_held(rule, today)
    found = [
        match.scorable
        for match in matches
        if today <= match.scorable.happened + days and match.scorable.raises(as_of)
    ]
    return sorted(found, key=lambda one: (-one.happened.toordinal(), one.id))


def conditions_in_force(
    versions: Iterable[ConditionVersion], as_of: datetime
) -> tuple[Condition, ...]:
    """Return the conditions that are in force at an instant, as they were known then."""
    known = (version.condition for version in versions if version.is_known(as_of))
    found = (condition for condition in known if _is_in_force(condition, as_of.date()))
    return tuple(sorted(found, key=lambda condition: condition.id))


def held_by_conditions(
    rule: FloorRule,
    conditions: Iterable[Condition],
    heard: Mapping[str, Heard],
    region: Region | None = None,
) -> Held | None:
    """Return what a floor rests on, where one of these conditions is of its kind.

    Args:
        rule: A rule with `condition`.
        conditions: Those in force inside the region that is asked about.
        heard: The reports by their ids: their owners are the voices of a condition.
        region: Where it is to hold; in one wider than its scope only what is told of all of it.
    """
    found = [condition for condition in conditions if condition.kind is rule.condition]
    if region and not holds_in(rule, region):
        found = [one for one in found if one.place and region.lies_in(one.place.regions)]
    if not found:
        return None
    ends = [condition.until for condition in found]
    reports = [heard[r] for condition in found for r in condition.reports if r in heard]
    is_reliable = any(report.reliability.is_reliable for report in reports)
    return Held(
        is_one_voice=not is_reliable and len({report.owner for report in reports}) < 2,  # noqa: PLR2004 - decision 6: a second origin
        until=None if None in ends else max(end for end in ends if end),
        words=words_of_condition(found[0]),
        conditions=tuple(condition.id for condition in found),
    )


def held_together(parts: Sequence[Held | None]) -> Held | None:
    """Return what a combination rests on, where each of its parts holds.

    It is as sure as its least sure part and ends with the first that ends; where two parts have the
    same word, the word of the first is used.
    """
    held = [part for part in parts if part]
    if len(held) < len(parts):
        return None
    words: dict[str, str] = {}
    for part in reversed(held):
        words |= part.words
    return Held(
        is_one_voice=any(part.is_one_voice for part in held),
        until=min((part.until for part in held if part.until), default=None),
        words=words,
        incidents=tuple(dict.fromkeys(one for part in held for one in part.incidents)),
        conditions=tuple(dict.fromkeys(one for part in held for one in part.conditions)),
    )


def floor_of(rule: Holding, held: Held, today: date) -> Floor:
    """Return the floor that a rule holds on a day, resting on this."""
    asked = int(in_force(rule.level, today))
    level = min(asked, MOST_ON_ONE_VOICE) if held.is_one_voice else asked
    until = short_day(held.until) if held.until else "it is lifted"
    return Floor(
        rule=rule.id,
        level=level,
        asked=asked,
        incidents=held.incidents,
        until=held.until,
        because=fill(rule.because, {**held.words, "level": str(level), "until": until}),
        provisional=held.is_one_voice,
        conditions=held.conditions,
    )


def _is_in_force(condition: Condition, today: date) -> bool:
    begun = condition.since is None or condition.since <= today
    over = condition.until is not None and condition.until < today
    return condition.state is ConditionState.IN_FORCE and begun and not over


def _last_day(rule: FloorRule, scorable: Scorable, today: date) -> date:
    return scorable.happened + days_held(rule, today)


def days_held(rule: FloorRule, today: date) -> timedelta:
    """Return how long after its day an incident holds a floor of this rule, as of a day."""
    return timedelta(days=int(in_force(rule.within_days or {today: 0}, today)))

"""Where one rule fires: the incidents and conditions in a store that it speaks of.

An analyst who writes a rule wants to see that before anybody else does. Nothing is kept but the
readings, which are a cache.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from advisory.assessment.floors import conditions_in_force, parts_of, within
from advisory.assessment.points import weigh
from advisory.assessment.scorable import Match, match_versions
from advisory.errors import AmbiguousName, UnknownName
from advisory.model.incident import Condition
from advisory.model.marking import Tlp
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import known
from advisory.rulebook.book import (
    CombinationRule,
    FloorRule,
    Rule,
    Rulebook,
    Scale,
    WeightRule,
)


class Firing(NamedTuple):
    """One incident or condition that a rule speaks of, and the part of the rule that does.

    It `counts` where it is young enough, and believed enough, to give or hold something that day.
    """

    id: str
    part: str
    because: str
    counts: bool = True


def rule_named(rulebook: Rulebook, name: str) -> Rule:
    """Return the rule of this id, or of the end of an id: `curfew`, `coup/coup`.

    Raises:
        UnknownName: If there is none; the nearest are named.
        AmbiguousName: If several ids end so.
    """
    asked = name.removeprefix("rules/").removesuffix(".yaml")
    exact = [rule for rule in rulebook.rules if rule.id == asked]
    found = exact or [rule for rule in rulebook.rules if rule.id.endswith(f"/{asked}")]
    if len(found) > 1:
        raise AmbiguousName("rule", name, [rule.id for rule in found])
    if not found:
        short = [rule.id.rpartition("/")[2] for rule in rulebook.rules]
        raise UnknownName("rule", name, [*short, *(rule.id for rule in rulebook.rules)])
    return found[0]


def firing(desk: Desk, rule: Rule, as_of: datetime, clearance: Tlp | None) -> tuple[Firing, ...]:
    """Return what in the store a rule speaks of, as it was known at an instant, latest first."""
    with desk.open_store() as store:
        view = known(desk, store, clearance)
    parts = (rule,) if isinstance(rule, WeightRule) else parts_of(rule)
    names = {part.id: part.title if len(parts) > 1 else "" for part in parts}
    matches = [
        match
        for match in match_versions(view.knowledge.versions, _alone(desk.rulebook, rule))
        if match.scorable.counts(as_of)
    ]
    matches.sort(key=lambda match: (-match.scorable.happened.toordinal(), match.scorable.id))
    incidents = (
        Firing(
            match.scorable.id,
            names[match.rule.id],
            _shown(match.scorable.words),
            _counts(match, as_of, desk.rulebook.scale),
        )
        for match in matches
    )
    conditions = (
        Firing(one.id, names[part.id], _state(one))
        for part in parts
        if isinstance(part, FloorRule) and part.condition
        for one in conditions_in_force(view.knowledge.conditions, as_of)
        if one.kind is part.condition
    )
    return (*incidents, *conditions)


def _alone(rulebook: Rulebook, rule: Rule) -> Rulebook:
    return replace(
        rulebook,
        weights=(rule,) if isinstance(rule, WeightRule) else (),
        floors=(rule,) if isinstance(rule, FloorRule) else (),
        combinations=(rule,) if isinstance(rule, CombinationRule) else (),
    )


def _counts(match: Match, as_of: datetime, scale: Scale) -> bool:
    if isinstance(match.rule, WeightRule):
        return bool(weigh([match], as_of, scale))
    return bool(within(match.rule, [match], as_of))


def _shown(words: Mapping[str, str]) -> str:
    return f"{words['date']}  {words['type']}, {words['place']}: {words['killed']} killed"


def _state(condition: Condition) -> str:
    where = condition.place.name if condition.place else "an unlocated place"
    return f"{condition.kind.value.replace('_', ' ')} in {where}"

"""What rules do to what is in a store: where one fires, and what a change moves.

An analyst who changes a rule wants to see it before anybody else does. `firing` looks for the
incidents and conditions that one rule speaks of; `compared` works every region out with two rule
bases and tells which level moves, and by which rules. Nothing is kept but the readings, which are a
cache.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from math import fsum
from typing import NamedTuple

from advisory.assessment.assess import assess
from advisory.assessment.floors import conditions_in_force, parts_of, within
from advisory.assessment.points import weigh
from advisory.assessment.scorable import Match, match_versions
from advisory.errors import AmbiguousName, UnknownName
from advisory.model.assessment import Assessment, Region
from advisory.model.incident import Condition
from advisory.model.marking import Tlp
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import known
from advisory.pipeline.snapshots import regions_of
from advisory.rulebook.book import (
    CombinationRule,
    FloorRule,
    Rule,
    Rulebook,
    Scale,
    WeightRule,
)

_NO_CHANGE = 0.005  # points that two decimals do not show


class Firing(NamedTuple):
    """One incident or condition that a rule speaks of, and the part of the rule that does.

    It `counts` where it is young enough, and believed enough, to give or hold something that day.
    """

    id: str
    part: str
    because: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Moved:
    """One region under two rule bases; `by` names the rules that give it more or less, most first.

    `by` has for each rule what it gave before and gives now: a level it holds, or points.
    """

    region: Region
    before: Assessment
    after: Assessment
    by: tuple[tuple[str, str, str], ...]

    @property
    def level_moves(self) -> bool:
        """Whether the published level is another one."""
        return self.before.level != self.after.level


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


def compared(old: Desk, new: Desk, as_of: datetime, clearance: Tlp | None) -> tuple[Moved, ...]:
    """Return every region of the store under two rule bases, those whose level moves first."""
    with old.open_store() as store:
        regions = regions_of(old, known(old, store, clearance))
        before, after = (
            assess(regions, as_of, known(desk, store, clearance).knowledge, desk.rulebook)
            for desk in (old, new)
        )
    pairs = zip(regions, before, after, strict=True)
    moved = [Moved(region, one, other, _by(one, other)) for region, one, other in pairs]
    return tuple(sorted(moved, key=lambda m: (not m.level_moves, not m.by, m.region.id)))


def changes(old: Rulebook, new: Rulebook) -> tuple[str, ...]:
    """Return which rules are new, gone or changed, and in what, a line each."""
    before = {rule.id: rule for rule in old.rules}
    after = {rule.id: rule for rule in new.rules}
    gone = [f"- {name}" for name in before if name not in after]
    come = [f"+ {name}" for name in after if name not in before]
    other = [
        f"~ {name}: {', '.join(keys)}"
        for name, rule in after.items()
        if name in before and (keys := _changed(before[name], rule))
    ]
    return (*gone, *come, *other, *_beside(old, new))


def _changed(old: Rule, new: Rule) -> list[str]:
    if type(old) is not type(new):
        return [f"kind {old.kind} -> {new.kind}"]
    return [
        field.name if field.name in {"tests", "all_of"} else _both(field.name, old, new)
        for field in fields(new)
        if field.name != "path" and getattr(old, field.name) != getattr(new, field.name)
    ]


def _both(name: str, old: Rule, new: Rule) -> str:
    one, other = getattr(old, name), getattr(new, name)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return f"{name} {_numbers(one)} -> {_numbers(other)}"
    return name


def _numbers(dated: Mapping[object, float]) -> str:
    return ", ".join(f"{number:g}" for number in dated.values())


def _beside(old: Rulebook, new: Rulebook) -> Iterable[str]:
    for name in ("scale", "types", "sources", "hazards"):
        if getattr(old, name) != getattr(new, name):
            file = "levels" if name == "scale" else name
            yield f"~ {file}.yaml"


def _by(one: Assessment, other: Assessment) -> tuple[tuple[str, str, str], ...]:
    """Return the rules that give another level or other points, floors first, then most points."""
    levels = [{floor.rule: floor.level for floor in a.floors} for a in (one, other)]
    points = [_points(a) for a in (one, other)]
    held = sorted(levels[0].keys() | levels[1].keys())
    lines = [
        (rule, *(f"level {found[rule]}" if rule in found else "nothing" for found in levels))
        for rule in sorted(held, key=lambda r: -max(found.get(r, 0) for found in levels))
        if levels[0].get(rule) != levels[1].get(rule)
    ]
    effect = {
        rule: points[1].get(rule, 0.0) - points[0].get(rule, 0.0)
        for rule in points[0].keys() | points[1].keys()
    }
    lines += [
        (rule, *(f"{found.get(rule, 0.0):.2f} points" for found in points))
        for rule in sorted(effect, key=lambda r: (-abs(effect[r]), r))
        if abs(effect[rule]) >= _NO_CHANGE
    ]
    return tuple((rule, before, after) for rule, before, after in lines)


def _points(assessment: Assessment) -> dict[str, float]:
    by_rule: dict[str, list[float]] = {}
    for one in assessment.contributions:
        by_rule.setdefault(one.rule, []).append(one.points)
    return {rule: fsum(points) for rule, points in by_rule.items()}


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

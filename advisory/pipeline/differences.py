"""What a change of the rules moves: two rule bases compared, on paper and over what is in a store.

`changes` tells which rules are new, gone or other; `compared` works every region out with both and
tells which level moves, and by which rules. Nothing is kept but the readings, which are a cache.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from math import fsum

from advisory.assessment.assess import assess
from advisory.model.assessment import Assessment, Region
from advisory.model.marking import Tlp
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import known
from advisory.pipeline.snapshots import regions_of
from advisory.rulebook.book import Rule, Rulebook

_NO_CHANGE = 0.005  # points that two decimals do not show


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

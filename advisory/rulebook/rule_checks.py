"""What a rule must hold to before it may move a level.

A condition that can be run, numbers that make sense, a reason whose placeholders exist, a
reference, one example that fires and one that stays silent: without them a rule is a rumour. What
is written can be judged even where the file has other mistakes, so `written_problems` looks at the
tree and `rule_problems` at the rule that was built. Each problem points at the line that must
change and says how.
"""

from collections.abc import Iterator

from advisory.errors import Problem, did_you_mean, nearest
from advisory.model.assessment import LEVELS
from advisory.rulebook.book import (
    CombinationRule,
    Dated,
    FloorRule,
    Rule,
    RuleTest,
    WeightRule,
)
from advisory.rulebook.conditions import Values, check_condition
from advisory.rulebook.examples import columns_of, typed
from advisory.rulebook.reader import Node
from advisory.rulebook.reasons import OF_CONDITIONS, OF_FLOORS, OF_INCIDENTS, problems_of_reason

_EXPECTED = ("fires", "points", "level")


def written_problems(node: Node, values: Values) -> Iterator[Problem]:
    """Yield what is wrong with the condition, the reason and the examples of a rule.

    Args:
        node: The tree of its file.
        values: What the text columns can hold in this rule base.
    """
    written = _keys(node)
    asking = [node, *_items(written.get("all_of"))]
    for part in asking:
        if (when := _keys(part).get("when")) and isinstance(when.value, str):
            yield from (when.problem(what) for what in check_condition(when.value, values))
    has_condition = any("condition" in _keys(part) for part in asking)
    has_incident = not has_condition or any("when" in _keys(part) for part in asking)
    if (because := written.get("because")) and isinstance(because.value, str):
        allowed = OF_INCIDENTS if has_incident else {}
        allowed = {**allowed, **(OF_CONDITIONS if has_condition else {})}
        allowed |= OF_FLOORS if "level" in written else {}
        yield from (because.problem(what) for what in problems_of_reason(because.value, allowed))
    for test in _items(written.get("tests")):
        for row in _items(_keys(test).get("given")):
            is_condition = not has_incident or (has_condition and "condition" in _keys(row))
            yield from _given(row, columns_of(condition=is_condition), values)


def rule_problems(node: Node, rule: Rule) -> Iterator[Problem]:
    """Yield what is wrong with the numbers, the references and the expectations of a rule.

    Args:
        node: The tree of its file, for the lines.
        rule: What was built from it.
    """
    if isinstance(rule, WeightRule):
        yield from _weight(node, rule)
    elif isinstance(rule, FloorRule):
        yield from _floor(node, rule)
        yield from _levels(node, rule.level)
    else:
        yield from _combination(node, rule)
        yield from _levels(node, rule.level)
    if not rule.references:
        yield node["references"].problem("a rule names at least one reference")
    yield from _expectations(node["tests"], rule)


def _keys(node: Node) -> dict[str, Node]:
    return node.value if isinstance(node.value, dict) else {}


def _items(node: Node | None) -> list[Node]:
    return node.value if node and isinstance(node.value, list) else []


def _weight(node: Node, rule: WeightRule) -> Iterator[Problem]:
    for name in ("points", "per_killed", "cap"):
        yield from _dated(node, name, getattr(rule, name))
    yield from _days(node, "half_life_days", rule.half_life_days)


def _combination(node: Node, rule: CombinationRule) -> Iterator[Problem]:
    if len(rule.all_of) < 2:  # noqa: PLR2004 - one part alone is a floor
        yield node["all_of"].problem("a combination has two parts or more", "Else write a floor.")
    for item, part in zip(_items(node["all_of"]), rule.parts, strict=True):
        yield from _floor(item, part)


def _floor(node: Node, rule: FloorRule) -> Iterator[Problem]:
    """Check what a floor asks for; a part of a combination asks as one does."""
    if (rule.when is None) == (rule.condition is None):
        what = "a floor has either when or condition, one of the two"
        yield node.problem(what, "when is about incidents, condition about a state that lasts.")
    elif rule.when is not None and rule.within_days is None:
        yield node.problem("a floor with when needs within_days: how long it holds")
    elif rule.condition is not None and (rule.within_days is not None or rule.at_least != 1):
        what = "a floor with condition holds while it lasts: no within_days, no at_least"
        yield node["condition"].problem(what)
    if rule.at_least < 1:
        yield node["at_least"].problem("at_least must be 1 or more")
    yield from _days(node, "within_days", rule.within_days)


def _levels(node: Node, levels: Dated) -> Iterator[Problem]:
    yield from _dated(node, "level", levels)
    for day, level in levels.items():
        if level > 0 and level not in LEVELS:
            yield node["level"][str(day)].problem(f"{level:g} is no level", "Write 1 to 5.")


def _dated(node: Node, name: str, numbers: Dated | None) -> Iterator[Problem]:
    if numbers is None:
        return
    if not numbers:
        yield node[name].problem(f"{name} has no number", "Write one: {2026-11-24: 4}")
    for day, number in numbers.items():
        if number <= 0:
            yield node[name][str(day)].problem(f"{name} must be above 0, not {number:g}")


def _days(node: Node, name: str, numbers: Dated | None) -> Iterator[Problem]:
    yield from _dated(node, name, numbers)
    for day, number in (numbers or {}).items():
        if not number.is_integer():
            yield node[name][str(day)].problem(f"{name} counts whole days, not {number:g}")


def _expectations(node: Node, rule: Rule) -> Iterator[Problem]:
    for item, test in zip(_items(node), rule.tests, strict=True):
        yield from _expectation(item, rule, test)
        if [other.name for other in rule.tests].count(test.name) > 1:
            yield item["name"].problem(f'two tests are named "{test.name}"')
    fires = [bool(test.fires or test.points or test.level) for test in rule.tests]
    if not any(fires) or all(fires):
        missing = "stays silent (fires: 0)" if any(fires) else "fires"
        yield node.problem(f"a rule needs at least one test in which it {missing}")


def _expectation(item: Node, rule: Rule, test: RuleTest) -> Iterator[Problem]:
    said = [name for name in _EXPECTED if getattr(test, name) is not None]
    if len(said) != 1:
        yield item.problem(f"a test expects one thing of {', '.join(_EXPECTED)}, not {len(said)}")
    wrong, right = ("level", "points") if isinstance(rule, WeightRule) else ("points", "level")
    if wrong in said:
        yield item[wrong].problem(f"a {rule.kind} gives {right}, not {wrong}")


def _given(
    row: Node, columns: dict[str, tuple[str, tuple[str, ...]]], values: Values
) -> Iterator[Problem]:
    for name, cell in (row.value if isinstance(row.value, dict) else {}).items():
        if name not in columns:
            hint = did_you_mean(nearest(name, list(columns))) or f"Allowed: {', '.join(columns)}"
            yield cell.problem(f'there is no column "{name}"', hint.strip())
        elif isinstance(cell.value, str) and not cell.is_null:
            sql_type, allowed = columns[name]
            yield from _cell(name, cell, sql_type, allowed or tuple(values.get(name, ())))


def _cell(name: str, cell: Node, sql_type: str, allowed: tuple[str, ...]) -> Iterator[Problem]:
    text = str(cell.value)
    try:
        typed(sql_type, text)
    except ValueError as error:
        yield cell.problem(f"{name}: {error}")
    if allowed and text not in allowed:
        hint = did_you_mean(nearest(text, allowed)) or f"Allowed: {', '.join(allowed)}"
        yield cell.problem(f'there is no {name} "{text}"', hint.strip())

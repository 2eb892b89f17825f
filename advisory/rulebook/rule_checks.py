"""What a rule must hold to before it may move a level.

A condition that can be run, numbers that make sense, a reason whose placeholders exist, a
reference, one example that fires and one that stays silent: without them a rule is a rumour. Each
problem points at the line that must change and says how.
"""

from collections.abc import Iterator

from advisory.errors import Problem, did_you_mean, nearest
from advisory.rulebook.book import Dated, FloorRule, Rule, RuleTest, WeightRule
from advisory.rulebook.conditions import Values, check_condition
from advisory.rulebook.examples import columns_of, typed
from advisory.rulebook.reader import Node
from advisory.rulebook.reasons import OF_CONDITIONS, OF_FLOORS, OF_INCIDENTS, problems_of_reason

_LEVELS = (1, 2, 3, 4, 5)
_EXPECTED = ("fires", "points", "level")


def rule_problems(node: Node, rule: Rule, values: Values) -> Iterator[Problem]:
    """Yield everything that is wrong with one rule.

    Args:
        node: The tree of its file, for the lines.
        rule: What was built from it.
        values: What the text columns can hold in this rule base.
    """
    if rule.when is not None:
        cure = "The columns are in rules/README.md."
        for what in check_condition(rule.when, values):
            yield node["when"].problem(what, cure if "column" in what else "")
    yield from _weight(node, rule) if isinstance(rule, WeightRule) else _floor(node, rule)
    for what in problems_of_reason(rule.because, _placeholders(rule)):
        yield node["because"].problem(what)
    if not rule.references:
        yield node["references"].problem("a rule names at least one reference")
    yield from _examples(node["tests"], rule, values)


def _weight(node: Node, rule: WeightRule) -> Iterator[Problem]:
    for name in ("points", "per_killed", "cap", "half_life_days"):
        yield from _dated(node, name, getattr(rule, name))
    for day, half_life in rule.half_life_days.items():
        if not half_life.is_integer():
            yield node["half_life_days"][str(day)].problem("a half-life is in whole days")


def _floor(node: Node, rule: FloorRule) -> Iterator[Problem]:
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
    yield from _dated(node, "within_days", rule.within_days)
    yield from _dated(node, "level", rule.level)
    for day, level in rule.level.items():
        if level not in _LEVELS:
            yield node["level"][str(day)].problem(f"{level:g} is no level", "Write 1 to 5.")


def _dated(node: Node, name: str, numbers: Dated | None) -> Iterator[Problem]:
    if numbers is None:
        return
    if not numbers:
        yield node[name].problem(f"{name} has no number", "Write one: 2026-11-24: 10")
    for day, number in numbers.items():
        if number <= 0:
            yield node[name][str(day)].problem(f"{name} must be above 0, not {number:g}")


def _placeholders(rule: Rule) -> dict[str, str]:
    if isinstance(rule, WeightRule):
        return OF_INCIDENTS
    return {**(OF_CONDITIONS if rule.condition else OF_INCIDENTS), **OF_FLOORS}


def _examples(node: Node, rule: Rule, values: Values) -> Iterator[Problem]:
    items = node.value if isinstance(node.value, list) else []
    for item, test in zip(items, rule.tests, strict=True):
        yield from _expectation(item, rule, test)
        given = item["given"].value
        for row in given if isinstance(given, list) else []:
            yield from _given(row, rule, values)
    said = [_expected(test) for test in rule.tests]
    if not any(said) or all(said):
        missing = "fires" if not any(said) else "stays silent (fires: 0)"
        yield node.problem(f"a rule needs at least one test in which it {missing}")
    names = [test.name for test in rule.tests]
    for item, name in zip(items, names, strict=True):
        if names.count(name) > 1:
            yield item["name"].problem(f'two tests are named "{name}"')


def _expected(test: RuleTest) -> float:
    return test.fires or test.points or test.level or 0


def _expectation(item: Node, rule: Rule, test: RuleTest) -> Iterator[Problem]:
    said = [name for name in _EXPECTED if getattr(test, name) is not None]
    if len(said) != 1:
        yield item.problem(f"a test expects one thing of {', '.join(_EXPECTED)}, not {len(said)}")
    wrong = "level" if isinstance(rule, WeightRule) else "points"
    if wrong in said:
        right = "points" if wrong == "level" else "level"
        yield item[wrong].problem(f"a {rule.kind} gives {right}, not {wrong}")


def _given(row: Node, rule: Rule, values: Values) -> Iterator[Problem]:
    columns = columns_of(rule)
    for name, cell in (row.value if isinstance(row.value, dict) else {}).items():
        if name not in columns:
            hint = did_you_mean(nearest(name, list(columns))) or f"Allowed: {', '.join(columns)}"
            yield cell.problem(f'there is no column "{name}"', hint.strip())
        elif isinstance(cell.value, str) and not cell.is_null:
            yield from _cell(name, cell, columns[name], values)


def _cell(
    name: str, cell: Node, column: tuple[str, tuple[str, ...]], values: Values
) -> Iterator[Problem]:
    sql_type, allowed = column[0], column[1] or tuple(values.get(name, ()))
    text = str(cell.value)
    try:
        typed(sql_type, text)
    except ValueError as error:
        yield cell.problem(f"{name}: {error}")
    if allowed and text not in allowed:
        hint = did_you_mean(nearest(text, allowed)) or f"Allowed: {', '.join(allowed)}"
        yield cell.problem(f'there is no {name} "{text}"', hint.strip())

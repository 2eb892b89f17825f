"""Whether a condition can ever hold, and whether one condition says that another holds too.

The grammar of `when:` is small enough to decide both. Each comparison allows some values of one
column; for numbers it is enough to look at the constants that are written and their neighbours. So
a condition becomes a list of **cases**, each a set of allowed values by column, and it can hold
where one case is left that no column contradicts. What is known of an incident as a whole is asked
too: a type has one category, family and hazard. NULL is a value of its own here, as it is in SQL: a
comparison with it is neither true nor false.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from sqlglot import expressions as sql

from advisory.model.vocabulary import NOT_HAPPENED
from advisory.rulebook.book import IncidentType
from advisory.rulebook.columns import COLUMNS, NEVER_NULL, VALUES
from advisory.rulebook.conditions import tree_of

MOST_CASES = 5_000
"""A condition with more cases than this is not decided, and counts as possible."""

Constant = str | int | bool
Value = Constant | None
Case = Mapping[str, frozenset[Value]]

_RANGES = {"credibility": (1, 6)}
_FAR = 10**10  # above every number that may be written
_COMPARE: Mapping[type[sql.Expression], Callable[[int, int], bool]] = {
    sql.LT: lambda one, other: one < other,
    sql.LTE: lambda one, other: one <= other,
    sql.GT: lambda one, other: one > other,
    sql.GTE: lambda one, other: one >= other,
}


def can_hold(when: str, types: Mapping[str, IncidentType]) -> bool:
    """Return whether some incident could match this condition.

    >>> can_hold("killed > 3 and killed < 3", {}), can_hold("killed > 3 or killed < 3", {})
    (False, True)
    """
    return _is_possible([(tree_of(when), True)], types)


def says(when: str, other: str, types: Mapping[str, IncidentType]) -> bool:
    """Return whether every incident that matches `when` matches `other` too.

    >>> says("killed >= 10", "killed >= 5", {}), says("killed >= 5", "killed >= 10", {})
    (True, False)
    >>> says("killed >= 10 or injured > 3", "killed is not null or injured is not null", {})
    True
    """
    return not _is_possible([(tree_of(when), True), (tree_of(other), False)], types)


class _TooManyCases(Exception):
    """The condition is too wide to be looked at case by case."""


def _is_possible(
    asked: Sequence[tuple[sql.Expression, bool]], types: Mapping[str, IncidentType]
) -> bool:
    """Whether some row makes each of these conditions true, or, where asked, not true."""
    known = _values([tree for tree, _ in asked], types)
    found: list[Case] = [{}]
    try:
        for tree, is_true in asked:
            found = _joined(found, list(_cases(tree, known, holds=is_true, certainly=is_true)))
    except _TooManyCases:
        return True
    return any(_is_whole(case, types) for case in found)


def _cases(
    node: sql.Expression, known: Mapping[str, frozenset[Value]], *, holds: bool, certainly: bool
) -> Iterable[Case]:
    """Return the cases in which a condition is true or false, certainly or at least possibly.

    Possibly true is: not false, which NULL is; possibly false is: not true.
    """
    if isinstance(node, sql.Paren):
        return _cases(node.this, known, holds=holds, certainly=certainly)
    if isinstance(node, sql.Not):
        return _cases(node.this, known, holds=not holds, certainly=certainly)
    if isinstance(node, sql.And | sql.Or):
        one, other = (
            list(_cases(side, known, holds=holds, certainly=certainly))
            for side in (node.this, node.expression)
        )
        both = isinstance(node, sql.And) is holds
        return _joined(one, other) if both else [*one, *other]
    name, true, false = _leaf(node, known)
    allowed = true if holds else false
    if not certainly:
        allowed = known.get(name, frozenset({True, False})) - (false if holds else true)
    return [{name: allowed}] if allowed else []


def _joined(ones: Iterable[Case], others: Sequence[Case]) -> list[Case]:
    """Return every pair of cases at once, without those that contradict each other."""
    found: list[Case] = []
    for one, other in product(ones, others):
        both = dict(one)
        for name, allowed in other.items():
            both[name] = both.get(name, allowed) & allowed
        if all(both.values()):
            found.append(both)
        if len(found) > MOST_CASES:
            raise _TooManyCases
    return found


def _leaf(
    node: sql.Expression, known: Mapping[str, frozenset[Value]]
) -> tuple[str, frozenset[Value], frozenset[Value]]:
    """Return what one comparison is about, and the values that make it true, and false."""
    column = node.name if isinstance(node, sql.Column) else node.this.name
    values = known[column]
    if isinstance(node, sql.Column):
        return column, frozenset({True}) & values, frozenset({False}) & values
    if isinstance(node, sql.Is):
        return column, values & {None}, values - {None}
    beside = [node.args.get(side) for side in ("expression", "low", "high")]
    if isinstance(node, sql.Like) or any(isinstance(other, sql.Column) for other in beside):
        # What is not looked into is true or false by itself, the same wherever it is written.
        return node.sql(), frozenset({True}), frozenset({False})
    true = frozenset(value for value in values if value is not None and _holds(node, value))
    return column, true, values - true - {None}


def _holds(node: sql.Expression, value: Constant) -> bool:
    if isinstance(node, sql.In):
        return value in [_constant(other) for other in node.expressions]
    if isinstance(node, sql.Between):
        low, high = _constant(node.args["low"]), _constant(node.args["high"])
        return int(low) <= int(value) <= int(high)
    other = _constant(node.expression)
    if isinstance(node, sql.EQ | sql.NEQ):
        return (value == other) is isinstance(node, sql.EQ)
    return _COMPARE[type(node)](int(value), int(other))


def _constant(node: sql.Expression) -> Constant:
    if isinstance(node, sql.Boolean):
        return bool(node.this)
    return str(node.this) if node.args.get("is_string") else int(node.this)


def _values(
    trees: Iterable[sql.Expression], types: Mapping[str, IncidentType]
) -> dict[str, frozenset[Value]]:
    """Return for each column the values that are enough to look at."""
    written: dict[str, set[Value]] = {name: set() for name in COLUMNS}
    for tree in trees:
        for name, constant in _written(tree):
            written[name].add(constant)
    return {name: frozenset(_enough(name, constants, types)) for name, constants in written.items()}


def _written(tree: sql.Expression) -> Iterator[tuple[str, Value]]:
    for node in tree.walk():
        if isinstance(node, sql.Literal | sql.Boolean) and node.parent:
            yield node.parent.this.name, _constant(node)


def _enough(name: str, constants: set[Value], types: Mapping[str, IncidentType]) -> Iterator[Value]:
    if name not in NEVER_NULL:
        yield None
    if COLUMNS[name].sql_type == "BOOLEAN":
        yield from (True, False)
    elif COLUMNS[name].sql_type == "INTEGER":
        low, high = _RANGES.get(name, (0, _FAR))
        near = {int(one) + step for one in constants if one is not None for step in (-1, 0, 1)}
        yield from (number for number in near | {low, high} if low <= number <= high)
    elif closed := _closed(name, types):
        yield from closed
    else:
        yield from (*constants, "another text")


def _closed(name: str, types: Mapping[str, IncidentType]) -> Iterable[str]:
    if name in {"type", "family"}:
        return types if name == "type" else {kind.family for kind in types.values()}
    return VALUES.get(name, ())


def _is_whole(case: Case, types: Mapping[str, IncidentType]) -> bool:
    """Whether one incident can have all these values: those that follow from type and status."""
    statuses, announced = case.get("status"), case.get("announced")
    if statuses is not None and announced is not None:
        follows = {status in NOT_HAPPENED for status in statuses}
        if not follows & announced:
            return False
    kinds = [types[str(name)] for name in case.get("type", types) if str(name) in types]
    asked = [name for name in ("category", "family", "hazard") if name in case]
    return not types or any(
        all(str(getattr(kind, name)) in case[name] for name in asked) for kind in kinds
    )

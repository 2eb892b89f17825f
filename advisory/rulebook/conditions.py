"""Check a rule's `when:`, a SQL boolean expression, and give it back as SQL of a dialect.

An analyst writes `type in ('riot', 'looting') and killed >= 3`. Three gates stand before the
engine. The first reads the words one by one: a known column, a word of the grammar, a whole
number, a text in quotes, and nothing else, so that nothing hostile ever reaches a parser. Then
sqlglot parses what is left, and every node of the tree must be on the list below, with the types
right: no function, no sub-query, no arithmetic, no comparison of a number with a text. What runs
is written anew from the checked tree, never the text of the file. NULL is unknown and matches
nothing, `not` included: `not killed > 3` is silent while nobody gives a toll.
"""

import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from sqlglot import ErrorLevel, parse
from sqlglot import expressions as sql
from sqlglot.errors import SqlglotError

from advisory.errors import did_you_mean, nearest
from advisory.rulebook.columns import COLUMNS, VALUES
from advisory.rulebook.words import SHOWN, problems_of_words

Values = Mapping[str, Collection[str]]
"""Column -> every text it can hold; a column that is not named here holds any text."""

# sqlglot descends some twenty Python calls for each bracket; 50 brackets need more than the
# interpreter allows by default. words.MAX_DEPTH bounds what can come.
_ROOM = 5_000


def check_condition(when: str, values: Values = VALUES) -> list[str]:
    """Return why this condition cannot be used, a sentence each; an empty list means it can.

    Args:
        when: The SQL boolean expression.
        values: What the text columns can hold; give the types of a rule base to check those too.

    >>> check_condition("type = 'riot' and killed >= 3")
    []
    >>> check_condition("kiled >= 3")
    ['there is no column "kiled". Did you mean "killed" or "killed_low" or "killed_high"?']
    """
    return _checked(when, values)[1]


def to_sql(when: str, dialect: str = "duckdb") -> str:
    """Return the condition as canonical SQL of this dialect, from its checked tree.

    Raises:
        ValueError: With the problems of a condition that `check_condition` refuses.

    >>> to_sql("type='riot'   AND killed>=3")
    "type = 'riot' AND killed >= 3"
    """
    tree = tree_of(when)
    with _room_for_brackets():
        return tree.sql(dialect=dialect)


def tree_of(when: str) -> sql.Expression:
    """Return the checked tree of a condition; each of its nodes is one that is allowed.

    Raises:
        ValueError: With the problems of a condition that `check_condition` refuses.
    """
    tree, problems = _checked(when, VALUES)
    if tree is None:
        raise ValueError("; ".join(problems))
    return tree


def _checked(when: str, values: Values) -> tuple[sql.Expression | None, list[str]]:
    """Return the tree of a good condition, or none and the problems of a bad one."""
    if problems := problems_of_words(when):
        return None, problems
    tree = _parsed(when)
    if tree is None:
        return None, ["this is not a whole condition: write it like type = 'riot' and killed >= 3"]
    problems = list(dict.fromkeys(_problems(tree, values)))
    return (None if problems else tree), problems


def _parsed(when: str) -> sql.Expression | None:
    with _room_for_brackets():
        try:
            trees = parse(when, dialect="duckdb", error_level=ErrorLevel.RAISE)
        except SqlglotError:
            return None
    [tree] = trees if len(trees) == 1 else [None]
    return tree if isinstance(tree, sql.Expression) else None


@contextmanager
def _room_for_brackets() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(before + _ROOM)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _problems(tree: sql.Expression, values: Values) -> Iterator[str]:
    """Walk the tree with a list, not with calls: a long chain of `and` is deep."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, sql.And | sql.Or):
            waiting += [node.expression, node.this]
        elif isinstance(node, sql.Not | sql.Paren):
            waiting.append(node.this)
        elif _is_column(node):
            yield from _alone(node)
        elif isinstance(node, sql.Is):
            yield from _is(node)
        else:
            yield from _comparison(node, values)


def _is_column(node: sql.Expression) -> bool:
    """Whether this is a column of ours: to the parser a stray `in` may look like one too."""
    return isinstance(node, sql.Column) and node.name in COLUMNS


def _alone(node: sql.Expression) -> Iterator[str]:
    if COLUMNS[node.name].sql_type != "BOOLEAN":
        yield f'"{node.name}" alone is no condition: compare it with something'


def _is(node: sql.Expression) -> Iterator[str]:
    if not (_is_column(node.this) and isinstance(node.expression, sql.Null)):
        yield '"is" asks only whether a column is null: write killed is null'


def _comparison(node: sql.Expression, values: Values) -> Iterator[str]:
    """Check one comparison: a column on the left, on the right what can stand beside it."""
    ordered = (sql.LT, sql.LTE, sql.GT, sql.GTE, sql.Between)
    if not isinstance(node, (sql.EQ, sql.NEQ, sql.In, sql.Like, *ordered)):
        yield f"{_shown(node)} is not allowed in a condition"
        return
    column, others = node.this, _right_of(node)
    if not _is_column(column) or not others:
        yield f"{_shown(node)} is not a comparison: write a column first, as in killed >= 3"
        return
    kind = COLUMNS[column.name].sql_type
    if isinstance(node, ordered) and kind != "INTEGER":
        yield f'"{column.name}" has no order: compare it with =, <> or in (...)'
    elif isinstance(node, sql.Like) and kind != "VARCHAR":
        yield f'"{column.name}" is no text: "like" cannot be used with it'
    for other in others:
        yield from _beside(column.name, other, {} if isinstance(node, sql.Like) else values)


def _right_of(node: sql.Expression) -> list[sql.Expression]:
    if isinstance(node, sql.Between):
        return [node.args["low"], node.args["high"]]
    return list(node.expressions) if isinstance(node, sql.In) else [node.expression]


def _beside(column: str, other: sql.Expression, values: Values) -> Iterator[str]:
    wanted = COLUMNS[column].sql_type
    if isinstance(other, sql.Null):
        yield f'nothing equals null: write {column} is null, or "is not null"'
    elif _is_column(other):
        if COLUMNS[other.name].sql_type != wanted:
            yield f'"{column}" and "{other.name}" cannot be compared: {_NEEDS[wanted]}'
    elif _kind(other) != wanted:
        yield f'"{column}" cannot be compared with {_shown(other)}: {_NEEDS[wanted]}'
    elif wanted == "VARCHAR" and other.name not in values.get(column, [other.name]):
        known = sorted(values[column])
        hint = did_you_mean(nearest(other.name, known)) or f" Allowed: {', '.join(known)}"
        yield f'there is no {column} "{other.name}".{hint}'


def _kind(literal: sql.Expression) -> str:
    if isinstance(literal, sql.Literal):
        return "VARCHAR" if literal.is_string else "INTEGER"
    return "BOOLEAN" if isinstance(literal, sql.Boolean) else ""


def _shown(node: sql.Expression) -> str:
    with _room_for_brackets():
        text = node.sql(dialect="duckdb", normalize_functions=False)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


_NEEDS = {
    "VARCHAR": "it needs a text in single quotes",
    "INTEGER": "it needs a whole number",
    "BOOLEAN": "it needs true or false",
}

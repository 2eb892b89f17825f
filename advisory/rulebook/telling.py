"""A rule in plain words: what it is about, what it gives, its numbers on a day, what it reads.

`rules explain` reads it out. A condition is told comparison by comparison from its checked tree, so
the words cannot say another thing than what runs; what is joined by `and` at the top becomes a list
of its own, since that is how an analyst reads a rule aloud.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlglot import expressions as sql

from advisory.model.wording import short_day
from advisory.rulebook.book import (
    CombinationRule,
    Dated,
    FloorRule,
    Rule,
    WeightRule,
    in_force,
)
from advisory.rulebook.columns import COLUMNS, NEVER_NULL
from advisory.rulebook.conditions import tree_of

_SIGNS: dict[type[sql.Expression], str] = {
    sql.EQ: "is {}",
    sql.NEQ: "is not {}",
    sql.LT: "is less than {}",
    sql.LTE: "is {} or less",
    sql.GT: "is more than {}",
    sql.GTE: "is {} or more",
}


def in_words(when: str) -> tuple[str, ...]:
    """Return what a condition asks, one line for each thing that must be so.

    >>> in_words("type in ('riot', 'looting') and killed >= 3 and not announced")
    ('type is riot or looting', 'killed is 3 or more', 'not announced')
    >>> in_words("killed is null or (targets like '% hotel %' and killed > 0)")
    ('killed is not known, or targets name hotel and killed is more than 0',)
    """
    return tuple(_told(node) for node in _joined_by(sql.And, tree_of(when)))


def columns_read(rule: Rule) -> tuple[str, ...]:
    """Return the columns that a rule looks at, in the order of the table of columns."""
    conditions = [when for _, when in conditions_of(rule) if when]
    read = {node.name for when in conditions for node in tree_of(when).find_all(sql.Column)}
    if isinstance(rule, WeightRule):
        read |= {"credibility", "reliability", *(["killed_scored"] if rule.per_killed else [])}
    return tuple(name for name in COLUMNS if name in read)


def conditions_of(rule: Rule) -> tuple[tuple[str, str | None], ...]:
    """Return what a rule asks for, part by part: a name where there are several, and the `when`."""
    if isinstance(rule, CombinationRule):
        return tuple((part.name, part.when) for part in rule.all_of)
    return (("", rule.when),)


def numbers_of(rule: Rule, day: date) -> tuple[str, ...]:
    """Return the numbers of a rule that hold on a day, each with since when and what comes next."""
    return tuple(
        f"{name} {in_force(numbers, day):g}{_since(numbers, day)}"
        for name, numbers in _dated(rule)
        if numbers
    )


def gives(rule: Rule, day: date) -> str:
    """Return what a rule does on a day, in one sentence.

    >>> from advisory.resources import folder
    >>> from advisory.rulebook.load import load_rulebook
    >>> [curfew] = [r for r in load_rulebook([folder("rules")]).rules if r.id.endswith("/curfew")]
    >>> gives(curfew, date(2026, 11, 24))
    'While this is in force: level 3 at least, in its admin1 region and what lies inside that.'
    """
    if isinstance(rule, WeightRule):
        return _weight(rule, day)
    level = f"level {in_force(rule.level, day):g} at least, in its {_where(rule.scope)}."
    if isinstance(rule, CombinationRule):
        return f"While all of these hold in one region: {level}"
    if rule.condition:
        return f"While this is in force: {level}"
    days = in_force(rule.within_days or {}, day)
    many = f"{rule.at_least} such incidents" if rule.at_least > 1 else "such an incident"
    return f"For {days:g} days after {many}: {level}"


def _weight(rule: WeightRule, day: date) -> str:
    points = f"{in_force(rule.points, day):g} points"
    if rule.per_killed:
        points += f" and {in_force(rule.per_killed, day):g} for each of the killed"
    if rule.cap:
        points += f", {in_force(rule.cap, day):g} at most"
    half_life = in_force(rule.half_life_days, day)
    return (
        f"Each such incident gives {points}, times the factors of its credibility and "
        f"reliability; after {half_life:g} days half of that is left."
    )


def _where(scope: str) -> str:
    return {
        "place": "place",
        "admin1": "admin1 region and what lies inside that",
        "country": "country and in the admin1 region where it happened",
    }[scope]


def _dated(rule: Rule) -> Iterator[tuple[str, Dated | None]]:
    if isinstance(rule, WeightRule):
        for name in ("points", "per_killed", "cap", "half_life_days"):
            yield name, getattr(rule, name)
        return
    yield "level", rule.level
    if isinstance(rule, FloorRule):
        yield "within_days", rule.within_days
        return
    for part in rule.all_of:
        yield f"within_days of {part.name}", part.within_days


def _since(numbers: Dated, day: date) -> str:
    if day < min(numbers):
        return f", its first number, of {short_day(min(numbers))}: it holds before that day too"
    begun = max(start for start in numbers if start <= day)
    later = sorted(start for start in numbers if start > day)
    coming = [f"{numbers[start]:g} from {short_day(start)}" for start in later]
    return f" since {short_day(begun)}" + (f" (then {', '.join(coming)})" if coming else "")


def _told(node: sql.Expression) -> str:
    if isinstance(node, sql.Paren):
        return _told(node.this)
    if isinstance(node, sql.Or):
        return ", or ".join(_told(one) for one in _joined_by(sql.Or, node))
    if isinstance(node, sql.And):
        return " and ".join(_told(one) for one in _joined_by(sql.And, node))
    if isinstance(node, sql.Column):
        return node.name
    if isinstance(node, sql.Not):
        return _negated(node.this)
    return f"{_subject(node)} {_asked(node)}"


def _subject(node: sql.Expression) -> str:
    """The column; one that says "is not" of what may be unknown asks that it is known, too."""
    name = str(node.this.name)
    return name if name in NEVER_NULL or not isinstance(node, sql.NEQ) else f"{name} is known and"


def _negated(node: sql.Expression) -> str:
    if isinstance(node, sql.Column):
        return f"not {node.name}"
    if isinstance(node, sql.Is):
        return f"{node.this.name} is known"
    if isinstance(node, sql.In):
        known = "" if node.this.name in NEVER_NULL else " is known and"
        return f"{node.this.name}{known} is not {_list(node)}"
    return f"it is known and not so that {_told(node)}"


def _asked(node: sql.Expression) -> str:
    if isinstance(node, sql.Is):
        return "is not known"
    if isinstance(node, sql.In):
        return f"is {_list(node)}"
    if isinstance(node, sql.Between):
        return f"is {node.args['low'].name} to {node.args['high'].name}"
    if isinstance(node, sql.Like):
        return _like(node.expression.name)
    return _SIGNS[type(node)].format(node.expression.name)


def _like(pattern: str) -> str:
    word = pattern.strip("% ")
    return f"name {word}" if pattern == f"% {word} %" else f'is like "{pattern}"'


def _list(node: sql.Expression) -> str:
    *some, last = [one.name for one in node.expressions]
    return f"{', '.join(some)} or {last}" if some else last


def _joined_by(kind: type[sql.Expression], node: sql.Expression) -> Sequence[sql.Expression]:
    if isinstance(node, sql.Paren) and isinstance(node.this, kind):
        return _joined_by(kind, node.this)
    if not isinstance(node, kind):
        return [node]
    return [*_joined_by(kind, node.this), *_joined_by(kind, node.expression)]

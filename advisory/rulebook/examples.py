"""The examples inside the rules, as the rows that the scoring query reads.

Every rule carries `tests:`, each a sentence, the incidents it is about, and what must follow. Here
the written values become typed column values, and what an example leaves out gets the default of
the table below, so that an example shows only what matters to it. Running them needs the scoring
engine and is the business of the room `assessment`.

Defaults of a row: `type` none; `category`, `family` and `hazard` those of the type (else the
rule's hazard); `status` reported, or announced where `announced` is true; `killed`, `injured`,
`abducted` and `killed_civilians` NULL; `killed_low` and `killed_high` as `killed`; `killed_scored`
as `killed`, else the type's `unknown_killed`; `credibility` 3; `reliability` C; `origins` 1;
`country` XA; `admin1` XA-01; `place_kind` place; `targets` and `weapons` none; `announced` false;
`days_ago` 0.
An example of a floor with `condition:` has the columns `condition` (the rule's own unless said),
`state` (in_force), `place_kind` (place) and `days_ago`, days since a report last spoke of it (0).
One of a combination is about a condition where it names one, else about an incident.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from advisory.model.vocabulary import ConditionKind, ConditionState, Status
from advisory.rulebook.book import (
    CombinationRule,
    FloorRule,
    IncidentType,
    Rule,
    Rulebook,
    RuleTest,
)
from advisory.rulebook.columns import COLUMNS, VALUES

Value = str | int | bool | None
Row = Mapping[str, Value]

CONDITION_COLUMNS = {
    "condition": ("VARCHAR", tuple(ConditionKind)),
    "state": ("VARCHAR", tuple(ConditionState)),
    "place_kind": ("VARCHAR", VALUES["place_kind"]),
    "days_ago": ("INTEGER", ()),
}
_BLANKED = ("targets", "weapons")
_NUMBER = re.compile(r"[0-9]{1,9}")


class Case(NamedTuple):
    """One example of one rule, ready to be run.

    A row has every column of `rulebook.columns` and `days_ago`; the `level` of the test is the one
    that the rule asks for, before a single origin caps it.
    """

    rule: Rule
    test: RuleTest
    rows: tuple[Row, ...]


def cases(rulebook: Rulebook) -> tuple[Case, ...]:
    """Return every example of every rule, in the order of the rules."""
    return tuple(
        Case(rule, test, tuple(_row(rule, given, rulebook.types) for given in test.given))
        for rule in rulebook.rules
        for test in rule.tests
    )


def columns_of(*, condition: bool) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return column -> (SQL type, allowed texts) of an example, for either kind of rule."""
    if condition:
        return CONDITION_COLUMNS
    known = {name: (column.sql_type, VALUES.get(name, ())) for name, column in COLUMNS.items()}
    return {**known, "days_ago": ("INTEGER", ())}


def typed(sql_type: str, text: str | None) -> Value:
    """Return a written value as its column holds it.

    Raises:
        ValueError: With a plain sentence, if it is no value of this type.

    >>> typed("INTEGER", "12"), typed("BOOLEAN", "true"), typed("INTEGER", None)
    (12, True, None)
    """
    if text is None:
        return None
    read, wanted = _READERS[sql_type]
    value = read(text)
    if value is None:
        raise ValueError(f'"{text}" is not {wanted}')
    return value


def _row(
    rule: Rule,
    given: Mapping[str, str | None],
    types: Mapping[str, IncidentType],
) -> Row:
    own = rule.condition if isinstance(rule, FloorRule) else None
    is_condition = own is not None or (isinstance(rule, CombinationRule) and "condition" in given)
    columns = columns_of(condition=is_condition)
    written = {name: typed(columns[name][0], text) for name, text in given.items()}
    if is_condition:
        return {**_CONDITION, "condition": own.value if own else None, **written}
    row = {**_INCIDENT, "hazard": rule.hazard, **_of_type(written, types), **written}
    row |= {name: f" {row[name]} " if row[name] else " " for name in _BLANKED}
    return row


def _of_type(written: Row, types: Mapping[str, IncidentType]) -> dict[str, Value]:
    """Return what follows from the type and from the toll that an example names."""
    kind = types.get(str(written.get("type")))
    killed = written.get("killed")
    followed: dict[str, Value] = {"killed_low": killed, "killed_high": killed}
    followed["killed_scored"] = kind.unknown_killed if kind and killed is None else killed
    if kind:
        followed |= {"category": kind.category.value, "family": kind.family}
        followed["hazard"] = kind.hazard.value
    if written.get("announced"):
        followed["status"] = Status.ANNOUNCED.value
    return followed


_INCIDENT: Row = {
    **dict.fromkeys(COLUMNS),
    "status": Status.REPORTED.value,
    "credibility": 3,
    "reliability": "C",
    "origins": 1,
    "country": "XA",
    "admin1": "XA-01",
    "place_kind": "place",
    "announced": False,
    "days_ago": 0,
}
_CONDITION: Row = {"state": "in_force", "place_kind": "place", "days_ago": 0}

_READERS: Mapping[str, tuple[Callable[[str], Value], str]] = {
    "VARCHAR": (lambda text: text, "a text"),
    "INTEGER": (lambda text: int(text) if _NUMBER.fullmatch(text) else None, "a whole number"),
    "BOOLEAN": ({"true": True, "false": False}.get, "true or false"),
}

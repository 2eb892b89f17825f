"""Ask every rule about every incident, in one query, however many there are.

The conditions of the rules, checked and written anew by `rulebook.conditions`, become one DuckDB
query over one table of rows, `incidents`. The coded words of an incident repeat, and its grades:
most rules ask only for its type, category, family or hazard, so these are kept once each in
`kinds`, a rule that asks for nothing else is asked once a kind, and only the others are asked once
an incident. `facts` says of each incident its kind, and the little else that scoring needs. Dates
and decay are not here: a condition holds of an incident as it was known, on every day it was known
so, which is why one query serves every as-of. The query reaches no file, no network and no other
table; `scoring` builds on it what whole histories need.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from advisory.assessment.rows import Row
from advisory.rulebook.columns import COLUMNS
from advisory.rulebook.conditions import to_sql

if TYPE_CHECKING:
    import duckdb

KIND_COLUMNS = (
    "type",
    "category",
    "family",
    "hazard",
    "announced",
    "credibility",
    "reliability",
)
"""The columns that are kept once for each kind of incident."""

# Regions and rules are small numbers: a group of each fits a plain array of two to the twentieth.
SETTINGS = {"enable_external_access": "false", "perfect_ht_threshold": "20"}
_TEXT = re.compile(r"'(?:[^']|'')*'")
_WORD = re.compile(r"[a-z_0-9]+")


@lru_cache(maxsize=8)
def match_query(conditions: tuple[str | None, ...], dialect: str = "duckdb") -> str:
    """Return the one query that finds (incident, rule) for every condition that holds.

    Args:
        conditions: The `when` of each rule; None for a rule that asks about no incident.
        dialect: The SQL dialect to write.

    >>> match_query(("killed >= 10", None))
    'SELECT incident, 0 AS rule FROM incidents WHERE killed >= 10 ORDER BY incident, rule'
    >>> match_query(("type = 'riot'",)).startswith("SELECT incident, rule FROM facts JOIN (SELECT")
    True
    """
    by_kind, others = split(conditions)
    of_kinds = " UNION ALL ".join(
        f"SELECT kind, {position} AS rule FROM kinds WHERE {to_sql(when, dialect)}"  # noqa: S608 - to_sql writes from a checked tree
        for position, when in by_kind
    )
    found = [f"SELECT incident, rule FROM facts JOIN ({of_kinds}) AS asked USING (kind)"]  # noqa: S608 - made above
    found = found if by_kind else []
    found += [
        f"SELECT incident, {position} AS rule FROM incidents WHERE {to_sql(when, dialect)}"  # noqa: S608 - to_sql writes from a checked tree
        for position, when in others
    ]
    return " UNION ALL ".join(found) + " ORDER BY incident, rule" if found else ""


def split(
    conditions: Sequence[str | None],
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Return the conditions that ask for the kind of an incident alone, and the others.

    Each comes with its position.

    >>> split(["type = 'riot'", "killed >= 3", None])
    ([(0, "type = 'riot'")], [(1, 'killed >= 3')])
    """
    asked = [(position, when) for position, when in enumerate(conditions) if when is not None]
    kinds = [one for one in asked if columns_of(one[1]).issubset(KIND_COLUMNS)]
    return kinds, [one for one in asked if one not in kinds]


def columns_of(when: str) -> set[str]:
    """Return the columns that a checked condition asks for.

    >>> sorted(columns_of("type = 'killed' and not announced"))
    ['announced', 'type']
    """
    return set(_WORD.findall(_TEXT.sub("", to_sql(when)).lower())).intersection(COLUMNS)


def find_matches(
    rows: Sequence[Row], conditions: Sequence[str | None]
) -> tuple[tuple[int, int], ...]:
    """Return (row, rule) for every row of which a condition holds, in order.

    >>> row = dict.fromkeys(COLUMNS) | {"type": "riot", "killed": 3}
    >>> find_matches([row], ["killed > 3", "type = 'riot' and killed >= 3"])
    ((0, 1),)
    """
    query = match_query(tuple(conditions))
    if not rows or not query:
        return ()
    columns = {name: [row[name] for row in rows] for name in COLUMNS}
    with incident_tables(columns) as connection:
        return tuple((row, rule) for row, rule in connection.execute(query).fetchall())


@contextmanager
def incident_tables(
    columns: Mapping[str, Sequence[Any]], extra: Mapping[str, str] | None = None
) -> Iterator["duckdb.DuckDBPyConnection"]:
    """Open a database in memory with these incidents in it; a context manager.

    Args:
        columns: For each column of the rule base, and each extra one, a value for each incident;
            the position of an incident is its number.
        extra: Further columns of `incidents` and `facts`, and their SQL types.
    """
    import duckdb  # noqa: PLC0415 - heavy, and never needed to look a level up

    types = {name: column.sql_type for name, column in COLUMNS.items()} | dict(extra or {})
    lists = ", ".join(f"unnest(?::{types[name]}[]) AS {name}" for name in types)
    count = len(next(iter(columns.values())))
    with duckdb.connect(":memory:", config=dict(SETTINGS)) as connection:
        connection.execute(
            f"CREATE TABLE incidents AS SELECT unnest(?::INTEGER[]) AS incident, {lists}",
            [list(range(count)), *(columns[name] for name in types)],
        )
        fold(connection, tuple(extra or ()))
        yield connection


def fold(connection: "duckdb.DuckDBPyConnection", extra: Sequence[str] = ()) -> None:
    """Make `kinds` and `facts` of a table `incidents`."""
    for name, query in fold_queries(extra).items():
        connection.execute(f"CREATE TABLE {name} AS {query}")


def fold_queries(extra: Sequence[str] = ()) -> dict[str, str]:
    """Return what `kinds` and `facts` are made by, in this order."""
    words = ", ".join(KIND_COLUMNS)
    same = " AND ".join(f"incidents.{c} IS NOT DISTINCT FROM kinds.{c}" for c in KIND_COLUMNS)
    kept = ", ".join(f"incidents.{name}" for name in ("incident", *extra))
    kinds = f"SELECT DISTINCT {words} FROM incidents"  # noqa: S608 - names of our own columns
    return {
        "kinds": f"SELECT CAST(row_number() OVER (ORDER BY {words}) AS INTEGER) AS kind, {words} "  # noqa: S608 - names of our own columns
        f"FROM ({kinds})",
        "facts": f"SELECT {kept}, coalesce(incidents.killed_scored, 0) AS toll, kinds.kind "  # noqa: S608 - names of our own columns
        f"FROM incidents JOIN kinds ON {same}",
    }

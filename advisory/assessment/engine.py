"""Ask every rule about every incident, in one query.

The conditions of the rules, checked and written anew by `rulebook.conditions`, become one DuckDB
query over one table of rows; what comes back is every match, as the position of the row and the
position of the rule. Dates, decay and credibility are not here: a condition holds of an incident
as it was known, on every day it was known so, which is why one query serves every as-of. The
query reaches no file, no network and no other table.
"""

from collections.abc import Sequence
from functools import lru_cache

from advisory.assessment.rows import Row
from advisory.rulebook.columns import COLUMNS
from advisory.rulebook.conditions import to_sql

_TABLE = ", ".join(f"{name} {column.sql_type}" for name, column in COLUMNS.items())
_LISTS = ", ".join(f"unnest(?::{column.sql_type}[])" for column in COLUMNS.values())


@lru_cache(maxsize=8)
def match_query(conditions: tuple[str | None, ...], dialect: str = "duckdb") -> str:
    """Return the one query that finds (incident, rule) for every condition that holds.

    Args:
        conditions: The `when` of each rule; None for a rule that asks about no incident.
        dialect: The SQL dialect to write.

    >>> match_query(("killed >= 10", None))
    'SELECT incident, 0 AS rule FROM incidents WHERE killed >= 10 ORDER BY incident, rule'
    """
    asked = [
        f"SELECT incident, {position} AS rule FROM incidents WHERE {to_sql(when, dialect)}"  # noqa: S608 - to_sql writes from a checked tree
        for position, when in enumerate(conditions)
        if when is not None
    ]
    return " UNION ALL ".join(asked) + " ORDER BY incident, rule" if asked else ""


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
    import duckdb  # noqa: PLC0415 - heavy, and never needed to look a level up

    with duckdb.connect(":memory:", config={"enable_external_access": "false"}) as connection:
        connection.execute(f"CREATE TABLE incidents (incident INTEGER, {_TABLE})")
        columns = [list(range(len(rows))), *([row[name] for row in rows] for name in COLUMNS)]
        connection.execute(f"INSERT INTO incidents SELECT unnest(?::INTEGER[]), {_LISTS}", columns)
        return tuple((row, rule) for row, rule in connection.execute(query).fetchall())

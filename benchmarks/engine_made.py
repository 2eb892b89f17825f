# ruff: noqa: S608 - every query here is made of our own words and numbers
"""Generated incidents for benchmarks/engine.py: ten years, 3,700 regions, types of the rules."""

from datetime import date

import duckdb

from advisory.assessment.engine import fold
from advisory.assessment.scoring import EXTRA
from advisory.resources import folder
from advisory.rulebook.load import load_rulebook

REGIONS, DAYS, WEEKS = 3_700, 3_650, 520
TODAY = date.fromordinal(DAYS - 1)
FIRST = DAYS - 1 - 7 * (WEEKS + 1)


def make(path: str, incidents: int) -> None:
    """Write a database of generated incidents: skewed types and tolls, some of them unknown."""
    book = load_rulebook([folder("rules")])
    kinds = [
        (n, name, kind.category.value, kind.family, kind.hazard.value, kind.unknown_killed)
        for n, (name, kind) in enumerate(book.types.items())
    ]
    with duckdb.connect(path) as connection:
        connection.execute(
            "CREATE TABLE types (n INTEGER, type VARCHAR, category VARCHAR, family VARCHAR, "
            "hazard VARCHAR, unknown_killed INTEGER)"
        )
        connection.executemany("INSERT INTO types VALUES (?, ?, ?, ?, ?, ?)", kinds)
        connection.execute("SELECT setseed(0.5)")
        connection.execute(f"""
            CREATE TABLE incidents AS
            SELECT i::INTEGER AS incident, (random() * {REGIONS - 1})::INTEGER AS region,
                   (i * {DAYS} // {incidents})::INTEGER AS happened, type, category, family, hazard,
                   ['reported', 'confirmed', 'denied'][1 + (random() * 2)::INTEGER] AS status,
                   killed, killed AS killed_low, killed + 2 AS killed_high,
                   killed // 2 AS killed_civilians,
                   coalesce(killed, unknown_killed)::INTEGER AS killed_scored, killed AS injured,
                   1 + (random() * 5)::INTEGER AS credibility,
                   ['A', 'B', 'C', 'D', 'E', 'F'][1 + (random() * 5)::INTEGER] AS reliability,
                   1 AS origins, 'XX' AS country, 'XX-1' AS admin1,
                   ['capital', 'seat', 'place', 'admin1'][1 + (random() * 3)::INTEGER]
                       AS place_kind,
                   [' ', ' hotel ', ' aid_worker '][1 + (pow(random(), 4) * 2)::INTEGER] AS targets,
                   ' ' AS weapons, random() < 0.02 AS announced
            FROM (SELECT i, (random() * random() * {len(kinds) - 1})::INTEGER AS n,
                         CASE WHEN random() < 0.2 THEN NULL
                              ELSE (pow(random(), 6) * 40)::INTEGER END AS killed
                  FROM range({incidents}) AS made(i)) JOIN types USING (n) ORDER BY i
        """)
        fold(connection, tuple(EXTRA))

# ruff: noqa: S608 - every query here is made of our own words and numbers
"""How much the compiled query costs beside queries and loops that were written by hand.

Usage: python benchmarks/engine.py [INCIDENTS...]       (1000000 5000000 unless said)

Incidents are generated over ten years and 3,700 regions, of the types of the rule base, and kept in
a database file. Each way of scoring them runs in a process of its own, in turn with the others,
three times; told are the median of its CPU seconds, and its peak memory. What is compared:

as of one day   the compiled query, every rule's points of every region kept; three queries by hand,
                which keep one sum a region, and one that keeps each rule's too; and, for the
                results alone, a loop over dicts
folding         the tables that the compiled query reads, made of the plain one; the cost of each
                day after the first is the query's alone
520 weeks       the compiled sums and the recurrence, every rule's points of every region and week
                kept; and a recurrence by hand, which keeps one sum a region and week
levels          what the floors count on the day (told apart; there is no query by hand)

The queries by hand say the rules of today anew. Where a rule has changed since, the results do not
agree, and the script says so and fails.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from advisory.assessment.engine import SETTINGS, fold
from advisory.assessment.points import Numbers, numbers_in_force
from advisory.assessment.recurrence import AsOfs, history
from advisory.assessment.scoring import EXTRA, count_query, score_query
from advisory.resources import folder
from advisory.rulebook.book import Rulebook, Scale
from advisory.rulebook.conditions import to_sql
from advisory.rulebook.load import load_rulebook

Result = tuple[np.ndarray, float]

REGIONS, DAYS, WEEKS, ROUNDS, WIDE = 3_700, 3_650, 520, 3, 58
TODAY = date.fromordinal(DAYS - 1)
FIRST = DAYS - 1 - 7 * (WEEKS + 1)
NAMES = (
    "compiled",
    "folding",
    "hand",
    "hand_by_type",
    "hand_by_kind",
    "hand_by_rule",
    "weeks",
    "weeks_by_hand",
    "floors",
)
HANDS = ("hand", "hand_by_type", "hand_by_kind", "hand_by_rule")
WORDS = {
    "compiled": "as of one day, compiled, contributions kept",
    "folding": "folding the plain table for it, once for all days",
    "hand": "as of one day, by hand, on a plain table",
    "hand_by_type": "as of one day, by hand, plain table and table of types",
    "hand_by_kind": "as of one day, by hand, on the tables of the engine",
    "hand_by_rule": "the same, a sum for each region and rule kept",
    "weeks": "520 weeks, compiled, contributions kept",
    "weeks_by_hand": "520 weeks, by hand in numpy",
    "floors": "levels: what the floors count",
}

# One weight an incident, for no two of them speak of one type; those of the same numbers together.
RULES_BY_HAND = (
    ("category = 'airstrike'", 4, 2, 40, 75),
    (
        """category = 'shelling' OR (hazard = 'ground_combat' AND category = 'clash')
        OR (hazard = 'terrorism' AND category IN ('attack', 'bombing')
            AND type <> 'bomb_defused')""",
        2,
        2,
        20,
        75,
    ),
    ("type IN ('ied_explosion', 'mine_explosion')", 1, 2, 20, 75),
    ("type IN ('ambush', 'convoy_attack')", 4, 2, 20, 75),
    ("type = 'banditry'", 3, 1, 15, 180),
    ("category = 'protest'", 1, 2, 20, 21),
    ("category = 'riot' OR type = 'looting'", 2, 4, 40, 21),
    ("hazard = 'kidnapping' AND category IN ('kidnapping', 'hijacking')", 2, 2, 20, 90),
    ("hazard = 'violent_crime'", 1, 2, 20, 75),
    ("family = 'control'", 20, 0, 1e12, 75),
    ("hazard = 'communications'", 4, 0, 1e12, 14),
    ("type IN ('coup', 'coup_attempt')", 30, 0.5, 60, 90),
    ("type = 'mutiny'", 12, 0.5, 40, 60),
    ("type IN ('detention_of_foreigner', 'expulsion')", 10, 0, 1e12, 365),
    ("type = 'mass_arrest'", 3, 0, 1e12, 60),
    ("hazard = 'epidemic'", 6, 0.1, 30, 60),
    ("hazard = 'movement_restriction'", 3, 0, 1e12, 14),
    ("hazard = 'natural_hazard'", 4, 0.2, 50, 30),
    ("type = 'strike_action'", 1, 0, 1e12, 7),
    ("hazard = 'supply_and_access' AND type <> 'strike_action'", 4, 0, 1e12, 30),
    ("hazard = 'terrorism' AND type IN ('bomb_defused', 'plot_foiled')", 4, 0, 1e12, 120),
    ("hazard = 'transport_accident'", 1, 0.1, 5, 60),
)
FACTOR = (
    "(CASE credibility WHEN 3 THEN 8e-1 WHEN 4 THEN 5e-1 WHEN 5 THEN 1e-1 WHEN 6 THEN 8e-1 "
    "ELSE 1e0 END * CASE reliability WHEN 'C' THEN 9e-1 WHEN 'D' THEN 7e-1 WHEN 'E' THEN 4e-1 "
    "WHEN 'F' THEN 9e-1 ELSE 1e0 END)"
)
HORIZON = load_rulebook([folder("rules")]).scale.horizon_days
SPAN_BY_HAND = f"happened BETWEEN {DAYS - 1 - HORIZON} AND {DAYS - 1}"
SUM_BY_HAND = (
    f"sum(least(base + per * killed_scored, cap) * {FACTOR} "
    f"* exp(0.6931471805599453::DOUBLE * (happened - {DAYS - 1}) / half)) AS points"
)


def by_hand(column: int) -> str:
    """Return a CASE over the rules that gives one of their numbers."""
    cases = " ".join(f"WHEN {rule[0]} THEN {rule[column]}" for rule in RULES_BY_HAND)
    return f"(CASE {cases} END)::DOUBLE"


def query_by_hand() -> str:
    """One pass over the plain rows."""
    cases = " ".join(
        f"WHEN {when} THEN least({base} + {per} * killed_scored, {cap}) "
        f"* exp(0.6931471805599453::DOUBLE * (happened - {DAYS - 1}) / {half})"
        for when, base, per, cap, half in RULES_BY_HAND
    )
    return (
        f"SELECT region, sum((CASE {cases} END) * {FACTOR}) AS points FROM coded "
        f"WHERE happened BETWEEN {DAYS - 1 - HORIZON} AND {DAYS - 1} AND NOT announced "
        "GROUP BY region"
    )


def query_by_hand_by_type() -> str:
    """The numbers of each type first, then one pass over the plain rows."""
    return (
        f"WITH numbers AS MATERIALIZED (SELECT type, {numbers_by_hand()} FROM types) "
        f"SELECT region, {SUM_BY_HAND} FROM coded JOIN numbers USING (type) "
        f"WHERE half > 0 AND NOT announced AND {SPAN_BY_HAND} GROUP BY region"
    )


def query_by_hand_by_kind(*, kept: bool = False) -> str:
    """The numbers of each kind first, then one pass over the facts; `kept` by rule or not."""
    keys = "region, rule" if kept else "region"
    return (
        f"WITH numbers AS MATERIALIZED (SELECT kind, {numbers_by_hand()} FROM kinds "
        f"WHERE NOT announced) SELECT {keys}, {SUM_BY_HAND} FROM facts JOIN numbers USING (kind) "
        f"WHERE half > 0 AND {SPAN_BY_HAND} GROUP BY {keys}"
    )


def numbers_by_hand() -> str:
    """Return the columns base, per, cap, half and rule of a kind or type."""
    names = ("base", "per", "cap", "half")
    cases = " ".join(f"WHEN {rule[0]} THEN {n}" for n, rule in enumerate(RULES_BY_HAND))
    columns = [f"{by_hand(n)} AS {name}" for n, name in enumerate(names, 1)]
    return ", ".join([*columns, f"(CASE {cases} END)::UTINYINT AS rule"])


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
            CREATE TABLE coded AS
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


def run(name: str, path: str) -> Result:
    """Run one way, once to warm up; return the points by region (and week), and CPU seconds."""
    book = load_rulebook([folder("rules")])
    if name == "folding":
        return folding(path)
    with duckdb.connect(path, read_only=True, config={"threads": 2, **SETTINGS}) as connection:
        if name == "weeks":
            return timed(lambda: compiled_weeks(connection, book))
        if name == "weeks_by_hand":
            arrays = arrays_of(connection)
            return timed(lambda: weeks_by_hand(arrays))
        query = {
            "compiled": score_query(book, TODAY),
            "hand": query_by_hand(),
            "hand_by_type": query_by_hand_by_type(),
            "hand_by_kind": query_by_hand_by_kind(),
            "hand_by_rule": query_by_hand_by_kind(kept=True),
            "floors": count_query(book.floors),
        }[name]
        connection.execute(query).fetchnumpy()
        found, seconds = timed(lambda: connection.execute(query).fetchnumpy())
    column = "points" if "points" in found else "incidents"
    return np.bincount(found["region"], weights=found[column], minlength=REGIONS), seconds


def folding(path: str) -> Result:
    """Fold a copy of the plain table in memory; what is compared is how many lie in each region."""
    with duckdb.connect(":memory:", config={"threads": 2}) as connection:
        connection.execute(f"ATTACH '{path}' AS made (READ_ONLY)")
        connection.execute("CREATE TABLE coded AS SELECT * FROM made.coded")
        _, seconds = timed(lambda: fold(connection, tuple(EXTRA)))
        counts = connection.execute("SELECT region, count(*) FROM facts GROUP BY 1").fetchnumpy()
    return np.asarray(counts["region"]), seconds


def compiled_weeks(connection: duckdb.DuckDBPyConnection, book: Rulebook) -> np.ndarray:
    """The points of every rule at every week, kept; what is compared is their sum."""
    as_ofs = AsOfs(FIRST, 7, WEEKS + 2)
    kept, total = {}, np.zeros((as_ofs.times, REGIONS))
    for rule, points in history(connection, book, TODAY, as_ofs, REGIONS):
        kept[rule] = points
        total += points
    return total


def arrays_of(connection: duckdb.DuckDBPyConnection) -> dict[str, np.ndarray]:
    """The facts as arrays, and for each incident the number of its rule by hand; not timed."""
    cases = " ".join(f"WHEN {rule[0]} THEN {n}" for n, rule in enumerate(RULES_BY_HAND))
    return connection.execute(
        f"SELECT region, happened, killed_scored, {FACTOR} AS factor, (CASE {cases} END) AS rule "
        "FROM coded WHERE NOT announced AND rule IS NOT NULL ORDER BY happened"
    ).fetchnumpy()


def weeks_by_hand(arrays: dict[str, np.ndarray]) -> np.ndarray:
    """Points summed by half-life, then one recurrence for each: as short as a hand makes it."""
    numbers = np.array([rule[1:] for rule in RULES_BY_HAND], dtype=float)
    base, per, cap, half = numbers[arrays["rule"]].T
    points = np.minimum(base + per * arrays["killed_scored"], cap) * arrays["factor"]
    week, age = divmod(arrays["happened"] - FIRST + 6, 7)
    age = 6 - age
    points *= 2.0 ** (-age / half)
    where = week * REGIONS + arrays["region"]
    total = np.zeros((WEEKS + 2, REGIONS))
    for paced in np.unique(numbers[:, 3]):
        mine = half == paced
        early, late = (
            np.bincount(where[part], weights=points[part], minlength=total.size)
            for part in (mine & (age > 0), mine & (age == 0))
        )
        total += recurrence(early.reshape(total.shape), late.reshape(total.shape), paced)
    return total


def recurrence(early: np.ndarray, late: np.ndarray, half_life: float) -> np.ndarray:
    """What is there at each week: what was, decayed, and what is new, less what is too old."""
    kept, decay = HORIZON // 7, 2.0 ** (-7 / half_life)
    points = early + late
    for n in range(1, len(points)):
        points[n] += points[n - 1] * decay
        if n >= kept:
            points[n] -= early[n - kept] * 2.0 ** (-HORIZON / half_life)
        if n > kept:
            points[n] -= late[n - kept - 1] * 2.0 ** (-(HORIZON + 7) / half_life)
    return points


def naive(path: str) -> Result:
    """Return the points of each region as of the day, by a loop over dicts, and its CPU seconds."""
    book = load_rulebook([folder("rules")])
    kinds = matches(path, book)
    with duckdb.connect(path, read_only=True) as connection:
        told = connection.execute(
            "SELECT region, happened, type, killed_scored, credibility, reliability, announced "
            f"FROM coded WHERE happened >= {DAYS - 1 - HORIZON}"
        )
        names = [column[0] for column in told.description]
        rows = [dict(zip(names, row, strict=True)) for row in told.fetchall()]
    return timed(lambda: loop(rows, kinds, book.scale))


def matches(path: str, book: Rulebook) -> dict[str, list[Numbers]]:
    """Return for each type the numbers of the rules that speak of it, asked one by one."""
    found = {name: [] for name in book.types}
    with duckdb.connect(path, read_only=True) as connection:
        for rule in book.weights:
            query = f"SELECT DISTINCT type FROM kinds WHERE NOT announced AND ({to_sql(rule.when)})"
            for (name,) in connection.execute(query).fetchall():
                found[name].append(numbers_in_force(rule, TODAY))
    return found


def loop(rows: list[dict[str, Any]], kinds: dict[str, list[Numbers]], scale: Scale) -> np.ndarray:
    """Add up the points, one incident after the other."""
    points = np.zeros(REGIONS)
    for row in rows:
        if row["announced"]:
            continue
        factor = (
            scale.credibility_factor[row["credibility"]]
            * scale.reliability_factor[row["reliability"]]
        )
        for numbers in kinds[row["type"]]:
            given = min(numbers.points + numbers.per_killed * row["killed_scored"], numbers.cap)
            age = DAYS - 1 - row["happened"]
            points[row["region"]] += given * factor * 2 ** (-age / numbers.half_life_days)
    return points


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what some work gives, and the CPU seconds of this process that it took."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    found = work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    spent = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return found, spent


def child(name: str, path: str, out: str) -> None:
    """Run one way in this process and tell its cost; keep its points for comparison."""
    found, seconds = naive(path) if name == "naive" else run(name, path)
    np.save(out, found)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak}))


def measured(name: str, path: Path, out: Path) -> tuple[float, float]:
    """Return the CPU seconds and peak memory of one way, in a process of its own."""
    command = [sys.executable, __file__, "--child", name, str(path), str(out)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    found = json.loads(told.stdout)
    return found["seconds"], found["peak"]


def compare(incidents: int) -> bool:
    """Print what each way costs, the ratios, and how far the results lie apart."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "incidents.db"
        subprocess.run([sys.executable, __file__, "--make", str(path), str(incidents)], check=True)  # noqa: S603 - ours
        runs = {name: [] for name in NAMES}
        for _ in range(ROUNDS):
            for name in NAMES:
                runs[name].append(measured(name, path, Path(scratch) / f"{name}.npy"))
        measured("naive", path, Path(scratch) / "naive.npy")
        points = {name: np.load(Path(scratch) / f"{name}.npy") for name in (*NAMES, "naive")}
    print(f"\n{incidents:,} incidents, {REGIONS:,} regions, {DAYS:,} days")
    seconds = {name: statistics.median(one[0] for one in told) for name, told in runs.items()}
    for name, told in runs.items():
        peak = max(one[1] for one in told)
        print(f"{WORDS[name]:<{WIDE}} {seconds[name]:7.3f} s CPU {peak:7.0f} MiB")
    for name in HANDS:
        ratio = seconds["compiled"] / seconds[name]
        print(f"compiled to {WORDS[name]:<{WIDE - 12}} {ratio:7.2f}")
    ratio = (seconds["compiled"] + seconds["folding"]) / seconds["hand"]
    print(f"{'compiled and folding to by hand on a plain table':<{WIDE}} {ratio:7.2f}")
    ratio = seconds["weeks"] / seconds["weeks_by_hand"]
    print(f"{'520 weeks: compiled to by hand':<{WIDE}} {ratio:7.2f}")
    apart = max(
        *(np.abs(points["compiled"] - points[n]).max() for n in (*HANDS, "naive")),
        np.abs(points["weeks"] - points["weeks_by_hand"]).max(),
        np.abs(points["weeks"][-1] - points["compiled"]).max(),
    )
    print(f"{'largest difference between any two':<{WIDE}} {apart:.1e}")
    return apart <= 1e-9


def main() -> None:
    """Compare for each number of incidents; exit 1 where results differ by more than 1e-9."""
    match sys.argv[1:]:
        case ["--make", path, incidents]:
            make(path, int(incidents))
        case ["--child", name, path, out]:
            child(name, path, out)
        case numbers:
            asked = [int(number) for number in numbers] or [1_000_000, 5_000_000]
            agreed = [compare(incidents) for incidents in asked]
            sys.exit(0 if all(agreed) else 1)


if __name__ == "__main__":
    main()

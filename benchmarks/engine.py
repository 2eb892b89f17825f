"""How much the compiled query costs beside queries and loops that were written by hand.

Usage: python benchmarks/engine.py [INCIDENTS...]       (1000000 5000000 unless said)

Incidents are generated over ten years and 3,700 regions, of the types of the rule base, and folded
once into the tables of `assessment.engine`. Rivals take turns in one process, each after the other,
and each is told with the median of its CPU seconds; a ratio is the median of the ratios of turns,
so that what else the machine does falls on both sides of it.

Which query is "the best by hand with the same rules"? The one that gives the same: the points that
each rule gives each region, for that is what every level is explained by. It may lay its tables out
as it likes; nothing was found that beats the tables of the engine, so it has those (`by rule`).
Three more are told that give less, one sum a region and nothing to explain it by: on the tables of
the engine, on a plain table with a table of types, and on a plain table alone. The price of keeping
every contribution is the ratio to the first of these; the other two are what is written where
nobody thinks of layout, and there folding is the price, paid once for all days.

The 520 weeks are scores, as a replay has them: one sum a region and week, on both sides. The hand
is given the rule and the weight of each incident beforehand, the query finds them. What the floors
count is told apart; there is no query by hand. A loop over dicts is there for its results. The
queries by hand say the rules of today anew: where a rule has changed since, the results do not
agree, and the script says so and fails.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import engine_hand as hand
import numpy as np
from engine_made import DAYS, FIRST, REGIONS, TODAY, WEEKS, make

from advisory.assessment.engine import SETTINGS, fold
from advisory.assessment.recurrence import history
from advisory.assessment.scoring import EXTRA, AsOfs, count_query, score_query
from advisory.resources import folder
from advisory.rulebook.load import load_rulebook

Way = Callable[[], Any]

TURNS, WIDE, ENOUGH = 11, 62, 1e-9
COMPILED, WEEKS_COMPILED = "as of one day, compiled, by rule", "520 weeks, compiled"
BY_RULE = "as of one day, by hand, by rule"
ONE_SUM = "as of one day, by hand, one sum a region"
ON_TYPES = "as of one day, by hand, one sum, plain table and types"
ON_PLAIN = "as of one day, by hand, one sum, plain table"
WEEKS_BY_HAND = "520 weeks, by hand in numpy"
FLOORS = "levels: what the floors count"
FOLDING = "folding the plain table, once for all days"
TURN_BY_TURN = (
    (COMPILED, (BY_RULE, ONE_SUM, ON_TYPES, ON_PLAIN)),
    (WEEKS_COMPILED, (WEEKS_BY_HAND,)),
)


def ways(connection: duckdb.DuckDBPyConnection) -> dict[str, Way]:
    """Return everything that is timed, ready to be called again and again."""
    book = load_rulebook([folder("rules")])
    arrays = hand.arrays_of(connection)
    as_ofs = AsOfs(FIRST, 7, WEEKS + 2)
    queries = {
        COMPILED: score_query(book, TODAY),
        BY_RULE: hand.on_kinds("region, rule"),
        ONE_SUM: hand.on_kinds("region"),
        ON_TYPES: hand.on_types(),
        ON_PLAIN: hand.on_plain(),
        FLOORS: count_query(book.floors),
    }
    asked = {
        name: lambda query=query: connection.execute(query).fetchnumpy()
        for name, query in queries.items()
    }
    return {
        **asked,
        WEEKS_COMPILED: lambda: history(connection, book, TODAY, as_ofs, REGIONS),
        WEEKS_BY_HAND: lambda: hand.weeks_by_hand(arrays),
    }


def race(path: str) -> None:
    """Let the rivals take turns in this process; print every turn's seconds, and the differences.

    The first turn warms up.
    """
    with duckdb.connect(path, read_only=True, config={"threads": 2, **SETTINGS}) as connection:
        named = ways(connection)
        spent: dict[str, list[float]] = {}
        for ours, theirs in (*TURN_BY_TURN, (FLOORS, ())):
            results = turns(named, (ours, *theirs), spent)
            if ours == COMPILED:
                by_region = {name: sums(one) for name, one in results.items()}
                by_region["naive"] = naive(connection)
            elif theirs:
                weeks = [results[ours], results[theirs[0]]]
    apart = [np.abs(by_region[COMPILED] - one).max() for one in by_region.values()]
    apart += [np.abs(weeks[0] - weeks[1]).max(), np.abs(weeks[0][-1] - by_region[COMPILED]).max()]
    print(json.dumps({"spent": spent, "apart": float(max(apart))}))


def turns(
    named: Mapping[str, Way], names: tuple[str, ...], spent: dict[str, list[float]]
) -> dict[str, Any]:
    """Call these ways one after the other, several times; return what each gave last."""
    results = {}
    for turn in range(TURNS + 1):
        for name in names:
            results[name], seconds = timed(named[name])
            if turn:
                spent.setdefault(name, []).append(seconds)
    return results


def sums(found: Mapping[str, np.ndarray]) -> np.ndarray:
    """Return the points of each region."""
    return np.bincount(found["region"], weights=found["points"], minlength=REGIONS)


def naive(connection: duckdb.DuckDBPyConnection) -> np.ndarray:
    """Return the points of each region by a loop over dicts."""
    book = load_rulebook([folder("rules")])
    return hand.loop(hand.rows_of(connection), hand.matches(connection, book), book.scale)


def alone(name: str, path: str) -> None:
    """Run one way, alone in this process; print its seconds and the peak of the memory."""
    if name == FOLDING:
        seconds = folding(path)
    else:
        book, as_ofs = load_rulebook([folder("rules")]), AsOfs(FIRST, 7, WEEKS + 2)
        with duckdb.connect(path, read_only=True, config={"threads": 2, **SETTINGS}) as connection:
            way = {
                COMPILED: lambda: connection.execute(score_query(book, TODAY)).fetchnumpy(),
                WEEKS_COMPILED: lambda: history(connection, book, TODAY, as_ofs, REGIONS),
            }[name]
            _, seconds = timed(way)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak}))


def folding(path: str) -> float:
    """Fold a copy of the plain table in memory; return its CPU seconds."""
    with duckdb.connect(":memory:", config={"threads": 2}) as connection:
        connection.execute(f"ATTACH '{path}' AS made (READ_ONLY)")
        connection.execute("CREATE TABLE incidents AS FROM made.incidents")
        return timed(lambda: fold(connection, tuple(EXTRA)))[1]


def timed(work: Way) -> tuple[Any, float]:
    """Return what some work gives, and the CPU seconds of this process that it took."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    found = work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    spent = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return found, spent


def child(*words: str) -> dict[str, Any]:
    """Return what this script says when it is called with these words, in a process of its own."""
    command = [sys.executable, __file__, *words]
    told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return json.loads(told.stdout or "{}")


def compare(incidents: int) -> bool:
    """Print what each way costs, the ratios, and how far the results lie apart."""
    with tempfile.TemporaryDirectory() as scratch:
        path = str(Path(scratch) / "incidents.db")
        child("--make", path, str(incidents))
        raced = child("--race", path)
        apiece = {n: child("--alone", n, path) for n in (COMPILED, WEEKS_COMPILED, FOLDING)}
    spent: dict[str, list[float]] = raced["spent"]
    print(f"\n{incidents:,} incidents, {REGIONS:,} regions, {DAYS:,} days; {TURNS} turns")
    for name, seconds in spent.items():
        print(f"{name:<{WIDE}} {statistics.median(seconds):7.3f} s CPU")
    print(f"{FOLDING:<{WIDE}} {apiece[FOLDING]['seconds']:7.3f} s CPU")
    for name, one in apiece.items():
        print(f"{'peak memory: ' + name:<{WIDE}} {one['peak']:7.0f} MiB")
    for ours, theirs in TURN_BY_TURN:
        for name in theirs:
            pairs = zip(spent[ours], spent[name], strict=True)
            ratio = statistics.median(one / other for one, other in pairs)
            print(f"{'compiled to ' + name:<{WIDE}} {ratio:7.2f}")
    print(f"{'largest difference between any two':<{WIDE}} {raced['apart']:.1e}")
    return raced["apart"] <= ENOUGH


def main() -> None:
    """Compare for each number of incidents; exit 1 where results differ by more than 1e-9."""
    match sys.argv[1:]:
        case ["--make", path, incidents]:
            make(path, int(incidents))
        case ["--race", path]:
            race(path)
        case ["--alone", name, path]:
            alone(name, path)
        case numbers:
            asked = [int(number) for number in numbers] or [1_000_000, 5_000_000]
            agreed = [compare(incidents) for incidents in asked]
            sys.exit(0 if all(agreed) else 1)


if __name__ == "__main__":
    main()

"""Resolve generated mentions of five years, at four sizes; print seconds, memory and exponent.

usage: python benchmarks/incidents.py [MENTIONS ...]

An incident is told one to five times, by reports that differ as reports do: one in ten gives no
day, one in ten only the region, tolls differ by a few. The incidents lie in 500 towns of 25
countries, so the larger the number the denser they lie: that is what makes it worse than linear.
Each size is a process of its own; the time is CPU time on one core. The exponent says how the
seconds grow from one size to the next: 1 is linear, 2 quadratic.

Then the history is built of all but the last day, and that day of 50 mentions is learnt: what it
costs must not grow with what was known before. It grows a little, for the archive is denser: the
groups that a new mention joins are larger.
"""

import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from advisory.incidents.history import History
from advisory.incidents.resolve import resolve
from advisory.model.incident import Account, Mention
from advisory.model.marking import Reliability, SourceKind, Tlp
from advisory.model.value import Actor, Count, DateRange, Place, Span
from advisory.model.vocabulary import ActorRole, Category, Hazard, Precision

SIZES = (10_000, 31_623, 100_000, 316_228)
NEW_DAY = 50
DAYS = 5 * 365
FIRST = date(2020, 1, 1)
TYPES = {
    "airstrike": "air", "shelling": "indirect_fire", "armed_clash": "armed", "ambush": "armed",
    "car_bombing": "explosion", "kidnapping": "abduction", "protest": "crowd", "murder": "killing",
}  # fmt: skip
ACTORS = tuple(Actor(f"Group {letter}", ActorRole.PERPETRATOR) for letter in "ABCDEFGH")


def towns() -> list[tuple[Place, Place]]:
    """Return each town with its region."""
    made = []
    for number in range(500):
        country, region = f"C{number % 25}", f"C{number % 25}-{number % 100}"
        latitude, longitude = (number % 25) * 4.0, (number // 25) * 3.0
        around = Place(
            region, country, precision=Precision.ADMIN1, kind="admin1", regions=(country, region)
        )
        town = Place(
            f"Town {number}",
            country,
            latitude=latitude,
            longitude=longitude,
            regions=(country, region, f"town:{number}"),
        )
        made.append((town, around))
    return made


def accounts(many: int) -> Iterator[Account]:
    """Yield so many accounts, those of one incident one after the other."""
    dice, places, told = random.Random(7), towns(), 0  # noqa: S311 - a benchmark
    while told < many:
        town, around = dice.choice(places)
        kind, toll = dice.choice(list(TYPES)), dice.randrange(40)
        day, actor = FIRST + timedelta(days=dice.randrange(DAYS)), dice.choice(ACTORS)
        for _ in range(min(dice.randint(1, 5), many - told)):
            number = told
            told += 1
            hour = timedelta(days=dice.randrange(3), minutes=dice.randrange(1440))
            killed = toll + dice.choice((0, 0, 0, 1, 2))
            owner = f"owner {dice.randrange(60)}"
            yield Account(
                mention=Mention(
                    id=f"m{number:08d}",
                    report=f"r{number:08d}",
                    type=kind,
                    category=Category.OTHER,
                    hazard=Hazard.GROUND_COMBAT,
                    trigger=Span(0, 6, "struck"),
                    place=around if dice.random() < 0.1 else town,
                    date=None if dice.random() < 0.1 else DateRange(day, day),
                    killed=Count.exactly(killed),
                    actors=(actor,) if dice.random() < 0.5 else (),
                ),
                source=owner,
                owner=owner,
                origin=owner,
                reliability=Reliability.C,
                tlp=Tlp.CLEAR,
                known_at=datetime(day.year, day.month, day.day, tzinfo=UTC) + hour,
                kind=SourceKind.PUBLISHED,
            )


def measure(many: int) -> dict[str, float]:
    """Return the figures of one size."""
    told = list(accounts(many))
    started = time.process_time()
    count = len(resolve(told, families=TYPES))
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {"mentions": many, "incidents": count, "seconds": seconds, "peak": peak}
    return figures | (new_day(told) if many <= SIZES[2] else {})


def new_day(told: list[Account]) -> dict[str, float]:
    """Return what one more day costs, beside all the days before."""
    told.sort(key=lambda account: account.known_at)
    history = History(TYPES, {})
    started = time.process_time()
    history.learn(told[:-NEW_DAY])
    built = time.process_time() - started
    started = time.process_time()
    touched = history.learn(told[-NEW_DAY:])
    return {"built": built, "day": time.process_time() - started, "touched": len(touched)}


def line(figures: dict[str, float], before: dict[str, float] | None) -> str:
    """Return the figures in words."""
    said = "{mentions:>9,} mentions: {incidents:>7,} incidents in {seconds:6.1f} s".format(
        **figures
    )
    if before:
        grown = math.log(figures["seconds"] / before["seconds"])
        said += f", exponent {grown / math.log(figures['mentions'] / before['mentions']):.2f}"
    said += f", peak {figures['peak']:.0f} MiB"
    if "day" in figures:
        said += (
            f"; history in {figures['built']:.1f} s, then a day of {NEW_DAY} mentions"
            f" in {1000 * figures['day']:.0f} ms ({figures['touched']} versions touched)"
        )
    return said


def main() -> None:
    """Measure each size in a process of its own."""
    sizes = [int(one) for one in sys.argv[1:]] or list(SIZES)
    if len(sizes) == 1:
        print(json.dumps(measure(sizes[0])))
        return
    before = None
    for size in sizes:
        ours = [sys.executable, __file__, str(size)]
        found = subprocess.run(ours, check=True, capture_output=True)  # noqa: S603 - ours
        figures = json.loads(found.stdout)
        print(line(figures, before), flush=True)
        before = figures


if __name__ == "__main__":
    main()

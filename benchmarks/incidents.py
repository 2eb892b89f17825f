"""Resolve generated mentions of five years, at four sizes; print seconds and memory of each.

usage: python benchmarks/incidents.py [MENTIONS ...]

An incident is told one to five times, by reports that differ as reports do: one in ten gives no
day, one in ten only the region, tolls differ by a few. The incidents lie in 500 towns of 25
countries, so the larger the number the denser they lie: that is what makes it worse than linear.
Each size is a process of its own; the time is CPU time on one core.
"""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from advisory.incidents.history import incident_versions
from advisory.incidents.resolve import resolve
from advisory.model.incident import Account, Mention
from advisory.model.marking import Reliability, SourceKind, Tlp
from advisory.model.value import Actor, Count, DateRange, Place, Span
from advisory.model.vocabulary import ActorRole, Category, Hazard, Precision

SIZES = (10_000, 32_000, 100_000, 1_000_000)
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


def measure(many: int) -> None:
    """Print one line of figures."""
    told = list(accounts(many))
    started = time.process_time()
    incidents = resolve(told, families=TYPES)
    resolved = time.process_time() - started
    count, peak = len(incidents), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    del incidents
    line = f"{many:>9,} mentions: {count:>7,} incidents in {resolved:6.1f} s, peak {peak:5.0f} MiB"
    if many <= SIZES[2]:
        started = time.process_time()
        versions = len(incident_versions(told, families=TYPES))
        line += f"; {versions:,} versions in {time.process_time() - started:.1f} s"
    print(line)


def main() -> None:
    """Measure each size in a process of its own."""
    sizes = [int(one) for one in sys.argv[1:]] or list(SIZES)
    if len(sizes) == 1:
        measure(sizes[0])
        return
    for size in sizes:
        subprocess.run([sys.executable, __file__, str(size)], check=True)  # noqa: S603 - ours


if __name__ == "__main__":
    main()

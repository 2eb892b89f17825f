"""Take in a table of a million generated rows in the columns of UCDP GED; print rows a second.

usage: python benchmarks/tables.py [ROWS]

What is timed is what `advisory ingest` does before anything is read: from the file to the store on
the disk. The time is CPU time, user and system; the memory is the peak of the process. One row in a
thousand is bad and must be quarantined, no more and no less.
"""

import csv
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from advisory.intake.intake import take_in
from advisory.pipeline.ingest import take_all
from advisory.resources import folder
from advisory.rulebook.load import load_rulebook
from advisory.store.store import Store

HEADER = """
    id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id
    conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a
    side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date
    source_headline source_original where_prec where_coordinates where_description adm_1 adm_2
    latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec
    date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob
""".split()  # noqa: SIM905 - the columns in the order of the codebook
TOWNS = (
    ("Kidal town", "Kidal region", "Mali", 18.4411, 1.4078),
    ("Djibo town", "Sahel region", "Burkina Faso", 14.1022, -1.6306),
    ("Goma town", "Nord-Kivu province", "DR Congo (Zaire)", -1.6741, 29.2285),
    ("El Fasher town", "North Darfur state", "Sudan", 13.6279, 25.3494),
    ("Bakhmut city", "Donetsk oblast", "Ukraine", 48.5956, 38.0000),
)
BAD_EACH = 1000


def rows(many: int) -> Iterator[list[object]]:
    """Yield the values of generated events; one in a thousand has negative deaths."""
    dice = random.Random(7)  # noqa: S311 - a benchmark
    for number in range(many):
        place, division, country, latitude, longitude = dice.choice(TOWNS)
        day = date(1989, 1, 1) + timedelta(days=dice.randrange(12_500))
        best = dice.randrange(30)
        low, high = max(best - 2, 0), best + 5
        if number % BAD_EACH == 0:
            low = -1
        event = {
            "id": number + 1, "relid": f"GEN-{day.year}-1-{number}", "year": day.year,
            "type_of_violence": dice.choice("112233"), "conflict_name": f"{country}: Government",
            "dyad_name": "Government of A - Group B", "side_a": f"Government of {country}",
            "side_b": "Group B", "number_of_sources": 1,
            "source_article": f"Agency, {day}, generated report of an attack in {place}",
            "source_office": "Agency", "source_date": day, "source_headline": "Attack reported",
            "where_prec": dice.choice("1111234"), "where_coordinates": place,
            "where_description": f"the outskirts of {place}", "adm_1": division,
            "latitude": round(latitude + dice.uniform(-1, 1), 6),
            "longitude": round(longitude + dice.uniform(-1, 1), 6), "country": country,
            "date_prec": 1, "date_start": f"{day} 00:00:00.000", "date_end": f"{day} 00:00:00.000",
            "deaths_a": 0, "deaths_b": 0, "deaths_civilians": best, "deaths_unknown": 0,
            "best": best, "high": high, "low": low,
        }  # fmt: skip
        yield [event.get(name, "") for name in HEADER]


def main() -> None:
    """Generate the table, take it in, print the figures."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    sources = load_rulebook([folder("rules")]).sources
    now = datetime.now(tz=UTC)
    with tempfile.TemporaryDirectory() as work:
        table = Path(work) / "ged.csv"
        with table.open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(HEADER)
            writer.writerows(rows(many))
        started, began = time.process_time(), time.perf_counter()
        with Store.open(Path(work) / "store.db") as store:
            tally = take_all(store, take_in([table], sources=sources, now=now), now)
        spent, passed = time.process_time() - started, time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{many:,} rows: {spent:.1f} s CPU ({passed:.1f} s in all), {many / spent:,.0f} rows a "
        f"second of CPU, peak {peak:.0f} MiB; {tally.new:,} new, {len(tally.refused):,} refused"
    )


if __name__ == "__main__":
    main()

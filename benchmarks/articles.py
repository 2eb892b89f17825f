"""Walk the five real articles down the whole road and check what must come out.

usage: python benchmarks/articles.py SHARED/articles SHARED/bench/extraction

The articles and the scorer are not part of the project; without the two folders the script says so
and stops. Everything goes through the command line, as a user would do it.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FORBIDDEN = ("Srebrenica", "Mauritania", "500")


def advisory(*arguments: str, store: Path, text: str | None = None) -> tuple[int, str]:
    """Run one command on the store; return its exit code and its standard output."""
    command = [sys.executable, "-m", "advisory", *arguments]
    run = subprocess.run(  # noqa: S603 - our own command, no shell
        [*command, "--store", str(store)] if arguments[0] != "extract" else command,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode == 1 or (arguments[0] != "ingest" and not run.stdout):
        sys.exit(f"{' '.join(command)} failed:\n{run.stderr}")
    return run.returncode, run.stdout


def documents(articles: Path) -> list[dict[str, Any]]:
    """Return the articles as JSONL reports, dated as the gold says."""
    rows = [json.loads(line) for line in (articles / "gold.jsonl").read_text().splitlines()]
    return [
        {
            "id": row["id"],
            "text": row["text"],
            "published": row["published"] or row["published_outside_text"],
            "source": f"outlet-{row['id']}",
        }
        for row in rows
    ]


def risk(store: Path, region: str, as_of: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the JSON of one look-up."""
    code, out = advisory("risk", region, "--as-of", as_of, "--json", store=store)
    return code, json.loads(out)


class Checks:
    """What was checked, and what failed."""

    def __init__(self) -> None:
        self.failed = 0

    def __call__(self, what: str, holds: object) -> None:
        """Note one claim and print whether it holds."""
        self.failed += not holds
        print(f"{'ok  ' if holds else 'FAIL'} {what}")


def check_levels(check: Checks, store: Path, incidents: list[dict[str, Any]]) -> None:
    """Hold the look-ups of three dates to what the issue asks."""
    by_id = {incident["id"]: incident for incident in incidents}
    code, early = risk(store, "Kidal", "2023-06-01")
    check("1 Jun 2023: UNKNOWN, exit 3", early["level"] is None and code == 3)
    code, first = risk(store, "Kidal", "2023-11-08")
    drivers = [by_id[i] for d in first["drivers"] for i in d["incidents"] if i in by_id]
    check("8 Nov 2023: level 4 or 5, exit 0", first["level"] in {4, 5} and code == 0)
    check("8 Nov 2023: region ML-8", first["region"]["id"] == "ML-8")
    check(
        "8 Nov 2023: driven by the strike, at least 12 killed, 20 injured, by the armed forces",
        any(
            d["category"] == "airstrike"
            and (d["killed_min"], d["killed_max"], d["injured_min"]) == (12, None, 20)
            and "Malian Armed Forces" in d["perpetrators"]
            for d in drivers
        ),
    )
    code, last = risk(store, "Kidal", "2024-08-27")
    drivers = [by_id[i] for d in last["drivers"] for i in d["incidents"] if i in by_id]
    strikes = [d for d in drivers if d["killed_min"] == 21 and d["place"] == "Tinzaouaten"]
    check("27 Aug 2024: the strike on Tinzaouaten drives it, exit 0", strikes and code == 0)
    check(
        "27 Aug 2024: 11 children among them, by one party's claim",
        any("11" in json.dumps(s["parts"]) and s["status"] == "claimed" for s in strikes),
    )


def check_incidents(check: Checks, incidents: list[dict[str, Any]]) -> None:
    """Hold the incidents of all articles together to what a careful reader finds."""
    july = [i for i in incidents if i["killed_min"] == 130]
    check("the fighting of late July is an incident of its own", len(july) == 1)
    june = [i for i in incidents if str(i["date"]).startswith("2024-06-0")]
    check("June 2024: one strike, toll unknown", len(june) == 1 and june[0]["killed_min"] is None)
    words = [span[2] for i in incidents for spans in i["evidence"].values() for span in spans]
    check("no incident of what is none", not any(f in w for f in FORBIDDEN for w in words))


def main() -> None:
    """Run all checks; leave with 1 if one failed."""
    folders = [Path(argument) for argument in sys.argv[1:3]]
    if len(folders) < 2 or not all(folder.is_dir() for folder in folders):
        sys.exit(f"The articles and the scorer are not here.\n{(__doc__ or '').strip()}")
    articles, extraction = folders
    check = Checks()
    with tempfile.TemporaryDirectory() as folder:
        store, predicted = Path(folder) / "store.db", Path(folder) / "predicted.jsonl"
        lines = "".join(json.dumps(row) + "\n" for row in documents(articles))
        (Path(folder) / "articles.jsonl").write_text(lines)
        advisory("ingest", str(Path(folder) / "articles.jsonl"), store=store)
        _, out = advisory("incidents", "ML", "--as-of", "2024-08-27", "--json", store=store)
        incidents = json.loads(out)
        check_levels(check, store, incidents)
        check_incidents(check, incidents)
        _, out = advisory("extract", "-", store=store, text=lines)
        rows = [json.loads(line) for line in out.splitlines()]
        for row in rows:
            for incident in row["incidents"]:
                incident["type"] = incident["category"]
        predicted.write_text("".join(json.dumps(row) + "\n" for row in rows))
        scored = subprocess.run(  # noqa: S603 - the scorer the user named
            [
                sys.executable,
                str(extraction / "score.py"),
                str(articles / "gold.jsonl"),
                "--pred",
                str(predicted),
                "--json",
                str(Path(folder) / "score.json"),
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        print(scored.stdout)
        f1 = json.loads((Path(folder) / "score.json").read_text())["fields"]["incident!"]["F1"]
        check(f"incident! F1 at least .90: {f1:.3f}", f1 >= 0.90)
    sys.exit(check.failed > 0)


if __name__ == "__main__":
    main()

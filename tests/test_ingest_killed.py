"""An ingest that is killed and begun again ends in the same store as one that was not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TOWNS = ("Kidal", "Gao", "Mopti", "Segou", "Timbuktu")
DEEDS = ("Gunmen killed", "A drone strike killed", "A roadside bomb killed", "Rebels killed")


def some_reports(folder: Path, pairs: int) -> Path:
    """Two reports for each pair, in all the shapes that a folder may hold, and three bad ones."""
    folder.mkdir()
    for number in range(pairs):
        town, deed = TOWNS[number % 5], DEEDS[number % 4]
        text = f"{deed} {number + 2} people in {town}, Mali, on {number % 6 + 1} November 2023."
        head = f"---\npublished: 2023-11-{number % 6 + 2:02d}\nsource: paper-{number % 3}\n---\n"
        (folder / f"{number:02d}.md").write_text(head + text)
        line = {"id": f"line-{number}", "text": f"{text} {number}", "published": "2023-11-07"}
        with (folder / "lines.jsonl").open("a") as lines:
            lines.write(json.dumps(line) + "\n")
    head = "event_id,date,type,place,country,killed_best\n"
    rows = (f"{n},2023-11-0{n},armed_attack,{TOWNS[n % 5]},Mali,{n - 1}\n" for n in range(9))
    (folder / "table.csv").write_text(head + "".join(rows))
    (folder / "bad.txt").write_text("")
    (folder / "worse.jsonl").write_text("{broken\n")
    return folder


def killed_runs(tmp_path, cache, number, pairs):
    stores = tmp_path / "stores"
    stores.mkdir()
    words = ("tests.killed_ingest", some_reports(tmp_path / "reports", pairs), stores, cache)
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", *map(str, words), str(number)],
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("number", "pairs"),
    [(3, 6), pytest.param(50, 20, marks=pytest.mark.prove)],
    ids=["three points", "fifty points"],
)
def test_killed_anywhere_and_begun_again_it_ends_in_the_same_store(
    tmp_path, gazetteer, gazetteer_cache, number, pairs
):
    assert gazetteer  # it is built before the runs begin
    told = killed_runs(tmp_path, gazetteer_cache, number, pairs)
    assert told["ends"] == [-9] * number
    assert len(set(told["digests"])) == 1
    assert len(told["digests"]) == number + 1

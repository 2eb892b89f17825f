"""Measure the reader on gold that others made: usage: extraction.py FOLDER [SET ...].

The folder holds `score.py` and sets in JSONL (`id`, `text`, `published`, `gold`); nothing of it
belongs to the project. Each set is read, its predictions are written beside the output folder
(`--out`, else a temporary one), and `score.py` prints the figures. The last line says how many
documents one second of CPU reads.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from advisory.extraction.output import to_json
from advisory.extraction.reader import Reader
from advisory.files import cache_folder
from advisory.gazetteer.gazetteer import Gazetteer
from advisory.model.text import Report
from advisory.resources import folder
from advisory.rulebook.lexicon import load_lexicon
from advisory.rulebook.load import load_rulebook

# What MUC-4 annotated: no fights between forces, no arrests, no seizures.
MUC = frozenset({"attack", "bombing", "kidnapping", "hijacking", "arson", "robbery", "strike"})


def reader() -> Reader:
    """Return the reader of the shipped rules."""
    rules = [folder("rules")]
    gazetteer = Gazetteer.open(rules, cache_folder())
    return Reader(load_lexicon(rules), load_rulebook(rules), gazetteer)


def predictions(read: Reader, gold: Path) -> Iterator[dict[str, Any]]:
    """Yield one line of predictions for each document of a set, categories as types."""
    for line in gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        published = document.get("published") or document.get("published_outside_text")
        report = Report(document["id"], document["text"], published=published)
        made = to_json(read.read(report, coverage=False))
        for incident in made["incidents"]:
            incident["fine_type"], incident["type"] = incident["type"], incident["category"]
        if str(document.get("source", "")).startswith("muc"):
            made["incidents"] = [i for i in made["incidents"] if i["type"] in MUC]
        yield made


def measure(read: Reader, score: Path, gold: Path, out: Path) -> float:
    """Score one set; return the documents read in one second of CPU."""
    target = out / gold.name
    begin = time.process_time()
    made = list(predictions(read, gold))
    spent = time.process_time() - begin
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in made)
    target.write_text("".join(lines), encoding="utf-8")
    print(f"== {gold.stem}", flush=True)
    # The scorer is the caller's own file, named on the command line.
    subprocess.run([sys.executable, score, gold, "--pred", target], check=True)  # noqa: S603
    return len(made) / spent


def main() -> None:
    """Measure the sets named, or all in the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--score", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    score = options.score or options.folder / "score.py"
    if not score.is_file():
        sys.exit(f"{score} is not there: give the folder that holds the benchmark sets.")
    names = options.sets or sorted(path.stem for path in options.folder.glob("*.jsonl"))
    read = reader()
    out = options.out or Path(tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    for name in names:
        speed = measure(read, score, options.folder / f"{name}.jsonl", out)
        print(f"{speed:.0f} documents a second of CPU", flush=True)


if __name__ == "__main__":
    main()

"""Score the gazetteer's toponyms on geoparsing corpora that others wrote.

    python benchmarks/places.py FOLDER [--cache DIR] [--errors]

FOLDER holds score.py and *_dev.jsonl (rows of id, text, toponyms with start, end, lat, lon); the
corpora are not part of this project. Printed for each: F of exact spans, and the share of the
recognised names within 161 km, once with nationalities ("Malian") and once without, because some
corpora code them and some do not; then the same share without countries, whose points are a
convention. Unlocated names are left out: they have no point. With --errors the wrongly placed
names are counted by cause.
"""

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from places_errors import causes

from advisory.files import cache_folder
from advisory.gazetteer.gazetteer import Gazetteer
from advisory.model.text import Toponym
from advisory.resources import folder

Row = dict[str, Any]


def main() -> int:
    """Score every corpus of the folder, or say that none was given."""
    parser = argparse.ArgumentParser(description="Score toponyms on corpora that others wrote.")
    parser.add_argument(
        "corpora", nargs="?", type=Path, help="folder with score.py and *_dev.jsonl"
    )
    parser.add_argument("--cache", type=Path, default=cache_folder())
    parser.add_argument("--errors", action="store_true", help="count what was wrong by cause")
    given = parser.parse_args()
    if given.corpora is None:
        print("No folder of corpora was given, so nothing is measured.", file=sys.stderr)
        return 2
    gazetteer = Gazetteer.open([folder("rules")], given.cache)
    scorer = load_scorer(given.corpora / "score.py")
    for corpus in sorted(given.corpora.glob("*_dev.jsonl")):
        gold = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
        found = {row["id"]: gazetteer.toponyms(row["text"]) for row in gold}
        print(f"{corpus.stem:14} {measured(gold, found, scorer)}")
        if given.errors:
            for cause, count in causes(gold, found, gazetteer, scorer).most_common():
                print(f"    {count:4} {cause}")
    return 0


def load_scorer(path: Path) -> ModuleType:
    """Return the scorer that came with the corpora."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def measured(gold: list[Row], found: dict[str, tuple[Toponym, ...]], scorer: ModuleType) -> str:
    """Return one line of figures for one corpus."""
    everything = scorer.score(gold, predicted(found))
    named = scorer.score(gold, predicted(found, demonyms=False))
    below = scorer.score(gold, predicted(found, countries=False))
    return (
        f"F {everything['exact']['f1']:.3f}"
        f" Acc@161 {everything['end2end']['acc161']:.3f}"
        f" | without nationalities F {named['exact']['f1']:.3f}"
        f" Acc@161 {named['end2end']['acc161']:.3f}"
        f" | below countries Acc@161 {below['end2end']['acc161']:.3f}"
    )


def predicted(
    found: dict[str, tuple[Toponym, ...]], *, demonyms: bool = True, countries: bool = True
) -> list[Row]:
    """Return the toponyms in the form the scorer reads."""
    return [
        {
            "id": key,
            "toponyms": [
                {
                    "start": toponym.span.start,
                    "end": toponym.span.end,
                    "lat": toponym.place.latitude,
                    "lon": toponym.place.longitude,
                }
                for toponym in toponyms
                if toponym.place.is_located
                and (demonyms or not toponym.is_demonym)
                and (countries or toponym.place.kind not in {"country", "compass"})
            ],
        }
        for key, toponyms in found.items()
    ]


if __name__ == "__main__":
    sys.exit(main())

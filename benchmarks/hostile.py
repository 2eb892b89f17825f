"""Time the reader on texts made to be slow: usage: hostile.py [--size 100000].

Each pump repeats what some step of the reader looks at closely. Printed is the CPU time that
`extract` takes for each, and that of the whole reading that `ingest` makes, the slowest first; no
step may go through the text more than once, so twice the size may take twice the time and no more.
"""

import argparse
import sys
import time

from extraction import reader

from advisory.extraction.reader import Reader
from advisory.model.text import Report
from advisory.pipeline.shards import settle

PUMPS = {
    "one letter": "a",
    "one capital": "A",
    "blanks": " ",
    "line breaks": "\n",
    "full stops": ". ",
    "initials": "A. ",
    "quotes": "\"'",
    "brackets": "(",
    "dashes": "-",
    "digits": "9",
    "small numbers": "7 ",
    "number words": "twenty thousand ",
    "killed": "killed ",
    "counts": "12 people and ",
    "people": "soldiers and ",
    "negations": "no not never ",
    "attacks": "attack ",
    "attacks in sentences": "Gunmen killed 3 people in Gao on Friday. ",
    "attacks in lines": "Gunmen killed 3 people in Gao on Friday.\n\n",
    "plans": "may attack ",
    "said": "said that ",
    "months": "may ",
    "days": "on friday 3 may 2024 ",
    "places": "Gao ",
    "places in a list": "Gao, ",
    "places led": "in the town of Gao ",
    "unknown places": "in Xyzzy village in ",
    "capitals": "Xyzzy Plugh ",
    "actors": "the Taliban ",
    "acronyms": "Front for Hills (FFH) ",
    "datelines": "GAO, 3 May (AFP) -- ",
    "teasers": "What happened next\nIt was a dark night ...\n",
    "Cyrillic": "ж",
    "combining marks": "e\u0301",
    "surrogates": "\ud800",
    "bidirectional marks": "\u202e",
    "NUL": "\0",
    "ligatures": "\ufdfa",
}


def main() -> int:
    """Time each pump once it has been read once, the slowest first."""
    parser = argparse.ArgumentParser(description="extract on hostile text")
    parser.add_argument("--size", type=int, default=100_000)
    size = parser.parse_args().size
    read = reader()
    settle()  # as `extract` does once it has loaded the rules
    spent = {}
    for name, pump in PUMPS.items():
        text = ("Gunmen attacked Gao. " + pump * size)[:size]
        spent[name] = [milliseconds(read, text, coverage=whole) for whole in (False, True)]
    print(" extract   ingest")
    for name, (alone, whole) in sorted(spent.items(), key=lambda one: -one[1][0]):
        print(f"{alone:5.0f} ms {whole:5.0f} ms  {name}")
    return 0


def milliseconds(read: Reader, text: str, *, coverage: bool) -> float:
    """Return how long a text takes to read, with or without what only coverage needs."""
    begin = time.process_time()
    read.read(Report("pump", text, published="2024-05-04"), coverage=coverage)
    return 1000 * (time.process_time() - begin)


if __name__ == "__main__":
    sys.exit(main())

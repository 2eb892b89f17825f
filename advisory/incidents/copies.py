"""Which reports print another's text without saying so: five papers, one wire story, one origin.

In come the reports with their owners; out goes, for each report, the origin it counts as: what it
says it copies from, else the origin of the earliest report whose text it shares, else its owner.
Two texts are one when six in ten of all their runs of three words are common to both; in a text of
a few lines that much may be chance, and only the same words make a copy. A report is compared with
earlier originals alone, so what is read later never changes whose voice an earlier report was.
Source of the method: shingles and MinHash (Broder 1997); every likely pair is then counted exactly.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from advisory.incidents.accounts import owner_of
from advisory.model.text import Report, Source

if TYPE_CHECKING:
    from rensa import RMinHash  # type: ignore[import-untyped]  # it ships no types

COMMON_SHARE = 0.6
RUN_WORDS = 3
SHORT_RUNS = 30

_HASHES, _BANDS, _SEED = 128, 32, 1  # finds a pair that shares 0.6 in 99 of 100 cases


def origins_of(reports: Iterable[Report], sources: Mapping[str, Source]) -> dict[str, str]:
    """Return the origin of each report that carries a date, by the report's id.

    The rows of a table are nobody's copies: they are left out.
    """
    from rensa import RMinHashLSH  # noqa: PLC0415 - not on the path of a look-up

    index = RMinHashLSH(COMMON_SHARE, _HASHES, _BANDS)
    originals: list[Report] = []
    same_words: dict[str, str] = {}
    origins: dict[str, str] = {}
    for report in _by_time(reports):
        runs = runs_of(report.text)
        words = " ".join(report.text.casefold().split())
        sketch = _sketch(runs)
        likely = sorted(index.query(sketch)) if len(runs) >= SHORT_RUNS else []
        alike = (originals[n].id for n in likely if _are_one(runs, runs_of(originals[n].text)))
        copied = same_words.get(words) or next(alike, None)
        if copied is None:
            same_words[words] = report.id
            index.insert(len(originals), sketch)
            originals.append(report)
        stated = report.origin or (origins[copied] if copied else None)
        origins[report.id] = stated or owner_of(report, sources.get(report.source or ""))
    return origins


def runs_of(text: str) -> frozenset[str]:
    """Return all runs of three words of a text, without case.

    >>> sorted(runs_of("Two died in Gao"))
    ['died in gao', 'two died in']
    """
    words = text.casefold().split()
    return frozenset(
        " ".join(words[start : start + RUN_WORDS]) for start in range(len(words) - RUN_WORDS + 1)
    )


def _by_time(reports: Iterable[Report]) -> list[Report]:
    dated = [
        (report.known_at, report.id, report)
        for report in reports
        if report.known_at and not report.table
    ]
    return [report for _, _, report in sorted(dated, key=lambda one: one[:2])]


def _sketch(runs: frozenset[str]) -> "RMinHash":
    from rensa import RMinHash  # noqa: PLC0415 - not on the path of a look-up

    sketch = RMinHash(_HASHES, _SEED)
    sketch.update(sorted(runs))
    return sketch


def _are_one(runs: frozenset[str], others: frozenset[str]) -> bool:
    enough = min(len(runs), len(others)) >= SHORT_RUNS
    return enough and len(runs & others) >= COMMON_SHARE * len(runs | others)

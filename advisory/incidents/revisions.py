"""Rows of one coded event that were told more than once: which stands, and what it corrects.

A dataset revises its rows. Each telling is a report of its own, named by the event and the hash of
what it says, so that what came first does not matter. The one with the latest stamp stands
(`revision`: ACLED's timestamp, the version of a release); what it changed is a claim of its mention
with stance revised, with the old value in words. Where no stamp says which is the later one,
nothing is chosen in silence: the one with the least toll stands, and what the others say stands
beside it, as a claim with its reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from advisory.model.identity import event_of
from advisory.model.incident import Mention
from advisory.model.text import Reading, Report
from advisory.model.value import Claim, Count
from advisory.model.vocabulary import Stance

_FIELDS = {
    "killed": ("killed", "killed_low", "killed_high"),
    "injured": ("injured",),
    "type": ("type",),
    "date": ("date", "date_last"),
    "place": ("place", "latitude", "longitude"),
    "actors": ("actors",),
}
_NO_STAMP = "no stamp says which is the later row, so both stand"


def with_revisions(readings: Iterable[Reading], reports: Mapping[str, Report]) -> Iterator[Reading]:
    """Yield the readings, of each coded event only the row that stands, with what it corrects."""
    events: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reports[reading.report].table:
            events[event_of(reading.report)].append(reading)
        else:
            yield reading
    for told in events.values():
        yield told[0] if len(told) == 1 else _standing(told, reports)


def _standing(told: Sequence[Reading], reports: Mapping[str, Report]) -> Reading:
    """Return the row that stands, with a claim for each value in which another differs."""
    rows = {reading.report: _cells(reports[reading.report].text) for reading in told}
    stamps = {name: _stamp(cells.get("revision", "")) for name, cells in rows.items()}
    latest = max(stamps.values())
    # A row without a stamp may be the later one: it is never taken for superseded.
    rivals = [r for r in told if stamps[r.report] in {latest, ()}]
    best = min(rivals, key=lambda reading: (_toll(reading), reading.report))
    rest = sorted(told, key=lambda r: (stamps[r.report], r.report), reverse=True)
    claims = [
        claim
        for other in rest
        if other is not best
        for claim in _claims(
            best.report, other, rows[best.report], rows[other.report], is_rival=other in rivals
        )
    ]
    mentions = tuple(replace(m, claims=(*m.claims, *claims)) for m in best.mentions)
    return replace(best, mentions=mentions)


def _claims(
    best: str, other: Reading, now: Mapping[str, str], was: Mapping[str, str], *, is_rival: bool
) -> Iterator[Claim]:
    dataset = best.partition(":")[0]
    for field, names in _FIELDS.items():
        said = ", ".join(f"{name} {was[name]}" for name in names if name in was) or "nothing said"
        if all(now.get(name) == was.get(name) for name in names):
            continue
        if is_rival:
            value = f"{said} ({other.report}); {_NO_STAMP}"
            count = next((_count(m, field) for m in other.mentions), None)
            yield Claim(field, value, Stance.ASSERTED, speaker=dataset, count=count)
        else:
            value = f"corrected, was {said} ({other.report})"
            yield Claim(field, value, Stance.REVISED, speaker=dataset)


def _count(mention: Mention, field: str) -> Count | None:
    return {"killed": mention.killed, "injured": mention.injured}.get(field)


def _toll(reading: Reading) -> int:
    tolls = (m.killed.best for m in reading.mentions if m.killed is not None)
    return next(tolls, -1)


def _cells(text: str) -> dict[str, str]:
    lines = (line.partition(": ") for line in text.split("\n"))
    return {name: said for name, _, said in lines}


def _stamp(said: str) -> tuple[int, ...]:
    """Return a stamp to compare by: its numbers, whether a date, a version or seconds.

    >>> _stamp("24.0.10") < _stamp("24.1") and _stamp("2024-01-05") < _stamp("2024-02-01T08:00")
    True
    """
    digits = "".join(one if one.isascii() and one.isdigit() else " " for one in said)
    return tuple(int(number) for number in digits.split())

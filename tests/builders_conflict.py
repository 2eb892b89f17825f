"""Score the gazetteer on passages with gold: each name, and what was made of it.

A name of the gold is met by the toponym that covers its words, wherever they stand in the passage.
It is *missed* where nothing covers them: neither a place nor listed as unlocated. The shares are
over the names that a gazetteer can hold; a name left unlocated counts as not right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from advisory.gazetteer.gazetteer import Gazetteer
from advisory.model.distance import distance_km
from advisory.model.text import Toponym
from advisory.model.value import Place
from tests.builders_shipped import table

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Verdict:
    """One name of the gold, and the place it was given; None where it was missed."""

    passage: str
    gold: dict[str, Any]
    place: Place | None

    @property
    def is_missed(self) -> bool:
        return self.place is None

    @property
    def is_unlocated(self) -> bool:
        return self.place is not None and self.place.country is None

    @property
    def is_scored(self) -> bool:
        """Whether a gazetteer can be asked to hold it."""
        return not self.gold.get("unlocated")

    @property
    def is_country_right(self) -> bool:
        return self.place is not None and self.place.country in several(self.gold["country"])

    @property
    def is_admin1_right(self) -> bool:
        return self.place is not None and self.place.admin1 in several(self.gold.get("admin1"))

    @property
    def distance_km(self) -> float | None:
        """How far the place lies from the gold; None where either has no point."""
        if self.place is None or "lat" not in self.gold:
            return None
        point = SimpleNamespace(latitude=self.gold["lat"], longitude=self.gold["lon"])
        return distance_km(self.place, point)

    def __str__(self) -> str:
        meant = "/".join(several(self.gold.get("admin1") or self.gold["country"]))
        place = self.place
        found = "MISSED" if place is None else f"{place.name} {place.regions or place.kind}"
        far = f" {self.distance_km:.0f} km" if self.distance_km is not None else ""
        return f"{self.passage} {self.gold['words']} ({meant}): {found}{far}"


def passages(name: str) -> list[dict[str, Any]]:
    """Return the passages of a set in tests/cases."""
    return table(name)["cases"]


def verdicts(gazetteer: Gazetteer, cases: Sequence[dict[str, Any]]) -> list[Verdict]:
    """Return what was made of each name of the gold."""
    return [
        verdict for case in cases for verdict in _judged(case, gazetteer.toponyms(case["text"]))
    ]


def placed_but_no_place(gazetteer: Gazetteer, cases: Sequence[dict[str, Any]]) -> list[str]:
    """Return the people and groups that were given a place."""
    return [
        f"{case['id']} {words}: {toponym.place.regions}"
        for case in cases
        for words in case.get("not_places", ())
        for toponym in gazetteer.toponyms(case["text"])
        if toponym.place.regions
        and not toponym.is_demonym
        and _covers(toponym, case["text"], words)
    ]


def share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags)


def several(value: str | list[str] | None) -> list[str]:
    """Return one or many as many; nothing as none."""
    return [value] if isinstance(value, str) else list(value or ())


def _judged(case: dict[str, Any], toponyms: Sequence[Toponym]) -> Iterator[Verdict]:
    for gold in case["gold"]:
        covering = [
            toponym
            for toponym in toponyms
            if not toponym.is_demonym and _covers(toponym, case["text"], gold["words"])
        ]
        best = max(
            covering, key=lambda t: (t.span.text == gold["words"], -t.span.start), default=None
        )
        yield Verdict(case["id"], gold, best.place if best else None)


def _covers(toponym: Toponym, text: str, words: str) -> bool:
    start = text.find(words)
    while start >= 0:
        if toponym.span.start < start + len(words) and start < toponym.span.end:
            return True
        start = text.find(words, start + 1)
    return False

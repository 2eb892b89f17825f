"""News of today: passages with what a careful reader takes from them, scored field by field.

What was read and what should be are paired greedily by how much they agree on; then each field is
counted over all pairs and over what is left alone on either side: right, of ours, of theirs. A
field whose gold is "?" is not counted, and what a passage names under `also` may be read or not.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from advisory.extraction.output import to_json
from advisory.extraction.reader import Reader
from advisory.model.text import Report
from tests.builders_shipped import table

CASES = Path(__file__).parent / "cases"
KNOWN, UNSEEN = CASES / "news_known.yaml", CASES / "news_unseen.yaml"
EVERYDAY = CASES / "news_everyday.yaml"
INCIDENT = ("hazard", "type", "date", "place", "country", "killed", "injured", "announced")
CONDITION = ("kind", "state", "in", "since", "until")
_WEIGHT = {"hazard": 2, "type": 1, "place": 2, "in": 2, "kind": 4}
_LEAST = 3
_UNASKED = "?"

Facts = Mapping[str, Any]


@dataclass
class Tally:
    """For each field how many values were right, how many were read, how many there are."""

    right: Counter = field(default_factory=Counter)
    ours: Counter = field(default_factory=Counter)
    gold: Counter = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def f1(self, name: str) -> float:
        return 2 * self.right[name] / max(1, self.ours[name] + self.gold[name])


def passages(path: Path) -> list[dict]:
    return table(path)


def score(path: Path, reader: Reader, hazards: Facts) -> Tally:
    """Read each passage of a table and count what of it is right; `hazards` are those of types."""
    tally = Tally()
    for number, passage in enumerate(passages(path)):
        published = str(passage["published"])
        read = to_json(reader.read(Report(f"news{number}", passage["text"], published=published)))
        also = frozenset(passage.get("also", ()))
        told = [_incident_read(one) for one in read["incidents"]]
        gold = [_incident_told(one, hazards) for one in passage.get("incidents", ())]
        _count(tally, told, gold, INCIDENT, also=also, text=passage["text"])
        states = [_condition_read(one) for one in read["conditions"]]
        lasting = [_condition_told(one) for one in passage.get("conditions", ())]
        _count(tally, states, lasting, CONDITION, also=also, text=passage["text"])
    return tally


def _count(
    tally: Tally,
    ours: Sequence[Facts],
    gold: Sequence[Facts],
    fields: Sequence[str],
    *,
    also: frozenset[str],
    text: str,
) -> None:
    left, wanted = list(ours), list(gold)
    pairs: list[tuple[Facts, Facts]] = []
    while found := _best(left, wanted, fields):
        pairs.append(found)
        left.remove(found[0])
        wanted.remove(found[1])
    spare = [
        one for one in left if not also & {one.get("type"), one.get("hazard"), one.get("kind")}
    ]
    pairs += [(one, {}) for one in spare] + [({}, one) for one in wanted]
    tally.wrong += [f"{text[:50]}: spurious {_brief(one)}" for one in spare]
    tally.wrong += [f"{text[:50]}: missed {_brief(one)}" for one in wanted]
    for one, other in pairs:
        _count_fields(one, other, fields, tally, text)


def _count_fields(ours: Facts, gold: Facts, fields: Sequence[str], tally: Tally, text: str) -> None:
    for name in fields:
        mine, theirs = ours.get(name), gold.get(name)
        if theirs == _UNASKED or (gold and name == "type" and theirs is None):
            continue
        tally.ours[name] += mine is not None
        tally.gold[name] += theirs is not None
        tally.right[name] += mine is not None and _same(mine, theirs)
        if ours and gold and (mine or theirs) and not _same(mine, theirs):
            tally.wrong.append(f"{text[:50]}: {name} {mine}, not {theirs}")


def _best(
    ours: Sequence[Facts], gold: Sequence[Facts], fields: Sequence[str]
) -> tuple[Facts, Facts] | None:
    ranked = [(_agreement(a, b, fields), -n, a, b) for n, a in enumerate(ours) for b in gold]
    best = max(ranked, key=lambda one: one[:2], default=None)
    return best[2:] if best and best[0] >= _LEAST else None


def _agreement(ours: Facts, gold: Facts, fields: Sequence[str]) -> int:
    return sum(
        _WEIGHT.get(name, 1)
        for name in fields
        if ours.get(name) is not None and _same(ours[name], gold.get(name))
    )


def _same(mine: Any, theirs: Any) -> bool:
    if isinstance(theirs, frozenset):
        return mine in theirs
    return mine == theirs


def _incident_read(one: Mapping) -> Facts:
    return {
        "hazard": one["hazard"],
        "type": one["type"],
        "date": (one["date"], one["date_last"]) if one["date"] else None,
        "place": _folded(one["place"] or one["admin1"]),
        "country": _folded(one["country"]),
        "killed": _figure(one["killed_min"], one["killed_max"]),
        "injured": _figure(one["injured_min"], one["injured_max"]),
        "announced": "yes" if one["status"] == "announced" else None,
    }


def _incident_told(one: Mapping, hazards: Facts) -> Facts:
    return {
        "hazard": one.get("hazard") or hazards.get(one.get("type"), _UNASKED),
        "type": one.get("type"),
        "date": _days(one.get("date")),
        "place": _names(one.get("place")),
        "country": _folded(one["country"]),
        "killed": _toll(one.get("killed")),
        "injured": _toll(one.get("injured")),
        "announced": "yes" if one.get("status") == "announced" else None,
    }


def _condition_read(one: Mapping) -> Facts:
    return {
        "kind": one["kind"],
        "state": one["state"],
        "in": _folded(one["place"] or one["admin1"] or one["country"]),
        "since": one["since"],
        "until": one["until"],
    }


def _condition_told(one: Mapping) -> Facts:
    return {
        "kind": one["kind"],
        "state": one["state"],
        "in": _names(one.get("place") or one["country"]),
        "since": _day(one.get("since")),
        "until": _day(one.get("until")),
    }


def _days(written: Any) -> Any:
    if isinstance(written, list):
        return tuple(map(str, written))
    day = _day(written)
    return (day, day) if day and day != _UNASKED else day


def _day(written: Any) -> str | None:
    return None if written is None else str(written)


def _names(written: str | None) -> Any:
    if written in (None, _UNASKED):
        return written
    return frozenset(_folded(name) for name in written.split("/"))


def _folded(name: str | None) -> str | None:
    """Return a name without accents and hyphens, in small letters.

    >>> _folded("Yaoundé")
    'yaounde'
    """
    if name is None:
        return None
    plain = unicodedata.normalize("NFD", name.lower())
    return re.sub(r"[^a-z0-9 ]", "", plain.replace("-", " "))


def _figure(low: int | None, high: int | None) -> tuple[int | None, int | None] | None:
    return None if low is None and high is None else (low, high)


def _toll(written: Any) -> Any:
    """Return a toll as (low, high): 12 is exactly that, 12+ has no upper bound.

    >>> _toll("12+"), _toll(3)
    ((12, None), (3, 3))
    """
    if written in (None, _UNASKED):
        return written
    bound = str(written).removesuffix("+")
    return int(bound), None if str(written).endswith("+") else int(bound)


def _brief(one: Facts) -> str:
    return ", ".join(f"{k} {v}" for k, v in one.items() if v not in (None, _UNASKED))

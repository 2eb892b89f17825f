"""Say of each name that was placed wrongly why: what `benchmarks/places.py --errors` prints.

A cause is read off what the gazetteer holds: a row of the same name near the gold point means that
the wrong namesake was chosen; a country or region without one means that its point is a convention;
the rest is not in the gazetteer, or is cut out of a longer name.
"""

from collections import Counter
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

from advisory.errors import UnknownName
from advisory.gazetteer.gazetteer import Gazetteer
from advisory.model.distance import distance_km
from advisory.model.text import Toponym

Row = dict[str, Any]
NEAR_KM = 161
POINTS = {"country": "the point of a country", "compass": "the point of a country"}
REGIONS = {"admin1", "admin2", "informal"}


def causes(
    gold: list[Row], found: dict[str, tuple[Toponym, ...]], gazetteer: Gazetteer, scorer: ModuleType
) -> Counter[str]:
    """Return how many names that overlap a gold one lie more than 161 km off, by cause."""
    counted: Counter[str] = Counter()
    for row in gold:
        toponyms = [one for one in found[row["id"]] if one.place.latitude is not None]
        spans = [{"start": one.span.start, "end": one.span.end} for one in toponyms]
        for at, which in scorer.match(row["toponyms"], spans, "overlap"):
            meant = row["toponyms"][at]
            if meant["lat"] is not None and _distance(meant, toponyms[which].place) > NEAR_KM:
                counted[_cause(meant, toponyms[which], gazetteer)] += 1
    return counted


def _distance(meant: Row, place: Any) -> float:  # noqa: ANN401 - whatever has a point
    gap = distance_km(SimpleNamespace(latitude=meant["lat"], longitude=meant["lon"]), place)
    return float("inf") if gap is None else gap


def _cause(meant: Row, toponym: Toponym, gazetteer: Gazetteer) -> str:
    place = toponym.place
    if toponym.is_demonym:
        return "the point of a country, of a nationality"
    near = [one for one in _named(toponym.span.text, gazetteer) if _distance(meant, one) <= NEAR_KM]
    if near:
        if any(one.kind == "admin1" for one in near) and place.kind in {"capital", "seat", "place"}:
            return "a town for the admin1 of its name"
        abroad = all(one.country != place.country for one in near)
        return f"a namesake in {'another' if abroad else 'the same'} country"
    if (meant["start"], meant["end"]) != (toponym.span.start, toponym.span.end):
        return "a piece of a longer name, or more than the name"
    if place.kind in POINTS:
        return POINTS[place.kind]
    return "the point of a region" if place.kind in REGIONS else "not in the gazetteer"


def _named(name: str, gazetteer: Gazetteer) -> Iterator[Any]:
    try:
        choices = gazetteer.meaning(name).choices
    except UnknownName:
        return
    yield from (gazetteer.place(choice.id) for choice in choices)

"""What the row of a table of coded events says: a mention that needs no reading.

The text of such a report is a line for each field (see `intake.rows`), so each value has the words
that prove it. The type is one of types.yaml, or the one that ACLED's words stand for; a row of a
kind that has no type of ours tells no incident. The best estimate is the figure; the low and the
high follow as claims of the same row.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from advisory.intake.row_places import Regions, RowPlaces, Where
from advisory.model.identity import event_of, mention_id
from advisory.model.incident import Mention
from advisory.model.text import Reading, Report
from advisory.model.value import Actor, Claim, Count, DateRange, Evidence, Part, Place, Span
from advisory.model.vocabulary import (
    ActorKind,
    ActorRole,
    DatePrecision,
    Qualifier,
    Stance,
)
from advisory.rulebook.book import ActorEntry, IncidentType

_CACHED = 100_000
# What ACLED's event types stand for where a sub-event type has no type of its own.
_EVENT_TYPES = {
    "Battles": "armed_clash",
    "Explosions/Remote violence": "bombing",
    "Violence against civilians": "armed_attack",
    "Protests": "protest",
    "Riots": "riot",
}
_PROVES = {
    "type": ("type",),
    "date": ("date", "date_last"),
    "place": ("place", "latitude", "longitude", "country"),
    "killed": ("killed", "killed_low", "killed_high"),
    "injured": ("injured",),
    "actors": ("actors",),
}


class RowReader:
    """Turns the reports of rows into readings, by one rule base, lexicon and gazetteer."""

    def __init__(
        self,
        types: Mapping[str, IncidentType],
        actors: Mapping[str, ActorEntry],
        gazetteer: Regions,
    ) -> None:
        self._types = types
        self._by_acled = {
            kind.acled: name
            for name, kind in reversed(list(types.items()))
            if kind.acled is not None
        }
        self._actors = {
            word.casefold(): (name, actor)
            for name, actor in actors.items()
            for word in (actor.name, *actor.aliases)
        }
        self._places = RowPlaces(gazetteer)
        self._actor = lru_cache(_CACHED)(self._named)

    def read(self, report: Report) -> Reading:
        """Return what one row says."""
        cells, spans = _lines(report.text)
        place = self._places.of(Where(*(cells.get(name, "") for name in Where._fields)))
        kind = self._type(cells["type"])
        return Reading(
            report=report.id,
            language="en",
            readable=True,
            mentions=(self._mention(report, kind, cells, spans, place),) if kind else (),
            regions=place.regions,
        )

    def _type(self, said: str) -> str | None:
        if said in self._types:
            return said
        event_type = said.partition(": ")[0]
        found = self._by_acled.get(said) or _EVENT_TYPES.get(event_type)
        return found if found in self._types else None

    def _mention(
        self,
        report: Report,
        kind: str,
        cells: Mapping[str, str],
        spans: Mapping[str, Span],
        place: Place,
    ) -> Mention:
        entry = self._types[kind]
        civilians = _count(cells, "killed_civilians")
        return Mention(
            id=mention_id(event_of(report.id), spans["type"], kind),
            report=report.id,
            type=kind,
            category=entry.category,
            hazard=entry.hazard,
            trigger=spans["type"],
            place=place,
            date=_days(cells),
            killed=_killed(cells),
            injured=_count(cells, "injured"),
            killed_parts=(Part("civilian", civilians),) if civilians else (),
            actors=tuple(map(self._actor, cells["actors"].split("; ")))
            if "actors" in cells
            else (),
            claims=tuple(_estimates(cells, spans)),
            evidence=tuple(
                Evidence(name, tuple(spans[one] for one in proving if one in spans), "table")
                for name, proving in _PROVES.items()
                if any(one in spans for one in proving)
            ),
        )

    def _named(self, said: str) -> Actor:
        """Return whom the lexicon knows; tables write "JNIM: Group for ... (2017-)"."""
        bare = said.partition(" (")[0].removeprefix("Government of ")
        for word in (said, bare, *bare.split(": ")):
            if found := self._actors.get(word.casefold()):
                name, actor = found
                return Actor(actor.name, ActorRole.PARTY, actor.kind, name)
        return Actor(said, ActorRole.PARTY, ActorKind.OTHER)


def _lines(text: str) -> tuple[dict[str, str], dict[str, Span]]:
    cells: dict[str, str] = {}
    spans: dict[str, Span] = {}
    start = 0
    for line in text.split("\n"):
        name, _, said = line.partition(": ")
        cells[name] = said
        spans[name] = Span(start + len(name) + 2, start + len(line), said)
        start += len(line) + 1
    return cells, spans


def _days(cells: Mapping[str, str]) -> DateRange:
    first, last = date.fromisoformat(cells["date"]), date.fromisoformat(cells["date_last"])
    return DateRange(first, last, DatePrecision.DAY if first == last else DatePrecision.RANGE)


def _count(cells: Mapping[str, str], name: str) -> Count | None:
    return Count.exactly(int(cells[name])) if name in cells else None


def _killed(cells: Mapping[str, str]) -> Count | None:
    """Return the best estimate; where there is none, what low and high leave open."""
    if "killed" in cells or "killed_low" not in cells:
        return _count(cells, "killed")
    if "killed_high" not in cells:
        return Count.hedged(int(cells["killed_low"]), Qualifier.AT_LEAST)
    return Count(int(cells["killed_low"]), int(cells["killed_high"]), Qualifier.BETWEEN)


def _estimates(cells: Mapping[str, str], spans: Mapping[str, Span]) -> list[Claim]:
    """Return the estimates of the killed as claims: of one voice, and none taken for another's."""
    names = [name for name in ("killed", "killed_low", "killed_high") if name in cells]
    if len(names) == 1:
        return []
    return [
        Claim(
            "killed", f"{name.replace('_', ', ')}: {cells[name]}", Stance.ASSERTED,
            count=_count(cells, name), spans=(spans[name],),
        )
        for name in names
    ]  # fmt: skip

"""The shape of a scenario's expected.yaml, and a store with the scenario taken in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from advisory import resources
from advisory.intake.intake import take_in
from advisory.pipeline.desk import Desk
from advisory.pipeline.ingest import ingest, take_all
from advisory.rulebook.reader import read_file
from advisory.rulebook.shape import build

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SCENARIOS = sorted(path.parent.name for path in resources.folder("seeds").glob("*/expected.yaml"))


@dataclass(frozen=True, kw_only=True)
class ExpectedIncident:
    name: str
    type: str | None = None
    category: str | None = None
    place: str | None = None
    country: str | None = None
    admin1: str | None = None
    first: date | None = None
    last: date | None = None
    killed: str | None = None
    killed_high: int | None = None
    children: int | None = None
    injured: str | None = None
    status: str | None = None
    perpetrators: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Optional:
    type: str | None = None
    category: str | None = None
    place: str | None = None
    country: str | None = None
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ExpectedCondition:
    name: str
    kind: str
    place: str | None = None
    admin1: str | None = None
    subject: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ExpectedLevel:
    as_of: str
    region: str
    tlp: str | None = None
    read: int | None = None
    daily: int | None = None
    level: str | None = None
    basis: str | None = None
    state: str | None = None
    standing: int | None = None
    planning: int | None = None
    provisional: bool | None = None
    confidence: str | None = None
    exit: int | None = None

    def __str__(self) -> str:
        seen = f" seen by {self.tlp}" if self.tlp else ""
        return f"{self.region} on {self.as_of}{seen}"


@dataclass(frozen=True, kw_only=True)
class Expected:
    title: str
    incidents: tuple[ExpectedIncident, ...] = ()
    optional: tuple[Optional, ...] = ()
    conditions: tuple[ExpectedCondition, ...] = ()
    levels: tuple[ExpectedLevel, ...] = ()
    clearances: tuple[ExpectedLevel, ...] = ()


def expected(scenario: str) -> Expected:
    path = resources.folder("seeds") / scenario / "expected.yaml"
    problems: list[object] = []
    read = build(Expected, read_file(path), problems)
    assert read is not None, "\n".join(str(problem) for problem in problems)
    return read


class FewNames:
    """The gazetteer, whose list of names for look-ups is short, so that a snapshot is made fast."""

    def __init__(self, gazetteer: object) -> None:
        self._whole = gazetteer

    def __getattr__(self, name: str) -> object:
        return getattr(self._whole, name)

    def names(self) -> Iterator[tuple[str, int, str, str]]:
        return iter([("gao", 1, "ML-7", "Gao, Mali"), ("kidal", 1, "ML-8", "Kidal, Mali")])


def desk_with(gazetteer: object, store: Path) -> Desk:
    """A desk whose gazetteer is the session's, so that no test builds the index again."""
    desk = Desk(
        store_path=store,
        rule_folders=(resources.folder("rules"),),
        template_folders=(resources.folder("templates"),),
        cache=store.parent,
    )
    desk.__dict__["gazetteer"] = gazetteer
    return desk


def taken_in(gazetteer: object, scenario: str, folder: Path) -> Desk:
    """A desk whose store holds the scenario, as `advisory ingest` leaves it."""
    desk = desk_with(FewNames(gazetteer), folder / "store.db")
    ingest(desk, [resources.folder("seeds") / scenario], NOW)
    return desk


def only_stored(gazetteer: object, scenario: str, folder: Path) -> Desk:
    """The same without snapshots, for what is worked out from the store."""
    desk = desk_with(gazetteer, folder / "store.db")
    items = take_in([resources.folder("seeds") / scenario], sources=desk.rulebook.sources, now=NOW)
    with desk.open_store(create=True) as store:
        assert take_all(store, items, NOW).refused == []
    return desk


def report_named(reports: Mapping[str, object], name: str) -> bool:
    return any(name in report for report in reports)

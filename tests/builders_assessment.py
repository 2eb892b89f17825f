"""Small regions, rules, incidents and readings for tests of the assessment.

Each builder has a default for everything, so that a test shows only what it is about.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from advisory.assessment.knowledge import Knowledge
from advisory.assessment.nested import Nested
from advisory.assessment.placed import Placed
from advisory.assessment.scorable import Match, scorable_of
from advisory.assessment.timeline import Timeline
from advisory.model.assessment import Region, RegionKind
from advisory.model.decision import Decision, Verb
from advisory.model.incident import (
    Account,
    Condition,
    ConditionVersion,
    Incident,
    IncidentVersion,
    Mention,
)
from advisory.model.marking import Credibility, Reliability, SourceKind, Tlp
from advisory.model.text import Heard
from advisory.model.time import known_at, parse_as_of
from advisory.model.value import Count, DateRange, Place, Span
from advisory.model.vocabulary import (
    Category,
    ConditionKind,
    ConditionState,
    Hazard,
    Qualifier,
    Status,
)
from advisory.rulebook.book import (
    CombinationRule,
    FloorRule,
    IncidentType,
    LevelEntry,
    Part,
    Rulebook,
    RuleStatus,
    Scale,
    WeightRule,
)

MALI = Region("ML", "Mali", RegionKind.COUNTRY, "ML", "Mali", ("ML",))
KIDAL = Region("ML-8", "Kidal Region", RegionKind.ADMIN1, "ML", "Mali", ("ML", "ML-8"))
GAO = Region("ML-7", "Gao Region", RegionKind.ADMIN1, "ML", "Mali", ("ML", "ML-7"))
TOWN = Region("geonames:1", "Kidal", RegionKind.PLACE, "ML", "Mali", ("ML", "ML-8", "geonames:1"))
NORTH = Region("informal:north", "Northern Mali", RegionKind.INFORMAL, members=("ML-7", "ML-8"))

START = date(2026, 1, 1)


def place(name="Kidal", *, kind="seat", region=TOWN):
    """Return a place inside a region."""
    return Place(name, country="ML", admin1="ML-8", kind=kind, regions=region.path)


def account(report="r1", *, owner="owner-a", origin=None, on="2026-03-02", kind="published"):
    """Return an account of a strike."""
    mention = Mention(
        report, report, "drone_strike", Category.AIRSTRIKE, Hazard.AIR_AND_SHELLING, Span(0, 1, "x")
    )
    return Account(
        mention=mention,
        source=owner,
        owner=owner,
        origin=origin or owner,
        reliability=Reliability.C,
        tlp=Tlp.CLEAR,
        known_at=known_at(on),
        kind=SourceKind(kind),
    )


def incident(
    name="i1",
    *,
    type="drone_strike",  # noqa: A002 - the column's name
    category=Category.AIRSTRIKE,
    on="2026-03-02",
    known=None,
    killed: int | None = 12,
    at: Place | None = None,
    owners: Iterable[str] = ("owner-a",),
    origins: Iterable[str] | None = None,
    report: str | None = None,
    reliability=Reliability.C,
    credibility=Credibility.PROBABLY_TRUE,
    status=Status.REPORTED,
    source_kind="published",
):
    """Return an incident told by these owners, in a report each, each an origin of its own."""
    owners = tuple(owners)
    day = date.fromisoformat(on) if on else None
    count = None if killed is None else Count(killed, None, Qualifier.AT_LEAST)
    told = [
        account(report or f"{name}.{owner}", owner=owner, on=known or on, kind=source_kind)
        for owner in owners
    ]
    return Incident(
        id=name,
        type=type,
        category=category,
        hazard=Hazard.AIR_AND_SHELLING,
        accounts=tuple(told),
        place=at or place(),
        date=DateRange(day, day) if day else None,
        killed=count,
        killed_low=killed,
        killed_high=killed,
        status=status,
        credibility=credibility,
        reliability=reliability,
        origins=owners if origins is None else tuple(origins),
    )


def version(what: Incident | None = None, *, since: str | None = None, until: str | None = None):
    """Return an incident as it was known from one instant until another."""
    what = what or incident()
    start = known_at(since) if since else what.known_at
    return IncidentVersion(what, start, known_at(until) if until else None)


def heard(
    on: str,
    owner="owner-a",
    *,
    region: Region | None = TOWN,
    kind=SourceKind.PUBLISHED,
    readable=True,
    report: str | None = None,
    **more,
):
    """Return a report that names a region and all that contain it."""
    path = region.path if region else ()
    return Heard(report or f"{owner} {on}", owner, kind, known_at(on), readable, path, **more)


def read_weekly(first: str, weeks: int, *, owners=("owner-a", "owner-b"), region=TOWN):
    """Return one report of each owner in each of some weeks."""
    start = date.fromisoformat(first)
    days = [(start + timedelta(days=7 * week)).isoformat() for week in range(weeks)]
    return tuple(heard(day, owner, region=region) for day in days for owner in owners)


def knowledge(*versions: IncidentVersion, heard=(), **more) -> Knowledge:
    """Return a knowledge in which the reports of the incidents were heard too."""
    told = [
        Heard(a.mention.report, a.owner, a.kind, a.known_at, readable=True, regions=_regions(v))
        for v in versions
        for a in v.incident.accounts
    ]
    by_id = {report.report: report for report in (*told, *heard)}
    return Knowledge(versions=versions, heard=tuple(by_id.values()), **more)


def condition(
    kind=ConditionKind.CURFEW, *, since="2026-03-02", until=None, reports=("r1",), where=TOWN
):
    """Return a state that holds in Kidal since the day it was reported."""
    begun = date.fromisoformat(since)
    state = Condition(
        id="c1",
        kind=kind,
        hazard=Hazard.MOVEMENT_RESTRICTION,
        state=ConditionState.IN_FORCE,
        place=place(where.name, region=where),
        since=begun,
        until=date.fromisoformat(until) if until else None,
        last_word=known_at(since),
        reports=tuple(reports),
    )
    return ConditionVersion(state, known_at(since))


def standing(level: int, *, recorded: str, region=KIDAL, review_by: str | None = None, name="d1"):
    """Return a standing of a region."""
    return Decision(
        id=name,
        verb=Verb.STANDING,
        by="the desk",
        because="fighting resumed",
        recorded_at=known_at(recorded),
        region=region.id,
        level=level,
        valid_until=date.fromisoformat(review_by) if review_by else None,
    )


def override(level: int, *, recorded: str, until: str, region=KIDAL, name="d2"):
    """Return an override of a region's level."""
    decided = standing(level, recorded=recorded, review_by=until, region=region, name=name)
    return replace(decided, verb=Verb.OVERRIDE)


def weight(name="strike", **changes) -> WeightRule:
    """Return a rule that gives ten points, and one for each of the killed."""
    rule = WeightRule(
        title="Strike",
        status=RuleStatus.STABLE,
        kind="weight",
        when="category = 'airstrike' and not announced",
        points={START: 10},
        per_killed={START: 1},
        cap={START: 60},
        half_life_days={START: 60},
        because="{type} in {place} on {date}: {killed} killed",
        references=("desk judgement",),
        reviewed=START,
        tests=(),
        id=name,
        hazard="air_and_shelling",
    )
    return replace(rule, **changes)


def floor(name="strike-in-seat", **changes) -> FloorRule:
    """Return a rule that holds level 5 for 14 days after ten were killed in a seat."""
    rule = FloorRule(
        title="Strike in a seat with ten or more killed",
        status=RuleStatus.STABLE,
        kind="floor",
        when="category = 'airstrike' and killed >= 10 and place_kind = 'seat'",
        within_days={START: 14},
        level={START: 5},
        because="{type} in {place} on {date}: at least {level} until {until}",
        references=("desk judgement",),
        reviewed=START,
        tests=(),
        id=name,
        hazard="air_and_shelling",
    )
    return replace(rule, **changes)


def curfew_floor(**changes) -> FloorRule:
    """Return a rule that holds level 3 while a curfew is in force."""
    because = "{condition} since {since}: at least {level} until {until}"
    state = {"when": None, "within_days": None, "condition": ConditionKind.CURFEW}
    return floor("curfew", because=because, **{"level": {START: 3}, **state, **changes})


SEAT_TAKEN = floor(
    "seat-taken", when="type = 'town_seized' and place_kind = 'seat'", within_days={START: 30}
)
ANY_STRIKE = floor(
    "any-strike", when="category = 'airstrike'", within_days={START: 30}, level={START: 4}
)
MANY_KILLED = floor("many-killed", when="category = 'airstrike' and killed >= 20")
FIGHTING = weight("fighting", when="category = 'clash'", hazard="ground_combat")


def combination(*parts: Part, **changes) -> CombinationRule:
    """Holds 5 while all its parts do."""
    rule = CombinationRule(
        title="A combination",
        status=RuleStatus.STABLE,
        kind="combination",
        all_of=parts,
        level={START: 5},
        because="{type} on {date}, {condition} since {since}: at least {level} until {until}",
        references=("desk judgement",),
        reviewed=START,
        tests=(),
        id="hazards/ground_combat/combination",
        hazard="ground_combat",
    )
    return replace(rule, **changes)


def rulebook(*rules: WeightRule | FloorRule | CombinationRule, **changes) -> Rulebook:
    """Return a rule base of these rules, or of one weight and one floor."""
    rules = rules or (weight(), floor())
    book = Rulebook(
        scale=SCALE,
        hazards={},
        types={"drone_strike": _kind("drone_strike", "drone strike", unknown_killed=2)},
        sources={},
        weights=tuple(rule for rule in rules if isinstance(rule, WeightRule)),
        floors=tuple(rule for rule in rules if isinstance(rule, FloorRule)),
        combinations=tuple(rule for rule in rules if isinstance(rule, CombinationRule)),
        hash="h1",
    )
    return replace(book, **changes)


def timeline(
    *versions: IncidentVersion, heard=(), region=KIDAL, book: Rulebook | None = None, **more
) -> Timeline:
    """Return a region over time, where every rule speaks of every incident: no query is run."""
    book = book or rulebook()
    rules = [rule for rule in (*book.weights, *book.floors) if rule.when]
    matches = [Match(r, scorable_of(one, book), r.because) for one in versions for r in rules]
    known = knowledge(*versions, heard=heard, **more)
    return Nested(Placed(matches), known, book).timeline(region)


def as_of(text: str) -> datetime:
    """Return an as-of."""
    return parse_as_of(text)


def _kind(name: str, noun: str, unknown_killed: int) -> IncidentType:
    return IncidentType(
        name=name,
        noun=(noun, f"{noun}s"),
        category=Category.AIRSTRIKE,
        hazard=Hazard.AIR_AND_SHELLING,
        family="air",
        acled=None,
        plover=None,
        cap_event=name,
        unknown_killed=unknown_killed,
    )


def _level(level: int, name: str, from_score: float, stale: int, unknown: int) -> LevelEntry:
    travel = f"Travel as at {level}."
    return LevelEntry(level, name, from_score, stale, unknown, 365, "#000000", travel, travel)


def _regions(one: IncidentVersion) -> tuple[str, ...]:
    return one.incident.place.regions if one.incident.place else ()


SCALE = Scale(
    half_points={"country": 240, "admin1": 40, "informal": 120, "admin2": 25, "place": 15},
    credibility_factor={1: 1, 2: 1, 3: 0.8, 4: 0.5, 5: 0, 6: 0.8},
    reliability_factor={"A": 1, "B": 1, "C": 0.9, "D": 0.7, "E": 0.4, "F": 0.9},
    horizon_days=728,
    levels=(
        _level(1, "Minimal", 0, 90, 180),
        _level(2, "Low", 15, 60, 120),
        _level(3, "Medium", 35, 30, 90),
        _level(4, "High", 60, 14, 45),
        _level(5, "Extreme", 85, 7, 30),
    ),
)

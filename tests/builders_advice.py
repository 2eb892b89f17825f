"""Incidents, assessments and dossiers built by hand; what does not matter to a test is hidden."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from advisory.advice.dossier import Dossier
from advisory.model.assessment import (
    Assessment,
    Basis,
    Confidence,
    Coverage,
    Driver,
    Floor,
    HazardScore,
    Region,
    RegionKind,
    State,
    Trend,
)
from advisory.model.incident import Account, Condition, Incident, Mention
from advisory.model.marking import Credibility, Reliability, SourceKind, Tlp
from advisory.model.text import Report, Source
from advisory.model.value import Actor, Claim, Count, DateRange, Part, Place, Span
from advisory.model.vocabulary import (
    ActorKind,
    ActorRole,
    Category,
    ConditionKind,
    ConditionState,
    Hazard,
    Qualifier,
    SpeakerKind,
    Stance,
)
from advisory.rulebook.book import (
    FloorRule,
    HazardEntry,
    IncidentType,
    LevelEntry,
    Rulebook,
    RuleStatus,
    Scale,
)
from advisory.rulebook.catalogue import Catalogue
from tests import builders_shipped as shipped

KIDAL_REGION = Region(
    "ML-8", "Kidal Region", RegionKind.ADMIN1, "ML", "Mali", ("ML", "ML-8"), latitude=18.4
)
KIDAL = Place(
    "Kidal", "ML", "Mali", "ML-8", "Kidal Region", 18.44, 1.41, kind="seat", regions=("ML", "ML-8")
)
TINZAOUATEN = replace(KIDAL, name="Tinzaouaten", kind="place")
FAMA = Actor(
    "Malian Armed Forces", ActorRole.PERPETRATOR, ActorKind.STATE_FORCE, "mli_fama", attributed=True
)
CSP = Actor("CSP", ActorRole.TARGET, ActorKind.ARMED_GROUP, "mli_csp")
SEVERAL = Count(2, None, Qualifier.VAGUE)


def at_least(number):
    return Count(number, None, Qualifier.AT_LEAST)


def instant(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def on(day):
    return DateRange(date.fromisoformat(day), date.fromisoformat(day))


def mention(report="r1", trigger="drone strikes", **fields):
    given = {
        "id": f"m-{report}",
        "report": report,
        "type": "drone_strike",
        "category": Category.AIRSTRIKE,
        "hazard": Hazard.AIR_AND_SHELLING,
        "trigger": Span(0, len(trigger), trigger),
    }
    return Mention(**{**given, **fields})


def account(told, known_at="2023-11-07T18:00:00", **fields):
    given = {
        "source": "wire",
        "owner": "wire",
        "origin": "wire",
        "reliability": Reliability.B,
        "tlp": Tlp.CLEAR,
    }
    return Account(mention=told, known_at=instant(known_at), **{**given, **fields})


def incident(*accounts, **fields):
    """Return an incident; without accounts it has one whose mention says the same."""
    given = {
        "id": "i1",
        "type": "drone_strike",
        "category": Category.AIRSTRIKE,
        "hazard": Hazard.AIR_AND_SHELLING,
        "place": KIDAL,
        "date": on("2023-11-07"),
        "credibility": Credibility.PROBABLY_TRUE,
        "reliability": Reliability.B,
        **fields,
    }
    alike = ("type", "category", "hazard", "place", "date", "killed", "injured", "killed_parts")
    same = {name: given[name] for name in alike if name in given}
    return Incident(accounts=accounts or (account(mention(**same)),), **given)


def mayor_says_fourteen():
    return Claim(
        "killed", "at least 14", Stance.ASSERTED, "a mayor", SpeakerKind.OFFICIAL, at_least(14)
    )


def kidal_strikes():
    """Return the strikes of 7 November 2023: 12 and 20, and a mayor who says 14."""
    children = (Part("child", SEVERAL),)
    alert = mention(
        place=KIDAL,
        date=on("2023-11-07"),
        killed=at_least(12),
        injured=Count.exactly(20),
        killed_parts=children,
        actors=(FAMA, CSP),
    )
    mayor = mention("r2", killed=at_least(14), claims=(mayor_says_fourteen(),))
    return incident(
        account(alert),
        account(mayor, "2023-11-07T19:40:00", source="agency", owner="agency", origin="a mayor"),
        id="i-kidal",
        killed=at_least(12),
        killed_low=12,
        killed_high=14,
        injured=Count.exactly(20),
        killed_parts=children,
        actors=(FAMA, CSP),
        origins=("wire", "a mayor"),
    )


def tinzaouaten_strike():
    """Return the strike of 25 August 2024, whose toll only one party to the fight gives."""
    claim = Claim(
        "killed", "at least 21", Stance.CLAIMED, "CSP-DPA", SpeakerKind.PARTY, at_least(21)
    )
    children = (Part("child", Count.exactly(11)),)
    told = mention(
        "r6",
        "drone strike",
        place=TINZAOUATEN,
        date=on("2024-08-25"),
        killed=at_least(21),
        killed_parts=children,
        actors=(FAMA,),
        claims=(claim,),
    )
    return incident(
        account(told, "2024-08-26T09:00:00"),
        id="i-tinzaouaten",
        place=TINZAOUATEN,
        date=on("2024-08-25"),
        killed=at_least(21),
        killed_parts=children,
        actors=(FAMA,),
        credibility=Credibility.POSSIBLY_TRUE,
    )


def strike_of_unknown_toll():
    return incident(
        account(mention("r5", "drone strike"), "2024-06-06T08:00:00"),
        id="i-base",
        place=replace(KIDAL, name="Kidal Region", admin1_name="Kidal Region", kind="admin1"),
        date=on("2024-06-05"),
    )


def phones_cut():
    return Condition(
        id="c-phones",
        kind=ConditionKind.PHONES_CUT,
        hazard=Hazard.COMMUNICATIONS,
        state=ConditionState.IN_FORCE,
        place=KIDAL,
        since=date(2023, 11, 10),
        until=None,
        last_word=instant("2023-11-13T20:00:00"),
        reports=("r3",),
    )


def town_held(since="2023-11-14", by="mli_fama"):
    return Condition(
        id="c-control",
        kind=ConditionKind.CONTROL,
        hazard=Hazard.GROUND_COMBAT,
        state=ConditionState.IN_FORCE,
        place=KIDAL,
        since=date.fromisoformat(since),
        until=None,
        last_word=instant("2023-11-14T20:00:00"),
        subject=by,
        reports=("r4",),
    )


STRIKE_FLOOR = Floor(
    "air_and_shelling/mass-casualty-strike",
    level=5,
    asked=5,
    incidents=("i-kidal",),
    until=date(2023, 11, 21),
    because="Drone strikes in Kidal on 7 November 2023, at least 12 killed: "
    "at least level 5 until 21 November 2023",
)


def assessment(level=5, as_of="2023-11-08T23:59:59", hazards=None, **fields):
    hazards = {Hazard.AIR_AND_SHELLING: 80.0} if hazards is None else hazards
    given = {
        "region": KIDAL_REGION,
        "as_of": instant(as_of),
        "level": level,
        "level_name": {5: "Extreme", 4: "High", 3: "Medium", 2: "Low"}.get(level, "Unknown"),
        "state": State.UNKNOWN if level is None else State.CURRENT,
        "basis": None if level is None else Basis.COMPUTED,
        "provisional": False,
        "computed_level": level,
        "daily_level": level,
        "standing_level": None,
        "last_signed_level": None,
        "planning_level": None,
        "override": None,
        "previous_level": None,
        "trend": Trend.NOT_COMPARABLE,
        "confidence": Confidence.MODERATE,
        "score": max(hazards.values(), default=0.0),
        "hazards": tuple(HazardScore(hazard, score) for hazard, score in hazards.items()),
        "drivers": (),
        "contributions": (),
        "floors": (),
        "incidents": ("i-kidal",),
        "coverage": coverage(),
        "data_as_of": date(2023, 11, 7),
        "data_age_days": 1,
        "valid_until": None,
        "gaps": ("No Malian source was read.",),
        "counterfactuals": (
            "Falls to 4 HIGH not before 25 December 2023, and only if two owners are read weekly.",
        ),
        "replay_id": "p0123456789abcdef",
    }
    return Assessment(**{**given, **fields})


def coverage(reports=2, owners=2, last_read="2023-11-07"):
    last = date.fromisoformat(last_read) if last_read else None
    return Coverage(reports, owners, 0, (), last)


def report(name, published="2023-11-07", tlp=Tlp.CLEAR, source="wire"):
    text = "Strikes were reported in the north."
    return Report(name, text, source, published, title=f"Report {name}", tlp=tlp)


def dossier(*incidents, conditions=(), previous=None, tlp=Tlp.CLEAR, **fields):
    names = {r for i in incidents for r in i.reports} | {r for c in conditions for r in c.reports}
    return Dossier(
        assessment=assessment(**fields),
        incidents=incidents,
        conditions=conditions,
        reports={name: report(name, tlp=tlp) for name in sorted(names)},
        sources={"wire": Source("wire", "The wire", "wire", SourceKind.WIRE, Reliability.B)},
        previous=previous,
    )


def kidal_dossier(**fields):
    """Return the file of Kidal on the evening after the strikes."""
    given = {
        "standing_level": 4,
        "floors": (STRIKE_FLOOR,),
        "drivers": (
            Driver(
                "air_and_shelling/drone-strike",
                42.0,
                "Drone strikes in Kidal on 7 November 2023: at least 12 killed",
                ("i-kidal",),
            ),
        ),
    }
    return dossier(kidal_strikes(), **{**given, **fields})


@cache
def catalogue() -> Catalogue:
    return shipped.catalogue(sample=True)


@cache
def rulebook() -> Rulebook:
    levels = (
        (1, "Minimal", 0, "No special measures."),
        (2, "Low", 10, "Normal care."),
        (3, "Medium", 25, "Planned travel with measures."),
        (4, "High", 50, "Essential travel only, approved above the manager."),
        (5, "Extreme", 80, "No travel; those present reduce exposure or leave."),
    )
    entries = tuple(
        LevelEntry(n, name, score, 7, 30, 180, "#000000", meaning, meaning)
        for n, name, score, meaning in levels
    )
    scale = Scale({}, {}, {}, 35, entries)
    drone = ("drone strike", "drone strikes")
    types = {
        "drone_strike": IncidentType(
            "Drone strike",
            drone,
            Category.AIRSTRIKE,
            Hazard.AIR_AND_SHELLING,
            "strike",
            "",
            "",
            "",
        )
    }
    hazards = {hazard: HazardEntry(hazard.value.replace("_", " "), "") for hazard in Hazard}
    return Rulebook(scale, hazards, types, {}, (), (_floor_rule(),), "0" * 64)


def _floor_rule():
    return FloorRule(
        title="Mass-casualty strike",
        status=RuleStatus.STABLE,
        kind="floor",
        when="killed >= 10",
        level={date(2020, 1, 1): 5},
        because=STRIKE_FLOOR.because,
        references=(),
        reviewed=date(2023, 1, 1),
        tests=(),
        id=STRIKE_FLOOR.rule,
        hazard="air_and_shelling",
    )


def texts(statements):
    """Return statements as a golden file holds them: one a line."""
    return "".join(f"{statement}\n" for statement in statements)

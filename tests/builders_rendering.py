"""Sample advisories by hand: a strike in Kidal, a region nobody reads, a bulletin of two."""

from dataclasses import replace
from datetime import UTC, date, datetime

from advisory.model.advice import (
    Advisory,
    Audience,
    ClaimLine,
    Edition,
    Forecast,
    FrontGroup,
    FrontLine,
    Grade,
    IncidentLine,
    LevelBox,
    MovementSlot,
    Product,
    Profile,
    Progress,
    Provenance,
    Recommendation,
    RegionPart,
    Slot,
    SourceLine,
    Statement,
)
from advisory.model.assessment import Region, RegionKind, Trend
from advisory.model.marking import Reliability, Tlp
from advisory.resources import folder
from advisory.rulebook.book import LevelEntry

TEMPLATES = (folder("templates"),)

AS_OF = datetime(2023, 11, 8, 23, 59, 59, tzinfo=UTC)
EXPIRES = date(2023, 11, 10)

_LEVELS = (
    (1, "Minimal", "#1a7f6b", "Travel as at home."),
    (2, "Low", "#5c9e31", "Travel with common care."),
    (3, "Medium", "#f2c14e", "Travel with a plan and a daily check-in."),
    (4, "High", "#d9622b", "Essential travel only, each journey approved."),
    (5, "Extreme", "#8b1a2b", "No travel; those inside shelter or leave when it is safe."),
)
LEVELS = tuple(
    LevelEntry(
        level=level,
        name=name,
        from_score=20.0 * (level - 1),
        stale_after_days=7,
        unknown_after_days=30,
        review_every_days=7,
        colour=colour,
        meaning=meaning,
        travel=meaning,
    )
    for level, name, colour, meaning in _LEVELS
)

KIDAL = Region("ML-8", "Kidal Region", RegionKind.ADMIN1, "ML", "Mali", ("ML", "ML-8"))
ZINDER = Region("NE-7", "Zinder Region", RegionKind.ADMIN1, "NE", "Niger", ("NE", "NE-7"))


def told(text: str, report: str = "r1") -> Slot:
    """Words a report proves."""
    return Slot(text, Provenance.EVIDENCE, report)


def says(*parts: str | Slot, reports: tuple[str, ...] = ()) -> Statement:
    """A statement with its citations."""
    return Statement(parts, reports)


def measure(
    text: str,
    *,
    audience: Audience = Audience.TRAVELLER,
    owner: str = "traveller",
    slot: MovementSlot | None = None,
    code: str = "MOV-1",
    expires: date | None = EXPIRES,
    precondition: str = "",
) -> Recommendation:
    return Recommendation(
        measure=code,
        audience=audience,
        owner=owner,
        statement=says(text),
        expires=expires,
        because="air_and_shelling at 5",
        slot=slot,
        precondition=precondition,
    )


def box(**changes) -> LevelBox:
    sample = LevelBox(
        level=5,
        name="Extreme",
        meaning="No travel; those inside shelter or leave when it is safe.",
        previous="4 HIGH, standing",
        trend=Trend.UP,
        state="current",
        basis="computed",
        confidence="moderate",
        provisional=True,
        reasons=(
            says(
                "Floor 5 until 21 November 2023: a strike in a regional seat with ",
                told("at least 12"),
                " killed.",
                reports=("r1", "r2"),
            ),
            says("Standing level 4, set by hand on 1 September 2023."),
        ),
        would_change=(
            "Already the top. Worse: a second strike, a ground assault, phones cut.",
            "Down to 4 not before 25 December 2023, only if four covered weeks are calm.",
        ),
        signed="nobody yet",
    )
    return replace(sample, **changes)


SOURCES = (
    SourceLine(
        1,
        "r1",
        "Sahel Wire",
        Reliability.B,
        "2023-11-07",
        "Drone strikes hit the northern town of Kidal",
        "https://wire.example/2023/11/kidal",
    ),
    SourceLine(
        2, "r2", "River Agency", Reliability.B, "2023-11-07", "Mayor puts toll at 14 or more"
    ),
)

ADVICE = (
    measure("Do not travel to Kidal Region. If you are there, report safe now.", code="TRV-1"),
    measure("Stay under hard cover, away from windows, armed groups' premises and gatherings."),
    measure("Keep away from strike sites; do not film, and do not touch fragments."),
    measure(
        "Do not move by road until security lifts the suspension.",
        slot=MovementSlot.RULE,
        owner="security manager",
    ),
    measure(
        "On the director's written decision: daylight, a route review younger than a day, and a "
        "vetted escort that is no party to the fight.",
        slot=MovementSlot.EXCEPTION,
        owner="director",
        precondition="medical need or an ordered departure",
    ),
    measure("Follow official orders and checkpoint instructions; keep your embassy informed."),
    measure(
        "Account for all staff, national staff and their families first, by 22:00.",
        audience=Audience.MANAGER,
        owner="security manager",
        code="MGR-1",
    ),
    measure(
        "Name the medical evacuation route, or write that there is none.",
        audience=Audience.MANAGER,
        owner="security manager",
        code="MGR-2",
    ),
    measure(
        "Decide by 8 November, 10:00: stay in place, or prepare to leave.",
        audience=Audience.DIRECTOR,
        owner="director",
        code="DIR-1",
    ),
)


def kidal_part(**changes) -> RegionPart:
    sample = RegionPart(
        region=KIDAL,
        box=box(),
        bottom_line=says(
            "EXTREME, up from HIGH: drone strikes killed ",
            told("at least 12"),
            " people in Kidal on 7 November. No travel; no road movement; account for national "
            "staff first.",
            reports=("r1",),
        ),
        situation=(
            says(
                "Drone strikes hit the northern town of Kidal on the morning of 7 November, "
                "killing ",
                told("at least 12"),
                " people and injuring ",
                told("20"),
                " others.",
                reports=("r1",),
            ),
            says("A mayor said ", told("at least 14", "r2"), ".", reports=("r2",)),
            says(
                "Several children are reported killed in one strike; how many is not said.",
                reports=("r1",),
            ),
            says(
                "The strikes are attributed to the Malian Armed Forces; no statement by them was "
                "read. Figures may change.",
                reports=("r1",),
            ),
        ),
        changes=(says("Level up from 4 to 5 since the edition of 1 September."),),
        incidents=(
            IncidentLine(
                "i1",
                "7 November 2023",
                "Kidal, Kidal Region",
                says(
                    "Drone strikes: ",
                    told("at least 12"),
                    " killed, ",
                    told("20"),
                    " injured; attributed to the Malian Armed Forces.",
                    reports=("r1", "r2"),
                ),
                "B2",
                "air strikes and shelling",
            ),
        ),
        claims=(
            ClaimLine("i1", "killed", told("at least 12"), "speaker not named", "asserted", "r1"),
            ClaimLine("i1", "killed", told("at least 14", "r2"), "a mayor", "claimed", "r2"),
            ClaimLine("i1", "injured", told("20"), "speaker not named", "asserted", "r1"),
            ClaimLine("i1", "perpetrators", told("the army"), "local sources", "blamed", "r1"),
        ),
        access=(
            says("Telephones: working as of 7 November.", reports=("r2",)),
            says("Airstrip, roads, fuel, clinics: not reported."),
        ),
        outlook=(
            Forecast(
                says("Further air or drone strikes on Kidal town by 14 November are likely."),
                "likely",
                55,
                80,
                date(2023, 11, 14),
                "At least one air strike reported in Kidal town, dated 8 to 14 November.",
            ),
            Forecast(
                says("There is a roughly even chance of a ground assault by 21 November."),
                "roughly even chance",
                45,
                55,
                date(2023, 11, 21),
                "At least one ground assault reported in Kidal Region, dated 8 to 21 November.",
            ),
        ),
        recommendations=ADVICE,
        background=(
            says(
                "Fighting for territory in the north resumed in August, after the UN mission began "
                "to leave.",
                reports=("r1",),
            ),
        ),
        gaps=(
            "No Malian source was read, and none in French or Tamasheq.",
            "Fighters among the dead: not said.",
        ),
        seen="2 reports, 2 owners; last read 7 November 2023.",
        new_measures=("TRV-1",),
        calls=(says("Last edition made no call."),),
    )
    return replace(sample, **changes)


def unknown_part() -> RegionPart:
    """A region of which nothing was read: this is not calm."""
    return RegionPart(
        region=ZINDER,
        box=box(
            level=None,
            name="Unknown",
            meaning="Nothing allows a level. This is not calm.",
            previous="",
            trend=Trend.NOT_COMPARABLE,
            state="unknown",
            basis="",
            confidence="low",
            provisional=False,
            reasons=(says("0 reports were read in 28 days."),),
            would_change=("Three readable reports of two owners that name the country.",),
            planning="Plan by 3 MEDIUM, the last level held.",
            planning_level=3,
        ),
        recommendations=(
            measure("Ask the desk before any journey.", code="ASK-1", owner="traveller"),
        ),
        gaps=("No source was read since 9 October 2023.",),
        seen="0 reports.",
    )


def alert(**changes) -> Advisory:
    sample = Advisory(
        id="kidal-2023-11-08-alert",
        product=Product.ALERT,
        series="alert-i1",
        edition=1,
        profile=Profile.CORPORATE,
        variant=Edition.DESK,
        as_of=AS_OF,
        title="Mali: Drone strikes kill at least 12 in Kidal, Kidal Region, on 7 November",
        deck="Several children are reported among the dead. Further strikes are likely this week.",
        parts=(kidal_part(),),
        sources=SOURCES,
        tlp=Tlp.GREEN,
        valid_until=EXPIRES,
        replay_id="a41f0c2e9d7b8850",
        method="Level from points that decay and floors, on what was read up to the as-of.",
        grade=Grade.WARNING,
        sample=True,
        incident="i1",
    )
    return replace(sample, **changes)


def briefing(**changes) -> Advisory:
    sample = alert(
        id="kidal-2023-11-08-brief",
        product=Product.BRIEFING,
        series="brief-ML-8",
        edition=3,
        title="Kidal Region, Mali: drone strikes on the regional seat",
        grade=None,
        profile=Profile.NGO,
        progress=Progress.RELEASED,
        signatures=("desk analyst", "head of security"),
        incident=None,
        sample=False,
    )
    return replace(sample, **changes)


def unread(**changes) -> Advisory:
    """A briefing on a region that nobody reads."""
    return briefing(
        id="zinder-2023-11-08-brief",
        title="Zinder Region, Niger: level unknown, nothing read",
        deck="This is not calm: no source was read.",
        parts=(unknown_part(),),
        sources=(),
        progress=Progress.DRAFT,
        signatures=(),
        **changes,
    )


def bulletin(**changes) -> Advisory:
    front = (
        FrontLine(
            FrontGroup.MOVED,
            "ML-8",
            says("Kidal Region, Mali: 5 EXTREME, up from 4. Drone strikes.", reports=("r1",)),
        ),
        FrontLine(
            FrontGroup.UNKNOWN, "NE-7", says("Zinder Region, Niger: UNKNOWN. No report was read.")
        ),
    )
    stale = kidal_part(box=box(state="stale", provisional=False))
    sample = briefing(
        id="2023-W45-weekly",
        product=Product.BULLETIN,
        series="weekly",
        title="Week 45: drone strikes on Kidal; nothing read of Zinder",
        parts=(stale, unknown_part()),
        front=front,
        period=(date(2023, 11, 6), date(2023, 11, 12)),
        progress=Progress.REVIEWED,
    )
    return replace(sample, **changes)

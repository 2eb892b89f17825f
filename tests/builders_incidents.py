"""Accounts, claims and decisions for the tests of the room `incidents`: say only what matters."""

from datetime import UTC, date, datetime

from advisory.model.decision import Anchor, Decision, Verb
from advisory.model.incident import Account, Mention
from advisory.model.marking import Reliability, SourceKind, Tlp
from advisory.model.value import Actor, Claim, Count, DateRange, Part, Place, Span
from advisory.model.vocabulary import (
    ActorRole,
    Category,
    DatePrecision,
    Hazard,
    Precision,
    Qualifier,
    SpeakerKind,
    Stance,
    Status,
)

FAMILIES = {
    "drone_strike": "air",
    "airstrike": "air",
    "clash": "armed",
    "attack": "armed",
    "armed_attack": "armed",
    "seizure": "seizure",
    "kidnapping": "abduction",
    "protest": "crowd",
    "arson": "arson",
    "storm": "storm",
    "epidemic": "epidemic",
    "ferry": "ferry_accident",
    "fire": "fire",
    "industrial": "industrial",
}
_CATEGORY = {
    "arson": (Category.ARSON, Hazard.VIOLENT_CRIME),
    "drone_strike": (Category.AIRSTRIKE, Hazard.AIR_AND_SHELLING),
    "airstrike": (Category.AIRSTRIKE, Hazard.AIR_AND_SHELLING),
    "clash": (Category.CLASH, Hazard.GROUND_COMBAT),
    "attack": (Category.ATTACK, Hazard.GROUND_COMBAT),
    "armed_attack": (Category.ATTACK, Hazard.GROUND_COMBAT),
    "seizure": (Category.SEIZURE, Hazard.GROUND_COMBAT),
    "kidnapping": (Category.KIDNAPPING, Hazard.KIDNAPPING),
    "protest": (Category.PROTEST, Hazard.CIVIL_UNREST),
}
MALI = Place("Mali", "ML", "Mali", precision=Precision.COUNTRY, kind="country", regions=("ML",))
KIDAL_REGION = Place(
    "Kidal Region", "ML", "Mali", "ML-8", precision=Precision.ADMIN1, regions=("ML", "ML-8")
)


def town(name, latitude=18.4, longitude=1.4, *, admin1="ML-8", country="ML"):
    regions = (country, admin1, f"town:{name.casefold()}")
    return Place(
        name, country, latitude=latitude, longitude=longitude, admin1=admin1, regions=regions
    )


KIDAL = town("Kidal", 18.4411, 1.4078)
ANEFIS = town("Anefis", 18.0497, 0.6069)
GAO = town("Gao", 16.2717, -0.0447, admin1="ML-7")
SCHOOL = Place(
    "the school", "ML", latitude=18.45, longitude=1.41, precision=Precision.SITE,
    regions=("ML", "ML-8", "town:kidal", "site:school"),
)  # fmt: skip


def on(day, last=None):
    first = date.fromisoformat(day)
    if last is None:
        return DateRange(first, first)
    return DateRange(first, date.fromisoformat(last), DatePrecision.RANGE)


def exactly(number):
    return Count.exactly(number)


def at_least(number):
    return Count(number, None, Qualifier.AT_LEAST)


def several():
    return Count(2, None, Qualifier.VAGUE)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def actor(name, role=ActorRole.PERPETRATOR, *, attributed=False):
    return Actor(name, role, attributed=attributed)


def parts(**counts):
    return tuple(Part(who, count) for who, count in counts.items())


def claim(field, speaker, stance=Stance.CLAIMED, *, kind=SpeakerKind.PARTY, count=None):
    return Claim(field, "", stance, speaker, kind, count)


def mention(report="r1", type_="drone_strike", *, start=0, place=KIDAL, date="2023-11-07", **more):
    category, hazard = _CATEGORY.get(type_, (Category.OTHER, Hazard.VIOLENT_CRIME))
    day = on(date) if isinstance(date, str) else date
    return Mention(
        id=f"m-{report}-{start}-{type_}", report=report, type=type_, category=category,
        hazard=hazard, trigger=Span(start, start + 6, "strike"), place=place, date=day, **more,
    )  # fmt: skip


def account(report="r1", type_="drone_strike", *, known="2023-11-07T18:00", **more):
    owner = more.pop("owner", f"owner of {report}")
    told_by = {
        "source": owner,
        "owner": owner,
        "origin": more.pop("origin", owner),
        "reliability": Reliability(more.pop("grade", "C")),
        "kind": more.pop("kind", SourceKind.PUBLISHED),
        "party": more.pop("party", None),
    }
    return Account(mention(report, type_, **more), tlp=Tlp.CLEAR, known_at=at(known), **told_by)


def rumour(report="r1", **more):
    return account(report, owner="unknown", grade="F", status=Status.UNVERIFIED, **more)


def anchor(of):
    told = of.mention
    return Anchor(told.report, told.trigger, told.type)


def decision(verb, *about, id_="d1", recorded="2023-11-09T08:00", **more):
    anchors = tuple(anchor(each) for each in about)
    return Decision(id_, verb, "the desk", "seen", at(recorded), anchors, **more)


def tie(one, other, **more):
    return decision(Verb.MUST_LINK, one, other, **more)


def keep_apart(one, other, **more):
    return decision(Verb.CANNOT_LINK, one, other, **more)


def undo(of, *, id_="u1", recorded="2023-11-10T08:00"):
    return decision(Verb.UNDO, id_=id_, recorded=recorded, undoes=of.id)


def claim_of_official(field, speaker, count=None):
    return claim(field, speaker, Stance.ASSERTED, kind=SpeakerKind.OFFICIAL, count=count)

"""The alert: one incident, as loud as the rules say, with what to do now.

The deck adds what the title cannot hold and what is likely next. A later edition is an update of
the same series and says so in its title.
"""

from dataclasses import replace
from datetime import timedelta

from advisory.advice import edition
from advisory.advice.box import level_statement
from advisory.advice.carry import carry
from advisory.advice.dossier import Dossier
from advisory.advice.guide import Guide
from advisory.advice.long_names import acronyms_only, first_mentions
from advisory.advice.part import region_part
from advisory.advice.sentences import authors, voices
from advisory.advice.telling import Telling, telling
from advisory.advice.titles import headline
from advisory.advice.toll import higher_toll, party_toll, unknown_toll, who_died
from advisory.advice.words import joined, word_count
from advisory.model.advice import (
    Advisory,
    Audience,
    Edition,
    Grade,
    Product,
    RegionPart,
    Statement,
)
from advisory.model.incident import Incident
from advisory.rulebook.calls import AlertRule
from advisory.rulebook.catalogue import Catalogue

PERIOD_DAYS = 14
VALID_DAYS = 3
DECK_WORDS = (15, 25)
MOST = {Audience.TRAVELLER: 6, Audience.MANAGER: 6, Audience.DIRECTOR: 3}


def alert(incident: Incident, dossier: Dossier, guide: Guide, variant: Edition) -> Advisory:
    """Return the alert on one incident of a region, as a draft.

    Where no alert rule holds, nobody would have proposed it: its grade is Informational.
    """
    told = telling(incident, guide.rulebook, guide.catalogue)
    valid_until = edition.until([dossier], dossier.day + timedelta(days=VALID_DAYS))
    part = region_part(dossier, guide, valid_until, PERIOD_DAYS, first=incident, most=MOST)
    series = _series(incident, dossier.previous)
    number = edition.number(series, dossier.previous)
    whole = edition.draft(
        guide,
        Product.ALERT,
        series,
        [dossier],
        (part,),
        previous=dossier.previous,
        headline=headline(told, update=number - 1),
        lead=deck(told, part, level_statement(dossier, guide.rulebook)),
        valid_until=valid_until,
    )
    grade = grade_of(incident, dossier, guide.catalogue) or Grade.INFORMATIONAL
    whole = replace(whole, grade=grade, incident=incident.id)
    return carry(whole) if variant is Edition.CARRY else whole


def _series(incident: Incident, previous: Advisory | None) -> str:
    if previous and previous.incident in {incident.id, *incident.aliases}:
        return previous.series
    return f"alert-{incident.id}"


def grade_of(incident: Incident, dossier: Dossier, catalogue: Catalogue) -> Grade | None:
    """Return how loud an alert on this incident is, by the loudest rule; None: no alert."""
    grades = [rule.grade for rule in catalogue.alerts if _holds(rule, incident, dossier)]
    return max(grades, key=list(Grade).index, default=None)


def _holds(rule: AlertRule, incident: Incident, dossier: Dossier) -> bool:
    kind = incident.place.asked_kind if incident.place else "unlocated"
    killed = incident.killed.best if incident.killed else None
    return (
        (not rule.hazards or incident.hazard in rule.hazards)
        and (rule.killed_at_least is None or (killed or 0) >= rule.killed_at_least)
        and (not rule.place_kinds or kind in rule.place_kinds)
        and (not rule.targets or bool(set(rule.targets) & set(incident.targets)))
        and (not rule.level_raised or _is_raised(dossier))
        and incident.credibility <= rule.credibility_at_most
    )


def _is_raised(dossier: Dossier) -> bool:
    assessment = dossier.assessment
    before = max(assessment.previous_level or 0, assessment.standing_level or 0)
    return assessment.level is not None and assessment.level > before


def deck(told: Telling, part: RegionPart, level: Statement) -> Statement:
    """Return the line under the title, 15 to 25 words: what the title cannot hold, what is likely.

    The first fact always stands: where a party alone gives the toll, it says so. Then comes the
    first forecast, then more facts, as long as they fit.
    """
    facts = [
        *party_toll(told),
        *who_died(told),
        *higher_toll(told),
        *authors(told),
        *unknown_toll(told),
        level,
        voices(told),
    ]
    calls = [forecast.statement for forecast in part.outlook[:1]]
    least, most = DECK_WORDS
    first, *more = [acronyms_only(fact) for fact in facts]
    last = calls if word_count([first, *calls]) <= most else []
    kept = [first]
    for fact in more:
        if word_count([*kept, *last]) < least and word_count([*kept, fact, *last]) <= most:
            kept.append(fact)
    return joined(first_mentions([*kept, *last]))

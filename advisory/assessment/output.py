"""An assessment as the JSON of `advisory risk`, field by field as the contract has it.

Numbers of points and scores are rounded to two decimals, for reading; days are ISO dates, the as-of
an RFC 3339 instant. The advice is the one line that levels.yaml has for the level to plan by.
"""

from datetime import date, datetime
from typing import Any

from advisory.assessment.calm import entry_of
from advisory.model.assessment import Assessment, Region, Signed
from advisory.rulebook.book import Scale

SCHEMA = "advisory.risk/1"


def to_json(assessment: Assessment, scale: Scale) -> dict[str, Any]:
    """Return the JSON of `advisory risk --json` for one region (DESIGN, section 5)."""
    return {
        "schema": SCHEMA,
        "region": region_json(assessment.region),
        "as_of": shown_instant(assessment.as_of),
        "level": assessment.level,
        "level_name": assessment.level_name,
        "state": assessment.state.value,
        "basis": assessment.basis.value if assessment.basis else None,
        "provisional": assessment.provisional,
        "signed": _signed(assessment.signed),
        "computed_level": assessment.computed_level,
        "standing_level": assessment.standing_level,
        "last_signed_level": assessment.last_signed_level,
        "planning_level": assessment.planning_level,
        "override": assessment.override,
        "previous_level": assessment.previous_level,
        "trend": assessment.trend.value,
        "confidence": assessment.confidence.value,
        "score": round(assessment.score, 2),
        "hazards": [
            {"hazard": one.hazard.value, "score": round(one.score, 2)} for one in assessment.hazards
        ],
        "drivers": [
            {
                "rule": driver.rule,
                "points": round(driver.points, 2),
                "because": driver.because,
                "incidents": list(driver.incidents),
            }
            for driver in assessment.drivers
        ],
        "incidents": len(assessment.incidents),
        "data_as_of": shown_date(assessment.data_as_of),
        "data_age_days": assessment.data_age_days,
        "valid_until": shown_date(assessment.valid_until),
        "gaps": list(assessment.gaps),
        "advice": advice(assessment, scale),
        "replay_id": assessment.replay_id,
    }


def advice(assessment: Assessment, scale: Scale) -> str:
    """Return the one line of advice: what the level to plan by means for travel."""
    if assessment.planning_level is None:
        return "No level can be given. This is not calm: ask before any travel."
    entry = entry_of(assessment.planning_level, scale)
    if assessment.planning_level == assessment.level:
        return entry.travel
    return f"Plan as for {entry.name}: {entry.travel}"


def region_json(region: Region) -> dict[str, str | None]:
    """Return a region as the contract names it."""
    return {
        "id": region.id,
        "name": region.name,
        "kind": region.kind.value,
        "country": region.country,
    }


def shown_date(day: date | None) -> str | None:
    """Return an ISO date, or None."""
    return day.isoformat() if day else None


def shown_instant(instant: datetime) -> str:
    """Return an RFC 3339 instant in UTC.

    >>> from advisory.model.time import parse_as_of
    >>> shown_instant(parse_as_of("2023-11-08"))
    '2023-11-08T23:59:59Z'
    """
    return instant.isoformat().replace("+00:00", "Z")


def _signed(signed: Signed | None) -> dict[str, Any] | None:
    if signed is None:
        return None
    return {"by": list(signed.by), "at": shown_instant(signed.at), "edition": signed.edition}

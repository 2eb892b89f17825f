"""An assessment as the JSON of `advisory explain`: every point, the words that prove it, what if.

Each contribution has the rule, what it gave on the day and what is left, and the evidence of its
incident: the words of the reports, with their place. The same incidents prove the floors.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from advisory.assessment.output import region_json, shown_date, shown_instant
from advisory.assessment.weeks import week_json, weeks_read
from advisory.model.assessment import Assessment, Contribution, Floor
from advisory.model.incident import Incident, IncidentVersion
from advisory.model.text import Heard

SCHEMA = "advisory.explain/1"
_FIELDS = ("type", "killed", "date", "place")

Words = list[dict[str, Any]]


def explanation(
    assessment: Assessment, versions: Iterable[IncidentVersion], heard: Iterable[Heard] = ()
) -> dict[str, Any]:
    """Return the JSON of `advisory explain --json` for one region (DESIGN, section 5).

    Args:
        assessment: What is to be explained.
        versions: The incidents it came from; the words of those known at its as-of are quoted.
        heard: The reports that were there; what was read of them is told week by week.
    """
    words = {
        version.incident.id: _words(version.incident)
        for version in versions
        if version.is_known(assessment.as_of)
    }
    return {
        "schema": SCHEMA,
        "region": region_json(assessment.region),
        "as_of": shown_instant(assessment.as_of),
        "level": assessment.level,
        "contributions": [_contribution(one, words) for one in assessment.contributions],
        "floors": [_floor(floor, words) for floor in assessment.floors],
        "gaps": list(assessment.gaps),
        "coverage": [
            week_json(week) for week in weeks_read(assessment.region, heard, assessment.as_of)
        ],
        "counterfactuals": list(assessment.counterfactuals),
        "replay_id": assessment.replay_id,
    }


def _contribution(one: Contribution, words: Mapping[str, Words]) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "points": round(one.points, 2),
        "undecayed": round(one.undecayed, 2),
        "half_life_days": one.half_life_days,
        "age_days": one.age_days,
        "hazard": one.hazard.value,
        "incident": one.incident,
        "because": one.because,
        "evidence": words.get(one.incident, []),
    }


def _floor(floor: Floor, words: Mapping[str, Words]) -> dict[str, Any]:
    return {
        "rule": floor.rule,
        "level": floor.level,
        "asked": floor.asked,
        "until": shown_date(floor.until),
        "provisional": floor.provisional,
        "because": floor.because,
        "incidents": list(floor.incidents),
        "conditions": list(floor.conditions),
        "evidence": [one for incident in floor.incidents for one in words.get(incident, [])],
    }


def _words(incident: Incident) -> Words:
    """The words that say what happened, how many were killed, when and where, report by report."""
    return [
        {
            "report": account.mention.report,
            "field": evidence.field,
            "start": span.start,
            "end": span.end,
            "text": span.text,
        }
        for account in incident.accounts
        for evidence in account.mention.evidence
        if evidence.field in _FIELDS
        for span in evidence.spans
    ]

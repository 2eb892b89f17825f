"""An assessment as the JSON of `advisory explain`: every point, the words that prove it, what if.

Each contribution has the rule, what it gave on the day and what is left, and the evidence of its
incident: the words of the reports, with their place, source and grade. The same incidents prove the
floors. Beside it stands the sum, with every factor of it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from advisory.assessment.arithmetic import Sum, Term, arithmetic
from advisory.assessment.output import region_json, shown_date, shown_instant
from advisory.model.assessment import Assessment, Floor, Highest, Inside, TollEnds, Trend
from advisory.model.incident import Incident, IncidentVersion
from advisory.rulebook.book import Rulebook

SCHEMA = "advisory.explain/1"
_FIELDS = ("type", "killed", "date", "place")

Words = list[dict[str, Any]]


def explanation(
    assessment: Assessment,
    versions: Iterable[IncidentVersion],
    rulebook: Rulebook,
    inside: Inside | None = None,
) -> dict[str, Any]:
    """Return the JSON of `advisory explain --json` for one region (DESIGN, section 5).

    Nothing is rounded, so that every sum can be done again.

    Args:
        assessment: What is to be explained.
        versions: The incidents it came from; the words of those known at its as-of are quoted.
        rulebook: The rule base it was made with.
        inside: How what lies inside the region stands.
    """
    known = [version for version in versions if version.is_known(assessment.as_of)]
    words = {version.incident.id: _words(version.incident) for version in known}
    total = arithmetic(assessment, known, rulebook)
    return {
        "schema": SCHEMA,
        "region": region_json(assessment.region),
        "as_of": shown_instant(assessment.as_of),
        "level": assessment.level,
        "contributions": [_contribution(term, words) for term in total.terms],
        "sum": _sum(total),
        "floors": [_floor(floor, words) for floor in assessment.floors],
        "daily_level": assessment.daily_level,
        "trends": [
            _trend(1, assessment.trend, assessment.previous_level),
            _trend(4, assessment.trend_four_weeks, assessment.level_four_weeks_ago),
        ],
        "highest": _highest(assessment.highest),
        "toll_ends": _toll_ends(assessment.toll_ends),
        "inside": _inside(inside),
        "gaps": list(assessment.gaps),
        "counterfactuals": list(assessment.counterfactuals),
        "replay_id": assessment.replay_id,
    }


def _contribution(term: Term, words: Mapping[str, Words]) -> dict[str, Any]:
    one = term.contribution
    return {
        "rule": one.rule,
        "points": one.points,
        "undecayed": one.undecayed,
        "half_life_days": one.half_life_days,
        "age_days": one.age_days,
        "given": term.given,
        "base_points": term.points,
        "per_killed": term.per_killed,
        "killed_scored": term.killed,
        "is_killed_known": term.is_killed_known,
        "cap": term.cap,
        "credibility": term.credibility,
        "credibility_factor": term.credibility_factor,
        "reliability": term.reliability,
        "reliability_factor": term.reliability_factor,
        "hazard": one.hazard.value,
        "incident": one.incident,
        "because": one.because,
        "evidence": words.get(one.incident, []),
    }


def _sum(total: Sum) -> dict[str, Any]:
    return {
        "points": total.points,
        "half_points": total.half_points,
        "score": total.score,
        "level": total.reached.level,
        "from_score": total.reached.from_score,
        "next_level": total.above.level if total.above else None,
        "next_from_score": total.above.from_score if total.above else None,
        "points_missing": total.missing,
    }


def _trend(weeks: int, trend: Trend, level: int | None) -> dict[str, Any]:
    return {"weeks": weeks, "trend": trend.value, "level_then": level}


def _highest(highest: Highest | None) -> dict[str, Any] | None:
    return {"since": shown_date(highest.since), "ever": highest.ever} if highest else None


def _inside(inside: Inside | None) -> dict[str, Any] | None:
    if inside is None:
        return None
    return {
        "high": inside.high,
        "divisions": inside.divisions,
        "unknown": inside.unknown,
        "worst": [{"name": name, "level": level} for name, level in inside.worst],
    }


def _toll_ends(ends: TollEnds | None) -> dict[str, Any] | None:
    if ends is None:
        return None
    return {
        "incidents": list(ends.incidents),
        "low": {"killed": ends.low_killed, "score": ends.low_score, "level": ends.low_level},
        "high": {"killed": ends.high_killed, "score": ends.high_score, "level": ends.high_level},
        "changes_level": ends.changes_level,
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
            "source": account.source,
            "reliability": account.reliability.value,
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

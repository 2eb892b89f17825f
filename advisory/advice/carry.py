"""The edition for a pocket at a checkpoint (decision 15): what to do, whom to call, until when.

Nothing in it says who did what or who says so: no reports, no actors, no reasons, no sources, no
grade, no signatures. It is cut out of the desk edition, so the two cannot contradict each other.
"""

from dataclasses import replace

from advisory.advice.words import region_slot
from advisory.model.advice import (
    Advisory,
    Audience,
    Edition,
    LevelBox,
    Recommendation,
    RegionPart,
)


def carry(advisory: Advisory) -> Advisory:
    """Return the carry edition of a desk edition: the traveller's measures alone."""
    names = ", ".join(region_slot(part.region, full=True).text for part in advisory.parts)
    return replace(
        advisory,
        variant=Edition.CARRY,
        title=f"Travel notes: {names}",
        deck="",
        headline=None,
        lead=None,
        grade=None,
        incident=None,
        method="",
        replay_id="",
        signatures=(),
        sources=(),
        front=(),
        parts=tuple(_part(part) for part in advisory.parts),
    )


def _part(part: RegionPart) -> RegionPart:
    mine = (r for r in part.recommendations if r.audience is Audience.TRAVELLER)
    advice = tuple(_bare(recommendation) for recommendation in mine)
    return RegionPart(region=part.region, box=_box(part.box), recommendations=advice)


def _bare(recommendation: Recommendation) -> Recommendation:
    statement = replace(recommendation.statement, reports=())
    return replace(recommendation, statement=statement, because="", contraindication="")


def _box(box: LevelBox) -> LevelBox:
    return replace(
        box, previous="", confidence="", reasons=(), would_change=(), planning="", signed=""
    )

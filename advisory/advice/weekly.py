"""The bulletin: first one page, what moved and what we cannot see, then the regions that changed.

A region that did not change is a line. One that is stale or unknown says so before anything else:
a week without reports is not a calm week.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from advisory.advice import edition
from advisory.advice.carry import carry
from advisory.advice.dossier import Dossier
from advisory.advice.guide import Guide
from advisory.advice.region_week import RegionWeek
from advisory.advice.titles import week_headline
from advisory.advice.words import listed, number_slot, say
from advisory.model.advice import (
    Advisory,
    Edition,
    FrontGroup,
    Product,
    Statement,
)
from advisory.model.identity import digest
from advisory.model.time import Week

VALID_DAYS = 8
NAMED_REGIONS = 3


def weekly(dossiers: Sequence[Dossier], week: Week, guide: Guide, variant: Edition) -> Advisory:
    """Return the bulletin of a week over these regions, as a draft.

    The last edition is the `previous` of the dossiers: the same for all of them, or None.

    Raises:
        ValueError: If there is no region.
    """
    if not dossiers:
        raise ValueError("a bulletin needs at least one region")
    valid_until = edition.until(dossiers, week.last + timedelta(days=VALID_DAYS))
    written = [RegionWeek.of(dossier, week, guide, valid_until) for dossier in dossiers]
    regions = sorted(written, key=RegionWeek.rank)
    whole = edition.draft(
        guide,
        Product.BULLETIN,
        _series(dossiers),
        dossiers,
        tuple(region.printed for region in regions),
        previous=dossiers[0].previous,
        headline=_headline(regions, week),
        lead=_lead(regions),
        valid_until=valid_until,
    )
    front = tuple(region.front for region in regions)
    whole = replace(whole, front=front, period=(week.first, week.last))
    return carry(whole) if variant is Edition.CARRY else whole


def _series(dossiers: Sequence[Dossier]) -> str:
    regions = sorted(dossier.region.id for dossier in dossiers)
    named = "-".join(regions) if len(regions) <= NAMED_REGIONS else digest(*regions)[:8]
    return f"bulletin-{named}"


def _headline(regions: Sequence[RegionWeek], week: Week) -> Statement:
    if len(regions) == 1:
        return week_headline(regions[0].dossier.region, week, regions[0].first)
    return say(
        "Week {week} of {year}: {count} regions",
        week=number_slot(week.number, str(week)),
        year=number_slot(week.year, str(week)),
        count=number_slot(len(regions), "regions"),
    )


def _lead(regions: Sequence[RegionWeek]) -> Statement:
    if len(regions) == 1:
        return regions[0].level
    groups = [region.group for region in regions]
    counts = {group: groups.count(group) for group in FrontGroup if group in groups}
    slots = {group.value: number_slot(number, group.value) for group, number in counts.items()}
    return say(f"{listed([f'{{{name}}} {name}' for name in slots])}.", **slots)

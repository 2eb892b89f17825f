"""The briefing: one region, everything known of it in the last thirty days, one page or two."""

from datetime import timedelta

from advisory.advice import edition
from advisory.advice.box import inside_statement, level_statement
from advisory.advice.carry import carry
from advisory.advice.dossier import Dossier
from advisory.advice.guide import Guide
from advisory.advice.part import region_part
from advisory.advice.words import date_slot, joined, region_slot, say
from advisory.model.advice import Advisory, Edition, Product, Statement

PERIOD_DAYS = 30
VALID_DAYS = 7


def brief(dossier: Dossier, guide: Guide, variant: Edition) -> Advisory:
    """Return the briefing of one region as of the dossier's instant, as a draft."""
    valid_until = edition.until([dossier], dossier.day + timedelta(days=VALID_DAYS))
    part = region_part(dossier, guide, valid_until, PERIOD_DAYS)
    inside = [inside_statement(dossier.inside, dossier.region)] if dossier.inside else []
    lead = joined([level_statement(dossier, guide.rulebook), *inside, *part.situation[:1]])
    whole = edition.draft(
        guide,
        Product.BRIEFING,
        f"briefing-{dossier.region.id}",
        [dossier],
        (part,),
        previous=dossier.previous,
        headline=_headline(dossier),
        lead=lead,
        valid_until=valid_until,
    )
    return carry(whole) if variant is Edition.CARRY else whole


def _headline(dossier: Dossier) -> Statement:
    region = region_slot(dossier.region, full=True)
    return say(
        "{region}: security briefing, {day}", region=region, day=date_slot(dossier.day, "as-of")
    )

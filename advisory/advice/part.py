"""One region inside a product: everything about it, in the order of the desk.

The situation tells the most telling incident in full and the others by their first sentence, as
long as they fit; long names stand at their first mention only, from situation to background.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from advisory.advice.access import access, unreported
from advisory.advice.background import background
from advisory.advice.box import box, seen
from advisory.advice.changes import changes, lifted, new_measures, previous_part
from advisory.advice.claims import claim_lines
from advisory.advice.dossier import Dossier
from advisory.advice.guide import Guide
from advisory.advice.lines import incident_line
from advisory.advice.long_names import first_mentions
from advisory.advice.measures import MOST, recommendations
from advisory.advice.outlook import calls_resolved, outlook
from advisory.advice.sentences import opening, situation
from advisory.advice.telling import telling
from advisory.advice.words import date_slot, number_slot, region_slot, say, word_count
from advisory.model.advice import Audience, Provenance, RegionPart, Slot, Statement
from advisory.model.incident import Incident
from advisory.model.vocabulary import Status
from advisory.model.wording import counted

SITUATION_WORDS = 125
_FIGURES = "Figures may change."


def region_part(
    dossier: Dossier,
    guide: Guide,
    valid_until: date,
    days: int,
    *,
    first: Incident | None = None,
    most: Mapping[Audience, int] = MOST,
) -> RegionPart:
    """Return the part of one region.

    Args:
        dossier: All that is known of it.
        guide: For whom, and by which rules.
        valid_until: Last day of the product; no measure outlives it.
        days: How far back incidents are listed.
        first: The incident to tell first, for an alert; else the most telling one.
        most: How many measures each audience gets; all where not said.
    """
    told = _in_order(dossier.recent(days), first)
    leading = next((one.hazard for one in told[:1] if one.status is not Status.CALLED_OFF), None)
    lines = tuple(incident_line(i, guide.catalogue, guide.rulebook) for i in told)
    states = access(dossier, guide.catalogue.conflicts)
    before = previous_part(dossier)
    advice = recommendations(dossier, guide, valid_until, most, leading=leading)
    part = RegionPart(
        region=dossier.region,
        box=box(dossier, guide.rulebook),
        situation=_situation(told, dossier, guide, days),
        changes=changes(dossier, before, lines, states, guide.rulebook),
        incidents=lines,
        claims=claim_lines(told, guide.catalogue.conflicts),
        access=states,
        outlook=outlook(dossier, guide.catalogue),
        recommendations=advice,
        background=background(dossier, guide.catalogue, guide.rulebook),
        gaps=dossier.assessment.gaps,
        seen=seen(dossier),
        new_measures=new_measures(advice, before),
        lifted=lifted(advice, before),
        calls=calls_resolved(dossier),
        replay_id=dossier.assessment.replay_id,
    )
    return _shortened(part)


def _in_order(incidents: tuple[Incident, ...], first: Incident | None) -> tuple[Incident, ...]:
    if first is None:
        return incidents
    return (first, *(incident for incident in incidents if incident.id != first.id))


def _situation(
    told: tuple[Incident, ...], dossier: Dossier, guide: Guide, days: int
) -> tuple[Statement, ...]:
    if not told:
        return _nothing_read(dossier, days)
    full = list(situation(telling(told[0], guide.rulebook, guide.catalogue), dossier.day))
    closing = [s for s in full if str(s) == _FIGURES]
    gap = unreported(dossier)
    kept = [s for s in full if str(s) != _FIGURES]
    kept += [gap] if gap else []
    for incident in told[1:]:
        sentence = opening(telling(incident, guide.rulebook, guide.catalogue), dossier.day)
        if word_count([*kept, sentence, *closing]) <= SITUATION_WORDS:
            kept.append(sentence)
    return (*kept, *closing)


def _nothing_read(dossier: Dossier, days: int) -> tuple[Statement, ...]:
    read = counted(dossier.assessment.coverage.reports, "report")
    return (
        say(
            "No incident in {region} was read in the {days} days to {day}. "
            "Read of it so far: {reports}. This is not calm.",
            region=region_slot(dossier.region),
            days=number_slot(days, "period"),
            day=date_slot(dossier.day, "as-of"),
            reports=Slot(read, Provenance.COMPUTED, "coverage"),
        ),
    )


def _shortened(part: RegionPart) -> RegionPart:
    forecasts = [forecast.statement for forecast in part.outlook]
    flow = first_mentions([*part.situation, *part.access, *forecasts, *part.background])
    one = len(part.situation)
    two = one + len(part.access)
    three = two + len(forecasts)
    return replace(
        part,
        situation=flow[:one],
        access=flow[one:two],
        outlook=tuple(
            replace(forecast, statement=statement)
            for forecast, statement in zip(part.outlook, flow[two:three], strict=True)
        ),
        background=flow[three:],
    )

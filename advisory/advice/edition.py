"""What every product has around its parts: number, sources, marking, house facts, validity.

The id names the edition, not its variants: one signature binds all of them (decision 12).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from advisory.advice.dossier import Dossier
from advisory.advice.guide import Guide
from advisory.advice.lines import source_lines
from advisory.advice.measures import missing_house
from advisory.model.advice import Advisory, Edition, Product, RegionPart, SourceLine, Statement
from advisory.model.marking import Tlp

METHOD = (
    "Levels are computed from weighted incidents and floors by dated rules; each sentence leads to "
    "its reports; unknown is not low."
)


def number(series: str, previous: Advisory | None) -> int:
    """Return the number of the next edition of a series, from 1."""
    return previous.edition + 1 if previous and previous.series == series else 1


def statements(part: RegionPart) -> Iterator[Statement]:
    """Yield every statement of a part, in printing order."""
    yield from (part.bottom_line,) if part.bottom_line else ()
    yield from part.situation
    yield from part.changes
    yield from part.box.reasons
    yield from (line.statement for line in part.incidents)
    yield from part.access
    yield from (forecast.statement for forecast in part.outlook)
    yield from (r.statement for r in part.recommendations)
    yield from part.background
    yield from part.calls


def every_statement(advisory: Advisory) -> Iterator[Statement]:
    """Yield every statement of a product, in printing order."""
    yield from (statement for statement in (advisory.headline, advisory.lead) if statement)
    yield from (line.statement for line in advisory.front)
    for part in advisory.parts:
        yield from statements(part)


def sources(parts: Sequence[RegionPart], dossiers: Sequence[Dossier]) -> tuple[SourceLine, ...]:
    """Return the reports that the parts cite, numbered by first citation."""
    cited = [r for part in parts for s in statements(part) for r in s.reports]
    claimed = [line.report for part in parts for line in part.claims]
    return source_lines([*cited, *claimed], dossiers)


def marking(lines: Sequence[SourceLine], dossiers: Sequence[Dossier]) -> Tlp:
    """Return the strictest marking of the reports that were used: cited, or counted in a level."""
    counted = {
        account.tlp
        for dossier in dossiers
        for incident in dossier.incidents
        if incident.id in dossier.assessment.incidents
        for account in incident.accounts
    }
    cited = {
        d.reports[line.report].tlp for line in lines for d in dossiers if line.report in d.reports
    }
    return max(counted | cited, default=Tlp.CLEAR)


def missing(parts: Sequence[RegionPart]) -> tuple[str, ...]:
    """Return the house facts that the measures need and nobody set: they block approval."""
    return missing_house(r.statement for part in parts for r in part.recommendations)


def until(dossiers: Sequence[Dossier], latest: date) -> date:
    """Return the last day a product may be used: a level that grows old earlier ends it earlier."""
    days = (d.assessment.valid_until for d in dossiers)
    ends = [day for dossier, day in zip(dossiers, days, strict=True) if day and day >= dossier.day]
    return min([*ends, latest])


def draft(
    guide: Guide,
    product: Product,
    series: str,
    dossiers: Sequence[Dossier],
    parts: tuple[RegionPart, ...],
    *,
    previous: Advisory | None,
    headline: Statement,
    lead: Statement,
    valid_until: date,
) -> Advisory:
    """Return the desk edition of a product, unsigned: everything that all products share."""
    lines = sources(parts, dossiers)
    edition = number(series, previous)
    return Advisory(
        id=f"{series}-{edition}",
        product=product,
        series=series,
        edition=edition,
        profile=guide.profile,
        variant=Edition.DESK,
        as_of=max(dossier.assessment.as_of for dossier in dossiers),
        title=str(headline),
        deck=str(lead),
        parts=parts,
        sources=lines,
        tlp=marking(lines, dossiers),
        valid_until=valid_until,
        replay_id=parts[0].replay_id if len(parts) == 1 else "",
        method=METHOD,
        sample=guide.catalogue.house.sample,
        headline=headline,
        lead=lead,
        missing_house=missing(parts),
    )

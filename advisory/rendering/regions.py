"""One region of an advisory as it is shown, with its advice sorted by reader."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from advisory.model.advice import (
    Audience,
    ClaimLine,
    Forecast,
    IncidentLine,
    Recommendation,
    RegionPart,
)
from advisory.model.naming import region_words
from advisory.model.wording import long_day
from advisory.rendering.levels import level_view
from advisory.rendering.statements import Citer, own
from advisory.rendering.texts import NO_BREAK, unbroken
from advisory.rendering.views import (
    ClaimsView,
    ClaimView,
    ForecastView,
    IncidentView,
    MeasuresView,
    RecommendationView,
    RegionView,
)
from advisory.rendering.wording import FIELDS
from advisory.rulebook.book import LevelEntry

MOST_ROWS = 150
"""Rows of one list that are printed: the time to set a page grows faster than the table."""


def region_view(part: RegionPart, citer: Citer, levels: Sequence[LevelEntry]) -> RegionView:
    """Return one region as it is shown at the desk."""
    is_told = part.bottom_line is not None and part.box.planning in str(part.bottom_line)
    box = replace(part.box, planning="") if is_told else part.box
    return RegionView(
        name=region_words(part.region, full=True),
        level=level_view(box, citer, levels),
        bottom_line=(
            citer.statement(part.bottom_line) if part.bottom_line else own(part.box.meaning)
        ),
        situation=citer.statements(part.situation),
        changes=citer.statements(part.changes),
        incidents=tuple(_incident(line, citer) for line in part.incidents[:MOST_ROWS]),
        claims=() if citer.silent else _claims(part, citer),
        access=citer.statements(part.access),
        outlook=tuple(_forecast(forecast, citer) for forecast in part.outlook),
        calls=citer.statements(part.calls),
        for_travellers=_advice(part, Audience.TRAVELLER, citer),
        for_managers=_advice(part, Audience.MANAGER, citer),
        for_directors=_advice(part, Audience.DIRECTOR, citer),
        lifted=citer.statements(measure.statement for measure in part.lifted),
        background=citer.statements(part.background),
        gaps=part.gaps,
        seen=part.seen,
    )


def carried(region: RegionView) -> RegionView:
    """Return what a traveller needs of a region; nothing that accuses or explains (decision 15).

    Gone are who claims what, why the level is so, what was read, and what the office decides.
    """
    return replace(
        region,
        level=replace(region.level, reasons=(), would_change=(), change="", signed=""),
        claims=(),
        calls=(),
        for_managers=NOTHING,
        for_directors=NOTHING,
        background=(),
        gaps=(),
        seen="",
    )


NOTHING = MeasuresView((), "")


def _incident(line: IncidentLine, citer: Citer) -> IncidentView:
    return IncidentView(
        line.date, line.place, citer.statement(line.statement), line.grade, line.hazard
    )


def _claims(part: RegionPart, citer: Citer) -> tuple[ClaimsView, ...]:
    titles = {line.incident: f"{line.date}, {line.place}" for line in part.incidents}
    printed = part.claims[:MOST_ROWS]
    return tuple(
        ClaimsView(
            titles.get(incident, part.region.name),
            tuple(_claim(line, citer) for line in printed if line.incident == incident),
        )
        for incident in dict.fromkeys(line.incident for line in printed)
    )


def _claim(line: ClaimLine, citer: Citer) -> ClaimView:
    return ClaimView(
        field=FIELDS.get(line.field, line.field),
        value=line.value.text,
        speaker=line.speaker,
        stance=line.stance,
        citation=citer.citation(line.report),
    )


def _forecast(forecast: Forecast, citer: Citer) -> ForecastView:
    band = f"{forecast.low_percent} to {forecast.high_percent} %".replace(" ", NO_BREAK)
    return ForecastView(
        statement=citer.statement(forecast.statement),
        likelihood=forecast.likelihood.replace(" ", NO_BREAK),
        band=band,
        horizon=long_day(forecast.horizon),
        resolver=unbroken(forecast.resolver),
    )


def _advice(part: RegionPart, reader: Audience, citer: Citer) -> MeasuresView:
    chosen = [measure for measure in part.recommendations if measure.audience is reader]
    usual = [
        term
        for terms in zip(*map(_terms, chosen), strict=True)
        for term, times in Counter(terms).most_common(1)
        if term and times > 1
    ]
    items = (
        _recommendation(number, measure, part, citer, usual)
        for number, measure in enumerate(chosen, start=1)
    )
    return MeasuresView(tuple(items), ", ".join(usual))


def _recommendation(
    number: int, measure: Recommendation, part: RegionPart, citer: Citer, usual: Sequence[str]
) -> RecommendationView:
    return RecommendationView(
        number=str(number),
        kind=measure.slot.value if measure.slot else "measure",
        statement=citer.statement(measure.statement),
        conditions=tuple(
            f"{word}: {text.rstrip('.')}."
            for word, text in (
                ("First", measure.precondition),
                ("Not if", measure.contraindication),
            )
            if text
        ),
        terms=", ".join(term for term in _terms(measure) if term and term not in usual),
        is_new=measure.measure in part.new_measures,
    )


def _terms(measure: Recommendation) -> tuple[str, str]:
    """Who sees to it, and until when it holds."""
    return measure.owner, f"until {long_day(measure.expires)}" if measure.expires else ""

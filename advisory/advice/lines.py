"""Incidents and sources as lines of a list."""

from collections.abc import Sequence

from advisory.advice.called_off import off_reports, off_words
from advisory.advice.claims import actors, claimants
from advisory.advice.dossier import Dossier
from advisory.advice.telling import Telling, telling
from advisory.advice.words import capital, date_words, place_words, say, with_article
from advisory.model.advice import IncidentLine, SourceLine, Statement
from advisory.model.incident import Incident
from advisory.model.marking import Reliability
from advisory.model.vocabulary import NOT_HAPPENED, ActorRole, Hazard
from advisory.model.wording import doubt_words
from advisory.rulebook.book import Rulebook
from advisory.rulebook.catalogue import Catalogue

_TITLE_WORDS = 12
_FIGURES = {
    "killed": "killed",
    "injured": "injured",
    "abducted": "abducted",
}


def incident_line(incident: Incident, catalogue: Catalogue, rulebook: Rulebook) -> IncidentLine:
    """Return one incident in the grammar date, place, what, toll, actor, grade."""
    hazard = rulebook.hazards.get(incident.hazard)
    return IncidentLine(
        incident=incident.id,
        date=date_words(incident.date).removeprefix("on "),
        place=place_words(incident.place),
        statement=_what(telling(incident, rulebook, catalogue)),
        grade=f"{incident.reliability.value}{incident.credibility.value}",
        hazard=hazard.name if hazard else incident.hazard.value.replace("_", " "),
    )


def _what(told: Telling) -> Statement:
    incident = told.incident
    slots = {"what": told.bare}
    figures = {**_FIGURES, "freed": incident.freed_words}
    for field in figures:
        if getattr(incident, field) is not None:
            slots[field] = told.count(field)
    toll = [f"{{{field}}} {words}" for field, words in figures.items() if field in slots]
    unknown = ": toll not known" if incident.toll_matters else ""
    is_to_come = incident.status in NOT_HAPPENED
    what, more = (told.to_come, off_words(told)) if is_to_come else ("{what}", ("", {}))
    slots |= more[1]
    words = what + more[0] + (f": {', '.join(toll)}" if toll else unknown)
    if spoken := incident.party_claims():
        slots["speaker"], *others = told.parties(spoken)
        article = with_article(slots["speaker"].text)
        who = f"{article}{{speaker}}, a party to the fighting, alone"
        words += f", by the word of {'parties to the fighting alone' if others else who}"
    authors = actors(incident, ActorRole.PERPETRATOR)
    if authors:
        report, actor = authors[0]
        how = "by" if incident.hazard is Hazard.DETENTION else "attributed to"
        how = "claimed by" if actor.name in claimants(incident) else how
        slots["author"] = told.name(actor.name, actor.id, report)
        words += f"; {how} {with_article(slots['author'].text)}{{author}}"
    words += doubt_words(incident.status)
    return say(f"{words}.", off_reports(told), **slots)


def source_lines(reports: Sequence[str], dossiers: Sequence[Dossier]) -> tuple[SourceLine, ...]:
    """Return the reports cited, numbered in the order in which they are cited."""
    lines = []
    for number, report in enumerate(dict.fromkeys(reports), start=1):
        dossier = next((d for d in dossiers if report in d.reports), None)
        lines.append(_source_line(number, report, dossier))
    return tuple(lines)


def _source_line(number: int, report_id: str, dossier: Dossier | None) -> SourceLine:
    report = dossier.reports[report_id] if dossier else None
    source = dossier.sources.get(report.source or "") if dossier and report else None
    first_words = " ".join(report.text.split()[:_TITLE_WORDS]) if report else ""
    return SourceLine(
        number=number,
        report=report_id,
        name=source.name if source else (report and report.source) or "source not named",
        reliability=source.reliability if source else Reliability.F,
        published=(report.published if report else None) or "date not given",
        title=(report.title if report else None) or capital(first_words),
        url=report.url if report else None,
    )

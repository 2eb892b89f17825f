"""What changed since the last edition: level, incidents, tolls, measures new and lifted."""

from collections.abc import Iterator, Sequence

from advisory.advice.box import level_words
from advisory.advice.dossier import Dossier
from advisory.advice.words import say
from advisory.model.advice import (
    IncidentLine,
    Provenance,
    Recommendation,
    RegionPart,
    Slot,
    Statement,
)
from advisory.model.wording import counted
from advisory.rulebook.book import Rulebook


def previous_part(dossier: Dossier) -> RegionPart | None:
    """Return the same region in the last edition, or None."""
    parts = dossier.previous.parts if dossier.previous else ()
    return next((part for part in parts if part.region.id == dossier.region.id), None)


def changes(
    dossier: Dossier,
    before: RegionPart | None,
    lines: Sequence[IncidentLine],
    access: Sequence[Statement],
    rulebook: Rulebook,
) -> tuple[Statement, ...]:
    """Return what is new against the last edition, most telling first; nothing without one."""
    if before is None:
        return ()
    found = (
        *_level(dossier, before, rulebook),
        *_incidents(lines, before),
        *_access(access, before),
    )
    read = counted(dossier.assessment.coverage.reports, "report")
    slot = Slot(read, Provenance.COMPUTED, "coverage")
    return found or (say("Nothing changed. Read of it so far: {read}.", read=slot),)


def _level(dossier: Dossier, before: RegionPart, rulebook: Rulebook) -> Iterator[Statement]:
    if dossier.assessment.level != before.box.level:
        now = level_words(dossier.assessment.level, rulebook)
        was = level_words(before.box.level, rulebook)
        yield say(
            "Level: {now}, was {was}.",
            now=Slot(now, Provenance.COMPUTED, "assessment"),
            was=Slot(was, Provenance.COMPUTED, "last edition"),
        )


def _incidents(lines: Sequence[IncidentLine], before: RegionPart) -> Iterator[Statement]:
    known = {line.incident: line for line in before.incidents}
    for line in lines:
        old = known.get(line.incident)
        where = Slot(f"{line.date}, {line.place}", Provenance.COMPUTED, line.incident)
        what = Slot(str(line.statement).removesuffix("."), Provenance.COMPUTED, line.incident)
        if old is None:
            yield say("New: {where}: {what}.", line.statement.reports, where=where, what=what)
        elif str(old.statement) != str(line.statement):
            was = Slot(str(old.statement).removesuffix("."), Provenance.COMPUTED, line.incident)
            words = "Changed: {where}: {what}; was: {was}."
            yield say(words, line.statement.reports, where=where, what=what, was=was)


def _access(access: Sequence[Statement], before: RegionPart) -> Iterator[Statement]:
    known = {str(statement) for statement in before.access}
    for statement in access:
        if str(statement) not in known:
            yield statement


def new_measures(now: Sequence[Recommendation], before: RegionPart | None) -> tuple[str, ...]:
    """Return the codes that the last edition did not have; nothing without one."""
    if before is None:
        return ()
    known = {recommendation.measure for recommendation in before.recommendations}
    return tuple(r.measure for r in now if r.measure not in known)


def lifted(now: Sequence[Recommendation], before: RegionPart | None) -> tuple[Recommendation, ...]:
    """Return the measures of the last edition that hold no longer."""
    hold = {recommendation.measure for recommendation in now}
    return tuple(r for r in (before.recommendations if before else ()) if r.measure not in hold)

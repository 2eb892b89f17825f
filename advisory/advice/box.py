"""The level as it is printed: what it means, what it was, why, how sure, what would change it.

A level that is unknown or stale is never a bare colour: the box says how old the last reading is,
that silence is not calm, and by which level to plan.
"""

from collections.abc import Iterator

from advisory.advice.dossier import Dossier
from advisory.advice.words import capital, say
from advisory.model.advice import LevelBox, Provenance, Slot, Statement
from advisory.model.assessment import HIGH, Driver, Floor, Inside, Region, RegionKind, Signed, State
from advisory.model.wording import counted, long_day
from advisory.rulebook.book import LevelEntry, Rulebook

UNKNOWN = "UNKNOWN"
_MOST_REASONS = 4


def level_words(level: int | None, rulebook: Rulebook) -> str:
    """Return a level with its name, as "4 HIGH", or UNKNOWN."""
    entry = level_entry(level, rulebook)
    return f"{entry.level} {entry.name.upper()}" if entry else UNKNOWN


def level_entry(level: int | None, rulebook: Rulebook) -> LevelEntry | None:
    """Return what levels.yaml says of a level; None for an unknown one."""
    return next((entry for entry in rulebook.scale.levels if entry.level == level), None)


def box(dossier: Dossier, rulebook: Rulebook) -> LevelBox:
    """Return the box of a region."""
    assessment = dossier.assessment
    entry = level_entry(assessment.level, rulebook)
    return LevelBox(
        level=assessment.level,
        name=entry.name.upper() if entry else UNKNOWN,
        meaning=entry.meaning if entry else "No level can be given from what was read.",
        previous=_previous(dossier, rulebook),
        trend=assessment.trend,
        state=assessment.state.value,
        basis=assessment.basis.value if assessment.basis else "",
        confidence=assessment.confidence.value,
        provisional=assessment.provisional,
        reasons=tuple(_reasons(dossier, rulebook))[:_MOST_REASONS],
        would_change=assessment.counterfactuals,
        planning=_planning(dossier, rulebook),
        planning_level=assessment.planning_level,
        signed=_signed(assessment.signed, rulebook),
    )


def _previous(dossier: Dossier, rulebook: Rulebook) -> str:
    assessment = dossier.assessment
    if assessment.previous_level is None and assessment.standing_level is not None:
        return f"{level_words(assessment.standing_level, rulebook)} (standing)"
    return level_words(assessment.previous_level, rulebook)


def _signed(signed: Signed | None, rulebook: Rulebook) -> str:
    if signed is None:
        return "nobody yet"
    names = " and ".join(signed.by)
    return f"{level_words(signed.level, rulebook)} by {names} on {long_day(signed.at.date())}"


def _reasons(dossier: Dossier, rulebook: Rulebook) -> Iterator[Statement]:
    floors = sorted(dossier.assessment.floors, key=lambda floor: (-floor.level, floor.rule))
    for floor in floors:
        yield _floor_reason(floor, dossier)
    told = {floor.rule for floor in floors}
    for driver in dossier.assessment.drivers:
        if driver.rule not in told:
            yield _driver_reason(driver, dossier)
    standing = dossier.assessment.standing_level
    if standing is not None:
        level = Slot(level_words(standing, rulebook), Provenance.RULEBOOK, "standing")
        yield say("A standing level of {level} was set by hand.", level=level)


def _floor_reason(floor: Floor, dossier: Dossier) -> Statement:
    because = Slot(capital(floor.because.removesuffix(".")), Provenance.RULEBOOK, floor.rule)
    capped = " (one origin: provisional)" if floor.provisional else ""
    return say(f"{{because}}{capped}.", _reports(floor.incidents, dossier), because=because)


def _driver_reason(driver: Driver, dossier: Dossier) -> Statement:
    return say(
        "{because}; {points} points.",
        _reports(driver.incidents, dossier),
        because=Slot(capital(driver.because.removesuffix(".")), Provenance.RULEBOOK, driver.rule),
        points=Slot(f"{driver.points:.1f}", Provenance.COMPUTED, driver.rule),
    )


def _reports(incidents: tuple[str, ...], dossier: Dossier) -> list[str]:
    return [r for i in dossier.incidents if i.id in incidents for r in i.reports]


def _planning(dossier: Dossier, rulebook: Rulebook) -> str:
    assessment = dossier.assessment
    if assessment.state is State.CURRENT and assessment.level is not None:
        return ""
    plan = (
        "No level to plan by: ask the desk before any journey."
        if dossier.plan is None
        else f"Plan as {level_words(dossier.plan, rulebook)} until reports are read and signed."
    )
    standing = assessment.standing_level
    held = f"Standing: {level_words(standing, rulebook) if standing else 'none'}."
    return f"{_state_words(dossier, rulebook)} {held} {plan}"


def _state_words(dossier: Dossier, rulebook: Rulebook) -> str:
    assessment, read = dossier.assessment, dossier.assessment.coverage
    reports = f"{counted(read.reports, 'report')} read"
    last = f", the last on {long_day(read.last_read)}" if read.last_read else ""
    if assessment.level is None:
        return f"{UNKNOWN}: {reports}{last}. This is not calm."
    days = f" for {(dossier.day - read.last_read).days} days" if read.last_read else ""
    return (
        f"STALE: {level_words(assessment.level, rulebook)}; nothing read{days}{last}. "
        "Do not use it for a travel decision."
    )


def seen(dossier: Dossier) -> str:
    """Return what was read of the region, in one line."""
    read = dossier.assessment.coverage
    last = f"last read {long_day(read.last_read)}" if read.last_read else "nothing read"
    unread = f", {read.unreadable} in languages we do not read" if read.unreadable else ""
    return f"{counted(read.reports, 'report')}, {counted(read.owners, 'owner')}{unread}; {last}."


def level_statement(dossier: Dossier, rulebook: Rulebook) -> Statement:
    """Return the level and what it was, as a statement."""
    now = Slot(level_words(dossier.assessment.level, rulebook), Provenance.COMPUTED, "assessment")
    before = Slot(_previous(dossier, rulebook), Provenance.COMPUTED, "assessment before")
    if before.text.removesuffix(" (standing)") == now.text:
        return say("{now}, unchanged.", now=now)
    return say("{now}, was {before}.", now=now, before=before)


def inside_statement(inside: Inside, region: Region) -> Statement:
    """Return how the divisions of a region stand, the worst by name (decision 8)."""
    parts = "districts" if region.kind is RegionKind.ADMIN1 else "regions"
    told = f"{{high}} of {{divisions}} {parts} inside at {{least}} or more"
    slots = {
        "high": Slot(str(inside.high), Provenance.COMPUTED, "assessment"),
        "divisions": Slot(str(inside.divisions), Provenance.GAZETTEER, region.id),
        "least": Slot(str(HIGH), Provenance.COMPUTED, "assessment"),
        "unknown": Slot(str(inside.unknown), Provenance.COMPUTED, "assessment"),
    }
    worst = []
    for number, (name, level) in enumerate(inside.worst):
        worst.append(f"{{name{number}}} {{level{number}}}")
        slots[f"name{number}"] = Slot(name, Provenance.GAZETTEER, region.id)
        slots[f"level{number}"] = Slot(str(level), Provenance.COMPUTED, "assessment")
    named = f", worst {', '.join(worst)}" if worst else ""
    return say(f"{told}{named}; no level for {{unknown}}.", **slots)

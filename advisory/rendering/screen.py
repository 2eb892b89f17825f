"""One look-up on one screen: 80 columns, plain text, the answer in the first two lines.

In come an assessment and the incidents as they were known; out goes what `advisory risk` prints.
It is laid out when the snapshot is made, so nothing here runs at look-up time.
"""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from advisory.model.assessment import Assessment, Basis, Driver, Floor, Inside, State, Trend
from advisory.model.incident import Incident
from advisory.model.naming import region_words
from advisory.model.value import Actor, Count
from advisory.model.vocabulary import NOT_HAPPENED, ActorRole, Status
from advisory.model.wording import count_words, counted, doubt_words, short_day, short_instant
from advisory.rendering.announced import announced_line, day_words, where_words
from advisory.rulebook.book import Rulebook

COLUMNS = 80
LABEL = 8
MOST_REASONS = 3
MOST_GAPS = 3


def risk_screen(
    assessment: Assessment,
    incidents: Sequence[Incident],
    rulebook: Rulebook,
    advice: str,
    inside: Inside | None = None,
    *,
    ahead: Sequence[Incident] = (),
) -> str:
    """Return the screen of one assessment, each line at most 80 columns wide.

    The incidents are those of its drivers, at least, as they were known; `ahead` is what is
    announced or warned of: it gives no points, and whoever travels must see it.
    """
    by_id = {incident.id: incident for incident in incidents}
    level = wrap(_level(assessment), COLUMNS, subsequent_indent="  ", break_on_hyphens=False)
    lines = [_heading(assessment), *level]
    for label, texts in _rows(assessment, by_id, rulebook, advice):
        if label == "Do":
            for name, status in (("Ahead", Status.ANNOUNCED), ("Off", Status.CALLED_OFF)):
                told_ahead = [one for one in ahead if one.status is status]
                lines += _block(name, tuple(_ahead(told_ahead, rulebook)))
        if label == "Do" and inside:
            lines += _block("Inside", (inside_words(inside),))
            told = (*texts, *_stricter_inside(assessment, inside, rulebook))
            lines += _block(label, told)
        else:
            lines += _block(label, texts)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def trend_words(trend: Trend, before: int | None, when: str) -> str:
    """Return how the level stands against another week's.

    >>> trend_words(Trend.UP, 4, "last week"), trend_words(Trend.NOT_COMPARABLE, 4, "last week")
    ('up from 4 last week', 'not comparable with last week')
    """
    if trend is Trend.NOT_COMPARABLE:
        return f"not comparable with {when}"
    return f"as {when}" if trend is Trend.STEADY else f"{trend} from {before} {when}"


def inside_words(inside: Inside) -> str:
    """Return how the divisions of a region stand.

    >>> inside_words(Inside(high=1, divisions=11, unknown=9, worst=(("Kidal", 5),)))
    '1 of 11 regions inside at 4 or more: Kidal 5; no level for 9'
    """
    worst = ", ".join(f"{name} {level}" for name, level in inside.worst)
    more = inside.high - len(inside.worst)
    worst += f" and {more} more" if more else ""
    said = f"{inside.high} of {counted(inside.divisions, 'region')} inside at 4 or more"
    unknown = f"; no level for {inside.unknown}" if inside.unknown else ""
    return f"{said}{f': {worst}' if worst else ''}{unknown}"


def _stricter_inside(assessment: Assessment, inside: Inside, rulebook: Rulebook) -> Iterator[str]:
    """Yield what to do in the worst divisions, where it is stricter than in the whole."""
    travel = {entry.level: entry.travel for entry in rulebook.scale.levels}
    for level in sorted({level for _, level in inside.worst}, reverse=True):
        if level > (assessment.planning_level or assessment.level or 0):
            names = ", ".join(name for name, of in inside.worst if of == level)
            yield f"In {names}: {travel[level][0].lower()}{travel[level][1:]}"


def record_words(assessment: Assessment) -> Iterator[str]:
    """Yield since when the score was not as high, where there is something to say."""
    if found := assessment.highest:
        day = short_day(found.since)
        yield f"score highest since {f'the first report, of {day}' if found.ever else day}"


def floor_words(floor: Floor) -> str:
    """Return why a floor holds, with its level first where the reason does not tell it."""
    told = f"level {floor.level}" in floor.because
    return floor.because if told else f"{floor.level}: {floor.because}"


def _heading(assessment: Assessment) -> str:
    name = f"{region_words(assessment.region, full=True)} ({assessment.region.id})"
    as_of = f"as of {short_instant(assessment.as_of)}"
    gap = COLUMNS - len(name) - len(as_of)
    return f"{name}{' ' * gap}{as_of}" if gap > 1 else f"{name}\n{as_of}"


def _level(assessment: Assessment) -> str:
    parts = [_level_words(assessment), _basis_words(assessment), _trend_words(assessment)]
    parts += ["PROVISIONAL"] if assessment.provisional else []
    parts += ["STALE"] if assessment.state is State.STALE else []
    # Who signed another level did not sign this one.
    is_signed = assessment.signed and assessment.signed.level == assessment.level
    parts.append("signed" if is_signed else "UNSIGNED")
    return "  ".join(part for part in parts if part)


def _level_words(assessment: Assessment) -> str:
    if assessment.level is None:
        return "UNKNOWN: this is not calm"
    return f"{assessment.level} {assessment.level_name.upper()}"


def _basis_words(assessment: Assessment) -> str:
    if assessment.basis is Basis.CARRIED:
        return f"carried (today alone: {assessment.daily_level or 'unknown'})"
    return "" if assessment.basis in (None, Basis.COMPUTED) else assessment.basis.value


def _trend_words(assessment: Assessment) -> str:
    if assessment.level is None:
        return ""
    before = assessment.previous_level
    if assessment.trend is Trend.NOT_COMPARABLE:
        return ", ".join(filter(None, (_was(assessment), "trend not comparable")))
    return "unchanged" if assessment.trend is Trend.STEADY else f"{assessment.trend} from {before}"


def _was(assessment: Assessment) -> str:
    """The level before, which may stand beside another without being compared with it."""
    before, standing = assessment.previous_level, assessment.standing_level
    if before is not None:
        return "unchanged" if before == assessment.level else f"was {before}"
    return f"was {standing} (standing)" if standing not in {None, assessment.level} else ""


def _rows(
    assessment: Assessment, by_id: Mapping[str, Incident], rulebook: Rulebook, advice: str
) -> Iterator[tuple[str, Sequence[str]]]:
    yield "Why", tuple(_reasons(assessment, by_id, rulebook))
    yield "Floor", tuple(floor_words(floor) for floor in assessment.floors[:2])
    yield "Do", (advice,)
    yield "Trend", tuple(_trends(assessment))
    yield "Signed", tuple(_signed(assessment))
    yield "Plan", tuple(_planning(assessment))
    yield "If", assessment.counterfactuals[:2]
    yield "Blind", assessment.gaps[:MOST_GAPS]
    yield "Data", (_data(assessment),)
    name = shlex.quote(assessment.region.id)
    yield "More", (f"advisory explain {name}    rules: {rulebook.hash[:16]}",)


def _reasons(
    assessment: Assessment, by_id: Mapping[str, Incident], rulebook: Rulebook
) -> Iterator[str]:
    told = list(dict.fromkeys(_driving(assessment.drivers)))
    for incident_id in [one for one in told if one in by_id][:MOST_REASONS]:
        yield incident_line(by_id[incident_id], rulebook)
    if len(told) > MOST_REASONS:
        yield f"and {counted(len(told) - MOST_REASONS, 'more incident')}"


def _driving(drivers: Iterable[Driver]) -> Iterator[str]:
    return (incident for driver in drivers for incident in driver.incidents)


def _ahead(announced: Sequence[Incident], rulebook: Rulebook) -> Iterator[str]:
    yield from (incident_line(one, rulebook) for one in announced[:MOST_REASONS])
    if len(announced) > MOST_REASONS:
        yield f"and {len(announced) - MOST_REASONS} more"


_OWN_WORD = " by the word of those who fight"


def incident_line(incident: Incident, rulebook: Rulebook) -> str:
    """Return one incident in a line: when, what, where, the toll as it was told, by whom."""
    noun = rulebook.types[incident.type].noun[0] if incident.type in rulebook.types else ""
    if incident.status in NOT_HAPPENED:
        return announced_line(incident, noun)
    told = [
        _toll(incident.killed, "killed") + (_OWN_WORD if incident.party_claims() else ""),
        _higher(incident),
        _toll(incident.injured, "injured"),
        _toll(incident.abducted, "abducted"),
        _toll(incident.freed, incident.freed_words),
        "" if _has_toll(incident) or not incident.toll_matters else "toll unknown",
    ]
    toll = ", ".join(words for words in told if words)
    what = f"{noun}{where_words(incident)}" + (f": {toll}" if toll else "")
    whole = f"{what}{_perpetrators(incident.actors)}{doubt_words(incident.status)}"
    return f"{day_words(incident)}  {whole}"


def _has_toll(incident: Incident) -> bool:
    return incident.killed is not None or incident.injured is not None


def _toll(count: Count | None, word: str) -> str:
    return f"{count_words(count)} {word}" if count else ""


def _higher(incident: Incident) -> str:
    """The higher figure of another account, which the headline does not give.

    "Between 9 and 13" gives it.
    """
    high, told = incident.killed_high, incident.killed
    if told is None or high is None:
        return ""
    most = told.best if told.high is None else told.high
    return f"{high} by another account" if high > most else ""


def _perpetrators(actors: Iterable[Actor]) -> str:
    named = [actor for actor in actors if actor.role is ActorRole.PERPETRATOR]
    if not named:
        return ""
    names = " and ".join(actor.name for actor in named[:2])
    return f"; {'attributed to' if any(a.attributed for a in named) else 'by'} {names}"


def _trends(assessment: Assessment) -> Iterator[str]:
    said = [*record_words(assessment)]
    if assessment.trend_four_weeks is not Trend.NOT_COMPARABLE:
        before = assessment.level_four_weeks_ago
        said.insert(0, trend_words(assessment.trend_four_weeks, before, "four weeks ago"))
    if said and assessment.level is not None:
        yield "; ".join(said)


def _signed(assessment: Assessment) -> Iterator[str]:
    if signed := assessment.signed:
        level = f"level {signed.level}" if signed.level else "UNKNOWN"
        yield f"{level} by {' and '.join(signed.by)} on {short_day(signed.at)}: {signed.edition}"


def _planning(assessment: Assessment) -> Iterator[str]:
    if assessment.standing_level is not None:
        yield f"standing level {assessment.standing_level}, set by hand"
    if assessment.state is not State.CURRENT and assessment.planning_level is not None:
        yield f"plan as for level {assessment.planning_level} until it is read and signed"


def _data(assessment: Assessment) -> str:
    coverage = assessment.coverage
    age = assessment.data_age_days
    newest = "" if age is None else f", newest {counted(age, 'day')} old"
    return (
        f"{counted(coverage.reports, 'report')}, {counted(coverage.owners, 'owner')}{newest}"
        f"    confidence: {assessment.confidence}"
    )


def _block(label: str, texts: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        first = f"{label if number == 0 else '':<{LABEL}}"
        yield from wrap(
            text,
            COLUMNS,
            initial_indent=first,
            subsequent_indent=" " * (LABEL + 2),
            break_on_hyphens=False,
        )

"""A level on the screen, to the last digit: every point, the sum, the floors, what if.

Numbers are shown to four decimals; `--json` has all of them.
"""

from collections.abc import Iterator, Mapping, Sequence

from advisory.assessment.arithmetic import Sum, Term
from advisory.model.assessment import Assessment, Floor, Inside, TollEnds
from advisory.model.incident import Account, Incident
from advisory.model.naming import region_words
from advisory.model.wording import counted, short_instant
from advisory.rendering.screen import floor_words, inside_words, record_words, trend_words

_QUOTED = ("killed", "type")
MOST_WORDS = 60


def explain_lines(
    assessment: Assessment,
    total: Sum,
    incidents: Mapping[str, Incident],
    inside: Inside | None,
) -> Iterator[str]:
    """Yield the lines of `advisory explain`, not yet wrapped.

    Args:
        assessment: What is explained.
        total: Its arithmetic.
        incidents: Those known at its as-of, by id: their reports are quoted.
        inside: How what lies inside stands.
    """
    yield from _heading(assessment)
    yield "Points" if total.terms else "Points: none"
    for term in total.terms:
        yield from _term(term, incidents.get(term.contribution.incident))
    yield "Score"
    yield from _sum(total)
    yield "Floors" if assessment.floors else "Floors: none"
    for floor in assessment.floors:
        yield from _floor(floor)
    yield "Level"
    yield from _level(assessment, total)
    if inside:
        yield f"  {inside_words(inside)}"
    yield from (f"  what if: {one}" for one in assessment.counterfactuals)
    yield from (f"  not seen: {one}" for one in assessment.gaps)
    yield f"  replay id {assessment.replay_id}"


def ends_words(ends: TollEnds) -> str:
    """Return what each end of a disputed toll gives."""
    low, high = (
        (f"the {word} tolls told" if killed is None else f"{killed} killed")
        for word, killed in (("lowest", ends.low_killed), ("highest", ends.high_killed))
    )
    if ends.changes_level:
        level = f"DISPUTED TOLL: daily level {ends.high_level} on {high}, {ends.low_level} on {low}"
    else:
        level = f"daily level {ends.low_level} at both ends of a disputed toll"
    return f"{level} (score {ends.low_score:.4f} on {low}, {ends.high_score:.4f} on {high})"


def _heading(assessment: Assessment) -> Iterator[str]:
    level = "UNKNOWN" if assessment.level is None else f"{assessment.level} {assessment.level_name}"
    state = f", {assessment.state}" if assessment.level else ""
    basis = f", {assessment.basis}" if assessment.basis else ""
    as_of = short_instant(assessment.as_of)
    yield f"{region_words(assessment.region, full=True)}: {level}{basis}{state}, as of {as_of}"


def _term(term: Term, incident: Incident | None) -> Iterator[str]:
    one = term.contribution
    yield f"  {one.points:.4f}  {one.because}"
    yield f"    {one.rule}  {one.incident}"
    yield (
        f"    {_given(term)} x {term.credibility_factor:g} (credibility {term.credibility}) "
        f"x {term.reliability_factor:g} (reliability {term.reliability}) = {one.undecayed:.4f}"
    )
    yield (
        f"    {one.undecayed:.4f} x 2^(-{one.age_days}/{one.half_life_days}) = {one.points:.4f}: "
        f"{counted(one.age_days, 'day')} old, half-life {counted(one.half_life_days, 'day')}"
    )
    for account in incident.accounts if incident else ():
        yield from _quote(account)


def _given(term: Term) -> str:
    if not term.per_killed:
        return f"{term.given:g}"
    told = "" if term.is_killed_known else ", the toll its type is scored by"
    added = f"{term.points:g} + {term.per_killed:g} x {term.killed} killed{told}"
    capped = term.cap is not None and term.given < term.points + term.per_killed * term.killed
    return f"({added}{f', capped at {term.cap:g}' if capped else ''} = {term.given:g})"


def _quote(account: Account) -> Iterator[str]:
    """The words that carry the figure, else what happened; who says so, and its grade."""
    by_field = {evidence.field: evidence.spans for evidence in account.mention.evidence}
    spans = next((by_field[name] for name in _QUOTED if by_field.get(name)), ())
    words = " ... ".join(" ".join(span.text.split()) for span in spans)
    if len(words) > MOST_WORDS:
        words = f"{words[:MOST_WORDS]}..."
    source = account.source or "no source"
    yield f'    "{words}"  {source} ({account.reliability.value}), {account.mention.report}'


def _sum(total: Sum) -> Iterator[str]:
    reached, above = total.reached, total.above
    yield f"  {total.points:.4f} points in all"
    yield (
        f"  100 x (1 - 2^(-{total.points:.4f}/{total.half_points:g})) = {total.score:.4f}: level "
        f"{reached.level} {reached.name}, from {reached.from_score:g}"
    )
    if above and total.missing is not None:
        yield (
            f"  level {above.level} {above.name} begins at {above.from_score:g}: "
            f"{total.missing:.4f} points are missing"
        )


def _floor(floor: Floor) -> Iterator[str]:
    capped = f" (asks for {floor.asked}; one origin alone)" if floor.level < floor.asked else ""
    yield f"  {floor_words(floor)}{capped}"
    yield f"    {' '.join((floor.rule, *floor.incidents, *floor.conditions))}"


def _level(assessment: Assessment, total: Sum) -> Iterator[str]:
    floors = max((floor.level for floor in assessment.floors), default=None)
    by_floors = f" and {floors} by floors" if floors else ", no floor holds"
    day = assessment.daily_level
    yield (
        f"  daily level {'unknown' if day is None else day}: {total.reached.level} by points"
        f"{by_floors}"
    )
    yield from _hands(assessment)
    trends: Sequence[str] = (
        trend_words(assessment.trend, assessment.previous_level, "last week"),
        trend_words(assessment.trend_four_weeks, assessment.level_four_weeks_ago, "four weeks ago"),
        *record_words(assessment),
    )
    yield f"  {'; '.join(trends)}"
    if assessment.toll_ends:
        yield f"  {ends_words(assessment.toll_ends)}"


def _hands(assessment: Assessment) -> Iterator[str]:
    named = {
        "standing": assessment.standing_level,
        "override": assessment.override,
        "last signed": assessment.last_signed_level,
    }
    if said := [f"{name} {level}" for name, level in named.items() if level is not None]:
        yield f"  by hand: {', '.join(said)}"
    if assessment.planning_level is not None and assessment.planning_level != assessment.level:
        yield f"  plan as for level {assessment.planning_level}"

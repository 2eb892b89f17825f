"""The Kidal story week by week, from the seeds: the path of the level, with its reasons, as a log.

The golden file reads like an analyst's log of Sunday evenings. Weeks in which nothing changes are
told together. Where it departs from what a desk would have printed, the last lines say why.
"""

from datetime import date, timedelta
from itertools import groupby
from textwrap import wrap

import pytest

from advisory.assessment.assess import assess_days
from advisory.model.assessment import Confidence
from advisory.model.time import Week, end_of_day
from advisory.model.wording import counted, short_day
from advisory.pipeline.known import known
from tests.builders_seeds import only_stored

FIRST, LAST = date(2023, 8, 27), date(2024, 9, 29)
SUNDAYS = [FIRST + timedelta(weeks=n) for n in range((LAST - FIRST).days // 7 + 1)]
DESK_DAYS = {  # the days of the desk's own table: what it would have published
    date(2023, 6, 1): (None, None),
    date(2023, 11, 8): (5, 5),
    date(2023, 11, 15): (5, 5),
    date(2024, 3, 1): (None, 5),
    date(2024, 6, 6): (5, 5),
    date(2024, 8, 27): (5, 5),
}
NOTES = (
    (
        "8 Nov 2023: a desk prints the 5 as provisional, because both accounts are thin. Here two "
        "owners with a report each are two origins, which carry a 5; that they may not be "
        "independent lowers the confidence, not the level."
    ),
    (
        "27 Aug 2024: a desk computes 5 for the day. Here the day alone gives 4, provisional, "
        "because one report tells it and the only source of the toll is a party; the 5 that is "
        "published is carried from November, since no four weeks of calm were read in between."
    ),
)


@pytest.fixture(scope="module")
def view(gazetteer, tmp_path_factory):
    desk = only_stored(gazetteer, "kidal", tmp_path_factory.mktemp("story"))
    with desk.open_store() as store:
        return desk, known(desk, store)


@pytest.fixture(scope="module")
def levels(view):
    desk, seen = view
    region = desk.gazetteer.region("ML-8")
    days = [*SUNDAYS, *DESK_DAYS]
    made = assess_days([region], days, seen.knowledge, desk.rulebook)
    return {day: found for (_, day), found in made.items()}


def level_words(found):
    if found.level is None:
        plan = f"; plan as for {found.planning_level}" if found.planning_level else ""
        return f"UNKNOWN{plan}"
    words = [f"{found.level} {found.level_name.upper()}", str(found.basis)]
    words += ["provisional"] if found.provisional else []
    words += [str(found.state)] if found.state != "current" else []
    words += [f"the week alone {found.daily_level}"] if found.basis == "carried" else []
    return ", ".join(words)


def reasons(found):
    """The floors that hold the level of the day, else the rule with most points."""
    top = max((floor.level for floor in found.floors), default=None)
    if top:
        return [floor.because for floor in found.floors if floor.level == top]
    return [driver.because for driver in found.drivers[:1]]


def read_in(view, week):
    after = end_of_day(week.first - timedelta(days=1))
    told = [h for h in view.knowledge.heard if after < h.known_at <= end_of_day(week.last)]
    return [h for h in told if "ML-8" in h.regions]


def heading(weeks):
    first, last = weeks[0], weeks[-1]
    if first == last:
        return f"Week {first}, to {short_day(first.last)}"
    return f"Weeks {first} to {last}, {short_day(first.first)} to {short_day(last.last)}"


def entry(view, weeks, found):
    read = read_in(view, weeks[-1]) if len(weeks) == 1 else []
    yield f"{heading(weeks)}: {level_words(found)}"
    owners = counted(len({h.owner for h in read}), "owner")
    yield f"  read: {counted(len(read), 'report')} of {owners}" if read else "  read: nothing"
    if read:
        yield f"  trend: {found.trend}; confidence {found.confidence}"
        yield from (f"  because: {reason}" for reason in reasons(found))
    if found.level:
        yield from (f"  then: {one}" for one in found.counterfactuals[:1])
    yield from (f"  blind: {gap}" for gap in found.gaps[: 2 if read else 1])


def story(view, levels):
    def alike(day):
        week = Week.of(day)
        is_read = bool(read_in(view, week))
        return (day if is_read else None, level_words(levels[day]))

    yield "Kidal Region, Mali (ML-8), by the seeds, each Sunday evening (UTC)"
    yield "standing 4 HIGH by hand from 1 Sep 2023: fighting resumed, the UN mission is leaving"
    for _, days in groupby(SUNDAYS, key=alike):
        together = list(days)
        weeks = [Week.of(day) for day in together]
        yield ""
        yield from entry(view, weeks, levels[together[0] if len(weeks) == 1 else together[-1]])
    yield ""
    yield "Where this is not what a desk would have printed:"
    yield from (f"  {note}" for note in NOTES)


def test_the_story_week_by_week(view, levels, golden):
    lines = [
        piece
        for line in story(view[1], levels)
        for piece in wrap(line, 100, subsequent_indent="    ", break_on_hyphens=False) or [""]
    ]
    golden("story/kidal.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("day", DESK_DAYS, ids=str)
def test_what_is_published_on_the_days_of_the_desk_is_what_the_desk_publishes(levels, day):
    assert (levels[day].level, levels[day].planning_level) == DESK_DAYS[day]


def test_a_report_after_a_silence_of_months_is_of_low_confidence(levels):
    assert levels[date(2024, 6, 6)].confidence is Confidence.LOW
    assert levels[date(2024, 8, 27)].confidence is Confidence.LOW

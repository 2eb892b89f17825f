"""A timeline looks at few days, and finds what looking at every day would find."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.model.time import end_of_day
from tests.builders_assessment import (
    KIDAL,
    MALI,
    START,
    as_of,
    condition,
    curfew_floor,
    floor,
    heard,
    incident,
    rulebook,
    timeline,
    version,
    weight,
)

LAST = as_of("2026-12-31")
BOOK = rulebook(
    weight(points={START: 30, START + timedelta(days=70): 90}),
    floor(level={START: 4}, within_days={START: 10}),
    curfew_floor(),
)

unhurried = settings(deadline=None, max_examples=40)
days = st.integers(0, 90).map(lambda n: (START + timedelta(days=n)).isoformat())
stories = st.lists(
    st.fixed_dictionaries(
        {
            "on": days,
            "killed": st.none() | st.integers(0, 60),
            "owners": st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True),
        }
    ),
    max_size=4,
).map(lambda told: [version(incident(f"i{n}", **one)) for n, one in enumerate(told)])
readings = st.lists(
    st.builds(heard, days, st.sampled_from("abc"), region=st.sampled_from([KIDAL, MALI])),
    max_size=12,
    unique_by=lambda report: report.report,
)
curfews = st.lists(st.builds(condition, since=days, until=st.none() | days), max_size=2)


def told(story, reports, states):
    return timeline(*story, heard=reports, conditions=states, book=BOOK)


@given(stories, readings, curfews, st.integers(0, 100), st.integers(1, 200))
@unhurried
def test_the_highest_level_of_some_days_is_that_of_every_day_between(
    story, reports, states, first, length
):
    start = START + timedelta(days=first)
    found = told(story, reports, states)
    each = [found.daily(end_of_day(start + timedelta(days=n))) for n in range(length)]
    expected = max((day.level, not day.provisional) for day in each)
    found = told(story, reports, states)
    assert found.highest_before(start, end_of_day(start + timedelta(days=length))) == expected


@given(stories, readings, curfews)
@unhurried
def test_the_level_last_held_is_that_of_the_last_day_that_had_one(story, reports, states):
    found = told(story, reports, states)
    day, level = LAST.date(), None
    while level is None and day >= START:
        level = found.published(end_of_day(day)).level
        day -= timedelta(days=1)
    assert told(story, reports, states).last_held(LAST) == level

"""What must hold of every level, whatever is read: by examples that nobody chose."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.assessment.assess import assess
from advisory.assessment.levels import score
from advisory.assessment.points import decayed
from advisory.model.marking import Credibility, Reliability
from advisory.model.value import Count
from advisory.rulebook.book import Part, Rulebook
from tests.builders_assessment import (
    KIDAL,
    MALI,
    START,
    as_of,
    combination,
    floor,
    heard,
    incident,
    knowledge,
    rulebook,
    timeline,
    version,
    weight,
)

OWNERS = ("a", "b", "c")
DAY = "2026-04-10"
BOOK: Rulebook = rulebook(weight(), floor(level={START: 5}), floor("four", level={START: 4}))

MANY = Part(
    name="a deadly strike", when="category = 'airstrike' and killed >= 5", within_days={START: 90}
)
SURE = Part(name="a strike", when="category = 'airstrike'", at_least=2, within_days={START: 60})
COMBINED = rulebook(weight(), floor("four", level={START: 3}), combination(MANY, SURE))

unhurried = settings(deadline=None)  # how long an example takes is not what is tested

days = st.integers(0, 100).map(lambda n: (START + timedelta(days=n)).isoformat())
facts = st.fixed_dictionaries(
    {
        "on": days,
        "killed": st.none() | st.integers(0, 60),
        "owners": st.lists(st.sampled_from(OWNERS), min_size=1, max_size=2, unique=True),
        "credibility": st.sampled_from(Credibility),
        "reliability": st.sampled_from(Reliability),
    }
)
strikes = facts.map(lambda told: incident("another", **told))
stories = st.lists(facts, max_size=5).map(
    lambda told: [version(incident(f"i{n}", **one)) for n, one in enumerate(told)]
)
readings = st.lists(
    st.builds(heard, days, st.sampled_from(OWNERS), region=st.sampled_from([KIDAL, MALI])),
    max_size=25,
    unique_by=lambda report: report.report,
)


def level(story, reports=(), day=DAY):
    return timeline(*story, heard=reports, book=BOOK).published(as_of(day)).level


def answer(story, reports, book=BOOK):
    known = knowledge(*story, heard=reports)
    return assess([KIDAL], as_of(DAY), known, book)[0]


def today(story):
    return timeline(*story, book=BOOK).daily(as_of(DAY))


@given(stories, strikes, st.integers(1, 40))
@unhurried
def test_more_killed_never_lowers_a_score_or_a_level(story, strike, more):
    worse = replace(
        strike, killed=Count.exactly((strike.killed.best if strike.killed else 2) + more)
    )
    mild, grave = today([*story, version(strike)]), today([*story, version(worse)])
    assert (mild.points, mild.level) <= (grave.points, grave.level)
    assert mild.level <= grave.level


@given(stories, strikes)
@unhurried
def test_an_incident_better_believed_never_lowers_a_score_or_a_level(story, strike):
    surer = replace(
        strike,
        credibility=Credibility.CONFIRMED,
        reliability=Reliability.A,
        origins=(*strike.origins, "another"),
    )
    mild, sure = today([*story, version(strike)]), today([*story, version(surer)])
    assert mild.points <= sure.points
    assert mild.level <= sure.level


@given(stories, strikes)
@unhurried
def test_one_more_incident_never_lowers_a_level(story, strike):
    assert today(story).level <= today([*story, version(strike)]).level


@given(st.floats(0, 1000), st.integers(0, 700), st.integers(0, 700), st.integers(1, 400))
@unhurried
def test_decay_only_falls(points, age, more, half_life):
    assert decayed(points, age + more, half_life) <= decayed(points, age, half_life) <= points


@given(st.floats(0, 10_000), st.floats(0, 10_000))
@unhurried
def test_a_score_stays_on_its_scale_and_rises_with_points(points, more):
    assert 0 <= score(points, 40) <= score(points + more, 40) <= 100


@given(stories, readings, st.randoms(use_true_random=False))
@settings(unhurried, max_examples=15)
def test_the_order_in_which_it_comes_changes_nothing(story, reports, shuffle):
    mixed, told = list(story), list(reports)
    shuffle.shuffle(mixed)
    shuffle.shuffle(told)
    one, other = knowledge(*story, heard=reports), knowledge(*mixed, heard=told)
    regions = [MALI, KIDAL]
    assert assess(regions, as_of(DAY), one, BOOK) == assess(regions, as_of(DAY), other, BOOK)


@given(stories, readings, st.sampled_from(OWNERS))
@unhurried
def test_reading_one_source_less_never_makes_it_calmer(story, reports, owner):
    fewer = [report for report in reports if report.owner != owner]
    before, after = level(story, reports), level(story, fewer)
    assert after is None or (before is not None and after >= before)


@given(stories, readings, st.sampled_from(OWNERS))
@settings(unhurried, max_examples=60)
def test_a_source_that_is_removed_never_lowers_a_level_to_calm_but_adds_a_gap(
    story, reports, owner
):
    fewer = [report for report in reports if report.owner != owner]
    before, after = (answer(story, told) for told in (reports, fewer))
    assert after.level is None or (before.level is not None and after.level >= before.level)
    if (after.level, after.state, after.basis) != (before.level, before.state, before.basis):
        assert set(after.gaps) - set(before.gaps)


@given(stories, st.integers(0, 200), st.integers(0, 200))
@unhurried
def test_without_news_the_points_of_a_region_only_fall(story, days, more):
    told, first = timeline(*story, book=BOOK), START + timedelta(days=100)  # the last news
    early, late = (first + timedelta(days=n) for n in (days, days + more))
    before, after = (told.daily(as_of(day.isoformat())) for day in (early, late))
    assert after.points <= before.points
    assert after.level <= before.level


@given(stories, strikes, st.booleans())
@settings(unhurried, max_examples=25)
def test_a_combination_never_makes_more_danger_a_lower_level(story, strike, surer):
    worse = replace(strike, killed=Count.exactly(60), killed_low=60, killed_high=60)
    if surer:
        worse = replace(strike, credibility=Credibility.CONFIRMED, reliability=Reliability.A)
    mild, grave = (answer([*story, version(one)], (), COMBINED) for one in (strike, worse))
    assert mild.daily_level is None or mild.daily_level <= (grave.daily_level or 0)


@given(stories, strikes)
@settings(unhurried, max_examples=25)
def test_a_combination_only_ever_raises_a_level(story, strike):
    told = [*story, version(strike)]
    alone = answer(told, (), replace(COMBINED, combinations=()))
    assert (alone.daily_level or 0) <= (answer(told, (), COMBINED).daily_level or 0)


@given(stories, st.integers(1, 5))
@unhurried
def test_more_copies_from_one_owner_add_nothing(story, copies):
    copied = [
        replace(v, incident=replace(v.incident, accounts=v.incident.accounts * (copies + 1)))
        for v in story
    ]
    assert today(copied).points == today(story).points
    assert today(copied).level == today(story).level


@given(stories, readings)
@unhurried
def test_a_level_falls_only_with_four_covered_weeks_behind_it(story, reports):
    told = timeline(*story, heard=reports, book=BOOK)
    before = None
    for n in range(100):
        instant = as_of((date(2026, 1, 1) + timedelta(days=n)).isoformat())
        now = told.held(instant)
        if before and now and now.level < before:
            assert len(told.readings.covered_weeks(instant)) >= 4
        before = now.level if now else before

"""One query scores many regions: it agrees with plain arithmetic to the ninth digit."""

from datetime import date, timedelta
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.assessment.engine import columns_of, incident_tables, split
from advisory.assessment.points import numbers_in_force, weigh
from advisory.assessment.recurrence import history
from advisory.assessment.scorable import Match, Scorable, factor_of, killed_of
from advisory.assessment.scoring import EXTRA, AsOfs, score_query
from advisory.model.time import end_of_day
from advisory.rulebook.columns import COLUMNS
from tests.builders_assessment import rulebook, weight

TODAY = date(2026, 3, 1)
REGIONS = 3
BY_KIND = weight("by-kind", when="category = 'airstrike'")
BY_ROW = weight("by-row", when="killed >= 3", half_life_days={TODAY: 21}, cap=None)
ANY = weight("any", when="type in ('riot', 'drone_strike')", per_killed=None)
BOOK = rulebook(BY_KIND, BY_ROW, ANY)
HORIZON = BOOK.scale.horizon_days

incidents = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["drone_strike", "riot", None]),
            "category": st.sampled_from(["airstrike", "riot"]),
            "killed": st.none() | st.integers(0, 90),
            "killed_scored": st.none() | st.integers(0, 90),
            "credibility": st.integers(1, 6),
            "reliability": st.sampled_from("ABCDEF"),
            "announced": st.booleans(),
            "region": st.integers(0, REGIONS - 1),
            "age": st.integers(0, HORIZON + 20),
        }
    ),
    min_size=1,
    max_size=12,
)
unhurried = settings(deadline=None, max_examples=25)


def holds(rule, told):
    """Whether a rule of this book speaks of an incident, in plain words."""
    return {
        "by-kind": told["category"] == "airstrike",
        "by-row": (told["killed"] or 0) >= 3,
        "any": told["type"] in {"riot", "drone_strike"},
    }[rule.id]


def tables(told, first=0):
    columns = {name: [one.get(name) for one in told] for name in COLUMNS}
    columns["region"] = [one["region"] for one in told]
    columns["happened"] = [TODAY.toordinal() - one["age"] - first for one in told]
    return incident_tables(columns, EXTRA)


def by_hand(told, day):
    """The points of each (region, rule) by the arithmetic of the product."""
    found = {}
    for region in range(REGIONS):
        for number, rule in enumerate(BOOK.weights):
            matches = [
                Match(
                    rule,
                    Scorable(
                        str(n),
                        one,
                        TODAY - timedelta(days=one["age"]),
                        killed_of(one),
                        factor_of(one, BOOK.scale),
                        announced=one["announced"],
                    ),
                    "",
                )
                for n, one in enumerate(told)
                if one["region"] == region and holds(rule, one)
            ]
            found[region, number] = fsum(
                w.points for w in weigh(matches, end_of_day(day), BOOK.scale)
            )
    return found


@given(incidents)
@unhurried
def test_the_query_as_of_a_day_gives_the_points_of_the_product(told):
    with tables(told) as connection:
        rows = connection.execute(score_query(BOOK, TODAY)).fetchall()
    found = {(region, rule): points for region, rule, points in rows}
    for key, points in by_hand(told, TODAY).items():
        assert found.get(key, 0.0) == pytest.approx(points, abs=1e-9)


@given(incidents, st.sampled_from([1, 7, 14]))
@unhurried
def test_the_recurrence_gives_at_every_as_of_what_the_query_gives_as_of_a_day(told, step):
    times = (HORIZON + 140) // step
    start = TODAY.toordinal() - times * step + step
    as_ofs = AsOfs(start, step, times)
    with tables(told) as connection:
        points = history(connection, BOOK, TODAY, as_ofs, REGIONS)
    for n in (times - 1, times - 2, times // 2):
        expected = [0.0] * REGIONS
        for (region, _), given_by_rule in by_hand(told, date.fromordinal(start + n * step)).items():
            expected[region] += given_by_rule
        assert points[n].tolist() == pytest.approx(expected, abs=1e-9)


def test_a_condition_on_coded_words_alone_is_asked_once_a_kind():
    by_kind, by_row = split([rule.when for rule in BOOK.weights])
    assert [position for position, _ in by_kind] == [0, 2]
    assert [position for position, _ in by_row] == [1]


def test_a_word_inside_quotes_is_no_column():
    assert columns_of("type = 'killed'") == {"type"}


def test_the_numbers_in_force_on_the_day_are_the_ones_that_count():
    later = weight(when="category = 'airstrike'", points={TODAY: 10, TODAY + timedelta(days=1): 40})
    told = [
        {
            "category": "airstrike",
            "killed_scored": 0,
            "credibility": 1,
            "reliability": "A",
            "announced": False,
            "region": 0,
            "age": 0,
        }
    ]
    book = rulebook(later)
    with tables(told) as connection:
        [(_, _, before)] = connection.execute(score_query(book, TODAY)).fetchall()
        day = TODAY + timedelta(days=1)
        [(_, _, after)] = connection.execute(score_query(book, day)).fetchall()
    half_life = numbers_in_force(later, TODAY).half_life_days
    assert before == pytest.approx(10)
    assert after == pytest.approx(40 * 2 ** (-1 / half_life))

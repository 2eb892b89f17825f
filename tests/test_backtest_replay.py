"""The replay says what the product would have said, and knows nothing of what came later."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.assessment.assess import timelines
from advisory.assessment.backtest.run import methods
from advisory.model.assessment import RegionKind
from advisory.model.marking import Reliability, SourceKind
from advisory.model.time import end_of_day
from advisory.rulebook.book import Scope
from tests.builders_assessment import (
    KIDAL,
    START,
    floor,
    heard,
    incident,
    knowledge,
    place,
    rulebook,
    version,
    weight,
)
from tests.builders_backtest import FIRST, TODAY, csv_of, made, panel, row
from tests.builders_shipped import rulebook as shipped

FUTURE = FIRST + timedelta(days=500)


def told(text, book=None):
    found = panel(text)
    values, levels = methods(found, book or shipped(), RegionKind.ADMIN1, TODAY)
    return found, values, levels


@pytest.mark.parametrize("kind", ["armed_clash", "suicide_bomb", "protest"])
def test_an_incident_of_the_future_changes_nothing_before_it(kind):
    text = made()
    planted = text + row(FUTURE, "West", kind, killed=900) + "\n"
    (before, values, levels), (_, changed, raised) = told(text), told(planted)
    earlier = before.as_ofs < (FUTURE - before.first).days
    assert earlier.any()
    for method, before_it in values.items():
        np.testing.assert_allclose(before_it[earlier], changed[method][earlier], atol=1e-12)
    np.testing.assert_array_equal(levels[earlier], raised[earlier])
    assert (changed["score"][~earlier] > values["score"][~earlier]).any()


def test_the_order_of_the_rows_changes_nothing():
    head, *rows = made().splitlines()
    _, values, levels = told("\n".join([head, *reversed(rows)]))
    _, expected, same = told(made())
    np.testing.assert_array_equal(levels, same)
    for method, same_values in expected.items():
        np.testing.assert_allclose(values[method], same_values, atol=1e-9)


strikes = st.lists(
    st.tuples(st.integers(0, 150), st.none() | st.integers(0, 40)), min_size=1, max_size=6
)
BOOK = rulebook(
    weight(when="category = 'airstrike' and not announced"),
    floor("any", when="category = 'airstrike' and killed >= 3", within_days={START: 20}),
    floor("two", when="category = 'airstrike'", at_least=2, level={START: 4}),
)


@given(strikes)
@settings(deadline=None, max_examples=15)
def test_the_published_level_is_that_of_the_product_where_a_dataset_covers_each_week(story):
    """The same strikes as a table, and as incidents with a report of the dataset on each day."""
    days = [FIRST + timedelta(days=n) for n in range(200)]
    rows = [
        row(FIRST + timedelta(days=n), kind="drone_strike", killed="" if k is None else k)
        for n, k in story
    ]
    ends = [row(day, "elsewhere", "drone_strike", killed=0) for day in (days[0], days[-1])]
    book = replace(BOOK, types={**shipped().types, **BOOK.types})
    found, _, levels = told(csv_of(*rows, *ends), book)
    versions = [
        version(
            incident(
                f"i{n}",
                on=(FIRST + timedelta(days=day)).isoformat(),
                killed=killed,
                reliability=Reliability.B,
                at=place(kind="admin1", region=KIDAL),
            )
        )
        for n, (day, killed) in enumerate(story)
    ]
    covering = [
        heard(day.isoformat(), "dataset", kind=SourceKind.DATASET, region=KIDAL) for day in days
    ]
    [read] = timelines([KIDAL], knowledge(*versions, heard=covering), book)
    north = found.regions.index("Utopia / North")
    for position, at in enumerate(found.as_ofs):
        expected = read.published(end_of_day(found.day(at))).level
        assert levels[position, north] == expected


def test_a_floor_of_a_country_holds_in_all_its_regions_and_in_no_other_country():
    book = replace(
        BOOK,
        types=shipped().types,
        floors=(floor(when="killed >= 50", scope=Scope.COUNTRY, level={START: 3}),),
        weights=(),
    )
    text = csv_of(
        row(FIRST, "North", killed=60),
        row(FIRST, "South", killed=0),
        row(FIRST, "Coast", killed=0, country="Erewhon"),
        row(FIRST + timedelta(days=40)),
    )
    found, _, levels = told(text, book)
    assert dict(zip(found.regions, levels[0].tolist(), strict=True)) == {
        "Erewhon / Coast": 1,
        "Utopia / North": 3,
        "Utopia / South": 3,
    }


def test_a_level_falls_only_after_four_calm_weeks():
    for_a_day = floor(when="killed >= 1", within_days={START: 0})
    book = replace(BOOK, types=shipped().types, weights=(), floors=(for_a_day,))
    text = csv_of(row(FIRST), row(FIRST + timedelta(days=80), killed=0))
    found, _, levels = told(text, book)
    by_day = zip(found.as_ofs, levels[:, 0].tolist(), strict=True)
    held = [found.day(at) for at, level in by_day if level > 1]
    assert held[-1] == date(2020, 2, 9)


def test_the_values_of_the_baselines_are_simple_sums():
    _, values, _ = told(csv_of(row(FIRST, killed=7), row(FIRST + timedelta(days=90), killed=0)))
    assert values["last_28_days"][:5, 0].tolist() == [7, 7, 7, 7, 0]
    assert values["mean_12_months"][:2, 0].tolist() == [7 / 12, 7 / 12]
    assert values["decayed_90_days"][0, 0] == pytest.approx(np.log(8) * 2 ** (-6 / 90))

"""The figures of a backtest: against plain counting, and against what must hold of any of them."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.assessment.backtest import calm, chances, measure, ranks
from advisory.assessment.backtest.governments import (
    FEWEST_COUNTRIES,
    governments,
    in_force,
    read_levels,
)
from advisory.assessment.backtest.output import levels_csv, to_json
from advisory.assessment.backtest.run import backtest
from advisory.errors import UserError
from advisory.model.backtest import METHODS, METRICS
from tests.builders_backtest import ASKED, FIRST, csv_of, made, row, table
from tests.builders_shipped import rulebook

grids = st.integers(2, 4).flatmap(
    lambda regions: st.lists(
        st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=regions, max_size=regions),
        min_size=2,
        max_size=8,
    )
)
quick = settings(deadline=None, max_examples=40)
ONCE = np.ones((1, 1))


def split(grid):
    values = np.array([[float(value) for value, _ in one] for one in grid])
    happened = np.array([[came for _, came in one] for one in grid])
    return values, happened


def counted(cases, calm_ones):
    """The share of pairs in which the case ranks higher, a tie being half a one."""
    won = [1.0 if c > n else 0.5 if c == n else 0.0 for c in cases for n in calm_ones]
    return sum(won) / len(won) if won else float("nan")


@given(grids)
@quick
def test_the_area_is_the_share_of_pairs_that_are_in_order(grid):
    values, happened = split(grid)
    found = ranks.auc(ranks.pairs(values, happened), np.ones((1, values.shape[1])))
    expected = counted(values[happened], values[~happened])
    np.testing.assert_allclose(found, [expected])


@given(grids, st.data())
@quick
def test_a_region_drawn_twice_counts_as_two(grid, data):
    values, happened = split(grid)
    regions = values.shape[1]
    drawn = data.draw(st.lists(st.integers(0, regions - 1), min_size=regions, max_size=regions))
    times = np.bincount(drawn, minlength=regions).astype(float)[None]
    again, came = values[:, drawn], happened[:, drawn]
    found = ranks.pairs(values, happened)
    np.testing.assert_allclose(ranks.auc(found, times), [counted(again[came], again[~came])])
    precision = ranks.average_precision(values, happened, times)
    once = ranks.average_precision(again, came, np.ones((1, regions)))
    np.testing.assert_allclose(precision, once)


def test_inside_one_region_only_its_own_weeks_are_compared():
    values = np.array([[1.0, 9.0], [2.0, 8.0]])
    happened = np.array([[False, True], [True, False]])
    found = ranks.pairs(values, happened)
    assert ranks.auc_within(found, np.ones((1, 2))).tolist() == [1.0]


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=30))
@quick
def test_chances_rise_with_the_values_and_have_the_mean_of_what_happened(told):
    values = np.array([float(value) for value, _ in told])
    happened = np.array([came for _, came in told])
    found = chances.fitted(values, happened, np.sort(values)[:, None]).ravel()
    assert (np.diff(found) >= -1e-12).all()
    assert found.mean() == pytest.approx(happened.mean())


def test_to_foretell_what_happened_has_a_skill_of_one_and_the_mean_none():
    happened = np.array([[True], [False], [False], [True]])
    assert chances.brier_skill(happened.astype(float), happened, ONCE).tolist() == [1.0]
    assert chances.brier_skill(np.full((4, 1), 0.5), happened, ONCE).tolist() == [0.0]


def test_a_change_that_is_taken_back_within_four_weeks_is_undone():
    levels = np.array([[1], [3], [1], [1], [4], [4], [4], [4], [4], [1]], dtype=np.int8)
    assert calm.flips(levels, ONCE, years=2.0).tolist() == [2.0]
    assert calm.undone(levels, ONCE, steps=4).tolist() == [0.25]


def test_a_baseline_gets_the_levels_that_the_rules_give_as_often():
    levels = np.array([[1, 1], [2, 5]], dtype=np.int8)
    values = np.array([[0.1, 7.0], [0.2, 0.3]])
    assert calm.cut_alike(values, levels).tolist() == [[1, 5], [1, 2]]


def test_a_backtest_has_every_figure_of_the_contract_inside_its_interval():
    found = backtest(table(made()), rulebook(), ASKED)
    assert tuple(found.metrics) == METHODS
    for figures in found.metrics.values():
        assert tuple(figures) == METRICS
        for value, low, high in (one for one in figures.values() if one):
            assert low - 1e-9 <= value <= high + 1e-9 or high - low < 0.2
    assert sum(found.level_shares) == pytest.approx(1)


def test_the_differences_are_those_of_the_figures_and_none_of_a_method_to_itself():
    found = backtest(table(made()), rulebook(), ASKED)
    for method, figures in found.paired.items():
        for metric, difference in figures.items():
            if difference:
                ours, other = found.metrics["score"][metric], found.metrics[method][metric]
                assert difference[0] == pytest.approx(ours[0] - other[0])
    sample = {"auc_1": np.array([0.5, 0.6])}
    same = measure.paired({"score": sample, "decayed_90_days": sample})
    assert same["decayed_90_days"]["auc_1"] == (0.0, 0.0, 0.0)


def test_the_same_table_gives_the_same_json():
    one, other = (to_json(backtest(table(made()), rulebook(), ASKED)) for _ in range(2))
    assert one == other


def test_the_test_begins_on_the_day_that_was_asked_and_chances_know_only_earlier_weeks():
    asked = replace(ASKED, test_from=FIRST + timedelta(days=7 * 60))
    found = backtest(table(made()), rulebook(), asked)
    assert found.tested == 120 - 60 - 4
    assert found.test_from == asked.test_from


def test_a_test_without_outcomes_is_refused_with_the_days_that_have_them():
    asked = replace(ASKED, test_from=date(2030, 1, 1))
    with pytest.raises(UserError, match="Choose an earlier --test-from"):
        backtest(table(made()), rulebook(), asked)


def test_the_levels_are_written_for_each_region_and_week():
    found = backtest(table(made()), rulebook(), ASKED)
    rows = levels_csv(found).splitlines()
    assert rows[0] == "as_of,region,level"
    assert len(rows) == 1 + len(found.regions) * len(found.as_ofs)


LEVELS = "gov,seen,country,level,previous,issued\n" + "".join(
    f"one,2020-06-01,C{n},Level {1 + n % 4}: Advice,,\n" for n in range(12)
)


def test_rows_without_a_level_are_passed_over():
    assert len(read_levels(LEVELS + "one,2020-06-02,C1,Other,,\none,2020-06-02,C1,,,\n")) == 12


def test_the_level_at_the_end_of_the_table_is_the_last_one_seen_by_then():
    text = LEVELS + "one,2020-07-01,C0,Level 3: x,,\none,2021-01-01,C0,Level 4: y,,\n"
    found = in_force(read_levels(text), date(2020, 12, 31), str)
    assert found["one"]["C0"] == 3
    assert in_force(read_levels(text), date(2020, 1, 1), str)["one"]["C0"] == 1


def test_a_government_that_ranks_as_we_do_agrees_fully_and_two_with_each_other():
    levels = {name: {f"C{n}": 1 + n % 4 for n in range(12)} for name in ("one", "two")}
    values = {"score": {f"C{n}": float(n % 4) for n in range(12)}}
    [first, _] = governments(levels, values)
    assert first.figures["score"] == pytest.approx((1.0, 1.0, 1.0))
    assert first.agreement == {"two": pytest.approx(1.0)}


def test_too_few_countries_in_common_say_nothing():
    levels = {"one": {f"C{n}": 1 for n in range(FEWEST_COUNTRIES - 1)}}
    assert governments(levels, {"score": dict.fromkeys(levels["one"], 1.0)}) == ()


def test_country_months_are_compared_with_a_government():
    rows = [
        f"{2020 + m // 12}-{m % 12 + 1:02},C{n},{n * (n + m) % 90},x"
        for m in range(24)
        for n in range(12)
    ]
    text = "month,iso3,killed_best,source\n" + "\n".join(rows) + "\n"
    asked = replace(ASKED, levels=read_levels(LEVELS), country_of=str)
    found = backtest(table(text), rulebook(), asked)
    assert found.governments[0].countries == 12
    assert found.metrics["score"]["spearman"] == found.governments[0].figures["score"]


def test_one_week_of_events_is_enough_for_a_plain_refusal():
    with pytest.raises(UserError):
        backtest(table(csv_of(row(FIRST))), rulebook(), ASKED)

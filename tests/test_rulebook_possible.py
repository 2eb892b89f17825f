"""Whether a condition can hold, and what one says of another: decided, and never wrongly denied."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.rulebook.conditions import to_sql
from advisory.rulebook.possible import can_hold, says
from tests.builders_shipped import rulebook

TYPES = rulebook().types


@pytest.mark.parametrize(
    "when",
    [
        "killed >= 10 and killed < 5",
        "killed > 3 and killed < 4",
        "killed between 7 and 5",
        "killed is null and killed >= 1",
        "killed >= 1 and not killed >= 1",
        "type = 'riot' and type = 'protest'",
        "type = 'riot' and category = 'airstrike'",
        "type in ('riot', 'looting') and hazard = 'kidnapping'",
        "family = 'earthquake' and hazard = 'epidemic'",
        "announced and not announced",
        "announced and status = 'reported'",
        "status = 'announced' and not announced",
        "credibility > 6",
        "credibility is null",
        "place_kind in ('seat', 'capital') and place_kind not in ('seat', 'capital')",
        "country = 'ML' and country <> 'ML'",
        "targets like '% hotel %' and not targets like '% hotel %'",
        "(killed > 9 or injured > 9) and killed < 3 and injured < 3",
        "not (killed >= 1 or killed < 1 or killed is null)",
    ],
)
def test_what_contradicts_itself_can_never_hold(when):
    assert not can_hold(when, TYPES)


@pytest.mark.parametrize(
    "when",
    [
        "killed >= 10",
        "killed is null or killed < 5",
        "killed > 3 and killed < 5",
        "not killed > 3",
        "type = 'drone_strike' and category = 'airstrike'",
        "announced and status = 'announced'",
        "targets like '% hotel %' and targets like '% airport %'",
        "targets = ' hotel '",
        "country <> 'ML' and country <> 'NE'",
        "killed_low = killed_high",
        "(type = 'riot' and killed > 9) or (killed > 9 and killed < 3)",
    ],
)
def test_what_can_happen_can_hold(when):
    assert can_hold(when, TYPES)


@pytest.mark.parametrize(
    ("when", "other", "said"),
    [
        ("killed >= 10", "killed >= 5", True),
        ("killed >= 5", "killed >= 10", False),
        ("killed >= 10", "killed is not null", True),
        ("killed is not null", "killed >= 0", True),
        ("type = 'riot'", "hazard = 'civil_unrest'", True),
        ("hazard = 'civil_unrest'", "type = 'riot'", False),
        ("type = 'riot' and killed > 1", "type in ('riot', 'looting')", True),
        ("killed >= 1", "killed >= 1 or injured >= 1", True),
        ("killed < 5", "not killed >= 5", True),
        ("type = 'riot'", "not killed >= 5", False),
        ("killed >= 3 and killed < 1", "type = 'riot'", True),
    ],
)
def test_what_one_condition_says_of_another(when, other, said):
    assert says(when, other, TYPES) is said


def test_a_condition_too_wide_to_decide_counts_as_possible():
    wide = " and ".join(f"(killed > {n} or injured > {n} or origins > {n})" for n in range(9))
    assert can_hold(f"({wide}) and killed is null and killed is not null", TYPES)


numbers = st.integers(0, 3).map(str)
signs = st.sampled_from(["=", "<>", "<", "<=", ">", ">="])
leaves = st.one_of(
    st.builds(
        lambda c, s, n: f"{c} {s} {n}", st.sampled_from(["killed", "injured"]), signs, numbers
    ),
    st.builds(lambda c: f"{c} is null", st.sampled_from(["killed", "injured"])),
    st.sampled_from(["announced", "not announced", "status = 'denied'", "status <> 'announced'"]),
    st.builds(lambda a, b: f"killed between {a} and {b}", numbers, numbers),
    st.builds(lambda a, b: f"injured in ({a}, {b})", numbers, numbers),
)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(lambda a, b: f"({a}) and ({b})", inner, inner),
        st.builds(lambda a, b: f"({a}) or ({b})", inner, inner),
        st.builds(lambda a: f"not ({a})", inner),
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def grid():
    """Every row of a small world: tolls of 0 to 4 or unknown, four statuses."""
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE rows AS SELECT killed, injured, status, "
            "status in ('announced', 'called_off') announced "
            "FROM (SELECT unnest([0, 1, 2, 3, 4, NULL]) killed), "
            "(SELECT unnest([0, 1, 2, 3, 4, NULL]) injured), "
            "(SELECT unnest(['reported', 'denied', 'announced', 'called_off']) status)"
        )
        yield connection


def rows_of(grid, when, other=None):
    no = f" AND ({to_sql(other)}) IS NOT TRUE" if other else ""
    [(found,)] = grid.execute(f"SELECT count(*) FROM rows WHERE ({to_sql(when)}){no}").fetchall()  # noqa: S608 - from checked trees
    return found


@given(when=conditions)
@settings(deadline=None, max_examples=150)
def test_it_is_possible_exactly_where_some_row_of_a_small_world_matches(grid, when):
    assert can_hold(when, TYPES) is bool(rows_of(grid, when))


@given(when=conditions, other=conditions)
@settings(deadline=None, max_examples=150)
def test_it_says_the_other_exactly_where_no_row_matches_it_alone(grid, when, other):
    assert says(when, other, TYPES) is (rows_of(grid, when, other) == 0)

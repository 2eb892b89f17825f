"""An example inside a rule says only what matters to it; the rest has known defaults."""

import pytest

from advisory.rulebook.columns import COLUMNS
from advisory.rulebook.examples import cases, typed
from advisory.rulebook.load import load_rulebook
from advisory.rulebook.reasons import OF_INCIDENTS, fill, problems_of_reason
from tests.builders_rulebook import RIOT, RIOT_RULE, base, put
from tests.builders_shipped import rulebook


@pytest.fixture
def first_row(tmp_path):
    def read(given):
        text = RIOT_RULE.replace("{type: riot, killed: 3}", given)
        return cases(load_rulebook([put(base(tmp_path), RIOT, text)]))[0].rows[0]

    return read


def test_every_example_of_every_rule_is_a_case():
    assert len(cases(rulebook())) == sum(len(rule.tests) for rule in rulebook().rules)


def test_a_row_has_every_column_and_its_age(first_row):
    assert set(first_row("{type: riot}")) == {*COLUMNS, "days_ago"}


def test_what_is_left_out_is_the_ordinary_case(first_row):
    row = first_row("{type: riot}")
    assert (row["credibility"], row["reliability"], row["origins"]) == (3, "C", 1)
    assert (row["status"], row["place_kind"], row["days_ago"]) == ("reported", "place", 0)


def test_a_toll_that_is_left_out_is_unknown_and_scores_by_its_type(first_row):
    row = first_row("{type: mob_violence}")
    assert row["killed"] is None
    assert row["killed_scored"] == rulebook().types["mob_violence"].unknown_killed


def test_null_is_unknown_and_zero_is_nobody(first_row):
    assert first_row("{type: riot, killed: null}")["killed"] is None
    assert first_row("{type: riot, killed: 0}")["killed"] == 0


def test_low_and_high_follow_the_toll_unless_said(first_row):
    row = first_row("{type: riot, killed: 3, killed_high: 9}")
    assert (row["killed_low"], row["killed_high"], row["killed_scored"]) == (3, 9, 3)


def test_category_family_and_hazard_follow_the_type(first_row):
    row = first_row("{type: drone_strike}")
    assert (row["category"], row["family"]) == ("airstrike", "air")
    assert row["hazard"] == "air_and_shelling"


def test_what_is_announced_has_that_status(first_row):
    assert first_row("{type: protest, announced: true}")["status"] == "announced"


def test_targets_have_a_blank_around_each(first_row):
    assert first_row("{type: riot, targets: hotel market}")["targets"] == " hotel market "
    assert first_row("{type: riot}")["targets"] == " "


def test_an_example_of_a_condition_is_in_force_unless_said():
    [curfew] = [floor for floor in rulebook().floors if floor.id.endswith("/curfew")]
    rows = [case.rows[0] for case in cases(rulebook()) if case.rule == curfew]
    assert [row["state"] for row in rows] == ["in_force", "lifted"]
    assert {row["condition"] for row in rows} == {"curfew"}


@pytest.mark.parametrize(("sql_type", "text"), [("INTEGER", "-1"), ("INTEGER", "1.5")])
def test_a_column_takes_only_its_kind(sql_type, text):
    with pytest.raises(ValueError, match="is not a whole number"):
        typed(sql_type, text)


def test_a_reason_is_filled_word_by_word_and_nothing_else():
    assert fill("{type} in {place.name}", {"type": "riot", "place": "Gao"}) == (
        "riot in {place.name}"
    )


def test_a_word_with_braces_is_not_filled_again():
    assert fill("{place}", {"place": "{type}", "type": "riot"}) == "{type}"


def test_a_brace_alone_is_told():
    told = list(problems_of_reason("{type} in {place", OF_INCIDENTS))
    assert told == ["a brace stands alone: write placeholders as {place}"]

"""An incident becomes the row that rules are asked about, and one query asks them all."""

import pytest

from advisory.assessment.engine import find_matches, match_query
from advisory.assessment.rows import row_of
from advisory.assessment.scorable import happened_on, voice_of
from advisory.model.marking import Reliability
from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision, Status
from advisory.rulebook.columns import COLUMNS
from tests.builders_assessment import incident, place, rulebook

TYPES = rulebook().types


def row(**more):
    return row_of(incident(**more), TYPES)


def test_a_row_has_exactly_the_documented_columns_in_order():
    assert list(row()) == list(COLUMNS)


def test_an_unknown_toll_is_null_and_scores_by_the_default_of_its_type():
    told = row(killed=None)
    assert (told["killed"], told["killed_scored"]) == (None, 2)


def test_a_toll_of_nought_is_nought():
    told = row(killed=0)
    assert (told["killed"], told["killed_scored"]) == (0, 0)


def test_a_type_that_the_rule_base_does_not_know_has_no_default():
    assert row(type="sorcery", killed=None)["killed_scored"] is None


def test_a_place_of_which_not_even_the_country_is_known_is_unlocated():
    nowhere = incident(at=place("Somewhere").__class__("Somewhere"))
    assert row_of(nowhere, TYPES)["place_kind"] == "unlocated"


def test_what_is_announced_is_said_to_be_announced():
    assert row(status=Status.ANNOUNCED)["announced"] is True


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("killed >= 12", True),
        ("killed > 12", False),
        ("targets like '% hotel %'", False),
        ("type in ('riot', 'drone_strike') and place_kind = 'seat'", True),
        ("injured < 5", False),
        ("not injured < 5", False),
    ],
)
def test_a_condition_holds_or_not_and_unknown_holds_nothing(condition, found):
    assert bool(find_matches([row()], [condition])) is found


def test_every_match_comes_back_by_row_and_rule():
    rows = [row(killed=1), row(killed=12)]
    assert find_matches(rows, ["killed >= 10", None, "killed >= 1"]) == ((0, 2), (1, 0), (1, 2))


def test_nothing_is_asked_where_there_is_nothing_to_ask():
    assert find_matches([], ["killed >= 1"]) == ()
    assert find_matches([row()], [None]) == ()


def test_the_same_query_is_written_for_spark():
    assert "killed >= 1" in match_query(("killed >= 1",), dialect="spark")


def test_an_age_counts_from_the_last_day_it_can_have_happened():
    assert str(happened_on(incident(on="2026-03-02", known="2026-03-05"))) == "2026-03-02"


def test_without_a_date_an_age_counts_from_the_day_it_was_known():
    assert str(happened_on(incident(on=None, known="2026-03-05"))) == "2026-03-05"


def test_what_happened_in_march_and_is_known_on_the_fifth_happened_by_the_fifth():
    told = incident(on="2026-03-01", known="2026-03-05")
    first, last = told.date.first, told.date.first.replace(day=31)
    month = DateRange(first, last, DatePrecision.MONTH)
    told = told.__class__(**{n: getattr(told, n) for n in told.__slots__} | {"date": month})
    assert str(happened_on(told)) == "2026-03-05"


def test_one_origin_of_middling_reliability_is_one_voice():
    assert voice_of(incident(owners=["wire"])) == "wire"


@pytest.mark.parametrize(
    "more",
    [
        {"owners": ["wire", "paper"]},
        {"owners": ["wire"], "reliability": Reliability.B},
        {"owners": ["desk"], "source_kind": "desk"},
    ],
    ids=["a second origin", "a reliable source", "a person"],
)
def test_a_second_origin_a_reliable_source_or_a_person_is_more_than_one_voice(more):
    assert voice_of(incident(**more)) is None

"""A capital that a report does not name where it tells what happened in it."""

import pytest

from tests.builders_extraction import NIAMEY, only

TOLD = "A bomb exploded {} on Monday, killing three people. It was heard all over Niamey."


@pytest.mark.parametrize(
    "where",
    [
        "in the capital",
        "in the Nigerien capital",
        "in the country's capital",
        "in the old part of the capital",
        "near the capital city",
    ],
)
def test_the_capital_is_the_one_that_the_report_names(where: str):
    place = only(TOLD.format(where)).place
    assert place is not None
    assert place.name == "Niamey"


@pytest.mark.parametrize(
    "where", ["in the Malian capital", "30 km from the capital", "in the capital of the region"]
)
def test_another_capital_or_a_way_from_it_is_not_that_town(where: str):
    place = only(TOLD.format(where)).place
    assert place is None or place.name != "Niamey"


def test_of_two_capitals_neither_is_meant():
    place = only(TOLD.format("in the capital") + " In Bamako all was calm.").place
    assert place is None or place.name != "Niamey"


@pytest.mark.parametrize(
    "where", ["Niger's capital", "the Nigerien capital", "a suburb of Niger's capital city"]
)
def test_a_capital_that_nobody_names_is_known_by_its_country(where: str):
    place = only(f"A bomb exploded in {where} on Monday, killing three people.").place
    assert place == NIAMEY

"""Towns that change hands, told by their kind or by their name alone."""

import pytest

from tests.builders_extraction import only, reading


@pytest.mark.parametrize(
    "text",
    [
        "Rebels entered Gao on Sunday, residents said.",
        "JNIM fighters captured Gao on Sunday.",
        "The army has retaken the city; rebels had seized Gao on Sunday.",
        "The rebels took Gao on Sunday without a fight.",
    ],
)
def test_an_armed_group_that_takes_a_town_by_name_holds_it(text: str):
    [held] = [one for one in reading(text).conditions if one.kind == "control"][-1:]
    assert held.place is not None
    assert held.place.name == "Gao"


def test_a_town_taken_by_name_is_no_arrest():
    assert only("Rebels captured Gao on Sunday.").type == "town_seized"


def test_gunmen_who_enter_a_town_hold_none():
    told = reading("Gunmen entered Gao on Sunday and killed two traders.")
    assert told.conditions == ()


def test_whom_rebels_capture_is_no_town():
    assert reading("The rebels captured Colonel Keita near Gao on Sunday.").conditions == ()

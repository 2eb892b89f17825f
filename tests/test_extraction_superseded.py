"""A figure that a report itself calls an earlier one gives way to any other."""

import pytest

from tests.builders_extraction import only


@pytest.mark.parametrize(
    "then",
    [
        "An initial count had given 12 dead.",
        "A first report had put forward seven dead.",
        "An earlier version of this report put the number of dead at 17.",
        "Officials initially said that 14 had died.",
        "The army had earlier spoken of 12 dead.",
        "Its previous bulletin had spoken of 31 dead.",
    ],
)
def test_a_figure_that_is_called_an_earlier_one_changes_nothing(then):
    told = only(f"A bomb killed nine people in Gao on Monday. {then}")
    assert (told.killed.low, told.killed.high) == (9, 9)


@pytest.mark.parametrize(
    "text",
    [
        "A first report spoke of nine people killed in an attack on Gao on Monday.",
        "Initially reported as an accident, the blast in Gao on Monday killed nine people.",
        "An initial count had given 12 dead; the mayor of Gao now says nine were killed on Monday.",
        "Nine people died in the blast in Gao, police said, after first reporting eleven deaths.",
    ],
)
def test_the_figure_that_is_left_holds(text):
    told = only(text)
    assert (told.killed.low, told.killed.high) == (9, 9)


def test_the_number_of_confirmed_dead_is_a_toll():
    told = only("The number of confirmed dead of Monday's earthquake in Gao rose to 38.")
    assert told.killed.best == 38

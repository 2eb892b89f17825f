"""What headlines tell, in their own grammar, and how the text below them goes on with it."""

import pytest

from tests.builders_extraction import mentions, only


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Police fire tear gas at students in Gao", "protest_dispersed"),
        ("Ferry carrying traders sinks near Ansongo", "ferry_accident"),
        ("Bus falls into ravine near Kidal, nine dead", "road_accident"),
        ("Freight train derails near Gao, killing two", "rail_accident"),
        ("Rebels free kidnapped teachers in Gao", "hostage_released"),
        ("Kidnapped nurse freed in Gao", "hostage_released"),
        ("Gunmen abduct 30 pupils in Gao, free ten", "kidnapping"),
        ("Hostages freed in Gao after ransom", "hostage_released"),
    ],
)
def test_a_headline_tells_what_is_past_in_the_present_and_without_small_words(headline, kind):
    assert only(headline).type == kind


def test_the_present_of_a_body_is_no_deed():
    text = "Nothing new\n\nPolice fire tear gas when students march in Gao, says the handbook."
    assert not mentions(text)


@pytest.mark.parametrize(
    "lead",
    [
        # another word for the deed, a finer place, a day
        "Armed men set fire to homes in Anefis on Monday, killing nine people, the mayor said.",
        # no word for the deed that the reader knows
        "The men came to Anefis on Monday, nine people were buried there, the mayor said.",
    ],
)
def test_a_headline_and_what_stands_below_it_are_one_incident(lead):
    found = only(f"Gang attack in Kidal leaves nine dead\n\n{lead}")
    assert (found.place.name, str(found.date.first)) == ("Anefis", "2026-11-09")
    assert found.killed.low == 9


def test_a_first_sentence_of_another_deed_lends_a_headline_nothing():
    text = "Bomb kills four in Gao market\n\nA lorry overturned near Ansongo on Monday."
    bomb, lorry = mentions(text)
    assert (bomb.type, bomb.place.name, bomb.date) == ("bombing", "Gao", None)
    assert lorry.place.name == "Ansongo"


def test_the_toll_of_the_text_stands_above_that_of_its_headline():
    text = "Bomb kills four in Gao\n\nFive people were killed by a bomb in Gao on Monday."
    assert only(text).killed.low == 5


def test_the_day_of_an_abduction_is_none_of_the_release_that_a_headline_tells():
    text = "Rebels free kidnapped nurses\n\nThe nurses, taken in Gao in October, are home."
    assert only(text).date is None

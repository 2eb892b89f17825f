"""A disaster in stages: a warning, a toll in a table, towns of one flood, what opens again."""

import pytest

from tests.builders_extraction import mentions, only, reading


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Floods in Gao. Dead: 3, injured: 2.", 3, 2),
        ("Floods hit Gao on Monday.\n\nDeaths: 14; injuries: 12", 14, 12),
        (
            "Floods hit Gao on Monday.\n\nCASUALTIES: Dead: 14 (2 to be checked). Injured: 31.",
            14,
            31,
        ),
        ("Report No. 3: Floods in Gao\n\nFloods hit Gao.\n\nDeaths: 14\n\nInjured: 2", 14, 2),
    ],
)
def test_a_number_behind_a_label_is_of_what_the_label_says(text, killed, injured):
    flood = only(text)
    assert (flood.killed.low, flood.injured.low) == (killed, injured)


def test_a_colon_behind_a_toll_makes_no_label_of_it():
    flood = only("Floods in Gao on Monday. Four dead: three policemen and a driver.")
    assert flood.killed.low == 4


def test_a_table_lends_its_day_to_no_disaster():
    storm = only("Report on Cyclone Ado\n\nSITUATION (as of 12 November 2026)\n\nDead: 31.")
    assert storm.date is None


def test_what_a_storm_shut_is_not_where_it_was():
    text = "Report on Cyclone Ado in Mali\n\nDead: 31.\n\nGao airport reopened on Monday."
    assert only(text).place.name == "Mali"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Divers recovered five more bodies from a ferry that sank off Gao on Monday, "
            "bringing the dead to seven."
        ),
        (
            "Five more bodies found after boat sinking in Gao\n\nSearch teams recovered five more "
            "bodies from the boat, which sank on Monday, bringing the dead to seven."
        ),
    ],
)
def test_bodies_found_after_an_accident_add_to_its_toll(text):
    sinking = only(text)
    assert (sinking.type, sinking.killed.low) == ("ferry_accident", 7)


def test_bodies_found_after_a_raid_by_the_police_are_of_no_accident():
    assert only("Three bodies found after drug raid in Gao").type == "murder"


def test_a_flood_told_of_two_towns_of_a_region_is_one():
    text = (
        "Floods swamp Gao\n\nThree people drowned in floods in Gao on Wednesday. The river burst "
        "its banks at Ansongo overnight."
    )
    assert [(one.place.name, one.killed.low) for one in mentions(text)] == [("Gao", 3)]


def test_signals_that_were_lowered_are_no_warning():
    text = "Ferries sailed again in Gao on Monday after storm signals were lowered."
    assert not reading(text).mentions


@pytest.mark.parametrize(
    "text",
    [
        "The Kings exploded for 38 points in the fourth quarter in Gao on Saturday.",
        "The Lions shot down the Tigers in overtime in Gao on Saturday.",
    ],
)
def test_a_match_of_basketball_is_no_attack(text):
    assert not reading(text).mentions


def test_demonstrations_that_a_headline_only_names_are_to_come_where_the_text_says_so():
    march = only(
        "Security alert: demonstrations in Gao\n\nThe embassy reminds citizens that "
        "demonstrations are expected near Tamba Park on Friday, November 20."
    )
    assert (march.status, march.date.first.day) == ("announced", 20)

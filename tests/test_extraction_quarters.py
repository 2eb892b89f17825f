"""Where in a town something happened: its quarters, named or alone, and what is none."""

import pytest

from advisory.extraction.output import to_json
from tests.builders_extraction import mentions, only, reading

IN_GAO = {
    "A bomb exploded in the Aljanabandia neighbourhood of Gao on Monday.": "Aljanabandia, Gao",
    "A bomb exploded in the Chateau district in northern Gao.": "Chateau, Gao",
    "Gunmen killed a trader in Farandjire, a poor suburb of Gao.": "Farandjire, Gao",
    "Gunmen killed a trader in Gao's Boulgoundje quarter.": "Boulgoundje",
    "A BOMB EXPLODED TODAY IN THE POOR SOSSO KOIRA NEIGHBORHOOD OF GAO.": "SOSSO KOIRA, Gao",
    "A bomb exploded in the Gao suburb of Sabongari.": "Sabongari",
    "A bomb exploded in the San José neighbourhood of Gao.": "San José, Gao",
    "A bomb exploded in the Sabongari market area of Gao.": "Sabongari, Gao",
    "A bomb exploded in the barrio Sabongari in Gao.": "Sabongari, Gao",
}


@pytest.mark.parametrize(("text", "name"), IN_GAO.items())
def test_a_quarter_is_the_place_and_lies_in_its_town(text: str, name: str):
    place = only(text).place
    assert (place.name, place.admin1, place.kind) == (name, "ML-7", "site")


def test_a_quarter_told_later_is_where_it_happened():
    told = "A bomb exploded in Gao on Monday. The blast hit a shop in the Dioulabougou quarter."
    place = only(told).place
    assert (place.name, place.admin1) == ("Dioulabougou", "ML-7")


def test_the_words_of_a_quarter_prove_the_town_too():
    [incident] = to_json(reading("A bomb exploded in the Chateau quarter of Gao."))["incidents"]
    assert incident["place"] == "Chateau quarter of Gao"


def test_the_district_around_a_town_is_no_quarter_of_it():
    assert only("Gunmen killed a trader at Ansongo in Sonni District.").place.name == "Ansongo"


def test_two_quarters_of_one_town_are_two_incidents():
    told = (
        "A bomb exploded in the Chateau quarter of Gao.\n\n"
        "A bomb exploded in the Farandjire quarter of Gao."
    )
    assert len(mentions(told)) == 2


def test_in_capitals_a_region_behind_a_name_shows_a_place():
    told = "TWO MEN WERE KIDNAPPED TODAY NEAR TABOYE, MALI, BY GUNMEN."
    assert only(told).place.name == "TABOYE"


def test_san_is_no_article_of_a_quarter():
    told = "A bomb exploded in the San Telmo neighbourhood of Gao on Monday."
    assert only(told).place.name == "San Telmo, Gao"


def test_a_state_of_siege_is_no_place():
    told = "A bomb exploded at a bank on Monday. The country was in a state of Siege."
    assert only(told).place is None


def test_an_area_of_a_town_is_in_it_though_a_town_far_off_has_its_name():
    assert only("A bomb went off in the Ansongo area of Ber on Monday.").place.name == (
        "Ansongo, Ber"
    )


@pytest.mark.parametrize(
    "site",
    ["Ber church in Gao", "Kidal street in Gao", "Kidal university, in Gao",
     "San Juan Pinto hospital in Gao", "Gao airport"],
)  # fmt: skip
def test_what_is_built_in_a_town_is_there_whatever_it_is_called_by(site: str):
    assert only(f"A bomb exploded at {site} on Monday, killing six people.").place.name == "Gao"


def test_a_built_thing_in_a_region_is_in_the_town_it_is_called_by():
    text = "A bomb exploded at Gao airport in northern Mali on Monday, killing six people."
    assert only(text).place.name == "Gao"


@pytest.mark.parametrize(
    ("site", "shown"), [("Ado Konate airport", "Bamako"), ("Kowa airport", "Kowa")]
)
def test_the_name_of_an_airport_is_not_shown_for_its_town(site: str, shown: str):
    [incident] = to_json(reading(f"A bomb exploded at {site} on Monday."))["incidents"]
    assert incident["place"] == shown

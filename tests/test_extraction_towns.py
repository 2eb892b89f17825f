"""Towns that change hands, told by their kind or by their name alone."""

import pytest

from advisory.extraction.places.nearby import NearbyReader
from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.text.page import Page
from advisory.model.text import Report
from advisory.model.value import Place
from tests import builders_shipped
from tests.builders_extraction import only, reading


@pytest.mark.parametrize(
    "text",
    [
        "Rebels entered Gao on Sunday, residents said.",
        "JNIM fighters captured Gao on Sunday.",
        "The army has retaken the city; rebels had seized Gao on Sunday.",
        "The rebels took Gao on Sunday without a fight.",
        "Gao was captured by the rebels on Sunday.",
        "JNIM rebels have taken Gao, residents said on Sunday.",
    ],
)
def test_an_armed_group_that_takes_a_town_by_name_holds_it(text: str):
    [held] = [one for one in reading(text).conditions if one.kind == "control"][-1:]
    assert held.place is not None
    assert held.place.name == "Gao"


def test_a_town_taken_by_name_is_no_arrest():
    assert only("Rebels captured Gao on Sunday.").type == "town_seized"
    assert only("Gao was captured by the rebels on Sunday.").type == "town_seized"


def test_gunmen_who_enter_a_town_hold_none():
    told = reading("Gunmen entered Gao on Sunday and killed two traders.")
    assert told.conditions == ()


def test_whom_rebels_capture_is_no_town():
    assert reading("The rebels captured Colonel Keita near Gao on Sunday.").conditions == ()


def test_a_village_near_a_town_is_no_namesake_across_the_world():
    reader = NearbyReader(builders_shipped.lexicon().grammar)
    text = "Gunmen attacked Perth, 40 km north of Gao, on Saturday."
    perth = Place("Perth", country="AU", latitude=-31.95, longitude=115.86, regions=("AU",))
    gao = Place(
        "Gao", "ML", "Mali", "ML-7", latitude=16.27, longitude=-0.04, regions=("ML", "ML-7")
    )
    one, town = (
        PlaceFound(
            text.index(each.name),
            text.index(each.name) + len(each.name),
            each,
            "gazetteer",
            is_led=True,
        )
        for each in (perth, gao)
    )
    placed = reader.placed(Page.of(text), one, town).place
    assert (placed.name, placed.country, placed.admin1) == ("Perth", "ML", "ML-7")


def test_rebels_who_say_that_they_left_a_town_have_not_seized_it():
    assert only("The rebels said on Monday they had withdrawn from Gao.").type == "withdrawal"


SEAS = [
    ("Pirates boarded a tanker in the South China Sea on Monday.", "South China Sea"),
    ("Pirates hijacked a dhow in the Mozambique Channel on Monday.", "Mozambique Channel"),
    ("Pirates hijacked a dhow in the Indian Ocean on Monday.", "Indian Ocean"),
    ("Pirates hijacked a tanker in the Gulf of Guinea on Monday.", "Gulf of Guinea"),
]


@pytest.mark.parametrize(("text", "sea"), SEAS)
def test_a_sea_lies_in_no_country_it_is_called_after(gazetteer, text: str, sea: str):
    report = Report("sea", text, published="2026-11-10")
    place = builders_shipped.reader(gazetteer).read(report).mentions[0].place
    assert place is not None
    assert (place.name, place.country) == (sea, None)


BELOW = [
    "Gunmen shot dead three miners. It happened near Gao on Monday.",
    "Gunmen shot dead three miners and fled. The incident took place in Gao on Monday.",
]


@pytest.mark.parametrize("text", BELOW)
def test_a_sentence_that_only_says_where_and_when_says_it_of_the_deed_before(text: str):
    told = only(text)
    assert told.place is not None
    assert (told.place.name, told.date is not None) == ("Gao", True)


VILLAGES = {
    "On Monday gunmen killed two in the Korobe area of Gao district, Mali.": "Korobe",
    "On Monday gunmen killed two in Wonder Bari village, Gao district, Mali.": "Wonder Bari",
    "On Monday gunmen killed two in Dar es Sabt, Gao region.": "Dar es Sabt",
    "On Monday bandits raided Korobe, some 15 km south of Gao, killing two.": "Korobe",
    "On Monday gunmen killed two in the Fulani village of Korobe, Gao region.": "Korobe",
    "On Monday a mine killed two in the Korobe area, near Gao.": "Korobe",
    "On Monday rebels killed two in Korobe, a town near Gao.": "Korobe",
    "On Monday gunmen killed two in Korobe, which lies near Gao.": "Korobe",
    "On Monday gunmen killed two in Korobe, between Ber and Gao.": "Korobe",
    "On Monday gunmen attacked the mosque of Korobe near Gao, killing two.": "Korobe",
    "On Monday two traders from Gao were killed by gunmen in Korobe.": "Korobe",
    "On Monday gunmen from Gao attacked the village of Korobe, killing two.": "Korobe",
}


@pytest.mark.parametrize(("text", "name"), VILLAGES.items())
def test_a_village_that_nobody_knows_is_the_place_by_its_whole_name(text: str, name: str):
    assert only(text).place.name == name


def test_a_town_that_was_shelled_is_finer_than_the_region_told_behind_it():
    told = "On Monday rebels shelled Ber, a zone of Timbuktu region, with heavy artillery."
    assert only(told).place.name == "Ber"


@pytest.mark.parametrize(
    "deed", ["planted an IED that hit", "laid a landmine which exploded under"]
)
def test_a_bomb_that_somebody_laid_is_news(deed: str):
    assert only(f"On Monday rebels {deed} a convoy near Gao.")


def test_whom_somebody_attacked_near_a_town_is_no_place():
    assert only("Gunmen attacked Amadou Dicko near Gao on Monday.").place.name == "Gao"


def test_a_village_between_two_towns_lies_in_their_region():
    told = only("On Monday gunmen killed two in Korobe, between Ansongo and Gao.")
    assert told.place.admin1_name == "Gao"


def test_who_lives_near_a_town_is_no_mosque_there():
    told = only("On Monday a bomb went off at the residence of Amadou Dicko near Gao.")
    assert told.place.name == "Gao"


def test_people_from_one_town_killed_in_another_of_its_region_died_in_the_other():
    told = only("On Monday gunmen killed two traders from Gao in Talataye, Mali.")
    assert told.place.name == "Talataye"


def test_where_the_market_is_told_to_be_is_where_the_bomb_went_off():
    told = only("On Monday a bomb in a market killed two people. The market is in Gao.")
    assert told.place.name == "Gao"


SPOKEN_OF = [
    "Gunmen killed six people in Menaka region on Monday, a spokesman told reporters in Niamey.",
    "Gunmen killed six people in Menaka region on Monday, the minister said in Niamey.",
    "In a statement issued in Niamey, the army said gunmen killed six in Menaka region on Monday.",
    "Six people killed by gunmen in Menaka region on Monday were buried in Niamey.",
    "Six traders from Niamey were killed by gunmen in Menaka region on Monday.",
    "Gunmen killed six people in Menaka region on Monday; nine are being treated in Niamey.",
]


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_a_town_elsewhere_is_no_finer_than_the_region_of_the_deed(text: str):
    assert only(text).place.name == "Menaka"


def test_a_forest_near_a_town_is_found_by_the_town():
    told = only("Gunmen killed six people in the Wabaria forest near Gao on Monday.")
    assert told.place.name == "Gao"


ON_WATER = [
    ("A boat sank on Lake Kowo, killing nine people, officials in Niamey said.", "Lake Kowo"),
    ("A boat capsized in the Niger river near Gao on Monday, killing nine.", "Gao"),
    ("A ferry sank in the Kowo River, near Gao, on Monday, killing nine.", "Gao"),
    ("A boat capsized in the Kowo Sea off Gao on Monday, killing nine.", "Gao"),
]


@pytest.mark.parametrize(("text", "name"), ON_WATER)
def test_what_sank_on_a_water_was_there_or_at_the_town_it_is_told_by(text: str, name: str):
    assert only(text).place.name == name


@pytest.mark.parametrize("sea", ["Mediterranean", "Gulf of Kowo", "Kowo Sea", "Kowo Channel"])
def test_a_sea_is_not_in_the_country_of_who_speaks_of_it(sea: str):
    place = only(f"A boat sank in the {sea}, killing nine, the navy said in Niamey.").place
    assert (place.name, place.country) == (sea, None)


def test_the_raid_on_a_camp_is_that_told_of_the_district_around_a_town():
    text = (
        "Fighters attacked a camp in the Gao district on Monday, killing 18 people.\n\n"
        "The raid on Ansongo began after midnight, a chief said. He had counted 18 bodies."
    )
    assert only(text).killed.best == 18


@pytest.mark.parametrize(
    "text",
    [
        "Rebels said they had overrun an army base near Gao on Sunday.",
        "Rebels overran base near Gao on Sunday",
    ],
)
def test_who_has_overrun_a_base_holds_no_town(text: str):
    told = reading(text)
    assert [one.type for one in told.mentions] == ["ground_assault"]
    assert told.conditions == ()

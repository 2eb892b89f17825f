"""What happened on a road out of a capital did not happen in the capital."""

import pytest

from advisory.model.vocabulary import Precision
from tests.builders_extraction import only, reading


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("Gunmen abducted five passengers on the Bamako-Gao road on Monday.", "Gao", "ML-7"),
        ("Gunmen abducted five people on the Bamako\u2013Gao highway on Monday.", "Gao", "ML-7"),
        ("A lorry overturned on the Bamako-Zorro road on Monday, killing three.",
         "Bamako-Zorro road", None),
        ("Gunmen abducted five passengers on the Gao-Bamako road on Monday.", "Gao", "ML-7"),
    ],
)  # fmt: skip
def test_a_road_is_told_of_the_end_that_is_no_capital(text, name, admin1):
    place = only(text).place
    assert place is not None
    assert (place.name, place.admin1, place.country) == (name, admin1, "ML")
    assert place.kind != "capital"


def test_what_happens_on_a_road_in_a_town_happens_in_that_town():
    place = only("Gunmen abducted five people on the Bamako-Gao road near Kidal on Monday.").place
    assert place is not None
    assert place.name == "Kidal"


def test_a_name_that_goes_on_is_another_place():
    place = only("A trader was shot dead in Ber de Lomas in Gao on Monday.").place
    assert place is not None
    assert (place.name, place.admin1) == ("Ber de Lomas", "ML-7")


def test_the_seat_of_a_ministry_that_speaks_is_not_where_it_happened():
    text = "A cyclist was abducted in northern Niger in April, the foreign ministry in Bamako said."
    place = only(text).place
    assert place is not None
    assert place.country == "NE"


def test_two_countries_that_name_a_border_are_no_road():
    place = only("Soldiers clashed with smugglers at the Mali-Niger border on Monday.").place
    assert place is not None
    assert place.kind == "country"


def test_a_consulate_is_in_no_part_of_the_country_that_sent_it():
    place = only("Rebels shelled a market in Gao on Monday, near the Nigerien consulate.").place
    assert place is not None
    assert place.name == "Gao"


def test_where_a_quake_was_felt_is_not_where_it_was():
    place = only("A quake 40 km south of Kidal was felt in Gao, Ber and Bamako on Monday.").place
    assert place is not None
    assert place.name == "Kidal"


def test_what_happens_at_a_border_with_a_country_is_on_this_side():
    text = "Mali closed the Labbezanga crossing with Niger after a shootout that hurt a trader."
    place = only(text).place
    assert place is not None
    assert place.country == "ML"


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died when a bus from Gao to Kidal fell into a ravine on Monday near Zorro.",
        "Gunmen attacked a convoy from Gao near Zorro on Monday, killing 12.",
        "A lorry from Bamako bound for Gao overturned near Zorro on Monday.",
    ],
)
def test_where_a_journey_began_or_was_to_end_is_not_where_it_was_cut_short(text):
    place = only(text).place
    assert place is not None
    assert place.name == "Zorro"


def test_a_journey_that_was_cut_short_nobody_says_where_is_roughly_at_its_start():
    place = only("A bus from Gao to Kidal overturned on Monday, killing 12.").place
    assert place is not None
    assert (place.name, place.precision) == ("Gao", Precision.DISTRICT)


def test_a_road_that_begins_with_the_name_of_a_country_joins_towns():
    text = "Floods hit Gao on Monday. The Niger-Kowat road was closed by a landslide."
    [road] = reading(text).conditions
    assert road.place.name == "Gao"


def test_a_road_between_two_countries_is_in_them():
    [road] = reading("The Mali-Niger road was closed by a landslide.").conditions
    assert road.place.name in {"Mali", "Niger"}

"""What somebody is called, and where somebody comes from, is not where something happened."""

import pytest

from tests.builders_extraction import only


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a rebel commander, Amadou Diarra alias Ba, in Gao.",
        "Police in Gao arrested a man, Ali Sow, on Friday. A pistol was seized from Sow.",
        "Police said Ali Sow was arrested in Gao on Friday. Officers took two rifles from Sow.",
    ],
)
def test_the_name_of_a_person_is_no_place(text: str):
    place = only(text).place
    assert place is not None
    assert place.name == "Gao"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a trader, a native of Mopti, in Gao on Friday.",
        "The fighters, who are from the Mopti region, killed four villagers in Gao on Friday.",
        "Gunmen shot dead a trader hailing from Ber in Niger in Gao on Friday.",
        "Two men were killed in Gao on Friday. Both were from Mopti.",
    ],
)
def test_where_the_dead_or_their_killers_come_from_is_not_where_it_happened(text: str):
    place = only(text).place
    assert place is not None
    assert place.name == "Gao"


def test_a_village_beside_one_of_the_same_name_is_still_a_place():
    text = "Gunmen raided Lower Zerko on Friday. Five people were killed in Zerko."
    place = only(text).place
    assert place is not None
    assert place.name == "Zerko"


def test_a_market_called_like_a_city_far_away_is_in_its_own_town():
    place = only("Youths fought the police at the Medine market in Gao on Monday.").place
    assert place is not None
    assert place.name == "Gao"

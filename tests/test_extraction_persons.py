"""What somebody is called, and where somebody comes from, is not where something happened."""

import pytest

from tests.builders_extraction import only


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police arrested a rebel commander, Amadou Diarra alias Ba, in Gao.", "Gao"),
        ("Police in Gao arrested Ali Sow on Friday. A pistol was seized from Sow.", "Gao"),
        ("Ali Sow was arrested in Gao on Friday. Officers took two rifles from Sow.", "Gao"),
        ("Gunmen raided Lower Zerko on Friday. Five people were killed in Zerko.", "Zerko"),
        ("Youths fought the police at the Medine market in Gao on Monday.", "Gao"),
        ("Gunmen killed a trader, a native of Mopti, in Gao on Friday.", "Gao"),
        ("The fighters, who are from the Mopti region, killed four people in Gao.", "Gao"),
        ("Gunmen shot dead a trader hailing from Ber in Niger in Gao on Friday.", "Gao"),
        ("Two men were killed in Gao on Friday. Both were from Mopti.", "Gao"),
    ],
)
def test_what_somebody_is_called_and_comes_from_is_not_where_it_happened(text: str, place: str):
    told = only(text).place
    assert told is not None
    assert told.name == place

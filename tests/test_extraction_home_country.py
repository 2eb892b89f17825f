"""A village that nobody knows lies in no country that its report names only by the way."""

import pytest

from tests.builders_extraction import mentions


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot a trader dead in Kotaheno on Friday. He is said to have lived in Niamey.",
        "A man was stabbed to death in Kotaheno on Friday. His brother works in Niamey.",
    ],
)
def test_a_town_named_once_and_later_does_not_tell_where_an_unknown_village_is(text):
    [told] = mentions(text)
    assert told.place.country is None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot a trader dead in Kotaheno, near Niamey, on Friday.",
        "Niamey: gunmen shot a trader dead in Kotaheno on Friday.",
        "Gunmen shot a trader dead in Kotaheno on Friday. Niger has seen many such attacks.",
    ],
)
def test_a_town_beside_it_or_a_country_tells_where_an_unknown_village_is(text):
    [told] = mentions(text)
    assert told.place.country == "NE"


def test_a_sum_of_dollars_is_no_place():
    [told] = mentions("Robbers shot a guard dead in Kotaheno on Friday and took US$2 300.")
    assert told.place.country is None

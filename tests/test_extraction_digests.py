"""A digest tells many incidents, and each has its own day, place and toll."""

import pytest

from tests.builders_extraction import line_of, mentions, reading
from tests.builders_shipped import table

CASES = table("digests.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_entry_of_a_digest_is_an_incident_of_its_own(case):
    found = [one for one in mentions(case["text"], "2026-11-22") if not one.background]
    assert [line_of(one) for one in found if not one.aggregate] == case["incidents"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Niamey - Three inmates were killed on Wednesday in a riot at Tondi Kaina prison.\n\n"
            "Bamako - Gunmen shot dead a guard at the Kolo Koro market on Thursday and fled north."
        ),
        (
            "Niger\nGunmen killed three herders in the village of Tondi Kaina on Friday night.\n\n"
            "Mali\nGunmen killed two teachers in the village of Kolo Koro on Saturday night."
        ),
    ],
    ids=["dateline", "heading"],
)
def test_a_place_nobody_knows_lies_in_the_country_above_it(text: str):
    first, second = mentions(text, "2026-11-22")
    assert (first.place.country, second.place.country) == ("NE", "ML")


def test_paragraphs_that_begin_with_a_bare_name_are_entries_of_their_own():
    text = (
        "Gao. A bomb killed five people at a market on Monday.\n\n"
        "Ber. A peacekeeper was hurt by tank fire on Monday.\n\n"
        "Kidal. The airport reopened on Sunday after a week."
    )
    told = [(one.type, one.place.name) for one in mentions(text)]
    assert told == [("bombing", "Gao"), ("shelling", "Ber")]
    assert [one.place.name for one in reading(text).conditions] == ["Kidal"]


def test_an_abbreviation_and_its_full_stop_begin_no_entry():
    text = (
        "Dr. Ba treated five people wounded by a bomb in Gao on Monday.\n\n"
        "Dr. Diallo said that two of the wounded had died of the bomb."
    )
    assert [(one.place.name, one.killed.low) for one in mentions(text)] == [("Gao", 2)]

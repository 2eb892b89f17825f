"""A digest tells many incidents, and each has its own day, place and toll."""

import pytest

from advisory.model.incident import Mention
from advisory.model.vocabulary import ActorKind
from tests.builders_extraction import line_of, mentions, only, reading
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


def armies(mention: Mention) -> list[str]:
    return [one.name for one in mention.actors if one.kind is ActorKind.STATE_FORCE]


def test_the_army_below_a_heading_is_not_that_of_another_country():
    text = (
        "Mali\n\nThe Malian army said it killed ten rebels in Gao on Monday.\n\n"
        "Niger\n\nThe army killed four gunmen near Niamey on Sunday."
    )
    assert [armies(told) for told in mentions(text)] == [["Malian Armed Forces"], ["army"]]
    text = text.replace("Niger\n\n", "").replace("Niamey", "Kidal")
    assert [armies(told) for told in mentions(text)] == 2 * [["Malian Armed Forces"]]


def test_a_label_over_the_whole_page_says_where_its_news_was():
    text = "Mali\n\nGunmen on motorcycles killed four people in a village on Monday."
    assert only(text).place.name == "Mali"

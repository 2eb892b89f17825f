"""Short texts: alerts, tickers, posts, logs, maritime warnings, messages passed on."""

import pytest

from advisory.extraction.places.waters import Waters
from advisory.extraction.text.page import Page
from advisory.model.text import Toponym
from advisory.model.value import Place, Span
from advisory.model.vocabulary import ActorRole, Status
from tests.builders_extraction import line_of, mentions, only
from tests.builders_shipped import lexicon, table

PUBLISHED = "2026-11-24"
CASES = table("short_forms.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_short_text_tells_what_happened_and_no_more(case):
    found = [one for one in mentions(case["text"], PUBLISHED) if not one.background]
    assert [line_of(one) for one in found if not one.aggregate] == case["incidents"]


@pytest.mark.parametrize(
    "text",
    [
        "Houthi spokesman: we hit a ship in the Red Sea with two missiles on Monday.",
        "Army spokesman: 14 militants killed in operation near Gao on Monday.",
        "14 militants killed in raid near Gao on Monday - army spokesman",
    ],
)
def test_what_a_party_says_before_a_colon_or_behind_a_dash_is_its_claim(text):
    assert only(text, PUBLISHED).status is Status.CLAIMED


def test_a_group_before_a_colon_may_be_what_is_spoken_of():
    text = "Boko Haram: six killed in attack on Monday in Maiduguri."
    assert only(text, PUBLISHED).status is Status.REPORTED


def test_whose_drone_strike_it_was_did_it():
    text = "An RSF drone strike on a market in El Obeid on Monday left 11 dead, doctors say."
    doers = [a.name for a in only(text, PUBLISHED).actors if a.role is ActorRole.PERPETRATOR]
    assert doers == ["Rapid Support Forces"]


def test_in_a_list_a_town_stays_where_it_is():
    text = "Gunmen killed six people in Gao, Niger and Chad on Monday."
    assert {one.place.country for one in mentions(text, PUBLISHED) if one.place.name == "Gao"} == {
        "ML"
    }


@pytest.mark.parametrize(
    ("text", "kind"), [("in the Red Sea off", "unlocated"), ("in Red Sea state", "admin1")]
)
def test_a_sea_is_not_the_region_of_its_name(text, kind):
    start = text.index("Red")
    region = Toponym(Span.of(text, start, start + len("Red Sea")), Place("Red Sea", kind="admin1"))
    waters = Waters(lexicon().grammar)
    assert waters.whole(Page.of(text), region).place.kind == kind

"""A lasting state has its own days, and is over where its own sentence takes it back."""

import pytest

from tests.builders_extraction import reading
from tests.builders_shipped import table

STATES = table("states_told.yaml")


@pytest.mark.parametrize("case", STATES, ids=lambda case: case["text"])
def test_a_state_is_told_with_its_place_and_its_own_days(case):
    told = [one for one in reading(case["text"]).conditions if one.kind == case["kind"]]
    [state] = told
    assert (state.state, state.place.name) == (case["state"], case["place"])
    assert (state.since and state.since.first) == case.get("since")
    assert state.state == "lifted" or (state.until and state.until.last) == case.get("until")


def test_the_alert_for_a_volcano_is_a_warning_by_who_gives_it():
    [alert] = reading("Volcanologists in Mali raised the alert for Gao from level 2 to 3.").mentions
    assert (alert.type, alert.status) == ("volcanic_eruption", "announced")


def test_a_warning_that_stays_is_told_beside_one_that_was_lifted():
    text = "The storm warning for Gao was lifted; a flood warning remains in force for Kidal."
    read = reading(text)
    assert [(m.type, m.place.name) for m in read.mentions] == [("flood", "Kidal")]
    assert [one.type for one in read.cancellations] == ["storm"]


def test_a_warning_lasts_from_hour_to_hour():
    text = "A storm warning is in force for Gao from 15:00 on Thursday to 09:00 on Friday."
    [warning] = reading(text).mentions
    assert (warning.date.first.day, warning.date.last.day) == (12, 13)


def test_the_day_on_which_a_warning_was_given_is_not_the_one_it_is_for():
    text = "The agency issued a warning for heavy rain in Gao at 5 a.m. on Monday."
    [warning] = reading(text).mentions
    assert warning.date.first.day == 9


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen halted two buses near Gao.",
        "Schools reopen in Gao",
        "Several flights at Gao airport were cancelled.",
        "There is no curfew in Gao, police said.",
    ],
)
def test_what_is_stopped_or_open_by_itself_is_no_state(text):
    assert not reading(text).conditions


def test_a_strike_that_ended_is_none():
    assert not reading("The strike in Gao ended on Sunday.").mentions


def test_a_curfew_in_parts_of_the_capital_holds_in_the_capital():
    text = (
        "Seventeen died in Bamako and two in Gao on Monday. "
        "A curfew is in force in parts of the capital."
    )
    assert [one.place.name for one in reading(text).conditions] == ["Bamako"]


def test_people_in_the_hands_of_somebody_are_no_town_that_is_held():
    text = "Gunmen abducted nine in Gao. Five people remain in the hands of the group."
    assert reading(text).conditions == ()


def test_what_was_shut_for_a_while_long_ago_is_no_state():
    text = (
        "The hill has been watched since 2023, when a slide cut the Gao road for more than a year."
    )
    assert reading(text).conditions == ()


def test_the_days_of_what_a_shortage_led_to_are_not_its_own():
    text = "Mali closed its schools from Thursday until 25 November because of a shortage of fuel."
    [state] = reading(text).conditions
    assert (state.kind, state.since, state.until) == ("supply_shortage", None, None)


def test_the_country_to_which_a_closed_road_leads_is_not_where_it_is_closed():
    text = "A bus hit a mine near Gao on Monday.\n\nThe road, which leads to Niger, is closed."
    [state] = reading(text).conditions
    assert (state.kind, state.place.name) == ("road_closed", "Gao")


def test_what_is_told_of_towns_without_a_name_holds_in_their_region():
    text = (
        "Storm lashes Menaka region\n\nA storm hit Menaka region on Monday. The airport in Ansongo "
        "was closed. Mobile phone service was down in nine towns, officials said."
    )
    [phones] = [one for one in reading(text).conditions if one.kind == "phones_cut"]
    assert phones.place.name == "Menaka"


def test_ferries_lift_tourists_and_buses_end_their_run():
    assert not reading("Ferries lifted the tourists off; buses end their run in Gao.").conditions


@pytest.mark.parametrize(
    "text",
    [
        "The conflict has displaced more than seven million people in Gao.",
        "In 1994 thousands had fled Gao.",
        "Two nurses are held by gunmen in Gao.",
        "A storm uprooted trees in Gao.",
        "The attackers fled to Gao.",
        "Displaced families reached Gao on Monday.",
    ],
)
def test_nobody_has_left_and_nobody_holds_a_town(text):
    assert reading(text).conditions == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("An airline suspended its flights to Gao on Monday.", "flights"),
        ("Flights by aid agencies to Gao have been put on hold.", "flights"),
        ("Minibuses have stopped running in Gao.", "buses"),
        ("Traffic on the line in Gao was halted on Monday.", "trains"),
    ],
)
def test_of_public_transport_only_the_part_is_suspended_that_is_told(text, part):
    [state] = reading(text).conditions
    assert state.subject == part

"""Plain sentences tell what is shut, short or held, and who left; what sounds so tells none."""

import pytest

from tests.builders_extraction import reading
from tests.builders_shipped import table

STATES = table("states_plain.yaml")


@pytest.mark.parametrize("case", STATES, ids=lambda case: case["text"])
def test_a_plain_sentence_tells_a_state_and_where_it_holds(case):
    told = [one for one in reading(case["text"]).conditions if one.kind == case["kind"]]
    [state] = told
    assert (state.state, state.place.name) == (case["state"], case.get("place", "Gao"))


@pytest.mark.parametrize(
    "text",
    [
        "Two people fled the scene in Gao.",
        "Three men fled the police station in Gao.",
        "Residents of Gao fled indoors when the shots rang out.",
        "Families left flowers at the site in Gao.",
        "People left the stadium in Gao after the match.",
        "The raid left 12 people dead in Gao.",
        "About 60 people were evacuated from a burning hotel in Gao.",
        "The army has evacuated 12 wounded people from Gao.",
        "Thousands of people arrived in Gao for the pilgrimage.",
    ],
)
def test_a_few_who_run_or_many_who_only_go_somewhere_are_not_displaced(text):
    assert not reading(text).conditions


@pytest.mark.parametrize(
    "text",
    [
        "The task fell to the army in Gao.",
        "Visibility fell to nearly nothing in Gao.",
        "Police regained control of the prison in Gao.",
    ],
)
def test_a_task_that_falls_to_an_army_or_a_prison_that_is_held_is_no_town(text):
    assert not reading(text).conditions


@pytest.mark.parametrize(
    "text",
    [
        "The museum in Gao is short of visitors.",
        "The price of gold has doubled in Gao.",
        "The lorry carried food and medicine to Gao.",
        "Bread was given out in Gao on Sunday.",
    ],
)
def test_goods_that_are_there_are_no_shortage(text):
    assert not reading(text).conditions


@pytest.mark.parametrize(
    "text",
    [
        "The authorities clamped an indefinite curfew on Gao and suspended mobile data.",
        "The governor suspended mobile internet and imposed a curfew in Gao.",
    ],
)
def test_who_suspends_the_internet_beside_a_curfew_does_not_lift_the_curfew(text):
    told = {one.kind: one.state for one in reading(text).conditions}
    assert told == {"curfew": "in_force", "internet_cut": "in_force"}


@pytest.mark.parametrize(
    "text", ["Gao was overrun by jihadists in April 2012.", "The curfew in Gao expired in April."]
)
def test_what_began_or_ended_more_than_half_a_year_ago_is_no_state(text):
    assert not reading(text, published="2026-11-30").conditions


def test_an_airport_that_works_as_always_was_not_shut():
    assert not reading("Gao airport is operating normally.").conditions


def test_a_road_that_drivers_must_avoid_until_it_is_cleared_is_shut():
    text = "The road to Gao has been cut by rocks; drivers must keep away until it is cleared."
    [state] = reading(text).conditions
    assert (state.kind, state.state) == ("road_closed", "in_force")


def test_a_road_is_open_where_those_who_blocked_it_dispersed():
    text = "Residents blocked the road in Gao with tyres before dispersing at dusk."
    [state] = reading(text).conditions
    assert (state.kind, state.state) == ("road_closed", "lifted")


@pytest.mark.parametrize(
    "text",
    [
        "Protesters blocked the highway near Gao on Monday to demand water.",
        "Five robbers blocked the road near Gao with two cars and tied up the driver.",
        "Gunmen had blocked the national highway near Gao and stopped vehicles.",
        "Army pickups blocked the avenue leading to the barracks in Gao.",
        "They blocked the carriageway in Gao before the police moved in.",
        "Gunmen block roads in Gao, trade fire with troops",
    ],
)
def test_people_who_stood_in_the_way_of_traffic_shut_no_road_that_stays_shut(text):
    assert not reading(text).conditions


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The road to the airport in Gao was closed.", "road_closed"),
        ("The road to Gao airport is open but the airport is closed.", "airport_closed"),
    ],
)
def test_of_a_road_and_what_it_leads_to_only_what_is_said_to_be_shut_is(text, kind):
    assert [one.kind for one in reading(text).conditions] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge in Gao will be closed for one hour on Saturday for a race.",
        "The lanes in Gao will be shut between midnight and 05:00 on Saturday.",
        "In the scenario of the organisers, the quake cut all roads in Gao.",
    ],
)
def test_what_will_be_shut_for_some_hours_or_only_in_a_scenario_is_no_state(text):
    assert not reading(text).conditions


@pytest.mark.parametrize(
    "text",
    [
        "People moved to Gao for work.",
        "The residents are staying at home in Gao because of the heat.",
        "The villagers live in houses of clay in Gao.",
        "The governor told residents of Gao to stay calm.",
    ],
)
def test_who_lives_or_stays_in_a_town_was_not_driven_from_home(text):
    assert not reading(text).conditions


@pytest.mark.parametrize(
    "text",
    [
        "Access to clean water in Gao is limited.",
        "He was denied access to a lawyer in Gao.",
        "A suspect was overpowered in Gao and is in the hands of the gendarmerie.",
        "The army regained control of the Gao penitentiary.",
        "Four officers left Gao with petrol for lack of ammunition.",
        "Food rations for 9,000 people are being brought to Gao.",
        "There were no queues at filling stations in Gao.",
    ],
)
def test_what_only_sounds_like_a_closed_or_short_or_held_place_is_none(text):
    assert not reading(text).conditions


def test_an_airport_is_not_where_its_first_flight_came_from():
    text = "Gao was calm. The airport, shut all day, took its first flight from Paris on Friday."
    [state] = reading(text).conditions
    assert (state.kind, state.state, state.place.name) == ("airport_closed", "lifted", "Gao")

"""Long reports of news agencies and radio stations, half of which tell of no incident."""

import pytest

from tests.builders_extraction import mentions


def told(text: str, published: str = "2026-11-10"):
    return [one for one in mentions(text, published=published) if not one.background]


@pytest.mark.parametrize(
    "text",
    [
        "Murders fell by a third in Kingston, police said. Another 97 were hurt and 12 kidnapped.",
        "The talks go on.\n\nRebels had also planted bombs on buses, the minister said in Colombo.",
        "Thousands gathered on Monday at the killing fields of Choeung Ek.",
        "A general died in Lisbon.\n\nIn 1975 he was arrested after the failed putsch of 11 March.",
        "The council meets on Tuesday, when the envoy is to report on the massacre of Masal.",
    ],
)
def test_sums_habits_and_what_was_long_ago_are_no_news(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The murder of a trade union leader in Choluteca on Monday was condemned.",
        "Gunmen attacked a tax inspector in Choluteca on Monday.",
        "Gunmen attacked a film director in Choluteca on Monday.",
    ],
)
def test_people_are_no_figures_of_speech_whatever_their_trade(text):
    assert len(told(text)) == 1


def test_a_link_to_a_deed_may_be_denied_and_the_deed_is_told():
    [one] = told(
        "The minister denied that his trip was linked to the murder of a judge, three days ago in"
        " Choluteca."
    )
    assert (one.type, one.date.first.isoformat(), one.status) == (
        "murder",
        "2026-11-07",
        "reported",
    )


@pytest.mark.parametrize(
    "words",
    ["said here on Saturday", "said in Lagos on Saturday", "told reporters here on Saturday"],
)
def test_the_day_on_which_somebody_spoke_somewhere_is_none_of_the_deed(words):
    [one] = told(f"Gunmen abducted three engineers near Okrika, their company {words}.")
    assert one.date is None


def test_the_day_behind_a_deed_that_somebody_condemned_is_its_own():
    [one] = told(
        "The bishop on Monday expressed his sorrow over the attack on a church in Jaramana, in"
        " which nine worshippers lost their lives last Thursday.",
    )
    assert one.date.first.isoformat() == "2026-11-05"


def test_two_soldiers_dead_and_six_rifles_found_are_no_mere_seizure():
    [one] = told(
        "Two soldiers and four rebels were killed in the hills of Lopez on Tuesday. The troops"
        " recovered six rifles."
    )
    assert (one.type, one.killed.low) == ("armed_clash", 6)


def test_girls_led_away_after_a_raid_leave_it_a_raid():
    [one] = told(
        "Rebels beheaded six men near Nangade on Monday.\n\nFour girls were led away into the bush."
    )
    assert (one.type, one.killed.low) == ("armed_attack", 6)


def test_men_who_board_the_ship_are_those_who_abduct_its_crew():
    text = (
        "Gunmen abducted three engineers from a ship near Okrika.\n\nTen men boarded the vessel on"
        " Monday."
    )
    assert [one.type for one in told(text)] == ["kidnapping"]


def test_a_fire_after_a_blast_is_of_the_blast():
    text = (
        "Saboteurs blew up a pipeline near Saravena on Monday. The oil that flowed out caught fire."
    )
    assert len(told(text)) == 1


def test_the_dead_of_a_lead_are_of_what_is_named_next():
    [one] = told(
        "Rescuers have dug out eleven bodies in Taplejung on Saturday.\n\nThe landslide swept away"
        " nine houses."
    )
    assert (one.type, one.killed.low) == ("landslide", 11)


def test_who_was_killed_together_with_his_driver_is_two():
    [one] = told(
        "The mayor of Chilapa has been assassinated. He was found on Monday. Fidel Olea was killed"
        " together with his driver."
    )
    assert one.killed.low == 2


def test_those_who_were_wounded_are_not_the_two_before_them():
    [one] = told(
        "The attack in Jaramana on Monday killed nine. He prays for the deacon and two children,"
        " and for those who have been wounded."
    )
    assert one.injured is None


def test_who_was_burned_to_death_in_a_robbery_met_no_arsonist():
    [one] = told(
        "A guard was burned to death near Lenasia on Monday when a gang blew open a cash van."
    )
    assert one.type != "arson"

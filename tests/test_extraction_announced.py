"""What is announced is told with the day to come, and what happened is not announced."""

from datetime import date

import pytest

from advisory.model.vocabulary import Status
from tests.builders_extraction import only, reading

TO_COME = [
    ("Doctors in Gao will go on strike from midnight on Friday.", "strike_action", 13),
    ("Lorry drivers plan to stage a two-day strike in Gao from Monday.", "strike_action", 16),
    ("A rally against the new tax is to be held in Gao on Sunday.", "protest", 15),
    ("Activists in Gao have called for protests on 14 November.", "protest", 14),
    ("A group has announced an armed strike in Gao from 12 to 14 November.", "strike_action", 12),
    ("Madagascar issued a warning for Cyclone Ada, due on Friday.", "storm", 13),
    ("Mali will hold a parliamentary election on Sunday.", "election", 15),
    ("Voters in Gao go to the polls on 15 November.", "election", 15),
    ("The bank union announced a nationwide strike for Friday, 13 November.", "strike_action", 13),
    ("Nurses in Gao said a strike was set for Thursday.", "strike_action", 12),
    ("Dockers in Gao plan to shut the port from Monday.", "strike_action", 16),
    ("Truckers in Mali announced they would block highways from Wednesday.", "protest", 11),
    ("The opposition called for a million-man march in Gao on Saturday.", "protest", 14),
    ("Organisers said a demonstration would be held in Gao on Saturday.", "protest", 14),
    ("Police in Gao refused a permit for Saturday's opposition rally.", "protest", 14),
    ("Elections due on 15 November in Mali will go ahead.", "election", 15),
    ("Cyclone Ada is forecast to make landfall near Beira on Thursday.", "storm", 12),
]
OVER = [
    "Hundreds marched in Gao on Monday against a law that will take effect on Friday.",
    "A referendum took place in Mali on Sunday that the opposition will dispute.",
    "Teachers in Gao went on strike on Monday; pupils will sit exams on Friday.",
    "A strike announced by the union on Monday began on Tuesday in Gao.",
    "Thousands marched in Gao on Monday to demand the elections planned for December.",
    "A general strike called by traders shut the banks of Gao on Tuesday.",
]


@pytest.mark.parametrize(("text", "type_", "day"), TO_COME)
def test_what_is_to_come_is_announced_for_its_day(text, type_, day):
    mention = only(text)
    assert (mention.type, mention.status) == (type_, Status.ANNOUNCED)
    assert mention.date.first == date(2026, 11, day)


@pytest.mark.parametrize("text", OVER)
def test_what_happened_is_not_announced_because_something_else_is_to_come(text):
    assert only(text).status is not Status.ANNOUNCED


BESIDE = [
    ("Gunmen killed ten people in Gao on Friday ahead of elections due on 15 November.", 6),
    ("A bomb killed three in Gao on Sunday, two days before a rally set for Tuesday.", 8),
    ("Police in Gao killed two protesters on Monday and the union called a rally for Friday.", 9),
]


@pytest.mark.parametrize(("text", "day"), BESIDE)
def test_the_dead_told_beside_what_is_to_come_died_on_their_own_day(text, day):
    mention = only(text)
    assert (mention.status, mention.killed is None) == (Status.REPORTED, False)
    assert mention.date.first == date(2026, 11, day)


def test_a_strike_that_was_called_off_before_it_began_is_none():
    text = "Nurses in Gao called off a strike that was due to begin on Friday."
    assert reading(text).mentions == ()


def test_what_it_has_come_through_dates_no_storm_to_come():
    mention = only("Cyclone Ada formed on Monday and is forecast to hit Beira on Thursday.")
    assert mention.date.first == date(2026, 11, 12)


@pytest.mark.parametrize(
    "text",
    [
        "All demonstrations in Gao have been banned until Friday.",
        "Demonstrations may take place in Gao at short notice.",
        "A rail strike planned for Friday in Mali has been called off.",
        "The unions in Gao ended their strike on Monday night.",
        "Trains in Gao resumed on Monday after a two-day strike ended.",
    ],
)
def test_what_is_banned_possible_called_off_or_over_is_none(text):
    assert reading(text).mentions == ()


def test_an_embassy_warns_of_where_it_is_and_not_of_its_own_country():
    text = "The Canadian Embassy in Bamako said a march is planned in the city on Friday."
    assert only(text).place.country == "ML"
    text = "Canada embassy Bamako: a protest is planned for Friday."
    assert only(text).place.country == "ML"


def test_a_strike_in_a_country_is_not_where_a_march_is_planned():
    text = "Teachers across Mali will strike on Friday, and a march is planned in Kayes."
    assert only(text).place.name == "Mali"


def test_a_headline_without_a_day_does_not_make_what_is_to_come_a_fact():
    text = "Alert: Demonstration in Gao. The union has announced a rally in Gao on Saturday."
    assert only(text).status is Status.ANNOUNCED


@pytest.mark.parametrize(
    "text",
    [
        "Dockers to strike on Friday\n\nDockers in Gao will go on strike on Friday, they said.",
        "Nurses to strike from Friday\n\nNurses in Gao have called a strike for Friday.",
        "Opposition to march in Gao on Friday\n\nThe opposition would march in Gao on Friday.",
        "Teachers' Friday strike in Gao\n\nTeachers in Gao will go on strike on Friday.",
    ],
)
def test_a_headline_tells_the_day_to_come_that_the_lead_announces(text: str):
    mention = only(text)
    assert (mention.status, mention.date.first) == (Status.ANNOUNCED, date(2026, 11, 13))


def test_a_headline_of_a_march_that_was_held_announces_none():
    lead = "Thousands marched in Gao on Friday. The union will march again on Sunday."
    mention = reading(f"Thousands brave rain to march in Gao on Friday\n\n{lead}").mentions[0]
    assert (mention.status, mention.date.first) == (Status.REPORTED, date(2026, 11, 6))


def test_a_league_of_teachers_plays_no_match():
    mention = only("Teachers in Gao will strike on Friday, their league said.")
    assert (mention.type, mention.status) == ("strike_action", Status.ANNOUNCED)


def test_a_march_that_any_party_has_announced_is_to_come():
    text = (
        "Schools will be closed in Gao ahead of a march that the Labour Party has announced for "
        "Friday."
    )
    [march] = reading(text).mentions
    assert (march.type, march.status) == ("protest", "announced")


def test_a_strike_that_somebody_called_and_that_shut_something_is_no_plan():
    told = only("A strike called by the bar association shut the courts of Gao on Monday.")
    assert (told.type, told.status) == ("strike_action", Status.REPORTED)
    text = "The strike called by the bar association is to shut the courts of Gao on Saturday."
    assert only(text).status is Status.ANNOUNCED


def test_a_death_that_a_strike_is_called_over_takes_nothing_from_it():
    told = only("Unions called a general strike in Gao on Saturday after the death of a student.")
    assert (told.type, told.place.name) == ("strike_action", "Gao")

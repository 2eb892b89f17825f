"""What of nature is warned of is announced, until it is lifted or has come."""

from datetime import date

import pytest

from advisory.model.vocabulary import Status
from tests.builders_extraction import only, reading

# Published on Tuesday 10 November 2026: type, place, first and last day.
WARNED = [
    (
        "A tsunami warning was issued for the coast of Niger on Monday.",
        ("tsunami", "Niger", "2026-11-09", "2026-11-09"),
    ),
    (
        "A flood warning is in force in Gao until Thursday.",
        ("flood", "Gao", "2026-11-10", "2026-11-12"),
    ),
    (
        "Orange alert for heavy rain in Bamako on Wednesday.",
        ("flood", "Bamako", "2026-11-11", "2026-11-11"),
    ),
    (
        "Forecasters warned on Monday of a cyclone in Kidal from 12 to 14 November.",
        ("storm", "Kidal", "2026-11-12", "2026-11-14"),
    ),
    (
        "Forecasters warned on Tuesday of a storm, which is expected to hit Kidal on Thursday.",
        ("storm", "Kidal", "2026-11-12", "2026-11-12"),
    ),
    (
        "Storm expected to make landfall near Ansongo on Thursday.",
        ("storm", "Ansongo", "2026-11-12", "2026-11-12"),
    ),
    (
        "The met office warned that heavy rain could cause landslides in Gao tomorrow.",
        ("flood", "Gao", "2026-11-11", "2026-11-11"),
    ),
    (
        "Volcano alert raised to level 3 near Kidal on Monday.",
        ("volcanic_eruption", "Kidal", "2026-11-09", "2026-11-09"),
    ),
    (
        "The weather office hoisted storm signal no. 4 over Gao on Monday as Typhoon Ada neared.",
        ("storm", "Gao", "2026-11-09", "2026-11-09"),
    ),
    (
        "Status orange wind warning for Ansongo on Thursday.",
        ("storm", "Ansongo", "2026-11-12", "2026-11-12"),
    ),
    (
        "An orange level 5 warning for disruptive rain in Gao was issued for Thursday.",
        ("flood", "Gao", "2026-11-12", "2026-11-12"),
    ),
    (
        "The river at Gao is expected to burst its banks on Friday.",
        ("flood", "Gao", "2026-11-13", "2026-11-13"),
    ),
    (
        "Authorities raised the alert for the volcano near Kidal to red on Monday.",
        ("volcanic_eruption", "Kidal", "2026-11-09", "2026-11-09"),
    ),
    (
        "Forecasters in Bamako warned of a heatwave in Kidal from Thursday.",
        ("heatwave", "Kidal", "2026-11-12", "2026-11-12"),
    ),
    (
        "Niamey is bracing for tropical cyclone Ada within 48 hours.",
        ("storm", "Niamey", "2026-11-10", "2026-11-12"),
    ),
]


@pytest.mark.parametrize(("text", "told"), WARNED)
def test_a_warning_of_nature_is_announced_with_place_and_days(text, told):
    mention = only(text)
    days = (mention.date.first.isoformat(), mention.date.last.isoformat())
    assert (mention.type, mention.place.name, *days) == told
    assert mention.status is Status.ANNOUNCED


@pytest.mark.parametrize(
    "text",
    [
        "The storm warning for Niamey was lifted on Monday.",
        "Niger cancelled its tsunami warning two hours later.",
        "No tsunami warning was issued for Niger.",
        "The ferry sailed from Niamey on Monday despite a storm warning.",
        "A tsunami warning was issued for Niger on Monday. The warning was lifted at noon.",
        "The tsunami warning centre in Niger has a new director.",
        "The volcano service lowered the alert level of the volcano near Gao on Monday.",
        "The alert for the volcano near Gao was lowered to orange on Monday.",
        "The alert level for the volcano near Gao in Mali was lowered on Monday.",
        "The storm forecast for Gao turned north, and the warning was withdrawn on Monday.",
        "A flood warning had been issued for Gao before the match.",
    ],
)
def test_a_warning_that_is_lifted_or_was_none_is_no_incident(text):
    assert [one for one in reading(text).mentions if not one.background] == []


@pytest.mark.parametrize(
    "text",
    [
        "Traders in Bamako warned of a flood of cheap imports.",
        "Brokers in Bamako warned of an economic storm on Friday.",
        "Scientists warned of floods in Bamako in the coming decades.",
        "A storm of protest is expected in Bamako on Friday.",
        "Wind and a storm are expected in Bamako on Friday.",
    ],
)
def test_figures_of_speech_the_climate_and_the_weather_are_no_warning(text):
    assert reading(text).mentions == ()


def test_what_a_warning_followed_is_told_apart_from_it():
    text = "A strong earthquake shook Niger on Monday, triggering a tsunami warning."
    told = {one.type: one.status for one in reading(text).mentions}
    assert told == {"earthquake": Status.REPORTED, "tsunami": Status.ANNOUNCED}


def test_a_warning_beside_the_flood_it_was_of_is_no_second_one():
    text = "Floods killed 12 people in Gao on Monday. A flood warning had no effect there."
    assert only(text).status is Status.REPORTED
    text = "Floods killed 12 people in Gao on Monday. A flood warning remains in force."
    assert [one.status for one in reading(text).mentions if not one.background] == [Status.REPORTED]


def test_a_warning_of_more_days_to_come_stands_beside_what_has_happened():
    text = "Floods killed 12 people in Gao on Monday. A flood warning is in force until Friday."
    told = {one.status: one.date.last for one in reading(text).mentions}
    assert told == {Status.REPORTED: date(2026, 11, 9), Status.ANNOUNCED: date(2026, 11, 13)}


def test_what_is_warned_of_has_killed_nobody():
    text = "Nine people drowned in Gao on Monday, and a flood warning holds until Friday."
    warned = [one for one in reading(text).mentions if one.status is Status.ANNOUNCED]
    assert [one.killed for one in warned] == [None]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Nurses in Gao will strike from Thursday to Saturday.", 12, 14),
        ("Bakers in Gao will walk out on Wednesday and Thursday.", 11, 12),
        ("Dockers in Gao will be on strike until Friday.", 10, 13),
        ("Pilots in Niamey gave notice of a strike beginning on 20 November.", 20, 20),
        ("The opposition in Bamako called for a shutdown on Friday.", 13, 13),
    ],
)
def test_a_strike_of_several_days_is_announced_for_all_of_them(text, first, last):
    told = only(text)
    assert (told.type, told.status) == ("strike_action", Status.ANNOUNCED)
    assert (told.date.first, told.date.last) == (date(2026, 11, first), date(2026, 11, last))


def test_an_election_whose_day_is_long_over_this_year_is_held_the_next():
    assert only("Voters in Mali go to the polls on 3 April.").date.first == date(2027, 4, 3)


def test_a_storm_that_kills_before_it_is_there_has_killed():
    mention = only("Two herders drowned in Gao on Monday as Cyclone Ada approached.")
    assert (mention.type, mention.status, mention.killed.low) == ("storm", Status.REPORTED, 2)


def test_what_is_called_off_elsewhere_calls_off_no_storm():
    text = "Storm warning for Gao on Wednesday; ferries on the river were cancelled."
    assert only(text).status is Status.ANNOUNCED


def test_a_warning_is_of_the_day_to_come_that_is_told_after_it():
    text = "Gao was put on red alert on Monday as Cyclone Ada moved towards the coast. "
    mention = only(text + "Landfall is expected near Gao on Friday.")
    assert (mention.type, mention.date.first) == ("storm", date(2026, 11, 13))


def test_what_somebody_would_do_on_a_day_to_come_is_announced():
    text = "The union said that its members in Gao would go on strike on 20 November."
    assert (only(text).type, only(text).status) == ("strike_action", Status.ANNOUNCED)


def test_elections_are_held_where_the_sentence_says():
    text = "Parliamentary elections in Mali will be held on 28 December."
    assert (only(text).type, only(text).status) == ("election", Status.ANNOUNCED)


@pytest.mark.parametrize(
    "text",
    [
        "The army shut the road to Gao on Sunday. It was reopened on Monday.",
        "A curfew was imposed in Gao on Sunday. It was lifted on Monday.",
    ],
)
def test_it_was_lifted(text):
    assert [one.state.value for one in reading(text).conditions] == ["lifted"]


def test_fuel_that_is_being_rationed_is_short():
    [state] = reading("Diesel is being rationed in Gao.").conditions
    assert state.kind.value == "supply_shortage"


@pytest.mark.parametrize(
    ("text", "kind", "place", "day"),
    [
        ("Petrol stations in Gao ran dry on Monday after clashes in Ber.", "short", "Gao", 9),
        ("Phones were cut in Gao ahead of a march on Friday.", "phones", "Gao", None),
        (
            "Mali votes on 23 November; its borders will be closed from 22 November.",
            "b",
            "Mali",
            22,
        ),
    ],
)
def test_a_state_has_the_place_and_the_day_of_its_own_clause(text, kind, place, day):
    [state] = reading(text).conditions
    assert kind in state.kind.value
    assert state.place.name == place
    assert (state.since and state.since.first.day) == day


def test_whoever_bans_all_marches_holds_none():
    assert reading("Niger banned all demonstrations in Niamey on Monday.").mentions == ()

"""Sentences that one small rule each reads right, and that would be read wrong without it."""

import pytest

from advisory.model.vocabulary import ActorRole
from tests.builders_extraction import mentions, only, reading


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Two people were killed in a blast in Gao. A third victim of the blast died on Sunday.",
            3,
        ),
        ("Gunmen opened fire in Gao, killing two officers, one of them a captain.", 2),
    ],
)
def test_the_dead_are_counted_once_and_all(text: str, killed: int):
    told = only(text).killed
    assert told is not None
    assert told.low == killed


def test_who_was_freed_and_how_they_were_taken_is_one_story():
    assert len(mentions("Six hostages were released in Gao. They were abducted from a bus.")) == 1


def test_rockets_that_kill_are_a_rocket_attack():
    assert only("Rebels attacked Gao with rockets, killing two.").type == "rocket_attack"


def test_a_crowd_that_burns_a_house_has_shot_nobody():
    text = (
        "Two protesters were shot dead in Gao on Saturday. Protesters later set fire to the "
        "headquarters of two parties."
    )
    doers = [
        actor.name
        for mention in mentions(text)
        if mention.type != "arson"
        for actor in mention.actors
        if actor.role is ActorRole.PERPETRATOR
    ]
    assert "protesters" not in doers


def test_what_a_slide_cut_years_before_is_no_state_of_today():
    text = "The hill had been watched since 2023, when a slide cut the road for more than a year."
    assert reading(text).conditions == ()


def test_there_will_be_no_curfew():
    text = "There will be no curfew under the state of emergency declared in Gao on Sunday."
    assert [one.kind for one in reading(text).conditions if one.kind == "curfew"] == []


def test_who_was_shot_as_captives_were_freed_died_in_no_other_deed():
    text = (
        "On Monday three guards were killed in an ambush at Gao.\n\nTwo tourists who were "
        "kidnapped on Thursday near Mopti were freed by police on Monday. One suspect was "
        "shot dead."
    )
    [ambush] = [one for one in mentions(text) if one.type == "ambush"]
    assert ambush.killed is not None
    assert ambush.killed.high == 3


def test_an_arrest_has_none_of_the_dead_of_what_it_is_for():
    text = (
        "Police said on Saturday they had arrested three men suspected of planting the bomb that "
        "killed six policemen in Gao this week."
    )
    assert [one.killed for one in mentions(text) if one.type == "arrest"] == [None]


def test_what_a_mayor_puts_a_figure_at_stands_beside_what_the_report_counts():
    text = "Nine people died in a clash in Gao on Monday; the mayor put the figure at 14."
    killed = only(text).killed
    assert killed is not None
    assert killed.high == 9


def test_those_taken_with_others_are_proven_by_their_own_words():
    mention = only("The driver was abducted with two engineers near Gao on Monday.")
    [proof] = [one for one in mention.evidence if one.field == "abducted"]
    assert mention.abducted is not None
    assert mention.abducted.low == 3
    assert "two engineers" in proof.spans[0].text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Twelve people were killed in Mali on Sunday, three of them in Gao.", "Mali"),
        ("Floods killed 40 people across Niger, seven of whom were in Niamey.", "Niger"),
        ("Strikes on Mali killed 30 on Monday, including at least nine in Anefis.", "Mali"),
        ("Twelve people were killed on Sunday, three of them in Gao.", "Gao"),
    ],
)
def test_where_only_some_of_the_dead_were_is_not_where_it_was(text: str, place: str):
    told = only(text).place
    assert told is not None
    assert told.name == place


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("At least 30 people have been killed across Mali since dawn.", "10"),
        ("At least 30 people have been killed across Mali since this morning.", "10"),
        ("At least 30 people have been killed across Mali since dawn on 8 November.", "08"),
    ],
)
def test_what_was_done_since_dawn_was_done_on_the_day_of_the_report(text: str, day: str):
    told = only(text).date
    assert told is not None
    assert told.first == told.last
    assert str(told.first).endswith(day)


@pytest.mark.parametrize(
    ("text", "doers", "supporters"),
    [
        ("With the support of the army a militia took the town of Ber.", {"militia"}, {"army"}),
        (
            "The army, backed by Wagner and a local militia, killed nine civilians in Gao.",
            {"army"},
            {"Wagner Group", "local militia"},
        ),
        (
            "Malian soldiers, alongside Wagner, killed nine civilians in Gao.",
            {"Malian Armed Forces"},
            {"Wagner Group"},
        ),
    ],
)
def test_who_helps_is_told_from_who_does_it(text: str, doers: set[str], supporters: set[str]):
    actors = only(text).actors
    assert {one.name for one in actors if one.role is ActorRole.SUPPORTER} == supporters
    assert {one.name for one in actors if one.role is not ActorRole.SUPPORTER} == doers


@pytest.mark.parametrize(
    "text",
    [
        "M23 rebels, backed by Rwandan troops, seized Ber on Monday.",
        "Rebels in pick-up trucks seized Ber on Monday.",
        "The rebels on Monday captured Ber.",
    ],
)
def test_a_town_is_taken_whatever_is_said_between_its_takers_and_the_verb(text: str):
    assert only(text).type == "town_seized"


def test_gunmen_who_enter_a_town_do_not_take_it():
    assert mentions("Gunmen in uniform entered Ber on Monday.") == ()


def test_two_states_that_strike_have_both_done_it():
    actors = only("An Israeli strike and a Turkish strike killed five in Gao on Sunday.").actors
    assert [one.role for one in actors] == [ActorRole.PERPETRATOR] * 2


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The rebels lost 12 men, while two soldiers were killed in the fighting in Gao.", 14),
        ("Soldiers supported by Russian fighters killed nine militants near Gao on Monday.", 9),
        ("The army shelled Gao on Tuesday in response to Monday's raid, killing four.", 4),
    ],
)
def test_the_dead_are_those_of_the_deed_that_is_told(text: str, killed: int):
    told = only(text).killed
    assert told is not None
    assert told.low == killed


def test_before_a_colon_stands_the_region_and_behind_it_the_town():
    told = only("Gao: thirty pupils were abducted from a school in Ber on Monday.").place
    assert told is not None
    assert told.name == "Ber"


@pytest.mark.parametrize(
    "text",
    [
        "All schools were closed on Monday until further notice after the attack on Gao.",
        "The governor on Monday ordered all schools shut after the attack on Gao.",
    ],
)
def test_the_day_of_an_answer_is_not_that_of_the_attack(text: str):
    assert only(text).date is None


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Jets struck Gao, killing five rebels. Mali said a member of its forces died, too.", 6),
        (
            (
                "On 4 August 2016, three gunmen hurled grenades and fired on a market in Gao. "
                "Fourteen traders died, 15 were wounded."
            ),
            14,
        ),
    ],
)
def test_the_dead_of_a_first_report_are_read(text: str, killed: int):
    told = [one.killed.low for one in mentions(text) if one.killed and not one.background]
    assert told == [killed]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("After protesters burned a police station in Gao, soldiers killed three.", "soldiers"),
        ("Youths set a police station in Gao on fire on Monday.", "youths"),
    ],
)
def test_who_killed_in_a_riot_and_who_lit_a_fire_did_it(text: str, doer: str):
    doers = [
        one.name
        for mention in mentions(text)
        for one in mention.actors
        if one.role is ActorRole.PERPETRATOR
    ]
    assert doer in doers


def test_police_rifles_are_nobody_who_was_abducted():
    text = "Rebels shot at police in Gao on Monday and fled with three police rifles."
    assert [one.abducted for one in mentions(text)] == [None]


def test_rustlers_who_attack_a_village_raid_its_cattle():
    assert only("Cattle rustlers attacked Ber on Sunday, killing two.").type == "cattle_raid"


def test_a_city_that_is_called_by_its_country_is_taken_like_any_other():
    text = "The Malian government has seized a key northern Malian city, Gao."
    assert only(text).type == "town_seized"


def test_a_headline_that_ends_with_whom_they_took_takes_no_town():
    assert [one.type for one in mentions("Gunmen in Gao seize dozens")] != ["town_seized"]

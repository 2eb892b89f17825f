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

"""What is called off, put off or lifted is read as that, with its day, its place and whose word."""

import pytest

from advisory.model.vocabulary import Status
from tests.builders_extraction import only, reading
from tests.builders_shipped import table

OFF = table("called_off.yaml")
ON = [
    "The union refused to call off the strike planned for Friday in Gao.",
    "Ministers urged nurses in Gao to call off the strike due to begin on Friday.",
    "Four hundred flights were cancelled ahead of the strike planned for Friday in Gao.",
    "Exams were postponed before the march planned for Friday in Gao.",
    "The tsunami warning for Mali was downgraded to an advisory.",
    "The march planned for Friday in Gao has not been cancelled.",
]


@pytest.mark.parametrize("case", OFF, ids=lambda case: case["text"])
def test_what_is_off_is_no_incident_and_told_apart(case):
    read = reading(case["text"])
    [off] = read.cancellations
    assert (read.mentions, off.type, off.place.name) == ((), case["type"], case["place"])
    assert (off.day and off.day.first.day) == case["day"]


@pytest.mark.parametrize("text", ON)
def test_what_is_only_asked_denied_or_said_of_something_else_is_not_off(text):
    assert reading(text).cancellations == ()


def test_a_strike_that_is_not_called_off_is_announced_for_its_day():
    mention = only("The union refused to call off the strike planned for Friday in Gao.")
    assert (mention.status, mention.date.first.day) == (Status.ANNOUNCED, 13)


def test_what_is_put_off_has_its_old_and_its_new_day():
    text = "The opposition postponed Saturday's march in Gao to 5 December, its spokesman said."
    [off] = reading(text).cancellations
    assert (off.day.first.day, off.moved_to.first.day) == (14, 5)
    assert [claim.speaker for claim in off.claims] == ["spokesman"]


def test_who_calls_it_off_says_so_where_nobody_else_does():
    [off] = reading("Nurses in Gao called off a strike planned for Friday.").cancellations
    assert [claim.speaker for claim in off.claims] == ["Nurses"]


def test_a_headline_and_the_text_below_it_are_one():
    text = (
        "Union calls off rail strike in Mali\n\nThe rail strike planned for Friday is called off."
    )
    [off] = reading(text).cancellations
    assert (off.place.name, off.day.first.day) == ("Mali", 13)


def test_a_strike_to_come_and_one_called_off_tell_their_trade():
    strike = only("Nurses in Gao will go on strike on Friday.")
    told = [proof.spans[0].text for proof in strike.evidence if proof.field == "who"]
    assert told == ["Nurses"]


def test_a_strike_that_would_have_been_is_off_and_may_be_is_not():
    text = "A strike by porters that would have hit Gao on Friday was called off, the union said."
    [off] = reading(text).cancellations
    assert (off.place.name, off.day.first.day) == ("Gao", 13)
    assert reading("A strike by porters in Gao on Friday may be called off.").cancellations == ()


def test_it_is_what_was_planned_before():
    text = "The opposition had planned a march in Gao for Saturday but put it off until 5 December."
    [off] = reading(text).cancellations
    assert (off.type, off.day.first.day, off.moved_to.first.day) == ("protest", 14, 5)


def test_a_warning_is_lifted_where_it_was_for():
    text = "A tsunami warning for Gao was lifted an hour after a quake struck near Kidal."
    [off] = reading(text).cancellations
    assert (off.type, off.place.name) == ("tsunami", "Gao")


def test_a_march_on_a_day_to_come_is_announced_whatever_the_words():
    mention = only("Security alert: demonstration in Gao, 12 November.")
    assert mention.status is Status.ANNOUNCED


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("Railway workers in Gao will go on strike on Friday.", ["Railway workers"]),
        ("The union in Gao said workers will go on strike on Friday.", []),
    ],
)
def test_workers_are_of_the_trade_that_is_named_beside_them(text, trade):
    strike = only(text)
    assert [p.spans[0].text for p in strike.evidence if p.field == "who"] == trade


def test_who_lifts_a_warning_is_who_says_so():
    [off] = reading("The weather bureau lifted all typhoon warnings in Gao.").cancellations
    assert [claim.speaker for claim in off.claims] == ["weather bureau"]


def test_a_nationwide_strike_that_is_off_is_off_in_the_whole_country():
    text = (
        "Labour congress calls off strike\n\nThe congress has suspended the nationwide strike that "
        "was to begin on Thursday, its president said after talks in Bamako on Wednesday."
    )
    [off] = reading(text).cancellations
    assert off.place.name == "Mali"

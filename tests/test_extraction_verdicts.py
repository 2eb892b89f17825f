"""A verdict on who did it is news of a court, and a match of whom was "slaughtered" is no news."""

import pytest

from tests.builders_extraction import only, reading


@pytest.mark.parametrize(
    "text",
    [
        "The man who killed three passengers in Gao was sentenced to life on Monday.",
        "The man who killed three and hurt eight in Gao will spend the rest of his life in jail.",
        "The man who stabbed three people to death in Gao was jailed for life on Monday.",
        "The gunman who killed nine in Gao will never be released, judges ruled on Monday.",
        "The driver of the bus that overturned near Gao, killing 31, was found guilty on Monday.",
        "A man who shot dead two police officers in Gao appeared in court on Monday.",
    ],
)
def test_a_verdict_on_who_did_it_is_not_the_day_of_the_deed(text):
    assert [m.type for m in reading(text).mentions if not m.background] == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen who stormed a court in Gao on Monday killed nine people who were on trial.", 9),
        ("The gunman who killed nine worshippers in Gao was shot dead on Monday.", 9),
        ("Gunmen killed nine people who had been convicted of theft in Gao on Monday.", 9),
    ],
)
def test_a_deed_told_of_those_on_trial_is_one(text, killed):
    assert only(text).killed.low == killed


def test_a_headline_whose_first_paragraph_tells_a_match_is_no_news():
    text = (
        "Lions slaughtered in Gao siege\n\nThey had come to raid the fortress and were buried "
        "beneath it. The Lions were massacred 61-7 on Saturday, a defeat that leaves their coach "
        "in the line of fire.\n\nIt was their first in Gao."
    )
    assert not [m for m in reading(text).mentions if not m.background]


def test_a_headline_stands_where_its_lead_tells_of_the_dead_of_a_match():
    text = (
        "Fans clash in Gao\n\nThey had come to watch a match. Nine fans were killed on Saturday "
        "when rivals opened fire at the rugby stadium."
    )
    assert only(text).killed.low == 9


def test_whoever_is_named_behind_another_accusation_did_nothing():
    text = (
        "A drone killed six drivers near Gao on Saturday. Residents blamed the army.\n\nEach side "
        "accuses the other of moving forces towards Kidal, and JNIM of plotting with others."
    )
    names = {actor.name for actor in only(text).actors if actor.role == "perpetrator"}
    assert names == {"army"}

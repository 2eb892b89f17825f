"""The dead of what is only recalled are no toll of the news."""

import pytest

from tests.builders_extraction import mentions


@pytest.mark.parametrize(
    "text",
    [
        "A tremor was felt in Gao on Sunday. Many remember the quake of 2004, which cost 14 lives.",
        "A tremor was felt in Gao. He spoke in reference to the quake that killed 620 people.",
        "Gunmen attacked Gao on Sunday. Elders remember a raid on the market that cost 60 lives.",
    ],
)
def test_the_dead_of_what_somebody_recalls_are_not_those_of_the_news(text):
    assert [told.killed for told in mentions(text)] == [None]


def test_nobody_died_where_a_speaker_only_refers_to_an_old_disaster():
    text = (
        "A tremor shook Gao on Sunday, but no loss of life was reported. Everyone remembers 2004, "
        "said a trader, in reference to the earthquake that killed more than 620 people."
    )
    [told] = mentions(text)
    assert (told.killed.low, told.killed.high) == (0, 0)


def test_who_remembers_how_it_was_tells_the_news():
    text = "Gunmen attacked Gao on Sunday. Survivors remembered how the men shot dead 12 people."
    [told] = mentions(text)
    assert told.killed.low == 12


def test_the_dead_since_a_day_long_past_are_not_those_of_the_news_below_it():
    text = (
        "A missile hit a car in Gao on Sunday and two men died.\n\n"
        "Since the truce of 27 November 2024 the army has carried out strikes almost daily. "
        "More than 600 people have been killed in them, the ministry says."
    )
    [told] = mentions(text)
    assert told.killed.best == 2


@pytest.mark.parametrize(
    "text",
    [
        "Last month a lorry overturned near Ber with the loss of six lives.",
        "On 30 October a truck hit a wall near Ber and nine people died.",
        "In October 14 people were killed when two buses collided near Ansongo.",
        "On 2 November a coach left the road near Ber, killing four.",
        "It was the second accident there since 1 November, when a tanker overturned in Ber.",
        "On 21 September an earthquake shook Ber, killing 12.",
    ],
)
def test_an_accident_weeks_before_the_one_that_is_the_news_is_background(text):
    assert places_beside_a_bus_in_gao(text) == ["Gao"]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday a lorry overturned near Ber and three people died.",
        "On 20 November a lorry overturned near Ber and three people died.",
        "On 28 October gunmen killed four people near Ber.",
    ],
)
def test_another_accident_of_these_days_and_an_attack_of_weeks_ago_are_told(text):
    assert places_beside_a_bus_in_gao(text) == ["Gao", "Ber"]


def places_beside_a_bus_in_gao(text):
    """Return where the news is of a report of a bus in Gao with one more paragraph."""
    news = "A bus fell into a ravine near Gao on Sunday, killing 12 people.\n\nThe driver survived."
    told = mentions(f"{news}\n\n{text}", "2026-11-30")
    return [one.place.name for one in told if not one.background]


def test_an_accident_weeks_ago_that_nothing_newer_stands_beside_is_told():
    text = (
        "Families marched home in silence.\n\n"
        "The ferry sank near Gao on 20 October, killing 30 people."
    )
    [told] = mentions(text, "2026-11-30")
    assert not told.background

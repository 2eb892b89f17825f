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

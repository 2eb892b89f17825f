"""The same victim named again is the same incident."""

from advisory.model.text import Report
from tests.builders_extraction import reader


def killings(text: str) -> list[int | None]:
    mentions = reader().read(Report("r", text, published="2026-11-10")).mentions
    return [mention.killed.low if mention.killed else None for mention in mentions]


def test_a_murder_condemned_again_by_name_is_the_one_told_before():
    assert killings(
        "Gunmen murdered Minister Moussa Keita and two of his guards in Gao on Sunday.\n\n"
        "The trade union condemned the murder of Keita, who had been its lawyer."
    ) == [3]


def test_the_minister_is_the_one_whose_murder_was_told():
    assert killings(
        "The party condemned the murder of Minister Moussa Keita and two guards on Sunday.\n\n"
        "Nobody has claimed the murder of the minister, a friend of the president."
    ) == [3]


def test_another_name_is_another_murder():
    assert killings(
        "Gunmen murdered Minister Moussa Keita and two of his guards in Gao on Sunday.\n\n"
        "The murder of Judge Amadou Ba in Mopti on Saturday is not solved."
    ) == [3, 1]

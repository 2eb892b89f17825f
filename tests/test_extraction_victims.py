"""The same victim named again is the same incident."""

import pytest

from advisory.model.text import Report
from tests.builders_extraction import only, reader


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


FEARED = {
    "Six people are feared dead after a boat capsized near Gao on Monday.": (0, 6),
    "A boat capsized near Gao on Monday. Six people died and 20 are feared dead.": (6, 6),
    "Soldiers killed five presumed rebels near Gao on Monday.": (5, 5),
}


@pytest.mark.parametrize(("text", "bounds"), FEARED.items())
def test_who_is_only_feared_dead_is_not_counted_as_dead(text: str, bounds: tuple[int, int]):
    killed = only(text).killed
    assert killed is not None
    assert (killed.low, killed.high) == bounds

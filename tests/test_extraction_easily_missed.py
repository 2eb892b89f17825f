"""What is told in a way that is easily missed is read, and what only looks so is not."""

import pytest

from tests.builders_extraction import mentions
from tests.builders_shipped import table

CASES = table("easily_missed.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_told_is_read(case):
    told = [mention.type for mention in mentions(case["text"]) if not mention.background]
    assert told == case["types"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The brutal killing of five miners shocked Gao.", 5),
        ("We condemn the recent murder of a teacher and a trader in Gao.", 2),
        ("The massacre of 12 villagers near Gao shocked Mali.", 12),
    ],
)
def test_those_whose_murder_is_named_are_counted(text, killed):
    [mention] = mentions(text)
    assert mention.killed is not None
    assert mention.killed.low == killed


def test_whom_gunmen_who_enforce_a_strike_shot_are_murdered():
    [told] = mentions(
        "Gunmen enforcing a sit-at-home order shot dead two traders in Gao on Friday."
    )
    assert (told.type, told.killed.low) == ("murder", 2)


def test_a_headline_that_sends_somebody_to_hang_tells_of_no_new_deed():
    assert not mentions(
        "Man to hang for 2021 kidnapping\n\nA court in Gao sentenced a man on Monday."
    )

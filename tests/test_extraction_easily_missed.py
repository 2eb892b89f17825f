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

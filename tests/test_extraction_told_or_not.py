"""Without, years after, not guilty: what such words take back, and what they do not."""

import pytest

from advisory.model.text import Report
from tests.builders_extraction import reader


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("The lorries crossed Wamba without being attacked on Friday, the driver said.", False),
        ("There was neither an explosion nor a fire in Wamba on Friday, the mayor said.", False),
        ("Ten years after a bomb killed four people in Wamba, a school was opened.", False),
        ("Ten years after he fled, the trader was shot dead in Wamba on Friday.", True),
        (
            "The mayor prayed on Friday where soldiers fired on farmers in Wamba ten years ago.",
            False,
        ),
        ("The trader, who fled ten years ago, was shot dead in Wamba on Friday.", True),
        ("A jury found the farmer not guilty of shooting two men in Wamba on Friday.", False),
        ("The rebels rejected the charge that they shelled a clinic in Wamba on Friday.", False),
        ("A novelist was stabbed in Wamba on Friday.", True),
        ("The novelist killed off his hero in Wamba on Friday.", False),
        (
            "The army joined an annual exercise in Wamba, where troops stormed a bus on Friday.",
            False,
        ),
        ("The news fell like a bomb on Wamba on Friday.", False),
    ],
)
def test_small_words_say_whether_it_happened(text, is_told):
    mentions = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert any(not mention.background for mention in mentions) == is_told

"""A report is news of what its first sentence tells, not of what it names in passing."""

import pytest

from tests.builders_extraction import mentions


def is_news(text: str) -> bool:
    return any(not mention.background for mention in mentions(text, published="2026-11-10"))


@pytest.mark.parametrize(
    "text",
    [
        "The widow of a man who was shot in Gao has won a prize for poetry.",
        "The season opens with the kidnapping of a minister in Gao.",
        "A choir gave a concert at the wall in Gao where a mayor was shot.",
        "A podcast asks who stabbed a grocer in Gao.",
        "Teachers met in a bombed school in Gao to talk about wages.",
        "A mason kidnapped by rebels near Gao has written a song.",
        "The school will teach the guards of Gao to stop an attack.",
    ],
)
def test_what_is_only_named_is_no_news(text):
    assert not is_news(text)


@pytest.mark.parametrize(
    "text",
    [
        "The road to Gao was closed after gunmen attacked a bus.",
        "Police seek the men who robbed a bank in Gao.",
        "The governor imposed a curfew on Gao on Monday after a night of clashes between gangs.",
        "Rescuers pulled eight people from a bus that plunged into a ravine near Gao.",
        "The minister condemned the kidnapping of a nurse in Gao.",
        "A crowd gathered in Gao where a mayor was shot on Monday.",
        "Villagers fled a raid in which gunmen killed nine people near Gao.",
        "A trader who had left Gao at noon was kidnapped by gunmen.",
        "Our driver was carjacked on the road to Gao.",
    ],
)
def test_what_is_told_below_another_clause_is_news(text):
    assert is_news(text)


def test_a_report_that_begins_with_somebody_known_tells_a_life():
    assert not is_news("As a young nurse she was kidnapped by rebels near Gao.")


def test_below_a_headline_she_is_who_was_named_there():
    assert is_news("Nurse kidnapped in Gao\n\nShe was kidnapped by rebels near Gao.")


def test_whoever_was_once_abducted_was_so_long_ago():
    assert not is_news("The mayor was once kidnapped by rebels near Gao.")

"""Who the dead and the injured were: forces, fighters, civilians, children."""

import pytest

from advisory.model.value import Part
from tests.builders_extraction import only


def who(parts: tuple[Part, ...]) -> list[tuple[str, int]]:
    return [(part.who, part.count.low) for part in parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Gunmen killed a local police officer in Gao on Monday.", [("force", 1)]),
        ("Gunmen killed two national guardsmen in Gao on Monday.", [("force", 2)]),
        ("A commander of JNIM was killed in a clash in Gao on Monday.", [("attacker", 1)]),
        ("Soldiers killed two JNIM leaders in Gao on Monday.", [("attacker", 2)]),
        ("JNIM killed a village chief in Gao on Monday.", [("civilian", 1)]),
        ("JNIM killed a former member of JNIM in Gao on Monday.", []),
        ("Gunmen killed four prison guards in Gao on Monday.", [("force", 4)]),
        (
            "Thieves killed two guards and a trader in Gao on Monday.",
            [("guard", 2), ("civilian", 1)],
        ),
        ("Bandits stopped a bus near Gao on Monday and killed its driver.", [("civilian", 1)]),
        ("A jet was shot down near Gao on Monday, killing its two pilots.", [("civilian", 2)]),
        ("Gunmen killed the secretary general of a union in Gao on Monday.", [("civilian", 1)]),
    ],
)
def test_who_was_killed_is_what_the_whole_phrase_says(text: str, parts: list[tuple[str, int]]):
    assert who(only(text).killed_parts) == parts


@pytest.mark.parametrize(
    "text",
    [
        "A trader, abducted by rebels near Gao on Monday, was found dead.",
        "In Gao, a trader, who was taken by suspected militants on Monday, was found shot dead.",
        "On Monday, herdsmen entered a hamlet near Gao, the trader was killed.",
    ],
)
def test_whom_a_singular_verb_speaks_of_is_one_and_none_of_those_who_took_him(text: str):
    mention = only(text)
    assert mention.killed is not None
    assert (mention.killed.low, who(mention.killed_parts)) == (1, [("civilian", 1)])


def test_another_whole_toll_is_not_added_to_the_first():
    blast = only(
        "A suicide bomber blew himself up in Gao on Monday, killing eight worshippers, a nurse "
        "said. The police said the toll was seven, including the bomber."
    )
    assert blast.killed.low == 8

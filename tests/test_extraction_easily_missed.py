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


WORDS = [
    ("A glide bomb hit a school in Gao on Monday, killing two.", "airstrike"),
    ("Artillery rounds rained on Gao on Monday, killing seven people.", "shelling"),
    ("A grenade was lobbed into a bar in Gao on Monday, wounding three.", "grenade_attack"),
    ("A soldier had his leg blown off by a landmine near Gao on Monday.", "mine_explosion"),
    ("Rebels held Ber for two days before soldiers drove them out on Monday.", "town_retaken"),
    ("Troops drove the militants out of Ber on Monday.", "town_retaken"),
    ("Soldiers re-entered the town of Ber on Monday.", "town_retaken"),
    ("Fifteen prisoners got out of a jail in Gao on Monday through a tunnel.", "prison_break"),
    ("Twelve rebels turned themselves in at Gao on Monday.", "surrender"),
    ("Algeria sent back 900 undocumented migrants near Gao on Monday.", "expulsion"),
    ("Ransomware has frozen the accounts of a bank in Gao since Monday.", "cyberattack"),
    ("A mudflow buried houses in Ber on Monday, killing three people.", "landslide"),
    ("The slope above the village of Ber gave way on Monday, killing four people.", "landslide"),
    ("A plane overshot the airstrip in Gao on Monday, and six passengers were hurt.", "aircraft"),
    ("Seven pupils died in Gao on Monday after eating beans tainted with pesticide.", "poisoning"),
    ("Methane exploded in a coal mine near Gao on Monday, killing five.", "industrial_accident"),
    ("A fire swept a mattress factory in Gao on Monday, killing two.", "fire_accident"),
    ("Two traders were picked up by unknown persons in Gao on Monday.", "kidnapping"),
    ("Two traders were picked up by detectives in Gao on Monday.", "arrest"),
]


@pytest.mark.parametrize(("text", "kind"), WORDS, ids=[text for text, _ in WORDS])
def test_a_deed_or_a_disaster_is_known_by_a_word_of_its_class(text: str, kind: str):
    [told] = mentions(text)
    assert told.type.startswith(kind)


@pytest.mark.parametrize(
    "text",
    [
        "He buried his father on a hillside near Gao on Monday.",
        "The company regained the top place in the market of Gao on Monday.",
        "The delegates got out of a bus in Gao on Monday.",
        "The parcels were sent back to the border posts near Gao on Monday.",
        "Surgeons in Gao on Monday fitted a new leg to a victim of landmines.",
        "The army came down the hill into Gao on Monday and met no resistance.",
        "Twelve sailors were picked up by fishing boats near Gao on Monday.",
        "The children were picked up by their mothers in Gao on Monday.",
    ],
)
def test_a_word_of_such_a_class_beside_something_else_tells_no_deed(text: str):
    assert not [mention for mention in mentions(text) if not mention.background]

"""Several incidents in one sentence are told apart, and one incident stays one."""

import pytest

from advisory.model.vocabulary import Precision
from tests.builders_extraction import line_of, mentions, only
from tests.builders_shipped import table

CASES, REPORTS, TRAVEL = (
    table(f"{name}.yaml")
    for name in ("several_in_a_sentence", "several_in_a_report", "what_befalls_travellers")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_incident_of_a_sentence_has_its_own_place_day_and_toll(case):
    told = [line_of(mention) for mention in mentions(case["text"]) if not mention.aggregate]
    assert told == case["incidents"]


@pytest.mark.parametrize("case", REPORTS, ids=lambda case: case["name"])
def test_what_sentences_tell_together_is_one_incident_or_more(case):
    told = [line_of(mention) for mention in mentions(case["text"]) if not mention.background]
    assert told == case["incidents"]


@pytest.mark.parametrize("case", TRAVEL, ids=lambda case: case["name"])
def test_what_befalls_travellers_is_told_with_its_toll_or_is_none(case):
    told = [line_of(mention) for mention in mentions(case["text"]) if not mention.background]
    assert told == case["incidents"]


@pytest.mark.parametrize(
    "text",
    [
        "Thousands marched in Gao, a week after gunmen killed 23. Four demonstrators were hurt.",
        "Hundreds protested in Gao after police killed a boy last week. Four protesters were hurt.",
    ],
)
def test_whoever_is_hurt_at_a_march_is_not_of_the_deed_it_was_held_for(text: str):
    march, before = mentions(text)
    assert (march.injured.best, before.injured) == (4, None)


def test_one_of_those_hurt_before_a_march_who_has_died_did_not_die_of_it():
    text = "Crowds marched in Gao after police wounded two boys last week. One of them has died."
    march, before = mentions(text)
    assert (march.killed, before.killed.best) == (None, 1)


def test_what_went_before_is_only_roughly_where_the_news_is():
    text = "Thousands marched in Gao on Friday, a week after gunmen killed 23 people in a camp."
    march, before = mentions(text)
    assert (march.place.precision, before.place.precision) == (Precision.PLACE, Precision.DISTRICT)


def test_the_dead_of_a_fire_are_none_of_the_protest_about_it():
    text = (
        "Workers blocked a road in Gao on Tuesday, demanding the arrest of the owner of a factory "
        "where a fire killed 13 people on Monday."
    )
    assert only(text).killed is None


def test_whom_the_police_shot_at_a_riot_died_in_it():
    text = "Rioters in Gao on Tuesday clashed with police, who opened fire and killed two."
    assert only(text).killed.low == 2


def test_one_more_massacre_in_a_quotation_is_the_one_just_told():
    text = (
        'A drone strike killed eleven villagers in Gao on Monday. "It is one more massacre," an '
        "elder said."
    )
    told = only(text)
    assert (told.type, told.killed.low) == ("drone_strike", 11)


def test_what_is_dated_by_the_paragraph_above_is_told_where_that_was():
    lead = "The army told residents of Gao on Monday evening to leave their homes."
    told = only(f"{lead}\n\nAn hour later warplanes carried out four strikes on the town.")
    assert (told.type, told.place.name) == ("airstrike", "Gao")


@pytest.mark.parametrize(
    "text",
    [
        "Posts on social media claimed that gunmen had attacked the airport of Gao on Monday.",
        "Attacks by armed groups around Gao have doubled since January.",
        "Soldiers fired at a drone over the airport of Gao on Monday.",
    ],
)
def test_hearsay_statistics_and_shots_at_a_drone_tell_of_no_attack(text: str):
    assert mentions(text) == ()


def test_who_was_abducted_with_others_was_not_taken_alone():
    told = only("A driver who was abducted with two engineers near Gao on Monday was freed.")
    assert (told.abducted.low, told.freed.low) == (3, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A rise in prices triggered protests in Gao on Monday.", ["protest Gao 9 - -"]),
        ("Plans for a dam triggered a protest in Gao on Monday.", ["protest Gao 9 - -"]),
        (
            "The killing of a trader triggered clashes of two clans in Gao that left six dead.",
            ["murder Mali - 1 -", "armed_clash Gao - 6 -"],
        ),
        ("The ruling could have triggered protests in Gao on Monday.", []),
        ("The bank fears that prices would have sparked riots in Gao.", []),
    ],
)
def test_what_something_triggered_has_happened_and_what_it_could_have_has_not(
    text: str, told: list[str]
):
    assert [line_of(mention) for mention in mentions(text)] == told


ARRESTED = [
    (
        "Police in Gao detained two men on Monday over the bomb that killed six in Ber on Sunday.",
        ["arrest Gao 9 - -", "bombing Ber 8 6 -"],
    ),
    (
        "A suspect in the bombing that killed nine in Ber on Sunday was arrested in Gao on Monday.",
        ["arrest Gao 9 - -", "bombing Ber 8 9 -"],
    ),
    (
        "Police arrested two men accused of planting the bomb that killed nine in Ber on Sunday.",
        ["arrest Mali - - -", "bombing Ber 8 9 -"],
    ),
    (
        "A court in Gao on Monday charged two men with the attack that killed 67 people in 2013.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "told"), ARRESTED, ids=[text for text, _ in ARRESTED])
def test_the_deed_of_which_somebody_is_suspected_is_told_with_its_own_day_and_dead(
    text: str, told: list[str]
):
    found = [one for one in mentions(text) if not one.background]
    assert sorted(line_of(mention) for mention in found) == told


BEHIND_THE_DEED = [
    ("The gendarmerie rounded up 37 people on Tuesday, the governor said.", "mass_arrest Gao 10"),
    ("Police arrested two men in Ber on Tuesday, a spokesman said.", "arrest Ber 10"),
    ("Two suspects were picked up the following day in Ber.", "arrest Ber 10"),
    ("Three residents were picked up on Tuesday.", "arrest Gao 10"),
    ("Police detained three suspects, one of them a guard, at a house in Ber.", "arrest Ber 9"),
    ("A suspect was arrested in Ber hours later.", "arrest Ber 9"),
]


@pytest.mark.parametrize(("text", "told"), BEHIND_THE_DEED, ids=[t for t, _ in BEHIND_THE_DEED])
def test_arrests_with_a_day_or_a_town_of_their_own_are_told_beside_the_deed(text, told):
    lead = "A campaigner was shot dead at her shop in Gao on Monday.\n\n"
    murder, arrest = (line_of(one) for one in mentions(lead + text))
    assert (murder, arrest) == ("murder Gao 9 1 -", f"{told} - -")


_BLAST = (
    "A bomb exploded in the market of Gao on Monday, killing four people.\n\nIt was market day."
)


@pytest.mark.parametrize(
    "after",
    [
        "Three suspects have been arrested.",
        "Eleven people have been detained in connection with the blast.",
        "Police said a 20-year-old man was in custody.",
        "Soldiers have arrested the owner of the van and two of his sons.",
        "Six officers were hurt and nine young men were detained.",
    ],
)
def test_whom_police_have_arrested_since_is_told_beside_the_deed(after: str):
    blast, arrest = mentions(f"{_BLAST}\n\n{after}")
    assert (blast.type, blast.place.name) == ("bombing", "Gao")
    assert (arrest.type, arrest.place.name, arrest.killed) == ("arrest", "Gao", None)


def types_after_the_blast(after: str) -> list[str]:
    """Return what the news is of a report of the blast with one more paragraph."""
    return [one.type for one in mentions(f"{_BLAST}\n\n{after}") if not one.background]


@pytest.mark.parametrize(
    "after",
    [
        "No arrests have been made.",
        "No suspects are in custody.",
        "Thousands of soldiers had been captured in that war.",
        "The minister demanded the arrest of the culprits.",
        "The governor said that twelve people had been picked up by fishing boats.",
        "The victims were rounded up and shot dead.",
    ],
)
def test_where_nobody_was_arrested_for_it_the_deed_is_all(after: str):
    assert types_after_the_blast(after) == ["bombing"]


@pytest.mark.parametrize(
    "after",
    [
        "A second device was found near the bridge and defused.",
        "An army team made safe a third device found beside a school.",
        "A fourth device failed to explode and was rendered harmless by experts.",
        "A second rocket still in its tube was found and made safe.",
    ],
)
def test_a_second_bomb_that_is_defused_is_told_beside_the_one_that_went_off(after: str):
    blast, found = mentions(f"{_BLAST}\n\n{after}")
    assert (blast.type, blast.killed.low) == ("bombing", 4)
    assert (found.type, found.place.name, found.killed) == ("bomb_defused", "Gao", None)


@pytest.mark.parametrize(
    "after",
    [
        "The road was made safe by engineers.",
        "Experts were trying to defuse a second device.",
        "Soldiers found landmines and 200 rounds of ammunition there.",
    ],
)
def test_where_no_second_bomb_was_defused_the_blast_is_all(after: str):
    assert types_after_the_blast(after) == ["bombing"]


def test_who_was_hurt_beside_the_arrested_is_of_the_deed():
    text = f"{_BLAST}\n\nSix officers were hurt and nine young men were detained."
    blast, arrest = mentions(text)
    assert (blast.injured.low, arrest.injured) == (6, None)


@pytest.mark.parametrize(
    "text",
    [
        "Police fired tear gas at students in Gao on Thursday. Six were arrested, a union said.",
        "Soldiers fired tear gas at students in Gao on Thursday. Some 40 people were detained.",
        "A guard was shot dead in Gao on Monday. A man in his 40s was arrested at the scene.",
        "A guard was shot dead in Gao on Monday. No one has been arrested.",
        "A trader was arrested and found dead in Gao the next day, on Tuesday.",
    ],
)
def test_arrests_with_neither_day_nor_town_are_part_of_the_deed(text):
    assert len(mentions(text)) == 1


def test_the_same_arrest_told_again_with_its_town_is_no_second_one():
    text = (
        "Police said on Monday they had held a gang leader.\n\nHe was arrested in Gao, they said."
    )
    assert len(mentions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Thirty survivors were picked up by a merchant ship off Gao on Monday.",
        "Survivors were picked up by fishermen off Gao on Monday.",
        "The children were picked up from school in Gao on Monday.",
        "The crew drifted until they were picked up near Gao on Monday.",
    ],
)
def test_who_is_picked_up_by_rescuers_is_not_arrested(text):
    assert not mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        "The assailants slit the throats of four men.",
        "The attackers shot dead three guards at the gate.",
        "The gunmen beheaded two teachers and burned a school.",
        "The attackers executed five hostages before they fled.",
        "The bandits shot and killed a nurse who tried to run.",
    ],
)
def test_those_who_attacked_and_killed_some_of_the_dead_did_it_in_that_attack(text: str):
    told = only(f"Gunmen raided a village near Gao on Sunday, killing 14 people.\n\n{text}")
    assert (told.type, told.killed.low) == ("armed_attack", 14)


@pytest.mark.parametrize(
    "text",
    [
        "In Ber, gunmen shot dead three guards on Friday.",
        "Separately, the attackers of a bank in Ber shot dead two guards.",
        "The rebels killed 30 people in Ber on Friday.",
        "The attackers of a convoy near Ber killed three guards.",
    ],
)
def test_those_who_killed_elsewhere_did_it_in_another_attack(text: str):
    told = mentions(f"Gunmen raided a village near Gao on Sunday, killing 14 people.\n\n{text}")
    assert [one.place.name for one in told] == ["Gao", "Ber"]

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
    "Seven miners are feared dead after a shaft collapsed near Gao on Monday.": (0, 7),
    "Twelve people are believed to have been killed in an air strike in Gao on Monday.": (0, 12),
    "Nine people were believed killed when gunmen attacked Gao on Monday.": (0, 9),
    "A boat capsized near Gao on Monday. Six people died and 20 are feared dead.": (6, 20),
    "Two bodies found and 20 feared dead in landslide in Gao": (2, 20),
    "Two bodies found; 20 feared dead in landslide in Gao": (2, 20),
    "Twenty people are feared dead after a boat sank near Gao. Two bodies were found.": (2, 20),
    "A mine caved in near Gao. Five people died and a further 12 are feared dead.": (5, 17),
    "Two people died. Twenty more are feared dead after the collapse of a building in Gao.": (
        2,
        22,
    ),
    "Soldiers killed five presumed rebels near Gao on Monday.": (5, 5),
    "Eight people believed to be smugglers were shot dead near Gao.": (8, 8),
    "Four people were killed in Gao by a mine believed to have been laid by rebels.": (4, 4),
}


@pytest.mark.parametrize(("text", "bounds"), FEARED.items())
def test_who_is_only_feared_dead_is_not_counted_as_dead(text: str, bounds: tuple[int, int]):
    killed = only(text).killed
    assert killed is not None
    assert (killed.low, killed.high) == bounds


ALL_LOST = [
    "A plane carrying 62 people crashed near Gao on Monday. There were no survivors.",
    "A plane carrying 62 people crashed near Gao on Monday, killing all on board.",
    "A boat with 62 people on board sank near Gao.\n\nAll the passengers drowned.",
    "A bus with 62 passengers hit a landmine near Gao. Everyone aboard perished.",
    "A plane carrying 58 passengers and four crew crashed near Gao. None on board survived.",
]


@pytest.mark.parametrize("text", ALL_LOST)
def test_where_nobody_survived_those_on_board_are_the_dead(text: str):
    assert killings(text) == [62]


@pytest.mark.parametrize(
    "text",
    [
        "A plane carrying 62 people crashed in Gao. It is unclear whether there were survivors.",
        "A plane carrying 62 people crashed near Gao. Everyone on board was rescued.",
        "Two lorries collided near Gao. There were no survivors.",
        "A bus carrying 14 people fell into a river near Gao. All but two of them died.",
    ],
)
def test_where_somebody_may_have_survived_nobody_is_counted(text: str):
    assert killings(text) == [None]


def test_the_body_of_whom_a_report_named_is_no_further_dead():
    assert killings(
        "Rebels killed Moussa Keita near Gao on Sunday. The body of Keita was found in Ber."
    ) == [1]


def test_bodies_found_days_later_are_of_what_was_told_before():
    assert killings(
        "A bomb destroyed a house in Gao on Sunday.\n\nTwo bodies were recovered on Tuesday."
    ) == [2]


def test_the_bodies_of_others_are_another_killing():
    assert killings(
        "A bomb killed four people in Gao on Sunday.\n\n"
        "The bodies of three men were found in Kidal on Monday."
    ) == [4, 3]


@pytest.mark.parametrize("deed", ["massacre of Gao", "massacre of Gao by the rebels"])
def test_a_massacre_called_after_a_town_counts_nobody(deed: str):
    assert killings(f"The {deed} on Sunday shocked Mali.") == [None]


def test_who_is_called_like_a_town_is_counted():
    assert killings("The murder of Gao Keita on Sunday shocked Mali.") == [1]


def test_those_counted_again_by_the_are_those_told_before():
    assert killings(
        "Three women rebels were killed in a clash near Gao on Sunday. "
        "Soldiers returned fire, killing the three rebels."
    ) == [3]


def test_whom_only_the_counts_are_counted():
    assert killings("Gunmen attacked a lorry near Gao on Sunday and killed the two drivers.") == [2]


def test_a_number_in_quotation_marks_counts_the_people_behind_it():
    assert killings('A source spoke of "at least 40" soldiers killed in Gao on Monday.') == [40]


def test_whom_a_survivor_lost_is_no_toll():
    text = "Gunmen killed 23 people in Gao on Monday, said a man who said he had lost two brothers."
    assert killings(text) == [23]


def test_the_dead_of_a_report_that_nobody_confirmed_are_not_surely_dead():
    text = "A bomb hurt seven in Gao on Monday. A report that five had died was not confirmed."
    told = only(text)
    assert (told.killed.low, told.killed.high, told.injured.low) == (0, 5, 7)


def test_whom_an_army_looks_into_reports_of_are_not_counted():
    text = (
        "A strike killed a clerk in Gao on Monday. The army said it was looking into reports that "
        "rescuers were harmed."
    )
    told = only(text)
    assert (told.killed.low, told.injured) == (1, None)


def test_stray_bullets_of_a_fight_are_no_other_attack():
    text = "Rebels and soldiers clashed in Gao on Monday. Stray bullets hit houses in Kidal."
    assert only(text).type == "armed_clash"


@pytest.mark.parametrize(
    "deed",
    ["The murder of Ber Keita in Gao on Monday", "The kidnapping of Ansongo Ba near Gao on Monday",
     "The assassination of Kidal in Gao on Monday"],
)  # fmt: skip
def test_the_name_of_whom_a_deed_befell_is_no_place(deed: str):
    assert only(f"{deed} angered the traders.").place.name == "Gao"


def test_whose_trader_was_killed_says_where():
    assert only("The murder of Gao traders on Monday angered the market.").place.name == "Gao"


def test_a_town_is_no_person_because_somebody_is_murdered_in_it():
    text = "In an incident in the town of Ansongo, in Gao, gunmen shot dead a mayor on Monday."
    assert only(text).place.name == "Ansongo"

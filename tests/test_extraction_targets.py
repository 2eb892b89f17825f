"""Who is a foreigner: the people of another country than the one it happened in."""

import pytest

from tests.builders_extraction import only


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen abducted a Nigerien missionary and two guards from a house in Ber on Monday.",
        "A Nigerien citizen was kidnapped in Ber on Monday.",
        "Two Nigerien engineers were among five workers abducted in Ber on Monday.",
        "Nigerien missionary kidnapped in Ber\n\nGunmen abducted her on Monday.",
        "Three Nigerien miners were killed when gunmen attacked a mine in Ber on Monday.",
        "A Niger national was abducted in Ber on Monday.",
    ],
)
def test_whom_it_befalls_away_from_home_is_a_foreigner(text: str):
    mention = only(text)
    proof = next(one for one in mention.evidence if one.field == "targets")
    assert "foreigner" in mention.targets
    assert proof.spans[0].text.startswith("Niger")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen abducted a Malian missionary in Ber on Monday.",
        "A Nigerien man stabbed five people in Ber on Monday, killing one.",
        "Three people were killed by Nigerien traders in Ber on Monday.",
        "Nigerien soldiers were ambushed and killed in Ber on Monday.",
        "A teacher was kidnapped in Ber on Monday, a Nigerien doctor told reporters.",
    ],
)
def test_who_is_at_home_does_it_fights_or_only_tells_of_it_is_none(text: str):
    assert "foreigner" not in only(text).targets


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police arrested two Nigerien cyclists in Gao on Monday.", "detention_of_foreigner"),
        ("Police arrested three Nigeriens in Gao on Monday.", "detention_of_foreigner"),
        ("Police arrested two Malians in Gao on Monday.", "arrest"),
        ("Police arrested three Nigeriens in Gao over cocaine on Monday.", "arrest"),
    ],
)
def test_an_arrest_of_people_from_abroad_is_the_detention_of_a_foreigner(text: str, kind: str):
    assert only(text).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two rebels in Gao on Monday.",
        "Three rebels surrendered to the army in Gao on Monday.",
        "Two rebels were arrested in Gao on Monday after a tip to the police.",
        "Soldiers shot dead three men in Gao on Monday.",
        "Three men were killed by the police in Gao on Monday.",
        "Rebels killed a man in Gao on Monday for being a police informer.",
        "Gunmen killed a man in a hamlet under Kowa police station on Monday.",
        "Gunmen killed a man in the police district of Gao on Monday.",
        "A bomb exploded in Gao on Monday and four people were taken to a hospital.",
        "A man was abducted on his way to the airport in Gao on Monday.",
    ],
)
def test_what_only_stands_beside_it_or_did_it_was_not_hit(text: str):
    assert only(text).targets == ()


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Police arrested a police officer in Gao on Monday.", ("police",)),
        ("Two soldiers were arrested in Gao on Monday.", ("military",)),
        ("A bomb hit a hospital in Gao on Monday.", ("hospital",)),
        ("Gunmen attacked the Malian gendarmerie in Gao on Monday.", ("police",)),
        ("Two wounded men fled to Ber after rebels attacked a hotel on Monday.", ("hotel",)),
    ],
)
def test_what_was_hit_is_a_target_wherever_else_its_word_is_none(
    text: str, targets: tuple[str, ...]
):
    assert only(text).targets == targets


def test_a_governor_whose_spokesman_speaks_was_not_hit():
    text = "A bomb killed one trader in Gao on Monday, the governor's spokesman said."
    assert "leader" not in only(text).targets


@pytest.mark.parametrize(
    "text",
    [
        "Police found the bodies of three traders in Gao on Monday.",
        "Police are hunting the gunmen who killed two traders in Gao on Monday.",
        "Police sealed off the area after gunmen killed four traders in Gao on Monday.",
        "Police were sent to a village near Gao on Monday after gunmen killed four traders there.",
    ],
)
def test_police_who_see_to_a_deed_are_not_its_target(text: str):
    assert "police" not in only(text).targets


def test_police_who_were_killed_when_others_struck_are_its_target():
    text = "Two police officers were killed after gunmen attacked a post in Gao on Monday."
    assert "police" in only(text).targets


def test_soldiers_who_condemn_an_attack_are_not_its_target():
    text = "The army condemned the attack on Gao on Monday, in which 20 people were killed."
    assert "military" not in only(text).targets
    assert only(text).actors == ()


ANSWERS = [
    ("Rebels killed four traders in Gao on Monday, prompting the army to send troops.", False),
    ("Rioting in Gao on Monday forced the government to deploy soldiers.", False),
    ("Rebels attacked Gao on Monday, forcing the army to retreat.", True),
]


@pytest.mark.parametrize(("text", "is_hit"), ANSWERS)
def test_whom_a_deed_only_makes_send_help_is_not_its_target(text: str, *, is_hit: bool):
    assert ("military" in only(text).targets) is is_hit

"""What an army bombs it bombs from the air; what anybody planted is a bombing."""

import pytest

from advisory.model.text import Report
from tests.builders_extraction import only, reader


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army bombed the village of Wamba on Friday, killing three farmers.", "airstrike"),
        ("The air force is heavily bombing Wamba, where two traders were killed.", "airstrike"),
        ("Air force bombings killed five people in Wamba on Friday.", "airstrike"),
        ("Planes bombed and strafed Wamba on Friday, killing two farmers.", "airstrike"),
        ("Rebels bombed a bank in Wamba on Friday, killing a guard.", "bombing"),
        ("A bombing at the gate of the army camp in Wamba killed two on Friday.", "bombing"),
        ("The police bombed the house of a farmer in Wamba on Friday.", "bombing"),
        ("A bomb killed two people in Wamba on Friday, and the army was blamed for it.", "bombing"),
    ],
)
def test_an_army_bombs_from_the_air(text, kind):
    mentions = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert [mention.type for mention in mentions] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels attacked the garrison of Wamba on Friday.", "attack_on_forces"),
        ("Rebels ambushed an army patrol near Wamba on Friday.", "ambush_of_forces"),
        ("Some 40 rebels were killed near Wamba on Friday.", "armed_clash"),
        ("Explosions and gunfire were heard in Wamba on Friday.", "armed_clash"),
        ("Explosions were heard in Wamba on Friday.", "bombing"),
        (
            "Police raided a rebel camp near Wamba on Friday. A gun battle broke out there.",
            "armed_clash",
        ),
        (
            "The elder was dragged out of his home in Wamba on Friday and shot dead by rebels.",
            "murder",
        ),
        ("Rebels ambushed an army patrol near Wamba, killing two soldiers.", "ambush_of_forces"),
        ("Rebels ambushed an army patrol near Wamba, killing two farmers.", "ambush"),
        ("Rebels attacked the garrison and the market of Wamba on Friday.", "armed_attack"),
        ("Soldiers at an army checkpoint near Wamba attacked a priest on Friday.", "armed_attack"),
        (
            "A gunman attacked a school in Wamba on Friday, and security forces killed him.",
            "armed_attack",
        ),
    ],
)
def test_an_attack_on_soldiers_alone_is_combat(text, kind):
    mentions = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert [mention.type for mention in mentions] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Federal police raided a farm near Wamba on Friday.", []),
        ("Federal police raided a meeting of the rebels near Wamba on Friday.", []),
        ("Gunmen in police uniforms raided a farm near Wamba on Friday.", ["armed_attack"]),
    ],
)
def test_what_the_police_raid_is_searched(text, kinds):
    mentions = reader().read(Report("r", text, published="2026-11-10")).mentions
    assert [mention.type for mention in mentions] == kinds


def test_rebels_gunned_down_in_an_encounter_fell_in_a_clash():
    assert only("Six rebels gunned down in an encounter near Gao").type == "armed_clash"


def test_a_judge_gunned_down_was_murdered_whoever_fought_elsewhere():
    assert only("A judge was gunned down in Gao on Monday.").type == "assassination"

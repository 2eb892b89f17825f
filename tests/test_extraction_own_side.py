"""What a side says of its own success is its claim, and whom else a toll counts, or nobody."""

import pytest

from advisory.model.value import Claim
from advisory.model.vocabulary import Stance, Status
from tests.builders_extraction import mentions, only


def killed(text: str) -> int | None:
    told = only(text).killed
    return told.low if told else None


def claims(text: str, field: str) -> list[tuple[str | None, Stance]]:
    return [(c.speaker, c.stance) for c in _of(text, field)]


def _of(text: str, field: str) -> list[Claim]:
    return [claim for claim in only(text).claims if claim.field == field]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The defence ministry said its troops killed five terrorists near Gao.",
            "defence ministry",
        ),
        ("The defence ministry said it had killed five terrorists near Gao.", "defence ministry"),
        ("The government said soldiers killed five gunmen near Gao on Monday.", "government"),
        ("The army said its men had neutralised five terrorists near Gao.", "army"),
    ],
)
def test_a_state_that_tells_of_the_attackers_it_killed_is_a_party(text: str, speaker: str):
    assert claims(text, "killed") == [(speaker, Stance.CLAIMED)]


def test_residents_who_tell_what_soldiers_did_are_no_party():
    text = "Residents said soldiers killed five gunmen near Gao on Monday."
    assert claims(text, "killed") == [("Residents", Stance.ASSERTED)]


@pytest.mark.parametrize("office", ["army", "defence ministry"])
def test_that_its_forces_took_a_town_is_the_claim_of_a_side(office: str):
    text = f"The {office} said its forces had captured the town of Gao on Monday."
    assert claims(text, "control") == [(office, Stance.CLAIMED)]
    assert only(text).status is Status.CLAIMED


def test_that_the_enemy_took_a_town_is_no_claim_of_its_own():
    text = "The army said rebels had captured the town of Gao on Monday."
    assert claims(text, "control") == [("army", Stance.ASSERTED)]


@pytest.mark.parametrize("force", ["army", "military", "Malian army"])
def test_of_its_own_dead_a_force_is_a_source_and_of_those_its_enemy_killed_a_side(force: str):
    own = f"Rebels killed four soldiers in Gao on Monday, the {force} said."
    others = f"Rebels killed four children in Gao on Monday, the {force} said."
    assert only(own).status is Status.REPORTED
    assert only(others).status is Status.CLAIMED


def test_what_one_side_accuses_the_other_of_is_only_claimed():
    text = "JNIM accused soldiers of killing 11 villagers in Gao on Monday."
    assert only(text).status is Status.CLAIMED


@pytest.mark.parametrize(
    "other",
    ["Doctors said the dead were nine members of one family.", "Doctors said nine people died."],
)
def test_whom_a_side_says_that_it_killed_counts_only_where_nobody_else_counts(other: str):
    text = f"The army said it killed 12 militants in an air strike on Gao on Monday. {other}"
    assert killed(text) == 9
    assert claims(text, "killed") == [("army", Stance.CLAIMED), ("Doctors", Stance.ASSERTED)]


def test_what_a_force_admits_to_have_lost_comes_before_what_its_enemy_boasts_of():
    text = (
        "JNIM said it killed 16 soldiers in an attack on a convoy near Gao on Monday. "
        "The army said two soldiers died and eight attackers were killed."
    )
    assert killed(text) == 10


@pytest.mark.parametrize("losses", ["put its losses at four", "put its losses at four soldiers"])
def test_a_force_puts_its_losses_at_a_number(losses: str):
    text = f"JNIM attacked a base in Gao on Monday. The army {losses}."
    assert killed(text) == 4


def test_losses_of_money_are_no_dead():
    text = "Gunmen attacked a depot in Gao on Monday. The company put its losses at 40 million."
    assert killed(text) is None


def test_two_accounts_in_one_sentence_are_not_added_up():
    text = (
        "The ministry said three policemen had been killed in an attack near Gao on Monday, "
        "while JNIM said it had killed eight."
    )
    assert killed(text) == 3


def test_who_denies_reports_of_many_dead_and_counts_a_few_is_heard():
    text = (
        "Police denied reports of 30 deaths in a clash in Gao on Friday "
        "and said four people were killed."
    )
    assert killed(text) == 4
    assert claims(text, "killed") == [("Police", Stance.DENIED), ("Police", Stance.ASSERTED)]
    assert only(text).status is Status.REPORTED


def test_denied_reports_of_an_attack_are_none():
    assert mentions("The mayor denied reports of an attack on Gao on Monday.") == ()


def test_according_to_tells_whose_toll_it_is_at_the_end_of_a_sentence():
    text = (
        "The army said it had repelled an assault on Gao on Monday, "
        "which left four civilians dead, according to residents."
    )
    assert claims(text, "killed") == [("residents", Stance.ASSERTED)]


def test_those_who_have_been_killed_since_a_day_are_a_sum():
    text = "Security forces have killed 100 people since the vote in Gao on 2 February."
    assert [mention.aggregate for mention in mentions(text)] == [True]


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("A gas leak, not a bomb, caused an explosion in Gao which killed three people.", ()),
        ("A bomb caused an explosion in Gao which killed three people.", ("bomb",)),
    ],
)
def test_a_weapon_that_it_was_not_is_none(text: str, weapons: tuple[str, ...]):
    assert only(text).weapons == weapons


def test_a_side_that_counts_others_beside_a_known_toll_adds_to_it():
    text = (
        "Fourteen policemen were killed when rebels attacked a station in Gao on Monday. "
        "Police said three rebels were killed, too."
    )
    assert killed(text) == 17


def test_a_third_who_is_hurt_is_of_the_same_story():
    text = (
        "Police in Kidal said two robbers were shot dead and a third injured "
        "in a shootout in Gao on Sunday."
    )
    assert (only(text).place.name, killed(text)) == ("Gao", 2)


def test_whom_an_army_sent_to_hell_it_killed():
    assert killed('In Gao, 10 "khawarij" were sent to hell on Monday, the army said.') == 10


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Two bank branches and a restaurant were blown up in Gao on Monday.", None),
        ("A bus with sailors on board was blown up by a bomb near Gao on Monday.", None),
        ("The corpses of 32 people were found near Gao on Monday, a vehicle burned out.", 32),
    ],
)
def test_what_is_blown_up_or_burnt_out_is_nobody(text: str, toll: int | None):
    assert killed(text) == toll


def test_who_fires_on_others_is_not_hurt_with_them():
    text = "Three traders were injured near Gao on Monday as fighters of the front fired on a car."
    injured = only(text).injured
    assert injured is not None
    assert injured.low == 3


def test_a_side_that_counts_its_own_dead_does_not_boast():
    text = (
        "Jets struck a house in Gao on Monday. JNIM said five of its members were killed, among "
        "them a son of its exiled Kidal chief. The mayor said a guard died, too."
    )
    assert (only(text).place.name, killed(text)) == ("Gao", 6)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ukraine's army said it killed nine Russian soldiers near Gao.",
            "Armed Forces of Ukraine",
        ),
        (
            "Nine Russian soldiers were killed near Gao, Ukraine's army said.",
            "Armed Forces of Ukraine",
        ),
        ("The army said it had killed nine soldiers of the mutiny in Gao.", "army"),
    ],
)
def test_soldiers_of_another_army_or_whom_it_killed_are_no_loss_of_its_own(text: str, speaker: str):
    assert claims(text, "killed") == [(speaker, Stance.CLAIMED)]
    assert only(text).status is Status.CLAIMED


@pytest.mark.parametrize(
    "text",
    [
        "JNIM said it had lost nine fighters in an ambush near Gao on Monday.",
        "JNIM said nine of its fighters were killed in an ambush near Gao on Monday.",
        "JNIM said nine of its own men were killed in an ambush near Gao on Monday.",
        "JNIM claims to have lost nine fighters in an ambush near Gao on Monday.",
    ],
)
def test_a_group_that_tells_of_its_own_dead_boasts_of_nothing(text: str):
    assert [stance for _, stance in claims(text, "killed")] == [Stance.ASSERTED]
    assert only(text).status is Status.REPORTED


def test_a_group_that_tells_of_the_dead_of_others_claims_them():
    text = "JNIM said the army had lost nine soldiers in an ambush near Gao on Monday."
    assert claims(text, "killed") == [("JNIM", Stance.CLAIMED)]
    text = "JNIM said it killed nine farmers and their sons near Gao on Monday."
    assert claims(text, "killed") == [("JNIM", Stance.CLAIMED)]


@pytest.mark.parametrize("office", ["government", "defence ministry", "president"])
def test_whom_a_state_calls_terrorists_are_not_added_to_those_whom_its_strike_killed(office: str):
    text = (
        "Residents said an air strike killed 13 civilians near Gao on Monday. "
        f"The {office} said the strike had killed 32 terrorists."
    )
    assert killed(text) == 13
    assert claims(text, "killed")[1] == (office, Stance.CLAIMED)


@pytest.mark.parametrize(
    "text",
    [
        "The government said on Monday that its forces had killed 30 rebels near Gao.",
        "Troops neutralised 30 terrorists near Gao on Monday, a military spokesman said.",
    ],
)
def test_an_office_that_tells_of_the_enemies_its_forces_killed_is_a_side(text: str):
    assert [stance for _, stance in claims(text, "killed")] == [Stance.CLAIMED]
    assert only(text).status is Status.CLAIMED


def test_an_army_that_corrects_a_boast_counts_its_own_dead():
    text = (
        "JNIM said 30 soldiers died in its attack on a base in Gao on Monday. "
        "The army said only 12 had been killed."
    )
    assert killed(text) == 12


def test_an_army_that_tells_of_its_own_strike_blames_nobody():
    text = "The northern army said it killed 14 rebels in an air strike near Gao on Monday."
    assert claims(text, "perpetrators") == [("army", Stance.CLAIMED)]


def test_the_fighters_whom_the_striking_side_counts_are_not_added_to_the_children_of_others():
    strike = only(
        "Nigerien aircraft bombed a house in Gao on Tuesday, killing nine children and a woman, "
        "JNIM said. A security official said that 14 militants were killed."
    )
    assert strike.killed.low == 10

"""Who tells of a deed of his own: whose strike it was, who took the town, whose word it is."""

import pytest

from advisory.model.vocabulary import ActorRole, SpeakerKind, Stance, Status
from tests.builders_extraction import mentions, only


def doers(text: str) -> list[str]:
    return [actor.name for actor in only(text).actors if actor.role is ActorRole.PERPETRATOR]


def said(text: str, field: str) -> list[tuple[str | None, Stance]]:
    return [(claim.speaker, claim.stance) for claim in only(text).claims if claim.field == field]


@pytest.mark.parametrize(
    "text",
    [
        "Its fighters ambushed a convoy near Gao on Monday, JNIM said in a statement.",
        "According to JNIM, its fighters ambushed a convoy near Gao on Monday.",
        "JNIM claims to have ambushed a convoy near Gao on Monday.",
        '"We ambushed a convoy near Gao on Monday," a spokesman for JNIM said.',
        "JNIM: we ambushed a convoy near Gao on Monday",
        "JNIM said nine soldiers died in its ambush near Gao on Monday.",
        "JNIM militants claim to have ambushed a convoy near Gao on Monday.",
    ],
)
def test_who_speaks_of_an_own_deed_did_it_by_his_own_word_alone(text: str):
    assert doers(text) == ["JNIM"]
    assert only(text).status is Status.CLAIMED


@pytest.mark.parametrize(
    "text",
    [
        "Its fighters were ambushed near Gao on Monday, JNIM said in a statement.",
        "According to JNIM, soldiers ambushed its fighters near Gao on Monday.",
        "JNIM said nine soldiers died in an ambush near Gao on Monday.",
    ],
)
def test_who_speaks_of_what_others_did_did_nothing(text: str):
    assert "JNIM" not in doers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Niger says it struck a fuel depot in Gao.",
        "The army said its forces had hit a command post near Gao overnight.",
        "JNIM said it carried out strikes on army positions in Gao.",
        "Its forces struck an arms depot in Gao on Monday, the army said.",
    ],
)
def test_a_side_that_says_what_it_struck_claims_a_strike(text: str):
    assert only(text).status is Status.CLAIMED
    assert (only(text).place.name, only(text).killed) == ("Gao", None)


@pytest.mark.parametrize(
    "text",
    [
        "Niger said it hit its target for exports through Gao.",
        "The company said it hit a pipeline in Gao while digging.",
        "The army said lightning struck a fuel depot in Gao.",
        "Doctors said a ball struck a window of the hospital in Gao.",
    ],
)
def test_who_strikes_nothing_that_armies_strike_or_is_no_side_claims_none(text: str):
    assert mentions(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Thursday it had captured Gao.",
        "Niger said on Thursday that its forces had captured Gao.",
        "JNIM claims to have captured Gao.",
        "A spokesman for JNIM told reporters that its men had captured the town of Gao.",
        "In a statement, JNIM said they had captured the town of Gao.",
    ],
)
def test_who_says_that_it_captured_a_town_claims_the_town(text: str):
    assert only(text).type == "town_seized"
    assert only(text).status is Status.CLAIMED


@pytest.mark.parametrize(
    "text",
    [
        "The army said it had captured three bandits in Gao on Monday.",
        "The army said on Thursday it had captured Bah Ag Moussa in Gao.",
    ],
)
def test_who_says_that_it_captured_people_has_arrested_them(text: str):
    assert [one.type for one in mentions(text)] == ["arrest"]


@pytest.mark.parametrize(
    "text",
    [
        "JNIM said on Wednesday it withdrew from Gao.",
        "JNIM fighters say they have withdrawn from Gao.",
        "Its fighters withdrew from Gao on Wednesday, JNIM said.",
    ],
)
def test_who_tells_of_ground_that_it_gave_up_is_believed(text: str):
    assert (only(text).type, only(text).status) == ("withdrawal", Status.CONFIRMED)


@pytest.mark.parametrize(
    "text",
    [
        "54 soldiers killed near Gao - JNIM",
        "JNIM claims killing of 54 soldiers near Gao",
        "JNIM has claimed the killing of 54 soldiers near Gao on Monday.",
    ],
)
def test_whom_somebody_claims_to_have_killed_are_no_fact(text: str):
    assert said(text, "killed") == [("JNIM", Stance.CLAIMED)]
    assert only(text).status is Status.CLAIMED


def test_the_toll_of_an_attack_that_is_claimed_is_the_reports_own():
    text = "JNIM has claimed an attack near Gao on Monday that killed 54 soldiers."
    assert said(text, "killed") == []
    assert said(text, "perpetrators") == [("JNIM", Stance.CLAIMED)]


def test_a_junta_is_not_the_group_named_before_it():
    text = "JNIM attacked a base near Gao overnight. The junta said 16 of its soldiers were killed."
    assert [speaker for speaker, _ in said(text, "killed")] == ["junta"]


def test_two_who_blame_each_other_blame_each_for_himself():
    text = (
        "Shelling killed 12 people in Gao on Monday. The army blamed JNIM for it; "
        "JNIM accused the army of firing the shells."
    )
    assert said(text, "perpetrators") == [("army", Stance.BLAMED), ("JNIM", Stance.BLAMED)]


def test_who_denies_a_deed_and_blames_others_is_who_blames():
    text = (
        "A drone strike killed 12 people in Gao on Monday, doctors said. "
        "Niger denied carrying out the strike and blamed JNIM."
    )
    assert ("Niger", Stance.BLAMED) in said(text, "perpetrators")


def test_who_denies_backing_those_who_killed_denies_no_killing():
    text = "Niger has denied backing JNIM rebels, who killed 12 people in Gao, the mayor said."
    assert only(text).status is Status.REPORTED


def test_what_more_is_said_of_who_speaks_is_not_called_by():
    text = "An official who asked not to be named said nine people were killed in an attack in Gao."
    [claim] = [one for one in only(text).claims if one.field == "killed"]
    assert (claim.speaker, claim.speaker_kind) == ("official", SpeakerKind.OFFICIAL)


def test_islamic_state_in_capitals_is_no_verb():
    assert only("6 IS fighters killed near Gao, army says").killed is not None


def test_two_states_that_exchange_fire_fight():
    assert only("Mali and Niger exchanged fire near Gao on Tuesday.").type == "armed_clash"
    assert mentions("The two candidates exchanged fire over taxes on Tuesday.") == ()


@pytest.mark.parametrize(
    "words", ["Neither claim could be independently verified.", "Reuters could not verify this."]
)
def test_what_nobody_could_verify_is_unverified(words: str):
    text = f"JNIM said it killed 12 soldiers in Gao on Monday. {words}"
    assert only(text).status is Status.UNVERIFIED


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("A village association gave a death toll of 52.", "village association"),
        ("A second official said the number killed was 52.", "official"),
        ("A village association spoke of 52 deaths.", "village association"),
        ("Nurses cited 52 deaths.", "Nurses"),
    ],
)
def test_whoever_counts_more_is_heard_with_his_number(words: str, speaker: str):
    text = f"Gunmen killed 31 people in Gao on Monday, the mayor said. {words}"
    told = [(claim.speaker, claim.count) for claim in only(text).claims if claim.field == "killed"]
    assert [(name, count.low) for name, count in told if count] == [("mayor", 31), (speaker, 52)]


def test_he_who_counted_is_who_spoke_and_not_whom_he_may_not_speak_to():
    text = (
        "A blast tore through a mosque in Gao on Friday. A doctor at the hospital, who asked not "
        "to be named because he was not allowed to speak to media, said he had counted 33 bodies."
    )
    assert [speaker for speaker, _ in said(text, "killed")] == ["doctor"]


def test_what_a_state_accuses_another_of_is_the_claim_of_a_side():
    text = "Mali accused Niger of firing rockets into Gao on Monday, wounding three people."
    assert only(text).status is Status.CLAIMED


@pytest.mark.parametrize(
    "text",
    [
        "Russian forces struck a hospital in Gao on Monday.",
        "Niger hit an ammunition depot in Gao overnight, officials said.",
    ],
)
def test_a_force_that_strikes_what_armies_strike_somewhere_has_struck(text: str):
    assert only(text).place.name == "Gao"


def test_a_force_that_hits_the_road_or_neutralises_a_camp_strikes_nothing():
    assert mentions("Troops hit the road to Gao on Monday.") == ()
    assert mentions("Troops neutralised a camp near Gao.") == ()


def test_killed_by_the_fire_of_an_army_is_no_accident():
    assert only("Three people were killed by Israeli fire in Gao on Monday.").type == "armed_attack"
    assert only("Three people were killed by a fire in Gao on Monday.").type == "fire_accident"


@pytest.mark.parametrize("who", ["JNIM", "the Malian army"])
def test_whom_a_side_puts_the_dead_of_its_enemy_at_is_its_claim(who: str):
    text = f"In a statement, {who} put the enemy's dead at 16 after a clash in Gao on Monday."
    [claim] = [one for one in only(text).claims if one.field == "killed"]
    assert (claim.stance, claim.count and claim.count.low) == (Stance.CLAIMED, 16)


@pytest.mark.parametrize("who", ["Reuters", "The mayor", "The United Nations"])
def test_what_somebody_could_not_confirm_is_unverified(who: str):
    text = f"{who} could not confirm reports that nine people had been killed in a raid on Gao."
    assert only(text).status is Status.UNVERIFIED


def test_whom_villagers_accuse_of_killing_others_did_it_by_their_word():
    text = "Villagers accuse JNIM of having killed nine people in Gao on Monday."
    assert said(text, "killed") == [("Villagers", Stance.ASSERTED)]
    assert said(text, "perpetrators") == [("Villagers", Stance.BLAMED)]


def test_an_attack_that_was_claimed_by_somebody_keeps_its_own_toll():
    text = "The attack in Gao on Monday, in which nine soldiers died, was claimed by JNIM."
    assert (said(text, "killed"), doers(text)) == ([], ["JNIM"])
    assert said(text, "perpetrators") == [("JNIM", Stance.CLAIMED)]


def test_who_is_quoted_by_an_agency_speaks_and_not_the_agency():
    text = "According to a diplomat quoted by AFP, gunmen killed nine people in Gao on Monday."
    assert [speaker for speaker, _ in said(text, "killed")] == ["diplomat"]


def test_whom_a_body_that_no_list_knows_says_it_killed_is_its_claim():
    text = "The local defence force said it killed 12 people in Gao on Monday."
    assert said(text, "killed") == [("local defence force", Stance.CLAIMED)]


def test_a_ministry_that_counts_another_states_soldiers_is_a_side():
    text = "Niger's defence ministry said nine Malian soldiers had been killed in Gao on Monday."
    assert said(text, "killed") == [("defence ministry", Stance.CLAIMED)]


def test_a_side_that_boasts_of_having_killed_did_it_by_its_own_word():
    text = "JNIM boasted of having killed nine soldiers in an ambush near Gao on Monday."
    assert (doers(text), only(text).status) == (["JNIM"], Status.CLAIMED)


@pytest.mark.parametrize(
    "text",
    [
        "The army shot down a drone near Gao on Sunday.",
        "Malian troops intercepted a rocket fired from Kidal at Gao on Sunday.",
        "Soldiers destroyed eleven explosive drones over Gao on Sunday.",
    ],
)
def test_who_brings_down_what_flies_at_him_has_not_sent_it(text: str):
    assert doers(text) == []


def test_what_was_brought_down_was_sent_by_those_whose_it_was():
    text = "The army shot down two RSF drones over Gao on Sunday."
    assert doers(text) == ["Rapid Support Forces"]


def test_what_falls_from_a_downed_drone_is_of_the_attack_and_no_arson():
    text = "Falling debris from a downed drone set a house in Gao on fire on Sunday."
    assert only(text).type == "drone_strike"


def test_a_country_that_launches_missiles_is_not_where_they_fall():
    text = "Mali's air force said on Monday that Niger had launched 98 drones at the country."
    assert only(text).place.country == "ML"


def test_the_capture_of_a_village_is_no_arrest():
    text = (
        "Army announces capture of village in Gao\n\n"
        "The army said on Monday that it had taken control of the village of Kowa in Gao."
    )
    assert only(text).type == "town_seized"


def test_an_attack_that_was_foiled_in_a_headline_is_a_plot():
    text = "Sabotage foiled in Gao\n\nThe police said they had prevented a bomb attack in Gao."
    assert only(text).type == "plot_foiled"


def test_drones_that_set_a_depot_ablaze_struck_it():
    text = "Drones set oil depot ablaze in Gao\n\nDrones attacked a depot in Gao on Monday."
    assert only(text).type == "drone_strike"


def test_the_day_and_the_dead_of_what_an_arrest_is_for_are_not_the_arrests():
    arrest = only(
        "Police arrested two men in Gao on Thursday for the murder of a priest in Ansongo on "
        "4 November."
    )
    told = (arrest.type, arrest.place.name, arrest.date.first.day, arrest.killed)
    assert told == ("arrest", "Gao", 5, None)


def test_an_arrest_for_questioning_has_its_own_day():
    arrest = only("Nine people were arrested in Gao on Thursday for questioning.")
    assert arrest.date.first.day == 5


@pytest.mark.parametrize(
    "text",
    [
        "The army is responsible for the massacre of nine villagers in Gao on Monday, he said.",
        "Survivors hold the army responsible for the massacre of nine villagers in Gao on Monday.",
    ],
)
def test_who_is_responsible_for_a_massacre_is_its_doer(text: str):
    assert doers(text) == ["army"]


def test_who_is_not_responsible_for_a_massacre_is_none():
    text = (
        "The army is not responsible for the massacre of nine villagers in Gao on Monday, it said."
    )
    assert not mentions(text)

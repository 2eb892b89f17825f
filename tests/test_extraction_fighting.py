"""What a security desk reads of wars: who speaks for a state, where it was, what came of it."""

import pytest

from advisory.model.value import Count
from advisory.model.vocabulary import ActorRole, Stance
from tests.builders_extraction import mentions, only


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Three fighters who had crossed from Niger were killed near Gao on Monday.", "Gao"),
        ("A bomb killed two people from Kidal in Ansongo on Monday.", "Ansongo"),
        ("Gunmen abducted two people from Anefis in the Kidal region on Monday.", "Anefis"),
        ("Bamako said gunmen had attacked Ber on Monday, killing two.", "Ber"),
    ],
)
def test_a_place_that_somebody_left_or_that_speaks_is_not_where_it_was(text: str, place: str):
    found = only(text).place
    assert found is not None
    assert found.name == place


def test_a_capital_that_speaks_is_its_government():
    made = only("Bamako said a missile had killed four people in Kidal on Monday.").claims
    assert [(c.field, c.stance, c.speaker) for c in made] == [("killed", Stance.ASSERTED, "Bamako")]


def test_a_capital_that_is_accused_is_its_army():
    found = only("Niamey accused Bamako of shelling a camp near Ber on Monday, killing nine men.")
    doers = [(a.name, a.attributed) for a in found.actors if a.role is ActorRole.PERPETRATOR]
    assert doers == [("Malian Armed Forces", True)]


def test_a_capital_that_tells_of_its_own_deed_claims_it():
    made = only("Bamako said it had killed five rebels in an air strike near Ber on Monday.").claims
    assert {(c.field, c.stance) for c in made if c.speaker == "Bamako"} >= {
        ("killed", Stance.CLAIMED),
        ("perpetrators", Stance.CLAIMED),
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police in Kidal said gunmen had killed two people in Ber on Sunday.", "Ber"),
        ("Police in Kidal said gunmen had killed two people on Sunday.", "Kidal"),
        ("A bomb killed two people in Ber on Sunday. Officials in Gao spoke of three dead.", "Ber"),
    ],
)
def test_where_an_office_sits_is_the_place_of_last_resort(text: str, place: str):
    found = only(text).place
    assert found is not None
    assert found.name == place


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Six pupils abducted in May were freed in Gao on Saturday.", "hostage_released", 24),
        ("A nurse was kidnapped in Gao in May and freed on Saturday.", "hostage_released", 24),
        ("A nurse was kidnapped in Gao on Friday and freed on Saturday.", "kidnapping", 23),
    ],
)
def test_a_release_long_after_the_abduction_is_the_news(text: str, kind: str, day: int):
    found = only(text, published="2024-08-26")
    assert found.date is not None
    assert found.date.first is not None
    assert (found.type, found.date.first.day) == (kind, day)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An explosion of unknown origin killed two people in Gao on Sunday.", "explosion"),
        (
            "A blast killed two people in Gao on Sunday. It is not clear what caused the blast.",
            "explosion",
        ),
        (
            "A blast at a depot in Gao on Sunday, caused by high temperatures, killed a guard.",
            "industrial_accident",
        ),
        (
            "A bomb killed two people in Gao on Sunday. It is not clear what caused the blast.",
            "bombing",
        ),
        ("An explosion killed two people in Gao on Sunday.", "bombing"),
        ("A Nigerien strike killed two people near Gao on Sunday.", "airstrike"),
        ("A strike on a market in Gao on Sunday killed two people.", "airstrike"),
        ("Three bodies were recovered in Gao on Sunday after the bombing.", "bombing"),
        ("Three bodies with signs of torture lay by a road near Gao on Sunday.", "murder"),
        ("The army said it had repelled an assault on its base near Gao on Sunday.", "armed_clash"),
    ],
)
def test_what_it_was_is_told_no_more_exactly_than_the_report_does(text: str, kind: str):
    assert only(text).type == kind


def test_an_explosion_of_unknown_cause_names_no_bomb():
    assert not only("An explosion of unknown origin killed two people in Gao on Sunday.").weapons


def test_tanks_of_a_country_are_its_armys():
    found = only("Nigerien tanks opened fire on a crowd in Gao on Sunday, killing two.")
    doers = [a.name for a in found.actors if a.role is ActorRole.PERPETRATOR]
    assert doers == ["Nigerien Armed Forces"]


@pytest.mark.parametrize(
    ("report", "answer", "field"),
    [
        (
            "The rebels said they killed nine soldiers in an ambush near Gao on Sunday.",
            "The army denied the claim.",
            "type",
        ),
        (
            "Soldiers killed nine herders near Gao on Sunday, the council said.",
            "The army rejected the accusation.",
            "perpetrators",
        ),
        (
            "Soldiers fired at a crowd in Gao on Sunday.",
            "The army denied that anyone had been killed when its soldiers fired.",
            "killed",
        ),
    ],
)
def test_a_denial_is_of_what_it_names(report: str, answer: str, field: str):
    denied = [c.field for c in only(f"{report} {answer}").claims if c.stance is Stance.DENIED]
    assert denied == [field]


@pytest.mark.parametrize(
    "text",
    [
        "A Russian missile hit a bakery in Pokrovsk on Friday. Kyiv spoke of a crime.",
        "Two nurses were killed near Pokrovsk on Friday. Kyiv blamed Russian forces.",
    ],
)
def test_whose_arms_they_are_does_not_say_where_they_fell(gazetteer, text):
    [found] = {t.place.country for t in gazetteer.toponyms(text) if t.span.text == "Pokrovsk"}
    assert found == "UA"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("A Nigerien raid left two people dead in Gao on Sunday.", "Nigerien Armed Forces"),
        (
            "Police ambushed by bandits near Gao on Sunday were rescued. Two of them died.",
            "bandits",
        ),
        (
            'The Malian army said it had "neutralised" six men in air strikes near Gao.',
            "Malian Armed Forces",
        ),
    ],
)
def test_who_did_it_is_neither_who_it_was_done_to_nor_nobody(text: str, doer: str):
    found = only(text).actors
    assert [a.name for a in found if a.role is ActorRole.PERPETRATOR] == [doer]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Drones attacked a depot in Gao on Sunday, setting it ablaze.", "drone_strike"),
        ("Gunmen raided a depot in Gao on Sunday, setting it ablaze.", "arson"),
        ("A nun held by an armed group since May was freed in Gao on Sunday.", "hostage_released"),
        ("A raid in the occupied territories killed two people on Sunday.", "armed_attack"),
    ],
)
def test_what_it_was_is_named_by_how_it_was_done(text: str, kind: str):
    assert only(text, published="2024-08-26").type == kind


def test_the_country_of_the_victims_is_not_where_it_was():
    found = only("Nine traders from Niger were taken hostage in the Malian desert on Thursday.")
    assert found.place is None or found.place.country != "NE"


def test_a_capital_that_has_admitted_losses_speaks():
    text = "Rebels ambushed a patrol near Ber on Sunday. Bamako has acknowledged six dead."
    assert [(c.speaker, c.stance) for c in only(text).claims if c.field == "killed"] == [
        ("Bamako", Stance.CONFIRMED)
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A fuel tanker exploded in a blast in Gao on Friday, killing two.", ["fire_accident"]),
        ("A blast killed two in Gao on Friday. Police ruled out sabotage.", ["bombing"]),
        ("Bandits stole 300 cattle near Gao on Friday.", ["cattle_raid"]),
    ],
)
def test_what_is_ruled_out_did_not_happen(text: str, kinds: list[str]):
    assert [m.type for m in mentions(text)] == kinds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two people died in a blast in Ber on Sunday, doctors at Gao hospital said.", "Ber"),
        ("Gunmen killed two people in Ber on Sunday, said the governor of Gao.", "Ber"),
    ],
)
def test_where_who_speaks_sits_is_not_where_it_was(text: str, place: str):
    found = only(text).place
    assert found is not None
    assert found.name == place


def test_an_unexploded_shell_that_kills_has_exploded():
    text = "An unexploded shell killed three children near Gao on Sunday."
    assert only(text).type == "mine_explosion"


def test_who_demanded_a_ransom_planned_nothing_by_it():
    text = "Bandits who had demanded a ransom killed two of the nine pupils near Gao on Sunday."
    killed = only(text).killed
    assert killed is not None
    assert killed.low == 2


def test_a_defence_ministry_is_a_party_to_its_war():
    text = "The Russian Defence Ministry said its missiles had hit a train near Gao, killing 20."
    made = only(text).claims
    assert {(c.field, c.stance) for c in made} >= {("killed", Stance.CLAIMED)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Raiders killed 16 villagers and torched homes near Gao on Sunday.", "armed_attack"),
        ("Raiders torched homes near Gao on Sunday, killing 16 villagers.", "arson"),
        ("A journalist was shot and wounded in Gao on Sunday.", "armed_attack"),
        ("A journalist was shot dead in Gao on Sunday.", "murder"),
    ],
)
def test_the_dead_weigh_more_than_the_houses_and_who_lives_was_not_murdered(text: str, kind: str):
    assert only(text).type == kind


def test_a_shelling_of_a_country_is_its_armys():
    found = only("Nigerien shelling of Gao killed two clerks on Sunday.")
    doers = [a.name for a in found.actors if a.role is ActorRole.PERPETRATOR]
    assert doers == ["Nigerien Armed Forces"]


def test_a_drone_that_rebels_shoot_down_strikes_nothing():
    assert only("Rebels said they had shot down an army drone near Gao.").type == "attack_on_forces"


def test_drones_that_an_air_force_shoots_down_came_to_strike():
    told = only("The air force said it had shot down 40 drones over Gao on Monday.")
    assert told.type == "drone_strike"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Rebels downed an army helicopter near Gao on Monday, killing both men.",
            "attack_on_forces",
        ),
        ("A helicopter was shot down near Ber on Monday, killing its pilot.", "armed_attack"),
        ("Ber was hit on Monday. Strikes there killed two cooks.", "airstrike"),
        ("Strikes overnight killed a cook in Ber on Monday.", "airstrike"),
    ],
)
def test_what_is_shot_down_or_struck_says_how_they_died(text: str, kind: str):
    assert only(text).type == kind


def test_who_entered_a_village_whose_dead_are_counted_by_morning_attacked_it():
    text = "Armed men entered the village of Ber on Monday. By dawn six were dead and huts burned."
    found = only(text)
    assert (found.type, found.killed) == ("armed_attack", Count.exactly(6))


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The cartel shot dead two customs men in Gao on Monday.", "cartel"),
        ("The militia killed five herders in Gao on Monday.", "militia"),
    ],
)
def test_a_cartel_and_a_militia_do_what_they_did_without_a_name(text: str, doer: str):
    assert any(doer in actor.name for actor in only(text).actors)


def test_a_fight_that_broke_out_somewhere_needs_no_other_word_to_be_news():
    assert not only("Heavy fighting broke out in Gao on Monday.").background


def test_who_is_suspected_and_no_more_is_said_may_have_done_it():
    found = only("Six people were hacked to death in Gao on Monday. JNIM fighters are suspected.")
    doers = [(a.name, a.attributed) for a in found.actors if a.role is ActorRole.PERPETRATOR]
    assert ("JNIM", True) in doers


def test_who_attributes_an_attack_was_not_hit_by_it():
    text = "A car bomb wounded six clerks in Gao on Monday. A minister attributed it to JNIM."
    assert not {"leader", "government"} & set(only(text).targets)


def test_who_denies_one_deed_and_accuses_others_of_another_denies_the_first():
    text = (
        "JNIM denied on Monday that it struck a clinic in Gao and accused the army of shelling it"
    )
    made = [(c.field, c.stance) for c in mentions(text)[0].claims]
    assert ("perpetrators", Stance.BLAMED) in made
    assert ("type", Stance.DENIED) not in made


def test_an_attack_on_a_hospital_called_by_its_town_was_in_that_town():
    place = only("A raid on Ansongo hospital in the Gao region killed two nurses on Monday.").place
    assert place is not None
    assert place.name == "Ansongo"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("JNIM captured the last army base in Ansongo on Monday.", "ground_assault"),
        ("Raiders set a hut in Ber ablaze on Monday and killed six with machetes.", "armed_attack"),
        ("Twelve passengers were taken off a bus near Gao on Monday by masked men.", "kidnapping"),
        (
            "A soldier was wounded by a drone in Gao on Monday. He blamed JNIM for the attack.",
            "drone_strike",
        ),
    ],
)
def test_how_it_was_done_names_it(text: str, kind: str):
    assert only(text).type == kind


@pytest.mark.parametrize(
    "find",
    [
        "Nine bodies were discovered in a mass grave near Gao on Monday.",
        "A mass grave with nine bodies was found near Gao on Monday.",
        "Police found a mass grave containing at least nine bodies near Gao on Monday.",
    ],
)
def test_whom_a_mass_grave_holds_was_not_murdered_that_day(find: str):
    assert not mentions(find)


@pytest.mark.parametrize("number", ["273", "dozens of", "a swarm of"])
def test_drones_launched_at_a_town_are_a_drone_strike_however_many(number: str):
    told = only(f"Rebels launched {number} drones at Gao on Monday.")
    assert (told.type, told.killed) == ("drone_strike", None)


def test_drones_launched_to_see_are_no_strike():
    assert not mentions("The army launched 12 drones to watch the border near Gao on Monday.")

"""Who did it: names, people without a name, and who is none of them."""

import pytest

from advisory.extraction.output import to_json
from advisory.model.value import Actor
from advisory.model.vocabulary import ActorKind, ActorRole, Stance
from tests.builders_extraction import mentions, only, reading


def doers(text: str) -> list[str]:
    return [a.name for a in only(text).actors if a.role is ActorRole.PERPETRATOR]


def told(text: str) -> list[str]:
    [incident] = to_json(reading(text))["incidents"]
    return incident["actors"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two hooded men shot dead a trader in Gao on Monday.", "two hooded men"),
        ("A trader was shot dead in Gao on Monday by two masked men.", "two masked men"),
        ("Heavily armed men wearing uniforms killed a trader in Gao on Monday.",
         "heavily armed men wearing uniforms"),
        ("A group of unidentified people planted a bomb in Gao on Monday.", "unidentified people"),
        ("Right-wing squads killed ten union leaders in Gao on Monday.", "right-wing squads"),
        ("A bomb was planted in Gao on Monday by members of the Hill Party.",
         "members of the Hill Party"),
        ("A soldier opened fire in Gao on Monday, killing three civilians.", "soldier"),
        ("Herders, dressed as soldiers, attacked a village near Gao on Monday.",
         "herders, dressed as soldiers"),
        ("A trader was killed in Gao on Monday by machete-wielding youths.",
         "machete-wielding youths"),
        ("A trader was killed in Gao on Monday by alleged commandos.", "commandos"),
        ("According to witnesses, three unidentified men shot dead a trader in Gao on Monday.",
         "three unidentified men"),
        ("A trader was killed in Gao on Monday by two men riding a motorcycle.",
         "two men riding a motorcycle"),
        ("Gang members that killed two traders in Gao on Monday fled.", "gang members"),
        ("An army patrol killed two traders in Gao on Monday.", "army patrol"),
        ("Police are hunting the gunmen who killed two traders in Gao on Monday.", "gunmen"),
        ("Dissidents killed four farmers in Gao on Monday.", "dissidents"),
        ("Armed gangs are believed to have killed six people near Gao on Monday.", "armed gangs"),
        ("The raid near Gao was carried out by dissidents and left six people dead.", "dissidents"),
        ("The mayor of Gao condemned armed gangs, who killed six people on Monday.", "armed gangs"),
        ("Vigilantes shot dead a trader in Gao on Monday.", "vigilantes"),
        ("Border guards opened fire on a market in Gao on Monday, killing five.", "border guards"),
        ("Armed gangs attacked a village near Gao on Monday, killing four.", "armed gangs"),
        ("Five traders died at the hands of bandits near Gao on Monday.", "bandits"),
        ("Residents beat a thief to death in Gao on Monday.", "residents"),
        ("A thief was set alight by a crowd in Gao on Monday.", "crowd"),
        ("Two shooters fired into a bar in Gao on Monday, killing three people.", "two shooters"),
        ("Settlers believed to come from the hill set fire to a house in Gao on Monday.",
         "settlers"),
        ("Prisoners killed three guards in a jail in Gao on Monday.", "prisoners"),
        ("Supporters of the mayor burned down a court in Gao on Monday.", "supporters"),
    ],
)  # fmt: skip
def test_people_without_a_name_are_actors_where_they_do_it(text: str, who: str):
    assert doers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were killed in an attack in Gao on Monday.",
        "Three students kidnapped in Gao on Monday were released.",
        "Six persons injured in a bomb attack in Gao on Monday are in hospital.",
        "The attack in Gao on Monday, which killed two people, was reported today by the police.",
        "Police are investigating the killing of a trader in Gao on Monday.",
        "No movement has claimed responsibility for the bomb attack in Gao on Monday.",
        "A bomb exploded in Gao on Monday as three policemen ran from the building.",
        "Police are looking for the men who killed two traders in Gao on Monday.",
        "Police found the bodies of three traders in Gao on Monday.",
        "CSP Joseph Banda said two men were killed in a bomb attack in Kitwe on Monday.",
        "Police recovered the bodies of two traders who were shot dead in Gao on Monday.",
        "Villagers in Gao condemned a terrorist attack that killed two people on Monday.",
        "A two-person crew fired on by unknown means crashed near Gao on Monday, killing both.",
        "Fire took the villagers' crops before an explosion killed two people in Gao on Monday.",
        "Residents near the base in Gao said a bomb killed six people on Monday.",
        "A bomb went off in a crowd in Gao on Monday, killing six people.",
        "A crowd gathered in Gao on Monday after a bomb killed two people.",
    ],
)
def test_victims_voices_and_bystanders_are_no_perpetrators(text: str):
    assert doers(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Clashes between farmers and herders left six dead in Gao on Monday.",
         ["farmers", "herders"]),
        ("Fighting between two armed groups in Gao on Monday killed four.", ["two armed groups"]),
        ("Fighting between the Lemba and Venda clans killed six in Gao on Monday.",
         ["Lemba", "Venda clans"]),
        ("A gunfight between armed volunteers of two villages killed six in Gao on Monday.",
         ["armed volunteers"]),
        ("Clashes broke out on Monday in Gao between rival clans, killing six.", ["rival clans"]),
        ("Soldiers clashed with smugglers near Gao on Monday, killing four.",
         ["soldiers", "smugglers"]),
        ("Clashes pitted fishermen against herders in Gao on Monday.", ["fishermen", "herders"]),
    ],
)  # fmt: skip
def test_the_two_sides_of_a_fight_are_its_parties_known_or_not(text: str, who: list[str]):
    assert [a.name for a in only(text).actors if a.role is ActorRole.PARTY] == who


@pytest.mark.parametrize(
    "text",
    [
        "Clashes in Gao on Monday killed between five and nine people.",
        "Clashes between Monday and Wednesday in Gao left nine people dead.",
        "Nine people died in clashes between Gao and Ansongo on Monday.",
        "Fighting between the two sides in Gao killed nine people on Monday.",
    ],
)
def test_days_places_and_numbers_are_no_sides_of_a_fight(text: str):
    assert only(text).actors == ()


def test_who_detains_foreigners_is_told_like_any_other_arrest():
    assert doers("Police took 21 foreigners into custody in Gao on Monday.") == ["police"]


def test_who_marches_is_no_perpetrator_and_whoever_blocks_a_road_arrests_nobody():
    assert doers("Crowds marched in Gao on Monday.") == []
    assert doers("Police arrested two men in Gao on Monday. Residents blocked the road.") == [
        "police"
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two people were stabbed to death in Gao on Monday. The attacker fled.", "assailants"),
        ("Gunmen are holding captive eleven farmers from a village near Gao.", "gunmen"),
        ("Bandits have demanded a ransom for 30 pupils abducted near Gao on Monday.", "bandits"),
        ("A trader was abducted near Gao on Monday. Two of the kidnappers were arrested.",
         "kidnappers"),
        ("Six soldiers died in an attack on a post in Gao on Monday. The assailants came by car.",
         "assailants"),
    ],
)  # fmt: skip
def test_who_is_called_by_the_deed_did_it_where_nothing_else_says_who(text: str, who: str):
    assert doers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "A bus driver was shot in Gao on Monday, a week after a course on how to talk to gunmen.",
        "A bomb killed four people in Gao on Monday. Bandits have long roamed there.",
        "A car bomb killed five people in Gao on Monday, the army said. The rebels denied it.",
        "A drone strike killed six people in Gao on Monday. The gunmen had fled.",
        "A bomb killed four people in Gao on Monday. The kidnappers of a priest freed him.",
    ],
)
def test_gunmen_of_another_story_did_not_do_it(text: str):
    assert doers(text) == []


@pytest.mark.parametrize(
    "after",
    [
        "The attack bears the hallmarks of JNIM.",
        "The attack bore the mark of JNIM.",
        "Suspicion fell on JNIM.",
        "The place and the manner point to JNIM.",
        "The governor said he suspected JNIM of laying the ambush.",
        "Residents put it down to JNIM.",
        "The attack was attributed to JNIM.",
    ],
)
def test_whose_hand_a_deed_shows_is_blamed_for_it(after: str):
    [doer] = only(f"Nine soldiers were killed in an attack near Gao on Monday. {after}").actors
    assert (doer.name, doer.attributed) == ("JNIM", True)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A drone of the Rapid Support Forces struck a post in Nyala on Monday, killing one.",
         ["Rapid Support Forces"]),
        ("Missiles of the Rapid Support Forces hit a market in Nyala on Monday, killing nine.",
         ["Rapid Support Forces"]),
        ("A drone killed a commander of the Rapid Support Forces in Nyala on Monday.", []),
        ("The State Guard arrested six people in Gao on Monday.", ["State Guard"]),
        ("Detectives arrested six people in Gao on Monday.", ["detectives"]),
    ],
)  # fmt: skip
def test_whose_drone_strikes_and_what_guard_arrests_has_done_it(text: str, who: list[str]):
    assert doers(text) == who


OWN_DEEDS = {
    "Al-Shabaab said on Tuesday that it had killed six soldiers near Gao.": "Al-Shabaab",
    "Al-Shabaab said its fighters ambushed a patrol near Gao on Monday.": "Al-Shabaab",
    "The Houthis said they attacked a ship off Aden on Monday.": "Houthis",
    "The Nigerian army said it killed six insurgents near Bama on Monday.": "Nigerian Armed Forces",
}


@pytest.mark.parametrize(("text", "who"), OWN_DEEDS.items())
def test_who_tells_of_an_own_deed_did_it_by_their_own_word(text: str, who: str):
    mention = only(text)
    [doer] = [a for a in mention.actors if a.role is ActorRole.PERPETRATOR]
    [claim] = [c for c in mention.claims if c.field == "perpetrators"]
    assert (doer.name, doer.attributed) == (who, True)
    assert (claim.speaker, claim.stance) == (who, Stance.CLAIMED)


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab said it had been attacked near Gao on Monday and three people were killed.",
        "Al-Shabaab said it had not attacked the market in Gao, where six people were killed.",
        "Al-Shabaab said its fighters fled after six people were killed in Gao on Monday.",
        "Armenia said four of its soldiers were killed near Tegh on Monday.",
        "The Nigerian army said its convoy was ambushed near Bama on Monday; two soldiers died.",
    ],
)
def test_who_tells_what_others_did_is_no_perpetrator(text: str):
    assert doers(text) == []


def test_who_is_killed_by_whom_by_leads_did_not_do_it():
    assert doers("A bus was attacked near Gao by gunmen who killed two soldiers.") == ["gunmen"]


def test_whom_another_party_says_did_it_is_blamed_by_it():
    mention = only("The Sudanese army said the RSF had killed six people in Nyala on Monday.")
    [doer] = [a for a in mention.actors if a.role is ActorRole.PERPETRATOR]
    [claim] = [c for c in mention.claims if c.field == "perpetrators"]
    assert (doer.name, doer.attributed) == ("Rapid Support Forces", True)
    assert (claim.speaker, claim.stance) == ("Sudanese Armed Forces", Stance.BLAMED)


def test_who_killed_at_least_some_killed_them():
    assert doers("Gunmen killed at least 21 traders near Gao on Monday.") == ["gunmen"]


def test_who_stands_in_the_words_for_a_deed_did_it():
    assert doers("Bandits attacked travellers near Gao on Monday, killing two.") == ["bandits"]


def test_who_puts_the_toll_at_so_many_dead_killed_nobody():
    text = "Five people were killed in an ambush near Gao on Monday. "
    assert doers(text + "The army put the toll of the ambush at 14 dead.") == []


def test_police_who_broke_up_a_march_did_so_and_did_not_march():
    text = "Thousands marched in Gao on Monday. Police fired tear gas and arrested six of them."
    assert (only(text).type, doers(text)) == ("protest_dispersed", ["police"])


def test_police_who_shot_are_no_aim_because_a_weekday_stands_before_them():
    text = "Protesters set fire to a hall in Gao on Monday after police shot dead five people."
    _, shooting = mentions(text)
    assert [(actor.name, actor.role) for actor in shooting.actors] == [("police", "perpetrator")]


def test_strikes_that_a_demonym_leads_are_of_its_army_from_the_air():
    mention = only("Israeli strikes on a school in Gaza City killed 22 people on Saturday.")
    assert mention.type == "airstrike"
    assert doers("Israeli strikes on a school in Gaza City killed 22 people on Saturday.") == [
        "Israel Defense Forces"
    ]


def test_whose_targets_were_struck_struck_nobody():
    text = (
        "Helicopters bombed a market in Nyala on Monday, killing 30 people. "
        'The Sudanese army said it only struck "rebel targets".'
    )
    assert "rebel" not in doers(text)


def test_whose_losses_are_told_did_nothing():
    text = (
        "Rebels killed 40 fighters in clashes near Gao on Monday.\n\n"
        "It was one of Wagner's heavy losses since the rebels returned."
    )
    assert "Wagner Group" not in doers(text)


def test_whose_part_is_hedged_stays_so():
    [actor] = [a for a in only("Suspected rebels killed a trader in Gao.").actors if a.attributed]
    assert actor.name == "rebels"


def test_who_tells_of_it_after_a_comma_says_nothing_of_who_did_it():
    text = "A trader was shot dead in Gao on Monday by two masked men, police said."
    assert doers(text) == ["two masked men"]


def test_a_name_right_before_says_who_they_are():
    assert told("JNIM militants killed two soldiers in Gao on Monday.") == ["JNIM"]


def test_those_of_a_named_body_are_told_beside_it():
    text = "Militants of the Macina Liberation Front killed two soldiers in Gao on Monday."
    assert told(text) == ["Macina Liberation Front", "militants"]


def test_the_word_for_whoever_attacked_is_no_actor():
    assert told("Assailants killed two soldiers in Gao on Monday.") == []


def test_the_one_armed_group_is_told_by_name_and_by_what_the_report_calls_it():
    text = "Rebels killed two soldiers near Gao on Monday.\n\nJNIM said the attack was its work."
    assert told(text) == ["JNIM", "rebels"]


def test_a_word_that_only_says_more_of_an_attack_is_no_name_that_a_report_gives():
    text = "JNIM killed two soldiers near Gao on Monday. A soldier was hurt in the rebel attack."
    assert told(text) == ["JNIM"]


def test_a_name_is_told_with_the_one_that_the_report_gives():
    text = "FAMa bombed a market near Gao on Monday."
    assert told(text) == ["Malian Armed Forces (FAMa)"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two traders were killed in Gao on Monday by the Sand River Battalion.",
         "Sand River Battalion"),
        ("The Blue Dawn Brigade claimed responsibility for a bomb that killed two people in Gao.",
         "Blue Dawn Brigade"),
        ("Two people were killed in Gao. Police blame the Front for the Freedom of the Hills.",
         "Front for the Freedom of the Hills"),
        ("A BOMB THAT KILLED TWO PEOPLE IN GAO ON MONDAY WAS PLANTED BY THE BLUE DAWN BRIGADE.",
         "BLUE DAWN BRIGADE"),
    ],
)  # fmt: skip
def test_a_body_that_no_lexicon_knows_is_an_actor_where_it_does_it(text: str, who: str):
    assert doers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility for a bomb that killed two people in Gao on Monday.",
        "A bomb killed two men of the Sand River Battalion in Gao on Monday.",
        "A bomb killed two people in Gao on Monday, the Blue Dawn Brigade said.",
    ],
)
def test_a_body_that_is_hit_or_speaks_did_nothing(text: str):
    assert doers(text) == []


def test_who_is_held_responsible_is_blamed():
    text = (
        "A bomb killed two people in Gao on Monday. Villagers hold JNIM responsible for the bomb."
    )
    [actor] = [a for a in only(text).actors if a.role is ActorRole.PERPETRATOR]
    assert (actor.name, actor.attributed) == ("JNIM", True)


def test_forces_that_shoot_back_are_no_perpetrators_beside_a_named_group():
    text = "JNIM attacked a post in Gao on Monday. Soldiers opened fire and killed two attackers."
    assert told(text) == ["JNIM"]


def test_anybody_is_of_a_kind_of_their_own():
    [actor] = only("Two hooded men shot dead a trader in Gao on Monday.").actors
    assert (actor.kind, actor.is_unnamed) == (ActorKind.UNIDENTIFIED, True)


def test_an_actor_with_a_name_is_not_unnamed():
    assert not Actor("JNIM", ActorRole.PERPETRATOR, id="mli_jnim").is_unnamed


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("A trader was shot dead in Gao on Monday.", ("firearm",)),
        ("Gunmen killed three traders in Gao on Monday.", ("firearm",)),
        ("A farmer was gunned down in Gao on Monday.", ("firearm",)),
        ("A roadside bomb killed three people in Gao on Monday.", ("ied",)),
        ("Bandits killed two traders in Gao on Monday, after which people found a rifle.", ()),
        ("Bandits killed two traders in Gao on Monday, and a rifle was later recovered.", ()),
        ("Police arrested two men with a rifle and three bullets in Gao on Monday.", ()),
        ("A reporter was attacked and hurt in Gao on Monday while shooting video.", ()),
    ],
)
def test_weapons_are_those_used_told_or_implied(text: str, weapons: tuple[str, ...]):
    assert only(text).weapons == weapons


def test_who_holds_the_town_that_is_hit_did_not_hit_it():
    text = (
        "Drone strikes hit Gao on Monday. They have been attributed to the Malian army. It "
        "targeted fighters of the Movement for the Hills (MFH), a militia that retook control of "
        "Gao last year."
    )
    strikes, before = mentions(text)
    assert [a.name for a in strikes.actors if a.role is ActorRole.PERPETRATOR] == [
        "Malian Armed Forces"
    ]
    assert before.background


def test_who_aided_in_an_assault_is_a_supporter():
    text = "The army seized Kidal on Monday. Footage shows that Wagner troops aided in storming it."
    roles = {actor.name: actor.role for actor in only(text).actors}
    assert roles["Wagner Group"] is ActorRole.SUPPORTER


def test_the_force_that_shot_the_attacker_made_no_attack():
    text = (
        "Two people were killed in a stabbing in Gao on Monday. "
        "The attacker was shot dead by the police."
    )
    assert doers(text) == ["assailants"]


def test_a_state_that_speaks_of_what_is_its_own_did_it_with_its_army():
    text = "Ukraine said its drones had struck an oil depot in Belgorod on Tuesday."
    [actor] = [a for a in only(text).actors if a.role is ActorRole.PERPETRATOR]
    assert (actor.name, actor.attributed) == ("Armed Forces of Ukraine", True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Al-Shabaab detained three aid workers in Baidoa on Monday.", "kidnapping"),
        ("Police detained three aid workers in Baidoa on Monday.", "arrest"),
        ("Three Al-Shabaab fighters were detained in Baidoa on Monday.", "arrest"),
    ],
)
def test_whom_an_armed_group_detains_it_abducts(text: str, kind: str):
    assert only(text).type == kind


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed the village head of Tungar Maje on Monday.", 1),
        ("Gunmen killed two district heads in Gao on Monday.", 2),
        ("Police in Gao still look into the murder of two traders on Monday.", 2),
    ],
)
def test_offices_and_kin_are_counted(text: str, killed: int):
    toll = only(text).killed
    assert toll is not None
    assert toll.low >= killed


def test_a_grandson_is_counted():
    toll = only("Gunmen shot dead a trader in Gao on Monday; his grandson was wounded.").injured
    assert toll is not None
    assert toll.low == 1


def test_of_several_words_for_who_did_it_the_fullest_is_told():
    text = (
        "A man shot dead a trader in Gao on Monday. The trader was shot by a hooded man in a mask, "
        "police said."
    )
    assert doers(text) == ["hooded man in a mask"]


def test_a_name_that_leads_another_word_is_nobody():
    text = "Fighters from a JNIM-linked militia killed two traders in Gao on Monday."
    assert "JNIM" not in doers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Troops killed three suspected JNIM fighters near Gao on Monday.",
        "Police arrested five suspected JNIM members in Gao on Monday.",
        "Soldiers shot one man and detained two suspected JNIM couriers in Gao on Monday.",
        "Police arrested a guide in Gao on Monday in their hunt for a suspected JNIM cook.",
    ],
)
def test_suspects_who_are_killed_or_arrested_have_not_done_it(text):
    roles = {actor.role for actor in only(text).actors if "JNIM" in actor.name}
    assert ActorRole.PERPETRATOR not in roles
    assert not any(claim.field == "perpetrators" for claim in only(text).claims)


@pytest.mark.parametrize(
    "text",
    [
        "Suspected JNIM fighters killed three soldiers near Gao on Monday.",
        "Three soldiers were killed by suspected JNIM fighters near Gao on Monday.",
        "Troops came under attack from suspected JNIM fighters near Gao on Monday.",
    ],
)
def test_suspects_who_attacked_are_the_doers_by_the_reports_own_doubt(text):
    attack = only(text)
    assert [a.name for a in attack.actors if a.role is ActorRole.PERPETRATOR and a.attributed]
    (claim,) = (claim for claim in attack.claims if claim.field == "perpetrators")
    assert (claim.stance, claim.speaker) == (Stance.BLAMED, None)


def test_who_soldiers_come_under_fire_from_fired():
    text = "Police came under fire from gunmen in Gao on Monday, and an officer was killed."
    assert doers(text) == ["gunmen"]


def test_the_day_behind_an_arrest_is_that_of_the_arrest_of_a_suspect_too():
    arrest = only("Two men suspected of belonging to JNIM were arrested in Gao on Monday.")
    assert arrest.date is not None


def roles(text: str) -> dict[str, str]:
    return {actor.name: actor.role.value for actor in only(text).actors}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("A MINUSMA convoy hit a landmine near Gao on Monday.", "MINUSMA", "target"),
        ("A bomb fixed to it blew up; the Malian army truck exploded in Gao on Monday.",
         "Malian Armed Forces", "target"),
        ("A suicide bomber trying to target soldiers detonated in Gao on Monday.",
         "soldiers", "target"),
        ("JNIM tried to assassinate a judge in Gao on Monday.", "JNIM", "perpetrator"),
        ("A JNIM member suspected to be involved in the theft was arrested in Gao on Monday.",
         "JNIM", "target"),
        ("A bomber hit a patrol in Gao on Monday, three Malian soldiers wounded and a truck burnt.",
         "Malian Armed Forces", "target"),
        ("Masked men clashed with traders in Gao on Monday.", "masked men", "party"),
    ],
)  # fmt: skip
def test_whom_it_befell_who_tried_and_who_fought(text: str, name: str, role: str):
    assert roles(text).get(name, role) == role
    assert (name in roles(text)) or role == "target"


def test_of_whom_somebody_is_suspected_to_have_attacked_nobody_is_blamed():
    text = "A man suspected to be involved in an attack on police was arrested in Gao on Monday."
    assert [claim for claim in only(text).claims if claim.field == "perpetrators"] == []


def test_the_police_of_a_district_and_of_an_informer_have_no_part_in_it():
    text = "Gunmen killed a police informer in the second police district of Gao on Monday."
    assert roles(text) == {"gunmen": "perpetrator"}


def test_what_is_said_of_a_group_behind_its_name_is_nobody_else():
    text = "JNIM, a Sahelian militant group, attacked a village near Gao on Monday, killing two."
    assert doers(text) == ["JNIM"]


def test_two_peoples_before_soldiers_are_two_armies():
    text = "Malian and Nigerien soldiers exchanged fire near Gao on Monday."
    assert {a.name for a in only(text).actors} == {"Malian Armed Forces", "Nigerien Armed Forces"}


def test_a_group_is_nobody_but_itself():
    assert doers("The militant group JNIM said it had killed four soldiers in Gao.") == ["JNIM"]


def test_nobody_does_a_fire_that_broke_out():
    assert doers("Passengers jumped off a ferry near Gao when fire broke out; 14 were hurt.") == []


def test_who_frees_some_of_the_taken_did_not_kill_the_others():
    text = (
        "Security forces freed six of the eleven passengers taken off a bus near Gao on Monday. "
        "The bodies of two others were found."
    )
    assert doers(text) == []


def test_whose_positions_come_under_attack_attacked_nobody():
    text = "JNIM said its positions near Gao had come under attack on Monday."
    assert doers(text) == []


def test_who_seeks_a_murderer_was_not_the_one_shot():
    text = "Malian soldiers are searching for two men after a trader was shot dead in Gao."
    assert only(text).actors == ()


def test_soldiers_and_mercenaries_both_did_it():
    text = "Malian soldiers and Wagner mercenaries killed four civilians near Gao on Monday."
    assert doers(text) == ["Malian Armed Forces", "Wagner Group"]


def test_who_is_backed_by_a_state_did_it():
    assert doers("Rwanda-backed M23 rebels killed four people in Goma on Monday.") == ["M23"]


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Sunday it had rescued 38 worshippers abducted from a church in Gao.",
        "A bomb killed nine people in Gao on Friday, JNIM said; no one has claimed the attack.",
        "Three soldiers lost their legs when they stepped on a mine near Gao on Monday.",
    ],
)
def test_who_ends_it_or_tells_of_it_or_suffers_it_did_not_do_it(text: str):
    assert doers(text) == []


def test_who_is_blamed_stands_before_the_verb_and_not_behind_it():
    text = "Bandits have been blamed for a raid near Gao on Friday in which four people were taken."
    assert doers(text) == ["bandits"]


def test_whose_camp_was_destroyed_did_not_destroy_it():
    text = "The army said it had destroyed a camp of JNIM near Gao on Friday and killed its leader."
    assert doers(text) == ["army"]


def test_who_is_seen_to_do_it_did_it():
    assert doers("Friday saw the rebels in Gao cut phone lines before the army came.") == ["rebels"]


def test_who_helped_another_and_took_part_stays_who_helped():
    text = (
        "The army seized Gao with the help of the Wagner Group on Monday. "
        "Pictures from the town show that Wagner men took part."
    )
    assert doers(text) == []


def test_police_who_shoot_the_attackers_made_no_attack():
    text = (
        "Two people were killed in a shooting in Gao on Monday "
        "and the two assailants were shot dead by police."
    )
    assert doers(text) == []


def test_a_crowd_does_not_disperse_itself():
    text = "Police shot dead a man during a protest by young people in Gao on Monday."
    assert doers(text) == ["police"]


@pytest.mark.parametrize("verb", ["said", "believe", "suspect"])
def test_who_tells_who_was_behind_it_was_not_behind_it(verb):
    text = f"A bomb killed four in Gao on Monday. Police {verb} rebels were behind it."
    assert doers(text) == ["rebels"]


@pytest.mark.parametrize("band", ["cattle rustlers", "suspected poachers", "highway robbers"])
def test_those_by_whom_an_attack_is_told_to_be_made_it(band: str):
    assert doers(f"Nine people were killed in an attack by {band} in Gao on Monday.")

"""What a report becomes: incidents, claims, conditions, and what is none of them."""

from datetime import date

import pytest

from advisory.extraction.output import to_json
from advisory.model.value import Count
from advisory.model.vocabulary import (
    ActorRole,
    ConditionKind,
    ConditionState,
    DatePrecision,
    SpeakerKind,
    Stance,
    Status,
)
from tests.builders_extraction import mentions, only, reading

NOTHING = {
    "a forecast": "Further attacks in Gao are likely in the coming weeks.",
    "a fear": "Residents of Gao warned of an attack on the market.",
    "a plan": "The group threatened to attack Gao on Monday.",
    "a drill": "Soldiers in Gao held a drill in which a bomb exploded.",
    "a film": "The film about the attack in Gao opened on Monday.",
    "sport": "The striker of Gao opened fire in the second half of the match.",
    "a trial": "A court in Gao sentenced to death a man accused of the attack on the market.",
    "a wish": "The minister called for an end to attacks in Gao.",
    "a truce": "A ceasefire began in Gao on Monday.",
    "a film with a toll": "The film, in which 40 people are killed, opened in Gao on Monday.",
    "a drill with a toll": "Soldiers stormed a mock village near Gao; 40 attackers were killed.",
    "a trial with a toll": (
        "A court in Gao jailed a man for the 2019 attack, in which two people were killed."
    ),
    "an overdose": "Nine people have died in Gao this week from an overdose of a painkiller.",
    "an old poet": "The poet, who was 82, died on Thursday in Gao after a long illness.",
    "an animal": "A swimmer recovered after a shark attack off Dakar on Sunday.",
    "a good shot": "The choir has a good shot at winning the prize in Bamako on Friday.",
    "a body of work": "Her body of work is on show in Abidjan until Sunday.",
}


KILLED_BY_NO_HAND = {
    "A crash near Segou killed three people on Monday.": "road_accident",
    "The cholera has killed 12 patients in the hospital of Segou.": "epidemic_outbreak",
    "An outbreak of plague has killed 61 people in Goma since Monday.": "epidemic_outbreak",
}


@pytest.mark.parametrize(("text", "kind"), KILLED_BY_NO_HAND.items())
def test_what_kills_without_a_hand_is_no_attack(text: str, kind: str):
    assert only(text).type == kind


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_did_not_happen_is_no_incident(text: str):
    assert mentions(text) == ()


def test_an_incident_has_type_place_day_and_toll():
    mention = only("A drone strike in Kidal on Friday killed at least 12 people.")
    assert (mention.type, mention.place.name) == ("drone_strike", "Kidal")
    assert mention.date.first == date(2026, 11, 6)
    assert mention.killed.low == 12


def test_a_toll_of_a_whole_war_is_no_new_incident():
    [told] = mentions("Gunmen killed 800,000 people in Gao.")
    assert told.aggregate


def test_who_holds_a_base_that_is_struck_is_its_target():
    mention = only("A drone strike hit a base used by JNIM near Gao on Friday.")
    roles = {actor.name: actor.role for actor in mention.actors}
    assert roles["JNIM"] is ActorRole.TARGET


def test_headline_and_lead_are_one_incident():
    text = (
        "Drone strike in Kidal kills five\n\n"
        "A drone strike in Kidal on Friday killed five people.\n\n"
        "The attack also injured 20 others."
    )
    mention = only(text)
    assert (mention.killed.low, mention.injured.low) == (5, 20)


def test_two_places_are_two_incidents():
    text = (
        "Gunmen attacked a village near Gao on Friday, killing two men.\n\n"
        "In a separate incident, a bomb exploded in Ber on Saturday, injuring a boy."
    )
    assert [m.place.name for m in mentions(text)] == ["Gao", "Ber"]


def test_an_unknown_village_may_lie_in_the_region_just_named():
    text = (
        "Two teachers were killed by gunmen in the Mopti region on Tuesday. The gunmen shot them "
        "dead at Sarakobo village."
    )
    assert only(text).killed.low == 2


def test_an_older_incident_with_its_own_figures_stands_apart():
    text = (
        "A drone strike in Kidal on Friday killed at least 21 people.\n\n"
        "Fighting near Anefis has killed over 130 soldiers since late September, rebels say."
    )
    now, then = mentions(text)
    assert (now.killed.low, then.killed.low) == (21, 130)
    assert not then.background


def test_history_without_figures_is_left_out_of_the_output():
    text = (
        "A drone strike in Kidal on Friday killed five people.\n\n"
        "In 2012 rebels attacked the town of Gao."
    )
    assert len(to_json(reading(text))["incidents"]) == 1


def test_who_is_blamed_is_an_attributed_perpetrator():
    text = "A drone strike hit Kidal on Friday. It was attributed to the Malian army."
    [actor] = only(text).actors
    assert (actor.name, actor.role) == ("Malian Armed Forces", ActorRole.PERPETRATOR)
    assert actor.attributed


def test_a_spokesman_of_the_police_is_a_source():
    text = "Gunmen killed two traders in Gao on Friday, police said."
    mention = only(text)
    assert "police" not in [actor.name for actor in mention.actors]
    assert mention.claims[0].speaker_kind is SpeakerKind.OFFICIAL


def test_a_toll_that_rebels_give_is_their_claim():
    text = "At least 21 people were killed in a drone strike on Kidal, according to Tuareg rebels."
    mention = only(text)
    [claim] = [c for c in mention.claims if c.field == "killed"]
    assert (claim.stance, claim.speaker_kind) == (Stance.CLAIMED, SpeakerKind.PARTY)
    assert mention.status is Status.CLAIMED


def test_a_responsibility_claimed_is_a_claim_of_the_claimant():
    text = "A bomb exploded in Gao on Friday. JNIM claimed responsibility for the attack."
    [claim] = [c for c in only(text).claims if c.field == "perpetrators"]
    assert (claim.speaker, claim.stance) == ("JNIM", Stance.CLAIMED)


def test_loser_and_winner_both_speak_of_who_holds_the_town():
    text = (
        "The Malian army seized the town of Kidal on Friday.\n\n"
        "The president said the army had seized the city of Kidal.\n\n"
        "The CSP said it had withdrawn from Kidal."
    )
    control = [c for c in only(text).claims if c.field == "control"]
    assert [(c.speaker, c.stance) for c in control][-1] == (
        "Permanent Strategic Framework",
        Stance.CONFIRMED,
    )


def test_helpers_are_supporters():
    text = "The Malian army, supported by Wagner mercenaries, attacked a village near Gao."
    roles = {actor.name: actor.role for actor in only(text).actors}
    assert roles["Wagner Group"] is ActorRole.SUPPORTER
    assert roles["Malian Armed Forces"] is ActorRole.PERPETRATOR


def test_an_acronym_the_report_defines_is_learnt():
    text = (
        "The Hill Peoples Liberation Front (HPLF) met on Monday. "
        "A bomb exploded in Gao. HPLF claimed responsibility for the attack."
    )
    assert [a.name for a in only(text).actors] == ["Hill Peoples Liberation Front"]


def test_parts_lie_inside_the_toll():
    mention = only(
        "At least 18 villagers, including seven children, were killed in an attack in Gao."
    )
    assert [(part.who, part.count.low) for part in mention.killed_parts] == [("child", 7)]


def test_what_nobody_could_verify_is_unverified():
    text = "Gunmen attacked Gao on Friday. The report could not be independently verified."
    assert only(text).status is Status.UNVERIFIED


def test_an_unknown_village_keeps_its_name_and_its_region():
    place = only("Gunmen killed two men in Tinabaw village in the Gao region.").place
    assert place.name == "Tinabaw"
    assert place.admin1 == "ML-7"


def test_a_border_is_closed_where_it_was_closed_from():
    [condition] = reading("Nigerien authorities closed the border with Mali on Friday.").conditions
    assert condition.place.name == "Niger"


def test_a_state_that_goes_on_without_a_place_is_where_the_headline_is():
    text = "Second march in Gao ends\n\nPolice arrested nobody. The curfew remains in force."
    [condition] = reading(text).conditions
    assert condition.place.name == "Gao"


def test_cut_phones_are_a_condition():
    [condition] = reading("Rebels cut phone connections in Kidal on Friday.").conditions
    assert condition.kind is ConditionKind.PHONES_CUT
    assert condition.place.name == "Kidal"


def test_a_curfew_can_end():
    [condition] = reading("The governor lifted the curfew in Gao on Monday.").conditions
    assert condition.state is ConditionState.LIFTED
    assert condition.until.first == date(2026, 11, 9)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("The governor imposed a curfew in Gao on Monday.", "2026-11-09", None),
        ("The curfew in Gao remains in force, the governor said on Monday.", None, None),
        ("A curfew in force in Gao since Friday was extended on Monday.", "2026-11-06", None),
        ("The border with Niger remains closed until December 1.", None, "2026-12-01"),
        ("The army extended the curfew in Gao for another three months.", None, "2027-02-10"),
        ("A 30-day curfew was imposed in Gao on Monday.", "2026-11-09", "2026-12-09"),
        ("A curfew in force in Gao since Friday was lifted on Monday.", "2026-11-06", "2026-11-09"),
        ("The curfew that the governor imposed in Gao on Friday is over.", "2026-11-06", None),
        ("The road to Gao has been open again since Monday.", None, "2026-11-09"),
        (
            "The curfew in force in Gao since 5 May was extended on Monday for another 10 days.",
            "2026-05-05",
            "2026-11-19",
        ),
        (
            "Mobile internet services were suspended in Gao on Monday for six days.",
            "2026-11-09",
            "2026-11-15",
        ),
        (
            "The governor declared a curfew in Gao for two months from December 1.",
            "2026-12-01",
            "2027-02-01",
        ),
        ("The bridge at Gao was closed on Friday for two days.", "2026-11-06", None),
        (
            "Schools will be shut until Friday and the road to Gao was closed on Monday.",
            "2026-11-09",
            None,
        ),
        (
            "Millers blocked the road to Gao for a third straight day on Monday.",
            "2026-11-07",
            None,
        ),
        (
            "Gao airport was closed on Sunday. The airport reopened on Monday.",
            "2026-11-08",
            "2026-11-09",
        ),
    ],
)
def test_a_state_lasts_from_the_day_it_began_to_the_day_it_ends(text, since, until):
    [condition] = reading(text).conditions
    days = (condition.since, condition.until)
    assert tuple(str(day.last) if day else None for day in days) == (since, until)


def test_a_border_is_closed_from_the_country_told_of_and_not_from_its_neighbour():
    text = "Mali extended a curfew in Gao. The border with Niger remains shut."
    [border] = [c for c in reading(text).conditions if c.kind is ConditionKind.BORDER_CLOSED]
    assert border.place.country == "ML"


def test_who_holds_a_town_is_the_subject_of_control():
    [condition] = reading("The Malian army took control of Kidal on Friday.").conditions
    assert (condition.kind, condition.subject) == (ConditionKind.CONTROL, "Malian Armed Forces")


def test_a_curfew_that_is_only_possible_is_none():
    assert reading("The governor may impose a curfew in Gao.").conditions == ()


def test_another_language_is_heard_and_not_read():
    text = (
        "Des hommes ont attaqué le village de Gao vendredi et tué douze personnes, selon le maire."
    )
    heard = reading(text)
    assert not heard.readable
    assert heard.mentions == ()
    assert "ML-7" in heard.regions


def test_regions_named_are_sorted_with_all_that_contain_them():
    assert reading("Talks were held in Kidal.").regions == ("ML", "ML-8", "overlay:kidal")


def test_a_text_in_capitals_is_read_too():
    mention = only("GUNMEN KILLED TWO SOLDIERS IN GAO YESTERDAY.")
    assert (mention.place.name, mention.killed.low) == ("Gao", 2)


def test_json_leaves_an_open_end_null():
    [incident] = to_json(reading("An attack in Gao killed at least 12 people."))["incidents"]
    assert (incident["killed_min"], incident["killed_max"]) == (12, None)
    assert incident["injured_min"] is None
    assert incident["country"] == "Mali"


def test_the_airports_of_a_country_are_closed_in_that_country():
    [condition] = reading("Mali's airports were closed on Friday, an official said.").conditions
    assert condition.place.name == "Mali"


def test_an_airport_closed_along_with_the_borders_is_closed():
    text = "The junta closed the country's land borders and the airport on Monday."
    kinds = {condition.kind for condition in reading(text).conditions}
    assert kinds == {ConditionKind.BORDER_CLOSED, ConditionKind.AIRPORT_CLOSED}


def test_a_denial_is_of_the_act_that_it_names():
    text = "The army denied shelling Gao, where an air strike killed nine people on Monday."
    mention = only(text)
    assert (mention.type, mention.status) == ("airstrike", Status.REPORTED)


def test_an_arrest_has_no_toll_of_the_deed():
    text = "Police in Gao arrested a man accused of an attack in which six people died."
    mention = only(text)
    assert (mention.type, mention.killed) == ("arrest", None)


def test_a_year_in_a_clause_about_somebody_is_not_the_day_of_the_arrest():
    text = "A man, who joined the rebels in 2011, was arrested in Gao on Monday."
    mention = only(text)
    assert (mention.type, mention.date.first) == ("arrest", date(2026, 11, 9))


def test_a_suicide_bomber_is_dead_where_nobody_gives_a_toll():
    text = "Two suicide bombers detonated near a market in Gao on Friday."
    mention = only(text)
    assert (mention.killed.low, mention.killed.high) == (2, None)


def test_a_bomb_aimed_at_an_office_holder_is_an_assassination():
    text = "A bomb exploded in Gao on Friday, targeting a district governor."
    mention = only(text)
    assert (mention.type, mention.weapons) == ("assassination", ("bomb",))


def test_a_raid_is_named_by_what_it_was_for():
    text = "Gunmen raided a farm near Gao on Friday and set three lorries ablaze."
    assert only(text).type == "arson"


def test_a_release_is_the_end_of_its_abduction():
    text = "Gunmen abducted two nurses in Gao on 3 November. The hostages were released on Monday."
    assert only(text).type == "kidnapping"


def test_a_toll_over_two_incidents_is_shared_to_the_nearest_person():
    text = (
        "Gunmen attacked a post in Gao. It was one of at least two linked incidents. "
        "Seven soldiers were killed across both."
    )
    mention = only(text)
    assert (mention.killed.low, mention.killed.high) == (4, 7)


def test_a_line_without_small_words_is_read():
    assert only("Police arrested seven rebels Monday, Gao.").type == "arrest"


def test_the_dead_name_an_attack_in_which_others_are_taken():
    text = "Gunmen attacked a village near Gao on Friday, killed two men and abducted three."
    mention = only(text)
    assert (mention.type, mention.killed.low) == ("armed_attack", 2)


@pytest.mark.parametrize(
    ("text", "kind"),
    {
        "A bomb exploded targeting Moussa Keita's car in Gao.": "assassination",
        "A bomb exploded outside the house of Moussa Keita in Gao.": "bombing",
        "A bomb exploded targeting the Gao Gate market.": "bombing",
        "A bomb exploded outside the house of a trader in Gao.": "bombing",
    }.items(),
)
def test_a_bomb_at_somebody_by_name_but_not_at_his_house_is_an_attempt_on_a_life(
    text: str, kind: str
):
    assert only(text).type == kind


def test_the_first_place_told_stands_against_where_related_attacks_were():
    told = "Gunmen attacked Taboye, Gao, Mali. It was one of three linked attacks in Ansongo."
    assert only(told).place.name == "Taboye"


def test_it_was_learned_that_tells_of_something_new():
    text = (
        "A trader was murdered in Gao on Monday.\n\n"
        "It was also learned that gunmen kidnapped a nurse in Ansongo."
    )
    assert [m.type for m in mentions(text)] == ["murder", "kidnapping"]


def test_who_did_it_points_at_nothing_told_before():
    text = "A bomb exploded in Gao on Monday.\n\nThe rebels attacked the post of Ansongo on Monday."
    assert [m.place.name for m in mentions(text)] == ["Gao", "Ansongo"]


def test_what_has_been_told_to_be_a_bombing_is_no_abduction_of_a_later_paragraph():
    text = (
        "Two attacks shook Gao on Monday. A bomb exploded at the bank, injuring two guards.\n\n"
        "Three students have been kidnapped by unknown men."
    )
    assert mentions(text)[0].type == "bombing"


def test_the_day_of_an_arrest_is_not_the_day_of_the_deed():
    text = (
        "A car bomb exploded at the market of Gao and killed four people. "
        "On 3 November the police arrested a driver with plans of the market."
    )
    first, *_ = mentions(text)
    assert (first.type, first.date) == ("car_bombing", None)


def test_how_many_there_were_this_year_does_not_date_the_last_one():
    mention = only("Rebels on Friday carried out their sixth attack this year on a post in Gao.")
    assert mention.date.first.isoformat() == "2026-11-06"


BESIDE_A_NAME = {
    "Two drivers were shot dead on the Kowabo-Lenta road on Monday.": "Kowabo-Lenta",
    "Gunmen killed two drivers along the Kowabo-Lenta highway.": "Kowabo-Lenta",
    "Gunmen killed two drivers west of Kowabo on Monday.": "Kowabo",
    "Gunmen killed a guard at the market of Kowabo, 50km east of Gao.": "Kowabo",
    "Gunmen abducted a nurse in Ber, district of Timbuktu.": "Ber",
}


@pytest.mark.parametrize(("text", "place"), BESIDE_A_NAME.items())
def test_the_way_or_the_name_beside_which_it_happened_is_its_place(text: str, place: str):
    assert only(text).place.name == place


OF_A_PEOPLE = (
    "Clashes between Lemba herders and Venda farmers left two people dead.",
    "Gunmen killed two men from the Lemba community.",
    "Two people died in clashes between the Lemba and Venda communities.",
)


@pytest.mark.parametrize("text", OF_A_PEOPLE)
def test_the_name_of_a_people_is_no_place(text: str):
    assert only(text).place is None


def test_who_has_been_shot_is_not_killed_by_bombs_that_a_later_paragraph_speaks_of():
    text = (
        "Gunmen shot dead a mayor in Gao on Monday.\n\nHis family lives in Ansongo.\n\n"
        "He had said that many children were maimed by bombs."
    )
    assert mentions(text)[0].type == "murder"


def test_undated_news_is_most_likely_of_the_day_that_the_report_tells_before():
    text = (
        "GAO, 10 November (Desert Wire) - A bomb exploded at a bank in Gao this morning.\n\n"
        "Another bomb exploded at a school in Ansongo."
    )
    first, second = mentions(text)
    assert (first.date.first, second.date.last) == (second.date.first, first.date.last)
    assert second.date.precision is DatePrecision.VAGUE


def test_this_city_is_the_town_on_the_dateline():
    text = "Gao, 10 November (Desert Wire) - A bomb exploded near a bank in this city on Monday."
    mention = only(text)
    [proof] = [each for each in mention.evidence if each.field == "place"]
    assert mention.place.name == "Gao"
    assert [span.text for span in proof.spans] == ["Gao", "this city"]


DEADLIER = {
    "Soldiers killed four militants and arrested two others near Gao.": "armed_clash",
    "Gunmen shot dead a teacher and seized his phone in Gao.": "murder",
    "The army killed two civilians and detained several others in Gao.": "armed_attack",
    "Soldiers killed two insurgents while searching for a bomb maker in Gao.": "armed_clash",
    "Police in Gao arrested a man accused of killing two traders.": "arrest",
    "Two rebels involved in the killing of a trader were arrested in Gao.": "arrest",
}


@pytest.mark.parametrize(("text", "kind"), DEADLIER.items())
def test_the_dead_weigh_more_than_who_was_arrested(text: str, kind: str):
    assert only(text).type == kind


def test_who_is_killed_in_a_raid_belongs_to_the_arrests_made_there():
    text = (
        "Soldiers detained two suspected insurgents near Gao on Monday. "
        "The soldiers came under fire and killed one insurgent."
    )
    mention = only(text)
    assert (mention.type, mention.killed.low) == ("armed_clash", 1)


def test_what_somebody_plans_or_leads_does_not_name_what_befell_him():
    text = (
        "Soldiers detained a rebel leader near Gao on Monday. "
        "The leader conducts roadside bomb attacks in the region."
    )
    assert only(text).type == "arrest"


def test_an_arrest_told_after_a_search_is_what_the_report_tells():
    text = (
        "Troops conducted an operation near Gao to find a rebel leader.\n\n"
        "They detained one suspected insurgent."
    )
    assert only(text).type == "arrest"


def test_a_town_and_a_day_in_brackets_on_a_line_are_the_dateline():
    text = "BAMAKO, Mali (Sept. 25, 2011)\n\nSoldiers killed five insurgents in Gao."
    assert only(text).date.last == date(2011, 9, 25)


AT_A_PERSON = (
    "A bomb attached to the car of Amadou Keita exploded in Gao.",
    "An explosive device detonated near the car of Amadou Keita in Gao.",
)


@pytest.mark.parametrize("text", AT_A_PERSON)
def test_a_bomb_meant_for_somebody_by_name_is_an_attempt_on_a_life(text: str):
    assert only(text).type == "assassination"


def test_a_grenade_at_somebodys_house_is_a_grenade():
    text = "Unknown men threw two grenades at the house of Amadou Keita in Gao."
    assert only(text).type == "grenade_attack"


def test_where_something_is_said_is_not_where_it_happened():
    text = "A spokesman said in Gao that gunmen abducted two nurses on Monday."
    assert only(text).place.kind == "country"


def test_where_the_taken_were_set_free_is_not_where_they_were_taken():
    text = "Two nurses kidnapped near Ansongo on 3 November were released in Gao on Monday."
    assert only(text).place.name == "Ansongo"


def test_what_a_mine_does_to_soldiers_is_no_attack_by_arms():
    mention = only("A mine killed three soldiers near Gao on Monday.")
    assert (mention.type, mention.killed.low) == ("mine_explosion", 3)


def test_a_country_that_did_it_is_not_where_it_happened():
    text = "Drones launched by Niger struck a market on Monday, killing four traders in Ansongo."
    assert only(text).place.name == "Ansongo"


def test_demonstrators_who_clash_with_the_police_riot():
    assert only("Protesters clashed with police in Gao on Monday.").type == "riot"
    assert only("Rebels clashed with police in Gao on Monday.").type == "armed_clash"


def test_a_ship_that_fighters_sank_is_no_accident():
    text = "Houthi forces sank a cargo ship near Gao on Monday, killing four of its crew."
    assert only(text).type == "armed_attack"


FROM_AND_WHERE = {
    "Police arrested two men, named as Ali Sow of Ber village and Omar Sow, from Gao.": "Gao",
    "A resident of Ber was arrested in Gao on Monday.": "Gao",
    "Police in Gao arrested a man in connection with the attack in Ber.": "Gao",
    "Gunmen attacked a Dogon camp in Ber, killing two herders.": "Ber",
}


@pytest.mark.parametrize(("text", "place"), FROM_AND_WHERE.items(), ids=FROM_AND_WHERE)
def test_whence_the_arrested_are_and_whose_a_camp_is_say_nothing_of_where(text: str, place: str):
    assert only(text).place.name == place


KINDS = {
    "Gunmen ambushed a patrol near Gao, which began with an IED; two died.": "ambush",
    "Traders protested in Gao on Monday against the arrest of their leader.": "protest",
    "Police recovered eight landmines from a hideout near Gao.": "weapons_seized",
    "Police recovered two landmines buried under the road to Gao.": "bomb_defused",
    "Rebels looted a lorry near Gao and set it ablaze.": "arson",
    "Rebels damaged two telephone towers near Gao on Monday.": "sabotage",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items(), ids=KINDS)
def test_what_was_done_names_the_incident_not_what_it_was_done_with(text: str, kind: str):
    assert only(text).type == kind


ROBBED = {
    "A nurse was stabbed in the arm during a mugging in Gao on Sunday.": ("armed_robbery", None, 1),
    "A nurse was beaten and robbed in Gao on Sunday.": ("armed_robbery", None, None),
    "Gunmen attacked a bus near Gao and robbed and killed the driver.": ("armed_attack", 1, None),
}


@pytest.mark.parametrize(("text", "told"), ROBBED.items(), ids=ROBBED)
def test_who_is_hurt_by_robbers_was_robbed_unless_somebody_is_killed(text, told):
    mention = only(text)
    killed, injured = (c and c.low for c in (mention.killed, mention.injured))
    assert (mention.type, killed, injured) == told


def test_who_frees_the_abducted_took_nobody():
    text = "Police in Gao freed a nurse who had been held in a kidnapping on Monday."
    assert not [a for a in only(text).actors if a.role.value == "perpetrator"]


def test_the_toll_of_a_year_is_not_that_of_a_day():
    text = "Cholera killed six people in Gao on Sunday, taking the year's toll to 140."
    assert only(text).killed.low == 6


def test_bodies_that_are_dug_out_died_of_what_the_sentence_names():
    text = (
        "Rescuers recovered two bodies in Gao on Friday, taking the toll of the landslide to nine."
    )
    mention = only(text)
    assert (mention.type, mention.killed.low) == ("landslide", 9)


def test_a_bus_that_hit_a_truck_had_an_accident():
    text = "Nine pilgrims died when their bus hit a truck and burst into flames near Gao on Sunday."
    assert only(text).type == "road_accident"


def test_a_gas_tanker_that_exploded_murdered_nobody():
    text = "A gas tanker exploded under a bridge in Gao on Sunday, killing four people."
    assert only(text).type == "industrial_accident"


def test_who_took_away_pupils_abducted_them():
    text = "Gunmen killed a guard and took away 12 pupils of a school in Gao on Sunday."
    mention = only(text)
    assert (mention.type, mention.killed.low) == ("kidnapping", 1)


def test_a_march_that_turned_violent_was_a_riot():
    assert only("Two people died in Gao on Sunday when a march turned violent.").type == "riot"


def test_what_a_clause_tells_after_something_was_done_is_told():
    text = "Farmers in Gao left their homes on Sunday after the volcano spewed ash."
    assert only(text).type == "volcanic_eruption"


def test_up_to_when_the_dead_were_counted_parts_them_from_nothing():
    text = "As of 8 November, 12 people were killed by the flood that hit Gao on 5 November."
    mention = only(text)
    assert (mention.type, mention.killed.low, mention.date.first.day) == ("flood", 12, 5)


def test_one_demonstrator_and_soldiers_hurt_in_clashes_were_in_a_riot():
    text = "A demonstrator was killed and nine soldiers were hurt in clashes in Gao on Sunday."
    assert only(text).type == "riot"


def test_who_has_surrendered_and_is_killed_did_not_surrender_then():
    assert only("Rebels killed a surrendered fighter near Gao.").type != "surrender"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The bridge at Gao is open again but the road to Kidal remains blocked.",
            {("road_closed", "lifted"), ("road_closed", "in_force")},
        ),
        ("Gao airport, which had been shut since Friday, reopened on Sunday.", "lifted"),
        ("Gao airport was closed on Sunday and reopened on Monday.", "lifted"),
        ("The border crossing at Gao has not been reopened.", "in_force"),
        ("The curfew in Gao will be lifted on Friday.", "in_force"),
        ("Niger keeps its border with Mali shut.", "in_force"),
        ("Strong winds forced the airport in Gao to close.", "in_force"),
        ("Restrictions on social media were lifted in Gao.", "lifted"),
        ("Gao airport was shut again. Flights had resumed only in March.", "in_force"),
        ("The road from Gao to Kidal will be closed from Friday.", "in_force"),
        ("The road from Gao to Kidal will be closed if it rains.", None),
        ("Herders threatened to close the road to Gao on Friday.", None),
        ("Rock falls often block roads near Gao.", None),
        ("Shops on the main road in Gao were closed.", None),
        ("A road cutting through Gao was attacked.", None),
        ("All flights at Gao airport were suspended on Friday.", "in_force"),
        ("Air Azur has cancelled all flights to Gao.", "in_force"),
        ("Mobile networks in Gao came back on Friday.", "lifted"),
        ("The border at Gao was shut on Monday and reopened the next day.", "lifted"),
        ("The road to Gao was blocked on Monday. Traffic resumed by evening.", "lifted"),
        ("Traffic resumed in Gao by evening.", None),
        ("Talks on reopening the border at Gao failed on Monday.", None),
        ("Closing the road to Gao would cost traders dearly.", None),
        ("The curfew announced in Gao on Sunday has been cancelled.", "lifted"),
        ("Drivers ended their blockade of the main road at Gao on Sunday.", "lifted"),
        ("Students called off a sit-in on the bridge at Gao.", "lifted"),
        ("The band ended a road tour in Gao on Sunday.", None),
        ("Soldiers tried to clear the road to Gao on Sunday.", None),
        ("Airport ground staff in Gao were paid on Friday.", None),
        ("Niger suspended the vote and shut all borders on Friday.", "in_force"),
        ("Drivers queued for fuel in Gao on Sunday.", "in_force"),
        ("Gao was plunged into darkness on Sunday.", "in_force"),
        ("Ferries stayed in port in Gao on Sunday.", "in_force"),
        ("Queues for fuel in Gao began to shrink on Sunday.", None),
        ("The road to Gao was partly reopened on Sunday.", "in_force"),
        ("The bridge at Gao reopened to light vehicles on Sunday.", "in_force"),
        ("The curfew in Gao was lifted for five hours on Sunday.", "in_force"),
        ("Internet access was restored in parts of Gao.", "in_force"),
        ("The N7 at Gao is closed in both directions.", "in_force"),
        ("The RN-16 at Gao was reopened on Sunday.", "lifted"),
        ("Power was cut in Gao on Sunday.", "in_force"),
        ("The bridge at Gao reopened to motorcycles only.", "in_force"),
        ("The railway line has been cut at Gao.", "in_force"),
        ("Fuel is available again in Gao.", "lifted"),
        ("Rationing goes on in Gao.", "in_force"),
        ("Fuel queues have returned to Gao.", "in_force"),
        ("Power was restored to only half of Gao.", "in_force"),
        ("The governor lifted on Monday the curfew in Gao.", "lifted"),
        ("The airport in Gao was shut for an hour on Monday.", "lifted"),
        ("The road to Gao was closed for three days.", "in_force"),
        ("Strikers brought the trains in Gao to a standstill on Monday.", "in_force"),
        ("Expect road closures in Gao on Friday.", None),
        ("Diesel remains in short supply in Gao.", "in_force"),
        ("The rebels seized power and closed a school in Gao.", None),
        (
            "A curfew declared in Gao on Friday after youths burned a bank was lifted today.",
            "lifted",
        ),
        ("Protesters blocked the main road into Gao on Sunday.", "in_force"),
        ("Petrol ran out in Gao on Sunday.", "in_force"),
        ("The curfew that was imposed in Gao when rebels came near has been lifted.", "lifted"),
        ("A curfew was imposed in Gao on Friday after the siege of Ber was lifted.", "in_force"),
    ],
)
def test_a_state_is_told_of_the_thing_its_words_belong_to(text, told):
    heard = reading(text).conditions
    if isinstance(told, set):
        assert {(c.kind.value, c.state.value) for c in heard} == told
    else:
        assert {c.state.value for c in heard} == ({told} if told else set())


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("The curfew in Gao, imposed on 3 November, was relaxed on 6 November.", 3),
        ("The curfew in Gao was eased on 6 November.", None),
        ("The road to Gao was partially reopened on 6 November.", None),
    ],
)
def test_what_is_eased_had_begun_before(text, since):
    [told] = reading(text).conditions
    assert (told.since and told.since.first.day) == since


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("France urged its nationals to leave Niger on Friday.", "departure_ordered", "Niger"),
        (
            "Washington authorised the departure of non-essential staff and U.S. citizens in Mali.",
            "departure_ordered",
            "Mali",
        ),
        ("Niger suspended tourist visas for citizens of France.", "entry_restricted", "Niger"),
        ("In Niger, the land borders with Mali and Chad were shut.", "border_closed", "Niger"),
    ],
)
def test_a_country_is_left_or_closed_by_whom_it_is_told_of(text, kind, place):
    [told] = reading(text).conditions
    assert (told.kind.value, told.place.name) == (kind, place)


def test_an_ordered_departure_ends_when_it_is_lifted():
    text = "The ministry lifted the ordered departure of non-emergency staff from Niger."
    assert [c.state.value for c in reading(text).conditions] == ["lifted"]


def test_what_it_is_that_remains_in_force_elsewhere_is_told_before():
    text = "The curfew in Gao was lifted on Monday. It remains in force in Ansongo."
    told = {(c.place.name, c.state.value) for c in reading(text).conditions}
    assert told == {("Gao", "lifted"), ("Ansongo", "in_force")}


def test_what_had_been_in_force_is_lifted():
    text = "The curfew in Gao was lifted on Monday. It had been in force since 26 October."
    assert [c.state.value for c in reading(text).conditions] == ["lifted"]


def test_how_long_it_was_cut_ends_nothing_that_is_only_partly_back():
    text = "The internet was partly restored in Mali after a five-day shutdown."
    assert [(c.state.value, c.until) for c in reading(text).conditions] == [("in_force", None)]


def test_the_day_of_a_closing_is_not_that_of_the_end_told_after_it():
    text = "The road to Gao was shut on Monday. The road has since been reopened."
    [told] = reading(text).conditions
    assert told.until is None


def test_of_the_internet_only_the_social_media_may_be_cut():
    text = "The internet is back in Gao. Telegram stays blocked in Gao."
    told = {(c.state.value, c.subject) for c in reading(text).conditions}
    assert told == {("lifted", None), ("in_force", "social media")}


def test_what_is_to_come_holds_from_the_day_told():
    [condition] = reading("The road from Gao to Kidal will be closed from Friday.").conditions
    assert condition.since.first == date(2026, 11, 13)


def test_a_curfew_in_several_towns_holds_in_each():
    text = "The army imposed a curfew in Gao, Kidal and Ansongo on Monday."
    assert [c.place.name for c in reading(text).conditions] == ["Gao", "Kidal", "Ansongo"]


def test_a_crossing_is_closed_where_it_stands_and_a_border_not_in_the_neighbour():
    post, border = (
        reading("Mali shut a border crossing at Labbezanga.").conditions,
        reading("The closure of the border with Chad goes on.").conditions,
    )
    assert [c.place.name for c in post] == ["Labbezanga"]
    assert [c.place for c in border] == [None]


def test_an_outbreak_is_told_by_its_sums_since_it_began():
    text = "Mali has recorded 2,300 cholera cases and 48 deaths since June."
    mention = only(text)
    assert (mention.type, mention.killed.low, mention.aggregate) == ("epidemic_outbreak", 48, False)


def test_a_road_in_a_country_is_not_closed_at_its_far_end_abroad():
    text = "Rain fell on Kayes in Mali all week. The highway to Dakar is blocked."
    [road] = [c for c in reading(text).conditions if c.kind is ConditionKind.ROAD_CLOSED]
    assert road.place.country == "ML"


def test_an_airport_is_closed_in_the_town_it_is_called_by():
    text = "Gao airport was shut on Friday because of drones flown from Niger."
    assert [c.place.name for c in reading(text).conditions] == ["Gao"]


def test_a_paragraph_of_one_sentence_is_set_in_the_place_told_in_the_one_before():
    text = (
        "Hundreds had come to a market in Gao on Sunday.\n\n"
        "Gunmen on motorcycles opened fire on them, killing four."
    )
    (attack,) = mentions(text)
    assert (attack.place.name, attack.date.first.day) == ("Gao", 8)
    assert attack.date.precision is DatePrecision.VAGUE


def test_what_has_a_day_of_its_own_is_not_set_in_the_paragraph_before():
    text = "A funeral was held in Gao on Sunday.\n\nThe soldier was killed by shelling on Tuesday."
    (shelling,) = mentions(text)
    assert shelling.place.name != "Gao"


def test_the_day_on_which_somebody_spoke_sets_no_scene():
    text = (
        "The army said on Tuesday it had sent troops to Gao after Sunday's ambush.\n\n"
        "It put the toll of the ambush at 14 dead."
    )
    days = {mention.date.first.day for mention in mentions(text) if mention.date}
    assert days == {8}


def test_an_airport_is_closed_in_the_country_whose_it_is():
    [closed] = reading("Niger's only international airport stayed closed on Monday.").conditions
    assert closed.place is not None
    assert closed.place.name == "Niger"


def test_what_stayed_shut_weeks_after_a_deed_does_not_date_the_deed():
    told = reading(
        "The airport of Gao stayed closed on Monday, two weeks after gunmen shot at a plane."
    )
    assert told.mentions == ()


def test_the_dead_of_attacks_since_a_month_are_a_sum():
    told = reading("More than 200 people have been killed in attacks in Gao since January.")
    assert [mention.aggregate for mention in told.mentions] == [True]


def test_nobody_is_a_party_to_an_earthquake_whose_dead_somebody_counts():
    quake = only("The earthquake killed 12 people in Gao on Monday, the rebels' spokesman said.")
    assert quake.actors == ()


def test_what_crowds_burn_and_loot_is_real_where_a_stadium_is_named():
    told = reading(
        "Mali declared a state of emergency in Gao on Friday after protesters torched a football "
        "stadium and looted shops."
    )
    assert [str(held.kind) for held in told.conditions] == ["state_of_emergency"]
    assert [mention.type for mention in told.mentions] == ["arson"]


def test_what_a_raid_cost_is_told_of_the_raid():
    told = only(
        "Militants ambushed a convoy of farmers near Gao on Monday. Eleven were killed and an "
        "unknown number abducted, a councillor said."
    )
    assert told.killed == Count.exactly(11)


def test_police_who_tell_of_a_fight_are_no_party_to_it():
    assert only("Tribal fighting in Gao left 26 people dead, police said.").actors == ()


def test_who_is_abducted_in_the_next_sentence_is_news():
    told = only("Gunmen stopped three buses near Gao on Monday. They abducted 20 passengers.")
    assert told.type == "kidnapping"
    assert not told.background


def test_they_are_who_acted_before():
    told = only("Guerrillas set up a roadblock near Gao on Friday. They burned a bus.")
    assert [actor.name for actor in told.actors] == ["rebels"]


def test_whom_they_means_is_not_told_where_two_fight():
    told = only("Rebels met soldiers near Gao on Friday. They burned a bus.")
    assert told.actors == ()


def test_a_march_a_year_after_a_disaster_has_none_of_its_dead():
    march = only("Thousands marched in Gao on Sunday to mark a year since a roof fell, killing 16.")
    assert (march.type, march.killed) == ("protest", None)


def test_bodies_found_after_a_shipwreck_were_not_murdered():
    wreck = only("A ferry capsized off Gao on Saturday. Two were rescued; 17 bodies were found.")
    assert (wreck.type, wreck.killed) == ("ferry_accident", Count.exactly(17))


def test_a_raid_that_kills_and_burns_is_an_attack_and_who_counts_no_dead_is_no_target():
    told = only(
        "Gunmen attacked a village near Gao on Monday, burning huts. Dozens of people were killed, "
        "a nurse said; the police have given no figure."
    )
    assert (told.type, [actor.name for actor in told.actors]) == ("armed_attack", ["gunmen"])


def test_an_airport_that_is_closed_is_a_state_and_no_incident_besides():
    heard = reading("Gao airport was closed on Sunday after rebels shelled the runway.")
    assert [one.type for one in heard.mentions] == ["shelling"]
    assert [one.kind.value for one in heard.conditions] == ["airport_closed"]


def test_an_airport_lies_in_the_town_that_it_is_of():
    [state] = reading(
        "The airport of Gao was shut on Sunday after shells fell in Ansongo."
    ).conditions
    assert state.place.name == "Gao"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A curfew was imposed in Gao from Monday until further notice.", 9),
        ("A curfew was imposed in Gao from Thursday until further notice.", 12),
        ("Drivers in Gao called off a strike on Monday, and fuel deliveries resumed.", 9),
    ],
)
def test_the_weekday_of_an_order_is_the_nearest_one(text, day):
    [state] = reading(text).conditions
    told = state.since or state.until
    assert told.first.day == day


def test_fighting_that_broke_out_is_told_and_what_is_cited_is_not():
    [clash] = reading("Gao airport was shut on Sunday after clashes broke out there.").mentions
    assert clash.type == "armed_clash"
    text = "The United States ordered non-essential staff to leave Niamey, citing attacks in Mali."
    assert reading(text).mentions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mali's government said it had arrested three Nigerien engineers.",
        "The Malian interior ministry announced the arrest of two Nigerien nurses.",
    ],
)
def test_who_a_state_says_it_arrested_was_arrested_there(text: str):
    mention = only(text)
    assert mention.type == "detention_of_foreigner"
    assert mention.place
    assert mention.place.country == "ML"


def test_the_dead_of_clashes_of_a_year_are_a_sum():
    told = reading("In all, 270 rebels have been killed in clashes in Gao so far this year.")
    assert [mention.aggregate for mention in told.mentions] == [True]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Troops gunned down two rebels in Gao on Monday.", "armed_clash"),
        ("Troops gunned down 14 rebels, including a commander, in a gun battle in Gao on Monday.",
         "armed_clash"),
        ("The killing of four people during Monday's demonstrations in Gao is looked into.",
         "protest"),
        ("Teachers went on strike in Gao to protest the killing of a teacher.", "strike_action"),
        ("Ferry accidents are common near Gao.", None),
    ],
)  # fmt: skip
def test_what_a_killing_is_called_by_who_died_where(text, kind):
    kinds = [mention.type for mention in reading(text).mentions if not mention.background]
    assert kinds[:1] == ([kind] if kind else [])


def test_protests_that_were_also_held_elsewhere_are_others():
    told = reading(
        "At least three people have died in protests in northern Mali. Those killed in Gao had "
        "gunshot wounds. Demonstrations were also held in Ansongo."
    )
    where = [(m.place and m.place.name, m.killed and m.killed.low) for m in told.mentions]
    assert where == [("Gao", 3), ("Ansongo", None)]

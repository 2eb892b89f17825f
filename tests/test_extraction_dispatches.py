"""Dispatches of a news agency: dense sentences, second accounts, several places in one story."""

import pytest

from advisory.model.value import Count
from advisory.model.vocabulary import ActorRole
from tests.builders_extraction import mentions, only


def low(count: Count | None) -> int | None:
    return count.low if count else None


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("Three members of one family, two of them small children, died.", 3),
        ("Seven members of two families were killed.", 7),
        ("Four relatives from one family, one of them a little girl, were killed.", 4),
        ("Three members of the same family, two of them boys, were killed.", 3),
        ("One of the family died, and two guards were killed.", 3),
    ],
)
def test_of_what_family_somebody_is_counts_nobody_beside_him(told: str, killed: int):
    assert low(only(f"A shell hit a house in Gao on Sunday. {told}").killed) == killed


@pytest.mark.parametrize(
    "nobody",
    [
        "No security personnel or bystanders were harmed.",
        "No police officers or civilians were hurt.",
        "No soldiers, officials or passers-by were injured.",
    ],
)
def test_a_no_is_said_of_everybody_whom_it_leads(nobody: str):
    mention = only(f"A bomb exploded in Gao on Monday. {nobody}")
    assert mention.injured == Count.exactly(0)


def test_who_was_hurt_beside_nobody_else_is_counted():
    mention = only("A bomb exploded in Gao on Monday. No soldiers but two traders were hurt.")
    assert low(mention.injured) == 2


@pytest.mark.parametrize(
    ("told", "injured"),
    [
        ("At least 40 people were hurt, many with burns.", 40),
        ("Some 25 people were injured, several with shrapnel wounds.", 25),
        ("Nine people were wounded, three with burns.", 9),
    ],
)
def test_with_what_some_of_the_hurt_were_hurt_adds_nobody(told: str, injured: int):
    assert low(only(f"Drones struck a market in Gao on Monday. {told}").injured) == injured


def test_the_last_of_several_towns_is_none_of_the_dead():
    text = "Gunmen attacked two posts near Gao and Ber on Monday, and 22 people lost their lives."
    assert low(only(text).killed) == 22


@pytest.mark.parametrize(
    ("told", "injured"),
    [
        ("Six officers and eight demonstrators were given medical treatment.", 14),
        ("Eleven people were given first aid.", 11),
        ("Nine people needed hospital treatment.", 9),
        ("Three officers required medical attention.", 3),
        ("Four people received treatment for cuts.", 4),
        ("A further 15 people were nursing bullet wounds.", 15),
        ("A cashier and a customer were cut by flying glass.", 2),
    ],
)
def test_whoever_needed_a_doctor_was_hurt(told: str, injured: int):
    text = f"Police fired tear gas at protesters in Gao on Sunday. {told}"
    assert low(only(text).injured) == injured


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("Nineteen herders died, and so did nine of the raiders.", 28),
        ("Six herders died, as did three of the raiders.", 9),
        ("Six herders were killed. Their chief was killed, too.", 7),
    ],
)
def test_who_died_as_others_did_is_added_to_them(told: str, killed: int):
    assert low(only(f"Gunmen raided a camp near Gao on Sunday. {told}").killed) == killed


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("One of his bodyguards was also killed.", 2),
        ("His driver was killed, too.", 2),
        ("A guard and a passer-by were also killed.", 3),
        ("The mayor was killed by a single shot.", 1),
    ],
)
def test_one_more_beside_one_makes_two(told: str, killed: int):
    assert low(only(f"The mayor of Gao was shot dead there on Saturday. {told}").killed) == killed


@pytest.mark.parametrize(
    ("told", "injured"),
    [
        ("Police, who at first gave the number of injured as 21, corrected it to 16.", 16),
        ("The ministry, which had put the number of wounded at 14, revised it to 11.", 11),
    ],
)
def test_a_corrected_figure_holds(told: str, injured: int):
    assert low(only(f"A bomb went off in Gao on Saturday. {told}").injured) == injured


def test_who_gave_no_losses_has_not_said_that_there_were_none():
    gave, had = (
        only(f"JNIM attacked an army convoy near Gao on Monday. The army {verb} no losses.")
        for verb in ("gave", "reported")
    )
    assert (gave.killed, had.killed) == (None, Count.exactly(0))


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Gunmen raided Ansongo on Monday, marching at least 37 people into the forest.", 37),
        ("Gunmen raided Ansongo on Monday, driving some 20 women into the bush.", 20),
        ("Gunmen raided a mine near Gao on Monday and took three engineers with them.", 3),
        ("Gunmen attacked a farm near Gao on Monday and drove off with three workers.", 3),
        ("Bandits raided Ansongo on Monday, making off with 12 women.", 12),
        ("Gunmen hauled away two priests from a church in Gao on Monday.", 2),
        ("Gunmen snatch 23 from church in Gao", 23),
        ("A driver was shot dead near Gao on Monday and two colleagues were carried away.", 2),
        ("Rebels killed nine men in Gao on Monday. They forced six youths to carry the loot.", 6),
        ("Gunmen stopped a bus near Gao on Monday. Three passengers have not been seen since.", 3),
        (
            "Soldiers rescued four of the nine boys and a cook who had been dragged from a school.",
            10,
        ),
    ],
)
def test_whom_armed_men_lead_or_drive_away_they_have_taken(text: str, taken: int):
    assert low(only(text).abducted) == taken


@pytest.mark.parametrize(
    "text",
    [
        "Bandits raided Ansongo on Monday, making off with 120 cattle.",
        "A boat sank near Gao on Monday. Three passengers have not been seen since.",
        "Gunmen killed a trader in Gao on Monday. Two men were led away by police.",
        "A flood killed a trader in Gao on Monday and two guards were carried away.",
        "A bus drove 14 girls from a school near Gao to the capital on Monday.",
    ],
)
def test_who_drives_cattle_off_or_is_lost_in_the_water_is_not_abducted(text: str):
    assert all(one.abducted is None for one in mentions(text))


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Gunmen seize dozens from naming ceremony in Gao", "kidnapping"),
        ("Gunmen seize priest in Gao", "kidnapping"),
        ("Police seize hundreds of rifles in Gao", "weapons_seized"),
        ("Rebels seize dozens of villages near Gao", "town_seized"),
        ("Army seizes Ber in northern Mali", "town_seized"),
    ],
)
def test_people_and_rifles_that_a_headline_tells_seized_are_no_town(headline: str, kind: str):
    assert only(headline).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "Chad sent troops to Gao on Friday after fighting between herders killed nine.",
        "A market in Gao was shut on Friday following clashes between two clans.",
        "The state cut phones in Gao on Friday and kept a curfew after heavy fighting.",
    ],
)
def test_the_day_of_an_answer_gives_way_to_that_of_the_deed(text: str):
    mention = only(f"{text} The fighting broke out there on Wednesday, elders said.")
    assert mention.date.first.day == 4


def test_the_day_of_an_answer_is_that_of_the_deed_where_no_other_is_told():
    text = "Chad sent troops to Gao on Friday after fighting between herders killed nine."
    assert only(text).date.first.day == 6


def test_a_deed_known_by_its_day_is_the_one_told_before():
    mention = only(
        "JNIM killed 12 soldiers in an ambush on a convoy. It said Thursday's attack took place "
        "near Gao, and that it had burned four vehicles."
    )
    assert (mention.type, mention.place.name, mention.date.first.day) == ("convoy_attack", "Gao", 5)


def test_an_ensuing_fight_in_another_town_on_another_day_is_another_incident():
    first, second = mentions(
        "Attackers opened fire on a patrol in Gao on Friday, killing two officers. Two suspects "
        "were found on Saturday in a house in Ber and killed in the ensuing shootout."
    )
    assert (first.killed, second.killed) == (Count.exactly(2), Count.exactly(2))
    assert (first.place.name, second.place.name) == ("Gao", "Ber")


def test_arrests_told_after_a_day_of_speech_are_of_the_march():
    mention = only(
        "Police fired tear gas at students in Gao on Thursday. Nine were hurt, medics said on "
        "Friday, and the ministry announced that 31 people had been detained."
    )
    assert (mention.type, mention.date.first.day) == ("protest_dispersed", 5)


def test_where_the_armed_crept_in_is_where_they_killed():
    mention = only(
        "Rebels killed 18 people in northern Mali. Fighters of JNIM slipped into the village of "
        "Mukondo late on Tuesday, a chief said."
    )
    assert (mention.place.name, mention.date.first.day) == ("Mukondo", 10)


@pytest.mark.parametrize("faith", ["Shi'ite", "mainly Sunni", "Muslim", "Hindu"])
def test_a_faith_is_no_quarter(faith: str):
    text = f"A bomb killed four people in a {faith} neighbourhood of Gao on Tuesday."
    assert only(text).place.name == "Gao"


def test_a_palace_is_not_in_another_country_than_the_news():
    mention = only(
        "Soldiers seized power in Mali on Monday. A guard was killed in the shooting around the "
        "Niamey palace."
    )
    assert mention.place.country == "ML"


@pytest.mark.parametrize(
    "text",
    [
        "Mali denies coup rumours\n\nPosts had told of mutinous soldiers and a dead president.",
        "Army denies rumours of mutiny\n\nVideos that were passed around spoke of a coup in Gao.",
    ],
)
def test_what_a_headline_denies_as_a_rumour_has_not_happened(text: str):
    assert not mentions(text)


def test_cattle_that_raiders_carry_off_are_nobody():
    text = "Gunmen killed nine people in Gao on Monday and carried off cattle."
    assert only(text).type != "kidnapping"


@pytest.mark.parametrize(
    "headline",
    [
        "Death toll in Mali village attack rises to 29",
        "Nine killed in Mali hotel attack",
        "Nine killed in Niger market raid",
        "Toll in Mali mosque attack rises to 40",
    ],
)
def test_a_country_before_what_was_attacked_in_it_is_not_its_army(headline: str):
    assert only(headline).actors == ()


@pytest.mark.parametrize("arms", ["drone", "missile", "helicopter", "artillery"])
def test_a_people_before_its_arms_is_its_army(arms: str):
    [actor] = only(f"Malian {arms} attack kills two in Kidal").actors
    assert actor.name == "Malian Armed Forces"


@pytest.mark.parametrize(
    ("struck", "burnt"),
    [
        ("Drones struck a market in Gao on Monday, killing nine.", "fuel drums caught fire"),
        ("Shells fell on a camp in Gao on Monday, killing nine.", "a tent caught fire"),
        ("An air strike on a depot in Gao on Monday killed nine.", "a fire broke out there"),
    ],
)
def test_a_fire_that_a_strike_lit_is_of_the_strike(struck: str, burnt: str):
    mention = only(f"{struck} Forty others were hurt when {burnt}.")
    assert (mention.killed, mention.injured) == (Count.exactly(9), Count.exactly(40))


@pytest.mark.parametrize(
    "later", ["Roughly two hours later", "Less than an hour later", "Some three hours later"]
)
def test_what_exploded_hours_later_in_another_town_is_another_incident(later: str):
    first, second = mentions(
        "Separatists staged attacks in three districts on Monday, killing two soldiers.\n\n"
        f"{later}, a bomb went off outside a bank in Gao. Two guards were hurt."
    )
    assert (first.killed, first.injured, low(second.injured)) == (Count.exactly(2), None, 2)


def test_the_wounded_of_the_next_sentence_are_of_what_was_just_told():
    first, second = mentions(
        "Gunmen shot dead the mayor of Gao on Sunday.\n\nOn Monday men threw a grenade at a police "
        "station in Ber. Two officers were wounded."
    )
    assert (first.injured, low(second.injured)) == (None, 2)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "A student was shot dead in Gao on Monday as police drove protesters off with tear gas",
            "protest_dispersed",
        ),
        ("Gunmen shot dead a student in Gao on Monday. Police used tear gas there", "murder"),
    ],
)
def test_who_died_as_police_drove_a_crowd_apart_died_of_that(text: str, kind: str):
    assert mentions(f"{text}.")[0].type == kind


def test_a_sentence_that_names_no_deed_says_where_the_news_was():
    mention = only(
        "Separatists killed two soldiers.\n\nThe soldiers were hit when men sprayed a post in Gao "
        "with bullets on Monday."
    )
    assert mention.place.name == "Gao"


def test_what_stands_of_the_speaker_dates_no_toll():
    mention = only(
        "A mine collapsed near Gao on Sunday.\n\nFour bodies were pulled out, said a spokesman for "
        "the rebels, who have held the town since 2024."
    )
    assert low(mention.killed) == 4


def test_the_bodies_found_and_those_whom_a_headline_fears_dead_stand_side_by_side():
    mention = only(
        "Ten miners feared dead after mine collapse in Gao\n\nA mine collapsed in Gao on Sunday. "
        "Four bodies were pulled out."
    )
    assert (mention.killed.low, mention.killed.high) == (4, 10)


def test_fires_set_in_a_riot_just_told_of_are_of_it():
    mention = only(
        "The army took over prisons on Friday after a battle between gangs left twelve inmates "
        "dead in Gao.\n\nInmates set fire to a cell block on Thursday night, a minister said."
    )
    assert (mention.type, mention.date.first.day) == ("armed_clash", 5)


def test_fires_set_in_another_town_are_not():
    first, second = mentions(
        "Twelve inmates died in a battle between gangs in Gao on Thursday.\n\nYouths set fire to "
        "a courthouse in Ber on Thursday."
    )
    assert (first.place.name, second.type) == ("Gao", "arson")


def test_air_strikes_on_those_who_withdraw_name_no_raid():
    mention = only(
        "Jihadists kill 33 soldiers in raid on Mali army base\n\nIslamist insurgents attacked an "
        "army position, killing 33 soldiers. The attack took place on Wednesday in Gao. The "
        "ministry said dozens of assailants had been killed by air strikes as they withdrew."
    )
    doers = [one.name for one in mention.actors if one.role is ActorRole.PERPETRATOR]
    assert mention.type == "attack_on_forces"
    assert "Malian Armed Forces" not in doers


def test_the_lead_that_names_no_deed_says_where_that_of_its_headline_was():
    mention = only(
        "Drone attack sets Mali oil terminal ablaze\n\nDebris from drones started a fire at an oil "
        "terminal in the port of Gao overnight. The ministry in Bamako said 44 had been shot down."
    )
    assert mention.place.name == "Gao"


def test_a_deed_before_which_another_was_done_elsewhere_is_parted_from_it():
    first, second = mentions(
        "Settlers set fire to a mosque in Gao on Sunday, hours before troops shot dead a youth in "
        "a raid on Ber."
    )
    assert (first.type, first.killed, low(second.killed)) == ("arson", None, 1)


def test_cell_blocks_that_soldiers_retook_are_no_town():
    text = "Nine inmates died in a prison riot in Gao on Monday. Soldiers retook the cell blocks."
    assert only(text).type == "riot"


def test_attackers_who_also_died_are_none_of_the_dead_that_a_headline_counts():
    mention = only(
        "Rebels ambush convoy in Gao, eight dead\n\nRebels ambushed a police convoy in Gao on "
        "Monday, killing seven officers and their driver. Two rebels were also killed."
    )
    assert low(mention.killed) == 10


def test_what_was_said_hours_later_of_the_same_town_is_the_same():
    mention = only(
        "The army said on Monday that its men were at the edge of Gao. The army has seized Gao. "
        "Two hours later the president declared that the army had taken control of Gao."
    )
    assert mention.type == "town_seized"

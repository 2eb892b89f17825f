"""What local papers and stations tell in the English of their regions is read as they mean it."""

import pytest

from advisory.model.incident import Mention
from advisory.model.vocabulary import ActorRole, ConditionKind
from tests.builders_extraction import line_of, mentions, only, reading


def _news(text: str) -> list[str]:
    return [line_of(mention) for mention in mentions(text) if not mention.background]


def _doers(mention: Mention) -> list[str]:
    return [one.name for one in mention.actors if one.role is ActorRole.PERPETRATOR]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen suspected to be bandits have killed nine persons in Gao on Monday.", 9),
        ("Men believed to be herders had shot dead two farmers in Gao on Monday.", 2),
        ("Youths said to be rebels have killed 11 traders in Gao on Monday.", 11),
        ("Two men believed to be bandits have been killed in Gao on Monday.", 2),
    ],
)
def test_whom_men_believed_to_be_somebody_have_killed_is_counted(text: str, killed: int):
    assert only(text).killed.best == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A husband and wife were shot dead in Gao on Monday.", 2),
        ("Gunmen killed a mother and daughter in Gao on Monday.", 2),
        ("His bodyguard and driver were shot dead in Gao on Monday.", 2),
        ("A teacher and preacher was shot dead in Gao on Monday.", 1),
        ("A trader and mother of four was shot dead in Gao on Monday.", 1),
        ("Moussa Keita, a former minister and member of the council, was shot dead in Gao.", 1),
    ],
)
def test_a_husband_and_wife_are_two_and_a_teacher_and_preacher_is_one(text: str, killed: int):
    assert only(text).killed.best == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Six guards were hurt by a bomb in Gao on Sunday. One of the six had died, he said.",
            1,
        ),
        ("Nine guards were hurt by a bomb in Gao on Sunday. Two of the nine died on Monday.", 2),
    ],
)
def test_one_of_the_six_is_one(text: str, killed: int):
    assert only(text).killed.best == killed


@pytest.mark.parametrize(
    "denial",
    [
        "Earlier reports that one of the four had died were incorrect, police said.",
        "Reports that two of them had died were false, police said.",
        "An earlier report that two people were killed was not true, police said.",
        "Claims that two children died turned out to be wrong.",
    ],
)
def test_whom_reports_that_were_false_call_dead_is_not_dead(denial: str):
    assert only(f"Four guards were hurt by a bomb in Gao on Sunday. {denial}").killed is None


def test_what_was_truly_told_before_a_false_report_stays():
    text = "Two people were shot dead in Gao on Monday. Claims that the army did it are false."
    assert (only(text).killed.best, _doers(only(text))) == (2, [])


@pytest.mark.parametrize(
    "text",
    [
        "The army killed four rebels near Gao on Sunday. On our side, no injury, he said.",
        "The army killed four rebels near Gao on Sunday. No casualty on our side, he said.",
        "Rebels killed four soldiers near Gao on Sunday. There were no injuries among our men.",
    ],
)
def test_that_one_side_lost_nobody_says_nothing_of_all(text: str):
    mention = only(text)
    assert (mention.killed.best, mention.injured) == (4, None)


def test_that_neither_side_lost_anybody_says_it_of_all():
    text = "Soldiers and rebels clashed near Gao on Sunday. No casualties on either side, he said."
    assert only(text).killed.high == 0


def test_no_life_lost_is_nobody_killed():
    text = "Two groups clashed in Gao on Sunday; 14 were injured. No life had been lost, he said."
    assert (only(text).killed.high, only(text).injured.best) == (0, 14)


@pytest.mark.parametrize(
    "text",
    [
        """Gao bar massacre death toll climbs to eight

The number of people killed in a shooting at a bar in Gao has risen to eight after a woman died in
hospital on Sunday night.

Three gunmen entered at about 11pm on Friday and opened fire. Six died on the scene.""",
        """The death toll of the attack on a bar in Gao has climbed to eight after two guests died
on Sunday. Gunmen opened fire there on Friday.""",
    ],
)
def test_the_day_on_which_a_toll_rose_since_one_died_is_not_the_day_of_the_deed(text: str):
    [line] = _news(text)
    assert line.split()[1:4] == ["Gao", "6", "8"]


@pytest.mark.parametrize(
    "text",
    [
        """Three rebels gunned down in Gao, guard hurt in bomb blast

Three rebels were gunned down in Gao on Sunday, police said.

In a separate incident a guard was injured on Monday when a bomb went off in Kidal.""",
        """Gangs burn homes in Gao; foreign officer wounded

Gangs torched homes in Gao on Sunday, killing three people, officials said.

In another development, an officer was wounded in Kidal on Monday when his car was shot at.""",
    ],
)
def test_whom_a_headline_counts_and_the_text_tells_of_another_deed_is_of_that_one(text: str):
    first, second = _news(text)
    assert (first.split()[3:], second.split()[3:]) == (["3", "-"], ["-", "1"])


def test_whom_only_the_headline_counts_stays_with_its_incident():
    text = """Rebel killed, soldier injured in Gao clash

A rebel was killed in a clash in Gao on Sunday, the army said. A driver was hurt in Kidal when his
lorry overturned on Monday."""
    assert _news(text)[0] == "armed_clash Gao 8 1 1"


@pytest.mark.parametrize(
    "text",
    [
        """Locals hurled stones at a procession in Gao on Friday night.

Eleven officers and eight locals were hurt in Friday's clash, police said.""",
        """Protesters burned tyres and smashed shops in Gao on Friday. Nineteen people were hurt in
the clashes.""",
    ],
)
def test_a_clash_told_of_a_crowd_that_throws_stones_is_its_riot(text: str):
    assert _news(text) == ["riot Gao 6 - 19"]


def test_a_bomb_that_goes_off_is_the_one_told_before_wherever_on_the_road():
    text = """Four guards were hurt when their car ran over a roadside bomb near Gao on Sunday.

They were escorting a lorry when the device, believed to have been planted by rebels, went off at
Ansongo."""
    assert len(_news(text)) == 1


def test_a_second_bomb_is_another():
    text = "A bomb killed two in Gao on Sunday. A second bomb went off in Kidal hours later."
    assert len(_news(text)) == 2


def test_the_day_behind_a_clause_that_tells_of_somebody_is_not_of_it():
    text = """Five masked men robbed a fishing boat near Gao on Saturday night.

The crew, who were beaten with cutlasses, drifted until they were picked up on Monday."""
    assert _news(text) == ["armed_robbery Gao 7 - -"]


def test_a_mine_resistant_vehicle_is_no_mine():
    text = "Rebels attacked a post in Gao on Sunday. A mine-resistant truck was burnt."
    assert "mine" not in only(text).type


@pytest.mark.parametrize("day", ["Easter Sunday, 2019", "Christmas Day 2019", "Good Friday, 2019"])
def test_a_feast_of_a_year_long_past_is_no_day_of_this_week(day: str):
    text = f"Candles were lit in Gao, where 40 worshippers were killed by a bomb on {day}."
    assert _news(text) == []


@pytest.mark.parametrize("how", ["speared", "chopped", "bludgeoned", "knifed"])
def test_whoever_is_done_to_death_with_whatever_is_killed(how: str):
    assert line_of(only(f"A herder was {how} to death in Gao on Monday.")) == "murder Gao 9 1 -"


@pytest.mark.parametrize(
    "text",
    [
        """A trader was shot dead by robbers in Gao on Sunday, while one of the robbers was
beaten to death by an enraged crowd.""",
        "Robbers shot dead a trader in Gao on Sunday. Residents caught one and lynched him.",
        """A student was shot dead by muggers in Gao on Sunday. An angry mob beat one of the
muggers to death.""",
    ],
)
def test_whom_a_crowd_lynches_for_a_murder_died_in_no_murder_of_the_robbers(text: str):
    first, second = (line.split() for line in _news(text))
    assert (second[0], first[3], second[3]) == ("mob_violence", "1", "1")


def test_a_lynching_of_which_two_sentences_tell_is_one():
    text = "A man was beaten to death in Gao on Sunday. An angry mob had accused him of theft."
    assert len(_news(text)) == 1


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "Two engineers have been in the hands of gunmen since Monday, when they left Gao.",
            "gunmen",
        ),
        (
            "Six teachers of Ber school, in Gao, have been in the hands of rebels since Monday.",
            "rebels",
        ),
        ("Four farmers from Gao are being held by bandits since Monday.", "bandits"),
    ],
)
def test_whoever_is_in_the_hands_of_gunmen_was_abducted_by_them(text: str, doer: str):
    mention = only(text)
    assert (mention.type, _doers(mention), mention.date.first.day) == ("kidnapping", [doer], 9)


def test_a_town_in_the_hands_of_rebels_is_held_and_nobody_is_abducted():
    read = reading("The town of Gao has been in the hands of rebels since Monday.")
    assert (read.mentions, [one.kind for one in read.conditions]) == ((), [ConditionKind.CONTROL])


def test_people_in_the_hands_of_rebels_are_no_town_that_they_hold():
    text = "Six teachers of the Ber school, in Gao, have been in the hands of rebels since Monday."
    assert reading(text).conditions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Troops foiled an attempt by rebels to overrun a base in Gao on Sunday.",
        "Rebels attempted to seize the town of Gao on Sunday but failed.",
        "The army repelled a bid to capture the town of Gao on Sunday.",
    ],
)
def test_an_attempt_to_seize_a_town_took_none(text: str):
    assert "town_seized" not in {mention.type for mention in mentions(text)}


def test_a_town_that_rebels_seized_is_taken():
    assert only("Rebels seized the town of Gao on Sunday.").type == "town_seized"


@pytest.mark.parametrize(
    "text",
    [
        """Three rebels gunned down in Gao

Three rebels were gunned down in an encounter with soldiers in Gao on Sunday.""",
        "Three rebels were gunned down in Gao on Sunday. The gunfight killed three rebels.",
    ],
)
def test_fighters_gunned_down_in_an_encounter_fell_in_a_clash(text: str):
    assert _news(text)[0].split()[0] == "armed_clash"


@pytest.mark.parametrize(
    "text",
    [
        "Men who carried the dead to Gao said that four soldiers were killed in Kidal on Sunday.",
        "A driver who took the bodies to Gao said rebels killed four in Kidal on Sunday.",
        "Four soldiers were wounded in a blast in Kidal on Sunday and airlifted to Gao.",
    ],
)
def test_where_the_dead_and_the_wounded_are_brought_nothing_happened(text: str):
    assert only(text).place.name == "Kidal"


@pytest.mark.parametrize(
    "doers", ["dacoits", "muggers", "hoodlums", "thugs", "miscreants", "goons"]
)
def test_the_words_of_a_region_for_criminals_name_who_did_it(doers: str):
    assert _doers(only(f"{doers.capitalize()} shot dead a trader in Gao on Monday.")) == [doers]


def test_rustlers_whom_the_police_kill_raid_nobody():
    assert only("Police killed two cattle rustlers in Gao on Monday.").type == "armed_clash"


@pytest.mark.parametrize(
    "text",
    [
        "Locals hurled stones at a march in Gao on Friday. Police fired tear gas. Four were hurt.",
        "Youths burned tyres in Gao on Friday. Police fired tear gas at them. Four were hurt.",
        "Two communities clashed in Gao on Friday. Police made a lathi-charge. Four were hurt.",
    ],
)
def test_the_police_who_part_a_crowd_neither_rioted_nor_begin_another_incident(text: str):
    mention = only(text)
    assert "police" not in _doers(mention)
    assert mention.injured.best == 4


def test_the_police_who_shoot_at_a_march_did_it():
    assert _doers(only("Police fired on protesters in Gao on Monday, killing two.")) == ["police"]


@pytest.mark.parametrize(
    "text",
    [
        "Traders went on strike in Gao on Monday over the abduction of three shopkeepers.",
        "Protesters marched in Gao on Monday against the kidnapping of 12 pupils.",
    ],
)
def test_a_march_over_those_abducted_takes_nobody(text: str):
    assert only(text).abducted is None


@pytest.mark.parametrize(
    "text",
    [
        "Two communities clashed in Gao on Sunday.",
        "Two groups clashed in Gao on Sunday. Fourteen persons were hurt.",
    ],
)
def test_communities_that_clash_and_a_clash_that_hurt_people_are_news(text: str):
    assert not only(text).background


def test_two_teams_that_clash_are_none():
    assert _news("Gao clashed with Kidal in the final on Sunday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "A mob beat to death a couple in Gao on Sunday whom it accused of killing a boy.",
        "A mob beat to death a couple in Gao on Sunday, accused of having killed six children.",
    ],
)
def test_whose_death_a_crowd_accuses_its_victims_of_is_not_of_its_deed(text: str):
    assert only(text).killed.best == 2


def test_whoever_was_accused_of_theft_and_killed_is_dead():
    assert only("A mob beat a man accused of theft in Gao on Sunday, killing him.").killed.best == 1


def test_what_an_army_shells_from_across_a_lake_is_the_town_that_it_shells():
    text = "Across the Kidal reservoir, soldiers shelled Gao on Monday, killing a woman."
    assert only(text).place.name == "Gao"


MISHAPS = [
    (
        "A truck ploughed into stalls in Gao on Friday, killing six traders.",
        "road_accident Gao 6 6 -",
    ),
    ("A lorry ran into a group of schoolchildren in Gao on Friday.", "road_accident Gao 6 - -"),
    ("A minibus slammed into a shop in Gao on Friday.", "road_accident Gao 6 - -"),
    ("A car ran into mourners in Gao on Friday, killing two.", "road_accident Gao 6 2 -"),
    ("A building of five floors came down in Gao on Friday.", "building_collapse Gao 6 - -"),
    ("Mount Kara in Gao spewed a column of ash on Friday.", "volcanic_eruption Gao 6 - -"),
    ("A device left in a basket in Gao was rendered harmless on Friday.", "bomb_defused Gao 6 - -"),
    ("Bus drivers marching to Congress in Gao on Friday want better pay.", "protest Gao 6 - -"),
    (
        "Teachers sat down in front of the court of Gao on Friday over unpaid wages.",
        "protest Gao 6 - -",
    ),
    ("Farmers blocked the bridge of Gao with tractors on Friday.", "protest Gao 6 - -"),
    ("Three masked men held up a bank in Gao on Friday.", "armed_robbery Gao 6 - -"),
]


@pytest.mark.parametrize(("text", "told"), MISHAPS, ids=[text for text, _ in MISHAPS])
def test_what_befalls_a_town_is_told_in_everyday_words(text: str, told: str):
    assert _news(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Six relatives held up a sheet outside the court of Gao on Monday.",
        "Power supplies were held up in Gao on Monday.",
        "A rush for the queue barricades at a shrine in Gao frightened pilgrims on Thursday.",
        "The minister ran into trouble in Gao on Monday.",
        "Prices came down in Gao on Monday.",
        "Students gathered at a school of Gao on Monday for the first day of the year.",
        "At least 612 people were killed in Mali between July and September, it said on Friday.",
        "The ministry said on Monday that 84 people were killed in Gao between March and June.",
    ],
)
def test_the_same_words_of_something_else_tell_nothing(text: str):
    assert not _news(text)


GAS = [
    "Carbon monoxide kills five\n\nA couple and their children were found dead in Gao on Friday.",
    "Gas heater kills family of five\n\nFive died of carbon monoxide at home in Gao on Friday.",
]


@pytest.mark.parametrize("text", GAS)
def test_who_is_found_dead_of_a_gas_was_not_murdered(text: str):
    assert _news(text) == ["poisoning Gao 6 5 -"]

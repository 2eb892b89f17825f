"""Who did it, and who only took part, told of it, suffered it or put an end to it."""

import pytest

from advisory.model.vocabulary import ActorRole
from tests.builders_extraction import mentions, only


def of_role(text: str, role: ActorRole) -> list[str]:
    return [actor.name for actor in only(text).actors if actor.role is role]


def doers(text: str) -> list[str]:
    return of_role(text, ActorRole.PERPETRATOR)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nurses went on strike in Gao on Monday over unpaid wages.", "nurses"),
        ("Hundreds of teachers marched through Gao on Monday.", "teachers"),
        ("Lorry drivers blocked the road from Gao to Ansongo on Monday.", "lorry drivers"),
        ("Dockers at Mombasa downed tools on Monday.", "dockers"),
        ("Pilots at Kenya Airways walked out in Nairobi on Monday.", "pilots"),
        ("The road into Gao was blocked by farmers on Monday.", "farmers"),
        ("Students took to the streets of Gao on Monday.", "students"),
        ("Residents of Gao staged a sit-in on Monday over the killing of a teacher.", "residents"),
        ("Some 60 prisoners escaped from a jail in Gao on Monday.", "60 prisoners"),
        ("Bakers in Gao shut their ovens on Monday in protest at the price of flour.", "bakers"),
        ("Several thousand miners rallied in Gao on Monday.", "miners"),
        ("Bus owners have called a two-day strike in Gao from Monday.", "bus owners"),
        ("Shopkeepers in Gao observed a shutter-down strike on Monday.", "shopkeepers"),
        ("In protest, truckers cut the road into Gao on Monday.", "truckers"),
        ("A march by students through Gao on Monday passed off calmly.", "students"),
        ("A group of riders marched on the town hall in Gao on Monday.", "riders"),
        ("Crowds marched in Gao on Monday.", "crowds"),
    ],
)
def test_who_marches_strikes_or_breaks_out_takes_part_in_it(text: str, who: str):
    assert (of_role(text, ActorRole.PARTY), doers(text)) == ([who], [])


@pytest.mark.parametrize(
    "text",
    [
        "A protest over the death of two miners was held in Gao on Monday.",
        "A march against the government drew a crowd in Gao on Monday.",
        "Protests broke out in Gao on Monday over the killing of villagers.",
        "Three people have died in protests in Gao on Monday.",
        "The strike in Gao on Monday was over the arrest of two journalists.",
        "A rally for the release of ten students was held in Gao on Monday.",
        "A march in Gao on Monday ended at the house of the drivers.",
        "Gatherings of more than five people were banned ahead of a march in Gao on Monday.",
    ],
)
def test_whom_a_march_is_over_or_whom_it_meets_does_not_march(text: str):
    assert not any(mention.actors for mention in mentions(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two men were picked up in Gao on Monday, police said.", "police"),
        ("Two men were detained in Gao on Monday. Police said they had confessed.", "police"),
        ("Police sealed off Gao. Two men were taken into custody there on Monday.", "police"),
        ("Navy nabs 14 fishermen off Jaffna on Monday.", "Navy"),
        ("Authorities arrested two foreigners in Gao on Monday.", "authorities"),
        ("Carabinieri arrested 34 people in Reggio Calabria on Monday.", "carabinieri"),
        ("Thirty people were arrested in Reggio on Monday. Some 300 carabinieri took part.",
         "300 carabinieri"),
        ("Two men were apprehended in Gao on Monday and are held by the intelligence service.",
         "intelligence service"),
    ],
)  # fmt: skip
def test_an_arrest_nobody_is_told_to_have_made_is_that_of_the_nearest_force(text: str, who: str):
    assert [name.lower() for name in doers(text)] == [who.lower()]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were arrested in Gao on Monday.",
        "Two men were arrested in Gao on Monday. An army of volunteers fed the poor.",
        "Two men were arrested in Gao on Monday, a month after a policeman was shot there.",
    ],
)
def test_an_arrest_is_not_made_by_whoever_is_named_besides(text: str):
    assert only(text).actors == ()


@pytest.mark.parametrize(
    "after",
    [
        "JNIM, in a statement on its website, said it was behind the blast.",
        "JNIM said through its channel that its fighters were behind it.",
        "JNIM, which has fought the state since 2017, said that it was behind the attack.",
        "JNIM, which is active in the north, claimed responsibility.",
        "In a video, JNIM said its fighters had carried out the attack.",
        "JNIM claimed responsibility, saying the army had plundered villages.",
        "The mayor blamed JNIM.",
    ],
)
def test_who_owns_up_or_is_blamed_far_from_the_deed_did_it(after: str):
    first = mentions(f"A bomb killed six people in Gao on Monday. {after}")[0]
    assert [(a.name, a.attributed) for a in first.actors] == [("JNIM", True)]


@pytest.mark.parametrize(
    "after",
    [
        "JNIM, which is active in the north, denied it was behind the blast.",
        "JNIM said it was not behind the blast.",
        "The governor blamed outsiders and did not name JNIM.",
    ],
)
def test_who_denies_it_or_goes_unnamed_did_not_do_it(after: str):
    assert doers(f"A bomb killed six people in Gao on Monday. {after}") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fighters believed to be from Boko Haram raided Bama on Monday, killing six.",
         "Boko Haram"),
        ("Men thought to belong to the RSF set fire to 20 houses in Nyala on Monday.",
         "Rapid Support Forces"),
        ("Militants suspected to be from JNIM blew up a bridge near Gao on Monday.", "JNIM"),
    ],
)  # fmt: skip
def test_whose_men_they_are_believed_to_be_is_blamed_for_what_they_did(text: str, who: str):
    assert [(a.name, a.attributed) for a in only(text).actors] == [(who, True)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Eight people were shot dead in Gao on Friday. Men wearing vests arrived in two vehicles.",
         "men wearing vests"),
        ("A trader was shot dead in Gao on Monday. Two men on a motorcycle were seen leaving.",
         "two men on a motorcycle"),
        ("A judge was murdered in Gao on Monday when two men on a motorbike came level with her.",
         "two men on a motorbike"),
        ("A masked gang fell on a camp near Gao on Monday and shot six miners dead.",
         "masked gang"),
        ("Six died in Gao on Monday when men dressed as police walked in and opened fire.",
         "men dressed as police"),
        ("A Russian drone dropped an explosive on a stop in Kherson on Sunday, killing a woman.",
         "Russian Armed Forces"),
        ("Police in Gao are investigating the killing of two men by irate residents on Monday.",
         "irate residents"),
    ],
)  # fmt: skip
def test_who_is_told_by_dress_ride_or_coming_did_it_where_nobody_else_did(text: str, who: str):
    assert doers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two men on a motorcycle in Gao on Monday.",
        "Two men on a motorcycle were killed by a bomb in Gao on Monday.",
        "A trader was shot dead in Gao on Monday. Three people in a car were wounded.",
        "A trader was shot dead in Gao on Monday. Police met two men in a van.",
        "Eleven passengers were taken off a bus near Gao on Monday.",
        "A woman hit by a stray bullet died in Gao on Monday.",
    ],
)
def test_whom_it_befell_did_not_do_it(text: str):
    assert doers(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen killed nine people near Gao on Monday. The attackers came on foot.", ["gunmen"]),
        ("Settlers set fire to two cars near Nablus on Monday. The assailants fled.",
         ["settlers"]),
        ("Bandits kidnapped nine people near Gao on Monday. The kidnappers want a ransom.",
         ["bandits"]),
        ("A man stabbed three people in Gao on Monday before he was overpowered by soldiers.",
         ["man"]),
        ("A bomb planted by rebels killed two in Gao on Monday. Police took away seven people.",
         ["rebels"]),
        ("Police come under fire in Gao on Monday; nobody is hurt.", []),
        ("Police seized weapons in Kati on Monday.", ["police"]),
        ("Soldiers seized power in Niamey on Monday.", ["soldiers"]),
        ("Herders from Gao and Ber attacked a convoy in Kidal on Sunday.", ["herders"]),
    ],
)  # fmt: skip
def test_a_doer_is_told_once_and_who_ended_it_is_none(text: str, who: list[str]):
    assert [name.lower() for name in doers(text)] == who


def test_a_soldier_who_died_beside_rebels_is_no_side_of_the_fight():
    text = "Four rebels and one soldier died in clashes in Gao on Monday."
    assert of_role(text, ActorRole.PARTY) == ["rebels"]


def test_whom_police_arrest_did_not_arrest_him():
    text = (
        "Police arrested a man suspected of selling it in Gao on Monday, and seized fifty litres."
    )
    assert doers(text) == ["police"]

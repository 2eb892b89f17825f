"""Whole articles: what is one incident, what is a further one, and what is only talk."""

from datetime import date

import pytest

from advisory.extraction.output import to_json
from advisory.model.vocabulary import DatePrecision
from tests.builders_extraction import mentions, only, reading


def told(text: str) -> list[str]:
    """Return the types of what is an incident and no background."""
    return [mention.type for mention in mentions(text) if not mention.background]


TALK = {
    "a minister on many": "A report is out.\n\nThe minister spoke of the bombings and murders.",
    "people nobody counts": "Talks began in Gao on Monday.\n\nMany teachers have been killed.",
    "a wave": "The price of rice rose again.\n\nA wave of kidnappings has frightened traders.",
    "words alone": "The candidate harshly attacked the mayor of Gao on Monday.",
    "history in passing": "The bridge is open.\n\nIn March 2011 two traders were shot dead.",
}


@pytest.mark.parametrize("text", TALK.values(), ids=TALK.keys())
def test_talk_of_violence_is_no_incident(text: str):
    assert told(text) == []


def test_a_plural_at_the_head_of_a_report_is_its_news():
    assert told("Clashes between herders and farmers erupted near Gao.") == ["communal_clash"]


def test_undated_news_happened_on_the_day_of_the_dateline_or_the_day_before():
    mention = only("Gao, 10 November 2026 (Desert Radio) -- Gunmen attacked a bus near Ansongo.")
    assert (mention.date.first, mention.date.last) == (date(2026, 11, 9), date(2026, 11, 10))
    assert mention.date.precision is DatePrecision.VAGUE


def test_a_day_that_is_told_beats_the_dateline():
    mention = only("Gao, 10 November 2026 (Desert Radio) -- On 6 November gunmen attacked a bus.")
    assert mention.date.first == date(2026, 11, 6)


def test_without_a_dateline_undated_news_has_no_day():
    assert only("Gunmen attacked a bus near Ansongo.").date is None


FURTHER = {
    "meanwhile": "Meanwhile, gunmen shot dead a trader in Gao.",
    "elsewhere": "Elsewhere, a trader was shot dead by gunmen in Gao.",
    "another": "Gunmen shot dead a trader in another attack in Gao.",
}


@pytest.mark.parametrize("second", FURTHER.values(), ids=FURTHER.keys())
def test_a_further_incident_is_told_apart(second: str):
    assert len(told(f"Gunmen shot dead two teachers in Gao on Monday.\n\n{second}")) == 2


def test_other_victims_in_a_later_paragraph_are_another_incident():
    text = (
        "Gunmen shot dead two teachers on Monday.\n\nThree nurses were murdered by bandits in Ber."
    )
    assert len(told(text)) == 2


def test_the_attack_in_a_later_paragraph_is_the_same():
    text = "Gunmen shot dead two teachers in Gao on Monday.\n\nThe attack lasted an hour."
    assert len(told(text)) == 1


def test_fire_set_in_an_attack_does_not_name_it():
    text = "Gunmen attacked the village of Ber on Monday. They set fire to three houses."
    assert told(text) == ["armed_attack"]


def test_harm_names_what_a_sentence_tells_before_a_faint_noun():
    text = "Troops began operations near Gao to find the gang that killed five farmers."
    assert only(text).type == "armed_attack"


def test_what_a_man_under_arrest_did_is_no_part_of_his_arrest():
    text = (
        "Police arrested a bomb maker in Gao on Monday.\n\n"
        "He had planted a bomb that exploded in Ber on Friday and killed two people."
    )
    assert "bombing" in told(text)


REAL = {
    "will investigate": "The minister will investigate the murder of two nurses in Gao on Friday.",
    "as you will recall": "As you will recall, a trader was kidnapped in Gao on Friday.",
    "after an attack": "The mayor of Gao was unhurt following a grenade attack on his car.",
    "after the attack on": "The school is shut following the attack on its bus in Gao on Friday.",
}


@pytest.mark.parametrize("text", REAL.values(), ids=REAL.keys())
def test_what_is_taken_for_granted_has_happened(text: str):
    assert len(told(text)) == 1


UNREAL = {
    "a modal": "The group may attack the murderers of two nurses in Gao.",
    "a reference": "The airport of Gao opened again after the attack.",
}


@pytest.mark.parametrize("text", UNREAL.values(), ids=UNREAL.keys())
def test_what_is_not_taken_for_granted_has_not(text: str):
    assert told(text) == []


def test_what_is_measured_from_a_town_was_not_in_it():
    mention = only("Gunmen killed a driver 40 km north of Gao, in the village of Ber, on Monday.")
    assert mention.place.name == "Ber"


def test_the_only_town_is_kept_even_if_measured_from():
    assert only("Gunmen killed a driver 40 km north of Gao on Monday.").place.name == "Gao"


def test_the_rebels_are_the_one_armed_group_that_a_report_names():
    text = "Rebels killed two soldiers near Gao on Monday.\n\nJNIM said the attack was its work."
    assert [a.name for a in only(text).actors if a.role == "perpetrator"] == ["JNIM"]


def test_the_unnamed_keep_the_words_of_the_report():
    text = "Urban guerrillas killed two policemen in Gao on Monday."
    [incident] = to_json(reading(text))["incidents"]
    assert incident["actors"] == ["urban guerrillas"]


def test_in_capitals_a_name_that_nothing_leads_is_a_place_only_in_a_country_spoken_of():
    text = "MINISTER BER SAID THAT BOMBS EXPLODED IN THE MARKET OF A TOWN OF NIGER ON MONDAY."
    assert only(text).place.name == "Niger"


def test_members_of_a_militia_are_the_militia():
    text = "Militiamen killed two traders in Gao on Monday."
    [incident] = to_json(reading(text))["incidents"]
    assert incident["actors"] == ["militia"]


def test_the_militia_of_a_people_is_told_by_its_own_name():
    text = "Fulani militiamen and Dan Na Ambassagou fighters clashed in Gao on Monday."
    [incident] = to_json(reading(text))["incidents"]
    assert incident["actors"] == ["Fulani militia", "Dan Na Ambassagou"]


PLACED = {
    "Gunmen attacked a bus on the Kidal-Ansongo road in Gao on Monday.": "Gao",
    "Gunmen raided Kowasso, Upper Hills, Mali, on Monday.": "Kowasso",
    "GUNMEN SHOT DEAD A TRADER IN KOWA CITY, MALI, ON MONDAY.": "KOWA CITY",
}


@pytest.mark.parametrize(("text", "place"), PLACED.items(), ids=PLACED.values())
def test_where_it_happened_is_neither_a_road_s_name_nor_only_the_country(text: str, place: str):
    [incident] = to_json(reading(text))["incidents"]
    assert incident["place"] == place


def test_a_force_that_fights_abroad_does_not_say_in_which_country_it_was():
    abroad = only("Turkish troops shelled the village of Kowasso on Monday, killing two people.")
    assert (abroad.place.name, abroad.place.country) == ("Kowasso", None)
    at_home = only("Malian troops shelled the village of Kowasso on Monday, killing two people.")
    assert (at_home.place.name, at_home.place.country) == ("Kowasso", "ML")


def test_what_both_sides_claim_of_their_fight_is_told_side_by_side():
    text = (
        "Fighting between the Chadian army and rebels erupted near Ber on Friday. "
        'The Hill Defence Front (HDF) claimed "fierce combat" with a convoy of the army near Ber. '
        'The convoy had "heavy losses," according to an HDF post. '
        'The army claimed to have "breached the defences" of the town.'
    )
    made = [(claim.speaker, claim.value) for claim in only(text).claims]
    assert made == [
        ("Hill Defence Front", "fierce combat"),
        ("Hill Defence Front", "heavy losses"),
        ("Chadian Armed Forces", "breached the defences"),
    ]


def test_a_day_in_the_name_of_an_actor_is_no_date():
    text = "Fighters of the 19 April Movement attacked a bus near Ansongo."
    assert only(text).date is None


def test_how_long_somebody_held_an_office_makes_a_murder_no_history():
    assert told("Moussa Ba, mayor of the town for decades, was gunned down.") == ["assassination"]


TWO = {
    "another one of the same paragraph, somewhere else": (
        "Gunmen attacked a police post in Gao. Another attack was reported in Kidal."
    ),
    "a further one of a new paragraph": (
        "Gunmen kidnapped a doctor in Gao.\n\nA teacher was also kidnapped on Monday."
    ),
    "one told in addition": (
        "A bomb exploded at a bank in Gao.\n\nIn addition, a bomb destroyed a ministry's car."
    ),
    "two evenings": (
        "A bomb exploded at a bank in Gao on Monday.\n\nRebels bombed a warehouse in Gao on Sunday."
    ),
}


@pytest.mark.parametrize("text", TWO.values(), ids=TWO.keys())
def test_what_is_told_as_another_is_another(text: str):
    assert len(mentions(text)) == 2

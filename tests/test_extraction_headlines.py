"""What headlines tell, in their own grammar, and how the text below them goes on with it."""

import pytest

from tests.builders_extraction import mentions, only


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Police fire tear gas at students in Gao", "protest_dispersed"),
        ("Fire guts clinic in Gao, two dead", "fire_accident"),
        ("Ferry carrying traders sinks near Ansongo", "ferry_accident"),
        ("Bus falls into ravine near Kidal, nine dead", "road_accident"),
        ("Small plane crashes near Gao, two dead", "aircraft_accident"),
        ("Freight train derails near Gao, killing two", "rail_accident"),
        ("Rebels free kidnapped teachers in Gao", "hostage_released"),
        ("Kidnapped nurse freed in Gao", "hostage_released"),
        ("Gunmen abduct 30 pupils in Gao, free ten", "kidnapping"),
        ("Hostages freed in Gao after ransom", "hostage_released"),
    ],
)
def test_a_headline_tells_what_is_past_in_the_present_and_without_small_words(headline, kind):
    assert only(headline).type == kind


def test_the_present_of_a_body_is_no_deed():
    text = "Nothing new\n\nPolice fire tear gas when students march in Gao, says the handbook."
    assert not mentions(text)


@pytest.mark.parametrize(
    "lead",
    [
        # another word for the deed, a finer place, a day
        "Armed men set fire to homes in Anefis on Monday, killing nine people, the mayor said.",
        # no word for the deed that the reader knows
        "The men came to Anefis on Monday, nine people were buried there, the mayor said.",
    ],
)
def test_a_headline_and_what_stands_below_it_are_one_incident(lead):
    found = only(f"Gang attack in Kidal leaves nine dead\n\n{lead}")
    assert (found.place.name, str(found.date.first)) == ("Anefis", "2026-11-09")
    assert found.killed.low == 9


def test_a_first_sentence_of_another_deed_lends_a_headline_nothing():
    text = "Bomb kills four in Gao market\n\nA lorry overturned near Ansongo on Monday."
    bomb, lorry = mentions(text)
    assert (bomb.type, bomb.place.name, bomb.date) == ("bombing", "Gao", None)
    assert lorry.place.name == "Ansongo"


def test_the_toll_of_the_text_stands_above_that_of_its_headline():
    text = "Bomb kills four in Gao\n\nFive people were killed by a bomb in Gao on Monday."
    assert only(text).killed.low == 5


def test_the_day_of_an_abduction_is_none_of_the_release_that_a_headline_tells():
    text = "Rebels free kidnapped nurses\n\nThe nurses, taken in Gao in October, are home."
    assert only(text).date is None


@pytest.mark.parametrize(
    ("headline", "killed", "injured"),
    [
        ("Air strikes on Gao kill 4, wound 17", 4, 17),
        ("Ferry disaster near Ansongo: death toll hits 33", 33, None),
        ("Villagers lynch three thieves in Gao", 3, None),
        ("Storm kills four in Gao", 4, None),
        ("Boat with traders capsizes near Ansongo: 27 drown", 27, None),
    ],
)
def test_the_figures_of_a_headline(headline, killed, injured):
    found = only(headline)
    assert found.killed.low == killed
    assert (found.injured.low if found.injured else None) == injured


@pytest.mark.parametrize(
    "furniture",
    [
        " Photo: AFP",
        " Copyright AFP",
        " (Photo by an agency)",
        " Read also: Gunmen kill nine in Ansongo.",
        "\n\nRELATED: Gunmen kill nine in Ansongo",
        "\n\nRead more: Gunmen kill nine in Ansongo\n\nThe market was closed.",
        "\nLatest\nTwo policemen killed in Ansongo\nTrain derails near Ber, 9 hurt",
        "\n\nRelated alerts:\n- 5 November: Gang attack in Ansongo kills nine",
        "\n\nUpdated at 14.22 GMT",
        "\n\nContinue reading...",
    ],
)
def test_what_stands_beside_the_news_of_a_page_tells_nothing(furniture):
    found = only(f"A bomb killed four people in Gao on Monday, police said.{furniture}")
    assert (found.type, found.place.name, found.killed.low) == ("bombing", "Gao", 4)
    assert found.injured is None


def test_what_follows_a_teaser_within_a_story_is_read():
    text = (
        "A bomb killed four people in Gao.\n\nRead more: Gunmen kill nine in Ber\n\nSix were hurt."
    )
    assert only(text).injured.low == 6


def test_the_dead_of_an_earthquake_that_the_next_paragraph_counts_are_its_dead():
    text = "An earthquake struck Gao on Monday.\n\nSeven people have died and 12 were injured."
    found = only(text)
    assert (found.type, found.killed.low, found.injured.low) == ("earthquake", 7, 12)


def test_a_headline_that_tells_a_deed_with_a_verb_is_news_without_figures():
    assert only("Prison guards taken hostage in Niger").type == "hostage_taking"
    assert only("Gang kidnaps passengers of bus in Niger").type == "kidnapping"


def test_who_speaks_in_a_capital_tells_of_another_place():
    text = "The defence ministry in Bamako said on Monday that a mine had killed two men in Niger."
    assert only(text).place.name == "Niger"


def test_a_paragraph_with_a_credit_among_others_is_a_caption():
    text = (
        "Calm in Gao after a week of fear\n\n"
        "Soldiers stand where a bomb killed nine people in Gao in 2024. Photo: an agency\n\n"
        "The market of Gao was open again on Monday and the roads to the north were free, said the "
        "mayor."
    )
    assert not mentions(text)


@pytest.mark.parametrize(
    "stamp",
    [
        "Published 9 November 2026, 08:12 | Updated 10:40",
        "Last updated: 10 November 2026 15:00 UTC",
    ],
)
def test_when_a_page_was_written_stands_not_between_its_headline_and_its_news(stamp):
    text = f"Gunmen kill nine in Kidal\n\n{stamp}\n\nGunmen killed nine people in Anefis on Sunday."
    found = only(text)
    assert (found.place.name, str(found.date.first)) == ("Anefis", "2026-11-08")


def test_what_a_headline_tells_goes_on_below_another_deed_told_first():
    text = (
        "Fighting erupts as army closes on Gao\n\n"
        "Friday saw rebels in Gao cut down phone lines before the army came.\n\n"
        'JNIM claimed to have engaged in "vigorous combat" against an army convoy.'
    )
    told = {mention.type: [a.name for a in mention.actors] for mention in mentions(text)}
    assert "JNIM" in told["armed_clash"]


@pytest.mark.parametrize(
    "headline",
    [
        "Train attacked near Gao, passengers abducted",
        "Passengers attacked near Gao",
        "Villagers shot in Gao, police say",
    ],
)
def test_who_suffers_in_a_headline_has_done_nothing(headline: str):
    found = only(f"{headline}\n\nGunmen were seen near Gao on Monday.")
    assert [actor.name for actor in found.actors if actor.role == "perpetrator"] in ([], ["gunmen"])
    assert "civilians" in found.targets


def test_debris_says_where_what_was_shot_down_fell():
    found = only("Drones were fired at the country on Sunday. Debris fell on houses in Gao.")
    assert found.place.name == "Gao"


@pytest.mark.parametrize("who", ["residents protest", "population protests", "traders strike"])
def test_a_killing_in_a_headline_is_not_what_people_did_about_it(who: str):
    text = f"Trader killed in Gao, {who}\n\nA trader was killed by armed men in Gao on Monday."
    killing = mentions(text)[0]
    assert (killing.type, str(killing.date.first)) == ("armed_attack", "2026-11-09")
    assert all(other.killed is None for other in mentions(text)[1:])


def test_a_place_that_the_lead_names_beside_a_known_one_is_that_of_the_headline():
    text = (
        "Gunmen attack Kowa again\n\nArmed men attacked Kowa, in the hills above Ansongo, on "
        "Monday, killing nine people."
    )
    assert only(text).killed.low == 9


def test_a_convoy_that_was_hit_is_the_convoy_told_of_above():
    text = (
        "Several soldiers were killed on Monday when rebels attacked a supply convoy bound for "
        "Ansongo.\n\nThe convoy was struck by a mine near the village of Anefis, a source said."
    )
    found = only(text)
    assert (found.type, found.place.name) == ("convoy_attack", "Anefis")


@pytest.mark.parametrize("thing", ["The police said", "A convoy was"])
def test_another_convoy_or_those_who_tell_of_it_begin_anew(thing: str):
    text = (
        "Police said rebels attacked a convoy in Gao on Monday, killing two.\n\n"
        f"{thing} struck by a mine in Ansongo on Tuesday, killing three."
    )
    assert len(mentions(text)) == 2


def test_a_strike_by_a_state_that_was_one_with_missiles_is_that():
    text = "Russian strike on Kharkiv kills one\n\nA Russian missile strike on Kharkiv killed one."
    assert only(text).type == "missile_strike"


def test_a_claim_in_a_headline_is_of_the_deed_that_the_lead_tells_more_exactly():
    text = (
        "JNIM claims convoy ambush on Gao-Kidal axis\n\nJNIM on Wednesday claimed the ambush on a "
        "military convoy near Anefis and said that its fighters killed 38 soldiers."
    )
    assert only(text).killed.low == 38


def test_what_the_raiders_also_did_is_of_their_raid():
    text = "Gunmen killed nine people in Anefis on Monday.\n\nThe gunmen also set ablaze a granary."
    assert only(text).killed.low == 9


def test_what_the_raiders_also_did_elsewhere_is_another_raid():
    text = (
        "Gunmen killed nine people in Anefis on Monday.\n\n"
        "The gunmen also set ablaze a granary in Ansongo."
    )
    assert len(mentions(text)) == 2


def test_who_died_at_last_of_the_wounded_is_of_the_attack():
    text = (
        "Sixth victim of Ansongo attack dies\n\nA boy who was wounded in the attack of Wednesday "
        "night in Ansongo, in the south of Gao, died this Friday. There are now six dead."
    )
    found = only(text, "2026-11-13")
    assert (str(found.date.first), found.killed.low) == ("2026-11-11", 6)


def test_soldiers_that_a_headline_does_not_count_are_those_that_the_lead_counts():
    text = (
        "JNIM raid on Mali village kills soldiers\n\nJNIM fighters attacked an army position in "
        "Kowa on Monday, killing around 15 soldiers."
    )
    assert only(text).killed.low == 15


def test_the_day_on_which_the_last_of_them_died_is_not_that_of_a_headline():
    text = (
        "Toll of Gao shooting rises to seven\n\nA nurse who had been shot in the attack in Gao "
        "died on Monday, which brings to seven the number killed."
    )
    assert only(text).date is None


def test_what_was_cut_before_the_fighting_of_a_headline_is_told_by_itself():
    text = (
        "Fighting erupts as army closes on Gao\n\nThe army says it is nearing Gao.\n\n"
        "On Friday the rebels in Gao cut phone lines. They claimed to have fought a convoy there."
    )
    assert [one.type for one in mentions(text)] == ["armed_clash", "sabotage"]

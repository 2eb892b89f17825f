"""How many of those taken are free again is read beside how many were taken."""

from datetime import date

import pytest

from advisory.model.vocabulary import Category
from tests.builders_extraction import line_of, mentions, only

FREED = [
    ("Five of the eight pupils kidnapped in Gao on 2 November have been released.", 8, 5),
    ("All eight farm workers abducted near Gao last week were freed on Monday.", 8, 8),
    ("Troops rescued all 12 passengers who were abducted near Gao on Friday.", 12, 12),
    ("Two of the girls abducted from a school in Gao on Friday have escaped.", None, 2),
    ("Four of the nine farmers who were abducted near Gao on 2 November have been freed.", 9, 4),
    ("Bandits freed 20 of the 45 worshippers abducted in Gao on 2 November.", 45, 20),
    ("Gunmen kidnapped 30 villagers near Gao on Sunday; twelve escaped in the night.", 30, 12),
    (
        "Fifty of the pupils seized in Gao on Friday have escaped and rejoined their parents.",
        None,
        50,
    ),
    ("Kidnappers released a priest abducted in Gao on 2 November.", None, 1),
    ("A mayor kidnapped in Gao on 2 November was found alive near Ansongo on Thursday.", None, 1),
    ("Police found unharmed two nurses who had been kidnapped in Gao on 2 November.", 2, 2),
]


@pytest.mark.parametrize(("text", "taken", "free"), FREED, ids=[text for text, *_ in FREED])
def test_who_is_free_is_no_figure_of_who_was_taken(text, taken, free):
    told = only(text)
    assert (told.type, told.freed.best) == ("kidnapping", free)
    assert (told.abducted and told.abducted.best) == taken


def test_a_release_has_its_own_day_and_speaker():
    told = only("The eight nurses abducted in Gao on 2 November were freed on Monday, police said.")
    assert (told.date.first, told.freed_on.first) == (date(2026, 11, 2), date(2026, 11, 9))
    assert [(c.speaker, c.count.best) for c in told.claims if c.field == "freed"] == [("police", 8)]


def test_the_day_of_a_release_is_not_that_on_which_they_were_taken():
    told = only("Kidnappers on Monday released nine of the fourteen travellers they seized in Gao.")
    assert (told.date, told.freed_on.first) == (None, date(2026, 11, 9))


def test_a_release_without_a_word_of_the_taking_says_how_many():
    told = only("Four abducted oil workers regained their freedom in Gao on Monday.")
    assert (told.type, told.freed.best) == ("hostage_released", 4)


@pytest.mark.parametrize("verb", ["freed", "found unharmed", "found"])
def test_police_who_find_captives_did_not_take_them(verb: str):
    told = only(f"Police on Thursday {verb} two nurses who had been kidnapped in Gao on Monday.")
    assert all(actor.role != "perpetrator" for actor in told.actors)


def test_where_captives_were_found_is_not_where_they_were_taken():
    told = only("A mayor kidnapped in Gao on Monday was found alive near Ansongo on Thursday.")
    assert told.place.name == "Gao"


def test_whose_release_is_told_first_says_when_it_was():
    told = only(
        "Kidnapped priest freed in Mali\n\nA priest who was abducted in Gao on 2 November was"
        " released on Monday. His driver, seized with him, was let go days after the kidnapping."
    )
    assert told.freed_on.first == date(2026, 11, 9)


def test_the_day_before_a_semicolon_is_that_of_the_abduction():
    told = only("On Friday four drivers were abducted near Gao; one has since been freed.")
    assert (told.date.first, told.freed.best, told.freed_on) == (date(2026, 11, 6), 1, None)


NOBODY = [
    "Gunmen kidnapped a trader in Gao on Monday and escaped into the bush.",
    "Gunmen abducted eight pupils in Gao on Monday; none has been freed.",
    "Gunmen abducted eight pupils in Gao on Monday. Families pray that they will be released.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_who_took_them_and_who_is_still_held_is_not_free(text):
    assert [told.freed for told in mentions(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Troops rescued 12 kidnapped farmers in Gao on Monday.",
        "Troops freed 12 kidnapped victims in Gao on Monday.",
    ],
)
def test_troops_who_free_captives_took_nobody_and_were_no_target(text):
    told = only(text)
    assert (told.type, told.freed.best) == ("hostage_released", 12)
    assert "military" not in told.targets


def test_whom_troops_rescue_are_as_many_as_were_taken():
    told = only("Troops rescued 12 kidnapped farmers in Gao on Monday.")
    assert told.abducted.best == 12


def test_a_kidnapping_that_was_foiled_is_a_foiled_plot():
    told = only("Police foiled a kidnap attempt in Gao on Monday and arrested two men.")
    assert told.type == "plot_foiled"


HELD = [
    ("Bandits are holding 30 schoolgirls in a forest near Gao.", 30),
    ("Gunmen are holding captive eleven farmers from a village near Gao.", 11),
    ("Bandits are still holding nine passengers in Gao.", 9),
    ("The kidnappers are holding six engineers in Gao, the company said.", 6),
    ("Insurgents are holding a nurse and two teachers in Gao.", 3),
    ("Rebels kept 14 aid workers hostage in Gao for the third day.", 14),
    ("Twenty pupils are still in the hands of their abductors in Gao.", 20),
    ("Three miners remain in captivity in Gao.", 3),
]


@pytest.mark.parametrize(("text", "taken"), HELD, ids=[text for text, _ in HELD])
def test_whom_captors_hold_are_abducted_with_their_number(text, taken):
    told = only(text)
    assert (told.category, told.abducted.best, told.date) == (Category.KIDNAPPING, taken, None)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels are holding talks with 30 elders in Gao.",
        "Rebels are holding three towns near Gao.",
        "The army is holding 20 captured rebels in Gao.",
        "The school is holding 30 girls back in Gao.",
        "Gunmen held a meeting with villagers near Gao.",
    ],
)
def test_what_else_is_held_is_no_abduction(text):
    assert all(told.category is not Category.KIDNAPPING for told in mentions(text))


@pytest.mark.parametrize(
    "end",
    [
        "forced him into a van and drove towards the hills of Ansongo.",
        "forced him into a van and drove off towards the forest of Ansongo.",
        "took him from his shop and fled towards the hills near Ansongo.",
    ],
)
def test_whither_the_captors_drove_is_not_where_they_took_him(end):
    text = f"A trader was abducted from his shop in Gao on Monday, police said.\n\nThe gunmen {end}"
    assert [one.place.name for one in mentions(text)] == ["Gao"]


RESCUES = [
    (
        "Two nurses seized in Gao were freed in a raid near Ansongo on Monday that killed two men.",
        ["armed_attack Ansongo 9 2 -"],
    ),
    (
        "Nurses abducted near Gao were freed on Monday in a gunfight that left five captors dead.",
        ["hostage_released Gao 9 5 -"],
    ),
    (
        "Sixteen girls abducted in Gao were rescued in a dawn raid. Three suspects were shot dead.",
        ["kidnapping Gao - - -", "murder Gao - 3 -"],
    ),
    (
        "Gunmen kidnapped five tourists near Gao on Monday; two were freed and three found dead.",
        ["kidnapping Gao 9 3 -"],
    ),
    (
        "Gunmen seized five tourists near Gao on Monday, freed two and killed three.",
        ["kidnapping Gao 9 3 -"],
    ),
]


@pytest.mark.parametrize(("text", "told"), RESCUES, ids=[text for text, _ in RESCUES])
def test_who_dies_as_captives_are_freed_is_none_of_the_dead_of_the_abduction(text, told):
    assert [line_of(mention) for mention in mentions(text)] == told


def test_it_that_frees_captives_and_says_so_is_not_who_held_them():
    told = only("The army freed 60 women held by rebels near Gao on Monday, killing nine, it said.")
    assert {claim.speaker for claim in told.claims} == {"army"}


FROM_CAPTORS = [
    ("A trader seized by armed men in Gao on 1 November was released on Friday.", 1),
    ("Two teachers held by separatist rebels near Gao have been released.", 2),
    ("Two engineers held for a month by an armed group near Gao were let go on Monday.", 2),
    ("Rebels in Gao on Monday released two aid workers whom they had seized in May.", 2),
    ("A priest who was being held by suspected jihadists near Gao has been set free.", 1),
    ("A journalist held since April by jihadists near Gao walked free on Monday.", 1),
    ("Gunmen on Monday released a doctor held for three weeks near Gao.", 1),
    ("Fighters of JNIM freed an Austrian tourist near Gao on Monday.", 1),
    ("Militants free five engineers in Gao", 5),
]


@pytest.mark.parametrize(("text", "free"), FROM_CAPTORS, ids=[text for text, _ in FROM_CAPTORS])
def test_whom_the_lawless_let_go_is_a_captive_though_no_word_says_so(text, free):
    told = only(text)
    assert (told.type, told.freed.best) == ("hostage_released", free)


@pytest.mark.parametrize(
    "text",
    [
        "Police released two journalists in Gao on Monday.",
        "The court freed three activists held for a month in Gao on Monday.",
        "The army released 20 detainees held in Gao on Monday.",
        "Rebels released a statement in Gao on Monday.",
        "Rebels released two videos in Gao on Monday.",
        "Rebels freed the town of Gao on Monday.",
        "A man shot by gunmen in Gao was released from hospital on Monday.",
        "A deputy held by nobody escaped an attack by rebels near Gao on Monday.",
        "Two ministers criticised by rebels were released from their duties in Gao on Monday.",
    ],
)
def test_what_else_is_released_ends_no_captivity(text):
    assert "hostage_released" not in [told.type for told in mentions(text)]


def test_who_was_held_hostage_for_hours_and_freed_was_taken_that_day():
    told = only("A clerk was held hostage by an armed man in Gao on Monday and freed unhurt.")
    assert told.type == "hostage_taking"


@pytest.mark.parametrize(
    "text",
    [
        "Two engineers seized by gunmen in Gao in May were released on Monday.",
        "A nurse held by separatist rebels near Gao for two months has been freed.",
        "Six fishermen taken by pirates off Gao last month were released unharmed on Monday.",
        "A Briton who was grabbed by masked gunmen in Gao was freed on Monday.",
        "A trader held by armed men in Gao for nine days was released on Monday.",
    ],
)
def test_whom_armed_men_held_is_freed_as_a_captive(text):
    assert only(text).type == "hostage_released"


@pytest.mark.parametrize(
    "text",
    [
        "Two reporters held by soldiers in Gao were released on Monday.",
        "Weapons seized by militants in Gao were released on Monday.",
        "A video of the base taken by masked gunmen was released on Monday.",
    ],
)
def test_what_no_armed_men_held_is_no_captive_freed(text):
    assert all(one.type != "hostage_released" for one in mentions(text))

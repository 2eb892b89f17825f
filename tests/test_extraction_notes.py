"""What the notes of aid agencies, police and armies say that news seldom does."""

import pytest

from tests.builders_extraction import mentions, only, reading


def low(count) -> int | None:
    return count and count.low


ATTACK = "Gunmen attacked a village near Gao on Sunday, killing five. "


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Twenty-six people with machete and bullet wounds are being treated in Gao.", 26),
        ("The hospital received 14 patients with gunshot wounds.", 14),
        ("Medics treated 31 people for shrapnel wounds.", 31),
        ("Seven, among them a girl of six, are receiving care in Gao.", 7),
        ("Nine others were airlifted to hospital.", 9),
        ("Four more were taken to hospital.", 4),
        ("Three are still undergoing treatment.", 3),
        ("Two people with gunshot wounds died on the way.", None),
        ("The bodies of three men with stab wounds were found.", None),
        ("Police held two men for wounding a guard.", 1),
        ("In 2024 our teams treated 46,000 patients in the region.", None),
        ("Forty stranded people were airlifted to safety.", None),
    ],
)
def test_who_is_brought_in_with_wounds_was_hurt(text: str, injured: int | None):
    assert low(only(ATTACK + text).injured) == injured


@pytest.mark.parametrize(
    "text",
    [
        "A trader was shot in Gao on Monday and taken to hospital, where he died.",
        "A trader was shot in Gao on Monday. He was rushed to hospital but died of his wounds.",
        "A trader was shot in Gao on Monday. The man was taken to hospital, where he died.",
    ],
)
def test_who_dies_in_hospital_is_not_hurt_besides(text: str):
    mention = only(text)
    assert (low(mention.killed), mention.injured) == (1, None)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("We lost four gallant soldiers and eight sustained injuries.", 4, 8),
        ("The army lost six men and eleven more were wounded.", 6, 11),
        ("The army lost six men and a civilian.", 7, None),
        ("We regret the loss of two officers.", 2, None),
        ("We mourn the loss of three soldiers.", 3, None),
        ("Two soldiers paid the ultimate price.", 2, None),
        ("An officer and five soldiers made the supreme sacrifice.", 6, None),
        ("Doctors counted 12 dead civilians and 33 wounded.", 12, 33),
        ("No fuel was lost.", None, None),
    ],
)
def test_a_side_tells_its_own_losses(text: str, killed: int | None, injured: int | None):
    mention = only("Rebels attacked a post near Gao on Monday. " + text)
    assert (low(mention.killed), low(mention.injured)) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        (
            "An airstrike hit a hideout of rebels near Gao on Sunday. Troops who searched the site"
            " on Monday found the bodies of five terrorists."
        ),
        (
            "Soldiers fought militants near Gao on Sunday. The bodies of five insurgents were"
            " counted the next day."
        ),
        (
            "The army struck a den of rebels near Gao on Sunday. A patrol that reached the spot on"
            " Monday came upon the corpses of five rebels, one of whom was the emir of Kidal."
        ),
    ],
)
def test_fighters_found_dead_fell_in_the_deed_told_before(text: str):
    assert low(only(text).killed) == 5


def test_fighters_found_dead_in_another_town_fell_in_no_deed_told_before():
    text = (
        "Soldiers fought militants near Gao on Sunday. The bodies of two militants were found"
        " near Kidal on Thursday."
    )
    assert [m.place.name for m in mentions(text) if m.place] == ["Gao", "Kidal"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen walked into Gao before daybreak on Sunday. Nine bodies have been counted.",
        "Armed men came to Gao at dawn on Sunday. Nine dead.",
        "Bandits rode into Gao on Sunday; nine dead.",
        (
            "Armed men burst into a bar in Gao on Sunday. The radio said six dead, a judge has"
            " since counted nine bodies."
        ),
        "Gunmen sprayed a bar in Gao with bullets on Sunday. Nine people lost their lives.",
        (
            "On Sunday attackers raked a checkpoint of the army near Gao with machine-gun fire."
            " Nine lost their lives."
        ),
    ],
)
def test_the_armed_who_come_where_the_dead_are_counted_attacked(text: str):
    mention = only(text)
    assert (mention.category.value, low(mention.killed)) == ("attack", 9)
    assert mention.actors[0].role.value == "perpetrator"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen walked into a police station in Gao on Sunday. The market was open.",
        "Soldiers walked into Gao on Sunday. Nine bodies lay there.",
        "Crews sprayed a hospital in Gao with disinfectant on Sunday.",
    ],
)
def test_who_comes_where_nobody_dies_attacked_nobody(text: str):
    assert [m for m in mentions(text) if m.type == "armed_attack"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A device in a gas cylinder was set off by radio near Gao on Sunday.", "bombing"),
        ("A charge in a cart was triggered by wire in Gao on Sunday.", "bombing"),
        ("An object left over from the war blew up near Gao on Sunday.", "mine_explosion"),
        ("A shell left by the war exploded near Gao on Sunday.", "mine_explosion"),
    ],
)
def test_what_was_laid_or_left_in_the_ground_is_told_from_what_is_thrown(text: str, kind: str):
    assert only(f"{text} A guard was killed.").type == kind


@pytest.mark.parametrize(
    "text",
    [
        (
            "Today it is twelve months since two nurses were abducted near Gao. Their driver was"
            " shot dead that morning."
        ),
        "Two years have passed since militants abducted our doctor in Gao.",
        "It is three years today since gunmen killed 40 students in a school near Gao.",
        "Today marks a year since our convoy was hit in Gao; two drivers were killed.",
        (
            "Of the 188 civilians killed, 61 died from explosive devices, 84 in clan fighting and"
            " 43 from small-arms fire."
        ),
        "Between January and June, 340 civilians were killed in Gao; 120 of them in attacks.",
        "The third quarter saw 57 kidnappings in Gao; 12 victims were killed.",
    ],
)
def test_a_day_remembered_and_a_sum_are_no_news(text: str):
    assert [m for m in mentions(text) if not (m.background or m.aggregate)] == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It is two days since gunmen abducted three nurses in Gao.", "2026-11-08"),
        ("Two days have passed since gunmen killed a trader in Gao.", "2026-11-08"),
    ],
)
def test_what_was_so_many_days_ago_is_news(text: str, day: str):
    mention = only(text)
    assert mention.date
    assert str(mention.date.first) == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Settlers set two houses and a car alight in Gao on Sunday and threw stones. Four"
                " were hurt. Soldiers used tear gas to part the sides."
            ),
            "arson",
        ),
        ("Fano militiamen and the army fought on Sunday inside Gao. Nine died.", "armed_clash"),
        ("The army and the rebels fought from dawn on Sunday in Gao.", "armed_clash"),
        ("Soldiers tried to topple the government in Gao on Sunday.", "coup_attempt"),
        (
            (
                "Officers tried to overthrow the institutions of the Republic in Gao on Sunday by"
                " attacking the palace."
            ),
            "coup_attempt",
        ),
        ("A group of officers attempted to take power in Gao on Sunday.", "coup_attempt"),
        (
            "Soldiers shot a youth dead in Gao on Sunday. They fired at a man who threw a bomb.",
            "murder",
        ),
    ],
)
def test_what_is_told_in_other_words_is_of_its_kind(text: str, kind: str):
    assert only(text).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers fought all night against the flames near Gao on Sunday.",
        "Boxers fought on Saturday in Gao.",
    ],
)
def test_who_fights_flames_or_a_boxer_fights_no_war(text: str):
    assert [m for m in mentions(text) if m.type == "armed_clash"] == []


@pytest.mark.parametrize(
    "rest",
    [
        "His body was handed over on Monday morning.",
        "The body was returned to his family on Monday.",
        "He was buried on Monday.",
    ],
)
def test_the_day_on_which_a_body_is_given_back_is_not_that_of_the_deed(rest: str):
    mention = only(f"Sunday 8 November, Gao. A boy of 17 was shot dead by soldiers. {rest}")
    assert mention.date
    assert str(mention.date.first) == "2026-11-08"


@pytest.mark.parametrize(
    "blame",
    [
        "Local authorities attribute the attack to JNIM fighters.",
        "Residents attributed it to JNIM.",
        "Officials pinned it on JNIM fighters.",
    ],
)
def test_to_whom_a_deed_is_attributed_is_blamed(blame: str):
    mention = only(f"An attack on a village near Gao on Sunday killed ten people. {blame}")
    assert ("JNIM", "perpetrator") in [(a.name, a.role.value) for a in mention.actors]


@pytest.mark.parametrize(
    "rest",
    [
        "The first update gave a figure of 11; six more bodies have since been recovered.",
        "The army first spoke of 12 dead, and five more bodies were found on Monday.",
    ],
)
def test_how_a_toll_came_about_adds_nobody_to_it(rest: str):
    text = (
        f"At least 17 people were killed when armed men attacked a camp near Gao on Sunday. {rest}"
    )
    assert low(only(text).killed) == 17


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some 4,200 people have left the site near Gao and sleep in churches.", "displacement"),
        ("Hundreds of families are sheltering in schools in Gao.", "displacement"),
        ("Some 3,000 people have taken refuge in churches in Gao.", "displacement"),
        ("The shortage of gasoline that began in May continues in Gao.", "supply_shortage"),
        ("The army was back in control of Gao by nightfall.", "control"),
        ("The rebels said they had liberated the town of Ber on Sunday.", "control"),
    ],
)
def test_how_a_note_tells_a_lasting_state(text: str, kind: str):
    assert [one.kind.value for one in reading(text).conditions] == [kind]


def test_fighters_who_shelter_in_caves_are_not_displaced():
    assert not reading("The rebels are sheltering in caves near Gao.").conditions

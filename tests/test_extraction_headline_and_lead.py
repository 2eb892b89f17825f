"""A headline, its lead and the body below tell one incident in other words, and on its own day."""

import pytest

from tests.builders_extraction import line_of, mentions, only


def _news(text: str) -> list[str]:
    return [line_of(one) for one in mentions(text) if not (one.background or one.aggregate)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Fire razes Kowaba stalls\n\nFlames swept through Kowaba Market in Gao on Monday.",
            "fire_accident Gao 9 - -",
        ),
        (
            "Landslide hits Gao road\n\nA landslide near Ansongo on Monday injured two people.",
            "landslide Ansongo 9 - 2",
        ),
    ],
)
def test_a_lead_that_names_the_market_of_its_headline_or_a_town_near_it_tells_the_same(text, line):
    assert _news(text) == [line]


def test_a_fire_at_the_beginning_of_a_headline_is_no_gunfire():
    text = "Fire at Gao depot\n\nA fire broke out in a depot in Gao on Monday. Nobody was hurt."
    assert _news(text) == ["fire_accident Gao 9 0 0"]


@pytest.mark.parametrize(
    "text",
    [
        "Traders counted their losses in Gao on Monday after flames swept through the market.",
        "Families mourned on Monday after a fire broke out in a hotel in Gao.",
    ],
)
def test_a_clause_behind_after_tells_what_befell_a_place(text):
    assert only(text).type == "fire_accident"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bus skidded off the road near Gao on Monday, killing 16.", "road_accident"),
        ("A minibus met a truck head-on near Gao on Monday, killing six.", "road_accident"),
        ("A block of flats came down in Gao on Monday, killing seven.", "building_collapse"),
        ("A mountain near Gao hurled a column of ash into the sky on Monday.", "volcanic_eruption"),
        ("A pirogue rolled over off Gao on Monday. Nine people drowned.", "ferry_accident"),
        ("A farmer drove a tractor over an anti-tank mine in Gao on Monday.", "mine_explosion"),
        ("Two guards died when their car ran over a bomb in Gao on Monday.", "ied_explosion"),
        ("Mali's presidential election held on Sunday passed calmly.", "election"),
        ("Malians voted for a president on Sunday.", "election"),
    ],
)
def test_what_happened_is_told_in_other_words(text, kind):
    assert only(text).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "At least 124 were killed in Gao, most of them men who had been made to sit in rows.",
        "Some 400 condemned blocks in Gao are still occupied, prosecutors said on Monday.",
        "The governor gave the raiders until tomorrow to surrender the cattle of Gao.",
    ],
)
def test_who_sits_in_rows_lives_in_a_house_or_is_told_to_give_up_is_no_news(text):
    assert {"protest", "town_seized", "surrender"}.isdisjoint(one.type for one in mentions(text))


def test_a_blockade_that_goes_on_since_a_day_is_news():
    text = "Lorries stood still.\n\nA blockade of the road at Gao has held since Monday."
    assert [m.type for m in mentions(text) if not m.background] == ["blockade"]


def test_another_paragraph_about_today_is_not_the_day_of_a_deed():
    text = (
        "The last village of Gao\n\nTwo officers have died in fighting around Gao.\n\nToday, after "
        "the army came, a third of the people are back."
    )
    assert all(m.date is None or m.date.first.day != 10 for m in mentions(text))


def test_a_town_whose_name_begins_like_a_small_word_hides_no_toll():
    assert only("A fire in a bar in Can Kowa killed nine people on Monday.").killed.low == 9


def test_those_confirmed_dead_on_a_day_died_of_the_blast_before():
    text = (
        "Five workers unaccounted for after a blast at a chemical plant in Gao were confirmed dead "
        "on Monday, bringing the toll to eight.\n\nThe blast ripped through a shed on Sunday."
    )
    assert _news(text) == ["industrial_accident Gao 8 8 -"]


def test_the_day_on_which_traders_count_their_losses_is_not_that_of_the_fire():
    text = "Traders in Gao wept on Monday after flames swept through the market overnight."
    assert only(text, "2026-11-09").date.first.day == 8


def test_what_was_found_on_another_day_leaves_a_deed_the_day_told_before_it():
    text = (
        "On Thursday she was called away. A farmer had driven over a landmine in Gao, on a track "
        "in daily use. He was killed at once. They found another mine and destroyed it on Friday."
    )
    assert _news(text) == ["mine_explosion Gao 5 1 -"]


def test_those_confirmed_dead_later_leave_the_blast_without_a_day():
    text = "After a blast in Gao, two workers died on Monday, bringing the toll to eight."
    assert only(text).date is None


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two people in Gao on Monday, in a district held by rebels since 2012.",
        "A bomb killed two people in Gao on Monday, on a road closed since June.",
    ],
)
def test_since_when_a_place_is_held_makes_nothing_history(text):
    bomb = only(text)
    assert (bomb.background, bomb.date.first.day) == (False, 9)


def test_what_happened_that_year_is_of_the_year_told_before():
    text = (
        "A bomb killed two in Gao on Monday.\n\nIt was the worst since 2008. That year, aircraft "
        "bombed a camp in Kidal, killing 25."
    )
    assert _news(text) == ["bombing Gao 9 2 -"]


def test_whom_somebody_suspects_is_blamed():
    bomb = only("A bomb killed two in Gao on Monday, said the governor, who suspects JNIM.")
    assert [(a.name, a.attributed) for a in bomb.actors] == [("JNIM", True)]


def test_suspects_who_fled_are_no_blame():
    assert not only("A bomb killed two in Gao on Monday. The suspects fled to JNIM.").actors


@pytest.mark.parametrize(
    "text",
    [
        "The police came down hard on traders in a building in Gao on Monday.",
        "The unions met the government head-on over wages in Gao on Monday.",
        "Violence erupted in Gao on Monday, and police fired into the air.",
        "A confidence vote held in parliament on Monday brought down the government of Mali.",
        "Gunmen drove to a mine near Gao on Monday and shot two guards.",
    ],
)
def test_such_words_tell_no_disaster_and_no_election_where_they_mean_something_else(text):
    others = {"building_collapse", "road_accident", "volcanic_eruption", "election"}
    assert (others | {"mine_explosion"}).isdisjoint(one.type for one in mentions(text))


def test_a_body_beneath_flats_that_came_down_was_not_murdered():
    text = (
        "Rescuers on Monday recovered the body of a girl, the last one missing beneath a block of "
        "flats that came down in Gao. Her death raises the toll to seven."
    )
    assert _news(text) == ["building_collapse Gao 9 7 -"]


@pytest.mark.parametrize(
    ("title", "body", "line"),
    [
        (
            "Gao depot burns again: Tuesday",
            "Drones struck a fuel depot on the edge of Gao on Monday, killing two.",
            "drone_strike Gao 9 2 -",
        ),
        (
            "Five soldiers killed in attack near Niger border",
            "A post at Labbezanga in Mali was attacked on Monday and five soldiers died.",
            "attack_on_forces Labbezanga 9 5 -",
        ),
        (
            "Gunmen seize fishermen on Lake Chad",
            "Militants abducted eleven fishermen near Bol on Monday.",
            "kidnapping Bol 9 - -",
        ),
    ],
)
def test_a_headline_that_no_sentence_goes_on_with_names_the_first_deed(title, body, line):
    assert _news(f"{title}\n\n{body}") == [line]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Fighting near Gao", "The army is near Gao.\n\nOn Monday rebels cut phone lines in Gao."),
        ("Polls close in Mali", "A man was hacked to death in Gao on Monday before voting ended."),
        (
            "Five killed in Gao",
            "A bomb in Kidal killed four on Monday.\n\nGunmen killed five in Gao on Sunday.",
        ),
    ],
)
def test_a_headline_is_of_no_deed_that_it_may_not_be(title, body):
    assert len(_news(f"{title}\n\n{body}")) > 1


def test_each_part_of_a_headline_is_told_by_what_is_of_its_kind():
    text = (
        "Clashes near Gao; five passengers seized\n\nClashes broke out on Monday in Ansongo, "
        "killing two.\n\nOn Sunday gunmen seized five passengers of a bus in Menaka."
    )
    assert _news(text) == ["armed_clash Ansongo 9 2 -", "kidnapping Menaka 8 - -"]


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("Three soldiers and one rebel were killed near Ber, a watchdog said.", 1),
        ("Four people had been killed, a nurse in Bankass said.", 1),
        ("Meanwhile, four people were killed in Ber.", 2),
        ("On Sunday four people were killed in Ber.", 2),
        ("Six people were killed in Ber.", 2),
    ],
)
def test_whoever_counts_as_many_dead_tells_the_same_wherever_he_is(body, number):
    text = f"Clashes broke out on the edge of Gao on Monday, leaving four people dead.\n\n{body}"
    assert len(_news(text)) == number

"""The look-up on one screen: the level, what it was, nothing twice, nothing too wide."""

from dataclasses import replace
from datetime import date

import pytest

from advisory.model.assessment import Basis, Inside, State, Trend
from advisory.model.value import Count, DateRange
from advisory.model.vocabulary import Category, Hazard, Qualifier, Status
from advisory.rendering.screen import COLUMNS, floor_words, incident_line, risk_screen
from tests.builders_advice import STRIKE_FLOOR, assessment, incident, rulebook


def screen(**fields):
    return risk_screen(assessment(**fields), (), rulebook(), "No travel.").splitlines()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"standing_level": 4}, "was 4 (standing), trend not comparable"),
        ({"previous_level": 5}, "unchanged, trend not comparable"),
        ({"previous_level": 4}, "was 4, trend not comparable"),
        ({}, "trend not comparable"),
        ({"previous_level": 4, "trend": Trend.UP}, "up from 4"),
    ],
)
def test_the_level_says_what_stood_before_it(fields, words):
    assert screen(**fields)[1] == f"5 EXTREME  {words}  UNSIGNED"


def test_a_level_with_everything_to_say_of_it_fits_the_screen():
    fields = {"state": State.STALE, "basis": Basis.CARRIED, "provisional": True}
    assert max(map(len, screen(standing_level=4, **fields))) <= COLUMNS


def test_a_floor_says_its_level_once():
    assert floor_words(STRIKE_FLOOR).count("level 5") == 1
    assert not floor_words(STRIKE_FLOOR).startswith("5")


def test_where_a_division_is_worse_than_the_whole_it_says_what_to_do_there():
    inside = Inside(high=1, divisions=8, unknown=6, worst=(("Kidal", 5),))
    fields = {"level": 2, "level_name": "Low", "planning_level": 2}
    told = risk_screen(assessment(**fields), (), rulebook(), "Normal care.", inside).splitlines()
    at = told.index("Do      Normal care.")
    assert told[at + 1].startswith("        In Kidal: no travel;")


def test_where_the_whole_is_as_bad_nothing_more_is_said():
    inside = Inside(high=1, divisions=8, unknown=6, worst=(("Kidal", 5),))
    told = risk_screen(assessment(), (), rulebook(), "No travel.", inside)
    assert "In Kidal:" not in told


def test_what_is_announced_is_seen_before_what_to_do():
    march = incident(status=Status.ANNOUNCED, date=DateRange(date(2023, 11, 9), None))
    days = DateRange(date(2023, 11, 9), date(2023, 11, 11))
    storm = replace(march, type="storm", hazard=Hazard.NATURAL_HAZARD, date=days)
    told = risk_screen(assessment(), (), rulebook(), "No travel.", ahead=(march, storm))
    lines = told.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("Ahead"))
    assert lines[at].endswith("announced, Kidal")
    assert lines[at + 1].strip().startswith("9 Nov 2023 to 11 Nov 2023")
    assert lines[at + 1].endswith("warning, Kidal")
    assert lines[at + 2].startswith("Do ")


def test_a_kidnapping_in_a_line_says_how_many_were_taken():
    taken = {"category": Category.KIDNAPPING, "hazard": Hazard.KIDNAPPING, "type": "kidnapping"}
    line = incident_line(incident(abducted=Count.exactly(8), **taken), rulebook())
    assert ": 8 abducted" in line
    free = incident(abducted=Count.exactly(8), freed=Count.exactly(5), **taken)
    assert ": 8 abducted, 5 freed since" in incident_line(free, rulebook())


def test_an_arrest_in_a_line_needs_no_toll():
    arrest = {"category": Category.ARREST, "hazard": Hazard.DETENTION, "type": "arrest"}
    assert "toll" not in incident_line(incident(**arrest), rulebook())


def test_an_attack_in_a_line_says_that_its_toll_is_not_known():
    assert "toll unknown" in incident_line(incident(), rulebook())


def test_a_release_in_a_line_says_how_many_are_free_and_misses_no_toll():
    release = {"category": Category.KIDNAPPING, "hazard": Hazard.KIDNAPPING}
    line = incident_line(incident(freed=Count.exactly(6), **release), rulebook())
    assert ": 6 freed" in line
    assert "toll unknown" not in line
    assert "since" not in line


def test_a_range_in_a_line_does_not_repeat_the_higher_account():
    told = Count(9, 13, Qualifier.BETWEEN)
    line = incident_line(incident(killed=told, killed_low=9, killed_high=13), rulebook())
    assert "between 9 and 13 killed" in line
    assert "another account" not in line


def test_a_higher_account_stands_beside_a_figure_that_leaves_it_out():
    line = incident_line(incident(killed=Count.exactly(9), killed_high=13), rulebook())
    assert "9 killed, 13 by another account" in line

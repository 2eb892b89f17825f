"""Decision 7, worked: what five reports and a standing make of Kidal Region, day by day."""

import pytest

from advisory.assessment.assess import assess
from advisory.model.assessment import Confidence
from advisory.model.vocabulary import Category
from tests.builders_assessment import (
    ANY_STRIKE,
    FIGHTING,
    KIDAL,
    MANY_KILLED,
    SEAT_TAKEN,
    as_of,
    floor,
    incident,
    knowledge,
    place,
    rulebook,
    standing,
    version,
    weight,
)
from tests.builders_shipped import table

ROWS = table("kidal_by_day.yaml")
VILLAGE = place("Tinzaouaten", kind="place", region=KIDAL)
LAST = "2024-08-26"
SECOND = "2023-11-07T18:00:00Z"


def strike(*owners):
    return incident("strike", on="2023-11-07", owners=owners)


def fight(name, **more):
    return incident(name, type="armed_clash", category=Category.CLASH, **more)


STORY = knowledge(
    version(strike("wire-a"), since="2023-11-07T10:00:00Z", until=SECOND),
    version(strike("wire-a", "paper-b"), since=SECOND),
    version(fight("clash", on="2023-11-13", killed=None)),
    version(
        incident(
            "seizure",
            type="town_seized",
            category=Category.SEIZURE,
            on="2023-11-13",
            known="2023-11-14",
            killed=None,
            owners=("paper-b",),
            origins=("the army", "the coalition"),
        )
    ),
    version(incident("base", on="2024-06-06", killed=None, at=place(kind="admin1", region=KIDAL))),
    version(incident("village", on="2024-08-25", known=LAST, killed=21, at=VILLAGE, report="r6")),
    version(fight("july", on="2024-07-27", known=LAST, killed=130, at=VILLAGE, report="r6")),
    decisions=(standing(4, recorded="2023-09-01"),),
)
RULES = rulebook(weight(), FIGHTING, floor(), SEAT_TAKEN, ANY_STRIKE, MANY_KILLED)


def kidal(day):
    [found] = assess([KIDAL], as_of(str(day)), STORY, RULES)
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["as_of"]))
def test_the_worked_table_holds_row_by_row(row):
    found = kidal(row["as_of"])
    shown = {
        "as_of": row["as_of"],
        "read": found.coverage.reports,
        "daily": found.daily_level,
        "level": found.level,
        "basis": found.basis and found.basis.value,
        "state": found.state.value,
        "planning": found.planning_level,
    }
    assert shown == row


def test_the_first_report_alone_gives_4_provisionally():
    found = kidal("2023-11-07T12:00:00Z")
    assert (found.level, found.provisional) == (4, True)


def test_a_second_origin_makes_it_5():
    found = kidal("2023-11-08")
    assert (found.level, found.provisional) == (5, False)


def test_the_standing_that_was_recorded_in_september_is_not_known_in_june():
    assert kidal("2023-06-01").standing_level is None
    assert kidal("2023-10-15").standing_level == 4


def test_a_carried_level_is_of_low_confidence():
    assert kidal("2024-06-06").confidence is Confidence.LOW


def test_the_daily_level_of_one_party_s_claim_is_a_provisional_4():
    [highest, *_] = kidal("2024-08-27").floors
    assert (highest.level, highest.asked, highest.provisional) == (4, 5, True)


def test_the_floor_of_the_strike_holds_until_21_november():
    [held] = [one for one in kidal("2023-11-08").floors if one.rule == "strike-in-seat"]
    assert held.because == "drone strike in Kidal on 7 Nov 2023: at least 5 until 21 Nov 2023"


def test_it_falls_on_25_december_if_four_weeks_of_calm_are_read():
    [down, *_] = kidal("2023-11-08").counterfactuals
    assert down.startswith("Falls to High (4) on 25 Dec 2023 at the earliest, if two owners")

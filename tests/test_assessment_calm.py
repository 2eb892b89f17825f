"""Coverage, calm, age and hands: what is published of the levels of the days."""

from dataclasses import replace

import pytest

from advisory.assessment.assess import assess
from advisory.assessment.coverage import Readings
from advisory.assessment.hearing import Hearing
from advisory.model.assessment import Basis, Signed, State
from advisory.model.decision import Verb
from advisory.model.marking import SourceKind
from tests.builders_assessment import (
    KIDAL,
    MALI,
    START,
    TOWN,
    as_of,
    condition,
    curfew_floor,
    heard,
    incident,
    knowledge,
    override,
    read_weekly,
    rulebook,
    standing,
    timeline,
    version,
)

STRIKE = version(incident(on="2026-03-02", owners=("owner-a", "owner-b")))
CALM = read_weekly("2026-03-03", 12)


def published(day, *versions, **more):
    return timeline(*versions, **more).published(as_of(day))


def weeks(*reports, day="2026-06-01", region=KIDAL):
    return [str(week) for week in Readings(region, Hearing(reports)).covered_weeks(as_of(day))]


def test_nothing_read_is_unknown_and_not_calm():
    now = published("2026-03-02")
    assert (now.level, now.state) == (None, State.UNKNOWN)


def test_a_low_level_needs_three_reports_of_two_owners():
    two = (heard("2026-03-02"), heard("2026-03-03", "owner-b"))
    assert published("2026-03-04", heard=two).level is None
    assert published("2026-03-04", heard=(*two, heard("2026-03-04"))).level == 1


def test_three_reports_of_one_owner_are_not_enough_for_calm():
    one_owner = [heard(f"2026-03-0{day}") for day in (2, 3, 4)]
    assert published("2026-03-04", heard=one_owner).level is None


def test_what_cannot_be_read_covers_nothing():
    unread = [heard(f"2026-03-0{day}", f"owner-{day}", readable=False) for day in (2, 3, 4)]
    assert published("2026-03-04", heard=unread).level is None


def test_a_region_that_nobody_names_is_unknown_even_where_its_country_is_read():
    now = published("2026-03-20", heard=read_weekly("2026-03-02", 3, region=MALI))
    assert (now.level, now.state) == (None, State.UNKNOWN)


def test_a_week_is_covered_when_it_is_over_and_two_owners_named_the_country():
    two = (heard("2026-03-02", region=MALI), heard("2026-03-08", "owner-b", region=MALI))
    assert weeks(*two, day="2026-03-08") == []
    assert weeks(*two, day="2026-03-09") == ["2026-W10"]


def test_reports_without_a_source_are_one_owner_together():
    assert weeks(heard("2026-03-02", "unknown"), heard("2026-03-03", "unknown", report="x")) == []


def test_a_dataset_covers_every_week_of_its_span_and_needs_no_second_owner():
    rows = [heard(day, "codebook", kind=SourceKind.DATASET) for day in ("2026-03-02", "2026-03-29")]
    assert weeks(*rows) == ["2026-W10", "2026-W11", "2026-W12", "2026-W13"]


def test_a_dataset_without_a_row_on_the_country_does_not_cover_it():
    rows = [
        heard(day, "codebook", kind=SourceKind.DATASET, region=None)
        for day in ("2026-03-02", "2026-03-29")
    ]
    assert weeks(*rows) == []


def test_bad_news_counts_at_once():
    assert published("2026-03-02", STRIKE).level == 5


def test_the_level_comes_down_after_four_covered_weeks_and_not_a_day_before():
    told = timeline(STRIKE, heard=CALM)
    # The floor ends with 16 March, a Monday; the four weeks begin on 23 March.
    assert told.published(as_of("2026-04-19")).level == 5
    assert told.published(as_of("2026-04-20")).level == 2


def test_a_week_that_nobody_read_delays_the_fall_by_a_week():
    gap = [report for report in CALM if report.known_at.date().isoformat() != "2026-03-31"]
    told = timeline(STRIKE, heard=gap)
    assert told.published(as_of("2026-04-20")).basis is Basis.CARRIED
    assert told.published(as_of("2026-04-27")).level == 2


def test_a_level_that_today_alone_would_not_give_is_carried():
    now = published("2026-04-01", STRIKE, heard=CALM)
    assert (now.level, now.basis) == (5, Basis.CARRIED)


@pytest.mark.parametrize(
    ("day", "state", "level"),
    [
        ("2026-03-09", State.CURRENT, 5),
        ("2026-03-10", State.STALE, 5),
        ("2026-04-01", State.STALE, 5),
        ("2026-04-02", State.UNKNOWN, None),
    ],
)
def test_a_level_grows_old_with_its_last_relevant_reading(day, state, level):
    now = published(day, STRIKE)
    assert (now.state, now.level) == (state, level)


def test_one_owner_naming_the_region_does_not_restart_the_clock_of_a_5():
    now = published("2026-03-12", STRIKE, heard=[heard("2026-03-11")])
    assert now.state is State.STALE


def test_two_owners_naming_the_region_do():
    both = [heard("2026-03-11"), heard("2026-03-12", "owner-b")]
    assert published("2026-03-12", STRIKE, heard=both).state is State.CURRENT


def test_one_credible_report_of_an_incident_restarts_the_clock():
    again = version(incident("i2", on="2026-03-12", killed=0))
    assert published("2026-03-12", STRIKE, again).state is State.CURRENT


def test_one_report_of_a_state_that_raises_the_level_is_a_relevant_reading_too():
    book = rulebook(curfew_floor(level={START: 4}))
    told = {
        "conditions": (condition(reports=("r1",)),),
        "heard": [heard("2026-03-02", report="r1")],
    }
    now = published("2026-03-03", book=book, **told)
    assert (now.level, now.state, now.provisional) == (4, State.CURRENT, True)


def test_a_correction_does_not_change_what_was_held_on_the_days_before():
    strike = incident(on="2026-03-02", owners=("owner-a", "owner-b"))
    before = version(strike, until="2026-03-04")
    after = version(replace(strike, killed=None), since="2026-03-04")
    [found] = assess([KIDAL], as_of("2026-03-05"), knowledge(before, after), rulebook())
    assert (found.daily_level, found.level, found.basis) == (None, 5, Basis.CARRIED)


def test_a_standing_lifts_no_unknown_but_is_what_to_plan_by():
    told = timeline(decisions=(standing(4, recorded="2026-03-01"),))
    assert told.published(as_of("2026-03-02")).level is None
    assert told.planning(as_of("2026-03-02")) == 4


def test_a_standing_raises_what_is_published_of_a_region_that_was_read():
    now = published("2026-03-20", heard=CALM, decisions=(standing(4, recorded="2026-03-01"),))
    assert (now.level, now.computed, now.basis) == (4, 1, Basis.STANDING)


def test_a_standing_lowers_nothing():
    now = published("2026-03-03", STRIKE, decisions=(standing(2, recorded="2026-03-01"),))
    assert (now.level, now.basis) == (5, Basis.COMPUTED)


def test_a_standing_recorded_later_is_not_known_yet():
    now = published("2026-03-20", heard=CALM, decisions=(standing(4, recorded="2026-03-21"),))
    assert now.level == 1


def test_a_standing_that_was_undone_is_gone():
    held = standing(4, recorded="2026-03-01")
    undone = replace(held, id="d9", verb=Verb.UNDO, undoes="d1", recorded_at=as_of("2026-03-10"))
    now = published("2026-03-20", heard=CALM, decisions=(held, undone))
    assert now.level == 1


def test_an_override_replaces_the_level_until_its_last_day_and_the_computed_one_stays_beside():
    hand = (override(3, recorded="2026-03-03", until="2026-03-06"),)
    now = published("2026-03-06", STRIKE, decisions=hand)
    assert (now.level, now.computed, now.basis) == (3, 5, Basis.OVERRIDE)
    assert published("2026-03-07", STRIKE, decisions=hand).level == 5


def test_an_unknown_day_is_planned_by_the_highest_of_last_held_last_signed_and_standing():
    signed = {"ML-8": (Signed(("one",), as_of("2026-03-02"), "e1", 4),)}
    told = timeline(STRIKE, signed=signed, decisions=(standing(3, recorded="2026-03-01"),))
    assert told.planning(as_of("2026-06-01")) == 5


def test_a_place_that_was_read_is_assessed_like_a_region():
    assert published("2026-03-02", STRIKE, region=TOWN).level == 5

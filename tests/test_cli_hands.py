"""A person mends what was read, and everything that follows from it changes with it."""

import json
from dataclasses import replace
from shutil import copytree

import pytest

from advisory.model.decision import Verb
from advisory.pipeline.known import known, orphans
from tests.builders_hands import STRIKE, Room


@pytest.fixture(scope="module")
def begun(gazetteer, tmp_path_factory):
    """The store that each test begins with, made once."""
    folder = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as patch:
        Room(gazetteer, folder, patch).take_in(*STRIKE)
    return folder


@pytest.fixture
def room(gazetteer, begun, tmp_path, monkeypatch):
    copytree(begun, tmp_path, dirs_exist_ok=True)
    return Room(gazetteer, tmp_path, monkeypatch)


@pytest.fixture
def strike(room):
    [incident] = room.incidents
    return incident


def of(told, name):
    """The line that tells of one thing."""
    return next(line for line in told.splitlines() if name in line)


def ledger(room, incident):
    return json.loads(room.run("incident", incident, "--json").stdout)


def test_a_corrected_place_moves_the_levels_of_both_regions(room, strike):
    told = room.decide("correct", strike, "place=Gao")
    assert of(told, "Kidal Region, Mali:") == "Kidal Region, Mali: 5 EXTREME -> UNKNOWN, plan as 4"
    assert of(told, "Gao Region, Mali:") == "Gao Region, Mali: UNKNOWN -> 5 EXTREME"


def test_a_correction_prints_its_id_and_the_value_before(room, strike):
    told = room.decide("correct", strike, "killed=14+")
    assert told.startswith("d")
    assert "killed: at least 14 (was at least 12)" in told


def test_the_ledger_says_who_set_a_value_and_what_it_was(room, strike):
    room.decide("correct", strike, "killed=20")
    told = room.run("incident", strike).stdout
    assert "killed 20: set by Night desk, 8 Nov 2023 12:00 UTC, was at least 12; seen" in told


def test_the_ledger_as_json_keeps_the_old_value(room, strike):
    room.decide("correct", strike, "injured=unknown")
    sets = [one for entry in ledger(room, strike)["ledger"] for one in entry["set"]]
    assert {(one["field"], one["value"], one["by"]) for one in sets} == {
        ("injured", "unknown", "Night desk")
    }


def test_a_toll_set_to_unknown_is_unknown_whatever_was_claimed(room, strike):
    room.decide("correct", strike, "killed=unknown")
    assert ledger(room, strike)["killed_min"] is None


def test_a_corrected_type_brings_its_category_and_hazard(room, strike):
    room.decide("correct", strike, "type=armed_clash")
    told = ledger(room, strike)
    assert (told["type"], told["category"], told["hazard"]) == (
        "armed_clash",
        "clash",
        "ground_combat",
    )


def test_a_status_that_a_person_set_holds(room, strike):
    room.decide("correct", strike, "status=disputed")
    assert ledger(room, strike)["status"] == "disputed"


def test_of_two_corrections_in_one_second_the_later_holds(room, strike):
    for number in range(5):
        room.decide("correct", strike, f"killed={number}")
    assert ledger(room, strike)["killed_max"] == 4


def test_a_correction_survives_a_second_ingest(room, strike):
    room.decide("correct", strike, "killed=20")
    room.take_in(*STRIKE)
    assert ledger(room, strike)["killed_max"] == 20


def test_a_correction_survives_another_reader(room, strike, monkeypatch):
    room.decide("correct", strike, "killed=20")
    monkeypatch.setattr("advisory.extraction.reader.GRAMMAR", "another")
    assert ledger(room, strike)["killed_max"] == 20


def test_a_correction_reaches_the_snapshot_that_look_ups_read(room, strike):
    room.decide("correct", strike, "place=Gao")
    assert json.loads(room.run("risk", "Gao", "--json").stdout)["level"] == 5


def test_everything_wrong_with_a_correction_is_said_at_once(room, strike):
    told = room.refused("correct", strike, "kiled=3", "date=2023-13-01", "killed=12-3", *WHY)
    assert 'Did you mean "killed"' in told
    assert '"2023-13-01" is no date' in told
    assert '"12-3" runs backwards' in told


def test_an_ambiguous_place_lists_the_choices(room, strike):
    told = room.refused("correct", strike, "place=Springfield", *WHY)
    assert "Springfield, Manitoba, Canada (geonames:" in told


def test_a_refused_correction_leaves_the_store_as_it_was(room, strike):
    before = room.digest
    room.refused("correct", strike, "killed=20", "date=yesterday", *WHY)
    assert room.digest == before


WHY = ("--because", "seen")


def test_a_rejected_incident_is_gone_and_its_level_with_it(room, strike):
    told = room.decide("reject", strike)
    assert room.incidents == []
    assert of(told, "Kidal Region, Mali:") == "Kidal Region, Mali: 5 EXTREME -> UNKNOWN, plan as 4"


def test_what_is_undone_is_as_it_was(room, strike):
    rejected = room.decide("reject", strike).split()[0]
    told = room.decide("undo", rejected[:6])
    assert room.incidents == [strike]
    assert of(told, "Kidal Region, Mali:") == "Kidal Region, Mali: UNKNOWN, plan as 4 -> 5 EXTREME"


def test_what_was_undone_cannot_be_undone_again(room, strike):
    rejected = room.decide("reject", strike).split()[0]
    undone = room.decide("undo", rejected).split()[0]
    assert f"advisory undo {undone}" in room.refused("undo", rejected, *WHY)


def test_a_split_makes_two_incidents_and_a_merge_one_again(room, strike):
    report = ledger(room, strike)["reports"][1]
    room.decide("split", strike, "--report", report)
    both = room.incidents
    assert len(both) == 2
    room.decide("merge", *both)
    assert room.incidents == [strike]


def test_the_report_to_split_off_must_be_one_of_the_incident(room, strike):
    told = room.refused("split", strike, "--report", "r-none", *WHY)
    assert all(report in told for report in ledger(room, strike)["reports"])


def test_one_incident_cannot_be_merged_with_itself(room, strike):
    assert "two different" in room.refused("merge", strike, strike[:6], *WHY)


def test_a_decision_needs_a_name_and_a_reason(room, strike, monkeypatch):
    assert "--because says nothing" in room.refused("reject", strike, "--because", "  ")
    monkeypatch.delenv("ADVISORY_USER")
    assert room.run("reject", strike, *WHY).exit_code == 2


def test_an_unknown_incident_is_refused(room):
    assert 'no incident "ixyz"' in room.refused("reject", "ixyz", *WHY)


def test_a_decision_that_nobody_reads_any_more_is_an_orphan(room, strike):
    room.decide("correct", strike, "killed=20")
    with room.desk.open_store() as store:
        view = known(room.desk, store)
    assert orphans(view) == ()
    assert [one.verb for one in orphans(replace(view, readings={}))] == [Verb.SET]


def test_a_phone_call_becomes_an_incident(room):
    told = room.decide("add", "Gunmen killed two people at a market in Gao, Mali, today.")
    assert "8 Nov 2023  armed attack, Gao: 2 killed; by gunmen" in told
    assert "taken down by Night desk" in told


def test_a_phone_call_joins_the_incident_it_tells_of(room, strike):
    told = room.decide("add", "Drone strikes killed at least 15 people in Kidal, Mali, on 7 Nov.")
    assert of(told, "drone strike").split()[0] == strike
    assert room.incidents == [strike]


def test_what_is_said_beside_a_call_outweighs_what_is_read_in_it(room):
    told = room.decide("add", "Gunmen killed two people in Gao, Mali, today.", "--killed", "5+")
    assert "Gao: at least 5 killed" in told


def test_a_call_in_words_nobody_reads_is_an_incident_by_its_type(room):
    options = ("--type", "armed_attack", "--place", "Gao", "--date", "2023-11-08", "--killed", "2")
    told = room.decide("add", "Il y a eu des tirs.", *options)
    assert "8 Nov 2023  armed attack, Gao: 2 killed" in told
    assert "Gao Region, Mali: UNKNOWN" in told


def test_a_call_that_tells_nothing_counts_as_heard(room):
    assert "counts as heard" in room.decide("add", "All quiet in Gao tonight.")


def test_options_that_fit_no_incident_leave_the_store_as_it_was(room):
    before = room.digest
    assert "--type" in room.refused("add", "All quiet.", "--killed", "2")
    assert room.digest == before


def test_options_beside_a_text_of_several_incidents_are_refused(room):
    text = "A drone strike killed nine in Kidal on Tuesday. Gunmen shot dead two in Gao on Monday."
    assert "2 incidents" in room.refused("add", text, "--killed", "2")


def test_a_call_is_for_the_desk_alone_unless_it_is_said_otherwise(room):
    room.decide("add", "Gunmen killed two people in Gao, Mali, today.")
    assert "Gao" not in room.run("incidents", "--tlp", "AMBER").stdout
    room.decide("add", "Gunmen killed three people in Mopti, Mali, today.", "--tlp", "CLEAR")
    assert "Mopti" in room.run("incidents", "--tlp", "CLEAR").stdout


def test_the_same_words_on_two_days_are_two_calls(room):
    for day in ("2023-11-06", "2023-11-08"):
        room.decide("add", "Shots heard at night.", "--at", day)
    with room.desk.open_store() as store:
        assert len([one for one in store.reports() if one.source == "desk"]) == 2


def test_a_call_is_not_undone_but_rejected(room):
    call = room.decide("add", "All quiet in Gao tonight.").split()[0]
    assert "advisory reject" in room.refused("undo", call, *WHY)


def test_a_standing_holds_a_level_and_is_reviewed_when_levels_yaml_says(room):
    told = room.decide("standing", "Gao", "4")
    assert "standing level 4 from 8 Nov 2023, review by 6 May 2024" in told
    assert of(told, "Gao Region, Mali:") == "Gao Region, Mali: UNKNOWN -> UNKNOWN, plan as 4"


def test_an_override_that_lowers_says_that_it_takes_two_signatures(room):
    result = room.run("override", "Kidal", "3", "--until", "2023-11-20", *WHY)
    assert "5 EXTREME -> 3 MEDIUM" in result.stdout
    assert "two signatures" in result.stderr


def test_an_override_that_raises_says_nothing_of_signatures(room):
    result = room.run("override", "Gao", "5", "--until", "2023-11-20", *WHY)
    assert "signatures" not in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("override", "Kidal", "7", "--until", "2023-11-20"), "allowed: 1 to 5"),
        (("override", "Kidal", "4", "--until", "2023-11-01"), "before 2023-11-08"),
        (("override", "Kidal", "4", "--until", "2025-11-01"), "the latest is 2024-11-08"),
        (("override", "Kidal", "4", "--until", "soon"), "Write it as 2023-11-20"),
        (("standing", "Kidal", "0"), "allowed: 1 to 5"),
        (("standing", "Kidl", "4"), 'Did you mean "Kidal"'),
        (("standing", "Springfield", "4"), "Say which"),
    ],
)
def test_a_level_that_cannot_be_set_is_refused_with_what_is_allowed(room, words, message):
    assert message in room.refused(*words, *WHY)

"""Whatever is asked in a wrong way is refused in words that help, and nothing is written."""

import json
from datetime import UTC, datetime

import pytest

from advisory.intake.intake import take_in
from tests.builders_hands import STRIKE, Room

READING = [
    ("incidents",), ("incident", "i1"), ("conditions",), ("explain", "Kidal"), ("brief", "Kidal"),
    ("alert", "i1"), ("weekly", "Kidal"), ("risk", "Kidal"), ("quarantine",), ("store", "digest"),
    ("reject", "i1", "--because", "x"), ("undo", "d1", "--because", "x"),
]  # fmt: skip
NAMING = [("incidents",), ("conditions",), ("explain",), ("brief",), ("weekly",), ("risk",)]


@pytest.fixture
def room(gazetteer, tmp_path, monkeypatch):
    return Room(gazetteer, tmp_path / "store", monkeypatch)


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_without_a_store_every_command_says_how_to_begin(room, tmp_path, words):
    assert "advisory ingest PATH" in room.refused(*words)
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_with_a_damaged_store_every_command_says_how_to_begin_anew(room, tmp_path, words):
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "store.db").write_bytes(b"no database" * 99)
    assert "advisory ingest PATH" in room.refused(*words)


@pytest.fixture(scope="module")
def informed(gazetteer, tmp_path_factory):
    """A room whose store holds a report; what is asked of it changes nothing."""
    with pytest.MonkeyPatch.context() as patch:
        room = Room(gazetteer, tmp_path_factory.mktemp("informed"), patch)
        room.take_in(*STRIKE[:1])
    return room


@pytest.mark.parametrize("words", NAMING, ids=" ".join)
def test_an_unknown_region_is_answered_with_the_nearest(room, informed, words):
    room.desk = informed.desk
    assert 'Did you mean "Kidal"' in room.refused(*words, "Kidl")


@pytest.mark.parametrize("words", NAMING, ids=" ".join)
def test_an_ambiguous_region_is_answered_with_all_it_may_be(room, informed, words):
    room.desk = informed.desk
    told = room.refused(*words, "Springfield")
    assert "(geonames:6154185)" in told
    assert "(geonames:11495219)" in told


BAD_RULES = {
    "levels.yaml": "levels: none\n",
    "hazards/terrorism/x.yaml": "titel: a rule\n",
    "lexicon/en/cues.yaml": "- [\n",
}


@pytest.mark.parametrize("words", [("ingest", str(STRIKE[0])), ("standing", "Kidal", "4")])
def test_a_broken_rule_base_stops_with_every_problem_before_anything_is_written(
    room, tmp_path, words
):
    for name, text in BAD_RULES.items():
        (tmp_path / "own" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "own" / name).write_text(text)
    why = ("--because", "x") if words[0] == "standing" else ()
    result = room.run(*words, *why, "--rules", str(tmp_path / "own"))
    assert all(name in str(result.exception) for name in BAD_RULES)
    assert result.exception.exit_code == 1
    assert not (tmp_path / "store").exists()


def test_what_was_refused_is_listed_with_its_reason(room, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    assert room.run("ingest", str(tmp_path / "empty.txt")).exit_code == 5
    listed = room.run("quarantine").stdout.splitlines()
    assert listed[0].endswith("empty.txt")
    assert listed[1].startswith("    The file is empty.")


def test_a_file_that_carries_and_prints_no_date_is_named(room, tmp_path):
    (tmp_path / "calm.txt").write_text("The market was open.")
    told = room.run("ingest", str(tmp_path / "calm.txt")).output
    assert "calm.txt: no date, so nothing is scored from it." in told


def test_gazetteer_find_says_what_wins_and_why(room):
    told = room.run("gazetteer", "find", "Georgia").stdout.splitlines()
    assert told[0] == "It is a country, and nothing else of that rank has this name."
    assert told[1].startswith("-> Georgia (GE): country")
    assert "   Georgia, United States (US-GA): admin1" in told[2]


def test_gazetteer_find_lists_what_an_ambiguous_name_may_be(room):
    told = json.loads(room.run("gazetteer", "find", "Springfield", "--json").stdout)
    assert "say which" in told["why"]
    assert not any(choice["wins"] for choice in told["choices"])


@pytest.mark.parametrize("name", ["ML-8", "Kidal Region", "Kidal, Mali", "northern Mali", "London"])
def test_gazetteer_find_agrees_with_every_other_command(room, gazetteer, name):
    told = json.loads(room.run("gazetteer", "find", name, "--json").stdout)
    [winner] = [choice["id"] for choice in told["choices"] if choice["wins"]]
    assert winner == gazetteer.region(name).id


def test_templates_check_finds_a_name_that_is_not_given(room, tmp_path, monkeypatch):
    one = lambda _, **terms: take_in(STRIKE[1:2], **terms)  # noqa: E731 - one seed is enough here
    monkeypatch.setattr("advisory.pipeline.samples.take_in", one)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "alert.txt.j2").write_text("{{ advisory.title }}\n{{ event }}\n")
    told = room.refused("templates", "check", "--templates", str(tmp_path / "own"))
    assert 'alert.txt.j2:1: "event" is not given to a template' in told


@pytest.mark.prove
def test_the_shipped_templates_print_all_the_seeds(room):
    room.now = datetime(2026, 11, 24, tzinfo=UTC)
    assert "The templates are right" in room.run("templates", "check").stdout

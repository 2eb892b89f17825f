"""`advisory rules` as an analyst uses it."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from advisory import resources
from advisory.cli.app import build
from advisory.rulebook.folders import folder_texts, merged, texts_hash
from advisory.store.store import Store
from tests.builders_rulebook import put, with_points
from tests.builders_seeds import only_stored

STRIKE = "hazards/air_and_shelling/air-strike.yaml"
CASUALTIES = "hazards/air_and_shelling/mass-casualty-strike.yaml"


@pytest.fixture(scope="module")
def store(gazetteer, tmp_path_factory):
    return str(only_stored(gazetteer, "kidal", tmp_path_factory.mktemp("rules")).store_path)


@pytest.fixture
def run(gazetteer, monkeypatch):
    monkeypatch.setattr(
        "advisory.pipeline.desk.Gazetteer.open", lambda *_arguments, **_options: gazetteer
    )

    def command(*arguments):
        return CliRunner().invoke(build(["rules"]), ["rules", *arguments])

    return command


@pytest.fixture
def mine(tmp_path):
    """Rules of one's own: strikes count for more, and a shipped floor is off."""
    text = (resources.folder("rules") / STRIKE).read_text(encoding="utf-8")
    put(tmp_path / "mine", STRIKE, with_points(text, 33))
    return put(tmp_path / "mine", CASUALTIES, "status: off\n")


def words(result):
    return " ".join(result.stdout.split())


def test_check_says_which_file_won(run, mine):
    put(mine, "hazards/terrorism/ours.yaml", (resources.folder("rules") / STRIKE).read_text())
    told = words(run("check", "--rules", str(mine)))
    assert f"{STRIKE}: {mine} wins over the shipped one" in told
    assert f"{CASUALTIES}: switched off by {mine}" in told
    assert f"hazards/terrorism/ours.yaml: added by {mine}" in told
    assert "note: hazards/air_and_shelling/air-strike and hazards/terrorism/ours count" in told


def test_check_fails_on_a_rule_that_can_never_speak(run, tmp_path):
    text = (resources.folder("rules") / STRIKE).read_text(encoding="utf-8")
    mine = put(tmp_path, STRIKE, text.replace("not announced", "announced and not announced"))
    result = run("check", "--rules", str(mine))
    assert f"{mine}/{STRIKE}:" in str(result.exception)
    assert "no incident can ever match" in str(result.exception)


def test_explain_says_a_rule_in_words_with_its_numbers_and_what_it_fires_on(run, store):
    result = run("explain", "mass-casualty-strike", "--as-of", "2023-11-08", "--store", store)
    told = words(result)
    assert "- killed is 10 or more - place_kind is capital or seat" in told
    assert "For 14 days after such an incident: level 5 at least" in told
    assert "on 2023-11-08, it counts 1:" in told
    assert "7 Nov 2023 drone strike, Kidal: 12 killed" in told
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_explain_does_not_count_what_is_too_old(run, store):
    told = words(run("explain", "mass-casualty-strike", "--as-of", "2024-03-01", "--store", store))
    assert "it counts nothing. It matches 1 that do not count on this day" in told


def test_explain_names_the_parts_of_a_combination(run, store):
    told = words(run("explain", "fighting-and-airport-closed", "--store", store))
    assert "the airport closed, a state that lasts" in told


def test_explain_of_no_rule_names_the_nearest(run):
    assert 'Did you mean "curfew"?' in str(run("explain", "curfw").exception)


def test_explain_of_several_rules_names_them_all(run, tmp_path):
    text = (resources.folder("rules") / STRIKE).read_text(encoding="utf-8")
    mine = put(tmp_path, "hazards/terrorism/air-strike.yaml", text)
    result = run("explain", "air-strike", "--rules", str(mine))
    assert "hazards/terrorism/air-strike" in str(result.exception)


def test_diff_says_which_levels_move_and_by_which_rule(run, store, mine):
    arguments = ("shipped", str(mine), "--as-of", "2023-11-08", "--store", store)
    result = run("diff", *arguments)
    told = words(result)
    assert result.exit_code == 0
    assert re.search(r"~ hazards/air_and_shelling/air-strike: points [0-9.]+ -> 33 ", told)
    assert "- hazards/air_and_shelling/mass-casualty-strike" in told
    assert re.search(r"Kidal Region, Mali: 5 Extreme \(score [0-9.]+\) -> 4 High ", told)
    assert "hazards/air_and_shelling/mass-casualty-strike: level 5 -> nothing" in told
    data = json.loads(run("diff", *arguments, "--json").stdout)
    moved = {one["region"]["id"]: one for one in data["regions"]}
    assert (moved["ML-8"]["level_before"], moved["ML-8"]["level_after"]) == (5, 4)


def test_diff_of_the_same_rules_moves_nothing(run, store):
    told = words(run("diff", "shipped", "shipped", "--as-of", "2023-11-08", "--store", store))
    assert told.startswith("The rules are alike.")
    assert "0 get another level, 0 other points" in told


def test_diff_takes_the_hash_of_a_rule_base_that_the_store_keeps(run, store, mine):
    texts = folder_texts(merged([resources.folder("rules"), mine]))
    with Store.open(Path(store)) as kept:
        kept.keep_rule_base(texts_hash(texts), texts)
    told = words(run("diff", texts_hash(texts)[:12], str(mine), "--store", store))
    assert told.startswith("The rules are alike.")


def test_diff_of_a_hash_that_the_store_does_not_keep_is_wrong_use(run, store):
    result = run("diff", "shipped", "0000", "--store", store)
    assert 'There is no rule base "0000"' in str(result.exception)


def test_diff_of_what_is_no_folder_is_wrong_use(run, store):
    result = run("diff", "shipped", "nowhere", "--store", store)
    assert "nowhere is no folder of rules" in str(result.exception)


def test_schema_prints_one_and_writes_all(run, tmp_path):
    assert json.loads(run("schema", "combination").stdout)["$id"] == "advisory:combination"
    run("schema", "--out", str(tmp_path))
    kept = {path.name: path.read_text() for path in resources.folder("rules").glob("schema/*.json")}
    assert {path.name: path.read_text() for path in tmp_path.glob("*.json")} == kept


def test_schema_of_no_kind_names_the_nearest(run):
    assert 'Did you mean "floor"?' in str(run("schema", "flor").exception)

"""While rules in a user's folder are broken, the last good rule base stays in force."""

import shutil
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from advisory.cli.app import build
from advisory.pipeline.ingest import ingest
from advisory.pipeline.last_good import rule_base_in_force
from advisory.resources import folder as folder_of
from tests.builders_rulebook import put
from tests.builders_seeds import NOW, FewNames, desk_with

CASUALTIES = "hazards/air_and_shelling/mass-casualty-strike.yaml"
BROKEN = "statsu: off\n"


@pytest.fixture(scope="module")
def made(gazetteer, tmp_path_factory):
    """A store with the Kidal story, made with a folder of rules in which one is switched off."""
    folder = tmp_path_factory.mktemp("made")
    own = put(folder / "mine", CASUALTIES, "status: off\n")
    rules, names = (folder_of("rules"), own), FewNames(gazetteer)
    desk = replace(desk_with(names, folder / "store.db"), rule_folders=rules)
    desk.__dict__["gazetteer"] = names
    ingest(desk, [folder_of("seeds") / "kidal"], NOW)
    return folder


@pytest.fixture
def house(gazetteer, made, monkeypatch, tmp_path):
    """A copy of it, which every command finds by the environment."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(
        "advisory.pipeline.desk.Gazetteer.open", lambda *_arguments, **_options: gazetteer
    )
    monkeypatch.setenv("ADVISORY_RULES", str(tmp_path / "mine"))
    monkeypatch.setenv("ADVISORY_STORE", str(tmp_path / "store.db"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(build([arguments[0]]), list(arguments))


def told(result):
    return " ".join(result.stdout.split())


def test_a_look_up_goes_on_with_the_last_good_rules_and_names_them(house):
    good = run("risk", "Kidal", "--as-of", "2023-11-08")
    put(house / "mine", CASUALTIES, BROKEN)
    result = run("risk", "Kidal", "--as-of", "2023-11-08")
    name = rule_base_in_force(house / "store.db")
    assert result.stdout == good.stdout
    assert f"rules: {name}" in told(result)
    assert f"the last good rule base stays in force: {name}" in result.stderr
    assert f'{CASUALTIES}:1: the key "kind" is missing' in result.stderr


def test_explain_goes_on_too(house):
    good = run("explain", "Kidal", "--as-of", "2023-11-08")
    put(house / "mine", CASUALTIES, BROKEN)
    assert run("explain", "Kidal", "--as-of", "2023-11-08").stdout == good.stdout


@pytest.mark.parametrize(
    "words", [("ingest", "seeds/red-strike"), ("brief", "Kidal"), ("review",), ("rules", "test")]
)
def test_what_takes_in_drafts_or_decides_is_refused_and_the_rules_in_force_are_named(house, words):
    put(house / "mine", CASUALTIES, BROKEN)
    before = (house / "store.db").read_bytes()
    result = run(*words)
    assert result.exception.exit_code == 1
    assert "the last good rule base stays in force" in result.stderr
    assert (house / "store.db").read_bytes() == before


def test_rules_that_are_named_in_the_command_are_never_replaced_by_others(house):
    put(house / "mine", CASUALTIES, BROKEN)
    result = run("risk", "Kidal", "--as-of", "2023-11-09", "--rules", str(house / "mine"))
    assert result.exception.exit_code == 1
    assert result.stdout == ""


def test_a_copy_of_the_last_good_rules_that_was_tampered_with_is_written_anew(house):
    good = run("risk", "Kidal", "--as-of", "2023-11-08")
    put(house / "mine", CASUALTIES, BROKEN)
    run("risk", "Kidal", "--as-of", "2023-11-09")
    [copy] = (house / "cache").rglob("levels.yaml")
    copy.write_text(copy.read_text().replace("from_score: 85", "from_score: 61"))
    (house / "store.cache.sqlite").unlink()
    assert run("risk", "Kidal", "--as-of", "2023-11-08").stdout == good.stdout

"""A rule base is merged, read and checked whole, and says everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from advisory.errors import RejectedFile, UserError
from advisory.resources import folder
from advisory.rulebook.load import load_rulebook
from advisory.rulebook.reader import read_file
from advisory.rulebook.shape import build
from tests.builders_rulebook import RIOT, RIOT_RULE, base, put
from tests.builders_shipped import rulebook

TESTS = Path(__file__).parent


@dataclass(frozen=True)
class BadFile:
    lies_at: str
    says: str


def bad_files() -> Mapping[str, BadFile]:
    problems = []
    table = read_file(TESTS / "cases" / "bad_rules.yaml")
    return build(Mapping[str, BadFile], table, problems)


def rejection(*folders):
    with pytest.raises(RejectedFile) as caught:
        load_rulebook(folders)
    return str(caught.value)


@pytest.mark.parametrize(("name", "bad"), bad_files().items(), ids=bad_files())
def test_a_bad_file_is_told_where_it_is_wrong_and_how_to_mend_it(name, bad, tmp_path):
    text = (TESTS / "bad" / "rules" / f"{name}.yaml").read_text(encoding="utf-8")
    own = put(tmp_path / "own", bad.lies_at, text)
    told = rejection(base(tmp_path / "shipped"), own)
    assert told.replace(str(own / bad.lies_at), "FILE") == bad.says


def test_every_bad_file_has_its_words():
    files = {path.stem for path in (TESTS / "bad" / "rules").iterdir()}
    assert files == set(bad_files())


def test_the_problems_of_all_files_come_at_once(tmp_path):
    own = put(tmp_path / "own", RIOT, RIOT_RULE.replace("killed >= 3", "kiled >= 3"))
    put(own, "sources.yaml", "wire: {name: Wire}\n")
    told = rejection(base(tmp_path / "shipped"), own)
    assert "kiled" in told
    assert 'the key "owner" is missing' in told


def test_a_shipped_file_is_named_as_a_reader_of_the_repository_knows_it():
    assert rulebook().winners["levels.yaml"] == "rules"
    assert all(rule.path == f"rules/{rule.id}.yaml" for rule in rulebook().rules)


def test_a_rule_is_known_by_where_it_lies():
    ids = [floor.id for floor in rulebook().floors]
    assert "hazards/air_and_shelling/mass-casualty-strike" in ids


def test_a_users_file_replaces_the_shipped_one_of_the_same_name(tmp_path):
    both = [put(base(tmp_path / "shipped"), RIOT, RIOT_RULE)]
    both.append(put(tmp_path / "own", RIOT, RIOT_RULE.replace("title: Riot", "title: Ours")))
    book = load_rulebook(both)
    assert [rule.title for rule in book.rules] == ["Ours"]
    assert book.winners[RIOT] == str(tmp_path / "own")


def test_status_off_in_a_users_file_switches_the_rule_off(tmp_path):
    first = put(base(tmp_path / "shipped"), RIOT, RIOT_RULE)
    own = put(tmp_path / "own", RIOT, "status: off\n")
    assert load_rulebook([first]).rules != ()
    assert load_rulebook([first, own]).rules == ()


def test_status_off_that_switches_nothing_off_names_the_nearest_rule(tmp_path):
    first = put(base(tmp_path / "shipped"), RIOT, RIOT_RULE)
    own = put(tmp_path / "own", RIOT.replace("riot", "riots"), "status: off\n")
    assert f'Did you mean "{RIOT}"?' in rejection(first, own)


def test_a_rule_that_is_off_is_checked_all_the_same(tmp_path):
    text = RIOT_RULE.replace("stable", "off").replace("killed >= 3", "kiled >= 3")
    assert "kiled" in rejection(put(base(tmp_path), RIOT, text))


def test_one_changed_byte_changes_the_hash(tmp_path):
    before = load_rulebook([put(base(tmp_path), RIOT, RIOT_RULE)]).hash
    after = load_rulebook([put(tmp_path, RIOT, f"{RIOT_RULE}# seen\n")]).hash
    assert before != after


def test_a_copy_of_the_rule_base_has_the_same_hash_wherever_it_lies(tmp_path):
    one, two = base(tmp_path / "one"), base(tmp_path / "two")
    assert load_rulebook([one]).hash == load_rulebook([two]).hash


def test_a_missing_file_is_named(tmp_path):
    first = base(tmp_path)
    (first / "levels.yaml").unlink()
    assert rejection(first).startswith("rules/levels.yaml:1: the file is missing")


def test_a_folder_that_is_not_there_is_no_empty_folder(tmp_path):
    with pytest.raises(UserError, match="There is no folder"):
        load_rulebook([base(tmp_path / "shipped"), tmp_path / "owm"])


def test_hidden_folders_are_no_part_of_a_rule_base(tmp_path):
    own = put(tmp_path / "own", ".github/workflows/check.yaml", "on: push\n")
    first = base(tmp_path / "shipped")
    assert load_rulebook([first, own]).hash == load_rulebook([first]).hash


def test_the_shipped_rule_base_is_accepted():
    assert load_rulebook([folder("rules")]) == rulebook()

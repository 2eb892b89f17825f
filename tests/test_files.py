"""Files appear whole or not at all; folders are found; errors say how to mend them."""

import os
from pathlib import Path

import pytest

from advisory import files, resources
from advisory.errors import AmbiguousName, MissingFolder, Problem, RejectedFile, UnknownName


def test_a_file_is_replaced_in_one_step(tmp_path):
    target = tmp_path / "page.html"
    files.write_whole(target, "old")
    files.write_whole(target, "new")
    assert target.read_text() == "new"


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path, monkeypatch):
    target = tmp_path / "page.html"
    files.write_whole(target, "old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        files.write_whole(target, "new")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("page.html", "old")]


def test_the_users_folders_follow_the_xdg_variables(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert files.data_folder() == tmp_path / "advisory"


def test_a_relative_xdg_variable_is_ignored_as_the_standard_says(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    assert files.cache_folder() == Path.home() / ".cache" / "advisory"


@pytest.mark.parametrize("name", ["rules", "templates", "seeds"])
def test_the_shipped_folders_are_found(name):
    assert resources.folder(name).is_dir()


def test_a_missing_folder_says_where_it_was_looked_for():
    with pytest.raises(MissingFolder, match="The folder maps/ is missing: looked in"):
        resources.folder("maps")


def test_an_unknown_name_comes_with_the_nearest():
    error = UnknownName("region", "Kidl", ["Gao", "Kidal"])
    assert str(error) == 'There is no region "Kidl". Did you mean "Kidal"?'


def test_an_ambiguous_name_lists_its_choices():
    error = AmbiguousName("region", "Amhara", ["Amhara, Ethiopia", "Amhara, Elsewhere"])
    assert str(error).splitlines()[1:] == ["    Amhara, Ethiopia", "    Amhara, Elsewhere"]


def test_all_problems_of_a_file_are_told_in_the_order_of_its_lines():
    error = RejectedFile([Problem("a.yaml", 9, "late"), Problem("a.yaml", 2, "early")])
    assert [str(problem) for problem in error.problems] == ["a.yaml:2: early", "a.yaml:9: late"]

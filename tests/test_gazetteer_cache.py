"""The cache is found again, or built again; it is never believed when damaged."""

import logging

import pytest

from advisory.gazetteer.cache import open_index
from advisory.resources import folder

RULES = [folder("rules")]


@pytest.mark.prove
def test_a_damaged_index_is_built_again_and_the_log_says_so(tmp_path, caplog):
    caplog.set_level(logging.WARNING)
    built = open_index(RULES, tmp_path)
    [path] = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    assert open_index(RULES, tmp_path).version == built.version
    assert "built again" in caplog.text


@pytest.mark.prove
def test_progress_goes_from_nothing_to_all(tmp_path):
    shares: list[float] = []
    open_index(RULES, tmp_path, shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


@pytest.mark.prove
def test_a_cache_that_cannot_be_written_falls_back_to_a_temporary_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    not_a_folder = tmp_path / "file"
    not_a_folder.write_text("in the way")
    open_index(RULES, not_a_folder)
    assert [path.suffix for path in tmp_path.glob("advisory-*/*")] == [".index"]

"""The cache is found again, or built again; it is never believed when damaged."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from advisory.gazetteer import cache
from advisory.gazetteer.cache import open_index
from advisory.gazetteer.draft import Draft
from advisory.gazetteer.records import Kind
from advisory.resources import folder

RULES = [folder("rules")]
ROOT = Path(__file__).parents[1]

# Opens the index of a small world, or of the real one where the second argument says so.
PROCESS = """
import sys
from pathlib import Path
from advisory.gazetteer import cache
from tests.test_gazetteer_cache import RULES, small_world
if sys.argv[2] == "small":
    cache.compile_index = small_world
index = cache.open_index(RULES, Path(sys.argv[1]))
print(index.entry(index.row_of_code("ML")).name, len(index))
"""


def small_world(*sources_and_progress):
    """The sections of an index with one country in it."""
    *_, progress = sources_and_progress
    draft = Draft()
    row = draft.add(Kind.COUNTRY, "Mali", id_text="ML", country=0)
    draft.code(row, "ML")
    draft.name(row, ["Mali"], is_main=True)
    progress(1.0)
    return draft.pack()


@pytest.fixture
def quickly(monkeypatch):
    monkeypatch.setattr(cache, "compile_index", small_world)


def opened_by(folder, world, processes):
    """Open the index in several processes at once; return what each of them printed."""
    command = [sys.executable, "-c", PROCESS, str(folder), world]
    running = [
        subprocess.Popen(  # noqa: S603 - our own process
            command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
        )
        for _ in range(processes)
    ]
    return {one.communicate()[0].decode().strip() for one in running}


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize("share", [0.0, 0.5, 0.999])
def test_a_cut_index_is_built_again_and_the_log_says_so(tmp_path, caplog, share):
    caplog.set_level(logging.WARNING)
    built = open_index(RULES, tmp_path)
    [path] = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert open_index(RULES, tmp_path).version == built.version
    assert "built again" in caplog.text
    assert path.read_bytes() == whole


@pytest.mark.usefixtures("quickly")
def test_what_a_build_left_half_written_is_never_opened(tmp_path):
    open_index(RULES, tmp_path)
    [path] = tmp_path.iterdir()
    whole = path.read_bytes()
    path.unlink()
    path.with_name(f"{path.name}.half").write_bytes(whole[: len(whole) // 2])
    assert len(open_index(RULES, tmp_path)) == 1


@pytest.mark.usefixtures("quickly")
def test_an_index_that_lies_in_a_read_only_folder_is_read(tmp_path, monkeypatch):
    open_index(RULES, tmp_path)
    monkeypatch.setattr(cache, "write_sections", pytest.fail)
    assert len(open_index(RULES, tmp_path)) == 1


@pytest.mark.usefixtures("quickly")
def test_a_cache_that_cannot_be_written_falls_back_to_a_temporary_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    not_a_folder = tmp_path / "file"
    not_a_folder.write_text("in the way")
    open_index(RULES, not_a_folder)
    assert [path.suffix for path in tmp_path.glob("advisory-*/*")] == [".index"]


@pytest.mark.usefixtures("quickly")
def test_a_changed_places_csv_is_another_index(tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    shipped = (folder("rules") / "places.csv").read_text("utf-8").splitlines()
    (mine / "places.csv").write_text("\n".join(shipped[:10]) + "\n", "utf-8")
    ours = open_index([*RULES, mine], tmp_path / "cache")
    assert ours.version != open_index(RULES, tmp_path / "cache").version
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_processes_that_build_at_once_all_find_a_whole_index(tmp_path):
    assert opened_by(tmp_path, "small", 3) == {"Mali 1"}
    assert [path.suffix for path in tmp_path.iterdir()] == [".index"]


@pytest.mark.prove
def test_two_processes_build_the_real_index_at_once(tmp_path):
    [printed] = opened_by(tmp_path, "real", 2)
    assert printed.startswith("Mali ")
    assert [path.suffix for path in tmp_path.iterdir()] == [".index"]


@pytest.mark.prove
def test_progress_goes_from_nothing_to_all(tmp_path):
    shares: list[float] = []
    open_index(RULES, tmp_path, shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)

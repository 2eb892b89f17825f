"""Taking in the same files again, broken off, or in another order leaves the same store."""

from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.errors import RejectedReport
from advisory.intake.intake import Taken, take_in
from advisory.store.store import Store
from tests.builders_intake import NOW, SOURCES, written


def a_folder(folder):
    for number in range(6):
        written(folder / f"{number}.txt", f"Source: gazette\n\nReport {number}.\n")
    lines = [
        f'{{"id": "r{n}", "text": "Report {n}.", "published": "2025-03-0{n}"}}' for n in range(1, 7)
    ]
    written(folder / "lines.jsonl", "\n".join([*lines, "{", *lines[:2]]))
    return folder


def take(store, paths, most=None) -> None:
    for item in islice(take_in(paths, sources=SOURCES, now=NOW), most):
        if isinstance(item, Taken):
            store.add_reports([item.value], NOW)


def a_digest(path, *runs) -> str:
    with Store.open(path) as store:
        for paths, most in runs:
            take(store, paths, most)
        return store.digest


@pytest.mark.parametrize("most", [0, 1, 5, 9, 14])
def test_a_run_that_was_broken_off_and_begun_again_ends_in_the_same_store(tmp_path, most):
    folder = a_folder(tmp_path / "in")
    whole = a_digest(tmp_path / "whole", ([folder], None))
    assert a_digest(tmp_path / "twice", ([folder], most), ([folder], None)) == whole


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_files_in_any_order_end_in_the_same_store(tmp_path_factory, data):
    home = tmp_path_factory.mktemp("any")
    files = sorted(a_folder(home / "in").iterdir())
    shuffled = data.draw(st.permutations(files))
    assert a_digest(home / "one", (files, None)) == a_digest(home / "two", (shuffled, None))


def test_a_changed_text_under_an_old_id_is_refused_and_the_old_one_kept(tmp_path):
    path = written(tmp_path / "a.jsonl", '{"id": "r1", "text": "Two killed."}')
    with Store.open(tmp_path / "store") as store:
        take(store, [path])
        written(path, '{"id": "r1", "text": "Nobody killed."}')
        with pytest.raises(RejectedReport, match="taken by another text"):
            take(store, [path])
        assert [report.text for report in store.reports()] == ["Two killed."]

"""A damaged, cut or outdated index file is never read as an index."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.errors import BrokenIndex
from advisory.gazetteer.layout import open_sections, write_sections

SECTIONS = {"numbers": bytes(range(40)), "texts": b"Kidal\0"}


@pytest.fixture
def index_file(tmp_path):
    path = tmp_path / "an.index"
    write_sections(path, "1", SECTIONS)
    return path


def test_what_was_written_is_read_back(index_file):
    opened = open_sections(index_file, "1")
    assert {name: bytes(section) for name, section in opened.items()} == SECTIONS


def test_another_version_is_refused(index_file):
    with pytest.raises(BrokenIndex, match="version 1, not 2"):
        open_sections(index_file, "2")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_cut_file_is_refused_wherever_it_is_cut(index_file, data):
    whole = index_file.read_bytes()
    cut = index_file.with_name("cut.index")
    cut.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(BrokenIndex):
        open_sections(cut, "1")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_changed_byte_is_noticed_wherever_it_is(index_file, data):
    content = bytearray(index_file.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1
    changed = index_file.with_name("changed.index")
    changed.write_bytes(content)
    with pytest.raises(BrokenIndex):
        open_sections(changed, "1")

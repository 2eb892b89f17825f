import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.errors import UserError
from advisory.intake.intake import Refusal, Taken
from tests.builders_intake import items, written

FORMATS = ("a.txt", "a.md", "a.html", "a.eml", "a.jsonl", "a.rss", "decisions.yaml")


def test_a_folder_gives_its_files_in_the_order_of_their_names(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a/3.txt", "4.txt"):
        written(tmp_path / name, name)
    assert [item.value.text for item in items(tmp_path)] == [
        "4.txt",
        "a/3.txt",
        "b/1.txt",
        "b/2.txt",
    ]


@pytest.mark.parametrize("name", [".hidden.txt", ".git/a.txt", "README.md", "expected.yaml"])
def test_what_was_not_meant_as_a_report_is_left_alone(tmp_path, name):
    written(tmp_path / name, "Calm.")
    assert items(tmp_path) == []


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    secret = written(tmp_path / "secret.txt", "A secret.")
    (tmp_path / "offered").mkdir()
    (tmp_path / "offered" / "a.txt").symlink_to(secret)
    [item] = items(tmp_path / "offered")
    assert item.reason == "It is a link out of its folder. Name the file itself."


def test_a_linked_folder_is_not_entered(tmp_path):
    written(tmp_path / "elsewhere" / "a.txt", "A secret.")
    (tmp_path / "offered").mkdir()
    (tmp_path / "offered" / "more").symlink_to(tmp_path / "elsewhere")
    assert items(tmp_path / "offered") == []


def test_a_pipe_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    [item] = items(tmp_path)
    assert "no regular file" in item.reason


def test_a_path_that_does_not_exist_is_wrong_use(tmp_path):
    with pytest.raises(UserError, match=r"There is no file or folder .*none"):
        items(tmp_path / "none")


def test_a_date_that_is_none_is_wrong_use(tmp_path):
    with pytest.raises(UserError, match='"soon" is no publication date'):
        items(tmp_path, published="soon")


@pytest.mark.parametrize("name", FORMATS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_no_content_whatever_stops_the_intake(tmp_path, name, content):
    for item in items(written(tmp_path / name, content)):
        assert isinstance(item, Taken) or (isinstance(item, Refusal) and item.reason)


PIECES = st.sampled_from(
    (
        *("From: a@b\n", "Content-Type: multipart/mixed; boundary=x\n", "--x\n", "--x--\n", "\n"),
        *("Date: 1", "charset=", "utf-7", "=?utf-8?b?", "?=", "<meta charset=", "<p>", "<item>"),
        *("</item>", "<rss>", "<![CDATA[", "<!DOCTYPE a [", '{"id":', '"text":"x"', "}", "---\n"),
        *("tlp: ", "\u202e", "{", "]"),
    )
)


@pytest.mark.parametrize("name", FORMATS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.lists(PIECES, max_size=25).map("".join))
def test_no_half_well_formed_content_surprises_a_reader(tmp_path, name, content):
    for item in items(written(tmp_path / name, content)):
        assert isinstance(item, Taken) or not item.reason.startswith("It cannot be read (")

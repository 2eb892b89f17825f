"""YAML is read strictly: nothing is guessed, and nothing hostile is worth a second."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from advisory.errors import RejectedFile
from advisory.rulebook.reader import MAX_BYTES, MAX_DEPTH, Node, read_file, read_text
from advisory.rulebook.shape import build

HOSTILE = {
    "a: &x [1]\nb: *x": "x.yaml:1: anchors and aliases are not allowed\n    Write the value out.",
    "<<: {a: 1}": 'x.yaml:1: the merge key "<<" is not allowed\n    Write it out.',
    "[" * 200_000: "x.yaml:1: more than 50 levels deep",
    "{" * 200_000: "x.yaml:1: more than 50 levels deep",
    "- " * 200_000: "x.yaml:1: more than 50 levels deep",
    "? " * 200_000: "x.yaml:1: more than 50 levels deep",
    "- a\n" * 60_000: "x.yaml:50000: more than 50,000 values\n    Split the file.",
    "a: !!python/name:os.system": (
        "x.yaml:1: the tag tag:yaml.org,2002:python/name:os.system is not allowed\n    Remove it."
    ),
    "a: !x 1": "x.yaml:1: the tag !x is not allowed\n    Remove it.",
    "a: 1\nb: 2\na: 3": (
        'x.yaml:3: the key "a" is repeated; it stands in line 1 too\n    Keep one of them.'
    ),
    "[a]: 1": "x.yaml:1: a key must be a word",
    "a: 1\n---\na: 2": "x.yaml:2: a second document\n    One file, one.",
    "a: b\x00c": "x.yaml:1: the character #x0000 cannot be seen and is not allowed\n    Remove it.",
    'a: "\\e[31m"': (
        "x.yaml:1: the character #x001b cannot be seen and is not allowed\n    Remove it."
    ),
    "a: 1\nb: c # \u202e": (
        "x.yaml:2: the character #x202e cannot be seen and is not allowed\n    Remove it."
    ),
    'a: 1\nb: "\\UFFFFFFFF"': (
        "x.yaml:2: not YAML: a character or number that cannot be\n    Look below this line."
    ),
    f"%YAML {'9' * 5_000}.1\n---\na: 1": (
        "x.yaml:1: not YAML: a character or number that cannot be\n    Look below this line."
    ),
    "a: \ufffe": "x.yaml:1: not YAML: the character #xfffe is not allowed",
    "a: [1, 2": "x.yaml:1: not YAML: expected ',' or ']', but got '<stream end>'",
    "\ta: 1": "x.yaml:1: not YAML: found character '\\t' that cannot start any token",
}
KEPT = ["NO", "on", "yes", "012", "0x1F", "1_000", "1e3", ".nan", ".inf", "12:30:00", "2026-02-30"]
MARKS = """
    a b: : - ? [ ] { } , & * ! | > ' " % @ # << --- ... \\ é null ~ 1 &a *a !t "\\U %YAML
""".split()  # noqa: SIM905 - a list of thirty quotes is not easier to read
PIECES = st.sampled_from([*MARKS, "\n", "\n  ", "\n- ", "\t", "\x00", "\u202e"])


@dataclass(frozen=True)
class Thing:
    name: str
    count: int | None = None
    open: bool = False
    day: date | None = None


def built(text):
    problems = []
    return build(Thing, read_text(text, "x.yaml"), problems), [str(p) for p in problems]


@pytest.mark.parametrize(("text", "told"), HOSTILE.items(), ids=[ascii(t)[:30] for t in HOSTILE])
def test_hostile_yaml_is_refused(text, told):
    with pytest.raises(RejectedFile) as caught:
        read_text(text, "x.yaml")
    assert str(caught.value) == told


@pytest.mark.parametrize("word", KEPT)
def test_a_word_stays_the_word_that_was_written(word):
    assert read_text(f"a: {word}", "x.yaml")["a"].value == word


def tree_or_problems(text):
    try:
        return read_text(text, "x.yaml")
    except RejectedFile as error:
        return error.problems


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_is_read_or_refused_at_a_line_it_has(text):
    found = tree_or_problems(text)
    problems = () if isinstance(found, Node) else found
    assert all(problem.path == "x.yaml" for problem in problems)
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems)


def written(node):
    """Return what a node says, without where it stands."""
    if isinstance(node.value, dict):
        return {key: written(value) for key, value in node.value.items()}
    return [written(item) for item in node.value] if isinstance(node.value, list) else node.value


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_libyaml_and_the_parser_that_explains_problems_read_the_same(text):
    quick = tree_or_problems(text)
    with patch("advisory.rulebook.reader._QUICK", yaml.SafeLoader):
        careful = tree_or_problems(text)
    if isinstance(quick, Node) and isinstance(careful, Node):
        assert written(quick) == written(careful)


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"])))
def test_any_text_in_quotes_comes_back_as_it_was(text):
    quoted = "'" + text.replace("'", "''") + "'"
    assert read_text(f"a: {quoted}", "x.yaml")["a"].value == text


def test_a_file_that_is_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("#" * (MAX_BYTES + 1))
    with pytest.raises(RejectedFile, match="over 1,000,000 bytes"):
        read_file(path)


def test_text_that_is_not_utf_8_is_refused_at_its_line(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(RejectedFile, match=r"x\.yaml:2: the text is not UTF-8"):
        read_file(path)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path):
    with pytest.raises(RejectedFile, match="the file cannot be read: No such file"):
        read_file(tmp_path / "x.yaml")


def test_as_deep_as_allowed_is_read():
    text = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert isinstance(read_text(text, "x.yaml"), Node)


def test_a_value_is_told_by_the_line_of_its_key():
    assert read_text("a:\n\n  b: 1\n", "x.yaml")["a"].line == 1


def test_country_no_is_norway():
    assert built("name: NO") == (Thing("NO"), [])


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_no_name(nothing):
    thing, [told] = built(f"name: {nothing}")
    assert thing is None
    assert told.startswith("x.yaml:1: nothing is written here; text is needed")


def test_a_quoted_null_is_a_word():
    assert built('name: "null"') == (Thing("null"), [])


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_none_where_none_is_allowed(nothing):
    assert built(f"name: x\ncount: {nothing}") == (Thing("x", None), [])


@pytest.mark.parametrize("number", ["012", "0x1F", "1_000", "1e3", "+1", "１２", "1.0", ".nan"])  # noqa: RUF001
def test_only_plain_digits_are_a_whole_number(number):
    assert built(f"name: x\ncount: {number}")[1] == [f'x.yaml:2: "{number}" is not a whole number']


@pytest.mark.parametrize("word", ["yes", "NO", "on", "True", "1"])
def test_only_true_and_false_are_true_or_false(word):
    assert built(f"name: x\nopen: {word}")[1] == [f'x.yaml:2: "{word}" is not true or false']


def test_a_day_that_is_not_in_the_calendar_is_refused():
    assert built("name: x\nday: 2026-02-30")[1] == [
        'x.yaml:2: "2026-02-30" is not a day as YYYY-MM-DD'
    ]


def test_an_unknown_key_names_the_nearest():
    told = built("name: x\ncuont: 3")[1]
    assert told == [
        'x.yaml:2: unknown key "cuont"\n    Did you mean "count"? Allowed: name, count, open, day'
    ]


def test_keys_have_one_order():
    assert built("count: 3\nname: x")[1] == [
        "x.yaml:1: the keys are out of order\n    Write them in this order: name, count"
    ]


def test_every_mistake_is_told_at_once():
    told = built("count: many\nopen: maybe\nday: soon")[1]
    assert [line.partition(": ")[0] for line in told] == ["x.yaml:1"] * 2 + ["x.yaml:2", "x.yaml:3"]


def test_files_of_the_tests_are_read_with_the_same_reader():
    assert read_file(Path(__file__).parent / "cases" / "bad_rules.yaml").value

"""What a newcomer reads: lines that fit, words for codes, a way on after an error."""

import pytest
from typer.testing import CliRunner

from advisory.cli.app import build
from advisory.cli.output import COLUMNS
from advisory.errors import UserError
from tests.builders_seeds import taken_in

AFTER_THE_STRIKE = ("--as-of", "2023-11-20")


@pytest.fixture(scope="module")
def store(gazetteer, tmp_path_factory):
    return str(taken_in(gazetteer, "kidal", tmp_path_factory.mktemp("screen")).store_path)


@pytest.fixture
def run(gazetteer, store, monkeypatch):
    monkeypatch.setattr(
        "advisory.pipeline.desk.Gazetteer.open", lambda *_arguments, **_options: gazetteer
    )
    monkeypatch.setenv("ADVISORY_STORE", store)

    def command(*arguments):
        result = CliRunner().invoke(build([arguments[0]]), list(arguments))
        if isinstance(result.exception, UserError):
            raise result.exception
        return result

    return command


@pytest.mark.parametrize(
    "words",
    [("incidents", "Kidal"), ("incident", "i81d5"), ("explain", "Kidal"), ("conditions", "Kidal")],
    ids=" ".join,
)
def test_no_line_is_wider_than_the_screen(run, words):
    lines = run(*words, *AFTER_THE_STRIKE).stdout.splitlines()
    assert lines
    assert max(map(len, lines)) <= COLUMNS


def test_a_condition_is_told_in_words(run):
    shown = run("conditions", "Kidal", *AFTER_THE_STRIKE).stdout
    assert "phones cut, Kidal: in force since 10 Nov 2023" in shown


@pytest.mark.parametrize("command", ["incidents", "conditions"])
def test_an_empty_list_says_that_silence_is_not_calm(run, command):
    result = run(command, "Kidal", "--as-of", "2023-06-01")
    assert not result.stdout
    assert "Silence is not calm" in result.stderr


def test_a_word_for_a_day_is_answered_with_how_to_write_one(run):
    with pytest.raises(UserError, match='"yesterday" is no time: write 2023-11-07T18:24:00Z, or'):
        run("risk", "Kidal", "--as-of", "yesterday")


def test_a_format_that_is_none_is_answered_with_those_there_are(run):
    with pytest.raises(UserError, match=r"One of: .*pdf"):
        run("brief", "Kidal", "--format", "slides")


def test_the_help_of_the_program_says_how_to_begin():
    shown = CliRunner().invoke(build(), ["--help"]).stdout
    assert "To begin: advisory demo" in shown

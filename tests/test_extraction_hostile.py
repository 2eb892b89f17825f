"""Texts made to break a reader: each is read, or refused with a reason, and the rest goes on."""

import json

import pytest
from typer.testing import CliRunner

from advisory.cli.app import build
from tests.builders_extraction import reading

NEWS = "Gunmen killed 3 people in Gao on Friday. "
SMALL = 4_000
PUMPS = [
    "a", "A", " ", "\n", ". ", "A. ", "\"'", "(", "-", "9", "7 ", "twenty thousand ", "killed ",
    "12 people and ", "soldiers and ", "no not never ", "attack ", NEWS, f"{NEWS}\n\n", "may ",
    "on friday 3 may 2024 ", "Gao ", "Gao, ", "in the town of Gao ", "in Xyzzy village in ",
    "the Taliban ", "Front for Hills (FFH) ", "GAO, 3 May (AFP) -- ", "Next\nA dark night ...\n",
    "ж", "e\u0301", "\ud800", "\u202e", "\0", "\ufdfa", "\U0001f600",
]  # fmt: skip


def proved(text):
    """Read a text; every span that proves a value must be the text's own."""
    made = reading(text)
    for mention in made.mentions:
        for proof in mention.evidence:
            assert all(text[span.start : span.end] == span.text for span in proof.spans)
    return made


@pytest.mark.parametrize("pump", PUMPS, ids=repr)
def test_a_pump_is_read_and_proves_only_what_it_says(pump):
    assert proved((NEWS + pump * SMALL)[:SMALL]).report == "report"


@pytest.mark.prove
@pytest.mark.parametrize("pump", PUMPS, ids=repr)
def test_a_long_pump_is_read_and_proves_only_what_it_says(pump):
    assert proved((NEWS + pump * 100_000)[:100_000]).report == "report"


@pytest.mark.parametrize("mark", ["\ud800", "\u202e", "\0", "\u200f", "\x1b"], ids=repr)
def test_a_mark_between_sentences_changes_nothing_that_is_told(mark):
    [plain], [marked] = reading(NEWS).mentions, reading(f"{mark} {NEWS}{mark}").mentions
    assert (plain.type, plain.killed, plain.date) == (marked.type, marked.killed, marked.date)


def test_a_thousand_incidents_without_a_place_are_told_one_by_one():
    days = [f"On {day} May {year} a bomb killed {day} people." for year in (2022, 2023) for day in
            range(1, 29)]  # fmt: skip
    assert reading("\n\n".join(days * 20)).readable


def extract(gazetteer, monkeypatch, lines):
    monkeypatch.setattr(
        "advisory.pipeline.desk.Gazetteer.open", lambda *_arguments, **_options: gazetteer
    )
    return CliRunner().invoke(build(["extract"]), ["extract", "-"], input="\n".join(lines))


@pytest.mark.parametrize("text", ["\ud800 bad half", "\u202e turned", "\0 nothing", "\x9b2J"])
def test_extract_prints_no_character_that_steers_a_screen(gazetteer, monkeypatch, text):
    line = json.dumps({"id": text, "text": f"{text} {NEWS}", "published": "2026-11-10"})
    run = extract(gazetteer, monkeypatch, [line])
    assert run.exit_code == 0
    assert json.loads(run.stdout)["id"] == text
    assert not set(text) & set("\ud800\u202e\0\x9b") & set(run.stdout)


@pytest.mark.prove
def test_twenty_megabytes_in_one_line_are_read_and_the_next_line_too(gazetteer, monkeypatch):
    lines = [
        json.dumps({"id": name, "text": text, "published": "2026-11-10"})
        for name, text in (("long", NEWS + "x" * 20_000_000), ("next", NEWS))
    ]
    run = extract(gazetteer, monkeypatch, [*lines, "[" * 20_000_000])
    assert [json.loads(line)["id"] for line in run.stdout.splitlines()] == ["long", "next"]
    assert "-:3: this line is not JSON" in run.stderr

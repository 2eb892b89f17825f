"""A report whose every field is hostile stays words: no command obeys it, or passes it on."""

import ast
import json
import re
import unicodedata
from pathlib import Path

import pytest

from advisory.cli import app
from tests.builders_hands import Room

FRAGMENTS = (
    "\x1b]8;;http://evil.example\x07x\x1b[31m\x1b[2J", "\x9b2J\x85\x90", "\u202e\u2066\u200b",
    "<script>alert(1)</script><img src=x onerror=y>", "{{ advisory.title }}{% include 'x' %}",
    "../../x", "\r\nBcc: evil@evil.example\r\n", "![x](http://evil.example)", "\x7f\x00\x08",
)  # fmt: skip
EVIL = "".join(FRAGMENTS)
NAME = "<b>{{ 7*7 }}../../x![x](http://evil.example)"  # what may stand in a name: printable
TEXT = (
    f"At least 12 people were killed in drone strikes on Kidal, Mali, on 7 November 2023. {EVIL} "
    f'"We killed {EVIL} 40," said a spokesman {EVIL} of the Malian Armed Forces. '
    f"Telephones were cut in Kidal on 6 November. A curfew was imposed in Kidal {EVIL}."
)
LINES = [
    {"id": f"{NAME}1", "text": TEXT, "title": EVIL, "source": NAME, "origin": NAME,
     "url": f"http://evil.example/{EVIL}", "language": EVIL, "published": "2023-11-07"},
    {"text": f"{EVIL}\n{TEXT}", "title": f"{EVIL}{NAME}", "published": "2023-11-07T20:00:00Z"},
    {"id": EVIL, "text": TEXT, "published": EVIL, "source": EVIL},
    {"id": "b", "text": TEXT, "tlp": EVIL},
]  # fmt: skip


@pytest.fixture(scope="module")
def hit(gazetteer, tmp_path_factory):
    """A store that has taken all of it in, with the commands to run on it."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        room = Room(gazetteer, folder, patch)
        path = folder / "lines \x1b[31m\u202e.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in LINES))
        room.ingested = room.run("ingest", str(path))
        room.decide("add", "Gunmen killed two people in Gao, Mali, today.")
        yield room


def steering(text):
    """The characters of a text that could steer a screen, beside line ends."""
    return {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} - {"\n"}


COMMANDS = [
    ("risk", "Kidal"), ("risk", "Kidal", "--json"), ("risk", "Kidal", "--as-of", "2023-11-07"),
    ("incidents",), ("incidents", "--json"), ("conditions",), ("conditions", "--json"),
    ("explain", "Kidal"), ("explain", "Kidal", "--json"), ("quarantine",), ("quarantine", "--json"),
    *(("brief", "Kidal", "--format", form) for form in ("txt", "md", "html")),
    *(("weekly", "Kidal", "--format", form) for form in ("txt", "md", "html")),
]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_prints_what_steers_a_terminal(hit, words):
    result = hit.run(*words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.stdout
    assert steering(result.stdout + result.stderr) == set()


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_the_ledger_of_each_incident_prints_nothing_that_steers_a_terminal(hit, options):
    for incident in hit.incidents:
        result = hit.run("incident", incident, *options)
        assert result.stdout
        assert steering(result.stdout) == set()


def test_what_was_refused_is_told_without_what_steers_a_terminal(hit):
    assert hit.ingested.exit_code == 5
    assert "quarantined" in hit.ingested.stderr
    assert steering(hit.ingested.stderr) == set()


def test_an_error_repeats_nothing_that_steers_a_terminal(hit, monkeypatch, capsys):
    words = ["advisory", "incident", EVIL.replace("\x00", ""), "--store", hit.store]
    monkeypatch.setattr("sys.argv", words)
    with pytest.raises(SystemExit) as left:
        app.main()
    assert left.value.code == 2
    assert steering(capsys.readouterr().err) == set()


def test_json_keeps_every_character_as_an_escape(hit):
    told = json.loads(hit.run("quarantine", "--json").stdout)
    assert any("\x1b[31m" in one["item"] for one in told)


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_a_briefing_holds_no_markup_of_a_report(hit, form):
    told = hit.run("brief", "Kidal", "--format", form).stdout
    unescaped = re.sub(r"\\.", "", told) if form == "md" else told
    markup = {"txt": ("\nBcc:",), "md": ("<", "](http"), "html": ("<script", "<img src=x", "<b>{")}
    assert [mark for mark in markup[form] if mark in unescaped] == []


def test_a_product_is_written_where_it_was_asked_for_and_nowhere_else(hit, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    for form in ("txt", "md", "html", "eml"):
        hit.run("brief", "Kidal", "--format", form, "--out", str(folder))
    written = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) == 4
    assert all(path.parts[0] == "out" and path.name.isascii() for path in written)


def test_a_mail_has_no_header_of_a_report(hit, tmp_path):
    hit.run("brief", "Kidal", "--format", "eml", "--out", str(tmp_path / "one.eml"))
    head = (tmp_path / "one.eml").read_bytes().split(b"\r\n\r\n")[0]
    assert head
    assert b"\nBcc" not in head


def test_every_command_prints_through_the_one_place_that_takes_out_what_steers():
    allowed = {"output.py", "options.py", "app.py"}
    printing = [
        module.name
        for module in Path(app.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert set(printing) == allowed

"""The press: same bytes, nothing fetched, nothing half set."""

import subprocess
from shutil import which

import pytest
from weasyprint.urls import FatalURLFetchingError

from advisory.errors import RenderingFailed
from advisory.rendering import pdf as pdf_module
from advisory.rendering.pdf import press
from advisory.rendering.press import Warned, pdf_of
from advisory.rendering.render import render
from advisory.rendering.texts import each_text
from tests.builders_rendering import LEVELS, TEMPLATES, alert, kidal_part, says, told

STYLE = (TEMPLATES[0] / "style/print.css").read_text()
FONTS = {f"fonts/{path.name}": path.read_bytes() for path in TEMPLATES[0].glob("fonts/*.ttf")}


def page(body, head=""):
    return f'<html lang="en"><head><title>x</title>{head}</head><body>{body}</body></html>'


def test_the_same_advisory_gives_the_same_pdf():
    first, again = (render(alert(), "pdf", TEMPLATES, levels=LEVELS).content for _ in range(2))
    assert first == again
    assert first.startswith(b"%PDF-")


PAYLOADS = {
    "an image": "<img src='file://{canary}'>",
    "an object": "<object data='file://{canary}'></object>",
    "an embedded file": "<embed src='file://{canary}'>",
    "a picture inside a drawing": (
        "<svg xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"
        "<image xlink:href='file://{canary}' width='9' height='9'/></svg>"
    ),
    "a background": "<p style=\"background:url('file://{canary}')\">x</p>",
    "an address on the network": "<img src='http://127.0.0.1:9/x.png'>",
    "a relative address": "<img src='x.png'>",
}
HEADS = {
    "a style sheet": "<link rel=stylesheet href='file://{canary}'>",
    "an attachment": "<link rel=attachment href='file://{canary}'>",
    "an import": "<style>@import 'file://{canary}';</style>",
    "a font": "<style>@font-face{{font-family:x;src:url('file://{canary}')}}</style>",
    "a base": "<base href='http://127.0.0.1:9/'><link rel=stylesheet href='x.css'>",
}


@pytest.fixture
def canary(tmp_path):
    path = tmp_path / "canary.svg"
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg'><text>CANARY</text></svg>")
    return path


@pytest.mark.parametrize("what", PAYLOADS)
def test_the_press_stops_at(what, canary):
    with pytest.raises((FatalURLFetchingError, Warned)):
        pdf_of(page(PAYLOADS[what].format(canary=canary)), STYLE, FONTS)


@pytest.mark.parametrize("what", HEADS)
def test_the_press_stops_in_the_head_at(what, canary):
    with pytest.raises((FatalURLFetchingError, Warned)):
        pdf_of(page("<p>x</p>", HEADS[what].format(canary=canary)), STYLE, FONTS)


def test_a_warning_of_the_press_is_an_error():
    with pytest.raises(Warned, match="Ignored"):
        pdf_of(page("<p>x</p>"), STYLE + "p { colour: red }", FONTS)


def test_a_glyph_we_do_not_have_is_an_error_of_the_press():
    with pytest.raises(Warned, match="glyph"):
        pdf_of(page("<p>危</p>"), STYLE, FONTS)


def test_the_reason_of_the_press_reaches_the_caller(canary):
    with pytest.raises(RenderingFailed, match="could not be set: FatalURLFetchingError: the page"):
        press(page(PAYLOADS["an image"].format(canary=canary)), STYLE, FONTS)


def test_a_press_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(pdf_module, "WALL_SECONDS", 0.05)
    with pytest.raises(RenderingFailed, match=r"not set within 0\.05 seconds"):
        press(page("<p>x</p>"), STYLE, FONTS)


def words(content, tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)  # noqa: S603, S607 - a test's own file
    return done.stdout.decode()


def test_every_script_prints_or_is_written_in_latin(tmp_path):
    if not which("pdftotext"):
        pytest.skip("needs poppler-utils")
    part = kidal_part(
        situation=(
            says("A sign read ", told("危険"), "."),
            says("A post read ", told("Обстріл Харкова"), "."),
            says("A wall read ", told("كيدال"), "."),
        )
    )
    found = words(render(alert(parts=(part,)), "pdf", TEMPLATES, levels=LEVELS).content, tmp_path)
    assert "WeiXian (original in report)" in found
    assert "Обстріл Харкова" in found
    assert any("\u0600" <= c <= "\u06ff" or "\ufe70" <= c <= "\ufeff" for c in found)


def test_hostile_words_in_every_field_are_set_as_words():
    text = (
        "<link rel=attachment href='file:///etc/hostname'> \u202e\x1b[0m ሰላም \uff1cb\uff1e"
        + "W" * 100
    )
    kept = {"current", "r1", "r2", "i1", alert().id}
    hit = each_text(alert(), lambda old: old if old in kept or old.startswith("http") else text)
    assert render(hit, "pdf", TEMPLATES, levels=LEVELS).content


def test_a_page_nested_too_deep_fails_and_the_parent_lives():
    with pytest.raises(RenderingFailed, match="could not be set"):
        press(page("<div>" * 400), STYLE, FONTS)


@pytest.mark.prove
@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td colspan=100000>x</td></tr></table>" * 9,
        "<p>" + "word " * 2_000_000,
        '<div style="display:flex">' * 12 + "x",
    ],
    ids=["wide cells", "ten megabytes", "nested flex"],
)
def test_a_page_that_never_ends_is_stopped_in_time(body):
    with pytest.raises(RenderingFailed):
        press(page(body), STYLE, FONTS)


def test_the_pdf_is_tagged_and_says_when_it_is_of(tmp_path):
    if not which("pdfinfo"):
        pytest.skip("needs poppler-utils")
    path = tmp_path / "x.pdf"
    path.write_bytes(render(alert(), "pdf", TEMPLATES, levels=LEVELS).content)
    done = subprocess.run(["pdfinfo", "-isodates", path], capture_output=True, check=True)  # noqa: S603, S607 - a test's own file
    facts = dict(line.split(":", 1) for line in done.stdout.decode().splitlines())
    assert facts["Title"].strip() == alert().title
    assert facts["CreationDate"].strip() == "2023-11-08T23:59:59Z"
    assert facts["Tagged"].strip() == "yes"
    assert facts["Page size"].strip() == "595.276 x 841.89 pts (A4)"
    assert 2 <= int(facts["Pages"]) <= 4

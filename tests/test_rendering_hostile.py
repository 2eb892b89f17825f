"""Report text is data: whatever it says, it stays words in every format."""

import unicodedata
from collections import Counter
from dataclasses import replace
from email import message_from_bytes
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser
from markdown_it import MarkdownIt

from advisory.errors import RenderingFailed
from advisory.rendering.mail import letter, message, self_test
from advisory.rendering.render import Format, document_name, render
from advisory.rendering.texts import clean, each_text
from tests.builders_rendering import LEVELS, TEMPLATES, alert, bulletin

FRAGMENTS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p></div><h1>", "<!--", "-->",
    "]]>", "\"'><a href='javascript:alert(1)'>", "&lt;b&gt;", "&#60;b&#62;", "<bdi>", "</style>",
    "{{ advisory.title }}", "{% include 'x' %}", "{{7*7}}", "{#", "[x](http://evil.example)",
    "![x](http://evil.example/x.png)", "<http://evil.example>", "http://evil.example/",
    "www.evil.example", "me@evil.example", "[x]: http://evil.example", "# title", "- item",
    "1. one", "> quote", "```", "    code", "|a|b|", "**b**", "_i_", "~~s~~", "\\", "`", "$x$",
    "\r\nBcc: evil@evil.example", "=?utf-8?B?DQpCY2M6IGV2aWxAZXZpbC5leGFtcGxl?=",
    "\x1b]8;;http://evil.example\x07x", "\x1b[31m", "\x00", "\x07", "\x9b31m", "\u202e", "\u2066",
    "\u200b", "\ufeff", "\U000e0041", "\u2028", "\x85", "\ud800", "危", "ق",
    "Z\u0301\u0302\u0303\u0304\u0305",
)  # fmt: skip

hostile = st.lists(
    st.sampled_from(FRAGMENTS) | st.text(max_size=12) | st.characters(), max_size=6
).map("".join)

KEPT_FIELDS = frozenset(
    {alert().id, alert().series, "r1", "r2", "i1", "current", "stale", "unknown"}
)


def filled(advisory, text):
    """The advisory with this text in every field but ids, states and what must stay comparable."""

    def fill(old):
        kept = old in KEPT_FIELDS or not old or old.startswith("https://")
        return old if kept else text

    return each_text(advisory, fill)


def tags(content):
    tree = parser.document_fromstring(content.decode())
    return Counter(str(element.tag) for element in tree.iter())


def attributes(content):
    tree = parser.document_fromstring(content.decode())
    found = Counter(name for element in tree.iter() for name in element.attrib)
    return found, {element.get("href") for element in tree.iter("a")}


def printed(advisory, form):
    return render(advisory, form, TEMPLATES, levels=LEVELS).content


@given(hostile)
@settings(max_examples=60, deadline=None)
def test_a_page_has_the_same_elements_whatever_the_reports_say(text):
    blank, hit = (printed(filled(alert(), words), "html") for words in ("x", f"x{text}"))
    assert tags(hit) == tags(blank)
    assert attributes(hit) == attributes(blank)


@pytest.mark.prove
@given(hostile)
@settings(max_examples=3_000, deadline=None)
def test_thousands_of_hostile_reports_make_no_markup_in_any_format(text):
    hit = filled(alert(), f"x{text}x")
    assert tags(printed(hit, "html")) == tags(BLANK["html"])
    assert attributes(printed(hit, "html")) == attributes(BLANK["html"])
    assert kinds(printed(hit, "md")) == kinds(BLANK["md"])


BLANK = {form: printed(filled(alert(), "x"), form) for form in ("html", "md")}


@given(hostile)
@settings(max_examples=60, deadline=None)
def test_a_text_has_no_character_that_steers_a_terminal(text):
    content = printed(filled(bulletin(), text), "txt").decode()
    steering = {c for c in content if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp", "Cs"}}
    assert steering <= {"\n"}


def kinds(content):
    found = Counter()
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(content.decode()):
        found[token.type] += 1
        found.update(child.type for child in token.children or () if child.type != "text")
    return found


@given(hostile)
@settings(max_examples=60, deadline=None)
def test_markdown_has_the_same_marks_whatever_the_reports_say(text):
    blank, hit = (printed(filled(alert(), words), "md") for words in ("x", f"x{text}x"))
    assert kinds(hit) == kinds(blank)


@pytest.mark.parametrize("text", [text for text in FRAGMENTS if clean(text).strip()])
def test_markdown_holds_a_text_that_begins_a_line(text):
    blank, hit = (printed(replace(alert(), method=words), "md") for words in ("x", text))
    assert kinds(hit) == kinds(blank)


@given(hostile)
@settings(max_examples=60, deadline=None)
def test_a_mail_has_no_header_but_ours(text):
    note = replace(letter(alert(), TEMPLATES), subject=text)
    mail = message_from_bytes(message(note, "desk@desk.example", "a@reader.example"), policy=SMTP)
    assert sorted(set(mail.keys())) == [
        "Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID",
        "References", "Subject", "To", "X-Auto-Response-Suppress",
    ]  # fmt: skip
    assert [a.addr_spec for a in mail["To"].addresses] == ["a@reader.example"]


def test_the_self_test_passes_on_this_python():
    self_test()


@pytest.mark.parametrize(
    "address",
    ["a@b.org, evil@evil.example", "a@b.org\r\nBcc: x@y.org", "no address", "a@b.org\n", "é@b.org"],
)
def test_an_address_is_one_address_or_refused(address):
    with pytest.raises(RenderingFailed, match="is not a mail address"):
        message(letter(alert(), TEMPLATES), "desk@desk.example", address)


@pytest.mark.parametrize(
    "name", ["../../etc/x", "/etc/cron.d/x", "-rf", "CON", "\u202egpj", "名", "x" * 900]
)
def test_the_name_of_a_document_stays_in_its_folder(name):
    part = replace(alert().parts[0], region=replace(alert().parts[0].region, name=name))
    found = document_name(alert(parts=(part,)), Format.PDF)
    assert found.removesuffix(".pdf").replace("-", "").isalnum()
    assert found.isascii()
    assert len(found) < 100


def test_a_link_that_is_not_plain_http_is_not_a_link():
    source = replace(alert().sources[0], url="javascript:alert(1)")
    html = printed(alert(sources=(source, alert().sources[1])), "html").decode()
    assert "javascript" not in html

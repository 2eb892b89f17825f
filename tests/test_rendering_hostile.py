"""Report text is data: whatever it says, it stays words in every format."""

import random
import unicodedata
from collections import Counter
from dataclasses import replace
from email import message_from_bytes
from email.policy import SMTP
from functools import cache
from itertools import cycle

import pytest
from lxml import html as parser
from markdown_it import MarkdownIt

from advisory.errors import RenderingFailed
from advisory.rendering.letter import letter
from advisory.rendering.mail import message, self_test
from advisory.rendering.render import Format, document_name, render
from advisory.rendering.texts import clean, each_text
from tests.builders_rendering import LEVELS, TEMPLATES, alert, briefing, bulletin, unread

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

KEPT_FIELDS = frozenset(
    {alert().id, alert().series, "r1", "r2", "i1", "current", "stale", "unknown"}
)


RANGES = (0x80, 0x250, 0x3000, 0x110000)
"""How far letters reach: ASCII, Latin, most scripts, all."""
PRODUCTS = (alert(), briefing(), unread(), bulletin())
BATCH = 20
"""Reports that stand in one product together: each in a few of its 120 or so fields, so that a
thousand of them reach every field. Where a product is hit, they are tried one by one."""


def filled(advisory, texts):
    """The advisory with these texts in every field but ids, states and what must be comparable."""
    turn = cycle(f"x{number}{text}x" for number, text in enumerate(texts))

    def fill(old):
        kept = old in KEPT_FIELDS or not old or old.startswith("https://")
        return old if kept else next(turn)

    return each_text(advisory, fill)


def printed(advisory, form):
    return render(advisory, form, TEMPLATES, levels=LEVELS).content


def markup(content):
    """What a page is made of: its elements, their attributes, and where its links lead."""
    elements = list(parser.document_fromstring(content.decode()).iter())
    tags = Counter(str(element.tag) for element in elements)
    attributes = Counter(name for element in elements for name in element.attrib)
    return tags, attributes, {element.get("href") for element in elements}


def marks(content):
    """What a Markdown text is made of: its blocks, and what stands in them beside words."""
    found = Counter()
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(content.decode()):
        found[token.type] += 1
        found.update(child.type for child in token.children or () if child.type != "text")
    return found


def steering(content):
    """The characters of a text that could steer a terminal."""
    kinds = {"Cc", "Cf", "Zl", "Zp", "Cs"}
    return {c for c in content.decode() if unicodedata.category(c) in kinds}


SEEN = {"html": markup, "md": marks, "txt": steering}


def shapes(texts):
    """What each product in each format is made of, with these texts in it."""
    hit = [filled(product, texts) for product in PRODUCTS]
    return [seen(printed(one, form)) for one in hit for form, seen in SEEN.items()]


@cache
def calm(number):
    return shapes("." * number)


def invented(dice):
    """Return a text of up to six pieces: what breaks one format or another, or any letters."""
    return "".join(
        dice.choice(FRAGMENTS) if dice.random() < 0.6 else chr(dice.randrange(dice.choice(RANGES)))
        for _ in range(dice.randint(1, 6))
    )


def hits(texts):
    """Return those of the texts that change what some product is made of."""
    if shapes(texts) == calm(len(texts)):
        return []
    return [text for text in texts if shapes([text]) != calm(1)] or texts


@pytest.mark.parametrize(
    "part", [*range(4), *(pytest.param(part, marks=pytest.mark.prove) for part in range(4, 44))]
)
def test_five_hundred_hostile_reports_make_no_markup_in_any_product(part):
    dice = random.Random(part)  # noqa: S311 - the same reports in each run
    for _ in range(500 // BATCH):
        assert hits([invented(dice) for _ in range(BATCH)]) == []


@pytest.mark.parametrize("text", [text for text in FRAGMENTS if clean(text).strip()])
def test_markdown_holds_a_text_that_begins_a_line(text):
    blank, hit = (printed(replace(alert(), method=words), "md") for words in ("x", text))
    assert marks(hit) == marks(blank)


def test_a_mail_has_no_header_but_ours():
    dice, note = random.Random(44), letter(alert(), TEMPLATES)  # noqa: S311 - as above
    for subject in (invented(dice) for _ in range(200)):
        sent = message(replace(note, subject=subject), "desk@desk.example", "a@reader.example")
        mail = message_from_bytes(sent, policy=SMTP)
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

import pytest

from advisory.model.decision import Verb
from advisory.model.identity import report_id
from advisory.model.marking import Tlp
from tests.builders_intake import items, reason, taken, written

PAGE = """<!doctype html><html lang="en"><head><title>Riot in Kita - The Gazette</title>
<meta property="og:title" content="Riot in Kita">
<meta property="article:published_time" content="2025-03-11T18:45:00+0100">
<link rel="canonical" href="https://www.gazette.example/riot"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Riot in Kita</h1><p>Two people were hurt in Kita on Tuesday, a doctor said.</p>
<p>The market was closed and the road to the south was cut by stones.</p></article></main>
<footer>Sign up for our newsletter.</footer></body></html>"""

MAIL = """From: Field <someone@field.example>
Subject: =?utf-8?q?Road_to_S=C3=A9gou_closed?=
Date: Wed, 07 May 2025 11:05:00 +0000
Message-ID: <note-7@field.example>
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: 8bit

The road to Ségou is closed.
"""

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Gazette</title>
<item><title>Riot &amp; fire</title><link>https://gazette.example/1</link>
<pubDate>Tue, 11 Mar 2025 18:45:00 GMT</pubDate>
<description>&lt;p&gt;Two were hurt.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>
<item><title>Empty</title><link>javascript:x()</link></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Riot</title>
<link rel="self" href="https://other.example/"/><link href="https://gazette.example/1"/>
<published>2025-03-11T18:45:00Z</published><summary>Short.</summary>
<content type="html">&lt;p&gt;Two were hurt.&lt;/p&gt;</content></entry></feed>"""

DECISIONS = """decisions:
  - verb: standing
    region: ML-8
    level: 4
    by: the desk
    because: Fighting has resumed.
    recorded_at: 2023-09-01T08:00:00Z
    valid_from: 2023-09-01
    valid_until: 2024-02-28
"""


def test_a_first_line_alone_is_the_title_and_stays_in_the_text(tmp_path):
    report = taken(tmp_path, "a.txt", "Calm in Kita\n\nThe market was open.\n")
    assert (report.title, report.text) == ("Calm in Kita", "Calm in Kita\n\nThe market was open.")


def test_what_a_copied_page_has_above_its_story_is_no_title(tmp_path):
    content = "Skip to content\n11 March 2025\n*\n\nCalm in Kita\n\nThe market was open."
    assert taken(tmp_path, "a.txt", content).title == "Calm in Kita"


def test_a_first_line_of_a_paragraph_is_no_title(tmp_path):
    assert taken(tmp_path, "a.txt", "The market\nwas open.\n\nSo was the road.").title is None


def test_a_plain_text_may_begin_with_header_lines(tmp_path):
    content = "Published: 2025-03-01\nSource: The Gazette\ntlp: green\n\nCalm.\n"
    report = taken(tmp_path, "a.txt", content)
    said = (report.published, report.source, report.tlp, report.text)
    assert said == ("2025-03-01", "gazette", Tlp.GREEN, "Calm.")


def test_a_line_with_a_colon_is_not_yet_a_header(tmp_path):
    content = "Mali: calm in Kita\n\nThe market was open."
    assert taken(tmp_path, "a.txt", content).text == content


def test_a_text_is_dated_by_the_only_date_line_that_it_prints_above_itself(tmp_path):
    content = "Calm in Kita\n\n11 March 2025 | 06:45 PM UTC\n\nThe market was open."
    report = taken(tmp_path, "a.txt", content, published="2025-05-01")
    assert report.published == "2025-03-11T18:45:00+00:00"


@pytest.mark.parametrize(
    "content",
    [
        "11 March 2025\n\nA riot.\n\n12 March 2025\n\nCalm.",  # a chronology
        "\n\n".join([*"abcdefghij", "11 March 2025"]),  # far below
        "Kita on 11 March 2025\n\nThe market was open.",  # within a line
        "Saturday, 5 July 2025\n\nA march is planned.",  # still to come
        "03/11/2025\n\nThe market was open.",  # two days
    ],
)
def test_no_other_date_in_a_text_is_its_day_of_publication(tmp_path, content):
    assert taken(tmp_path, "a.txt", content, published="2025-05-01").published == "2025-05-01"


def test_line_ends_of_files_become_one(tmp_path):
    windows = taken(tmp_path, "a.txt", b"\xef\xbb\xbfCalm.\r\n\r\nOpen.\r\n")
    assert windows == taken(tmp_path, "b.txt", "Calm.\n\nOpen.\n")


def test_a_report_without_an_id_is_known_by_its_source_and_text(tmp_path):
    report = taken(tmp_path, "a.txt", "Source: gazette\n\nCalm.\n")
    assert report.id == report_id("gazette", "Calm.")


def test_front_matter_says_what_the_text_cannot(tmp_path):
    content = (
        '---\nid: r1\ntitle: "Yes: calm"\npublished: 2025-03\nsource: gazette\n'
        "url: https://gazette.example/1\nlanguage: en\ntlp: AMBER+STRICT\norigin: an agency\n---\n"
        "Calm.\n"
    )
    report = taken(tmp_path, "a.md", content)
    assert (report.id, report.title, report.published) == ("r1", "Yes: calm", "2025-03")
    assert (report.tlp, report.origin, report.text) == (Tlp.AMBER_STRICT, "an agency", "Calm.")


def test_a_page_gives_its_main_text_alone(tmp_path):
    text = taken(tmp_path, "a.html", PAGE).text
    assert "Two people were hurt" in text
    assert "newsletter" not in text
    assert "Sport" not in text


def test_a_page_says_its_title_date_address_and_source(tmp_path):
    report = taken(tmp_path, "a.html", PAGE)
    assert report.title == "Riot in Kita"
    assert report.published == "2025-03-11T18:45:00+01:00"
    assert (report.url, report.source) == ("https://www.gazette.example/riot", "gazette")


def test_a_page_may_say_that_it_is_not_utf8(tmp_path):
    content = '<meta charset="iso-8859-1"><p>Ségou was calm.</p>'.encode("latin-1")
    assert taken(tmp_path, "a.html", content).text == "Ségou was calm."


def test_what_a_page_hides_is_not_its_text(tmp_path):
    content = '<p>Calm.</p><p style="display:none">Twelve killed.</p><!-- Twelve killed. -->'
    assert taken(tmp_path, "a.html", content).text == "Calm."


def test_a_mail_gives_its_subject_date_text_and_id(tmp_path):
    report = taken(tmp_path, "a.eml", MAIL)
    assert (report.id, report.title) == ("note-7@field.example", "Road to Ségou closed")
    assert (report.published, report.source) == ("2025-05-07T11:05:00+00:00", "field")
    assert report.text == "Road to Ségou closed\n\nThe road to Ségou is closed."


@pytest.mark.parametrize("sender", ["gazette.example", "field.example", "nobody.example"])
def test_an_unmarked_mail_stays_inside_whoever_says_he_sent_it(tmp_path, sender):
    report = taken(tmp_path, "a.eml", MAIL.replace("field.example", sender))
    assert report.tlp is Tlp.AMBER_STRICT


@pytest.mark.parametrize(
    ("subject", "first", "marking"),
    [
        ("[TLP:GREEN] Road closed", "Closed.", Tlp.GREEN),
        ("Road closed", "TLP: RED", Tlp.RED),
        ("TLP:CLEAR Road closed", "TLP:AMBER+STRICT", Tlp.AMBER_STRICT),
        ("tlp:white Road closed", "Closed.", Tlp.CLEAR),
        ("TLP:AMBER", "Closed.", Tlp.AMBER),
        ("TLP: amber strict", "Closed.", Tlp.AMBER_STRICT),
    ],
)
def test_of_the_markings_of_a_mail_the_stricter_counts(tmp_path, subject, first, marking):
    content = f"From: a@field.example\nSubject: {subject}\n\n{first}\nMore.\n"
    assert taken(tmp_path, "a.eml", content).tlp is marking


def test_a_mail_from_a_stranger_has_no_source(tmp_path):
    content = MAIL.replace("someone@field.example", "field.example@stranger.example")
    assert taken(tmp_path, "a.eml", content).source is None


def test_a_mail_in_html_alone_gives_its_words(tmp_path):
    content = MAIL.replace("text/plain", "text/html").replace("The road", "<p>The <b>road</b>")
    text = taken(tmp_path, "a.eml", content).text
    assert text == "Road to Ségou closed\n\nThe road to Ségou is closed."


def test_each_line_of_jsonl_is_a_report_and_its_text_stays_as_it_is(tmp_path):
    text = " Calm.\r\n\u202eOpen.\t"
    [item] = items(
        written(tmp_path / "a.jsonl", '{"id":"r1","text":" Calm.\\r\\n\\u202eOpen.\\t"}')
    )
    assert item.value.text == text


def test_what_no_file_can_hold_is_replaced_one_for_one(tmp_path):
    report = taken(tmp_path, "a.jsonl", '{"id": "r1", "text": "a\\u0000b\\ud800c"}')
    assert report.text == "a\ufffdb\ufffdc"


def test_each_entry_of_a_feed_is_a_report(tmp_path):
    first, second = items(written(tmp_path / "a.rss", FEED))
    report = first.value
    assert (report.title, report.text) == ("Riot & fire", "Riot & fire\n\nTwo were hurt.")
    assert (report.published, report.source) == ("2025-03-11T18:45:00+00:00", "gazette")
    assert "holds no text" in second.reason


def test_an_atom_entry_prefers_its_whole_content_and_its_own_address(tmp_path):
    report = taken(tmp_path, "a.atom", ATOM)
    assert (report.text, report.url) == ("Riot\n\nTwo were hurt.", "https://gazette.example/1")


def test_an_address_that_is_no_web_address_is_dropped(tmp_path):
    content = '{"id": "r1", "text": "Calm.", "url": "javascript:x()"}'
    assert taken(tmp_path, "a.jsonl", content).url is None


@pytest.mark.parametrize("said", ["gazette", "GAZETTE", "The Gazette", "news.gazette.example"])
def test_one_publisher_is_one_source_however_it_is_written(tmp_path, said):
    content = f'{{"id": "r1", "text": "Calm.", "source": "{said}"}}'
    assert taken(tmp_path, "a.jsonl", content).source == "gazette"


def test_a_source_that_nobody_knows_keeps_its_name_and_stays_inside(tmp_path):
    report = taken(tmp_path, "a.jsonl", '{"id": "r1", "text": "Calm.", "source": "A blog"}')
    assert (report.source, report.tlp) == ("A blog", Tlp.AMBER_STRICT)


@pytest.mark.parametrize(
    ("source", "marking"),
    [("gazette", Tlp.CLEAR), ("field", Tlp.AMBER_STRICT), ("closed", Tlp.GREEN)],
)
def test_an_unmarked_report_is_marked_by_its_source(tmp_path, source, marking):
    assert taken(tmp_path, "a.txt", f"Source: {source}\n\nCalm.\n").tlp is marking


def test_a_report_without_a_date_is_taken_in_without_one(tmp_path):
    assert taken(tmp_path, "a.txt", "Calm.").published is None


def test_a_date_given_to_the_command_fills_in_only_where_none_is(tmp_path):
    given = {"published": "2025-03-01"}
    assert taken(tmp_path, "a.txt", "Calm.", **given).published == "2025-03-01"
    dated = "Published: 2024-01-01\n\nCalm.\n"
    assert taken(tmp_path, "b.txt", dated, **given).published == "2024-01-01"


def test_decisions_are_taken_in_with_the_instant_they_were_recorded(tmp_path):
    decision = taken(tmp_path, "decisions.yaml", DECISIONS)
    assert (decision.verb, decision.region, decision.level) == (Verb.STANDING, "ML-8", 4)
    assert decision.recorded_at.isoformat() == "2023-09-01T08:00:00+00:00"


def test_the_same_decision_has_the_same_id_and_another_one_another(tmp_path):
    one = taken(tmp_path, "one/decisions.yaml", DECISIONS)
    again = taken(tmp_path, "two/decisions.yaml", DECISIONS)
    other = taken(tmp_path, "three/decisions.yaml", DECISIONS.replace("level: 4", "level: 3"))
    assert one.id == again.id != other.id


def test_one_wrong_decision_keeps_the_whole_file_out(tmp_path):
    wrong = DECISIONS + DECISIONS.removeprefix("decisions:\n").replace("level: 4", "level: 9")
    assert "the level 9 is none" in reason(tmp_path, "decisions.yaml", wrong)

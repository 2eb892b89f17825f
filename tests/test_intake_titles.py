"""Feeds, pages and mails begin with their title, and carry nothing of their furniture."""

import pytest

from tests.builders_intake import taken

MAIL = """From: a@field.example
Subject: {subject}
Date: Thu, 14 May 2025 08:20:00 +0000
Content-Type: text/plain; charset="utf-8"

{body}
"""
FEED = """<rss version="2.0"><channel><item><title>{title}</title>
<link>https://gazette.example/1</link><description>{text}</description></item></channel></rss>"""
PAGE = """<html><head><title>{title}</title></head><body>
<div><a href="/1">Home</a> <a>World</a></div>
<div><h1>Two hurt in Kita riot</h1>
<p>Two people were hurt in Kita on Tuesday, a doctor said.</p>
{more}<p>The market was closed and the road to the south was cut by stones.</p></div>
</body></html>"""
FORWARD = """Please pass this on.

---------- Forwarded message ---------
From: Alerts <alerts@gazette.example>
Date: Tue, 12 May 2025 at 21:05
Subject: Riot in Kita

Two people were hurt in a riot this morning."""
ANSWER = """{own}

On Tue, 12 May 2025 at 18:40, Field
<a@field.example> wrote:
> Two people were hurt in a riot this morning.
> Stay inside."""
LONG = (
    "One of the two who were hurt has died in hospital, and the market will stay closed until "
    "Sunday at the least, the mayor says."
)


def mail(folder, body, subject="Riot in Kita"):
    return taken(folder, "a.eml", MAIL.format(subject=subject, body=body))


def page(folder, more="", title="Two hurt in Kita riot | The Gazette"):
    return taken(folder, "a.html", PAGE.format(title=title, more=more))


def test_an_entry_of_a_feed_begins_with_its_title(tmp_path):
    report = taken(tmp_path, "a.rss", FEED.format(title="Riot in Kita", text="Two were hurt."))
    assert report.text == "Riot in Kita\n\nTwo were hurt."


def test_a_text_that_begins_with_its_title_has_it_once(tmp_path):
    text = "RIOT  IN KITA: two were hurt."
    report = taken(tmp_path, "a.rss", FEED.format(title="Riot in Kita", text=text))
    assert report.text.casefold().count("riot in kita") == 1


def test_a_title_that_a_text_only_quotes_is_not_yet_told(tmp_path):
    report = taken(tmp_path, "a.rss", FEED.format(title="Riot in Kita", text="No riot in Kita."))
    assert report.text.startswith("Riot in Kita\n\nNo")


def test_a_page_begins_with_its_heading(tmp_path):
    report = page(tmp_path)
    assert report.title == "Two hurt in Kita riot"
    assert report.text.startswith("Two hurt in Kita riot\n\nTwo people")


def test_a_page_without_a_heading_begins_with_its_title_but_not_its_site(tmp_path):
    content = "<title>Two hurt in Kita riot - The Gazette</title><p>The market was closed.</p>"
    assert taken(tmp_path, "a.html", content).text == (
        "Two hurt in Kita riot\n\nThe market was closed."
    )


def test_a_page_that_prints_its_day_above_its_heading_is_of_that_day(tmp_path):
    content = "<p>12 May 2025</p><h1>Two hurt in Kita</h1><p>The market was closed.</p>"
    assert taken(tmp_path, "a.html", content).published == "2025-05-12"


@pytest.mark.parametrize(
    "teaser",
    [
        "<ul><li><a href='/2'>Bomb kills nine in Gao</a></li></ul>",
        "<div><a href='/2'><h4>Bomb kills nine in Gao</h4><p>Nine died on Monday ...</p></a></div>",
        "<p><span><a href='/2'>Bomb kills nine in Gao</a></span></p>",
    ],
)
def test_a_block_that_is_one_link_is_another_story(tmp_path, teaser):
    assert "Gao" not in page(tmp_path, teaser).text


def test_a_link_within_a_sentence_is_part_of_it(tmp_path):
    sentence = "<p>It follows <a href='/2'>a bomb that killed nine in Gao</a> in April.</p>"
    assert "a bomb that killed nine in Gao in April" in page(tmp_path, sentence).text


def test_a_list_of_sentences_is_part_of_a_page(tmp_path):
    items = "<ul><li>Rebels held up a bus near Gao on Monday.</li><li>Roads are open.</li></ul>"
    assert "Rebels held up a bus near Gao" in page(tmp_path, items).text


def test_a_mail_begins_with_its_subject_without_what_programs_put_before_it(tmp_path):
    report = mail(tmp_path, "Two were hurt.", subject="FW: Re: [TLP:GREEN] Riot in Kita")
    assert report.text == "Riot in Kita\n\nTwo were hurt."


def test_a_forwarded_mail_is_of_the_day_on_which_it_was_written(tmp_path):
    report = mail(tmp_path, FORWARD, subject="Fwd: Riot in Kita")
    assert report.published == "2025-05-12"
    assert report.text == (
        "Riot in Kita\n\nPlease pass this on.\n\nTwo people were hurt in a riot this morning."
    )


@pytest.mark.parametrize("mark", ["-----Original Message-----\n", ""])
def test_the_headers_of_a_forwarded_mail_are_no_text(tmp_path, mark):
    headers = "From: A\nSent: Tuesday, May 12, 2025 5:12 PM\nTo: All\nSubject: Bomb in Gao"
    report = mail(tmp_path, f"{mark}{headers}\n\nTwo were hurt.")
    assert (report.published, report.text) == ("2025-05-12", "Riot in Kita\n\nTwo were hurt.")


def test_a_mail_handed_on_twice_is_of_the_first_day(tmp_path):
    outer = "---------- Forwarded message ---------\nDate: 13 May 2025\nTo: B\n\n"
    assert mail(tmp_path, outer + FORWARD).published == "2025-05-12"


def test_what_an_answer_answers_is_not_told_again(tmp_path):
    report = mail(tmp_path, ANSWER.format(own=LONG))
    assert report.published == "2025-05-14T08:20:00+00:00"
    assert report.text == f"Riot in Kita\n\n{LONG}"


def test_who_adds_next_to_nothing_hands_it_on(tmp_path):
    report = mail(tmp_path, ANSWER.format(own="See below."))
    assert report.published == "2025-05-12"
    assert "Two people were hurt in a riot this morning.\nStay inside." in report.text


def test_a_mail_is_never_later_than_it_was_sent(tmp_path):
    report = mail(tmp_path, FORWARD.replace("12 May", "28 May"))
    assert report.published == "2025-05-14T08:20:00+00:00"


def test_what_follows_the_mark_of_a_signature_is_no_text(tmp_path):
    report = mail(tmp_path, "Two were hurt.\n-- \nIn memory of the nine killed in Gao")
    assert report.text == "Riot in Kita\n\nTwo were hurt."

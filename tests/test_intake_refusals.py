import pytest

from tests.builders_intake import NOW, items, reason, taken, written
from tests.builders_shipped import table

CASES = table("intake_refusals.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_cannot_be_taken_in_says_why_and_how_to_mend_it(tmp_path, case):
    assert case["reason"] in reason(tmp_path, case["file"], case["content"])


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.eml", "a.rss"])
def test_a_binary_file_is_refused_whatever_it_is_called(tmp_path, name):
    assert "binary" in reason(tmp_path, name, b"GIF89a\0\1\2")


def test_text_that_is_not_utf8_names_its_line(tmp_path):
    content = b"Calm.\n\nS\xe9gou was calm.\n"
    assert reason(tmp_path, "a.txt", content).startswith("Line 3 is not UTF-8 text.")


def test_a_file_over_20_megabytes_is_not_read(tmp_path):
    assert "over 20 MB" in reason(tmp_path, "a.txt", b"x" * 20_000_001)


def test_a_line_over_5_megabytes_is_refused_and_the_next_one_read(tmp_path):
    long = b'{"id": "long", "text": "' + b"x" * 5_000_000 + b'"}\n'
    path = written(tmp_path / "a.jsonl", long + b'{"id": "short", "text": "Calm."}\n')
    refused, short = items(path)
    assert "over 5 MB" in refused.reason
    assert (short.item, short.value.id) == (f"{path}:2", "short")


def test_a_page_nested_deeper_than_people_write_is_refused_at_once(tmp_path):
    assert "nested too deeply" in reason(tmp_path, "a.html", "<div>" * 100_000 + "x")


def test_a_line_nested_too_deeply_is_refused(tmp_path):
    content = '{"id": "r1", "text": "Calm.", "more": ' + "[" * 100_000
    assert "nested too deeply" in reason(tmp_path, "a.jsonl", content)


def test_all_reasons_are_given_at_once(tmp_path):
    content = '{"id": "r1", "text": "", "tlp": "PURPLE", "published": "soon"}'
    assert len(reason(tmp_path, "a.jsonl", content).split("\n")) == 3


def test_a_date_a_few_hours_ahead_is_another_time_zone_and_no_mistake(tmp_path):
    ahead = "Published: 2025-06-02T11:00:00Z\n\nCalm.\n"
    assert taken(tmp_path, "a.txt", ahead).known_at > NOW


def test_bad_items_never_stop_the_rest(tmp_path):
    lines = [f'{{"id": "r{n}", "text": "Calm."}}' if n % 10 else '{"id": ' for n in range(200)]
    written(tmp_path / "b.jsonl", "\n".join(lines))
    written(tmp_path / "a.txt", b"\xff")
    written(tmp_path / "c.txt", "Calm.")
    found = items(tmp_path)
    assert len([item for item in found if hasattr(item, "value")]) == 181
    assert len([item for item in found if hasattr(item, "reason")]) == 21


def test_every_refusal_says_where_the_item_stands(tmp_path):
    path = written(tmp_path / "a.jsonl", '{"id": "r1", "text": "Calm."}\n\n{"id": \n')
    assert [item.item for item in items(path)] == [f"{path}:1", f"{path}:3"]


def test_a_small_page_that_would_fill_the_memory_is_read_like_any_other(tmp_path):
    left_open = "".join(f"<b a={n}>" for n in range(200))
    report = taken(tmp_path, "a.html", f"<p>{left_open}</p>" + "<p>x" * 20_000)
    assert len(report.text) < 100_000


@pytest.mark.parametrize("header", ["Subject", "From", "Message-ID", "Content-Type"])
def test_a_header_that_would_take_for_ever_is_refused(tmp_path, header):
    content = f"{header}: " + "<a.(" * 100_000 + "\n\nCalm.\n"
    assert "is over 2,000 characters" in reason(tmp_path, "a.eml", content)


def test_a_long_header_that_nobody_reads_is_no_harm(tmp_path):
    content = "X-Route: " + "<a.(" * 10_000 + "\nTo: " + "a@b.example, " * 5_000 + "\n\nCalm.\n"
    assert taken(tmp_path, "a.eml", content).text == "Calm."


def test_a_mail_of_mails_without_end_is_refused(tmp_path):
    parts = "".join(f"Content-Type: multipart/mixed; boundary={n}\n\n--{n}\n" for n in range(5000))
    assert "nested over 100 deep" in reason(tmp_path, "a.eml", parts)


def test_a_line_of_many_keys_is_read_at_once(tmp_path):
    keys = "".join(f'"k{n}": 1, ' for n in range(100_000))
    assert taken(tmp_path, "a.jsonl", f'{{{keys}"text": "Calm."}}').text == "Calm."


def test_front_matter_without_end_is_not_parsed(tmp_path):
    content = "---\ntitle: " + "a " * 10_000 + "\n---\nCalm.\n"
    assert "over 10,000 characters" in reason(tmp_path, "a.md", content)

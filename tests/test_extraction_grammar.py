"""Counts and dates as tables: one sentence, one expectation."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders_extraction import only
from tests.builders_shipped import table

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list:
    return [pytest.param(case, id=sentence) for sentence, case in table(name).items()]


@pytest.mark.parametrize("case", cases("extraction_counts.yaml"))
def test_counts(case: dict):
    mention, harms = only(case["text"]), ("killed", "injured", "abducted")
    counts = {harm: getattr(mention, harm) for harm in harms}
    told = {harm: [count.low, count.high] for harm, count in counts.items() if count is not None}
    assert told == {harm: case[harm] for harm in harms if harm in case}


@pytest.mark.parametrize("case", cases("extraction_dates.yaml"))
def test_dates(case: dict):
    published = case["published"]
    text = f"Gunmen attacked a village near Gao {case['when']}, killing two people."
    found = only(text, str(published) if published else None).date
    expected = case.get("date")
    assert (found and [found.first, found.last]) == expected


def test_a_misprinted_year_is_a_conflict_and_no_date():
    text = "Gunmen attacked a village near Gao on 8 November 2025, killing two people."
    mention = only(text, "2026-11-10")
    assert mention.date is None
    assert mention.conflicts == ("date: 2025-11-08 looks like a misprint for 2026",)


def test_a_day_after_publication_is_a_conflict():
    mention = only("Gunmen attacked a village near Gao on 20 November 2026.", "2026-11-10")
    assert mention.conflicts == ("date: 2026-11-20 is after publication",)


def test_since_gives_the_days_on_which_it_began():
    text = "Fighting near Gao has killed over 130 soldiers since late October."
    found = only(text, "2026-11-10").date
    assert (found.first, found.last) == (date(2026, 10, 21), date(2026, 10, 31))


DAYS = {  # the last of them is the day of publication, a Friday
    "Police on Thursday raised to nine the toll of Monday night's bombing in Gao.": 13,
    "On Friday the governor visited Gao, where gunmen killed 12 people on Wednesday.": 15,
    "Families in Gao on Friday buried the six victims of Thursday's shelling of the market.": 16,
    "The mission on Friday condemned the killing of two of its drivers near Gao on Tuesday.": 14,
    "On Wednesday gunmen killed two traders near Gao, as they had on Monday.": 15,
}


@pytest.mark.parametrize(("text", "day"), DAYS.items(), ids=DAYS)
def test_the_day_of_a_deed_is_not_that_of_those_who_speak_of_it(text: str, day: int):
    assert only(text, "2024-05-17").date.first == date(2024, 5, day)


def test_a_release_has_its_own_day_and_not_that_of_the_kidnapping():
    mention = only("Two nurses kidnapped in Gao in June were freed on Monday.", "2024-07-16")
    assert (mention.type, mention.date.first) == ("hostage_released", date(2024, 7, 15))


def test_a_release_leaves_what_was_told_before_it_news():
    text = (
        "On 7 February 2023, militants kidnapped a nun near Gao. She was freed on 9 October 2023."
    )
    assert not only(text, None).background


def test_an_anniversary_is_no_misprint():
    text = (
        "A year after the attack of 10 May 2024 that killed nine people in Gao, traders are back."
    )
    assert only(text, "2025-05-10").date.first == date(2024, 5, 10)


def test_the_day_of_a_statement_is_not_the_day_of_the_attack():
    text = "The army said on Monday that gunmen attacked a village near Gao."
    assert only(text).date is None

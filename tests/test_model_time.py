"""When something is known, and as of when one looks (decision 5)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.model.time import Week, end_of_day, known_at, parse_as_of, start_of_day

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))


def test_a_bare_date_as_of_is_its_last_second():
    assert parse_as_of("2023-11-08") == datetime(2023, 11, 8, 23, 59, 59, tzinfo=UTC)


def test_an_as_of_with_a_zone_is_the_same_instant_in_utc():
    assert parse_as_of("2023-11-08T01:30:00+01:00") == datetime(2023, 11, 8, 0, 30, tzinfo=UTC)


def test_a_time_without_a_zone_is_refused_with_the_cure():
    with pytest.raises(ValueError, match="has no time zone: write"):
        parse_as_of("2023-11-08T01:30:00")


@pytest.mark.parametrize("month", ["2023-00", "2023-13"])
def test_a_month_that_does_not_exist_is_refused(month):
    with pytest.raises(ValueError, match="is not a month"):
        known_at(month)


def test_a_month_is_known_on_its_last_day_leap_years_too():
    assert known_at("2024-02") == datetime(2024, 2, 29, tzinfo=UTC)


@given(DAYS)
def test_a_report_of_a_day_is_known_as_of_that_day_and_not_the_day_before(day):
    before = end_of_day(day - timedelta(days=1))
    assert before < known_at(day.isoformat()) <= parse_as_of(day.isoformat())


@given(DAYS)
def test_every_day_lies_in_exactly_one_iso_week(day):
    week = Week.of(day)
    assert week.first <= day <= week.last
    assert (week.last - week.first).days == 6


@given(DAYS)
def test_weeks_sort_as_their_days_do(day):
    assert Week.of(day) < Week.of(day + timedelta(days=7))


@given(DAYS)
def test_a_day_starts_and_ends_on_itself(day):
    assert start_of_day(day).date() == end_of_day(day).date() == day

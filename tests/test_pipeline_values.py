"""What a person writes for a field is understood whole or refused with what is allowed."""

from datetime import date

import pytest

from advisory.errors import UnknownName, UserError
from advisory.model.value import Count, DateRange
from advisory.model.vocabulary import DatePrecision, Qualifier
from advisory.pipeline.values import count_of, date_of, place_of

SEVENTH, NINTH = date(2023, 11, 7), date(2023, 11, 9)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12", Count.exactly(12)),
        ("0", Count.exactly(0)),
        ("12+", Count(12, None, Qualifier.AT_LEAST)),
        ("At least 12", Count(12, None, Qualifier.AT_LEAST)),
        ("over 130", Count(130, None, Qualifier.MORE_THAN)),
        ("up to 20", Count(0, 20, Qualifier.UP_TO)),
        ("about 30", Count(30, 30, Qualifier.ABOUT)),
        ("12-15", Count(12, 15, Qualifier.BETWEEN)),
        ("12 to 15", Count(12, 15, Qualifier.BETWEEN)),
        ("unknown", None),
    ],
)
def test_a_count_is_as_exact_as_it_is_written(text, count):
    assert count_of(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "",
        "twelve",
        "-3",
        "12.5",
        "12-3",
        "at least 12-15",
        "at least 12+",
        "12++",
        "9999999",
        "\u0661\u0662",
    ],
)
def test_what_is_no_count_is_refused_with_what_is_allowed(text):
    with pytest.raises(UserError, match="allowed: 12"):
        count_of(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023-11-07", DateRange(SEVENTH, SEVENTH)),
        ("2023-11-07..2023-11-09", DateRange(SEVENTH, NINTH, DatePrecision.RANGE)),
        ("2023-11-07..", DateRange(SEVENTH, None, DatePrecision.SINCE)),
        ("2023-11", DateRange(date(2023, 11, 1), date(2023, 11, 30), DatePrecision.MONTH)),
        ("unknown", None),
    ],
)
def test_a_date_is_a_day_a_range_or_a_month(text, days):
    assert date_of(text) == days


@pytest.mark.parametrize("text", ["", "7 Nov", "2023-13", "2023-02-30", "2023-11-09..2023-11-07"])
def test_what_is_no_date_is_refused_with_what_is_allowed(text):
    with pytest.raises(UserError, match="allowed: 2023-11-07"):
        date_of(text)


@pytest.mark.parametrize(
    ("text", "kind", "region"),
    [
        ("Kidal", "seat", "geonames:2455290"),
        ("Kidal, Mali", "seat", "geonames:2455290"),
        ("Kidal Region", "admin1", "ML-8"),
        ("ML-8", "admin1", "ML-8"),
        ("Mali", "country", "ML"),
        ("geonames:2455290", "seat", "geonames:2455290"),
    ],
)
def test_a_town_is_meant_before_the_region_of_its_name(gazetteer, text, kind, region):
    place = place_of(gazetteer, text)
    assert (place.kind, place.regions[-1]) == (kind, region)


def test_a_place_that_nothing_has_is_refused_with_the_nearest(gazetteer):
    with pytest.raises(UnknownName, match='Did you mean "Kidal"'):
        place_of(gazetteer, "Kidl")

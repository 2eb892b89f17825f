"""A name in its context becomes the place it means, or is no place."""

# ruff: noqa: RUF001 - characters that look alike are tested
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.gazetteer.gazetteer import Gazetteer
from advisory.model.value import Span
from advisory.rulebook.reader import read_file

CASES = read_file(Path(__file__).parent / "cases" / "toponyms.yaml").value


def found(gazetteer: Gazetteer, text: str) -> dict[str, str]:
    """Each toponym with the last id of its path; a nationality as (ML), an unknown place as ?."""
    return {
        toponym.span.text: f"({toponym.place.country})"
        if toponym.is_demonym
        else (toponym.place.regions or ("?",))[-1]
        for toponym in gazetteer.toponyms(text)
    }


@pytest.mark.parametrize("sentence", CASES)
def test_the_places_of(gazetteer, sentence):
    case = CASES[sentence]
    wanted = {name: node.value for name, node in (case["places"].value or {}).items()}
    assert found(gazetteer, case["text"].value) == wanted


def test_an_airport_called_after_somebody_is_in_its_town(gazetteer):
    text = "Flights at Tribhuvan International Airport and at Heathrow were delayed."
    assert [one.place.name for one in gazetteer.toponyms(text)] == ["Kathmandu", "London"]


def test_northern_mali_is_a_compass_place_in_the_country_alone(gazetteer):
    *_, mali = gazetteer.toponyms("Clashes broke out in Kidal, northern Mali")
    assert (mali.place.name, mali.place.kind, mali.place.regions) == (
        "northern Mali",
        "compass",
        ("ML",),
    )


def test_a_seat_knows_its_admin1(gazetteer):
    [kidal] = gazetteer.toponyms("The army says it holds Kidal.")
    assert (kidal.place.kind, kidal.place.admin1, kidal.place.admin1_name) == (
        "seat",
        "ML-8",
        "Kidal",
    )


def test_given_spans_are_resolved_and_no_others(gazetteer):
    text = "Fighters left Gao for Labbezanga in Mali."
    [only] = gazetteer.toponyms(text, [Span.of(text, 22, 32)])
    assert only.place.regions == ("ML", "ML-7", "overlay:ml-labbezanga")


def test_of_a_list_without_end_the_first_names_are_placed(gazetteer):
    named = gazetteer.toponyms("They named Gao" + ", Kidal" * 2_000 + ". Then Gao.")
    located = [toponym for toponym in named if toponym.place.is_located]
    assert len(located) < 1_100
    assert located[-1].span.text == "Gao"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from("KidalMénaka of in Mali,.’'-\n\u0301ßМXYZ"), max_size=80))
def test_every_toponym_stands_in_the_text(gazetteer, text):
    spans = [toponym.span for toponym in gazetteer.toponyms(text)]
    assert all(text[span.start : span.end] == span.text for span in spans)

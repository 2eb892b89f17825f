"""places.csv is read whole or refused whole, with line and reason."""

import pytest

from advisory.errors import RejectedFile
from advisory.gazetteer.overlay import COLUMNS, read_overlay
from advisory.resources import folder

GOOD = "Anefis,Anéfis,ML,ML-8,18.05,0.60,place,15,a public map"


def overlay(tmp_path, *rows):
    (tmp_path / "places.csv").write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", "utf-8")
    return read_overlay([tmp_path])


def problem(tmp_path, row):
    with pytest.raises(RejectedFile) as caught:
        overlay(tmp_path, GOOD, row)
    return str(caught.value)


def test_a_good_row_is_a_place(tmp_path):
    [place] = overlay(tmp_path, GOOD)
    assert (place.id, place.aliases, place.precision_km) == ("overlay:ml-anefis", ("Anéfis",), 15)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Ber,,ml,,16.8,-2.5,place,20,a map", '"ml" is not an ISO 3166-1 code'),
        ("Ber,,ML,NE-6,16.8,-2.5,place,20,a map", '"NE-6" is not an ISO 3166-2 code of ML'),
        ("Ber,,ML,ML-6,96.8,-2.5,place,20,a map", 'lat "96.8" is not a number'),
        ("Ber,,ML,ML-6,16.8,nan,place,20,a map", 'lon "nan" is not a number'),
        ("Ber,,ML,ML-6,16.8,-2.5,village,20,a map", 'the kind "village"'),
        ("Ber,,ML,ML-6,16.8,-2.5,place,0,a map", 'precision_km "0"'),
        ("Ber,,ML,ML-6,16.8,-2.5,place,20,", "a source is missing"),
        ("Ber,,ML,ML-6,,,place,20,a map", 'lat "" is not a number'),
        ("Ber,,ML", "3 columns instead of 9"),
        (GOOD, '"Anefis" in ML is repeated'),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path, row, reason):
    message = problem(tmp_path, row)
    assert "places.csv:3" in message
    assert reason in message


def test_all_bad_rows_are_named_at_once(tmp_path):
    with pytest.raises(RejectedFile) as caught:
        overlay(tmp_path, "Ber,,ML", "Gao,,ML")
    assert len(caught.value.problems) == 2


def test_the_shipped_file_has_the_villages_that_no_package_has():
    names = {place.name for place in read_overlay([folder("rules")])}
    assert {"Anefis", "Tinzaouaten", "Ber", "Walikale", "Barsalogho", "Palma"} <= names

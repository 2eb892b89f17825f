"""points.csv is read whole or refused whole; a point of it is over the middle of the places."""

import pytest

from advisory.errors import RejectedFile
from advisory.gazetteer.points import read_points


def points(tmp_path, *rows):
    (tmp_path / "gazetteer").mkdir()
    path = tmp_path / "gazetteer" / "points.csv"
    path.write_text("\n".join(("iso_3166_2,lat,lon", *rows)) + "\n", "utf-8")
    return read_points([tmp_path])


def test_a_row_is_the_point_of_a_code(tmp_path):
    assert points(tmp_path, "CA-ON,49.93,-85.44") == {"CA-ON": (49.93, -85.44)}


def test_a_folder_without_the_file_has_no_points(tmp_path):
    assert read_points([tmp_path]) == {}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("CA-ON,49.93", "2 columns instead of 3"),
        ("CA-ON,149.93,-85.44", 'lat "149.93" is not a number'),
        ("CA-ON,49.93,west", 'lon "west" is not a number'),
        ("CA-MB,55,-97", '"CA-MB" is repeated'),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path, row, reason):
    with pytest.raises(RejectedFile, match=r"points.csv:3") as caught:
        points(tmp_path, "CA-MB,55,-97", row)
    assert reason in str(caught.value)


def test_the_middle_of_ontario_is_that_of_its_land_not_of_its_towns(gazetteer):
    ontario = gazetteer.region("Ontario, Canada")
    assert ontario.latitude > 49

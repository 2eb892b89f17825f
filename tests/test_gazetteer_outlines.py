"""Outlines for maps: every ISO code has one or is known to have none; neighbours share an edge."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.errors import RejectedFile
from advisory.gazetteer import packages
from advisory.gazetteer.outlines import (
    FOLDER,
    STEP,
    Outlines,
    read_crosswalk,
    read_rings,
    written_rings,
)

# Too small to be drawn at a kilometre a step: two islets and a town of Malta and the Maldives.
DOTS = {"MT-41", "MV-04", "MV-14", "MV-27"}
OLDER = "the outline is older than the current division, or of a larger one around it"


@pytest.fixture(scope="module")
def outlines():
    return Outlines()


def extent(rings):
    longitudes, latitudes = zip(*(point for ring in rings for point in ring), strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def test_every_iso_code_of_the_gazetteer_is_mapped_or_known_to_be_missing(outlines):
    codes = {d.code for d in packages.divisions() if d.level == 1 and d.code}
    assert outlines.crosswalk.matches.keys() == codes


def test_every_mapped_code_has_an_outline(outlines):
    matches = outlines.crosswalk.matches
    bare = {
        code for code, match in matches.items() if match.kind != "none" and not outlines.of(code)
    }
    assert bare == DOTS


def test_the_readme_counts_the_kinds_as_they_are(outlines):
    written = re.findall(
        r"^\| `(\w+)` \|.*\| ([\d,]+) \|$", (FOLDER / "README.md").read_text(), re.MULTILINE
    )
    kinds = Counter(match.kind for match in outlines.crosswalk.matches.values())
    assert {kind: int(count.replace(",", "")) for kind, count in written} == kinds


@pytest.mark.parametrize(
    ("country", "older"), [("CD", 21), ("KE", 46), ("PS", 16), ("ML", 4), ("BF", 0), ("UA", 0)]
)
def test_what_is_known_to_be_older_is_said_to_be(outlines, country, older):
    mine = [code for code in outlines.crosswalk.matches if code.startswith(f"{country}-")]
    assert [outlines.of(code).note for code in mine].count(OLDER) == older


def test_a_division_cut_out_of_another_has_the_outline_around_it(outlines):
    taoudenit, timbuktu = outlines.of("ML-10"), outlines.of("ML-6")
    assert (taoudenit.rings, taoudenit.note, timbuktu.note) == (timbuktu.rings, OLDER, OLDER)


def test_an_outline_lies_where_its_region_does(outlines):
    west, south, east, north = extent(outlines.of("ML-8").rings)
    assert west < 1.41 < east
    assert south < 18.44 < north


def test_rings_are_closed_and_have_at_least_three_corners(outlines):
    for code in ("ML", "ML-8", "PS", "LB", "MM-16", "PH-14"):
        for ring in outlines.of(code).rings:
            assert ring[0] == ring[-1]
            assert len(set(ring)) >= 3


def test_neighbours_share_the_points_of_their_common_edge(outlines):
    points = [
        {point for ring in outlines.of(code).rings for point in ring}
        for code in ("NE-6", "NE-5", "NE")
    ]
    tillaberi, tahoua, niger = points
    assert len(tillaberi & tahoua) >= 2
    assert len(tillaberi & niger) >= 10


def test_a_country_is_made_of_its_own_codes(outlines):
    crimea, ukraine = extent(outlines.of("UA-43").rings), extent(outlines.of("UA").rings)
    assert ukraine[1] <= crimea[1]


def test_what_has_no_outline_has_none(outlines):
    assert outlines.of("FR-974") is None
    assert outlines.of("XX") is None


def test_the_file_stays_small():
    assert (FOLDER / "outlines.txt.gz").stat().st_size < 1_000_000


STEPS = st.tuples(st.integers(-18000, 18000), st.integers(-9000, 9000))


@given(st.lists(st.lists(STEPS, min_size=3, max_size=9, unique=True), min_size=1, max_size=3))
def test_rings_are_read_as_they_were_written(rings):
    closed = [[*ring, ring[0]] for ring in rings]
    read = read_rings(written_rings(closed))
    assert [[(round(x / STEP), round(y / STEP)) for x, y in ring] for ring in read] == closed


def test_a_bad_crosswalk_is_refused_with_its_lines(tmp_path):
    (tmp_path / "crosswalk.csv").write_text(
        "iso_3166_2,kind,natural_earth\nML-8,own,MLI-2689\nML-9,near,MLI-1\nML-7,own,\nML-6\n"
    )
    with pytest.raises(RejectedFile) as caught:
        read_crosswalk(tmp_path)
    told = str(caught.value)
    assert 'crosswalk.csv:3: the kind "near" is not one of own, parts, around, none' in told
    assert "crosswalk.csv:4: ML-7 is own, with 0 outlines" in told
    assert "crosswalk.csv:5: 1 columns instead of 3" in told

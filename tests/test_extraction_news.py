"""Everyday news of today is read field by field as well as it was when last mended.

The known half and the everyday passages were mended by; the unseen half is the honest figure. A
floor only goes up.
"""

import pytest

from advisory.model.text import Report
from tests.builders_news import CONDITION, EVERYDAY, INCIDENT, KNOWN, UNSEEN, Tally, passages, score
from tests.builders_shipped import rulebook

FIELDS = (*INCIDENT, *CONDITION)
FLOORS = {
    KNOWN: (0.85, 0.84, 0.93, 0.85, 0.91, 0.94, 0.86, 1.0, 1.0, 0.94, 0.94, 0.57, 0.80),
    EVERYDAY: (0.93, 0.83, 0.85, 0.88, 0.91, 0.93, 0.90, 1.0, 1.0, 1.0, 0.67, 1.0, 1.0),
    UNSEEN: (0.80, 0.75, 0.84, 0.91, 0.92, 0.88, 0.67, 0.5, 0.92, 0.92, 0.80, 0.67, 0.86),
}


@pytest.fixture(scope="module")
def tallies(reader) -> dict[str, Tally]:
    types = rulebook().types
    hazards = {name: str(kind.hazard) for name, kind in types.items()}
    return {path.stem: score(path, reader, hazards) for path in FLOORS}


def test_the_news_is_of_forty_countries_and_more():
    told = [
        one
        for path in FLOORS
        for passage in passages(path)
        for one in (*passage.get("incidents", ()), *passage.get("conditions", ()))
    ]
    assert len({one["country"] for one in told}) >= 40


@pytest.mark.parametrize("path", FLOORS, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_read_as_well_as_it_was(tallies, path, name):
    tally, floor = tallies[path.stem], FLOORS[path][FIELDS.index(name)]
    assert round(tally.f1(name), 2) >= floor, tally.wrong if path is not UNSEEN else ""


def test_a_town_of_the_name_in_another_region_is_not_the_one_told(reader):
    text = "Gunmen killed two traders in Gwoza in Nigeria's Plateau State on Monday."
    [mention] = reader.read(Report("r", text, published="2026-11-10")).mentions
    assert mention.place.name == "Gwoza"
    assert (mention.place.kind, mention.place.admin1_name) == ("unlocated", "Plateau")


def test_a_country_that_ends_the_name_of_a_lake_has_raided_nobody(reader):
    text = (
        "ISWAP releases video of Lake Chad raid\n\nISWAP has claimed the raid on the Chadian army."
    )
    [mention] = reader.read(Report("lake", text)).mentions
    doers = {actor.name for actor in mention.actors if actor.role == "perpetrator"}
    assert doers == {"Islamic State West Africa Province"}

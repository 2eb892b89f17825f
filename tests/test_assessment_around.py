"""A village is no safer than the region it lies in."""

import pytest

from advisory.model.assessment import Region, RegionKind, State
from tests.builders_assessment import (
    KIDAL,
    MALI,
    START,
    as_of,
    floor,
    heard,
    incident,
    rulebook,
    standing,
    timeline,
    version,
    weight,
)

VILLAGE = Region(
    id="overlay:anefis",
    name="Anefis",
    kind=RegionKind.PLACE,
    country=MALI.id,
    country_name="Mali",
    path=(MALI.id, KIDAL.id, "overlay:anefis"),
)
STRIKE = version(incident())  # in Kidal town, 2 March 2026


def in_village(*versions, day="2026-03-05", book=None, **more):
    return timeline(*versions, region=VILLAGE, book=book or rulebook(floor()), **more).published(
        as_of(day)
    )


def test_a_floor_of_the_region_holds_in_a_village_of_which_nothing_was_read():
    whole = timeline(STRIKE, region=KIDAL, book=rulebook(floor())).published(as_of("2026-03-05"))
    assert in_village(STRIKE).level == whole.level
    assert whole.level is not None


def test_points_that_raise_the_region_raise_the_village():
    book = rulebook(weight(points={START: 400}, cap={START: 400}))
    whole = timeline(STRIKE, region=KIDAL, book=book).published(as_of("2026-03-05")).level
    assert whole is not None
    assert whole > 1
    assert in_village(STRIKE, book=book).level == whole


def test_a_village_is_read_as_long_as_its_region_is():
    assert in_village(STRIKE).state is State.CURRENT


def test_a_standing_of_the_region_stands_in_its_villages():
    told = in_village(STRIKE, decisions=(standing(4, recorded="2026-03-01", region=KIDAL),))
    assert told.standing_level == 4


def test_nothing_read_of_the_region_leaves_the_village_unknown():
    assert in_village(heard=[heard("2026-03-02", region=MALI)]).state is State.UNKNOWN


@pytest.mark.parametrize("region", [KIDAL, MALI], ids=["admin1", "country"])
def test_a_region_or_a_country_has_nothing_around_it(region):
    found = timeline(STRIKE, region=region, book=rulebook(floor())).daily(as_of("2026-03-05"))
    assert all(one.rule != "levels/around" for one in found.floors)

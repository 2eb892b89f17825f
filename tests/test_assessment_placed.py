"""What is found by region is what a look at everything would find, in the same order."""

import pytest

from advisory.assessment.placed import Placed
from advisory.assessment.scorable import match_versions
from tests.builders_assessment import (
    GAO,
    KIDAL,
    MALI,
    NORTH,
    TOWN,
    incident,
    place,
    rulebook,
    version,
    weight,
)

PLACES = (TOWN, GAO, MALI, KIDAL, TOWN)
MATCHES = match_versions(
    [
        version(incident(f"m{number}", at=place(region=region)))
        for number, region in enumerate(PLACES)
    ],
    rulebook(weight()),
)


def concerns(region, regions):
    return region.contains(regions) or regions in (region.path[:1], region.path[:2])


@pytest.mark.parametrize("region", [MALI, KIDAL, GAO, TOWN, NORTH], ids=lambda one: one.name)
def test_a_region_is_given_all_that_lies_in_it_and_around_it(region):
    wanted = [m for m in MATCHES if concerns(region, m.scorable.regions)]
    assert wanted
    assert Placed(MATCHES).about(region) == wanted

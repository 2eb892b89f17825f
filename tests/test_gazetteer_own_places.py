"""places.csv holds what the packages lack: each row sourced, in its country, and not there already.

The packages are the judge: a place they have gets a row of kind `names`, never a second place.
"""

import pytest

from advisory.gazetteer import packages
from advisory.gazetteer.folding import fold
from advisory.gazetteer.outlines import Outlines
from advisory.gazetteer.overlay import OverlayPlace, read_overlay
from advisory.gazetteer.own import OwnPlaces
from advisory.model.distance import distance_km
from advisory.resources import folder

OWN = [row for row in read_overlay([folder("rules")]) if row.mends is None]
PLACES = [row for row in OWN if not row.adds_names]
KM_IN_A_DEGREE = 111


@pytest.fixture(scope="module")
def cities():
    return packages.cities()


def row(name="Anefis", kind="place", aliases=(), precision_km=15):
    return OverlayPlace(name, aliases, "ML", "ML-8", 18.05, 0.60, kind, precision_km, "a map", 2)


def city(name, latitude=18.05):
    return packages.City(1, name, latitude, 0.60, "ML", 0, "10", [])


def test_a_place_that_the_register_has_by_now_is_not_there_twice():
    assert OwnPlaces([row()]).same_as(city("Anéfis")) is not None


def test_a_place_of_the_same_name_far_away_is_another_place():
    assert OwnPlaces([row()]).same_as(city("Anéfis", latitude=12.0)) is None


def test_a_row_of_names_meets_the_place_by_the_name_of_the_register_alone():
    own = OwnPlaces([row("Al Qamishli", "names", aliases=("Qamishli",))])
    assert own.same_as(city("Al Qāmishlī")) is not None
    assert own.same_as(city("Qamishli")) is None


def test_there_are_at_least_200_places_of_our_own():
    assert len(PLACES) >= 200


def test_every_row_names_its_source_and_how_exact_it_is():
    assert [row.name for row in OWN if not (row.source and row.precision_km)] == []


def test_every_place_names_its_admin1_where_its_country_has_codes():
    coded = {division.code[:2] for division in packages.divisions() if division.code}
    assert [p.name for p in PLACES if not p.admin1 and p.country in coded - {"AZ", "EH"}] == []


def test_every_place_lies_within_the_extent_of_its_country_as_exactly_as_it_says():
    outlines = Outlines()
    extents = {p.country: extent(outlines.of(p.country).rings) for p in PLACES}
    assert [p.name for p in PLACES if not is_inside(p, *extents[p.country])] == []


def extent(rings):
    longitudes, latitudes = zip(*(point for ring in rings for point in ring), strict=True)
    return longitudes, latitudes


def is_inside(place, longitudes, latitudes):
    margin = place.precision_km / KM_IN_A_DEGREE
    return (
        min(longitudes) - margin <= place.longitude <= max(longitudes) + margin
        and min(latitudes) - margin <= place.latitude <= max(latitudes) + margin
    )


def test_no_place_of_our_own_is_in_the_packages_within_10_km(cities):
    mine = {(p.country, fold(name)): p for p in PLACES for name in (p.name, *p.aliases)}
    twice = [
        (mine[key].name, one.name)
        for one in cities
        for key in {(one.countrycode, fold(name)) for name in (one.name, *one.alternatenames)}
        if key in mine and distance_km(mine[key], one) <= 10
    ]
    assert twice == []


def test_every_row_of_names_finds_the_place_it_is_for(cities):
    own = OwnPlaces(OWN)
    met = {found.line for one in cities if (found := own.same_as(one))}
    assert [row.name for row in OWN if row.adds_names and row.line not in met] == []

"""What a user has imported, beside what the packages have: newer places, and further ones.

Both number their places by GeoNames. Under a number that the packages have too, the user's row
replaces theirs; what they lack is added behind them.
"""

from collections.abc import Collection, Iterator

from advisory.gazetteer.dump import DumpPlace
from advisory.gazetteer.imported import Imported
from advisory.gazetteer.packages import City


def newer_places(known: Collection[int], imported: Imported) -> dict[int, City]:
    """Return the imported places whose numbers are known, by number."""
    return {
        place.geonameid: _city(place)
        for place in imported.places(divisions=False)
        if place.geonameid in known
    }


def further_places(known: Collection[int], imported: Imported) -> Iterator[City]:
    """Give the imported places whose numbers are not known."""
    for place in imported.places(divisions=False):
        if place.geonameid not in known:
            yield _city(place)


def _city(place: DumpPlace) -> City:
    return City(
        geonameid=place.geonameid,
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        countrycode=place.country,
        population=place.population,
        admin1code=place.admin1,
        alternatenames=list(place.names),
        admin2code=place.admin2,
        feature=place.feature,
    )

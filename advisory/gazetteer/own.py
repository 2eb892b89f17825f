"""Where a row of places.csv means a place that the packages, or a user's own dump, have as well.

A row of kind `names` gives its spellings to the place of that name around its point: reports write
"Qamishli" where the register writes "Al Qamishli". Any other row is over a place of the same name
that lies where the row says, as exactly as it says: the register has caught up, and one place must
not become two.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from advisory.gazetteer.folding import fold
from advisory.gazetteer.overlay import OverlayPlace
from advisory.gazetteer.packages import City
from advisory.model.distance import distance_km

_SAME_KM: Final = 10  # two registers seldom agree on the middle of a town


class OwnPlaces:
    """Our rows by country and name, asked once for each place of the packages."""

    def __init__(self, rows: Iterable[OverlayPlace]) -> None:
        self._by_name: dict[tuple[str, str], list[OverlayPlace]] = defaultdict(list)
        for row in rows:
            if row.mends is None:
                names = [row.name] if row.adds_names else [row.name, *row.aliases]
                for name in dict.fromkeys(map(fold, names)):
                    self._by_name[row.country, name].append(row)

    def same_as(self, city: City) -> OverlayPlace | None:
        """Return the row that means this place, if there is one."""
        # The packages' other names were compared when the row was written; a dump's were not.
        names = [city.name, *city.alternatenames] if city.feature else [city.name]
        rows = [
            row for name in names for row in self._by_name.get((city.countrycode, fold(name)), ())
        ]
        near = ((distance_km(row, city), row) for row in rows)
        same = [
            (distance, row.line, row)
            for distance, row in near
            if distance is not None and distance <= max(row.precision_km, _SAME_KM)
        ]
        return min(same)[2] if same else None

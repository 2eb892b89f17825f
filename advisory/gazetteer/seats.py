"""Which town is the capital of a country, and the principal town of an admin1.

GeoNames' file of cities does not say which town is the seat of an admin1, so **seat** means
principal town: the largest place that bears the admin1's name, else its largest place. A capital is
the largest place of that name.
"""

from collections.abc import Iterable

from advisory.gazetteer.draft import Draft
from advisory.gazetteer.folding import fold
from advisory.gazetteer.packages import City
from advisory.gazetteer.records import NO_ROW, Kind


class Seats:
    """The best claim to each seat, as the places come by."""

    def __init__(self) -> None:
        self._capitals: dict[int, str] = {}
        self._names: dict[int, frozenset[str]] = {}
        self._best: dict[int, tuple[bool, int, int]] = {}

    def of_country(self, country: int, capital: str) -> None:
        """Note the name of a country's capital; it may be unknown, which is empty."""
        self._capitals[country] = fold(capital)

    def of_admin1(self, admin1: int, names: Iterable[str]) -> None:
        """Note the names that a seat of an admin1 may bear."""
        self._names[admin1] = frozenset(map(fold, names))

    def claim(self, row: int, country: int, admin1: int, city: City) -> None:
        """Let a place claim the seats of what it lies in."""
        folded = fold(city.name)
        if admin1 != NO_ROW:
            self._claim(admin1, (folded in self._names[admin1], city.population, row))
        if folded == self._capitals[country]:
            self._claim(country, (True, city.population, row))

    def mark(self, draft: Draft) -> None:
        """Make the best claims capitals and seats."""
        kinds = draft.columns["kind"]
        for parent, (_, _, row) in sorted(self._best.items(), reverse=True):
            kinds[row] = Kind.CAPITAL if kinds[parent] == Kind.COUNTRY else Kind.SEAT

    def _claim(self, parent: int, claim: tuple[bool, int, int]) -> None:
        self._best[parent] = max(claim, self._best.get(parent, claim))

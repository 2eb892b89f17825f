"""What a document speaks of: its countries and admin1, by the votes of the names in it.

A name votes for where its sense lies; how often it stands in the text counts little. A name that
may mean many places votes a little for all of them, so that several such names agree on the one
admin1 that has them all. No name votes for itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from advisory.gazetteer.records import NO_ROW
from advisory.gazetteer.senses import Sense

_COUNTRY: Final = 3.0  # what it is worth when all votes are for a sense's country
_ADMIN1: Final = 3.0
_LEADING_SHARE: Final = 0.5
_LEADING_WEIGHT: Final = 1.5
_MOST_ADMIN1: Final = 60  # a name that is everywhere says nothing
_SHARED: Final = 0.5

_Weights = dict[int, float]


def _weights() -> _Weights:
    return defaultdict(float)


@dataclass(slots=True)
class _Ballot:
    """Weights by row, with what each name gave."""

    total: float = 0.0
    by_row: _Weights = field(default_factory=_weights)
    by_name: dict[str, _Weights] = field(default_factory=dict)

    def add(self, name: str, row: int, weight: float) -> None:
        if row != NO_ROW:
            self.total += weight
            self.by_row[row] += weight
            self.by_name.setdefault(name, _weights())[row] += weight

    def share(self, row: int, without: str) -> float:
        """Return the share of the votes for a row; few votes never make a whole."""
        weight = self.by_row.get(row)
        if not weight:
            return 0.0
        own = self.by_name.get(without)
        if own:
            weight -= own.get(row, 0.0)
            return max(weight, 0.0) / max(self.total - sum(own.values()), 1.0)
        return weight / max(self.total, 1.0)


@dataclass(slots=True)
class Votes:
    """How much a document speaks of each country and admin1."""

    countries: _Ballot = field(default_factory=_Ballot)
    admin1: _Ballot = field(default_factory=_Ballot)

    def add(self, name: str, sense: Sense, weight: float) -> None:
        """Count a name that was understood."""
        self.countries.add(name, sense.country, weight)
        self.admin1.add(name, sense.admin1, weight)

    def spread(self, name: str, senses: Iterable[Sense]) -> None:
        """Count a name that may mean many places a little for each admin1 that has one."""
        units = {(s.country, s.admin1) for s in senses if not s.is_alternate}
        if len(units) <= _MOST_ADMIN1:
            for country, admin1 in sorted(units):
                self.countries.add(name, country, _SHARED / len(units))
                self.admin1.add(name, admin1, _SHARED / len(units))

    def support(self, name: str, sense: Sense) -> float:
        """Return how much likelier the other names make a sense, from 0 up."""
        country = self.countries.share(sense.country, name)
        return _COUNTRY * country + _ADMIN1 * self.admin1.share(sense.admin1, name)

    def speaks_of(self, name: str, sense: Sense) -> bool:
        """Whether another name votes for the country of a sense with some weight."""
        return self.countries.share(sense.country, name) > _NOISE

    def speaks_of_admin1(self, name: str, sense: Sense) -> bool:
        """Whether another name votes for the admin1 of a sense with some weight."""
        return self.admin1.share(sense.admin1, name) > _NOISE

    @property
    def leading(self) -> int | None:
        """The country that at least half of many votes are for."""
        found = self.ranked()
        if not found or self.countries.by_row[found[0]] < _LEADING_WEIGHT:
            return None
        enough = self.countries.by_row[found[0]] >= _LEADING_SHARE * self.countries.total
        return found[0] if enough else None

    def ranked(self) -> list[int]:
        """Return the countries by their votes, most first."""
        votes = self.countries.by_row
        return sorted(votes, key=lambda row: (-votes[row], row))


_NOISE: Final = 0.05


def best(name: str, senses: Collection[Sense], votes: Votes) -> Sense:
    """Return the sense that a document most likely means."""
    return max(senses, key=lambda sense: (sense.prior + votes.support(name, sense), -sense.row))

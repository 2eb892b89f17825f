"""What a document speaks of: its countries and admin1, by the votes of the names in it.

A name votes for where its sense lies; how often it stands in the text counts little. A name that
may mean many places votes a little for all of them, so that several such names agree on the one
admin1 that has them all. No name votes for itself. What lies near what else is named is likelier
too (`gazetteer.closeness`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from advisory.gazetteer.closeness import MOST, Closeness, Reach
from advisory.gazetteer.records import NO_ROW, Kind
from advisory.gazetteer.senses import Sense

_COUNTRY: Final = 3.0  # what it is worth when all votes are for a sense's country
_ADMIN1: Final = 3.0
_BESIDE: Final = 0.5  # of it for an admin1 beside others of its country
_LEADING_SHARE: Final = 0.5
_LEADING_WEIGHT: Final = 1.5
_MOST_ADMIN1: Final = 60  # a name that is everywhere says nothing
_SHARED: Final = 0.5
_NOISE: Final = 0.05
_NEVER: Final = -100.0
_MOST: Final = _COUNTRY + _ADMIN1 + MOST  # what the text can add to a prior

_Weights = dict[int, float]


def _weights() -> _Weights:
    return defaultdict(float)


@dataclass(slots=True)
class _Ballot:
    """Weights by row, with what each name gave."""

    total: float = 0.0
    by_row: _Weights = field(default_factory=_weights)
    by_name: dict[str, _Weights] = field(default_factory=lambda: defaultdict(_weights))
    _others: dict[str, tuple[_Weights, float]] = field(default_factory=dict)  # since the last vote

    def add(self, name: str, rows: Iterable[int], weight: float) -> None:
        """Count what a name gives to each of these rows."""
        by_row, own = self.by_row, self.by_name[name]
        self._others.clear()
        for row in rows:
            if row != NO_ROW:
                self.total += weight
                by_row[row] += weight
                own[row] += weight

    def without(self, name: str) -> tuple[_Weights, float]:
        """Return what one name gave, and the sum of what all others did.

        Few votes never make a whole.
        """
        known = self._others.get(name)
        if known is None:
            own = self.by_name.get(name, _NONE)
            known = self._others[name] = own, max(self.total - sum(own.values()), 1.0)
        return known

    def share(self, row: int, name: str) -> float:
        """Return the share of a row in the votes that other names than this gave."""
        own, total = self.without(name)
        return max(self.by_row.get(row, 0.0) - own.get(row, 0.0), 0.0) / total


_NONE: Final[_Weights] = {}


@dataclass(slots=True)
class Votes:
    """How much a document speaks of each country and admin1."""

    countries: _Ballot = field(default_factory=_Ballot)
    admin1: _Ballot = field(default_factory=_Ballot)
    closeness: Closeness = field(default_factory=Closeness)
    reaches: dict[str, Reach] = field(default_factory=dict)

    def add(self, name: str, sense: Sense, weight: float) -> None:
        """Count a name that was understood."""
        self.countries.add(name, (sense.country,), weight)
        self.admin1.add(name, (sense.admin1,), weight)

    def spread(self, name: str, reach: Reach) -> None:
        """Count a name that may mean many places a little for each admin1 that has one."""
        if 0 < len(reach.units) <= _MOST_ADMIN1:
            countries, admin1 = zip(*reach.units, strict=True)
            self.countries.add(name, countries, _SHARED / len(reach.units))
            self.admin1.add(name, admin1, _SHARED / len(reach.units))

    def reach(self, name: str, reach: Reach) -> None:
        """Count where the readings of a name lie."""
        self.reaches[name] = reach
        self.closeness.add(reach)

    def best(self, name: str, senses: Sequence[Sense]) -> tuple[Sense, float]:
        """Return the sense that the document most likely means, and its margin over the next.

        The senses are given likeliest first.
        """
        own = self.reaches.get(name)
        countries, admin1 = self.countries.by_row, self.admin1.by_row
        own_countries, of_countries = self.countries.without(name)
        own_admin1, of_admin1 = self.admin1.without(name)
        chosen, most, next_most = senses[0], _NEVER, _NEVER
        support, near = self.closeness.support, self.closeness.cells
        named, held = self.closeness.named, self.closeness.held
        for sense in senses:
            score = sense.prior
            if score + _MOST < most:
                break
            row, unit = sense.country, sense.admin1
            by_others = countries[row] - own_countries.get(row, 0.0) if row in countries else 0.0
            if by_others > 0:  # few countries are spoken of
                country = by_others / of_countries
                by_others = admin1[unit] - own_admin1.get(unit, 0.0) if unit in admin1 else 0.0
                inside = by_others / of_admin1
                beside = _BESIDE * country * (sense.kind is Kind.ADMIN1)
                score += _COUNTRY * country + _ADMIN1 * max(inside, beside)
            if score + MOST < next_most:
                continue
            if near[sense.cell] or sense.admin2 in (named if sense.is_place else held):
                score += support(sense, own)
            if score > most:
                chosen, most, next_most = sense, score, most
            elif score > next_most:
                next_most = score
        return chosen, most - next_most

    def speaks_of(self, name: str, sense: Sense) -> bool:
        """Whether another name votes for the country of a sense with some weight."""
        return self.countries.share(sense.country, name) > _NOISE

    def speaks_of_another(self, name: str, sense: Sense) -> bool:
        """Whether the names of the text vote for other countries than that of a sense alone."""
        is_elsewhere = any(row != sense.country for row in self.countries.by_row)
        return is_elsewhere and not self.speaks_of(name, sense)

    def speaks_of_admin1(self, name: str, sense: Sense) -> bool:
        """Whether another name votes for the admin1 of a sense with some weight."""
        return self.admin1.share(sense.admin1, name) > _NOISE

    def is_near(self, name: str, sense: Sense) -> bool:
        """Whether another name may mean what lies near a sense, across a border too."""
        return self.closeness.support(sense, self.reaches.get(name)) > _NOISE

    @property
    def leading(self) -> int | None:
        """The country that at least half of many votes are for."""
        votes = self.countries.by_row
        most = max(votes.values(), default=0.0)
        if most < max(_LEADING_WEIGHT, _LEADING_SHARE * self.countries.total):
            return None
        return min(row for row, weight in votes.items() if weight == most)

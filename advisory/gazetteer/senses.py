"""What a name may mean, and which meaning a document is about.

Each sense has a prior: the logarithm of its population, raised for countries, capitals and seats,
lowered for alternate names. The document votes: countries, nationalities and admin1 that it names
make senses in them likelier. The weights are set by hand, in units of "ten times the people", and
are fitted to nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log10
from typing import Final

from advisory.gazetteer.index import Index
from advisory.gazetteer.records import NO_ROW, Kind

_UNKNOWN_PEOPLE: Final = 10  # most places without a figure are hamlets
_OWN_PLACE: Final = 3.5  # our own rows are there because reports name them
_RAISED: Final = {
    Kind.COUNTRY: 1.0,
    Kind.ADMIN1: -0.3,
    Kind.ADMIN2: -1.0,
    Kind.CAPITAL: 1.3,
    Kind.SEAT: 0.7,
}
_INFORMAL: Final = 6.0
_ALTERNATE: Final = {Kind.COUNTRY: 0.0, Kind.INFORMAL: 0.0, Kind.ADMIN1: 0.3}
_ALTERNATE_PLACE: Final = 1.5
_COUNTRY_VOTE: Final = 3.0
_ADMIN1_VOTE: Final = 2.5
_STRONG_SHARE: Final = 0.5
_STRONG_WEIGHT: Final = 1.5


@dataclass(frozen=True, slots=True)
class Sense:
    """One row that a name may mean."""

    row: int
    kind: Kind
    country: int
    admin1: int
    prior: float
    is_alternate: bool


@dataclass(slots=True)
class Votes:
    """How much a document speaks of each country and admin1."""

    countries: Counter[int] = field(default_factory=Counter)
    admin1: Counter[int] = field(default_factory=Counter)

    def add(self, sense: Sense, weight: float) -> None:
        """Count a name that was understood."""
        if sense.country != NO_ROW:
            self.countries[sense.country] += weight  # type: ignore[assignment] # shares of votes
        if sense.admin1 != NO_ROW:
            self.admin1[sense.admin1] += weight  # type: ignore[assignment] # shares of votes

    def support(self, sense: Sense) -> float:
        """Return how much likelier the document makes a sense, from 0 up."""
        country = _share(self.countries, sense.country)
        admin1 = _share(self.admin1, sense.admin1)
        return _COUNTRY_VOTE * country + _ADMIN1_VOTE * admin1

    def leading(self) -> int | None:
        """Return the country that at least half of the votes are for, if they are many."""
        total = sum(self.countries.values())
        if not total:
            return None
        country, weight = max(self.countries.items(), key=lambda item: (item[1], -item[0]))
        return country if weight >= _STRONG_WEIGHT and weight >= _STRONG_SHARE * total else None


class Senses:
    """The senses of names, kept once they were looked up."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.of = lru_cache(maxsize=65_536)(self._of)

    def of_row(self, row: int) -> Sense:
        """Return the sense that is this row under its main name."""
        return self._sense(row << 1)

    def _of(self, name: str) -> tuple[Sense, ...]:
        return tuple(self._sense(posting) for posting in self._index.meant_by(name))

    def _sense(self, posting: int) -> Sense:
        row, is_alternate = posting >> 1, bool(posting & 1)
        columns = self._index.columns
        kind = Kind(columns["kind"][row])
        prior = self._prior(row, kind)
        if is_alternate:
            prior -= _ALTERNATE.get(kind, _ALTERNATE_PLACE)
        return Sense(
            row, kind, columns["country"][row], columns["admin1"][row], prior, is_alternate
        )

    def _prior(self, row: int, kind: Kind) -> float:
        if kind is Kind.INFORMAL:
            return _INFORMAL
        if self._index.columns["precision_km"][row]:
            return _OWN_PLACE
        people = self._index.columns["population"][row]
        return log10(max(people, _UNKNOWN_PEOPLE)) + _RAISED.get(kind, 0.0)


def best(senses: Sequence[Sense], votes: Votes, kinds: Iterable[Kind] = ()) -> Sense:
    """Return the sense a document most likely means, its town before the admin1 around it.

    With `kinds`, only senses of these kinds are looked at, if there are any.
    """
    wanted = [sense for sense in senses if sense.kind in kinds] or senses
    if len(wanted) == 1:
        return wanted[0]
    chosen = max(wanted, key=lambda sense: (sense.prior + votes.support(sense), -sense.row))
    return chosen if kinds else _town_of(wanted, chosen)


def _town_of(senses: Sequence[Sense], division: Sense) -> Sense:
    """Return the principal town of the same name inside a division: incidents happen in towns."""
    if division.kind not in {Kind.ADMIN1, Kind.ADMIN2}:
        return division
    towns = [
        sense
        for sense in senses
        if sense.kind >= Kind.CAPITAL
        and sense.admin1 == division.admin1 != NO_ROW
        and (sense.kind is not Kind.PLACE or division.kind is Kind.ADMIN2)
    ]
    return max(towns, key=lambda sense: sense.prior, default=division)


def _share(votes: Counter[int], row: int) -> float:
    weight = votes.get(row, 0)
    return 0.0 if not weight else weight / max(sum(votes.values()), 1.0)

"""What a name may mean, each meaning with how likely it is before the document has spoken.

The prior of a sense is the logarithm of its population, raised for countries, capitals and seats,
lowered for alternate names. A main name makes alternate ones of other places unlikely: Berea is a
town in Kentucky before it is an old name of Aleppo. The weights are set by hand, in units of "ten
times the people", and are fitted to nothing.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import log10
from typing import Final

from advisory.gazetteer.index import Index
from advisory.gazetteer.records import NO_POINT, NO_ROW, Kind, micro

NO_CELL: Final = -1_000_000
ROW_OF_CELLS: Final = 400  # cells of one degree are counted row by row, so that neighbours add up
_UNKNOWN_PEOPLE: Final = 10  # most places without a figure are hamlets
_OF_A_DIVISION: Final = 30_000  # of level 2, though no town of it be known
_OWN_PLACE: Final = 4.0  # our own rows are there because reports name them
_INFORMAL: Final = 6.0
_RAISED: Final = {
    Kind.COUNTRY: 1.0,
    Kind.ADMIN1: -0.3,
    Kind.ADMIN2: -1.0,
    Kind.CAPITAL: 1.3,
    Kind.SEAT: 0.7,
}
_ALTERNATE: Final = {Kind.COUNTRY: 0.0, Kind.INFORMAL: 0.0, Kind.ADMIN1: 0.3}
_ALTERNATE_PLACE: Final = 1.5
_BESIDE_MAIN: Final = 1.5
ALTERNATE_LESS: Final = _ALTERNATE_PLACE + _BESIDE_MAIN  # what an alternate name loses at most


@dataclass(frozen=True, slots=True)
class Sense:
    """One row that a name may mean; `cell` is of a degree, `NO_CELL` for what has no one place."""

    row: int
    kind: Kind
    is_place: bool  # a point rather than a region
    country: int
    admin1: int
    prior: float
    is_alternate: bool
    admin2: int = NO_ROW
    cell: int = NO_CELL


class Senses:
    """The senses of names, likeliest first, kept once they were looked up."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.of = lru_cache(maxsize=65_536)(self._of)

    def of_row(self, row: int) -> Sense:
        """Return the sense that is this row under its main name."""
        return self._sense(row << 1)

    def _of(self, name: str) -> tuple[Sense, ...]:
        senses = list(map(self._sense, self._index.meant_by(name)))
        if any(sense.is_place and not sense.is_alternate for sense in senses):
            senses = [
                replace(sense, prior=sense.prior - _BESIDE_MAIN)
                if sense.is_alternate and sense.kind >= Kind.ADMIN2
                else sense
                for sense in senses
            ]
        return tuple(sorted(senses, key=likelier))

    def _sense(self, posting: int) -> Sense:
        row, is_alternate = posting >> 1, bool(posting & 1)
        columns = self._index.columns
        kind = Kind(columns["kind"][row])
        prior = self._prior(row, kind)
        if is_alternate:
            prior -= _ALTERNATE.get(kind, _ALTERNATE_PLACE)
        return Sense(
            row=row,
            kind=kind,
            is_place=kind >= Kind.CAPITAL,
            country=columns["country"][row],
            admin1=columns["admin1"][row],
            prior=prior,
            is_alternate=is_alternate,
            admin2=columns["admin2"][row],
            cell=self._cell(row) if kind >= Kind.ADMIN2 else NO_CELL,
        )

    def _prior(self, row: int, kind: Kind) -> float:
        if kind is Kind.INFORMAL:
            return _INFORMAL
        if self._index.columns["precision_km"][row]:
            return _OWN_PLACE
        people = self._index.columns["population"][row]
        least = _OF_A_DIVISION if kind is Kind.ADMIN2 else _UNKNOWN_PEOPLE
        return log10(max(people, least)) + _RAISED.get(kind, 0.0)

    def _cell(self, row: int) -> int:
        latitude, longitude = (self._index.columns[c][row] for c in ("latitude", "longitude"))
        if latitude == NO_POINT:
            return NO_CELL
        return latitude // micro(1) * ROW_OF_CELLS + longitude // micro(1)


def likelier(sense: Sense) -> tuple[float, int]:
    """Sort senses by this: the likeliest first, the first row among equals."""
    return -sense.prior, sense.row

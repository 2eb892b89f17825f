"""Names of one text lie near each other: which readings of them do, and how much that says.

Of the many towns called Decatur, one lies in a county that the text names too, and near a
Scottdale. A name speaks for the cells of one degree around its readings; the more cells it could
mean, the less it says, because many towns lie near one of many by chance. A district that is named
speaks for the places in it, and they for the district. No name speaks for itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Final

from advisory.gazetteer.records import NO_ROW, Kind
from advisory.gazetteer.senses import NO_CELL, ROW_OF_CELLS, Sense
from advisory.lazy import lazy

_AROUND: Final = tuple(up * ROW_OF_CELLS + right for up in (-1, 0, 1) for right in (-1, 0, 1))
_BY_CHANCE: Final = 78  # readings from which one lies near any point of an inhabited land
_NEAR: Final = 2.0  # names beyond so many add nothing
_INSIDE: Final = 2.0  # that a district and a place in it are both named
MOST: Final = _NEAR + _INSIDE
RIVAL: Final = 1.5  # a prior so near is a rival


@dataclass(frozen=True)
class Reach:
    """What the readings of one name speak for, and with what weight, from 0 to 1.

    `standing` is what speaks for its being a place at all, before a text is looked at.
    """

    senses: tuple[Sense, ...]
    standing: float = 0.0

    @lazy
    def weight(self) -> float:
        """How much the name says: 1 with one reading, nothing with many."""
        cells = {sense.cell for sense in self._points}
        return max(0.0, 1 - log(len(cells)) / log(_BY_CHANCE)) if cells else 0.0

    @lazy
    def cells(self) -> frozenset[int]:
        """The cells around its readings."""
        return frozenset(sense.cell + step for sense in self._points for step in _AROUND)

    @lazy
    def has_rival(self) -> bool:
        """Whether a sense elsewhere is nearly as likely before the document has spoken."""
        first = self.senses[0]
        return any(
            other.prior > first.prior - RIVAL
            and (other.country, other.admin1) != (first.country, first.admin1)
            for other in self.senses
        )

    @lazy
    def units(self) -> tuple[tuple[int, int], ...]:
        """The countries and admin1 of its main readings."""
        found = {(s.country, s.admin1) for s in self.senses if not s.is_alternate}
        return tuple(sorted(found))

    @lazy
    def states(self) -> tuple[Sense, ...]:
        """The admin1 of that main name."""
        return tuple(s for s in self.senses if s.kind is Kind.ADMIN1 and not s.is_alternate)

    @lazy
    def has_states_in(self) -> frozenset[int]:
        """The countries of which it is an admin1."""
        return frozenset(sense.country for sense in self.states)

    @lazy
    def districts(self) -> frozenset[int]:
        """The districts that it may be."""
        return frozenset(sense.row for sense in self.senses if sense.kind is Kind.ADMIN2)

    @lazy
    def lies_in(self) -> frozenset[int]:
        """The districts that its places lie in."""
        return frozenset(s.admin2 for s in self._points if s.is_place and s.admin2 != NO_ROW)

    @lazy
    def _points(self) -> Sequence[Sense]:
        """The places and districts of that main name; of that other name where there are none."""
        points = [sense for sense in self.senses if sense.cell != NO_CELL]
        return [sense for sense in points if not sense.is_alternate] or points


class _Cells(dict[int, float]):
    """How much all names say for a cell, summed up when it is first asked for.

    A name with many readings speaks for hundreds of cells, and few are asked for.
    """

    def __init__(self) -> None:
        super().__init__()
        self._names: list[tuple[frozenset[int], float]] = []

    def add(self, cells: frozenset[int], weight: float) -> None:
        """Count a name for each of these."""
        self._names.append((cells, weight))
        self.clear()

    def __missing__(self, cell: int) -> float:
        total = 0.0
        for cells, weight in self._names:
            if cell in cells:
                total += weight
        self[cell] = total
        return total


def _weights() -> dict[int, float]:
    return defaultdict(float)


@dataclass(slots=True)
class Closeness:
    """How many names of a text speak for each cell and district."""

    cells: _Cells = field(default_factory=_Cells)
    named: dict[int, float] = field(default_factory=_weights)
    held: dict[int, float] = field(default_factory=_weights)

    def add(self, reach: Reach) -> None:
        """Count one name."""
        weight = reach.weight
        if weight:
            self.cells.add(reach.cells, weight)
            _count(self.named, reach.districts, weight)
            _count(self.held, reach.lies_in, weight)

    def support(self, sense: Sense, own: Reach | None) -> float:
        """Return how much likelier the other names make a sense; `own` is what its name added."""
        if sense.cell == NO_CELL:
            return 0.0
        near = self.cells[sense.cell]
        if near and own and sense.cell in own.cells:
            near -= own.weight
        inside = (self.named if sense.is_place else self.held).get(sense.admin2, 0.0)
        if inside and own and sense.admin2 in (own.districts if sense.is_place else own.lies_in):
            inside -= own.weight
        return min(near, _NEAR) + _INSIDE * min(inside, 1.0) if near or inside else 0.0


def _count(counted: dict[int, float], rows: Iterable[int], weight: float) -> None:
    for row in rows:
        counted[row] += weight

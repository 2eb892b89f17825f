"""Which accounts are alike: an index that grows, and is asked about one account at a time.

Accounts with equal traits are of one **kind**. Two kinds are compared only where they share
country, kind of event and a day, or the name of a place that one of them could not place in a
country; and the rows of a dataset are never compared with each other. Whether two kinds are alike
depends on nothing else than the two: so what is new need only be compared with what lies around it,
however much there is elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from advisory.incidents.kindred import kin_of
from advisory.incidents.similarity import (
    MERGE_POINTS,
    STORM_DAYS,
    are_apart,
    are_one_storm,
    place_points_of,
    points,
)
from advisory.incidents.traits import Traits
from advisory.model.value import Place

Member = TypeVar("Member")

_Block = tuple[str, str, str, int]  # how it is looked for, under what, the kind of event, the day
_Where = tuple[Place | None, tuple[str, ...]]


@dataclass(slots=True, eq=False)
class Kind(Generic[Member]):
    """Equal traits, and who has them: told by reports, or by rows of a dataset.

    `is_vague` says that they are not even like themselves. The members stand in the order in which
    they were put in.
    """

    traits: Traits
    where: int
    is_vague: bool
    told: dict[Member, None] = field(default_factory=dict)
    rows: dict[Member, None] = field(default_factory=dict)

    def members(self, *, rows: bool) -> dict[Member, None]:
        """Return the rows, or those told by reports."""
        return self.rows if rows else self.told


class Kinds(Generic[Member]):
    """All kinds there are, found by what they may meet."""

    def __init__(self) -> None:
        self._kinds: dict[Traits, Kind[Member]] = {}
        self._told: dict[_Block, dict[Kind[Member], None]] = defaultdict(dict)
        self._rows: dict[_Block, dict[Kind[Member], None]] = defaultdict(dict)
        self._places: dict[_Where, int] = {}
        self._meet: dict[tuple[int, int], bool] = {}

    def of(self, traits: Traits) -> Kind[Member]:
        """Return the kind of these traits."""
        known = self._kinds.get(traits)
        if known is None:
            where = self._places.setdefault((traits.place, traits.names), len(self._places))
            is_vague = points(traits, traits) < MERGE_POINTS
            known = self._kinds[traits] = Kind(traits, where, is_vague)
        return known

    def put(self, kind: Kind[Member], member: Member, *, is_row: bool) -> None:
        """Put a member in."""
        members = kind.members(rows=is_row)
        if not members and not kind.is_vague:
            for block in _blocks(kind.traits):
                (self._rows if is_row else self._told)[block][kind] = None
        members[member] = None

    def drop(self, kind: Kind[Member], member: Member) -> None:
        """Take a member out."""
        is_row = member in kind.rows
        members = kind.members(rows=is_row)
        del members[member]
        if not members and not kind.is_vague:
            blocks = self._rows if is_row else self._told
            for block in _blocks(kind.traits):
                del blocks[block][kind]
                if not blocks[block]:
                    del blocks[block]
        if not (kind.told or kind.rows):
            del self._kinds[kind.traits]

    def alike(self, kind: Kind[Member], *, is_row: bool) -> Iterator[tuple[int, Kind[Member]]]:
        """Yield the kinds that a member may be one incident with, and how alike they are.

        The kind itself is one of them, once it has a member. A row is alike only to what reports
        tell: of what is yielded, only the members told by reports count for it.
        """
        if kind.is_vague:
            return
        for other in self._around(kind, is_row=is_row):
            score = points(kind.traits, other.traits)
            if score >= MERGE_POINTS and not are_apart(kind.traits, other.traits):
                yield score, other

    def _around(self, kind: Kind[Member], *, is_row: bool) -> dict[Kind[Member], None]:
        """Return the kinds that share a block with this one and whose places can be one."""
        found: dict[Kind[Member], None] = {}
        for by_block in (self._told,) if is_row else (self._told, self._rows):
            for block in _asked(kind.traits):
                for other in by_block.get(block, ()):
                    if other not in found and self._can_meet(kind, other):
                        found[other] = None
        return found

    def _can_meet(self, one: Kind[Member], other: Kind[Member]) -> bool:
        pair = (one.where, other.where)
        known = self._meet.get(pair)
        if known is None:
            known = place_points_of(one.traits, other.traits) > 0
            self._meet[pair] = self._meet[pair[::-1]] = known
        return known or are_one_storm(one.traits, other.traits)


def _blocks(traits: Traits) -> Iterator[_Block]:
    """Yield where a kind is found: in its country, or nowhere; and by its name."""
    country = _country(traits)
    name_of = "placed" if country else "lost"
    for kin, day in _days(traits):
        if country:
            yield "country", country, kin, day
        for name in traits.names:
            yield name_of, name, kin, day
        if traits.called:
            yield "called", traits.called, kin, day


def _asked(traits: Traits) -> Iterator[_Block]:
    """Yield where a kind looks: in its country and among the lost of its name, or at all of it."""
    country = _country(traits)
    for kin, day in _days(traits):
        if country:
            yield "country", country, kin, day
        for name in traits.names:
            yield "lost", name, kin, day
            if not country:
                yield "placed", name, kin, day
    if traits.called:
        first, last = traits.first - STORM_DAYS, traits.last + STORM_DAYS
        for kin, day in _days(replace(traits, first=first, last=last)):
            yield "called", traits.called, kin, day


def _days(traits: Traits) -> Iterator[tuple[str, int]]:
    if traits.place is None:
        return
    kin = kin_of(traits.family)
    for day in range(traits.first.toordinal(), traits.last.toordinal() + 1):
        yield kin, day


def _country(traits: Traits) -> str:
    """Return the country of a place, or the region of one that has none."""
    place = traits.place
    return "" if place is None else place.country or "".join(place.regions[:1])

"""How well the figures of two accounts go together, in points, and whether one only says more.

The killed are compared, or else the injured or the abducted. Other figures of one incident are told
because its dead have risen, or because somebody knows only of a part of them.
"""

from collections.abc import Iterator

from advisory.incidents.traits import Traits
from advisory.model.value import Count

RARE_FIGURE = 10
"""So many dead are seldom told twice on one day of one country."""
_RARE_CAPTIVES = 3  # as many taken on one day are the same
_SAME_FIGURE, _SAME_RARE_FIGURE = 15, 20
DISASTERS = frozenset({"storm", "wildfire", "heatwave", "drought", "earthquake", "epidemic"})
"""Families of what spreads over a region, and whose dead are counted for days."""
_MISHAPS = DISASTERS | {
    "aircraft_accident", "collapse", "crush", "ferry_accident", "fire", "industrial",
    "rail_accident", "road_accident", "volcano",
}  # fmt: skip


def toll_points(one: Traits, other: Traits) -> int:
    """Return 0 to 20 points for the killed, or else for the injured or the abducted."""
    both = next(((a, b) for a, b in figures(one, other) if a is not None and b is not None), None)
    if both is None:
        return 7
    if _have_the_same_captives(one, other):
        return _SAME_RARE_FIGURE
    rare = _RARE_CAPTIVES if both[0] is one.abducted else RARE_FIGURE
    low, high = sorted(count.best for count in both)
    is_same = low == high or have_one_figure(one, other)
    if is_same or _rose_from(one, other) or _rose_from(other, one):
        return _SAME_FIGURE if low < rare else _SAME_RARE_FIGURE
    if are_compatible(*both):
        return _SAME_FIGURE if low >= RARE_FIGURE and 2 * high <= 3 * low else 12
    is_of_a_disaster = one.family == other.family and one.family in DISASTERS
    if is_of_a_disaster or _has_risen(one, other) or _has_risen(other, one):
        return 12
    is_boast = one.is_claim or other.is_claim  # who owns up to it gives a toll of his own
    return 7 if is_boast or 2 * high <= 3 * low else 5 if high <= 3 * low else 0


def have_one_figure(one: Traits, other: Traits) -> bool:
    """Whether both tell of as many dead, or one counts the attackers and the other does not."""
    if one.killed is None or other.killed is None:
        return False
    first, second = one.killed.best, other.killed.best
    return second in {first, one.others} or other.others == first


def _have_the_same_captives(one: Traits, other: Traits) -> bool:
    """Whether both tell of as many taken, of a few or more: however many died."""
    if one.abducted is None or other.abducted is None:
        return False
    return one.abducted.best == other.abducted.best >= _RARE_CAPTIVES


def figures(one: Traits, other: Traits) -> Iterator[tuple[Count | None, Count | None]]:
    """Yield what both say of the killed, the injured and the abducted."""
    yield one.killed, other.killed
    yield one.injured, other.injured
    yield one.abducted, other.abducted


def _rose_from(one: Traits, other: Traits) -> bool:
    """Whether one tells the other's toll too, as what it was before."""
    return _has_risen(one, other) and bool(other.killed and other.killed.best in one.rose_from)


def _has_risen(one: Traits, other: Traits) -> bool:
    """Whether the toll that one tells to have risen may be what became of the other's."""
    if one.killed is None or other.killed is None:
        return False
    return one.counts_again and one.killed.best >= other.killed.best


def is_many_more(one: Traits, other: Traits) -> bool:
    """Whether one of two accounts of a mishap says that its dead have risen from the other's."""
    have_risen = _has_risen(one, other) or _has_risen(other, one)
    is_mishap = one.type == other.type and one.family in _MISHAPS
    return is_mishap and have_risen and _least(one, other) >= RARE_FIGURE


def _least(one: Traits, other: Traits) -> int:
    return min(each.killed.best if each.killed else 0 for each in (one, other))


def are_compatible(one: Count, other: Count) -> bool:
    """Whether some number contradicts neither of two counts."""
    highs = [count.high for count in (one, other) if count.high is not None]
    return not highs or max(one.low, other.low) <= min(highs)

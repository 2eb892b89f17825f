"""What one word of harm says: who was killed or injured, and how many."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisory.model.value import Count, Part


@dataclass(frozen=True, slots=True)
class Toll:
    """What one word of harm says: who, how many, and the tokens that prove it."""

    harm: str
    count: Count
    parts: tuple[Part, ...]
    first: int
    last: int
    is_others: bool = False
    is_revision: bool = False
    is_whole: bool = False  # "the toll": on top of nothing
    is_half: bool = False  # "two soldiers and, police said, three men died": what died with it
    has_lingered: bool = False  # died of wounds, so was at first among the wounded
    is_of_them: bool = False  # "one of them has died": of whoever was told of before


def most_killed(tolls: Iterable[Toll]) -> int | None:
    """Return the largest number killed, None where nobody is told to be."""
    low = (toll.count.low for toll in tolls if toll.harm == "killed")
    return max(low, default=None)

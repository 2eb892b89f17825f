"""Matches of the rules, found by the regions they lie in.

Many regions are asked about at once and most matches lie in few of them: so each region is given
its own without a look at all the others.
"""

from collections.abc import Sequence

from advisory.assessment.scorable import Match
from advisory.model.assessment import Region


class Placed:
    """Every match, found by each region that its incident lies in."""

    def __init__(self, matches: Sequence[Match]) -> None:
        """Note where each match lies, once."""
        self._matches = matches
        self._within: dict[str, list[int]] = {}
        self._exactly: dict[tuple[str, ...], list[int]] = {}
        for at, match in enumerate(matches):
            regions = match.scorable.regions
            self._exactly.setdefault(regions, []).append(at)
            for region in set(regions):
                self._within.setdefault(region, []).append(at)

    def about(self, region: Region) -> list[Match]:
        """Return what lies in a region, and what is known to lie somewhere around it, in order."""
        found = {at for name in (region.id, *region.members) for at in self._within.get(name, ())}
        for length in range(1, len(region.path)):
            found.update(self._exactly.get(region.path[:length], ()))
        return [self._matches[at] for at in sorted(found)]

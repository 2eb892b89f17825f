"""The names of places that say which country a report speaks of."""

from bisect import bisect_right
from collections.abc import Iterator

from advisory.extraction.findings import Findings
from advisory.extraction.places.places import PlaceReader
from advisory.model.text import Toponym
from advisory.rulebook.lexicon import Lexicon

_BESIDE = 16  # characters from a demonym to "airstrikes"


def state_forces(lexicon: Lexicon) -> frozenset[str]:
    """Return the ids of the forces of states."""
    return frozenset(name for name, one in lexicon.actors.items() if one.kind == "state_force")


class SpokenOf:
    """Tells such names from those that say whose a force or an embassy abroad is."""

    def __init__(self, lexicon: Lexicon, places: PlaceReader) -> None:
        self._actors, self._places = lexicon.actors, places
        countries = (self._actors[name].countries for name in state_forces(lexicon))
        self._abroad = {many[0] for many in countries if len(many) > 1}
        self._sent = lexicon.grammar.words("struck_abroad")

    def names(self, found: Findings) -> Iterator[Toponym]:
        """Yield the names in a country but those that say whose a force or an embassy abroad is."""
        actors = self._actors
        named = [hit for hit in found.hits if hit.kind == "actors"]
        starts = [force.start for force in named]
        for toponym in (one for one in found.toponyms if one.place.country):
            may_own = toponym.is_demonym or toponym.place.kind == "country"
            at = bisect_right(starts, toponym.span.start)
            force = named[at - 1] if at and named[at - 1].end >= toponym.span.end else None
            is_abroad = force is not None and bool(actors[force.id].countries[1:])
            is_of_force = is_abroad or (force is not None and not may_own)
            is_of_force = is_of_force or self._is_sent(found, toponym)
            span = (toponym.span.start, toponym.span.end)
            if not (is_of_force or self._places.senders.is_sender(found.page, *span)):
                yield toponym

    def _is_sent(self, found: Findings, one: Toponym) -> bool:
        """Whether it only says who strikes abroad: "Thursday's American airstrikes"."""
        if not one.is_demonym or one.place.country not in self._abroad:
            return False
        return not self._sent.isdisjoint(found.page.behind(one.span.end, _BESIDE)[:1])

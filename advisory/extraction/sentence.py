"""A sentence with all that was found in it: what the later steps work on."""

from dataclasses import dataclass

from advisory.extraction.actors import ActorFound
from advisory.extraction.counts import Toll
from advisory.extraction.dates import DateFound
from advisory.extraction.places import PlaceFound
from advisory.extraction.scan import Hit
from advisory.extraction.tokens import Token

_SPEECH = frozenset({"say", "cite", "claim", "confirm", "deny"})
_SPEECH_GAP = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with all that was found in it."""

    start: int
    end: int
    number: int
    is_headline: bool
    is_lead: bool
    paragraph: int
    hits: tuple[Hit, ...]
    tokens: tuple[Token, ...] = ()
    tolls: tuple[Toll, ...] = ()
    dates: tuple[DateFound, ...] = ()
    places: tuple[PlaceFound, ...] = ()
    actors: tuple[ActorFound, ...] = ()
    context_places: tuple[PlaceFound, ...] = ()
    context_dates: tuple[DateFound, ...] = ()

    def is_of_speech(self, found: DateFound) -> bool:
        """Whether a date is that of a statement: "said on Thursday that ..."."""
        return any(
            cue.kind == "cues" and cue.id in _SPEECH and abs(found.start - cue.end) <= _SPEECH_GAP
            for cue in self.hits
        )

    def has(self, cue: str) -> bool:
        """Whether a class of cues stands in it."""
        return any(hit.kind == "cues" and hit.id == cue for hit in self.hits)

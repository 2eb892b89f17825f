"""One figure of an incident: a count, who it counts, and the words that tell it."""

from dataclasses import dataclass

from advisory.extraction.claims.speakers import Speaker, speaker_of_toll, speakers
from advisory.extraction.counts.counts import Toll
from advisory.extraction.sentence import Sentence
from advisory.lazy import lazy
from advisory.model.value import Count, Part


@dataclass(frozen=True)
class Figure:
    """A count with its parts and the offsets of the words that tell it; `told` where it is one."""

    count: Count
    parts: tuple[Part, ...]
    spans: tuple[tuple[int, int], ...]
    sentence: int
    is_headline: bool
    is_final: bool = False
    told: tuple[Sentence, Toll] | None = None

    @property
    def is_of_others(self) -> bool:
        """Whether it only counts some: "the other was killed", beside nobody counted."""
        if self.told is None:
            return False
        sentence, toll = self.told
        return toll.is_others and sentence.tolls[0] == toll

    @lazy
    def speaker(self) -> Speaker | None:
        """Whose word it is: asked where there is another figure."""
        return speaker_of(*self.told) if self.told else None


def speaker_of(sentence: Sentence, toll: Toll) -> Speaker | None:
    """Return whose word a toll of a sentence is."""
    page = sentence.findings.page
    return speaker_of_toll(page, sentence, toll, speakers(page, sentence))

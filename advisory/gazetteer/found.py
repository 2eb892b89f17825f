"""A candidate with its senses, on its way to a toponym."""

from dataclasses import dataclass

from advisory.gazetteer.candidates import Candidate
from advisory.gazetteer.closeness import Reach
from advisory.gazetteer.senses import Sense


@dataclass(slots=True)
class Found:
    """What a candidate may mean and so far does, and how sure it is a place.

    `is_fixed` says that the words beside it leave no choice.
    """

    candidate: Candidate
    reach: Reach
    sense: Sense
    weight: float = 0.0
    is_fixed: bool = False

    @property
    def name(self) -> str:
        """The folded name."""
        return self.candidate.name

    @property
    def senses(self) -> tuple[Sense, ...]:
        """All that it may mean, likeliest first."""
        return self.reach.senses

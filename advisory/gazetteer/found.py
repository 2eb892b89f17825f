"""A candidate with its senses, on its way to a toponym."""

from dataclasses import dataclass

from advisory.gazetteer.candidates import Candidate
from advisory.gazetteer.closeness import Reach
from advisory.gazetteer.senses import Sense


@dataclass(slots=True)
class Found:
    """What a candidate under its folded name may mean and so far does, and how sure it is a place.

    `is_fixed` says that the words beside it leave no choice,
    `is_unknown_there` that they say where it lies, and nobody knows it there: "Dah, Mopti Region".
    """

    candidate: Candidate
    name: str
    reach: Reach
    senses: tuple[Sense, ...]
    sense: Sense
    weight: float = 0.0
    is_fixed: bool = False
    is_unknown_there: bool = False

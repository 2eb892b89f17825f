"""How far a text may travel, and how far its source and its content are believed.

TLP: FIRST, Traffic Light Protocol 2.0. Reliability and credibility: the two axes of the Admiralty
code (NATO AJP-2.1). F means *cannot be judged*, not *worse than E*: it is weighed like C.
"""

from enum import IntEnum, StrEnum


class Tlp(IntEnum):
    """A marking, in order of strictness.

    >>> Tlp.named("AMBER+STRICT") > Tlp.named("green")
    True
    >>> str(Tlp.AMBER_STRICT)
    'TLP:AMBER+STRICT'
    """

    CLEAR = 0
    GREEN = 1
    AMBER = 2
    AMBER_STRICT = 3
    RED = 4

    @classmethod
    def named(cls, name: str) -> "Tlp":
        """Return the marking of that name, with or without the prefix `TLP:`.

        Raises:
            ValueError: If there is no such marking.
        """
        word = name.upper().removeprefix("TLP:").replace("+", "_")
        if word not in cls.__members__:
            allowed = ", ".join(str(member).removeprefix("TLP:") for member in cls)
            raise ValueError(f'"{name}" is not a TLP marking; allowed: {allowed}')
        return cls[word]

    def __str__(self) -> str:
        return f"TLP:{self.name.replace('_', '+')}"


class Reliability(StrEnum):
    """The grade of a source."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def is_reliable(self) -> bool:
        """Whether one such source alone may carry a level of 5 (A or B)."""
        return self in {Reliability.A, Reliability.B}


class Credibility(IntEnum):
    """How far an incident is believed, 1 best."""

    CONFIRMED = 1
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


class SourceKind(StrEnum):
    """What a source is; it decides the default TLP (decision 11)."""

    PUBLISHED = "published"
    WIRE = "wire"
    DATASET = "dataset"
    PARTY = "party"
    MAIL = "mail"
    FIELD = "field"
    DESK = "desk"
    UNKNOWN = "unknown"

    @property
    def default_tlp(self) -> Tlp:
        """CLEAR for what is published, AMBER+STRICT for all that is not marked."""
        return Tlp.CLEAR if self in _OPEN_KINDS else Tlp.AMBER_STRICT


_OPEN_KINDS = frozenset(
    {SourceKind.PUBLISHED, SourceKind.WIRE, SourceKind.DATASET, SourceKind.PARTY}
)

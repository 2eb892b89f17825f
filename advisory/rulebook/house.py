"""What only the house knows: whom to call, who approves, who flies a casualty out.

These facts live in a local house.yaml and leave only inside a measure that needs them (decision
14). The shipped house.example.yaml is marked `sample: true`; it serves the demo and the seeds and
is read only when asked for. A fact that is not set is None: the measure that needs it prints a
visible marker and blocks approval, never a number of somebody else.
"""

from dataclasses import dataclass

from advisory.rulebook.shape import keys


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The facts of house.yaml; the words of the key are the words of the marker when missing.

    `signatures` is how many people sign where two are asked for (decision 12): 1 is for a desk of
    one person, whose products then say that one person signed.
    """

    sample: bool = False
    signatures: int = 2
    line: str | None = None
    desk: str | None = None
    check_in_times: str | None = None
    line_manager: str | None = None
    country_director: str | None = None
    executive: str | None = None
    medevac: str | None = None
    surgical_care: str | None = None
    insurer: str | None = None
    legal_contact: str | None = None
    assembly_point: str | None = None
    safer_place: str | None = None
    counselling: str | None = None

    def __post_init__(self) -> None:
        if self.signatures not in {1, 2}:
            raise ValueError(f'"signatures" is {self.signatures}; allowed: 1 (one person) or 2')

    def fact(self, key: str) -> str | None:
        """Return one fact, or None when the house has not set it.

        >>> House(line="+00 1").fact("line"), House().fact("medevac")
        ('+00 1', None)
        """
        value: str | None = getattr(self, key)
        return value


HOUSE_KEYS: tuple[str, ...] = tuple(
    name for name in keys(House) if name not in {"sample", "signatures"}
)

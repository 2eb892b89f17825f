"""Measures and the matrix that calls for them: the shapes of measures/*.yaml and matrix.yaml.

A **measure** is advice under a code, worded once, or once for each profile that needs its own
words. The **matrix** says which measures a hazard calls for from which level on. Which of them
print together is decided in `advice.measures`; here is only what the files say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisory.model.advice import Audience, MovementSlot, Profile
from advisory.model.vocabulary import Hazard
from advisory.rulebook.book import computed

DEFAULT = "default"
Cells = Mapping[Hazard, Mapping[int, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure in measures/<family>.yaml, under its code.

    `text` is by profile, `default` for the others; `{line}` and the like are facts of the house,
    `{region}` the region, `{parties}` who fights there, `{hits}` where convoys were hit. `order`
    sorts what is printed, smallest first. `restricts` says how far a measure of movement restricts
    it: the highest that applies wins the slot. What stands in `forbids` is dropped where this
    measure prints. No `profiles` means all of them.
    """

    audience: Audience
    owner: str
    text: Mapping[str, str]
    from_level: int
    order: int
    expiry_days: int
    precondition: str = ""
    contraindication: str = ""
    profiles: tuple[Profile, ...] = ()
    needs_house: tuple[str, ...] = ()
    slot: MovementSlot | None = None
    restricts: int = 0
    forbids: tuple[str, ...] = ()
    references: tuple[str, ...]
    code: str = computed()
    family: str = computed()

    def serves(self, profile: Profile) -> bool:
        """Whether this profile is ever given the measure."""
        return not self.profiles or profile in self.profiles

    def wording(self, profile: Profile) -> str:
        """Return its words for a profile, or the words for all."""
        return self.text.get(profile.value) or self.text[DEFAULT]


class Situation(StrEnum):
    """What calls for measures beside hazard and level."""

    UNKNOWN = "unknown"
    CONTROL_CHANGED = "control_changed"
    ESCORT_HIT = "escort_hit"
    PARTIES_NAMED = "parties_named"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which measures a hazard calls for from which level on (matrix.yaml); levels cumulate.

    `every` holds at a level whatever the hazard. A cell under `profiles` replaces the cell of the
    same hazard and level for that profile. `situations` add to both.
    """

    every: Mapping[int, tuple[str, ...]]
    hazards: Cells
    profiles: Mapping[Profile, Cells]
    situations: Mapping[Situation, tuple[str, ...]]

    def codes(self, hazard: Hazard, level: int, profile: Profile) -> tuple[str, ...]:
        """Return the codes of one hazard up to a level, each once, lowest level first."""
        cells = {**self.hazards[hazard], **self.profiles.get(profile, {}).get(hazard, {})}
        rising = [code for step in sorted(cells) if step <= level for code in cells[step]]
        return tuple(dict.fromkeys(rising))

    def always(self, level: int) -> tuple[str, ...]:
        """Return the codes that hold at this level whatever the hazard."""
        return tuple(c for step in sorted(self.every) if step <= level for c in self.every[step])

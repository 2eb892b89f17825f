"""Who fights whom, since when: the shape of conflicts.yaml.

"No escort by a party to the fight" is only a phrase unless the parties are data, with dates. What
counts as an escorted target is here too, and for how many days a hit on one speaks against escorts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Party:
    """Who fights in a conflict: the actor's id in the lexicon, its name in prose, since, until.

    The name may end with the short name it goes by, in brackets; `aliases` are what it is called
    too. One actor may have several entries, each with the name of its time.
    """

    actor: str
    name: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def fights_on(self, day: date) -> bool:
        """Whether it is a party to the fight on a day; an open end holds on."""
        return (self.since or date.min) <= day <= (self.until or date.max)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict: its name, where it is fought (ISO 3166-1 alpha-2), and its parties."""

    name: str
    countries: tuple[str, ...]
    parties: tuple[Party, ...]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflicts:
    """conflicts.yaml: who fights where, what is escorted, for how long a hit on it warns."""

    escorted_targets: tuple[str, ...]
    escorted_days: int
    conflicts: Mapping[str, Conflict]

    def parties(self, country: str | None, day: date) -> tuple[Party, ...]:
        """Return who fights in a country on a day, in file order."""
        here = (c for c in self.conflicts.values() if country in c.countries)
        return tuple(p for conflict in here for p in conflict.parties if p.fights_on(day))

"""Which of the tellings of an incident names it.

The first does, or a more exact one of its kind: of "an attack" told first the bomb told later. What
befell people beside it, the arrests and the fires after it, name nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisory.extraction.actors.actor_found import LAWLESS
from advisory.extraction.composing.agreement import ENDS
from advisory.extraction.composing.disasters import is_share
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.groups import (
    AFTERMATH,
    CLASH,
    DISPERSED,
    FROM_AFAR,
    GENERIC,
    GROUP_OF,
    KILLINGS,
    UNLESS_KILLED,
    VIOLENT_FAMILIES,
)
from advisory.extraction.tellings.forces import are_fighters
from advisory.extraction.tellings.tellings import Telling
from advisory.model.vocabulary import Category
from advisory.rulebook.book import IncidentType

BESIDE_HARM = frozenset({"arson", "robbery", "sabotage", "crowd"})
"""The families of what goes with an attack and is no other name for it."""
_NEXT_PARAGRAPH = 2
POWER = "power"
"""The family of coups and mutinies."""
_NO_NAMES = GENERIC | {"coup_attempt"}  # what others call an attempt may have come off


def family_of(types: Mapping[str, IncidentType], kind: str | None) -> str:
    """Return the family of a fine type, "" for none."""
    known = types.get(kind or "")
    return known.family if known else ""


def is_accident(types: Mapping[str, IncidentType], kind: str | None) -> bool:
    """Whether a fine type is of an accident or a disaster."""
    known = types.get(kind or "")
    return known is not None and known.category in {Category.ACCIDENT, Category.DISASTER}


@dataclass(frozen=True, slots=True)
class Namer:
    """Names incidents by the types of the rule base and the ranks of the lexicon."""

    types: Mapping[str, IncidentType]
    ranks: Mapping[str, int]

    def named_by(self, draft: Draft) -> Telling:
        """Return the telling that names the incident."""
        typed = [telling for telling in draft.tellings if telling.type]
        first = _dispersal(typed) or self._mishap(typed, self._first(typed))
        if fell := next((t for t in typed if _fell_in_a_clash(first, t)), None):
            return fell
        finer = [t for t in typed if t is first or self._is_finer(first, t)]
        # An attack that ends in a clash is an attack still.
        finer = [t for t in finer if t.type != CLASH or first.type == CLASH]
        # "Wounded by a drone. The army blamed the rebels for the attack": it was the drone.
        firm = [t for t in finer if not (t.is_weak or (t.is_anaphor and t.type in _NO_NAMES))]
        firm = firm or finer
        return max(firm, key=lambda t: (self.ranks.get(t.type or "", 0), -t.sentence.number))

    def _first(self, typed: list[Telling]) -> Telling:
        firm = [one for one in typed if not (one.is_weak or is_share(typed[0], one))]
        first = next((t for t in firm if not t.is_habit), (firm or typed)[0])
        of, news = family_of(self.types, first.type), typed[0]
        if of in BESIDE_HARM and news.is_weak and news.has_doer and news.sentence.has_killed:
            return news  # no fire or march told later names who was killed, and by whom
        if of not in AFTERMATH:
            return first
        if coup := next((t for t in typed if family_of(self.types, t.type) == POWER), None):
            return coup
        # The dead weigh more than who or what was taken.
        dead = (t for t in typed if t.type == CLASH or t is typed[0])
        return next((t for t in dead if t.sentence.has_killed), first)

    def _mishap(self, typed: Sequence[Telling], first: Telling) -> Telling:
        """Return the accident that killed whom the rest only counts, or finds dead."""
        if not (first.is_weak or first.type in KILLINGS):
            return first
        mishaps = [one for one in typed if is_accident(self.types, one.type)]
        rest = (one for one in typed if one not in mishaps)
        is_faint = all(one.is_weak or (one.type in KILLINGS and not one.has_doer) for one in rest)
        return mishaps[0] if mishaps and first not in mishaps and is_faint else first

    def _is_finer(self, first: Telling, telling: Telling) -> bool:
        """Whether a telling may say more exactly what the first one told."""
        is_march = telling.type == "protest" and first.type == DISPERSED  # and so says less
        if is_march or _is_answered_by(first, telling) or _is_how_some_died(first, telling):
            return False
        if telling.type in ENDS or is_share(first, telling):
            return False
        family = family_of(self.types, telling.type)
        if family == family_of(self.types, first.type) or {first.type, telling.type} <= FROM_AFAR:
            return True  # "a strike" by a state may be one with missiles
        is_harm = family in VIOLENT_FAMILIES - BESIDE_HARM
        return first.type in GENERIC and is_harm and _says_of(first, telling)


def _is_answered_by(first: Telling, telling: Telling) -> bool:
    """Whether a telling only says how the attackers died: "were killed by air strikes"."""
    if telling.type not in FROM_AFAR or first.type in FROM_AFAR:
        return False
    by_others = (part.found.kind in LAWLESS for part in first.parts if part.is_doer)
    dead = [{part.who for part in toll.parts} for toll in telling.tolls if toll.harm == "killed"]
    return dead[-1:] == [{"attacker"}] and any(by_others)


def _is_how_some_died(first: Telling, telling: Telling) -> bool:
    """Whether it says of fewer than the first one counts how they were killed."""
    return telling.type in KILLINGS and 0 < (telling.killed or 0) < (first.killed or 0)


def _dispersal(typed: Sequence[Telling]) -> Telling | None:
    """Return how police drove a crowd apart where somebody died of it: "protester shot dead"."""
    by_others = (not LAWLESS.isdisjoint(part.found.kind for part in t.parts) for t in typed)
    if typed[0].type not in GENERIC or any(by_others):
        return None
    return next((telling for telling in typed if telling.type == DISPERSED), None)


def _fell_in_a_clash(first: Telling, telling: Telling) -> bool:
    """Whether who was "gunned down" had taken up arms and fell in a fight, as is told later."""
    return first.type in KILLINGS and telling.type == CLASH and are_fighters(telling)


def _says_of(first: Telling, telling: Telling) -> bool:
    """Whether a later telling may say more exactly what killed those the first one counts.

    "Two were murdered. The bomb ..." does; "children are maimed by bombs", told later, does not.
    """
    if first.sentence.has_killed and telling.type in UNLESS_KILLED:
        return False
    near = telling.sentence.paragraph - first.sentence.paragraph < _NEXT_PARAGRAPH
    is_alike = GROUP_OF.get(str(telling.type)) == GROUP_OF.get(str(first.type))
    return is_alike or near or telling.is_anaphor or not first.sentence.has_killed

"""Whether what a telling tells may be the deed that is open, by the kinds of both.

"An attack" may be any deed of violence just told, a murder none of many blasts told beside it; what
is done about a deed, an arrest or a search, goes on with it right behind.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.joining import are_one
from advisory.extraction.composing.naming import family_of, is_accident
from advisory.extraction.composing.pointing_back import (
    is_by_the_same,
    is_of_what_was_hit,
    is_outcome,
    is_placed,
    is_told_where,
)
from advisory.extraction.days_of_speech import is_of_speech
from advisory.extraction.groups import (
    AFTERMATH,
    ANY_ATTACK,
    ARRESTS,
    BLASTS,
    CLASH,
    DISPERSED,
    FROM_AFAR,
    GENERIC,
    KILLINGS,
    PEOPLES,
    VIOLENT_FAMILIES,
)
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.tellings.when import is_of_bodies
from advisory.model.vocabulary import Qualifier
from advisory.rulebook.book import IncidentType

_MURDER, _CONTROL, _CROWD = "murder", "control", "crowd"
TOLD_BESIDE = frozenset({"arrest", "defusal"})
_SAID_OF_IT = GENERIC | {"massacre"}  # "it is one more massacre"
_BEFALLING = frozenset({"bombing", "sabotage"})  # "exploded", "was damaged"
_NEXT_PARAGRAPH = 2


@dataclass(frozen=True, slots=True)
class Kinship:
    """Compares the kinds of tellings by the types of the rule base."""

    types: Mapping[str, IncidentType]

    def families_agree(self, draft: Draft, telling: Telling) -> bool:
        """Whether both are of one family, and neither is only what was done about the other."""
        mine = self.family(telling.type)
        if are_one(self.types, draft, telling):
            return True
        yours = self.family(draft.first.type)
        if mine in VIOLENT_FAMILIES and yours in AFTERMATH:
            return False  # what a man under arrest did is no part of his arrest
        if mine in AFTERMATH and yours in VIOLENT_FAMILIES:
            return False  # nor is another arrest of what was told before
        return telling.type in draft.types or any(
            self.family(other) == mine for other in draft.kinds
        )

    def types_agree(self, draft: Draft, telling: Telling) -> bool:
        """Whether another kind may be the same deed: "the attack" of a bombing."""
        mine = self.family(telling.type)
        near = telling.sentence.paragraph - draft.tellings[-1].sentence.paragraph
        generic = _SAID_OF_IT if near == 0 else ANY_ATTACK  # a murder may be a bombing just told
        is_exact = near > 0 and self.is_exact(draft)
        for other in draft.kinds:
            yours = self.family(other)
            both_violent = mine in VIOLENT_FAMILIES and yours in VIOLENT_FAMILIES
            if both_violent and _is_one_of_many(draft, other, telling):
                continue
            if both_violent and (telling.type in generic or (other in generic and not is_exact)):
                return True
            is_near_accident = near < _NEXT_PARAGRAPH and is_accident(self.types, other)
            is_of_it = self._is_of_accident(telling) if is_near_accident else None
            if is_of_it is not None:
                return is_of_it
            goes_on_with_it = telling.is_anaphor or telling.is_weak or is_outcome(draft, telling)
            goes_on_with_it = goes_on_with_it or is_by_the_same(draft, telling)
            if both_violent and (goes_on_with_it or is_of_what_was_hit(draft, telling)):
                return True
            is_parted = telling.type == DISPERSED and other in PEOPLES  # by the police
            if is_parted or (telling.type == CLASH and _may_be_fought_for(draft, yours, telling)):
                return near < _NEXT_PARAGRAPH
            is_answer = mine in AFTERMATH and yours in self._answered_by(telling)
            if is_answer and near < _NEXT_PARAGRAPH and not _is_apart(draft, telling):
                return True
        return False

    def _answered_by(self, telling: Telling) -> frozenset[str]:
        """The families of what it goes on with: arrests are told beside a deed, not of it."""
        is_beside = self.family(telling.type) in TOLD_BESIDE and is_told_beside(telling)
        return AFTERMATH if is_beside else AFTERMATH | VIOLENT_FAMILIES

    def _is_of_accident(self, telling: Telling) -> bool | None:
        """Whether it tells who died of an accident, or what it came to; None if of neither.

        "Four passengers were injured"; the lorry that overturned "exploded".
        """
        if telling.is_weak or is_of_bodies(telling.sentence, telling.trigger):
            return not telling.has_doer
        is_apart = telling.sentence.own_dates or telling.has_doer or is_placed(telling)
        is_nobodys = is_accident(self.types, telling.type) or telling.type in _BEFALLING
        return True if is_nobodys and not (is_apart or telling.is_another) else None

    def is_exact(self, draft: Draft) -> bool:
        """Whether "an attack" has been told more exactly: what is a bombing is no abduction."""
        return any(
            self.family(kind) in VIOLENT_FAMILIES and kind not in GENERIC for kind in draft.kinds
        )

    def is_beside(self, draft: Draft) -> bool:
        """Whether it tells whom somebody arrested, or which bomb was defused."""
        return self.family(draft.first.type) in TOLD_BESIDE

    def family(self, kind: str | None) -> str:
        """The family of a kind, "" where it has none."""
        return family_of(self.types, kind)


def is_told_beside(telling: Telling) -> bool:
    """Whether arrests for a deed, or a second bomb, are told beside it: "Eleven were arrested".

    A text of one paragraph tells a deed with its end; whom soldiers took and killed they killed,
    and of a bomb that was defused nobody died.
    """
    if telling.sentence.findings.is_one_paragraph or telling.trigger is None:
        return False
    if telling.type in ARRESTS:
        if telling.taken is None or not KILLINGS.isdisjoint(telling.types):
            return False
        is_vague = telling.taken.qualifier is Qualifier.VAGUE  # "many people"
        return telling.type == "mass_arrest" or not is_vague
    is_found = telling.trigger.id in ARRESTS  # "rifles and landmines were seized"
    return not (is_found or telling.tolls)


def _may_be_fought_for(draft: Draft, family: str, telling: Telling) -> bool:
    """Whether clashes may be those for a town, of a crowd, or with who came to arrest somebody."""
    is_same_day = not telling.dates or bool(draft.dates)
    is_there = family in {_CONTROL, _CROWD} and not is_placed(telling)
    return is_there or (family in AFTERMATH and is_same_day)


def _is_apart(draft: Draft, telling: Telling) -> bool:
    """Whether arrests are told with another day than the deed, or in another town."""
    if telling.type not in ARRESTS or telling.tolls:
        return False
    own = [found for found in telling.dates if not is_of_speech(telling.sentence, found)]
    mine, yours = (
        {found.value.first for found in dates if found.value and found.value.first}
        for dates in (own, draft.dates)
    )
    if mine and yours and mine.isdisjoint(yours):
        return True
    here, there = telling.place, draft.place
    if not (here and there and is_told_where(telling)):
        return False
    return here.place.name != there.place.name


def _is_one_of_many(draft: Draft, kind: str, telling: Telling) -> bool:
    """Whether a murder is told beside many blasts: "the bombings", "the murder of a nun"."""
    blast = {kind, telling.type} - {_MURDER}
    if len(blast) > 1 or blast.isdisjoint(BLASTS | FROM_AFAR):
        return False
    return telling.is_of_many != all(one.is_of_many for one in draft.tellings)

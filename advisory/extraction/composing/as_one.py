"""What is one incident with another though it is of another kind.

The shots at the palace and the arrest of the president are of a coup; how police dispersed those
who set a factory on fire is of the same riot.
"""

from collections.abc import Mapping

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.naming import POWER, family_of
from advisory.extraction.tellings.tellings import Telling
from advisory.rulebook.book import IncidentType

_OF_A_COUP = frozenset({POWER, "arrest", "armed", "killing"})  # who takes power shoots and arrests
_OF_A_CROWD = frozenset({"arson", "crowd"})
_NEAR = 2  # paragraphs


def are_one(types: Mapping[str, IncidentType], draft: Draft, telling: Telling) -> bool:
    """Whether what stands near an incident is of it by its kind."""
    families = {family_of(types, kind) for kind in (*draft.kinds, telling.type)}
    near = telling.sentence.paragraph - draft.tellings[-1].sentence.paragraph
    if telling.is_another or near > _NEAR:
        return False
    if families == _OF_A_CROWD:
        is_placed = telling.place is not None and telling.place.is_led
        return near < _NEAR and not (telling.has_date or is_placed)
    return families <= _OF_A_COUP and _is_of_a_coup(types, draft, families)


def _is_of_a_coup(types: Mapping[str, IncidentType], draft: Draft, families: set[str]) -> bool:
    if POWER not in families:
        return False
    first = draft.first.sentence
    is_led = first.is_headline or first.is_lead
    return is_led or family_of(types, draft.first.type) == POWER

"""A coup as one incident: the shots at the palace and the arrest of the president are of it."""

from collections.abc import Mapping

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.naming import POWER, family_of
from advisory.extraction.tellings.tellings import Telling
from advisory.rulebook.book import IncidentType

_OF_A_COUP = frozenset({POWER, "arrest", "armed", "killing"})  # who takes power shoots and arrests
_NEAR = 2  # paragraphs


def is_of_a_coup(types: Mapping[str, IncidentType], draft: Draft, telling: Telling) -> bool:
    """Whether one of two near each other is a coup, the other the shots or arrests of it."""
    families = {family_of(types, kind) for kind in (*draft.kinds, telling.type)}
    if POWER not in families or telling.is_another:
        return False
    first = draft.first.sentence
    is_led = first.is_headline or first.is_lead or family_of(types, draft.first.type) == POWER
    near = telling.sentence.paragraph - draft.tellings[-1].sentence.paragraph
    return is_led and near <= _NEAR and families <= _OF_A_COUP

"""Names that the gazetteer holds and the words around them do not show to be places.

"Torkham is shut", "the Mellitah gas complex": nothing leads the name, and nothing makes a person
or a group of it. What else the text names decides. Where it speaks of the division that the place
lies in, the name is that place; where only of its country, or of what lies near across a border,
it is listed as unlocated, never passed over. Elsewhere, and in
loud lines, it stays a word.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from advisory.gazetteer.clues import Surroundings, is_spoken_against
from advisory.gazetteer.found import Found
from advisory.gazetteer.unlocated import Range
from advisory.gazetteer.votes import Votes

_HOPELESS: Final = -4.0  # what is known of the name makes no place of it


def settle_doubtful(found: Sequence[Found], around: Surroundings, votes: Votes) -> Iterator[Range]:
    """Make places of the doubtful names in a division spoken of; give the words of the others."""
    for item in found:
        if not _HOPELESS < item.weight < 0 or around.tokens.loud[item.candidate.begin]:
            continue
        if is_spoken_against(item.candidate, item.sense, around):
            continue
        if votes.speaks_of_admin1(item.name, item.sense):
            item.weight = 0.0
        elif votes.speaks_of(item.name, item.sense) or votes.is_near(item.name, item.sense):
            yield item.candidate.begin, item.candidate.end

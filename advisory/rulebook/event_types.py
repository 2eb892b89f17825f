"""What the words of coded datasets mean in our types: rules/event_types.yaml.

ACLED and UCDP have vocabularies of their own for what happened. A row of theirs is scored as a type
of ours; the file says which, and what a word that nobody has mapped is taken for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from advisory.errors import Problem, did_you_mean, nearest
from advisory.rulebook.merge import MergedFiles
from advisory.rulebook.reader import Node

FILE = "event_types.yaml"
_BETWEEN = re.compile(r"[\s/_-]+")


@dataclass(frozen=True, slots=True)
class EventTypes:
    """event_types.yaml: `unknown` is the type of an unmapped word, `country_month` of a sum."""

    unknown: str
    country_month: str
    words: Mapping[str, str]

    def type_of(self, word: str, types: Mapping[str, object]) -> tuple[str, bool]:
        """Return the type that a dataset's word is scored as, and whether it is known.

        >>> mapping = EventTypes("armed_attack", "armed_clash", {"air_drone_strike": "airstrike"})
        >>> mapping.type_of("Air/drone strike", {}), mapping.type_of("Riot", {"riot": ...})
        (('airstrike', True), ('riot', True))
        >>> mapping.type_of("hail", {})
        ('armed_attack', False)
        """
        plain = _BETWEEN.sub("_", word.strip().lower())
        found = self.words.get(plain) or (plain if plain in types else None)
        return (found, True) if found else (self.unknown, False)


def load_event_types(folders: Sequence[Path], types: Mapping[str, object]) -> EventTypes:
    """Return the mapping of a merged rule base.

    Args:
        folders: The shipped one first, a user's own after it; a later one's file wins.
        types: The types of types.yaml.

    Raises:
        RejectedFile: With every problem of the file.
    """
    files = MergedFiles.of(folders, FILE)
    mapping: EventTypes = files.checked(FILE, EventTypes, partial(_unknown_types, types))
    files.refuse()
    return mapping


def _unknown_types(
    types: Mapping[str, object], node: Node, mapping: EventTypes
) -> Iterator[Problem]:
    named = {"unknown": mapping.unknown, "country_month": mapping.country_month}
    entries = [(node[key], kind) for key, kind in named.items()]
    entries += [(node["words"][word], kind) for word, kind in mapping.words.items()]
    for entry, kind in entries:
        if kind not in types:
            what = f'there is no type "{kind}" in types.yaml'
            yield entry.problem(what, did_you_mean(nearest(kind, list(types))).strip())

"""How a language shows that a word is, or is not, the name of a place: gazetteer/en.yaml.

The lists are data, so an analyst can mend them. Lists of words are written as one text, a word
between blanks. Demonyms are given by country, abbreviations of states by ISO 3166-2 code; both
are looked up folded.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Final

from advisory.errors import MissingFolder
from advisory.gazetteer.folding import fold
from advisory.gazetteer.overlay import winning
from advisory.rulebook.reader import read_file
from advisory.rulebook.shape import built

FILE: Final = "gazetteer/en.yaml"


@dataclass(frozen=True, slots=True)
class _Written:
    """The file as it is written."""

    function: str
    calendar: str
    common: str
    people: str
    titles: str
    speech: str
    before: str
    taking: str
    striking: str
    befalling: str
    harming: str
    arms: str
    dwelling: str
    belonging: str
    neighbouring: str
    settlements: str
    villages: str
    ways: str
    waters: str
    wilds: str
    divisions: str
    first_level: str
    administration: str
    institutions: str
    heads: str
    agreements: str
    divided_into: Mapping[str, str]
    phrases: tuple[str, ...]
    demonyms: Mapping[str, tuple[str, ...]]
    abbreviations: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Words:
    """The lists, folded; `hash` is that of the file.

    `function` and `calendar` words never are places; `common` words and `people` are too, and
    need a clue; `titles` stand before people, `speech` behind them; `before` stands before places,
    `taking` before those that nobody knows too ("raided X", "in X"), `striking` before "on" and a
    place ("the raid on X"), `befalling` is said of places alone ("X was raided"), `harming` of
    people too ("X was attacked"), `arms` are what a country may send abroad ("Malian troops"),
    `dwelling` stands before "of" and a place ("the mayor of X"), `belonging` behind it
    ("X residents"),
    `neighbouring` before countries; `settlements` and `divisions` are the kinds of places, and
    those of `first_level` mean an admin1 where there is one, `villages` no city; `ways` stand
    behind two places that are joined ("the X-Y road"), `waters` behind what is no land ("the X
    river"), `wilds` end the name of a site ("the Boni forest"); `administration`
    follows a place that stays a place ("Kidal police"), `institutions` make it part of a longer
    name ("Kidal University"), and so do `heads` with "of" ("University of Otago") and `agreements`
    ("the Algiers accord", "Durga idols"). `phrases` are whole names that hold a place and are none,
    and `divided_into` says which countries have divisions of a kind, by their codes.
    """

    function: frozenset[str]
    calendar: frozenset[str]
    common: frozenset[str]
    people: frozenset[str]
    titles: frozenset[str]
    speech: frozenset[str]
    before: frozenset[str]
    taking: frozenset[str]
    striking: frozenset[str]
    befalling: frozenset[str]
    harming: frozenset[str]
    arms: frozenset[str]
    dwelling: frozenset[str]
    belonging: frozenset[str]
    neighbouring: frozenset[str]
    settlements: frozenset[str]
    villages: frozenset[str]
    ways: frozenset[str]
    waters: frozenset[str]
    wilds: frozenset[str]
    divisions: frozenset[str]
    first_level: frozenset[str]
    administration: frozenset[str]
    institutions: frozenset[str]
    heads: frozenset[str]
    agreements: frozenset[str]
    phrases: frozenset[str]
    divided_into: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, str]
    abbreviations: Mapping[str, str]
    hash: str

    @cached_property
    def tables(self) -> frozenset[str]:
        """Demonyms, abbreviations and phrases: what a name may be without a gazetteer."""
        return frozenset((*self.demonyms, *self.abbreviations, *self.phrases))

    @cached_property
    def opening(self) -> frozenset[str]:
        """The words with which those of several words begin: all that they may go on from."""
        parted = (name.split() for name in self.tables)
        return frozenset(" ".join(w[:n]) for w in parted for n in range(1, len(w)))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The words that say of what kind a place is."""
        return self.divisions | self.first_level | self.settlements

    @cached_property
    def leading(self) -> frozenset[str]:
        """The words that may lead a place that nobody knows."""
        return self.before | self.taking | self.settlements | {"of", "on", "and"}

    @cached_property
    def done_to_places(self) -> frozenset[str]:
        """What a place suffers, whoever else may suffer it too."""
        return self.befalling | self.harming

    @cached_property
    def no_names(self) -> frozenset[str]:
        """Words that are no name by themselves: small, common, days, nationalities."""
        return self.function | self.calendar | self.common | self.demonyms.keys()


def read_words(folders: Sequence[Path]) -> Words:
    """Return the lists from the last folder that has them.

    Raises:
        RejectedFile: With every problem of the file.
        MissingFolder: If no folder has it.
    """
    path = winning(folders, FILE)
    if path is None:
        raise MissingFolder("rules/gazetteer", folders)
    written = built(_Written, read_file(path))
    lists = {
        field.name: frozenset(map(fold, getattr(written, field.name).split()))
        for field in fields(_Written)
        if field.type == "str" or field.type is str
    }
    return Words(
        **lists,
        phrases=frozenset(map(fold, written.phrases)),
        divided_into={word: tuple(of.split()) for word, of in written.divided_into.items()},
        demonyms=_turned(written.demonyms),
        abbreviations=_turned(written.abbreviations),
        hash=hashlib.sha256(path.read_bytes()).hexdigest(),
    )


def _turned(by_code: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(word): code for code, words in by_code.items() for word in words}

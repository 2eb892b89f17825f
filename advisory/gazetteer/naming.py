"""Which of the names in the sources are names for us, and which is the English one."""

from collections.abc import Iterable, Iterator
from typing import Final

from advisory.gazetteer.compass import DIRECTIONS
from advisory.gazetteer.folding import COMBINING, fold, plain

DIVISION_WORDS: Final = (
    "Autonomous Region", "Regional State", "Administrative Region", "Special Municipality",
    "Governorate", "Prefecture", "Department", "Province", "District", "Territory", "Division",
    "Republic", "Oblast", "County", "Region", "State", "Krai",
)  # fmt: skip
_LOWER_WORDS: Final = ("Agency", "Zone", "District", "Raion", "Municipality", "Protected Area")
_NO_NAMES: Final = frozenset((*DIRECTIONS, "free", "capital", "national capital", "federal"))
_LONGEST_CODE: Final = 4
_LAST_WESTERN: Final = "ÿ"


def english_name(name: str, aliases: Iterable[str]) -> str:
    """Return the name of a division in English where its aliases show it.

    >>> english_name("Nīnawá", ("Neynəvə mühafəzəsi", "Nineveh", "Nineveh Governorate"))
    'Nineveh'
    """
    for alias in (name, *aliases):
        for word in DIVISION_WORDS:
            bare = alias.removesuffix(f" {word}")
            if bare != alias and fold(bare).isascii() and fold(bare) not in _NO_NAMES:
                return bare.removeprefix("The ")
    return name


def bare_name(name: str) -> str:
    """Return the name of a division of level 2 as news print it, without what it is.

    >>> bare_name("South Waziristan Agency"), bare_name("Central District")
    ('South Waziristan', 'Central District')
    """
    for word in _LOWER_WORDS:
        bare = name.removesuffix(f" {word}")
        if bare != name and fold(bare) not in _NO_NAMES:
            return bare
    return name


def short_compass(name: str) -> Iterator[str]:
    """Give "West Africa" for "Western Africa", and nothing for other names."""
    first, _, rest = name.partition(" ")
    if rest and DIRECTIONS.get(fold(first)):
        yield f"{DIRECTIONS[fold(first)].capitalize()} {rest}"


def shown_name(name: str) -> str:
    r"""Return a name as English texts print it: "Kandahar" for "Kandahār", but "Ménaka".

    Letters of Western languages stay; those of scholarly transliteration lose their marks.

    >>> shown_name("Shīnḏanḏ"), shown_name("Ménaka"), shown_name("Itahari\u0304")
    ('Shindand', 'Ménaka', 'Itahari')
    """
    if max(name, default="") <= _LAST_WESTERN:
        return name
    return plain(name).replace(COMBINING, "").strip("'")


def is_a_name(alternate: str) -> bool:
    """Whether an alternate name is one: no code (BKO), no transliteration (ba ma ke)."""
    return not alternate[:1].islower() and not (
        alternate.isupper() and len(alternate) <= _LONGEST_CODE
    )

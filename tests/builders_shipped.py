"""What comes with the program, read once for all tests of a process: none changes what is in it."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from advisory.extraction.places.names import PlaceNames
from advisory.extraction.reader import Reader
from advisory.resources import folder
from advisory.rulebook.book import Rulebook
from advisory.rulebook.catalogue import load_catalogue
from advisory.rulebook.lexicon import Lexicon, load_lexicon
from advisory.rulebook.load import load_rulebook

CASES = Path(__file__).parent / "cases"
SHIPPED = (folder("rules"),)
READERS: dict[str, Reader] = {}


@cache
def rulebook() -> Rulebook:
    """The shipped rule base."""
    return load_rulebook(SHIPPED)


@cache
def lexicon() -> Lexicon:
    """The shipped words of English."""
    return load_lexicon(SHIPPED)


@cache
def catalogue(*, sample: bool = False):
    """The shipped measures, with the sample house facts or without any."""
    return load_catalogue(SHIPPED, sample=sample)


def reader(names: PlaceNames) -> Reader:
    """The reader of the shipped rules, one for each version of the place names."""
    if names.version not in READERS:
        READERS[names.version] = Reader(lexicon(), rulebook(), names)
    return READERS[names.version]


def reader_of(words: Lexicon, rules: Rulebook, names: PlaceNames) -> Reader:
    """A reader as a desk makes it: the one above where its rules are the shipped ones."""
    is_shipped = words is lexicon() and rules is rulebook()
    return reader(names) if is_shipped else Reader(words, rules, names)


@cache
def table(path: Path | str) -> Any:
    """A table of cases, by its path or its name among the others."""
    return yaml.load((CASES / path).read_text(encoding="utf-8"), yaml.CSafeLoader)

"""Every text of a record, changed in one place: nothing can be forgotten, whatever is added.

Report text is data. Before anything is laid out, `each_text` walks a record and gives each of its
texts to one function: first `clean`, which takes out whatever can steer a screen, a terminal or a
reading direction; then what a format asks for (escaping for Markdown, Latin letters where the PDF
has no glyph). Enumerations, numbers and dates are not texts and stay.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import TypeVar, cast

import re2  # type: ignore[import-untyped] # has no types

Record = TypeVar("Record")

LONGEST_TEXT = 2_000
"""Characters of one field that are printed; the rest is in the store."""

NO_BREAK = "\u00a0"

LONGEST_WORD = 80
"""No language has longer ones; to break a word of thousands takes a page setter seconds."""

_BLANKS = re2.compile(r" {2,}")
_PILED_MARKS = re2.compile(r"(\p{M}{4})\p{M}+")
_LONG_WORDS = re2.compile(rf"(\S{{{LONGEST_WORD}}})\S+")
_BECOMES_BLANK = frozenset({"Cc", "Zs", "Zl", "Zp"})
_GOES = frozenset({"Cf", "Cs", "Co", "Cn"})
_PHRASES = re2.compile(
    r"(?i)\b(almost no chance|very unlikely|roughly even chance|very likely|almost certain"
    r"|level [1-5]|TLP:[A-Z+]+)\b|\b\d[\d.,\x{2013}-]* (?:%|(?:km|m|h|hours?|days?|UTC)\b)"
    r"|\+\d[\d ]{6,}\d"  # a phone number
)


def each_text(record: Record, change: Callable[[str], str]) -> Record:
    """Return the record with every text in it changed.

    >>> each_text(("kidal", 5, ("gao",)), str.upper)
    ('KIDAL', 5, ('GAO',))
    """
    return cast("Record", _changed(record, change))


def clean(text: str, longest: int = LONGEST_TEXT) -> str:
    r"""Return text that is nothing but text: one line, no controls, no directions, not too long.

    Controls and line ends become a blank; format characters (bidirectional marks, zero width),
    private and unassigned ones go; blanks do not pile up, nor do combining marks.

    >>> clean("12\x1b[31m dead\u202e\nsaid  FAMa")
    '12 [31m dead said FAMa'
    """
    kept = "".join(_kept(character) for character in unicodedata.normalize("NFC", text))
    tidy = str(_BLANKS.sub(" ", _PILED_MARKS.sub(r"\1", kept)))
    tidy = str(_LONG_WORDS.sub(r"\1…", tidy))
    return tidy if len(tidy) <= longest else f"{tidy[: longest - 1].rstrip()}…"


def unbroken(text: str) -> str:
    r"""Return the text with its likelihood words, levels and measures held on one line.

    "very un-" at the end of a line is a misread risk.

    >>> unbroken("is very likely within 12 km of 2 mines").split(" ")
    ['is', 'very\xa0likely', 'within', '12\xa0km', 'of', '2', 'mines']
    """
    return str(_PHRASES.sub(lambda found: found.group().replace(" ", NO_BREAK), text))


def _changed(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _changed(getattr(value, f.name), change) for f in fields(value)}
        return replace(value, **changed)
    return value


@lru_cache(maxsize=4096)
def _kept(character: str) -> str:
    if character == NO_BREAK:
        return character
    category = unicodedata.category(character)
    return " " if category in _BECOMES_BLANK else "" if category in _GOES else character

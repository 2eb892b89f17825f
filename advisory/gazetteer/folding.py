"""One way to write a name for look-ups: lower case, no accents, blanks for punctuation.

Two functions share one table. `fold` makes the key under which a name is stored and looked up.
`plain` only takes accents off and straightens quotes and dashes: one character for one, so that
every position in the result is the same position in the text. Only Latin letters are mapped: a
Cyrillic letter that looks Latin stays what it is, so look-alikes never match by themselves.
"""

# ruff: noqa: RUF001, RUF002 - characters that look alike are what this module is about
import unicodedata
from collections.abc import Mapping
from typing import Final

COMBINING: Final = "\x7f"
"""Stands for a combining mark in plain text; it has no other use in prose."""
_LIGATURES: Final = {
    "ß": "s", "æ": "a", "œ": "o", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ı": "i",
    "ħ": "h", "ŋ": "n", "ɔ": "o", "ɛ": "e", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ŧ": "t",
}  # fmt: skip
_QUOTES: Final = "‘’ʼʻʿʾ`´′ʹ"
_DASHES: Final = "‐‑‒–—−"
_BLANKS: Final = "\u00a0\u2007\u202f\u2009\u200a\u2003\u2002"
_LATIN: Final = (range(0x80, 0x250), range(0x1E00, 0x1F00))


def _letter(character: str) -> str | None:
    base = unicodedata.normalize("NFD", character)[0]
    if base.isascii():
        return base if base.isalnum() else None
    small = _LIGATURES.get(base.lower())
    return small.upper() if small and base.isupper() else small


def _plain_table() -> dict[int, str]:
    letters = {code: _letter(chr(code)) for block in _LATIN for code in block}
    letters |= {ord(character): target for character, target in _LIGATURES.items()}
    table = {code: letter for code, letter in letters.items() if letter}
    table |= dict.fromkeys(map(ord, _QUOTES), "'")
    table |= dict.fromkeys(map(ord, _DASHES), "-")
    table |= dict.fromkeys(map(ord, _BLANKS), " ")
    return table | dict.fromkeys(range(0x300, 0x370), COMBINING)


_PLAIN: Final = _plain_table()
_PLAIN_BY_LETTER: Final = {chr(code): target for code, target in _PLAIN.items()}
_BLANKED: Final = {code: " " for code in range(0x7F) if not chr(code).isalnum()}
_FOLD: Final = (
    {code: target.lower() for code, target in _PLAIN.items() if target.isalnum()}
    | {code: " " for code, target in _PLAIN.items() if not target.isalnum()}
    | dict.fromkeys(range(0x300, 0x370), None)
    | {ord(COMBINING): None}
    | _BLANKED
)


def fold(text: str) -> str:
    """Return the key of a name: what is the same for `Ménaka`, `menaka` and `MENAKA`.

    >>> fold("Ménaka"), fold("N’Djaména"), fold("  Deir ez-Zor ")
    ('menaka', 'n djamena', 'deir ez zor')
    """
    return " ".join(text.translate(_FOLD).lower().split())


def plain(text: str) -> str:
    """Return the text without accents; each character stays in its place.

    >>> plain("Ménaka – l’État")
    "Menaka - l'Etat"
    """
    return text if text.isascii() else swap(text, _PLAIN_BY_LETTER)


def swap(text: str, letters: Mapping[str, str]) -> str:
    """Put one character for another, each in its place; fast where few of them occur."""
    for letter in letters.keys() & set(text):
        text = text.replace(letter, letters[letter])
    return text

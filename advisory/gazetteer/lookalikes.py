"""Words that mix alphabets to look like a place: "Мali" with a Cyrillic М.

Such a word never matches by itself. Where it would be a known name if each letter were the Latin
one it looks like, it becomes an unlocated toponym, so that the analyst sees it: a slip of a
keyboard, or somebody who wants a filter to miss the name. A word all in one alphabet is left alone.
"""

# ruff: noqa: RUF002 - characters that look alike are what this module is about
from collections.abc import Iterator
from typing import Final

from advisory.gazetteer.index import Index
from advisory.gazetteer.tokens import Tokens

_LOOKS_LIKE: Final = str.maketrans(
    "АВЕЅІЈКМНОРСТУХЗаеѕіјкоргсухпвΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
    "ABESIJKMHOPCTYX3aesijkoprcyxnbABEZHIKMNOPTYXaiknoptux",
)


def lookalikes(tokens: Tokens, index: Index) -> Iterator[int]:
    """Give the numbers of the words that only look like a known name."""
    for at in tokens.capitals:
        word = tokens.words[at]
        if word.isascii() or not any(map(str.isascii, word)):
            continue
        latin = word.translate(_LOOKS_LIKE)
        if latin.isascii() and len(latin) > 1 and index.knows(latin.lower()):
            yield at

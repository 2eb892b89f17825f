"""Place names that no gazetteer knows, shown to be places by the words before them.

"The village of Tamikoro", "near Tamikoro", "Tamikoro village", "in Tamikoro, Mopti": a capitalised
name with such a cue is a place, known or not. It becomes a toponym without regions, so that it
stays visible; where else the same name stands in the text it is found too. In loud lines capitals
say nothing, so no name is found there.
"""

from collections.abc import Iterator
from typing import Final

from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.words import Words

_NEAR: Final = frozenset(("near", "outside", "around", "towards", "toward"))
_INSIDE_NAME: Final = frozenset((" ", "-", "'"))
_BEHIND: Final = frozenset(
    ("village", "town", "hamlet", "camp", "locality", "district", "province", "county")
)
_AROUND: Final = frozenset(("area", "areas", "vicinity", "valley", "sector", "direction"))
_MOST_WORDS: Final = 3

Range = tuple[int, int]


def unknown_names(tokens: Tokens, words: Words, taken: set[int], begun: set[int]) -> list[Range]:
    """Return the word ranges of places nobody knows, in the order of the text.

    Args:
        tokens: The text.
        words: The lists of the language.
        taken: The words that are toponyms already.
        begun: The words that begin a toponym which is no nationality.
    """
    runs = list(_runs(tokens, words, taken))
    cued = {
        (begin, end)
        for begin, end in runs
        if _is_cued(tokens, words, begin, end) or _is_inside(tokens, words, begin, end, begun)
    }
    names = {tuple(tokens.lower[begin:end]) for begin, end in cued}
    return [
        (begin, end)
        for begin, end in runs
        if (begin, end) in cued or tuple(tokens.lower[begin:end]) in names
    ]


def _runs(tokens: Tokens, words: Words, taken: set[int]) -> Iterator[Range]:
    """Give each run of capitalised words that could be one name."""
    end = 0
    for at in tokens.capitals:
        if at < end or at in taken or not _may_be_name(tokens, words, taken, at):
            continue
        end = at + 1
        while end - at < _MOST_WORDS and _goes_on(tokens, words, taken, end):
            end += 1
        yield at, end


def _goes_on(tokens: Tokens, words: Words, taken: set[int], at: int) -> bool:
    if at == len(tokens.words) or tokens.gaps[at] not in _INSIDE_NAME:
        return False
    return _may_be_name(tokens, words, taken, at)


def _may_be_name(tokens: Tokens, words: Words, taken: set[int], at: int) -> bool:
    if at in taken or not tokens.capital[at] or tokens.loud[at]:
        return False
    word = tokens.lower[at]
    return (
        len(word) > 1
        and not (tokens.words[at][1:].isupper() or word.isdecimal())
        and word not in words.no_names
    )


def _is_cued(tokens: Tokens, words: Words, begin: int, end: int) -> bool:
    if begin and tokens.gaps[begin] == " ":
        before = tokens.lower[begin - 1]
        head = tokens.lower[begin - 2] if begin > 1 else ""
        if before == "of" and (head in words.settlements or head in _AROUND):
            return True
        if before in _NEAR or (before in words.settlements and not tokens.capital[begin - 1]):
            return not tokens.goes_on(end)
    behind = tokens.gaps[end] == " " and end < len(tokens.words) and not tokens.capital[end]
    return behind and tokens.lower[end] in _BEHIND


def _is_inside(tokens: Tokens, words: Words, begin: int, end: int, begun: set[int]) -> bool:
    """Whether a name stands in "in X, Y", where Y is a place."""
    led = begin > 0 and tokens.lower[begin - 1] in words.before and tokens.gaps[begin] == " "
    return led and end in begun and tokens.gaps[end] == ", "

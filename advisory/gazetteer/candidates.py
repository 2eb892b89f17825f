"""Runs of capitalised words that some place is called, longest first.

A candidate may hold small words inside ("Hodh Ech Chargui", "Rio de Janeiro") or an article in
front ("al-Bab"), but begins and ends with a capital. What is between its words must be able to
stand inside a name: a blank, a hyphen, an apostrophe, the stop of an abbreviation. In a text all
in upper case each word is capitalised, so much more is a candidate there; the clues decide.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from advisory.gazetteer.index import Index
from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.words import Words

_MOST_WORDS: Final = 6
_POSTAL: Final = 2  # letters of a postal code of a state
_INNER: Final = frozenset((" ", "-", "'", ". ", ".", "\n", " '", "' ", "- ", "/"))
_ARTICLES: Final = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `begin` to `end` (half open) under their folded name."""

    begin: int
    end: int
    name: str
    country: str | None = None  # of a demonym
    is_abbreviation: bool = False

    @property
    def words(self) -> range:
        """The numbers of its words."""
        return range(self.begin, self.end)


def candidates(tokens: Tokens, index: Index, words: Words) -> Iterator[Candidate]:
    """Return what may be a place name, in the order of the text, without overlaps."""
    behind = 0
    for at in tokens.capitals:
        if at < behind:
            continue
        found = _behind_article(tokens, at, index, words) if tokens.gaps[at] == "-" else None
        if found is None and _may_be_known(tokens.lower[at], index, words):
            found = _longest(tokens, at, index, words)
        if found:
            yield found
            behind = found.end


def _may_be_known(word: str, index: Index, words: Words) -> bool:
    """Whether anything is called so, or by several words of which this is the first."""
    return index.knows(word) or index.opens(word) or word in words.tables or word in words.opening


def _behind_article(tokens: Tokens, at: int, index: Index, words: Words) -> Candidate | None:
    """Return "al-Bab" where only the second word has a capital."""
    begins = at and tokens.lower[at - 1] in _ARTICLES and not tokens.capital[at - 1]
    return _longest(tokens, at - 1, index, words) if begins else None


def candidate_at(tokens: Tokens, start: int, end: int, words: Words) -> Candidate:
    """Return the candidate that a given piece of the text is, known or not."""
    begin = bisect_right(tokens.ends, start)
    behind = max(bisect_left(tokens.starts, end), begin)
    name = " ".join(tokens.lower[begin:behind])
    return Candidate(begin, behind, name, country=words.demonyms.get(name))


def _longest(tokens: Tokens, at: int, index: Index, words: Words) -> Candidate | None:
    lower, word = tokens.lower, tokens.lower[at]
    if tokens.gaps[at + 1] in _INNER and (word in words.opening or index.opens(word)):
        for end in reversed(_ends(tokens, at)):
            name = " ".join(lower[at:end])
            if found := _known(tokens, range(at, end), name, index, words):
                return found
    return _known(tokens, range(at, at + 1), word, index, words)


def _known(tokens: Tokens, where: range, name: str, index: Index, words: Words) -> Candidate | None:
    """Return the candidate that some words are by this name, if it is one."""
    if not index.knows(name) and name not in words.tables:
        return None
    at, end = where.start, where.stop
    if name in words.demonyms:
        return Candidate(at, end, name, country=words.demonyms[name])
    if name in words.abbreviations and _abbreviates(tokens, at, end):
        return Candidate(at, end, name, is_abbreviation=True)
    if name in words.calendar or (name in words.function and not tokens.words[at].isupper()):
        return None  # a small word that opens a sentence; "US" in capitals is none
    is_letter = len(name) == 1 or (name in words.abbreviations and not index.knows(name))
    return None if is_letter else Candidate(at, end, name)


def _ends(tokens: Tokens, at: int) -> list[int]:
    """Return where a name of several words may end: behind a capital, or a number behind one."""
    capital, lower, gaps = tokens.capital, tokens.lower, tokens.gaps
    ends = []
    for end in range(at + 1, min(at + _MOST_WORDS, len(lower))):
        if gaps[end] not in _INNER:
            break
        if capital[end] or (capital[end - 1] and lower[end].isdecimal()):
            ends.append(end + 1)
    return ends


def _abbreviates(tokens: Tokens, at: int, end: int) -> bool:
    """Whether "Ill." or "TX" stands behind a capitalised word and a comma."""
    if tokens.loud[at] and tokens.gaps[end][:1] != ".":
        return False  # in upper case "IN" and "OR" are only words
    follows = at > 0 and tokens.gaps[at] in {", ", ",\n"} and tokens.capital[at - 1]
    postal = end - at == 1 and len(tokens.words[at]) == _POSTAL and tokens.words[at].isupper()
    return follows and (postal or tokens.gaps[end].startswith("."))

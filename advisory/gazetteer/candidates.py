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
    at, last = 0, len(tokens.words)
    while at < last:
        found = None
        if tokens.capital[at]:
            found = _longest(tokens, at, index, words)
        elif tokens.lower[at] in _ARTICLES and at + 1 < last and tokens.capital[at + 1]:
            found = _longest(tokens, at, index, words) if tokens.gaps[at + 1] == "-" else None
        if found:
            yield found
            at = found.end
        else:
            at += 1


def candidate_at(tokens: Tokens, start: int, end: int, words: Words) -> Candidate:
    """Return the candidate that a given piece of the text is, known or not."""
    begin = bisect_right(tokens.ends, start)
    behind = max(bisect_left(tokens.starts, end), begin)
    name = " ".join(tokens.lower[begin:behind])
    return Candidate(begin, behind, name, country=words.demonyms.get(name))


def _longest(tokens: Tokens, at: int, index: Index, words: Words) -> Candidate | None:
    lower, gaps = tokens.lower, tokens.gaps
    reach = at + 1
    while reach < len(lower) and reach - at < _MOST_WORDS and gaps[reach] in _INNER:
        reach += 1
    whole = " ".join(lower[at:reach])
    known = index.prefixes(whole)
    for end in range(reach, at, -1):
        name = whole if end == reach else " ".join(lower[at:end])
        if not (tokens.capital[end - 1] or lower[end - 1].isdecimal()):
            continue
        if name in words.phrases:
            return Candidate(at, end, name)
        if name in words.demonyms:
            return Candidate(at, end, name, country=words.demonyms[name])
        if name in words.abbreviations and _abbreviates(tokens, at, end):
            return Candidate(at, end, name, is_abbreviation=True)
        if name in known and (end - at > 1 or len(name) > 1):
            return Candidate(at, end, name)
    return None


def _abbreviates(tokens: Tokens, at: int, end: int) -> bool:
    """Whether "Ill." or "TX" stands behind a capitalised word and a comma."""
    if tokens.loud[at] and tokens.gaps[end][:1] != ".":
        return False  # in upper case "IN" and "OR" are only words
    follows = at > 0 and tokens.gaps[at] in {", ", ",\n"} and tokens.capital[at - 1]
    postal = end - at == 1 and len(tokens.words[at]) == _POSTAL and tokens.words[at].isupper()
    return follows and (postal or tokens.gaps[end].startswith("."))

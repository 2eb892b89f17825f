"""Runs of capitalised words that some place is called, longest first.

A candidate may hold small words inside ("Hodh Ech Chargui", "Rio de Janeiro") or an article in
front ("al-Bab"), but begins and ends with a capital. What is between its words must be able to
stand inside a name: a blank, a hyphen, an apostrophe, the stop of an abbreviation. In a text all
in upper case each word is capitalised, so much more is a candidate there; the clues decide.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from advisory.gazetteer.index import Index
from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.words import Words

_MOST_WORDS: Final = 6
_POSTAL: Final = 2  # letters of a postal code of a state
_INNER: Final = frozenset((" ", "-", "'", ". ", ".", "\n", " '", "' ", "- ", "/"))
_ARTICLES: Final = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es"))


class Candidate(NamedTuple):
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
    behind, lower, gaps = 0, tokens.lower, tokens.gaps
    knows, opens, tables, opening = index.knows, index.opens, words.tables, words.opening
    for at in tokens.capitals:
        if at < behind:
            continue
        found = _behind_article(tokens, at, index, words) if gaps[at] == "-" else None
        word = lower[at]
        # called so, or the first of several words that something is called
        if found is None and (knows(word) or opens(word) or word in tables or word in opening):
            found = _longest(tokens, at, index, words)
        if found:
            yield found
            behind = found.end


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
    lower, word, knows, tables = tokens.lower, tokens.lower[at], index.knows, words.tables
    if tokens.gaps[at + 1] in _INNER and (word in words.opening or index.opens(word)):
        for end in reversed(_ends(tokens, at)):
            name = " ".join(lower[at:end])
            if knows(name) or name in tables:
                found = _known(tokens, Candidate(at, end, name), index, words)
                if found:
                    return found
    if knows(word) or word in tables:
        return _known(tokens, Candidate(at, at + 1, word), index, words)
    return None


def _known(tokens: Tokens, named: Candidate, index: Index, words: Words) -> Candidate | None:
    """Return what some words of a known name are: a candidate, of what kind, or none."""
    at, end, name = named.begin, named.end, named.name
    if name in words.demonyms:
        return named._replace(country=words.demonyms[name])
    if name in words.abbreviations and _abbreviates(tokens, at, end):
        return named._replace(is_abbreviation=True)
    if name in words.calendar or (name in words.function and not tokens.words[at].isupper()):
        return None  # a small word that opens a sentence; "US" in capitals is none
    is_letter = len(name) == 1 or (name in words.abbreviations and not index.knows(name))
    return None if is_letter else named


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

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
_MOST_IN_A_ROW: Final = 500  # names of one sentence: no reader would go on
_POSTAL: Final = 2  # letters of a postal code of a state
_INNER: Final = frozenset((" ", "-", "'", ". ", ".", "\n", " '", "' ", "- ", "/"))
ARTICLES: Final = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es"))
_BEHIND_ARTICLES: Final = frozenset((" ", "-"))
_NOTHING: Final = (False, False, False)
_MOST_KEPT: Final = 131_072  # words: about 15 MB


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


class Beginnings(dict[str, tuple[bool, bool, bool]]):
    """Words -> whether something has them for a name, whether a longer name begins so, and more.

    The last says that the name is nothing else in our tables, so that it is a candidate as it
    stands. Every capitalised word is asked for, and a text has few that others had not.
    """

    def __init__(self, index: Index, words: Words) -> None:
        super().__init__()
        self._index, self._words = index, words

    def __missing__(self, name: str) -> tuple[bool, bool, bool]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        words = self._words
        is_name = self._index.knows(name) or name in words.tables
        opens = name in words.opening or self._index.opens(name)
        others = (words.demonyms, words.abbreviations, words.calendar, words.function)
        is_plain = is_name and len(name) > 1 and not any(name in other for other in others)
        self[name] = answer = (is_name, opens, is_plain) if is_name or opens else _NOTHING
        return answer


def candidates(
    tokens: Tokens, index: Index, words: Words, beginnings: Beginnings
) -> Iterator[Candidate]:
    """Return what may be a place name, in the order of the text, without overlaps.

    Of a list that goes on for hundreds of names in one sentence the rest is left out.
    """
    behind, lower, gaps = 0, tokens.lower, tokens.gaps
    named = looked = 0
    for at in tokens.capitals:
        if at < behind:
            continue
        if named >= _MOST_IN_A_ROW:
            named, looked = named * _goes_on(tokens, looked, at), at + 1
            if named:
                continue
        found, begins = None, beginnings[lower[at]]
        if gaps[at] == "-" and _has_article(tokens, at):
            found = _longest(tokens, at - 1, beginnings, index, words)
        if found is None and begins is not _NOTHING:
            found = _longest(tokens, at, beginnings, index, words)
        if found:
            yield found
            behind, named = found.end, named + 1


def _goes_on(tokens: Tokens, begin: int, at: int) -> bool:
    """Whether no line or sentence opens from one word to another: a list goes on."""
    return not any(map(tokens.opens, range(begin, at + 1)))


def _has_article(tokens: Tokens, at: int) -> bool:
    """Whether a word goes on "al-Bab", where only the second word has a capital."""
    return at > 0 and tokens.lower[at - 1] in ARTICLES and not tokens.capital[at - 1]


def candidate_at(tokens: Tokens, start: int, end: int, words: Words) -> Candidate:
    """Return the candidate that a given piece of the text is, known or not."""
    begin = bisect_right(tokens.ends, start)
    behind = max(bisect_left(tokens.starts, end), begin)
    name = " ".join(tokens.lower[begin:behind])
    return Candidate(begin, behind, name, country=words.demonyms.get(name))


def _longest(
    tokens: Tokens, at: int, beginnings: Beginnings, index: Index, words: Words
) -> Candidate | None:
    """Return the longest name that begins with a word, going on as long as a name does."""
    lower, gaps, name, end = tokens.lower, tokens.gaps, tokens.lower[at], at + 1
    is_name, opens, is_plain = beginnings[name]
    named = [(end, name, is_plain)] if is_name and not _cuts_a_word(tokens, end) else []
    behind = min(at + _MOST_WORDS, len(lower)) if opens else end
    while opens and end < behind and gaps[end] in _INNER:
        name, end = f"{name} {lower[end]}", end + 1
        is_name, opens, is_plain = beginnings[name]
        if is_name and _may_end(tokens, end, words):
            named.append((end, name, is_plain))
    for end, name, is_plain in reversed(named):
        one = Candidate(at, end, name)
        found = one if is_plain else _known(tokens, one, index, words)
        if found:
            return found
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


def _may_end(tokens: Tokens, end: int, words: Words) -> bool:
    """Whether a name of several words may end here: behind a capital, or a number behind one.

    Or with a word that has an apostrophe, "Dembech'a", or one for a wild land: "Boni forest".
    """
    capital = tokens.capital
    if _cuts_a_word(tokens, end):
        return False
    last = tokens.lower[end - 1]
    return (
        capital[end - 1]
        or _cuts_a_word(tokens, end - 1)
        or (capital[end - 2] and (last.isdecimal() or last in words.wilds))
    )


def _cuts_a_word(tokens: Tokens, end: int) -> bool:
    """Whether a name would end inside a word: "Yafa" in "Yafa'a", but not in "Yafa's".

    Or with the article of the next: "Al" in "Al Arsh".
    """
    if end == len(tokens.lower):
        return False
    if tokens.lower[end - 1] in ARTICLES and tokens.capital[end]:
        return tokens.gaps[end] in _BEHIND_ARTICLES
    if tokens.gaps[end] != "'":
        return False
    return not tokens.capital[end] and tokens.lower[end] != "s"


def _abbreviates(tokens: Tokens, at: int, end: int) -> bool:
    """Whether "Ill." or "TX" stands behind a capitalised word and a comma."""
    if tokens.loud[at] and tokens.gaps[end][:1] != ".":
        return False  # in upper case "IN" and "OR" are only words
    follows = at > 0 and tokens.gaps[at] in {", ", ",\n"} and tokens.capital[at - 1]
    postal = end - at == 1 and len(tokens.words[at]) == _POSTAL and tokens.words[at].isupper()
    return follows and (postal or tokens.gaps[end].startswith("."))

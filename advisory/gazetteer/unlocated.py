"""Place names that no gazetteer knows, shown to be places by the words before them.

"The village of Tamikoro", "near Tamikoro", "raided Tamikoro", "at Tamikoro in Mopti", "at Mopti and
Tamikoro", "Tamikoro was shelled": a capitalised name with such a cue is a place, known or not. It
becomes a toponym without regions, so that it stays visible; where else the same name stands in the
text it is found too. In loud lines capitals say nothing, so no name is found there. A name that the
text joins to another capitalised one somewhere, or that is somebody's given name, is a person's.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from advisory.gazetteer.candidates import ARTICLES
from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.words import Words

_NEAR: Final = frozenset(("near", "outside", "around", "towards", "toward"))
_INSIDE_NAME: Final = frozenset((" ", "-", "'"))
_BEHIND: Final = frozenset(
    ("village", "town", "hamlet", "camp", "locality", "district", "province", "county")
)
_AROUND: Final = frozenset(("area", "areas", "vicinity", "valley", "sector", "direction"))
_OWNING: Final = frozenset(("'", "-"))
_PART_OF_TOWN: Final = frozenset(("area", "neighborhood", "neighbourhood", "quarter", "suburb"))
_WITHIN: Final = frozenset(("in", "into", "inside"))
_PARTICLES: Final = frozenset(("al", "de", "del", "du", "e", "el", "i", "la", "ul"))
_ARTICLES: Final = ARTICLES | {"en", "er", "et", "ez"}  # before a hyphen these are some, too
_PASSIVE: Final = frozenset(("was", "were", "been"))
_CUES_BEHIND: Final = _BEHIND | _PASSIVE
_MOST_WORDS: Final = 3
_VERB: Final = 3

Range = tuple[int, int]


def unknown_names(
    tokens: Tokens, words: Words, taken: set[int], begun: set[int], ended: set[int]
) -> list[Range]:
    """Return the word ranges of places nobody knows, in the order of the text.

    Args:
        tokens: The text.
        words: The lists of the language.
        taken: The words that are toponyms already.
        begun: The words that begin a toponym which is no nationality.
        ended: The words behind a toponym which is a place and is led as one.
    """
    runs = list(_runs(tokens, words, taken))
    surnames = {tokens.lower[end - 1] for begin, end in runs if end - begin > 1}
    cued = {
        (begin, end)
        for begin, end in _beside_cues(tokens, words, runs)
        if (
            _is_cued(tokens, words, begin, end)
            or _is_inside(tokens, words, begin, end, begun)
            or (
                _stands_alone(tokens, words, begin, end)
                and (end - begin > 1 or tokens.lower[begin] not in surnames)
                and (_is_taken(tokens, words, begin, end) or _is_joined(tokens, begin, ended))
            )
        )
    }
    if not cued:
        return []
    names = {tuple(tokens.lower[begin:end]) for begin, end in cued}
    return [
        (begin, end)
        for begin, end in runs
        if (begin, end) in cued or tuple(tokens.lower[begin:end]) in names
    ]


def _runs(tokens: Tokens, words: Words, taken: set[int]) -> Iterator[Range]:
    """Give each run of capitalised words that could be one name."""
    may_be, gaps = _name_words(tokens, words, taken), tokens.gaps
    end = 0
    for at in sorted(may_be):
        if at < end:
            continue
        end = at + 1
        while end - at < _MOST_WORDS and gaps[end] in _INSIDE_NAME:
            if end in may_be:
                end += 1
            elif end + 1 in may_be and (step := _over_particle(tokens, end)):
                end += step
            else:
                break
        yield at, end


def _name_words(tokens: Tokens, words: Words, taken: set[int]) -> set[int]:
    """Return the capitalised words, quiet and not taken, that may be in a name."""
    lower, written, loud, no_names = tokens.lower, tokens.words, tokens.loud, words.no_names
    return {
        at
        for at in tokens.capitals
        if at not in taken
        and not loud[at]
        and lower[at] not in no_names
        and len(lower[at]) > 1
        and not written[at][1:].isupper()
    }


def _over_particle(tokens: Tokens, at: int) -> int:
    """Return how many words a name goes on by: two in "Qala-i-Sukhta", "Bir al Hasi"."""
    if tokens.capital[at]:
        return 0
    joints, word = (tokens.gaps[at], tokens.gaps[at + 1]), tokens.lower[at]
    is_article = joints == (" ", "-") and word in _ARTICLES  # "Aita al-Jabal"
    is_particle = joints == (" ", " ") and word in _PARTICLES
    return 2 if is_article or is_particle or joints == ("-", "-") else 0


def _beside_cues(tokens: Tokens, words: Words, runs: Iterable[Range]) -> Iterator[Range]:
    """Yield the names that have a word beside them which can be a cue: most have none."""
    lower, gaps, count, leading = tokens.lower, tokens.gaps, len(tokens.lower), words.leading
    for begin, end in runs:
        is_led = begin > 0 and lower[begin - 1] in leading
        if is_led or (gaps[end] == " " and end < count and lower[end] in _CUES_BEHIND):
            yield begin, end


def _is_cued(tokens: Tokens, words: Words, begin: int, end: int) -> bool:
    if begin and tokens.gaps[begin] == " ":
        before = tokens.lower[begin - 1]
        head = tokens.lower[begin - 2] if begin > 1 else ""
        if before == "of" and (
            head in words.settlements or head in words.dwelling or head in _AROUND
        ):
            return True
        if before in _NEAR or (before in words.settlements and not tokens.capital[begin - 1]):
            return not tokens.goes_on(end)
    behind = tokens.gaps[end] == " " and end < len(tokens.words) and not tokens.capital[end]
    return behind and (tokens.lower[end] in _BEHIND or _is_befallen(tokens, words, end))


def _is_befallen(tokens: Tokens, words: Words, at: int) -> bool:
    """Whether the verb from here on is said of places alone: "was shelled"."""
    verb = tokens.lower[at : at + _VERB]
    return verb[0] in _PASSIVE and not words.befalling.isdisjoint(verb[1:])


def _is_inside(tokens: Tokens, words: Words, begin: int, end: int, begun: set[int]) -> bool:
    """Whether a name stands in "in X, Y" or "at X in Y", where Y is a place."""
    led = begin > 0 and tokens.lower[begin - 1] in words.before and tokens.gaps[begin] == " "
    if not led or end == len(tokens.words) or tokens.lower[begin] in words.titles:
        return False
    if tokens.gaps[end] == " " and tokens.lower[end] == "in":
        return end + 1 in begun and tokens.gaps[end + 1] == " "
    return end in begun and tokens.gaps[end] == ", "


def _stands_alone(tokens: Tokens, words: Words, begin: int, end: int) -> bool:
    """Whether a name is no part of a longer one or of a town, nobody's given name, and no owner."""
    name = tokens.lower[begin:end]
    if tokens.goes_on(end) or name[0] in words.titles or tokens.gaps[end][:1] in _OWNING:
        return False
    if end < len(tokens.words) and tokens.lower[end] in _PART_OF_TOWN:
        return False  # "in X area, Y" is told of the town Y
    return words.people.isdisjoint(name) and words.institutions.isdisjoint(name)


def _is_taken(tokens: Tokens, words: Words, begin: int, end: int) -> bool:
    """Whether a name stands in "in X", or as one word in "raided X" or "the raid on X"."""
    if not begin or tokens.gaps[begin] != " ":
        return False
    before = tokens.lower[begin - 1]
    if before in _WITHIN or " " in tokens.gaps[begin + 1 : end]:
        return before in _WITHIN  # several words behind "attacked" are a person's more often
    if before == "on":
        return begin > 1 and tokens.lower[begin - 2] in words.striking
    return before in words.taking


def _is_joined(tokens: Tokens, begin: int, ended: set[int]) -> bool:
    """Whether a name stands in "at X and Y", where X is a place."""
    joined = begin - 1 in ended and tokens.lower[begin - 1] == "and"
    return joined and tokens.gaps[begin - 1] == " " == tokens.gaps[begin]

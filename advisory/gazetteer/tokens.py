"""A text cut into words, with what stands between them.

No pattern meets the text: all that is not a letter or digit becomes a blank, one for one, and the
words are what is left, so positions hold. A line is **loud** when its capitals say nothing: a
headline, or a text all in upper case.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, pairwise
from operator import add, sub
from string import ascii_uppercase
from typing import Final

from advisory.gazetteer.folding import plain, swap

_BLANKED: Final = {code: " " for code in range(0x7F) if not chr(code).isalnum()}
_BLANKED_TOO: Final = dict.fromkeys("“”„«»…•·¡¿§©®™€£¥°\x85\u1680\u2028\u2029\u205f\u3000", " ")
_LOUD_SHARE: Final = 0.8
_LOUD_WORDS: Final = 4
_LOUD_AT_LEAST: Final = 0.25  # of all words, short ones too
_HEADING: Final = frozenset((" - ", " -- ", ": "))
_LONG: Final = 4  # letters of a word that a headline would capitalise


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text: as written without accents, folded, where they start and end.

    `gaps[i]` is what stands before word i, and one more behind the last; `capitals` are the numbers
    of the words with a capital; `loud[i]` says that word i stands in a loud line.
    """

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    capital: list[bool]
    capitals: list[int]
    loud: list[bool]

    def opens(self, at: int) -> bool:
        """Whether a word is the first of a sentence or line."""
        gap = self.gaps[at]
        return not at or (gap != " " and _opens(gap, self.lower[at - 1]))

    def heads(self, begin: int, end: int) -> bool:
        """Whether words stand at the head of a line, before a dash or colon: "Gao - The army"."""
        is_first = not begin or "\n" in self.gaps[begin]
        return is_first and self.gaps[end] in _HEADING

    def goes_on(self, at: int) -> bool:
        """Whether a name may go on here with a capital: "near Lake ..." is no village."""
        return at < len(self.words) and self.gaps[at] == " " and self.capital[at]


def tokenise(text: str) -> Tokens:
    """Return the words of a text.

    >>> tokenise("Clashes near Tinzaouaten. Mali's army").lower
    ['clashes', 'near', 'tinzaouaten', 'mali', 's', 'army']
    """
    level = plain(text)
    blanked = (level if level.isascii() else swap(level, _BLANKED_TOO)).translate(_BLANKED)
    pieces = blanked.split(" ")
    words = list(filter(None, pieces))
    lengths = list(map(len, words))
    behind = map(add, accumulate(map(len, pieces)), range(len(pieces)))
    ends = list(compress(behind, pieces))
    starts = list(map(sub, ends, lengths))
    bounds = zip([0, *ends], [*starts, len(level)], strict=True)
    gaps = [level[start:end] for start, end in bounds]
    first = "".join([word[0] for word in words])
    is_plain = first.isascii()  # as most are: then nothing is called for each
    capital = [one in ascii_uppercase if is_plain else one.isupper() for one in first]
    capitals = list(compress(range(len(words)), capital))
    loud = _loud(lengths, gaps, capital, capitals)
    return Tokens(words, _lower(blanked, words), starts, ends, gaps, capital, capitals, loud)


def _lower(blanked: str, words: list[str]) -> list[str]:
    if "\x7f" in blanked:  # a combining mark, which belongs to no key
        return [word.lower().replace("\x7f", "") for word in words]
    return blanked.lower().split() if blanked.isascii() else list(map(str.lower, words))


def _opens(gap: str, before: str) -> bool:
    """Whether a sentence or line begins behind this gap; "U.S. base" and "Gen. X" go on."""
    if "\n" in gap:
        return True
    stops = "." in gap and (len(before) > _LONG - 1 or before.isdecimal())
    return stops or "?" in gap or "!" in gap or '"' in gap or "“" in gap


def _loud(
    lengths: Sequence[int], gaps: Sequence[str], capital: Sequence[bool], capitals: Sequence[int]
) -> list[bool]:
    """Say of each word whether it stands in a loud line."""
    loud = [False] * len(lengths)
    lines = [at for at, gap in enumerate(gaps) if "\n" in gap]
    for begin, end in pairwise((0, *lines, len(lengths))):
        many = bisect_left(capitals, end) - bisect_left(capitals, begin)
        if many >= _LOUD_WORDS and many >= _LOUD_AT_LEAST * (end - begin):
            is_loud = _is_loud(lengths[begin:end], capital[begin:end])
            loud[begin:end] = [is_loud] * (end - begin)
    return loud


def _is_loud(lengths: Sequence[int], capital: Sequence[bool]) -> bool:
    """Whether nearly all the long words of a line have capitals."""
    long = [one for length, one in zip(lengths, capital, strict=True) if length >= _LONG]
    return len(long) >= _LOUD_WORDS and sum(long) > _LOUD_SHARE * len(long)

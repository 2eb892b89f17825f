"""A text cut into words, with what stands between them.

No pattern meets the text: all that is not a letter or digit becomes a blank, one for one, and the
words are what is left, so positions hold. A line is **loud** when its capitals say nothing: a
headline, or a text all in upper case.
"""

from dataclasses import dataclass
from typing import Final

from advisory.gazetteer.folding import plain

_BLANKED: Final = {c: " " for c in range(0x7F) if not chr(c).isalnum()} | {
    ord(c): " " for c in "“”„«»…•·¡¿§©®™€£¥°"
}
_LOUD_SHARE: Final = 0.8
_LOUD_WORDS: Final = 4
_LONG: Final = 4  # letters of a word that a headline would capitalise


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text: as written without accents, folded, where they start and end.

    `gaps[i]` is what stands before word i, and one more behind the last; `first[i]` says that word
    i opens a sentence or line; `loud[i]` that it stands in a loud line.
    """

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    capital: list[bool]
    first: list[bool]
    loud: list[bool]

    def goes_on(self, at: int) -> bool:
        """Whether a name may go on here with a capital: "near Lake ..." is no village."""
        return at < len(self.words) and self.gaps[at] == " " and self.capital[at]


def tokenise(text: str) -> Tokens:
    """Return the words of a text.

    >>> tokenise("Clashes near Tinzaouaten. Mali's army").lower
    ['clashes', 'near', 'tinzaouaten', 'mali', 's', 'army']
    """
    level = plain(text)
    blanked = level.translate(_BLANKED)
    words = blanked.split()
    starts, ends, gaps, at = [], [], [], 0
    for word in words:
        start = blanked.find(word, at)
        starts.append(start)
        gaps.append(level[at:start])
        at = start + len(word)
        ends.append(at)
    gaps.append(level[at:])
    lower = [word.lower().replace("\x7f", "") for word in words]
    capital = [word[0].isupper() for word in words]
    first = [gap != " " and _opens(gap, lower[i - 1]) for i, gap in enumerate(gaps[:-1])]
    first[:1] = [True] * bool(words)
    return Tokens(words, lower, starts, ends, gaps, capital, first, _loud(words, gaps, capital))


def _opens(gap: str, before: str) -> bool:
    """Whether a sentence or line begins behind this gap; "U.S. base" and "Gen. X" go on."""
    if "\n" in gap:
        return True
    stops = "." in gap and (len(before) > _LONG - 1 or before.isdecimal())
    return stops or "?" in gap or "!" in gap or '"' in gap or "“" in gap


def _loud(words: list[str], gaps: list[str], capital: list[bool]) -> list[bool]:
    loud: list[bool] = []
    begin = 0
    for end in range(1, len(words) + 1):
        if end == len(words) or "\n" in gaps[end]:
            loud.extend([_is_loud(words[begin:end], capital[begin:end])] * (end - begin))
            begin = end
    return loud


def _is_loud(words: list[str], capital: list[bool]) -> bool:
    long = [
        is_capital for word, is_capital in zip(words, capital, strict=True) if len(word) >= _LONG
    ]
    return len(long) >= _LOUD_WORDS and sum(long) > _LOUD_SHARE * len(long)

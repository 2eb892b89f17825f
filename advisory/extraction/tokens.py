"""One sentence as words with a class each: the alphabet of the count grammar.

Every word or phrase of the lexicon's grammar becomes one token with a one-letter tag; numbers are
read here, so that what follows sees values. Ages, unit numbers, years, clock times and measures
are told apart from counts by what stands beside them.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple, cast

from advisory.extraction.openings import beginnings, second_words
from advisory.extraction.page import Page, fold
from advisory.extraction.pieces import MARKS, Piece, pieces
from advisory.extraction.uncounted import Uncounted, is_year
from advisory.rulebook.lexicon import Grammar

# The letters of the tags. A later class wins where a word is in several.
TAGS: Mapping[str, str] = {
    "verb": "v",
    "preposition": "r",
    "subordinate": "h",
    "relative": "R",
    "pronoun": "s",
    "article": "d",
    "definite": "t",
    "demonstrative": "x",
    "other": "o",
    "no": "z",
    "nobody": "Z",
    "not": "!",
    "be": "b",
    "be_plural": "B",
    "have": "a",
    "have_plural": "A",
    "adverb": "a",
    "another": "O",
    "modal": "m",
    "and": "&",
    "or": "/",
    "of": "f",
    "by": "y",
    "including": "u",
    "identified": "V",
    "conditional": "C",
    "infinitive": "M",
    "person_pronoun": "H",
    "reflexive": "@",
    "leave": "l",
    "unit": "e",
    "thing": "g",
    "together": "X",
    "rise": "^",
    "deaths": "D",
    "injuries": "J",
    "casualties": "c",
    "toll": "T",
    "reckoning": "S",
    "injured_toll": "U",
    "bodies": "Q",
    "died": "E",
    "killed": "k",
    "killing": "K",
    "injured": "i",
    "injuring": "I",
}
QUALIFIERS = ("at_least", "more_than", "up_to", "about", "between")
_TWO, _HUNDRED = 2, 100
_MOST_KEPT, _LONGEST_KEPT = 1 << 14, 24  # words, and characters of one: 3 MB at most


class Token(NamedTuple):
    """A word, phrase or mark: where it stands, its folded form, its tag, the number it means.

    `value` is (low, high) of a number, high None where it is open; `who` the class of victims a
    person word belongs to; `qualifier` how the number after it is hedged.
    """

    start: int
    end: int
    word: str
    tag: str
    value: tuple[int, int | None] | None = None
    who: str = ""
    qualifier: str = ""


# `Token(...)` is a call of Python for each word, this is none.
_token = cast(
    "Callable[[tuple[int, int, str, str, tuple[int, int | None] | None, str, str]], Token]",
    partial(tuple.__new__, Token),
)


class _Word(NamedTuple):
    """What a word is by itself: its tag, whom it counts, and how many it is: "couple".

    It may begin a number or hedge one, or begin a phrase whose second word is one of `goes_on`.
    """

    tag: str
    who: str
    may_count: bool
    goes_on: frozenset[str]
    value: tuple[int, int | None] | None = None


class _Known(dict[str, _Word]):
    """Word -> what it is by itself; it keeps the first short ones met."""

    def __init__(self, look_up: Callable[[str], _Word]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> _Word:
        made = self._look_up(word)
        if len(word) <= _LONGEST_KEPT and len(self) < _MOST_KEPT:
            self[word] = made
        return made


class Tokeniser:
    """Cuts sentences into tokens by one language's grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._phrases = _phrases(grammar)
        self._who = {word: who for who, words in grammar.victims.items() for word in words}
        self._several_in: dict[str, tuple[int, int | None]] = {
            **dict.fromkeys(grammar.classes["families"], (_TWO, None)),
            **dict.fromkeys(grammar.classes["pairs"], (_TWO, _TWO)),
        }
        self._vague = {fold(words): number for words, number in grammar.vague_numbers.items()}
        self._qualifiers = {
            fold(words): name for name in QUALIFIERS for words in grammar.classes[name]
        }
        people = tuple(words for words in self._who if " " in words)  # "village head"
        self._begun = beginnings((*self._phrases, *self._qualifiers, *people))
        self._numbers = {fold(words): number for words, number in grammar.numbers.items()}
        self._multiples = {w.split()[-1] for w in self._numbers if " " in w}  # "two dozen"
        named = (*self._vague, *self._numbers)
        self._number_starts = {w.split()[0] for w in named}
        self._several_begun = {w.split()[0] for w in named if " " in w}
        self._counting = self._number_starts | {w for w in self._qualifiers if " " not in w}
        self._goes_on = second_words((*self._phrases, *self._qualifiers, *people))
        self._plurals = frozenset(grammar.plurals)
        self._uncounted = Uncounted(grammar)
        self._known = _Known(self._alone)

    def tokens(self, page: Page, start: int, end: int) -> list[Token]:
        """Return the tokens of a sentence, in order."""
        found = pieces(page, start, end)
        tokens: list[Token] = []
        at, length, known = 0, len(found), self._known
        while at < length:
            first, last, word, is_name = found[at]
            tag, who, may_count, goes_on, value = known[word]
            if may_count or (goes_on and at + 1 < length and found[at + 1].word in goes_on):
                several = self._several(found, at)
                if several:
                    token, used = several
                    tokens.append(token)
                    at += used
                    continue
            if is_name and tag in "wa":
                tag = tag if word in self._phrases else "W"
            tokens.append(_token((first, last, word, tag, value, who, "")))
            at += 1
        return self._uncounted.without(tokens)

    def _several(self, found: list[Piece], at: int) -> tuple[Token, int] | None:
        """Return the number, hedge or long phrase that begins here, and how many words it has."""
        return self._number(found, at) or self._phrase(found, at)

    def _alone(self, word: str) -> _Word:
        """Return what a word is by itself, and what it may begin."""
        if word in MARKS:
            return _Word(MARKS[word], "", may_count=False, goes_on=frozenset())
        may_count = word in self._counting or not word.isalpha()
        goes_on = self._goes_on.get(word, frozenset())
        if tag := self._phrases.get(word):
            return _Word(tag, "", may_count, goes_on)
        if who := self._who.get(word):
            tag = "P" if self._is_plural(word) else "p"
            return _Word(tag, who, may_count, goes_on, self._several_in.get(word))
        is_adverb = word.endswith(self._grammar.adverb_endings)
        return _Word("a" if is_adverb else "w", "", may_count, goes_on)

    def _is_plural(self, word: str) -> bool:
        return word in self._plurals or (word.endswith("s") and not word.endswith("ss"))

    def _phrase(self, found: list[Piece], at: int) -> tuple[Token, int] | None:
        words = ""
        best: tuple[Token, int] | None = None
        for length in range(1, len(found) - at + 1):
            last = found[at + length - 1]
            words = f"{words} {last.word}" if words else last.word
            if words in self._qualifiers and self._opens_number(found, at + length):
                name = self._qualifiers[words]
                token = Token(found[at].start, last.end, words, "q", qualifier=name)
                best = token, length
            elif length > 1 and words in self._phrases:
                best = Token(found[at].start, last.end, words, self._phrases[words]), length
            elif length > 1 and words in self._who:
                tag = "P" if self._is_plural(words) else "p"
                best = Token(found[at].start, last.end, words, tag, who=self._who[words]), length
            if words not in self._begun:
                break
        return best

    def _opens_number(self, found: list[Piece], at: int) -> bool:
        return at < len(found) and (
            self._number(found, at) is not None or found[at].word in self._qualifiers
        )

    def _number(self, found: list[Piece], at: int) -> tuple[Token, int] | None:
        word = found[at].word
        if word not in self._number_starts and not word[0].isdigit() and "-" not in word:
            return None
        most = min(4, len(found) - at) if word in self._several_begun else 1
        for length in range(most, 0, -1):
            words = " ".join([piece.word for piece in found[at : at + length]])
            last = found[at + length - 1]
            if words in self._vague:
                vague = (self._vague[words], None)
                return Token(found[at].start, last.end, words, "N", vague), length
            if length > 1 and words in self._numbers:
                exact = (self._numbers[words], self._numbers[words])
                return Token(found[at].start, last.end, words, "n", exact), length
        read = self._exact(found, at)
        if read is None:
            return None
        (low, high), length = read
        last = found[at + length - 1]
        tag = "Y" if length == 1 and is_year(last.word) else "n"
        return Token(found[at].start, last.end, last.word, tag, (low, high)), length

    def _exact(self, found: list[Piece], at: int) -> tuple[tuple[int, int | None], int] | None:
        """Return a number in digits or in words, with how many words it takes."""
        current = length = 0
        while at + length < len(found):
            word = found[at + length].word
            value = self._value(word)
            if value is None:
                break
            if isinstance(value, tuple):
                return (value, 1) if not length else None
            if current and (value >= _HUNDRED or word in self._multiples):
                current *= value
            elif length and (value >= current or current % 10):
                break
            else:
                current += value
            length += 1
        return ((current, current), length) if length else None

    def _value(self, word: str) -> int | tuple[int, int] | None:
        if word[0].isdigit():
            return _digits(word)
        known = self._numbers.get(word)
        if known is not None or "-" not in word:
            return known
        first, second = word.split("-", 1)
        tens, ones = self._numbers.get(first), self._numbers.get(second)
        if tens is None or ones is None:
            return None
        return tens + ones if tens > ones else tens * ones


def _phrases(grammar: Grammar) -> dict[str, str]:
    return {
        fold(words) if words not in "&%" else words: tag
        for name, tag in TAGS.items()
        for words in grammar.classes[name]
    }


def _digits(word: str) -> int | tuple[int, int] | None:
    plain = word.replace(",", "")
    if plain.isdigit():
        return int(plain) if len(plain) < 8 else None  # noqa: PLR2004 - longer is no count
    first, _, second = plain.partition("-")
    if first.isdigit() and second.isdigit() and len(plain) < 12:  # noqa: PLR2004
        low, high = int(first), int(second)
        return (low, high) if low < high else None
    return None

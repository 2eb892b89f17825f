"""Numbers in digits or in words: "1,200", "sixty-five", "two dozen", "several"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from advisory.extraction.counts.uncounted import is_year
from advisory.extraction.text.page import fold
from advisory.rulebook.lexicon import Grammar

if TYPE_CHECKING:
    from advisory.extraction.counts.tokens import Token

_HUNDRED = 100


class Number(NamedTuple):
    """A number as words, its tag, what it means and how many words it takes."""

    word: str
    tag: str
    value: tuple[int, int | None]
    length: int


class NumberReader:
    """Reads numbers by the words of one language; `starts` are those that they begin with."""

    def __init__(self, grammar: Grammar) -> None:
        self._vague = {fold(words): number for words, number in grammar.vague_numbers.items()}
        self._numbers = {fold(words): number for words, number in grammar.numbers.items()}
        self._multiples = {w.split()[-1] for w in self._numbers if " " in w}  # "two dozen"
        named = (*self._vague, *self._numbers)
        self.starts = {w.split()[0] for w in named}
        self._several_begun = {w.split()[0] for w in named if " " in w}
        self._longest = max(len(w.split()) for w in named)

    def read(self, found: Sequence["Token"], at: int) -> Number | None:
        """Return the number that some words begin with, from one of them on."""
        word = found[at].word
        if word not in self.starts and not word[0].isdigit() and "-" not in word:
            return None
        most = min(self._longest, len(found) - at) if word in self._several_begun else 1
        for length in range(most, 0, -1):
            several = [piece.word for piece in found[at : at + length]] if length > 1 else ()
            words = " ".join(several) if several else word
            if words in self._vague:
                return Number(words, "N", (self._vague[words], None), length)
            if length > 1 and words in self._numbers:
                return Number(words, "n", (self._numbers[words], self._numbers[words]), length)
        read = self._exact(found, at)
        if read is None:
            return None
        value, length = read
        last = found[at + length - 1].word
        return Number(last, "Y" if length == 1 and is_year(last) else "n", value, length)

    def _exact(
        self, found: Sequence["Token"], at: int
    ) -> tuple[tuple[int, int | None], int] | None:
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


def _digits(word: str) -> int | tuple[int, int] | None:
    plain = word.replace(",", "")
    if plain.isdigit():
        return int(plain) if len(plain) < 8 else None  # noqa: PLR2004 - longer is no count
    first, _, second = plain.partition("-")
    if first.isdigit() and second.isdigit() and len(plain) < 12:  # noqa: PLR2004
        low, high = int(first), int(second)
        return (low, high) if low < high else None
    return None

"""One sentence as words with a class each: the alphabet of the count grammar.

Every word or phrase of the lexicon's grammar becomes one token with a one-letter tag; numbers are
read here, so that what follows sees values. Ages, unit numbers, years, clock times and measures
are told apart from counts by what stands beside them.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from advisory.extraction.calendar import YEARS
from advisory.extraction.page import Page, fold
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
    "leave": "l",
    "unit": "e",
    "thing": "g",
    "together": "X",
    "rise": "^",
    "deaths": "D",
    "injuries": "J",
    "casualties": "c",
    "toll": "T",
    "injured_toll": "U",
    "bodies": "Q",
    "died": "E",
    "killed": "k",
    "killing": "K",
    "injured": "i",
    "injuring": "I",
}
QUALIFIERS = ("at_least", "more_than", "up_to", "about", "between")
_MARKS = {",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(", "]": ")", '"': '"', "-": ";"}
_OPENING, _CLOSING = "\"'([{", "\"'.,;:!?)]}"
_HUNDRED = 100


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


class Piece(NamedTuple):
    """A word of the page before it is looked up."""

    start: int
    end: int
    word: str
    is_name: bool


class Tokeniser:
    """Cuts sentences into tokens by one language's grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._phrases = _phrases(grammar)
        self._who = {word: who for who, words in grammar.victims.items() for word in words}
        self._vague = {fold(words): number for words, number in grammar.vague_numbers.items()}
        self._qualifiers = {
            fold(words): name for name in QUALIFIERS for words in grammar.classes[name]
        }
        self._longest = max(words.count(" ") for words in self._phrases) + 1
        self._numbers = {fold(words): number for words, number in grammar.numbers.items()}
        self._number_starts = {w.split()[0] for w in (*self._vague, *self._numbers)}
        openers = (*(w for w in self._phrases if " " in w), *self._qualifiers)
        self._openers = self._number_starts | {w.split()[0] for w in openers}
        self._plurals = frozenset(grammar.plurals)
        self._uncounting = frozenset(grammar.classes["not_counted_before"])

    def tokens(self, page: Page, start: int, end: int) -> list[Token]:
        """Return the tokens of a sentence, in order."""
        pieces = list(_pieces(page, start, end))
        tokens: list[Token] = []
        at = 0
        while at < len(pieces):
            token, used = self._next(pieces, at)
            tokens.append(token)
            at += used
        return self._without_ages(tokens)

    def _next(self, pieces: list[Piece], at: int) -> tuple[Token, int]:
        piece = pieces[at]
        if piece.word in _MARKS:
            return Token(piece.start, piece.end, piece.word, _MARKS[piece.word]), 1
        if piece.word not in self._openers and piece.word.isalpha():
            return self._alone(piece), 1
        number = self._number(pieces, at)
        if number:
            return number
        return self._phrase(pieces, at) or (self._alone(piece), 1)

    def _alone(self, piece: Piece) -> Token:
        """Return the token of a word that begins no number and no phrase of several words."""
        start, end, word, is_name = piece
        tag = self._phrases.get(word)
        if tag:
            return Token(start, end, word, tag)
        who = self._who.get(word)
        if who:
            return Token(start, end, word, "P" if self._is_plural(word) else "p", None, who)
        is_adverb = word.endswith(self._grammar.adverb_endings)
        return Token(start, end, word, "W" if is_name else "a" if is_adverb else "w")

    def _without_ages(self, tokens: list[Token]) -> list[Token]:
        """Turn numbers that count nobody into `Y`: ages, measures, days, numbers in brackets."""
        kept = list(tokens)
        for at, token in enumerate(tokens):
            if token.tag == "n":
                before = tokens[at - 1] if at else None
                after = tokens[at + 1] if at + 1 < len(tokens) else None
                if self._counts_nobody(before, after):
                    kept[at] = token._replace(tag="Y")
        return kept

    def _counts_nobody(self, before: Token | None, after: Token | None) -> bool:
        months = self._grammar.months
        if after is not None and (after.tag == "e" or after.word.rstrip(".") in months):
            return True
        if before is None:
            return False
        in_brackets = before.tag == "(" and after is not None and after.tag == ")"
        is_day = before.word.rstrip(".") in months
        return in_brackets or is_day or before.word in self._uncounting

    def _is_plural(self, word: str) -> bool:
        return word in self._plurals or (word.endswith("s") and not word.endswith("ss"))

    def _phrase(self, pieces: list[Piece], at: int) -> tuple[Token, int] | None:
        words = ""
        best: tuple[Token, int] | None = None
        for length in range(1, min(self._longest, len(pieces) - at) + 1):
            last = pieces[at + length - 1]
            words = f"{words} {last.word}" if words else last.word
            tag = self._phrases.get(words)
            if words in self._qualifiers and self._opens_number(pieces, at + length):
                name = self._qualifiers[words]
                token = Token(pieces[at].start, last.end, words, "q", qualifier=name)
                best = token, length
            elif tag:
                best = Token(pieces[at].start, last.end, words, tag), length
        return best

    def _opens_number(self, pieces: list[Piece], at: int) -> bool:
        return at < len(pieces) and (
            self._number(pieces, at) is not None or pieces[at].word in self._qualifiers
        )

    def _number(self, pieces: list[Piece], at: int) -> tuple[Token, int] | None:
        word = pieces[at].word
        if word not in self._number_starts and not word[0].isdigit() and "-" not in word:
            return None
        for length in (4, 3, 2, 1):
            words = " ".join(piece.word for piece in pieces[at : at + length])
            if at + length > len(pieces):
                continue
            last = pieces[at + length - 1]
            if words in self._vague:
                vague = (self._vague[words], None)
                return Token(pieces[at].start, last.end, words, "N", vague), length
            if length > 1 and words in self._numbers:
                exact = (self._numbers[words], self._numbers[words])
                return Token(pieces[at].start, last.end, words, "n", exact), length
        read = self._exact(pieces, at)
        if read is None:
            return None
        (low, high), length = read
        last = pieces[at + length - 1]
        tag = "Y" if length == 1 and _is_year(last.word) else "n"
        return Token(pieces[at].start, last.end, last.word, tag, (low, high)), length

    def _exact(self, pieces: list[Piece], at: int) -> tuple[tuple[int, int | None], int] | None:
        """Return a number in digits or in words, with how many words it takes."""
        current = length = 0
        while at + length < len(pieces):
            value = self._value(pieces[at + length].word)
            if value is None:
                break
            if isinstance(value, tuple):
                return (value, 1) if not length else None
            if value >= _HUNDRED and current:
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


def _pieces(page: Page, start: int, end: int) -> Iterator[Piece]:
    """Return words and marks; a hyphen inside a word stays, a dash between words is a mark."""
    at = start
    for raw in page.named[start:end].replace("\n", " ").split(" "):
        if raw.isalpha():
            yield Piece(at, at + len(raw), raw.lower(), raw[0].isupper())
        elif raw:
            yield from _parted(raw, at)
        at += len(raw) + 1


def _parted(raw: str, at: int) -> Iterator[Piece]:
    left = len(raw) - len(raw.lstrip(_OPENING))
    body = raw[left:].rstrip(_CLOSING)
    for offset, mark in enumerate(raw[:left]):
        if mark in _MARKS:
            yield Piece(at + offset, at + offset + 1, mark, is_name=False)
    if body.strip("-") or body.isalnum():
        yield from _split_slash(body, at + left)
    elif body:
        yield Piece(at + left, at + left + len(body), "-", is_name=False)
    after = at + left + len(body)
    for offset, mark in enumerate(raw[left + len(body) :]):
        if mark in _MARKS:
            yield Piece(after + offset, after + offset + 1, mark, is_name=False)


def _split_slash(body: str, at: int) -> Iterator[Piece]:
    cut = body.find("(")
    if cut > 0:
        yield from _parted(body[:cut], at)
        yield from _parted(body[cut:], at + cut)
        return
    yield Piece(at, at + len(body), body.lower(), is_name=body[0].isupper())


def _digits(word: str) -> int | tuple[int, int] | None:
    plain = word.replace(",", "")
    if plain.isdigit():
        return int(plain) if len(plain) < 8 else None  # noqa: PLR2004 - longer is no count
    first, _, second = plain.partition("-")
    if first.isdigit() and second.isdigit() and len(plain) < 12:  # noqa: PLR2004
        low, high = int(first), int(second)
        return (low, high) if low < high else None
    return None


def _is_year(word: str) -> bool:
    return word.isdigit() and int(word) in YEARS

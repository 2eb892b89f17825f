"""One report's text in forms that can be searched, each exactly as long as the original.

Every form is ASCII and 1:1: the character at a place stands for the character at that place of the
report, so an offset found in any form is an offset into the original. `str.lower()` and Unicode
normal forms change lengths; they are never applied to the whole text.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_uppercase
from typing import Protocol

from advisory.model.value import Evidence, Span

_QUOTES = "‘’‚‛ʼ′`´"  # noqa: RUF001 - the look-alikes are the point
_DOUBLE_QUOTES = "“”„‟«»″"
_DASHES = "‐‑‒–—―−"  # noqa: RUF001 - the look-alikes are the point
_LINE_BREAKS = "\u2028\u2029\x0b\x0c\x85"
_MOSTLY_CAPITALS = 0.7
_FEW = 40  # characters that are not ASCII: each is looked for in the whole text
_HEAD = 2000  # characters that show whether a text is all in capitals
_MOST_KEPT, _LONGEST_KEPT = 1 << 14, 24  # words, and characters of one: 2 MB at most
_CAPITALS = ascii_uppercase.encode("ascii")
_BREAK = " \n "  # a word by itself
_BETWEEN_WORDS = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
_MOST_SENTENCES = 32  # whose words are kept: each is asked for by several readers in turn


class _Plain(dict[int, str]):
    """Code point -> one ASCII character, worked out once for each code point met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain(chr(code))
        return plain


def _plain(character: str) -> str:
    first = unicodedata.normalize("NFKD", character)[0]
    if first.isascii() and first.isprintable():
        return first
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return str(unicodedata.digit(character, " "))[0]


_PLAIN = _Plain({code: chr(code) for code in range(128)})
_PLAIN.update({ord(c): "'" for c in _QUOTES} | {ord(c): '"' for c in _DOUBLE_QUOTES})
_PLAIN.update({ord(c): "-" for c in _DASHES} | {ord(c): "\n" for c in _LINE_BREAKS})
_PLAIN.update({ord("\r"): " ", ord("…"): ".", ord("\t"): " "})

# In the form that is scanned for phrases only what may stand inside a phrase is left.
_KEPT_IN_PHRASES = ".,;:%&'"
_PHRASES = {
    code: " "
    for code in range(128)
    if not chr(code).isalnum() and chr(code) not in _KEPT_IN_PHRASES
}


class Stretch(Protocol):
    """What has a place on a page, by offsets."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text and its forms: `plain` keeps case, `lower` does not, `phrases` has blanks for marks.

    `named` is `plain`, or a text all in capitals written with initial capitals, so that names can
    be told from words at all.

    >>> page = Page.of("Émeute à “Gao”")
    >>> page.plain, page.lower
    ('Emeute a "Gao"', 'emeute a "gao"')
    """

    text: str
    plain: str
    lower: str
    phrases: str
    named: str
    is_shouted: bool = field(default=False)

    @classmethod
    def of(cls, text: str, common: frozenset[str] = frozenset()) -> "Page":
        """Make the forms of a text; `common` words are no names in a text all in capitals."""
        plain = (text if text.isascii() else _nearly_ascii(text)).translate(_PLAIN)
        lower = plain.lower()
        head = plain[:_HEAD].encode("ascii")
        capitals = len(head) - len(head.translate(None, _CAPITALS))
        small = len(head) - len(head.translate(None, _CAPITALS.lower()))
        shouted = capitals > _MOSTLY_CAPITALS * (capitals + small)
        return cls(
            text=text,
            plain=plain,
            lower=lower,
            phrases=phrases_form(lower),
            named=_with_capitals(lower, common) if shouted else plain,
            is_shouted=shouted,
        )

    def phrase(self, told: Stretch) -> str:
        """Return the words of a stretch in lower case.

        >>> page = Page.of("Gunmen in Gao shot Ba")
        >>> page.between(0, 13), page.before(13, 7), page.behind(13, 8)
        (['gunmen', 'in', 'gao'], ['in', 'gao'], ['shot', 'ba'])
        """
        return self.lower[told.start : told.end]

    def words_of(self, told: Stretch) -> list[str]:
        """Return the words of a stretch in lower case, one by one."""
        return self.lower[told.start : told.end].split()

    def between(self, start: int, end: int) -> list[str]:
        """Return the words between two offsets in lower case."""
        return self.lower[start:end].split()

    def before(self, end: int, reach: int, begin: int = 0) -> list[str]:
        """Return the words before an offset, no farther than so many characters, or `begin`."""
        return self.lower[max(begin, end - reach) : end].split()

    def behind(self, start: int, reach: int) -> list[str]:
        """Return the words behind an offset, no farther than so many characters."""
        return self.lower[start : start + reach].split()

    def words(self, start: int, end: int) -> frozenset[str]:
        """Return the words between two offsets in lower case, without marks.

        What needs one of a few words need not be searched for where none of them stands.

        >>> sorted(Page.of("A car-bomb.").words(0, 11))
        ['a', 'bomb', 'car']
        """
        return _words(self.lower[start:end])


def proof(page: Page, field: str, rule: str, *spans: tuple[int, int]) -> Evidence:
    """Return why a field has its value: the words between each two offsets, and who read them.

    >>> proof(Page.of("Two died."), "killed", "counts/people", (0, 3)).spans
    (Span(start=0, end=3, text='Two'),)
    """
    return Evidence(field, tuple(Span.of(page.text, *span) for span in spans), rule)


@lru_cache(maxsize=_MOST_SENTENCES)
def _words(lower: str) -> frozenset[str]:
    return frozenset(lower.translate(_BETWEEN_WORDS).split())


def anchors(phrases: Iterable[str]) -> frozenset[str]:
    """Return the longest word of each phrase: where none stands, none of the phrases does.

    >>> sorted(anchors(["opened fire", "shot"]))
    ['opened', 'shot']
    """
    return frozenset(max(_words(phrase), key=lambda word: (len(word), word)) for phrase in phrases)


def _nearly_ascii(text: str) -> str:
    """Return the text with its few marks and letters that are not ASCII made plain.

    A text that is all ASCII is translated many times faster, so a curly quote is worth the look.
    """
    others = [character for character in set(text) if not character.isascii()]
    for character in others[:_FEW]:
        text = text.replace(character, _PLAIN[ord(character)])
    return text


def _with_capitals(lower: str, common: frozenset[str]) -> str:
    """Return the text with a capital on each word that may be a name."""
    words = lower.replace("\n", _BREAK).split(" ")
    return " ".join(map(_capitals(common).__getitem__, words)).replace(_BREAK, "\n")


@lru_cache(maxsize=1)
def _capitals(common: frozenset[str]) -> "_Capitals":
    """Return the words met so far: a process has one language, and meets its words again."""
    return _Capitals(common)


class _Capitals(dict[str, str]):
    """Word -> the same with a capital if it may be a name; it keeps the first short ones met."""

    def __init__(self, common: frozenset[str]) -> None:
        super().__init__()
        self._common = common

    def __missing__(self, word: str) -> str:
        made = self._capital(word)
        if len(word) <= _LONGEST_KEPT and len(self) < _MOST_KEPT:
            self[word] = made
        return made

    def _capital(self, word: str) -> str:
        if word.strip(".,;:()[]\"'") in self._common:
            return word
        at = next((i for i, character in enumerate(word) if character.isalpha()), 0)
        return word[:at] + word[at : at + 1].upper() + word[at + 1 :]


def phrases_form(lower: str) -> str:
    """Return a lower-case ASCII text as it is scanned for phrases.

    >>> phrases_form("the 'car-bomb'")
    'the  car bomb '
    """
    return f" {lower.translate(_PHRASES)} ".replace(" '", "  ").replace("' ", "  ")[1:-1]


def fold(words: str) -> str:
    """Return words of the lexicon in the form they are scanned for.

    >>> fold("  Jama'at  Nasr")
    "jama'at nasr"
    """
    return " ".join(phrases_form(words.translate(_PLAIN).lower()).split())

"""One sentence as words with a class each: the alphabet of the count grammar.

Every word or phrase of the lexicon's grammar becomes one token with a one-letter tag, and so does a
number (`numbers`), so that what follows sees values. Ages, unit numbers, years, clock times and
measures are told apart from counts by what stands beside them.
"""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import count
from typing import NamedTuple, cast

from advisory.extraction.counts.numbers import NumberReader
from advisory.extraction.counts.openings import beginnings, second_words
from advisory.extraction.counts.patients import Patients
from advisory.extraction.counts.pieces import MARKS, Piece, pieces
from advisory.extraction.counts.tags import tags_of
from advisory.extraction.counts.uncounted import Uncounted, unquoted
from advisory.extraction.text.page import Page, fold
from advisory.rulebook.lexicon import Grammar

SPEAKING = "speaking"
"""What `who` says of a verb like "said"."""
WHENCE = "whence"
"""What `who` says of "from"."""
QUALIFIERS = ("all_but", "at_least", "more_than", "up_to", "about", "between")
_TWO = 2
_IS, _MAY, _NAME = "b", "m", "W"  # tags
_SMALL = frozenset({_IS, _MAY})
_MOST_KEPT, _LONGEST_KEPT = 1 << 14, 24  # words, and characters of one: 6 MB at most


class Token(NamedTuple):
    """A word, phrase or mark: where it stands, its folded form, its tag, the number it means.

    `value` is (low, high) of a number, high None where it is open; `who` the class of victims a
    person word belongs to, or says that a verb is of speech or a word means "from"; `qualifier` how
    the number after it is hedged.
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


class _Alone(NamedTuple):
    """What a word is by itself, by offsets into what stands between two blanks.

    `begins` holds the words behind it with which it begins a phrase of several: any word where it
    may begin a number or hedge one, and none at all where it is None.
    """

    start: int
    end: int
    word: str
    tag: str
    value: tuple[int, int | None] | None
    who: str
    begins: frozenset[str] | None


_ANY: frozenset[str] = frozenset({"any"})


class _Known(dict[str, tuple[_Alone, ...]]):
    """What stands between two blanks -> its words; it keeps the first short ones met."""

    def __init__(self, look_up: Callable[[Piece], _Alone]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, raw: str) -> tuple[_Alone, ...]:
        made = tuple(map(self._look_up, pieces(raw)))
        if len(raw) <= _LONGEST_KEPT and len(self) < _MOST_KEPT:
            self[raw] = made
        return made


class Tokeniser:
    """Cuts sentences into tokens by one language's grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._phrases = tags_of(grammar)
        self._who = {word: who for who, words in grammar.victims.items() for word in words}
        self._several_in: dict[str, tuple[int, int | None]] = {
            **dict.fromkeys(grammar.classes["families"], (_TWO, None)),
            **dict.fromkeys(grammar.classes["pairs"], (_TWO, _TWO)),
        }
        # "Was" speaks of one, "been" and "being" of any number; "also" says that they are on top of
        # others, "his" that they are beside another; "neutralised" may have left all alive.
        self._of: dict[str, tuple[int, int | None]] = {
            **dict.fromkeys(grammar.classes["be_singular"], (1, 1)),
            **dict.fromkeys((*grammar.classes["also"], *grammar.classes["possessive"]), (1, None)),
            **dict.fromkeys(grammar.classes["killed_loosely"], (0, None)),
        }
        # "A third" counts those before, too.
        self._so_far = dict(zip(grammar.classes["another"][3:], count(_TWO), strict=False))
        self._qualifiers = {
            fold(words): name for name in QUALIFIERS for words in grammar.classes[name]
        }
        people = tuple(words for words in self._who if " " in words)  # "village head"
        self._begun = beginnings((*self._phrases, *self._qualifiers, *people))
        self._numbers = NumberReader(grammar)
        self._counting = self._numbers.starts | {w for w in self._qualifiers if " " not in w}
        self._goes_on = second_words((*self._phrases, *self._qualifiers, *people))
        self._plurals = frozenset(grammar.plurals)
        self._speech, self._whence = grammar.words("speech"), grammar.words("away_words")
        self._uncounted = Uncounted(grammar)
        self._patients = Patients(grammar)
        self._known = _Known(self._alone)

    def tokens(self, page: Page, start: int, end: int) -> list[Token]:
        """Return the tokens of a sentence, in order.

        Each is what its word is by itself, and most are no more; what may begin several is then
        looked at with what follows it.
        """
        found: list[Token] = []
        openings: list[tuple[int, frozenset[str]]] = []
        at = 0
        for raw in page.named[start:end].replace("\n", " ").split(" "):
            for first, last, word, tag, value, who, begins in self._known[raw]:
                if begins:
                    openings.append((at, begins))
                at += 1
                found.append(_token((start + first, start + last, word, tag, value, who, "")))
            start += len(raw) + 1
        words = self._uncounted.without(unquoted(self._joined(found, openings)))
        return _with_names(page, self._patients.joined(words))

    def _joined(
        self, found: list[Token], openings: Iterable[tuple[int, frozenset[str]]]
    ) -> list[Token]:
        """Put one token for the words of each number, hedge and long phrase."""
        joined: list[Token] = []
        done = 0
        behind = len(found) - 1
        for at, second in openings:
            goes_on = second is _ANY or (at < behind and found[at + 1].word in second)
            several = self._several(found, at) if at >= done and goes_on else None
            if several:
                token, used = several
                joined += found[done:at]
                joined.append(token)
                done = at + used
        return joined + found[done:]

    def _may_count(self, word: str) -> bool:
        may_be_number = word[0].isdigit() or "-" in word
        return word not in MARKS and (word in self._counting or may_be_number)

    def _several(self, found: list[Token], at: int) -> tuple[Token, int] | None:
        """Return the number, hedge or long phrase that begins here, and how many words it has."""
        return self._number(found, at) or self._phrase(found, at)

    def _alone(self, piece: Piece) -> _Alone:
        """Return what a word is by itself."""
        start, end, word, is_name = piece
        is_name = is_name or word.startswith(self._grammar.classes["name_beginnings"])
        begins = _ANY if self._may_count(word) else self._goes_on.get(word)
        who = ""
        value = self._of.get(word)
        if word in MARKS:
            return _Alone(start, end, word, MARKS[word], value, who, begins=None)
        tag = self._phrases.get(word)
        if word in self._speech or word in self._whence:
            who = SPEAKING if word in self._speech else WHENCE
        elif tag is None and (who := self._who.get(word, "")):
            tag, value = "P" if self._is_plural(word) else "p", self._several_in.get(word)
        if tag is None and word.endswith(self._grammar.classes["aged_endings"]):
            tag, who = "p", "person"
        if tag is None:
            is_adverb = word.endswith(self._grammar.adverb_endings) and not is_name
            is_when = word in self._grammar.weekdays  # "killed Monday in"
            tag = "a" if is_adverb or is_when else "W" if is_name else "w"
            value = self._several_in.get(word, value) if tag == "w" else value
        return _Alone(start, end, word, tag, value, who, begins)

    def _is_plural(self, word: str) -> bool:
        return word in self._plurals or (word.endswith("s") and not word.endswith("ss"))

    def _phrase(self, found: list[Token], at: int) -> tuple[Token, int] | None:
        words = ""
        best: tuple[Token, int] | None = None
        for length in range(1, len(found) - at + 1):
            last = found[at + length - 1]
            words = f"{words} {last.word}" if words else last.word
            if words in self._qualifiers and self._opens_number(found, at + length):
                name = self._qualifiers[words]
                best = Token(found[at].start, last.end, words, "q", qualifier=name), length
            elif length > 1 and words in self._phrases:
                so_far = self._so_far.get(words)
                value = (so_far, so_far) if so_far else self._of.get(words)
                tag = self._phrases[words]
                best = Token(found[at].start, last.end, words, tag, value), length
            elif length > 1 and words in self._who:
                tag = "P" if self._is_plural(words) else "p"
                best = Token(found[at].start, last.end, words, tag, who=self._who[words]), length
            if words not in self._begun:
                break
        return best

    def _number(self, found: list[Token], at: int) -> tuple[Token, int] | None:
        read = self._numbers.read(found, at)
        if read is None:
            return None
        last = found[at + read.length - 1]
        return Token(found[at].start, last.end, read.word, read.tag, read.value), read.length

    def _opens_number(self, found: list[Token], at: int) -> bool:
        return at < len(found) and (
            self._numbers.read(found, at) is not None or found[at].word in self._qualifiers
        )


def _with_names(page: Page, words: list[Token]) -> list[Token]:
    """Return words, "IS" and the "Can" of "Can Tho" as names where not all is in capitals."""
    if _SMALL.isdisjoint([word.tag for word in words]) or page.is_shouted:
        return words
    plain = page.plain
    if plain[words[0].start : words[-1].end].isupper():
        return words
    behind = [*words[1:], None]
    return [
        word._replace(tag=_NAME) if _is_name(plain, word, after) else word
        for word, after in zip(words, behind, strict=True)
    ]


def _is_name(plain: str, word: Token, after: Token | None) -> bool:
    """Whether a small word is one: all in capitals, or one before a name inside a sentence."""
    if word.tag == _MAY:
        is_led = after is not None and after.tag == _NAME and after.start == word.end + 1
        return is_led and plain[word.start].isupper() and plain[: word.start].endswith(" ")
    return word.tag == _IS and plain[word.start : word.end].isupper()

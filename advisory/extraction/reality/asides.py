"""Which words of a sentence tell its news, and which only say more of somebody in it.

"The man who robbed a bank", "asks how they fled" and "the wall where they were shot" are asides: a
clause that a relative or an asking word opens, until a comma behind its verb or the next verb that
is not joined to it closes it. What "after", "when" and "said that" open is news as well.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from advisory.extraction.counts.tokens import Token
from advisory.rulebook.lexicon import Grammar

_SHORTEST = 2  # words of an aside before a comma closes it: not of "who, police say, shot"
_ADVERB = "a"  # tag of "later" in "was later shot"
_COMMA, _STOPS = ",", frozenset({";", ":", "-", "("})


class Clauses(NamedTuple):
    """The words of a sentence, with the number of the clause each is in and which are asides."""

    words: Sequence[Token]
    numbers: Sequence[int]
    asides: frozenset[int]
    verbs: frozenset[int]  # where a verb stands that says that something was done, or is

    def at(self, offset: int) -> int:
        """Return which word stands at an offset, or begins last before it."""
        return max(0, bisect_right(self.words, offset, key=lambda word: word.start) - 1)

    def word(self, at: int) -> str:
        """Return a word, nothing where the sentence has none there."""
        return self.words[at].word if 0 <= at < len(self.words) else ""

    def before(self, at: int, count: int) -> list[str]:
        """Return the words before one, at most so many, with the last one first."""
        return [self.word(at - back) for back in range(1, count + 1)]

    def is_aside(self, at: int) -> bool:
        """Whether a word only says more of somebody."""
        return self.numbers[at] in self.asides

    def has_verb_between(self, start: int, end: int) -> bool:
        """Whether a verb stands between two words."""
        return any(start < at < end for at in self.verbs)


class AsideReader:
    """Reads clauses by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._relative, self._where = words("relative"), classes["where"][0]
        self._asking = words("asking")
        no_clause = {*classes["preposition"], *classes["referring"]}  # "after dark", "as a girl"
        self._turning = words("when") - no_clause
        self._doing = classes["doing_endings"]
        self._that = classes["reported_words"][0]
        self._and = frozenset((*classes["and"], *classes["or"], *classes["but"], _COMMA))
        helping = ("be_plural", "have", "have_plural", "modal", "past", "do")
        self._helping = words(*helping)
        self._helping |= words("be_singular") | {classes["present"][0]}
        self._irregular = words("past_irregular", "past_of_others")
        self._regular, self._no_past = classes["past_regular"], words("no_past")
        names = ("article", "definite", "demonstrative", "preposition", "of", "by", "infinitive")
        self._no_verb_after = words(*names)

    def is_past(self, word: str) -> bool:
        """Whether a word has the form of a past: "shot", "was", "attacked"."""
        for one in word.split():
            if one in self._irregular or (one.endswith(self._regular) and one not in self._no_past):
                return True
        return False

    def clauses(self, words: Sequence[Token]) -> Clauses:
        """Return the clauses of a sentence."""
        verbs = frozenset(at for at in range(len(words)) if self._is_verb(words, at))
        numbers: list[int] = []
        asides: set[int] = set()
        number, is_aside, has_verb, begin = 0, False, False, 0
        for at, opens_aside in enumerate(self._openings(words, verbs)):
            opened = opens_aside
            if opened is None and is_aside:
                is_next = has_verb and at in verbs and words[at - 1].word not in self._and
                is_closed = words[at].word == _COMMA and at - begin > _SHORTEST
                opened = False if is_next or is_closed else None
            if opened is not None:
                number, is_aside, has_verb, begin = number + 1, opened, False, at
                asides.update({number} if opened else ())
            is_further = is_aside and self._turns(words[at : at + 2])
            has_verb = not is_further and (has_verb or at in verbs)
            numbers.append(number)
        return Clauses(words, numbers, frozenset(asides), verbs)

    def _turns(self, words: Sequence[Token]) -> bool:
        """Whether "while he slept" goes on inside an aside: not "while sleeping"."""
        return words[0].word in self._turning and not words[-1].word.endswith(self._doing)

    def _openings(self, words: Sequence[Token], verbs: frozenset[int]) -> Iterator[bool | None]:
        """Yield for each word whether it opens an aside, or news again; None where neither."""
        before = ""
        for at, token in enumerate(words):
            word, before = token.word, words[at - 1].word if at else ""
            if word in _STOPS:
                yield False
            elif word in self._relative or word in self._asking:
                yield True
            elif word == self._where:
                yield before != _COMMA
            elif word == self._that:
                is_noun = bool(before) and before not in self._and
                yield is_noun and at + 1 in verbs
            else:
                yield None

    def _is_verb(self, words: Sequence[Token], at: int) -> bool:
        """Whether a word says by itself that something was done, or is: not "armed", "be shot"."""
        word, before = words[at].word, words[at - 1].word if at else ""
        if word in self._helping:
            return before not in self._helping
        if not before or before in self._no_verb_after or not self.is_past(word):
            return False
        is_adverb = at > 1 and words[at - 1].tag == _ADVERB
        return self._helping.isdisjoint((before, words[at - 2].word if is_adverb else before))

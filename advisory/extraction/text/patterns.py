"""Patterns for the forms of a page: google-re2, which no text can make slow.

The forms are ASCII, so an offset into their bytes is an offset into the report. Searching bytes
spares the library's translation of offsets, which costs more than the search itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import re2  # type: ignore[import-untyped] # it has no stubs

from advisory.extraction.text.page import anchors

_ANYWHERE = re2._re2.RE2.Anchor.UNANCHORED  # noqa: SLF001


class Found(NamedTuple):
    """Where a pattern was found in a text, from `start` to before `end`."""

    text: str
    start: int
    end: int
    spans: Sequence[tuple[int, int]]

    def span(self, number: int) -> tuple[int, int]:
        """Return the offsets of a group, which must have a part in the match."""
        return self.spans[number]

    def group(self, number: int) -> str | None:
        """Return the words of a group, or None where it has no part in the match."""
        start, end = self.spans[number]
        return None if start < 0 else self.text[start:end]


class Pattern:
    r"""One compiled pattern.

    >>> day = Pattern(r"(?P<day>\d+) may")
    >>> [day.groups(found) for found in day.all("on 3 may")]
    [{'day': '3'}]

    Where it needs one of a few `words`, a text without any is not searched: a search goes through
    tables that other searches have long put out of the processor's reach.

    >>> Pattern(r"\bunder\s+$", words=["under"]).is_in("over ")
    False
    """

    __slots__ = ("_alone", "_match", "_names", "_words", "text")

    def __init__(self, text: str, words: Iterable[str] = ()) -> None:
        self.text = text
        self._words = tuple(sorted(anchors(words)))
        compiled = re2.compile(text.encode())
        # What `finditer` calls: its own loop over the matches costs more than most of them.
        self._match = compiled._regexp.Match  # noqa: SLF001
        self._alone = _set_of(text)  # says only whether, in half the time
        names = compiled.groupindex.items()
        self._names = tuple((name.decode(), number) for name, number in names)

    def is_in(self, ascii_text: str) -> bool:
        """Whether the pattern stands anywhere in a text."""
        if self._words and not any(map(ascii_text.__contains__, self._words)):
            return False
        return bool(self._alone(ascii_text.encode("ascii")))

    def first(self, ascii_text: str) -> Found | None:
        """Return where it is found first."""
        if self._words and not any(map(ascii_text.__contains__, self._words)):
            return None
        return next(self.all(ascii_text), None)

    def all(self, ascii_text: str) -> Iterator[Found]:
        """Return all places where it is found, in their order."""
        searched, at, length = ascii_text.encode("ascii"), 0, len(ascii_text)
        while at <= length:
            spans = self._match(_ANYWHERE, searched, at, length)
            start, end = spans[0]
            if start < 0:
                return
            yield Found(ascii_text, start, end, spans)
            at = end + (at == end)  # behind an empty match, or it would be found again

    def groups(self, found: Found) -> dict[str, str | None]:
        """Return the words of each named group."""
        return {name: found.group(number) for name, number in self._names}


class Patterns:
    """Several patterns that are looked for in one pass."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._all = _set_of(*(pattern.text for pattern in patterns))

    def which(self, ascii_text: str) -> list[int]:
        """Return the numbers of those that stand anywhere in a text."""
        return sorted(self._all(ascii_text.encode("ascii")))


def any_of(words: Iterable[str]) -> str:
    """Return the words as alternatives of a pattern, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word))).replace(" ", r"\s+")


def _set_of(*texts: str) -> Callable[[bytes], list[int]]:
    """Return what says which of some patterns stand in a text."""
    made = re2.Set.SearchSet()
    for text in texts:
        made.Add(text.encode())
    made.Compile()
    match: Callable[[bytes], list[int]] = made._set.Match  # noqa: SLF001 - without a frame more
    return match

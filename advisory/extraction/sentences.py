"""Cut a stretch of text into sentences, by offsets.

A sentence ends at a full stop, question or exclamation mark that a blank and no small letter
follows, unless the stop belongs to an abbreviation of the lexicon or to an initial. That is all it
takes on news text, and it is faster and more often right there than the libraries we tried.
"""

from collections.abc import Iterator

import re2  # type: ignore[import-untyped] # it has no stubs

from advisory.extraction.page import Page

_END = re2.compile(r"[.!?][\"')\]]*\s+")
_LAST_WORD = re2.compile(r"([A-Za-z][A-Za-z.]*)$")


def sentences(
    page: Page, start: int, end: int, abbreviations: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Return (start, end) of each sentence between two offsets, without blanks around it.

    >>> page = Page.of("Gen. A. Ba spoke at 3 p.m. Tuesday. Two died.")
    >>> known = frozenset({"gen", "p.m"})
    >>> [page.text[a:b] for a, b in sentences(page, 0, len(page.text), known)]
    ['Gen. A. Ba spoke at 3 p.m. Tuesday.', 'Two died.']
    """
    piece, begin = page.plain[start:end], 0
    for match in _END.finditer(piece):
        if _ends(piece, match.start(), match.end(), abbreviations):
            yield from _trimmed(page.plain, start + begin, start + match.end())
            begin = match.end()
    yield from _trimmed(page.plain, start + begin, end)


def _ends(piece: str, stop: int, after: int, abbreviations: frozenset[str]) -> bool:
    if piece[after : after + 1].islower():
        return False
    if piece[stop] != ".":
        return True
    word = _LAST_WORD.search(piece[max(0, stop - 20) : stop])
    is_initial = word is not None and len(word[1]) == 1
    return word is None or not (is_initial or word[1].lower() in abbreviations)


def _trimmed(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end

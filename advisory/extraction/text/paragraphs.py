"""The paragraphs of a page: its lines, or runs of lines where the text was broken at a fixed width.

A line that begins as the next item of a list does ("- ", "b. ") is a paragraph of its own, however
narrow the page.
"""

from collections.abc import Iterator

from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern

_WRAPPED_LINE, _WRAPPED_LINES = 130, 3
_LEAST_FILLED, _LEAST_BROKEN = 49, 42  # characters: of lines that were broken at a width
_LONGEST_MARK = 9
BULLETS = "•●▪■◦·‣*"
"""What begins an item of a list."""
_ITEM = Pattern(r"^(?:-|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]) ")
_HEAD_OF_NEWS = Pattern(r"[.!?)]\s+([A-Z][A-Z' -]{2,30}:\s)")


def paragraphs(page: Page) -> Iterator[tuple[int, int, int]]:
    r"""Return where each paragraph begins and ends, and the line breaks before it.

    >>> page = Page.of("A bus overturned.\n\nTwo died. CHAD: A bomb exploded.")
    >>> list(paragraphs(page))
    [(0, 17, 0), (19, 28, 2), (29, 51, 1)]
    """
    lines = list(_lines(page.plain))
    lengths = [end - start for start, end, _ in lines]
    wrapped = (
        max(lengths, default=0) <= _WRAPPED_LINE
        and sum(length > _LEAST_FILLED for length in lengths) >= _WRAPPED_LINES
    )
    start = last = end = gap = 0
    for begin, stop, breaks in lines:
        goes_on = wrapped or page.plain[begin].islower()  # no paragraph begins in small letters
        is_long = goes_on and breaks == 1 and end - last > _LEAST_BROKEN
        if end and is_long and not _is_item(page, begin, stop):
            last, end = begin, stop
            continue
        if end:
            yield from _trimmed(page, start, end, gap)
        start, last, end, gap = begin, begin, stop, breaks
    if end:
        yield from _trimmed(page, start, end, gap)


def _is_item(page: Page, start: int, end: int) -> bool:
    """Whether a line is the next one of a list: "- ", "b. ", "(2) "."""
    return page.text[start] in BULLETS or _ITEM.is_in(
        page.plain[start : min(end, start + _LONGEST_MARK)]
    )


def _lines(plain: str) -> Iterator[tuple[int, int, int]]:
    """Return the start and end of each line that is not empty, and the breaks before it."""
    start = breaks = 0
    for line in plain.split("\n"):
        end = start + len(line)
        if line:
            yield start, end, breaks
            breaks = 0
        start = end + 1
        breaks += 1


def _trimmed(page: Page, start: int, end: int, gap: int) -> Iterator[tuple[int, int, int]]:
    piece = page.plain[start:end]
    left = len(piece) - len(piece.lstrip())
    if piece.strip():
        yield from _round_up(page, start + left, start + len(piece.rstrip()), gap)


def _round_up(page: Page, start: int, end: int, gap: int) -> Iterator[tuple[int, int, int]]:
    """Cut a paragraph before each name that heads its news: "... five dead. CHAD: A bomb ..."."""
    words, begin = page.plain[start:end], start
    for head in () if page.is_shouted or ": " not in words else _HEAD_OF_NEWS.all(words):
        yield start, begin + head.start + 1, gap
        start, gap = begin + head.span(1)[0], 1
    yield start, end, gap

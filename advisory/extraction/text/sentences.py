"""Cut a stretch of text into sentences, by offsets.

A sentence ends at a full stop, question or exclamation mark that a blank and no small letter
follows, unless the stop belongs to an abbreviation of the lexicon or to an initial. That is all it
takes on news text, and it is faster and more often right there than the libraries we tried.
"""

from collections.abc import Iterable, Iterator
from string import ascii_letters

from advisory.extraction.text.page import Page

_FULL_STOPS = str.maketrans("!?", "..")
_CLOSING, _BLANK = "\"')]", " \n\t\r\f"
_LETTERS = ascii_letters + "."
_LONGEST, _INITIALS, _LETTERS_OF_A_MONTH = 20, len("A.B.C"), len("nov")
_LONGEST_SENTENCE = 1_500  # characters: what goes on longer is a list, and is cut at a blank


def sentences(
    page: Page, start: int, end: int, abbreviations: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Return (start, end) of each sentence between two offsets, without blanks around it.

    >>> page = Page.of("Gen. A. Ba spoke at 3 p.m. Tuesday. Two died.")
    >>> known = frozenset({"gen", "p.m"})
    >>> [page.text[a:b] for a, b in sentences(page, 0, len(page.text), known)]
    ['Gen. A. Ba spoke at 3 p.m. Tuesday.', 'Two died.']
    >>> page = Page.of("The mayor, A.B. Sow, spoke. Two died.")
    >>> [page.text[a:b] for a, b in sentences(page, 0, len(page.text), known)]
    ['The mayor, A.B. Sow, spoke.', 'Two died.']
    """
    plain, begin = page.plain, 0
    piece = plain[start:end]
    for stop, after in _stops(piece):
        if _ends(piece, stop, after, abbreviations):
            yield from _trimmed(plain, start + begin, start + after)
            begin = after
    yield from _trimmed(plain, start + begin, end)


def stories(page: Page, told: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Return what the sentences of a headline tell, which a semicolon parts.

    >>> page = Page.of("Two shot in Gao; road to Ber cut")
    >>> [page.text[a:b] for a, b in stories(page, [(0, len(page.text))])]
    ['Two shot in Gao', 'road to Ber cut']
    """
    for start, end in told:
        begin = start
        while (stop := page.plain.find("; ", begin, end)) >= 0:
            yield begin, stop
            begin = stop + len("; ")
        yield begin, end


def _stops(piece: str) -> Iterator[tuple[int, int]]:
    """Return where each mark stands that blanks follow, and where they end."""
    stops = piece.translate(_FULL_STOPS)
    stop, length = stops.find("."), len(piece)
    while stop >= 0:
        closed = stop + 1
        while closed < length and piece[closed] in _CLOSING:
            closed += 1
        after = closed
        while after < length and piece[after] in _BLANK:
            after += 1
        if after > closed:
            yield stop, after
        stop = stops.find(".", after)


def _ends(piece: str, stop: int, after: int, abbreviations: frozenset[str]) -> bool:
    if piece[after : after + 1].islower():
        return False
    if piece[stop] != "." or not stop or piece[stop - 1] not in _LETTERS:
        return True
    before = piece[max(0, stop - _LONGEST) : stop]
    word = before[len(before.rstrip(_LETTERS)) :].lstrip(".")
    is_initials = word[1:2] == "." and word.isupper() and len(word) <= _INITIALS
    if len(word) == 1 or is_initials:
        return False
    return word.lower() not in abbreviations or _ends_a_day(piece, stop, after, word)


def _ends_a_day(piece: str, stop: int, after: int, word: str) -> bool:
    """Whether a month behind its day ends a sentence: "hijacked on 20 Nov. Six men were taken"."""
    is_month = len(word) >= _LETTERS_OF_A_MONTH and word.isalpha()
    day = piece[max(0, stop - _LONGEST) : stop - len(word)].rstrip()
    return is_month and day[-1:].isdigit() and piece[after : after + 1].isupper()


def _trimmed(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= _LONGEST_SENTENCE:
        words = plain[start:end].lstrip()
        begin = end - len(words)
        words = words.rstrip()
        return [(begin, begin + len(words))] if words else []
    return list(_parted(plain, start, end))


def _parted(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_SENTENCE:
        cut = plain.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + _LONGEST_SENTENCE
        yield from _trimmed(plain, start, cut)
        start = cut
    yield from _trimmed(plain, start, end)

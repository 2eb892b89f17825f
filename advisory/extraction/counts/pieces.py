"""What stands between two blanks, cut into words and marks, before any of them is looked up."""

from collections.abc import Iterator
from typing import NamedTuple

MARKS = {",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(", "]": ")", '"': '"', "-": ";"}
"""The marks that mean something to a count, and the tag that each has."""

_OPENING, _CLOSING = "\"'([{", "\"'.,;:!?)]}"


class Piece(NamedTuple):
    """A word or mark before it is looked up."""

    start: int
    end: int
    word: str
    is_name: bool


def pieces(raw: str) -> Iterator[Piece]:
    """Return the words and marks of what stands between two blanks, by offsets into it.

    A hyphen inside a word stays, a dash between words is a mark.

    >>> [piece.word for piece in pieces('"Go-slow,')]
    ['"', 'go-slow', ',']
    """
    return _parted(raw, 0)


def _parted(raw: str, at: int) -> Iterator[Piece]:
    left = len(raw) - len(raw.lstrip(_OPENING))
    body = raw[left:].rstrip(_CLOSING)
    for offset, mark in enumerate(raw[:left]):
        if mark in MARKS:
            yield Piece(at + offset, at + offset + 1, mark, is_name=False)
    if body.strip("-") or body.isalnum():
        yield from _split_slash(body, at + left)
    elif body:
        yield Piece(at + left, at + left + len(body), "-", is_name=False)
    after = at + left + len(body)
    for offset, mark in enumerate(raw[left + len(body) :]):
        if mark in MARKS:
            yield Piece(after + offset, after + offset + 1, mark, is_name=False)


def _split_slash(body: str, at: int) -> Iterator[Piece]:
    cut = body.find("(")
    if cut > 0:
        yield from _parted(body[:cut], at)
        yield from _parted(body[cut:], at + cut)
        return
    yield Piece(at, at + len(body), body.lower(), is_name=body[0].isupper())

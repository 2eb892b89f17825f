"""A sentence cut at its blanks: words and marks, before any of them is looked up."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, cast

from advisory.extraction.page import Page

MARKS = {",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(", "]": ")", '"': '"', "-": ";"}
"""The marks that mean something to a count, and the tag that each has."""

_MARKS_BEHIND = ",."
_OPENING, _CLOSING = "\"'([{", "\"'.,;:!?)]}"


class Piece(NamedTuple):
    """A word of the page before it is looked up."""

    start: int
    end: int
    word: str
    is_name: bool


# `Piece(...)` is a call of Python for each word, this is none.
_piece = cast("Callable[[tuple[int, int, str, bool]], Piece]", partial(tuple.__new__, Piece))


def pieces(page: Page, start: int, end: int) -> list[Piece]:
    """Return words and marks; a hyphen inside a word stays, a dash between words is a mark."""
    at, found = start, []
    for raw in page.named[start:end].replace("\n", " ").split(" "):
        behind = at + len(raw)
        if raw.isalpha():
            found.append(_piece((at, behind, raw.lower(), raw[0].isupper())))
        elif raw[:-1].isalpha() and raw[-1] in _MARKS_BEHIND:  # "killed," and "dead."
            found.append(_piece((at, behind - 1, raw[:-1].lower(), raw[0].isupper())))
            if raw[-1] == ",":
                found.append(Piece(behind - 1, behind, ",", is_name=False))
        elif raw:
            found += _parted(raw, at)
        at = behind + 1
    return found


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

"""Where those who are counted come from: "two men from Gao and three from Kidal" are five.

The name behind "from" counts nobody, whatever is told of whom it follows.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisory.extraction.counts.people import People
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import WHENCE, Token

_COUNTED = "qnN"  # tags of numbers
_OF_A_NAME, _ENDING = frozenset("tdxwW"), frozenset("wWg")  # tags: "the border town of", "district"
_OF_SEVERAL, _OF_THEM, _NAME = frozenset("&,"), "j", "W"  # tags


def with_origins(tokens: Sequence[Token], single: Sequence[People]) -> list[People]:
    """Return the groups of a sentence, each with where it comes from, and no place among them."""
    if not any(token.who == WHENCE for token in tokens):
        return list(single)
    found: list[People] = []
    is_from = False
    for people in single:
        last = found[-1] if found and tokens[found[-1].first].tag in _COUNTED else None
        is_from = last is not None and _goes_on(tokens, last, people, is_from=is_from)
        if last and is_from:
            found[-1] = replace(last, end=_end(tokens, people.end))
        else:
            found.append(people)
    return found


def _goes_on(tokens: Sequence[Token], group: People, people: People, *, is_from: bool) -> bool:
    """Whether people are only a name behind "from", or one more: "from Gao and Kidal"."""
    led = tokens[group.end : people.first]
    if is_from and len(led) == 1 and led[0].tag in _OF_SEVERAL:
        return tokens[people.first].tag == _NAME
    led = led[letters(led).startswith(_OF_THEM) :]  # "four of them from"
    is_name = people.is_named or tokens[people.first].tag not in _COUNTED
    is_led = bool(led) and led[0].who == WHENCE and _OF_A_NAME.issuperset(letters(led[1:]))
    return is_name and is_led


def _end(tokens: Sequence[Token], at: int) -> int:
    """Return where the words of a name end."""
    while at < len(tokens) and tokens[at].tag in _ENDING:
        at += 1
    return at

"""The towns that name a way: "the Kidal-Gao road" is told of two places, not of one long name."""

from typing import Final

from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.words import Words

JOINT: Final = "-"
"""What stands between the towns that name a way."""
_MOST_WORDS: Final = 4  # of the names behind a joint: "Kano-Birnin Gwari road"


def names_a_way(begin: int, end: int, tokens: Tokens, words: Words) -> bool:
    """Whether the words from `begin` to `end` (half open) are one of the towns that name a way."""
    gaps, capital = tokens.gaps, tokens.capital
    if gaps[end] == JOINT:
        behind = end
        while behind < len(capital) and capital[behind] and behind - end < _MOST_WORDS:
            behind += 1
    elif gaps[begin] == JOINT and begin and capital[begin - 1]:
        behind = end
    else:
        return False
    is_led = gaps[behind] == " " and behind < len(capital)
    return is_led and tokens.lower[behind] in words.ways

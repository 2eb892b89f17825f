"""Who was wounded first and is dead since: one of the killed, and of the wounded no more.

"Two of the seven people wounded have died", "a man who was hurt on Friday died of his injuries":
like `people`, this works on tags alone.
"""

from collections.abc import Sequence

from advisory.extraction.counts.people import People
from advisory.extraction.counts.tokens import Token

_TO_THE_WOUNDS, _WOUNDS = 12, ("ftI", "ftJ", "fI", "fJ")  # words, "of the wounds"
_WHO_WAS = frozenset({"Rb", "RB", "Rab", "RAB", "RaB", "RAb"})  # "who was", "who had been"

_WHERE, _THEY, _THEY_HAVE = frozenset("ry"), frozenset("wWpP"), frozenset("wWpPaAbB")


def dead_since(tokens: Sequence[Token], subject: People, at: int) -> int:
    """Return where those wounded died, or 0: "the two who were wounded have died"."""
    if subject.first < at <= subject.end and tokens[at + 1 : at + 2]:
        after = range(at + 1, len(tokens))  # "three injured passengers have died"
        verb = next((step for step in after if tokens[step].tag not in _THEY_HAVE), 0)
        if tokens[verb].tag == "E" and tokens[at + 1].tag in _THEY:
            return verb
    between = "".join(token.tag for token in tokens[subject.end : at])
    if between in _WHO_WAS:
        return _died(tokens, at, ";k")
    is_some = tokens[subject.end - 1].tag in "tx" or tokens[subject.first].tag == "O"
    is_where = "".join(token.tag for token in tokens[at + 1 : at + 2]) in _WHERE  # "wounded in"
    is_some = is_some or is_where or subject.whole is not None
    return _died(tokens, at, ";nNk") if is_some and not between else 0


def _died(tokens: Sequence[Token], at: int, others: str) -> int:
    """Return the "died" that follows, or 0 where others are told of before it."""
    for step in range(at + 1, len(tokens)):
        if tokens[step].tag in others:
            return 0
        if tokens[step].tag == "E":
            return step
    return 0


def is_of_wounds(tokens: Sequence[Token], subject: People, at: int) -> bool:
    """Whether somebody died later: "died of their wounds", "one of the wounded died"."""
    if tokens[at].tag == "E" and subject.end < at and tokens[subject.end].tag == "i":
        return True
    after = "".join(token.tag for token in tokens[at + 1 : at + 5])
    return tokens[at].tag == "E" and after[:1] in {"f", "r", "M"} and bool(set(after) & set("JIi"))


def is_of_it(tokens: Sequence[Token], subject: People, at: int) -> bool:
    """Whether one more died of what is known: "died after it", "a third victim of it died"."""
    between = {token.tag for token in tokens[subject.first : at]}
    later = "".join(token.tag for token in tokens[at + 1 : at + _TO_THE_WOUNDS])
    is_known = later[:1] == "h" or "f" in between or any(words in later for words in _WOUNDS)
    return tokens[at].tag == "E" and is_known

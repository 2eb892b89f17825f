"""Whether a word of harm tells that somebody came to harm, as the words before it have it.

"May have killed" and "vowed to kill" tell nothing, "said to have killed" does; "the killed officer"
only says which. Like `people`, this works on tags alone.
"""

from collections.abc import Sequence

from advisory.extraction.counts.harmed import clause_start
from advisory.extraction.counts.people import People
from advisory.extraction.counts.tokens import Token

_BEGIN_NAMES = "WtxdpP"
_DATING = "hwW"  # what may stand behind "a week": after, later, ago


def is_unreal(tokens: Sequence[Token], at: int) -> bool:
    """Whether nobody says that it happened: "may have killed", "not clear if"; "said to have" is.

    "Claimed to have killed six" is told, "vowed to kill six" is not.
    """
    start = clause_start(tokens, at)
    if start > 0 and tokens[start - 1].tag == "C":
        return True
    begin = at
    while begin > 0 and tokens[begin - 1].tag in "aAbB":
        begin -= 1
    for step in range(at - 1, max(-1, min(at - 4, begin - 2)), -1):
        is_told = tokens[step].tag == "M" and tokens[step + 1].tag in "aA"
        if tokens[step].tag == ",":
            return False
        if tokens[step].tag == "M" and tokens[at].tag in "KI" and step < at - 1:
            return False  # "to investigate the killing of two"
        if tokens[step].tag == "M" and _is_of_another_verb(tokens, step, begin, at):
            continue
        if tokens[step].tag in "m!M" and not is_told:
            return True
    return False


def _is_of_another_verb(tokens: Sequence[Token], to: int, begin: int, at: int) -> bool:
    """Whether "to" leads another word than the harm, whose own verb begins at `begin`.

    "Men loyal to the Keita clan killed six", "a driver who refused to pay was killed".
    """
    if begin < at:
        return to + 1 < begin
    is_past = tokens[at].tag in "ki" and to < at - 2
    return is_past and tokens[to + 1].tag in _BEGIN_NAMES


def is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of harm only describes: "the killed officer"; not "that killed an officer"."""
    if at == 0 or tokens[at].tag not in "kEi":
        return False
    if "".join(token.tag for token in tokens[max(0, at - 3) : at]) == "nfx":
        return False  # "two of those wounded there"
    is_verb = at + 1 < len(tokens) and tokens[at + 1].tag in "qnNdt"
    return tokens[at - 1].tag in "tf" or (tokens[at - 1].tag == "x" and not is_verb)


def is_a_rate(tokens: Sequence[Token], subject: People) -> bool:
    """Whether so many fall each time: "six people a week"; "six people a week after" are six."""
    after = "".join(token.tag for token in tokens[subject.end : subject.end + 3])
    return after[:2] == "de" and after[2:] not in set(_DATING)

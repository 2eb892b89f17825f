"""A toll as a situation report puts it: a word of harm, a colon and a number."""

from collections.abc import Sequence

from advisory.extraction.counts.people import People
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll

_KILLED, _INJURED = "kEDQ", "iJ"  # the tags of "killed", "dead", "deaths", "bodies"; "injured"
_BEFORE = ",;(&"  # the tags of what a label may stand behind; a colon is one


def labelled(tokens: Sequence[Token], people: Sequence[People], at: int) -> Toll | None:
    """Return the toll of "Dead: 14" and "Injured: 31"; None of "four dead: three soldiers"."""
    is_label = at == 0 or tokens[at - 1].tag in _BEFORE
    if not (is_label and tokens[at].tag in _KILLED + _INJURED):
        return None
    if [token.word for token in tokens[at + 1 : at + 2]] != [":"]:
        return None
    group = next((one for one in people if one.first == at + 2), None)
    harm = "killed" if tokens[at].tag in _KILLED else "injured"
    if group is None:
        return None
    return Toll(harm, group.count, (), at, group.end - 1, is_whole=True)

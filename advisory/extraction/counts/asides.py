"""What only names again what stands before it, and is read as if it were not there."""

from collections.abc import Sequence

from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token

_MARKS = frozenset(')"')


def without_asides(tokens: Sequence[Token]) -> list[Token]:
    """Leave out what only names again, and quotation marks around one word.

    "(IED)" after its words, "(48)" after a name, "had 'neutralised' six". Two dashes are commas.
    """
    if [token.word for token in tokens].count("-") == len("--"):
        tokens = [one._replace(tag=",") if one.word == "-" else one for one in tokens]
    if _MARKS.isdisjoint([token.tag for token in tokens]):
        return list(tokens)
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if token.tag == '"' and letters(kept[-3::2]) == '""':
            kept[-3:] = kept[-2:-1]
        if token.tag == ")" and letters(kept[-3:]) in {"(W)", "(Y)"}:
            del kept[-3:]
    return kept

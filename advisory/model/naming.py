"""How a name is folded so that it is found however it was typed.

The gazetteer, the snapshot and the look-up all find names by this one folding; were there two, a
region could be known to one and unknown to the other. Only the standard library is used, since the
look-up must start at once.
"""

import unicodedata

# Letters that Unicode does not take apart into a base and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(name: str) -> str:
    """Return a name in lower case, without accents, blanks for punctuation, single blanks.

    Folding twice changes nothing; a name of punctuation alone folds to nothing.

    >>> fold("  Côte d'Ivoire "), fold("N'DJAMENA"), fold("Łódź"), fold("Ar-Rutbah")
    ('cote d ivoire', 'n djamena', 'lodz', 'ar rutbah')
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN)
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())

"""The words we do not use in our own voice, and how they are spotted.

A word that takes sides may stand in a quotation, because it is then the speaker's. The patterns
meet report text, so they are RE2.
"""

import re2  # type: ignore[import-untyped] # the wheel carries no stubs

from advisory.rulebook.calls import Likelihood

LOADED = (
    "terrorist",
    "terrorists",
    "mercenary",
    "mercenaries",
    "junta",
    "regime",
    "liberated",
    "liberation of",
    "neutralised",
    "neutralized",
    "bandits",
    "martyrs",
    "martyred",
    "thugs",
    "horrific",
    "heinous",
    "cowardly",
)
_LOADED = re2.compile(r"(?i)\b(" + "|".join(LOADED) + r")\b")
_QUOTED = re2.compile('\u201c[^\u201d]*\u201d|"[^"]*"')
_LIKELIHOOD = re2.compile(r"(?i)\b(" + "|".join(word.value for word in Likelihood) + r")\b")
_POSSIBLE = re2.compile(r"(?i)\b(possible|possibly)\b")


def unquoted(text: str) -> str:
    """Return a text without its quotations."""
    return str(_QUOTED.sub(" ", text))


def loaded_words(text: str) -> tuple[str, ...]:
    """Return the words outside quotations that take sides.

    >>> loaded_words("The regime said \u201cterrorists\u201d fled.")
    ('regime',)
    """
    return tuple(_LOADED.findall(unquoted(text)))


def quoted_if_loaded(text: str) -> str:
    """Return a name, in quotation marks where it takes sides.

    >>> quoted_if_loaded("a junta spokesman")
    '\u201ca junta spokesman\u201d'
    """
    return f"\u201c{text}\u201d" if loaded_words(text) else text


def likelihood_words(text: str) -> tuple[str, ...]:
    """Return the likelihood words of ICD 203 in a text."""
    return tuple(_LIKELIHOOD.findall(text))


def possible_words(text: str) -> int:
    """Return how often "possible" stands in our own words: it has no band."""
    return len(_POSSIBLE.findall(unquoted(text)))

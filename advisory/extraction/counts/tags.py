"""The letters of the tags: one for each class of small words that the count grammar knows.

A later class wins where a word is in several.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from advisory.extraction.text.page import fold
from advisory.rulebook.lexicon import Grammar

if TYPE_CHECKING:
    from advisory.extraction.counts.tokens import Token

_TAGS: Mapping[str, str] = {
    "verb": "v",
    "preposition": "r",
    "subordinate": "h",
    "relative": "R",
    "pronoun": "s",
    "article": "d",
    "definite": "t",
    "demonstrative": "x",
    "other": "o",
    "no": "z",
    "nobody": "Z",
    "any": "?",
    "not": "!",
    "be": "b",
    "be_plural": "B",
    "have": "a",
    "have_plural": "A",
    "adverb": "a",
    "another": "O",
    "modal": "m",
    "and": "&",
    "or": "/",
    "of": "f",
    "by": "y",
    "including": "u",
    "of_those": "j",
    "identified": "V",
    "conditional": "C",
    "infinitive": "M",
    "person_pronoun": "H",
    "reflexive": "@",
    "leave": "l",
    "unit": "e",
    "thing": "g",
    "together": "X",
    "rise": "^",
    "deaths": "D",
    "saving": "~",
    "injuries": "J",
    "casualties": "c",
    "toll": "T",
    "the_figure": "F",
    "reckoning": "S",
    "injured_toll": "U",
    "bodies": "Q",
    "died": "E",
    "all_lost": "L",
    "aboard": "<",
    "killed": "k",
    "killing": "K",
    "losing": "G",
    "injured": "i",
    "injuring": "I",
}


def tags_of(grammar: Grammar) -> dict[str, str]:
    """Return each word or phrase of the grammar with its tag."""
    return {
        fold(words) if words not in "&%" else words: tag
        for name, tag in _TAGS.items()
        for words in grammar.classes[name]
    }


def letters(words: Iterable["Token"]) -> str:
    """Return the letters of some words, one behind the other: what the grammar of counts reads."""
    return "".join([word.tag for word in words])

"""What the reader needs of a gazetteer."""

from collections.abc import Sequence
from typing import Protocol

from advisory.extraction.text.page import Page
from advisory.model.text import Toponym
from advisory.model.value import Place, Span
from advisory.rulebook.lexicon import Grammar

_LONGEST_PARTICLES = 40  # characters: " de los Caballeros"


class PlaceNames(Protocol):
    """A gazetteer, as the reader of reports asks it."""

    @property
    def version(self) -> str:
        """The version of the names."""

    def toponyms(self, text: str, spans: Sequence[Span] | None = None) -> tuple[Toponym, ...]:
        """Return the place names of a text."""

    def capital(self, country: str) -> Place | None:
        """Return the capital of a country by its code."""


class LongerNames:
    """Tells a name from the beginning of a longer one, by the words inside names."""

    def __init__(self, grammar: Grammar) -> None:
        self._particles = tuple(f" {word} " for word in grammar.name_words["going_on"])
        self._joints = tuple(f"-{word}-" for word in grammar.name_words["joints"])
        self._crossings = frozenset(grammar.name_words["crossings"])
        self._illnesses = tuple(f" {word}" for word in grammar.name_words["illnesses"])

    def goes_on(self, page: Page, start: int, end: int) -> bool:
        """Whether a name goes on where a known one ends: "San Pedro" of "San Pedro de Macoris".

        "Lassa fever" is an illness. "Barchi" begins earlier: "Dasht-e-Barchi". Any crossroads may
        be a "Carrefour".
        """
        if page.lower[start:end] in self._crossings and page.plain[end + 1 : end + 2].isupper():
            return True
        is_end = page.lower.endswith(self._joints, 0, start)
        if is_end or page.lower.startswith(self._illnesses, end):
            return True
        if not page.plain.startswith(self._particles, end):
            return False
        words = page.named[end : end + _LONGEST_PARTICLES].split()
        return any(word[0].isupper() for word in words[1:3])

    def holds_particle(self, name: str) -> bool:
        """Whether a name has a small word inside: in the "Riberas del Gao" district is no Gao."""
        return any(particle in name for particle in self._particles)

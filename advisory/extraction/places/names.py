"""What the reader needs of a gazetteer."""

from collections.abc import Sequence
from typing import Protocol

from advisory.model.text import Toponym
from advisory.model.value import Place, Span


class PlaceNames(Protocol):
    """A gazetteer, as the reader of reports asks it."""

    @property
    def version(self) -> str:
        """The version of the names."""

    def toponyms(self, text: str, spans: Sequence[Span] | None = None) -> tuple[Toponym, ...]:
        """Return the place names of a text."""

    def capital(self, country: str) -> Place | None:
        """Return the capital of a country by its code."""

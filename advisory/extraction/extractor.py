"""What a reader of reports must be able to do, so that another can stand in its place.

The rules of `reader` are the one reader that is used unless somebody asks for more; `helped` puts a
language model beside them. Whoever writes a third keeps the promise that every value carries the
words that prove it, and that the same report gives the same reading.
"""

from typing import Protocol

from advisory.extraction.sentence import Sentence
from advisory.model.text import Reading, Report


class Extractor(Protocol):
    """Reads incidents and conditions out of reports."""

    version: str
    """What the reading depends on, beside the report: kept with every reading."""

    def read(self, report: Report, *, coverage: bool = True) -> Reading:
        """Return all that is found in one report; without `coverage` no regions or lost names."""


class Quotes(Extractor, Protocol):
    """An extractor whose grammar can be asked about a few words of a report."""

    def quoted(self, report: Report, start: int, end: int) -> Sentence | None:
        """Return the words between two offsets, or None where they are no news of the report."""

"""The place names of a text, and the places they mean."""

from collections.abc import Sequence

import re2  # type: ignore[import-untyped] # it has no stubs

from advisory.gazetteer.folding import fold, plain
from advisory.gazetteer.index import Index
from advisory.gazetteer.regions import place_of
from advisory.model.text import Toponym
from advisory.model.value import Place, Span

_WORD = re2.compile(r"[A-Z][A-Za-z0-9\x7f]*")
_MOST_WORDS = 5


class ToponymReader:
    """Finds and resolves the place names of texts."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def read(self, text: str, spans: Sequence[Span] | None = None) -> tuple[Toponym, ...]:
        """Return the place names of a text, in its order."""
        found: list[Toponym] = []
        given = ((span.start, span.end) for span in spans or ())
        words = list(given) or [match.span() for match in _WORD.finditer(plain(text))]
        at = 0
        while at < len(words):
            for last in range(min(at + _MOST_WORDS, len(words)) - 1, at - 1, -1):
                start, end = words[at][0], words[last][1]
                rows = self._index.rows(fold(text[start:end]))
                if rows:
                    towns = [r for r in rows if self._index.entry(r).kind.name == "SEAT"]
                    place = place_of(self._index, self._index.entry((towns or rows)[0]))
                    found.append(Toponym(Span.of(text, start, end), place))
                    at = last
                    break
            at += 1
        return tuple(found)

    def compass_place(self, region_id: str) -> Place:
        """Return the place of a compass region."""
        raise NotImplementedError(region_id)

"""The place names of a text, and the places they mean.

Candidates are weighed by the words around them (`gazetteer.clues`) and given their senses by the
whole text (`gazetteer.resolve`); what is then still a place becomes a toponym. A small homonym in
a country that the text does not speak of is never chosen: behind "near" or "the town of", such a
name, like an unknown one, becomes an unlocated toponym and stays visible.
"""

from collections.abc import Sequence
from typing import Final

from advisory.gazetteer.candidates import Candidate, candidates
from advisory.gazetteer.clues import Surroundings, weigh
from advisory.gazetteer.compass import compass_place, direction_before
from advisory.gazetteer.index import Index
from advisory.gazetteer.records import Kind
from advisory.gazetteer.regions import place_of
from advisory.gazetteer.resolve import KNOWN_ABROAD, Found, resolve
from advisory.gazetteer.senses import Sense, Senses
from advisory.gazetteer.tokens import Tokens, tokenise
from advisory.gazetteer.votes import Votes
from advisory.gazetteer.words import Words
from advisory.model.text import Toponym
from advisory.model.value import Span

_BY_TABLE: Final = 4.0  # the weight of a demonym or an abbreviation: they are nothing else
_SURE: Final = 1.5  # from here a name carries its other occurrences
_CARRIED: Final = 1.5
_SAME_ADMIN1: Final = 1.5
_SAME_COUNTRY: Final = 0.5
_FOREIGN: Final = -2.5


class ToponymReader:
    """Finds and resolves the place names of texts."""

    def __init__(self, index: Index, words: Words) -> None:
        self._index = index
        self._words = words
        self._senses = Senses(index)

    def read(self, text: str, spans: Sequence[Span] | None = None) -> tuple[Toponym, ...]:
        """Return the place names of a text, in its order."""
        tokens = tokenise(text)
        around = Surroundings.of(tokens, self._words)
        found = self._found(tokens)
        for item in found:
            sure = item.candidate.country or item.candidate.is_abbreviation
            item.weight = _BY_TABLE if sure else weigh(item.candidate, item.sense, around)
        votes = resolve(found, tokens, self._words)
        self._agree(found, votes)
        return tuple(self._toponym(text, tokens, item) for item in found if item.weight >= 0)

    def _found(self, tokens: Tokens) -> list[Found]:
        meant = ((c, self._meant(c)) for c in candidates(tokens, self._index, self._words))
        return [
            Found(candidate, senses, max(senses, key=lambda sense: sense.prior))
            for candidate, senses in meant
            if senses
        ]

    def _meant(self, candidate: Candidate) -> tuple[Sense, ...]:
        code = candidate.country
        if candidate.is_abbreviation:
            code = self._words.abbreviations[candidate.name]
        if code is None:
            return self._senses.of(candidate.name)
        row = self._index.row_of_code(code)
        return () if row is None else (self._senses.of_row(row),)

    def _agree(self, found: Sequence[Found], votes: Votes) -> None:
        carried = {item.name for item in found if item.weight >= _SURE}
        leading = votes.leading
        for item in found:
            item.weight += _agreement(item, votes, leading)
            item.weight += _CARRIED * (item.name in carried)

    def _toponym(self, text: str, tokens: Tokens, item: Found) -> Toponym:
        candidate = item.candidate
        start, end = tokens.starts[candidate.begin], tokens.ends[candidate.end - 1]
        inner = "".join(tokens.gaps[candidate.begin + 1 : candidate.end])
        end += (candidate.is_abbreviation or "." in inner) and text[end : end + 1] == "."
        entry = self._index.entry(item.sense.row)
        place = place_of(self._index, entry)
        if item.sense.kind is Kind.COUNTRY and not candidate.country:
            before = tokens.lower[max(candidate.begin - 2, 0) : candidate.begin]
            direction = direction_before(before)
            place = compass_place(self._index, direction, entry) if direction else place
        return Toponym(Span.of(text, start, end), place, is_demonym=candidate.country is not None)


def _agreement(item: Found, votes: Votes, leading: int | None) -> float:
    """Weigh a sense against what the rest of the text speaks of."""
    sense = item.sense
    if item.is_fixed or sense.kind in {Kind.COUNTRY, Kind.INFORMAL}:
        return 0.0
    if votes.speaks_of(item.name, sense):
        return _SAME_ADMIN1 if votes.speaks_of_admin1(item.name, sense) else _SAME_COUNTRY
    return _FOREIGN if leading is not None and sense.prior < KNOWN_ABROAD else 0.0

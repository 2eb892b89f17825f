"""The place names of a text, and the places they mean.

Candidates are weighed by the words around them; those that stand alone vote for countries and
admin1; with the votes each name gets its sense, one for the whole text; what is then still a
place becomes a toponym. "X, Y" fixes X inside Y. A small homonym in a country that the text does
not speak of is never chosen: after "near" or "the town of", such a name, like an unknown one,
becomes an unlocated toponym and stays visible.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from advisory.gazetteer.candidates import Candidate, candidates
from advisory.gazetteer.clues import Surroundings, weigh
from advisory.gazetteer.compass import direction_before, compass_place
from advisory.gazetteer.folding import fold
from advisory.gazetteer.index import Index
from advisory.gazetteer.records import Kind
from advisory.gazetteer.regions import place_of
from advisory.gazetteer.senses import Sense, Senses, Votes, best
from advisory.gazetteer.tokens import Tokens, tokenise
from advisory.gazetteer.words import Words
from advisory.model.text import Toponym
from advisory.model.value import Place, Span

_DIVISIONS: Final = (Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2)
_INSIDE: Final = 4.0  # what "X, Country" adds to both
_SURE: Final = 1.5  # from here a name carries its other occurrences
_FOREIGN: Final = -2.5
_KNOWN_ABROAD: Final = 5.0  # the prior, 100,000 people, of what is named without its country
_SECOND_ROUND: Final = 0.3


@dataclass(slots=True)
class _Found:
    """A candidate with its senses, on its way to a toponym."""

    candidate: Candidate
    senses: tuple[Sense, ...]
    sense: Sense
    weight: float = 0.0
    fixed: bool = False


class ToponymReader:
    """Finds and resolves the place names of texts."""

    def __init__(self, index: Index, words: Words) -> None:
        self._index = index
        self._words = words
        self._senses = Senses(index)

    def read(self, text: str, spans: Sequence[Span] | None = None) -> tuple[Toponym, ...]:
        """Return the place names of a text, in its order."""
        tokens = tokenise(text)
        found = self._found(tokens)
        around = Surroundings.of(tokens, self._words)
        for item in found:
            item.weight = 4.0 if item.candidate.country or item.candidate.is_abbreviation else 0.0
            if not item.weight:
                item.weight = weigh(item.candidate, item.sense, around)
        self._fix_inside(tokens, found)
        votes = self._vote(found)
        self._choose(found, votes, around)
        kept = [item for item in found if item.weight >= 0]
        toponyms = [self._toponym(text, tokens, item) for item in kept]
        return tuple(sorted(toponyms, key=lambda toponym: toponym.span))

    def _found(self, tokens: Tokens) -> list[_Found]:
        found = []
        none = Votes()
        for candidate in candidates(tokens, self._index, self._words):
            senses = self._meant(candidate)
            if senses:
                found.append(_Found(candidate, senses, best(senses, none)))
        return found

    def _meant(self, candidate: Candidate) -> tuple[Sense, ...]:
        code = candidate.country
        if candidate.is_abbreviation:
            code = self._words.abbreviations[candidate.name]
        if code is None:
            return self._senses.of(candidate.name)
        row = self._index.row_of_code(code)
        return () if row is None else (self._senses.of_row(row),)

    def _fix_inside(self, tokens: Tokens, found: Sequence[_Found]) -> None:
        """Read "X, Y" and "X (Y)": X lies in Y."""
        for inner, outer in zip(found, found[1:]):
            joint = tokens.gaps[outer.candidate.begin]
            adjacent = inner.candidate.end == outer.candidate.begin
            if not adjacent or joint not in {", ", " (", ",\n"} or outer.candidate.country:
                continue
            pair = _inside(inner, outer)
            if pair:
                inner.sense, outer.sense = pair
                inner.fixed = outer.fixed = True
                inner.weight += _INSIDE
                outer.weight += _INSIDE / 2

    def _vote(self, found: Sequence[_Found]) -> Votes:
        votes = Votes()
        for item in found:
            sense = item.sense
            if item.weight < 0.5:
                continue
            if item.candidate.country:
                votes.add(sense, 0.7)
            elif item.fixed or sense.kind in {Kind.COUNTRY, Kind.ADMIN1} and not _rivals(item):
                votes.add(sense, 1.0)
            elif sense.prior >= _KNOWN_ABROAD and not _rivals(item):
                votes.add(sense, 0.5)
        return votes

    def _choose(self, found: Sequence[_Found], votes: Votes, around: Surroundings) -> None:
        for round_number in range(2):
            sure = {}
            for item in found:
                if not item.fixed:
                    item.sense = best(item.senses, votes, self._kinds(item, around))
                elif item.candidate.name not in sure:
                    sure[item.candidate.name] = item.sense
            for item in found:
                if not item.fixed and item.candidate.name in sure:
                    item.sense = sure[item.candidate.name]
            if round_number == 0:
                for item in found:
                    if item.weight >= _SURE:
                        votes.add(item.sense, _SECOND_ROUND)
        leading = votes.leading()
        carried = {item.candidate.name for item in found if item.weight >= _SURE}
        for item in found:
            item.weight += self._agreement(item, votes, leading)
            if item.candidate.name in carried:
                item.weight += 1.5

    def _agreement(self, item: _Found, votes: Votes, leading: int | None) -> float:
        sense = item.sense
        if item.fixed or sense.kind in {Kind.COUNTRY, Kind.INFORMAL} or item.candidate.country:
            return 0.0
        if sense.country in votes.countries:
            return 1.5 if votes.admin1.get(sense.admin1) else 0.5
        if leading is not None and sense.prior < _KNOWN_ABROAD:
            return _FOREIGN
        return 0.0

    def _kinds(self, item: _Found, around: Surroundings) -> Iterable[Kind]:
        at, tokens = item.candidate.end, around.tokens
        after = tokens.lower[at] if at < len(tokens.words) and tokens.gaps[at] == " " else ""
        if after in self._words.divisions:
            return _DIVISIONS
        if after in self._words.settlements:
            return (Kind.CAPITAL, Kind.SEAT, Kind.PLACE, Kind.SITE)
        return ()

    def _toponym(self, text: str, tokens: Tokens, item: _Found) -> Toponym:
        candidate = item.candidate
        start, end = tokens.starts[candidate.begin], tokens.ends[candidate.end - 1]
        inner = "".join(tokens.gaps[candidate.begin + 1 : candidate.end])
        if (candidate.is_abbreviation or "." in inner) and text[end : end + 1] == ".":
            end += 1
        entry = self._index.entry(item.sense.row)
        place = place_of(self._index, entry)
        if item.sense.kind is Kind.COUNTRY and not candidate.country:
            direction = direction_before(
                tokens.lower[max(candidate.begin - 2, 0) : candidate.begin]
            )
            place = compass_place(self._index, direction, entry) if direction else place
        return Toponym(Span.of(text, start, end), place, is_demonym=candidate.country is not None)

    def compass_place(self, region_id: str) -> Place:
        """Return the place of a compass region."""
        raise NotImplementedError(region_id)


def _rivals(item: _Found) -> bool:
    """Whether another sense is nearly as likely before the document has spoken."""
    return any(
        other is not item.sense
        and other.country != item.sense.country
        and other.prior > item.sense.prior - 1.0
        for other in item.senses
    )


def _inside(inner: _Found, outer: _Found) -> tuple[Sense, Sense] | None:
    """Return the pair of senses of which one lies in the other, the likeliest first."""
    for around in outer.senses:
        if around.kind not in _DIVISIONS:
            continue
        if inner.sense.kind is Kind.COUNTRY and around.kind is Kind.COUNTRY:
            continue
        lying = [
            sense
            for sense in inner.senses
            if sense.row != around.row
            and sense.kind is not Kind.COUNTRY
            and around.row in {sense.country, sense.admin1}
        ]
        if lying:
            return best(lying, Votes()), around
    return None

"""The place names of a text, and the places they mean.

Candidates are weighed by the words around them (`gazetteer.clues`) and given their senses by the
whole text (`gazetteer.resolve`); what is then still a place becomes a toponym. A small homonym in
a country that the text does not speak of is never chosen: behind "near" or "the town of", such a
name, like an unknown one, becomes an unlocated toponym and stays visible.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from advisory.gazetteer.candidates import Beginnings, Candidate, candidate_at, candidates
from advisory.gazetteer.closeness import Reach
from advisory.gazetteer.clues import NEVER, Surroundings, standing, weigh
from advisory.gazetteer.compass import DIRECTIONS, compass_place, direction_before
from advisory.gazetteer.containment import are_listed, neighbours
from advisory.gazetteer.doubtful import settle_doubtful
from advisory.gazetteer.found import Found
from advisory.gazetteer.guesses import begins_another, is_guess
from advisory.gazetteer.index import Index
from advisory.gazetteer.lookalikes import lookalikes
from advisory.gazetteer.records import Kind
from advisory.gazetteer.regions import place_of
from advisory.gazetteer.resolve import KNOWN_ABROAD, resolve
from advisory.gazetteer.senses import Sense, Senses, likelier
from advisory.gazetteer.tokens import Tokens, tokenise
from advisory.gazetteer.unlocated import Range, unknown_names
from advisory.gazetteer.votes import Votes
from advisory.gazetteer.words import Words
from advisory.model.text import Toponym
from advisory.model.value import Place, Span

_BY_TABLE: Final = 4.0  # the weight of a demonym or an abbreviation: they are nothing else
_SURE: Final = 1.5  # from here a name carries its other occurrences
_CARRIED: Final = 1.5
_HOPELESS: Final = -4.0  # all that can be added makes no place of it
_SAME_ADMIN1: Final = 1.5
_SAME_COUNTRY: Final = 0.5
_FOREIGN: Final = -2.5
_COORDINATED: Final = 1.0
_UNLOCATED: Final = "unlocated"
_PARTS: Final = (Kind.ADMIN1, Kind.ADMIN2)
_WITHOUT_ENDING: Final = (
    2.0  # what "Westmoreland" loses where others are called "Westmoreland County"
)


class ToponymReader:
    """Finds and resolves the place names of texts."""

    def __init__(self, index: Index, words: Words) -> None:
        self._index = index
        self._words = words
        self._senses = Senses(index)
        self._begins = Beginnings(index, words)
        self._meant = lru_cache(maxsize=65_536)(self._senses_of)
        self._place = lru_cache(maxsize=65_536)(self._place_of)
        self._compass = lru_cache(maxsize=2_048)(self._compass_of)

    def read(self, text: str, spans: Sequence[Span] | None = None) -> tuple[Toponym, ...]:
        """Return the place names of a text, in its order.

        With `spans`, exactly these are resolved; what else is found in the text only votes.
        """
        tokens = tokenise(text)
        around = Surroundings.of(tokens, self._words)
        found = self._found(candidates(tokens, self._index, self._words, self._begins), tokens)
        for item in found:
            sure = item.candidate.country or item.candidate.is_abbreviation
            item.weight = _BY_TABLE if sure else weigh(item.candidate, item.reach, around)
        found = [item for item in found if item.weight > NEVER or item.name in DIRECTIONS]
        if spans is not None:
            return self._at(text, tokens, spans, found)
        votes = resolve(found, tokens, self._words)
        self._agree(found, votes)
        _coordinate(found, tokens)
        doubtful = list(settle_doubtful(found, around, votes))
        kept = [
            item
            for item in found
            if item.weight >= 0
            and not self._is_hamlet(item, votes)
            and not begins_another(item, tokens, self._words, votes)
        ]
        toponyms = [
            _nowhere(self._toponym(text, tokens, item))
            if is_guess(item, votes, tokens, self._words)
            else self._toponym(text, tokens, item)
            for item in kept
        ]
        return tuple(
            sorted((*toponyms, *self._unlocated(text, tokens, kept, doubtful)), key=_start)
        )

    def _at(
        self, text: str, tokens: Tokens, spans: Sequence[Span], found: Sequence[Found]
    ) -> tuple[Toponym, ...]:
        """Resolve the names in these spans, helped by the rest of the text."""
        given = [candidate_at(tokens, span.start, span.end, self._words) for span in spans]
        taken = {at for candidate in given for at in candidate.words}
        asked = self._found(given, tokens)
        for item in asked:
            item.weight = _BY_TABLE
        others = [item for item in found if taken.isdisjoint(item.candidate.words)]
        resolve(sorted((*asked, *others), key=_begin), tokens, self._words)
        places = {item.candidate: self._toponym(text, tokens, item) for item in asked}
        unknown = (Toponym(span, _unplaced(span.text)) for span in spans)
        return tuple(
            replace(places.get(candidate, nowhere), span=span)
            for candidate, span, nowhere in zip(given, spans, unknown, strict=True)
        )

    def _found(self, named: Iterable[Candidate], tokens: Tokens) -> list[Found]:
        found, divided = [], self._words.divided_into
        for one in named:
            name = one.name
            code = self._words.abbreviations[name] if one.is_abbreviation else one.country
            behind = tokens.lower[one.end] if one.end < len(tokens.lower) else ""
            is_unit = behind in divided and tokens.gaps[one.end] == " "
            reach = self._meant(name, code, behind if is_unit else "")
            if senses := reach.senses:
                found.append(Found(one, name, reach, senses, senses[0]))
        return found

    def _senses_of(self, name: str, code: str | None, unit: str) -> Reach:
        """Return all that a name may mean; where a code says it, that alone.

        The `unit` behind it says in which countries: "Bor County" is not in Serbia.
        """
        if code is not None:
            row = self._index.row_of_code(code)
            return Reach(() if row is None else (self._senses.of_row(row),))
        if name in self._words.phrases:
            return Reach(())
        senses = self._senses.of(name) + self._divisions(name)
        bare, _, ending = name.rpartition(" ")
        called = self._words.divided_into.get(ending if bare else unit, ())
        rows = set(map(self._index.row_of_code, called))
        senses = tuple(sense for sense in senses if sense.country in rows) or senses
        likely = tuple(sorted(senses, key=likelier))
        is_only = len(likely) == 1
        return Reach(
            likely, standing(name, likely[0], self._words, is_only=is_only) if likely else 0.0
        )

    def _place_of(self, row: int) -> Place:
        return place_of(self._index, self._index.entry(row))

    def _compass_of(self, direction: str, country: int) -> Place:
        return compass_place(self._index, direction, self._index.entry(country))

    def _divisions(self, name: str) -> tuple[Sense, ...]:
        """Return the other divisions that "La Libertad Department" may mean; no country is one."""
        bare, _, ending = name.rpartition(" ")
        if not bare or ending not in self._words.divisions:
            return ()
        known = self._senses.of(name)
        rows = {sense.row for sense in known}
        others = [s for s in self._senses.of(bare) if s.kind in _PARTS and s.row not in rows]
        less = _WITHOUT_ENDING * any(not sense.is_alternate for sense in known)
        return tuple(replace(s, prior=s.prior - less) for s in others)

    def _agree(self, found: Sequence[Found], votes: Votes) -> None:
        carried = {item.name for item in found if item.weight >= _SURE}
        leading = votes.leading
        agreed: dict[tuple[str, int], float] = {}
        for item in found:
            if item.weight < _HOPELESS:
                continue
            key = item.name, item.sense.row
            if key not in agreed:
                agreed[key] = _agreement(item, votes, leading)
            item.weight += 0.0 if item.is_fixed else agreed[key]
            item.weight += _CARRIED * (item.name in carried)

    def _is_hamlet(self, item: Found, votes: Votes) -> bool:
        """Whether an imported place without people is named where its country is not spoken of.

        A whole dump has a hamlet for every other word, so the name alone says nothing.
        """
        row = item.sense.row
        if item.is_fixed or not self._index.is_imported(row):
            return False
        people = self._index.columns["population"][row]
        return not people and not votes.speaks_of(item.name, item.sense)

    def _unlocated(
        self, text: str, tokens: Tokens, kept: Sequence[Found], doubtful: Sequence[Range]
    ) -> Iterator[Toponym]:
        taken = {at for item in kept for at in item.candidate.words}
        begun = {item.candidate.begin for item in kept if not item.candidate.country}
        taken.update(at for begin, end in doubtful for at in range(begin, end))
        ended = {item.candidate.end for item in kept if _is_led(item, tokens, self._words)}
        unknown = [*doubtful, *unknown_names(tokens, self._words, taken, begun, ended)]
        if not text.isascii():
            unknown += [(at, at + 1) for at in lookalikes(tokens, self._index)]
        for begin, end in dict.fromkeys(unknown):
            span = Span.of(text, tokens.starts[begin], tokens.ends[end - 1])
            yield Toponym(span, _unplaced(span.text))

    def _toponym(self, text: str, tokens: Tokens, item: Found) -> Toponym:
        candidate = item.candidate
        start, end = tokens.starts[candidate.begin], tokens.ends[candidate.end - 1]
        inner = tokens.gaps[candidate.begin + 1 : candidate.end]
        is_dotted = candidate.is_abbreviation or (bool(inner) and "." in "".join(inner))
        end += is_dotted and text[end : end + 1] == "."
        place = self._place(item.sense.row)
        if item.sense.kind is Kind.COUNTRY and not candidate.country:
            before = tokens.lower[max(candidate.begin - 2, 0) : candidate.begin]
            direction = direction_before(before)
            place = self._compass(direction, item.sense.row) if direction else place
        return Toponym(Span.of(text, start, end), place, is_demonym=candidate.country is not None)


def _begin(item: Found) -> int:
    return item.candidate.begin


def _is_led(item: Found, tokens: Tokens, words: Words) -> bool:
    """Whether "in" or "raided" stands before a place that is no country."""
    at = item.candidate.begin
    return at > 0 and item.sense.kind is not Kind.COUNTRY and tokens.lower[at - 1] in words.before


def _start(toponym: Toponym) -> int:
    return toponym.span.start


def _coordinate(found: Sequence[Found], tokens: Tokens) -> None:
    """Let a name that is listed behind a place be one: "Gao, Ber and Kidal"."""
    for _, before, item in neighbours(found):
        if before.weight >= _COORDINATED and are_listed(before, item, tokens):
            item.weight += _COORDINATED


def _nowhere(toponym: Toponym) -> Toponym:
    return Toponym(toponym.span, _unplaced(toponym.span.text))


@lru_cache(maxsize=2_048)
def _unplaced(name: str) -> Place:
    return Place(name, kind=_UNLOCATED)


def _agreement(item: Found, votes: Votes, leading: int | None) -> float:
    """Weigh a sense against what the rest of the text speaks of."""
    sense = item.sense
    if sense.kind in {Kind.COUNTRY, Kind.INFORMAL}:
        return 0.0
    if votes.speaks_of(item.name, sense):
        return _SAME_ADMIN1 if votes.speaks_of_admin1(item.name, sense) else _SAME_COUNTRY
    return _FOREIGN if leading is not None and sense.prior < KNOWN_ABROAD else 0.0

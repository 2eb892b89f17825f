"""Which region a name means, which others it could, and why one wins.

The same search as `gazetteer.queries`, told step by step: all that have the name, in the order of
decision 16 (country, admin1, informal region, admin2, place), then by people. What wins is what
`find_region` returns, so the two cannot disagree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisory.errors import AmbiguousName
from advisory.gazetteer.folding import fold
from advisory.gazetteer.index import Index
from advisory.gazetteer.queries import find_region
from advisory.gazetteer.records import Entry, Kind
from advisory.gazetteer.regions import shown
from advisory.model.assessment import Region
from advisory.model.naming import region_words


@dataclass(frozen=True, slots=True)
class Choice:
    """One region that has the name. `people` is None where the gazetteer gives none."""

    id: str
    shown: str
    kind: str
    people: int | None
    is_main_name: bool
    wins: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that a name may mean, best first, and why one wins or none does."""

    choices: tuple[Choice, ...]
    why: str


def meaning(index: Index, query: str) -> Meaning:
    """Return what a name may mean.

    Raises:
        UnknownName: If nothing has that name; the nearest names are in the message.
    """
    try:
        winner: Region | None = find_region(index, query)
    except AmbiguousName:
        winner = None
    found = [(index.entry(one >> 1), not one & 1) for one in index.meant_by(fold(query))]
    ranked = sorted(found, key=lambda one: (one[0].kind.rank, -one[0].population, one[0].id))
    choices = tuple(_choice(index, entry, is_main, winner) for entry, is_main in ranked)
    if winner and not any(choice.wins for choice in choices):
        choices = (*_asked_otherwise(index, winner), *choices)
    return Meaning(choices, _why([entry for entry, _ in ranked], winner, query))


def _choice(index: Index, entry: Entry, is_main: bool, winner: Region | None) -> Choice:  # noqa: FBT001 - a fact of the entry
    return Choice(
        id=entry.id,
        shown=shown(index, entry),
        kind=entry.kind.name.lower(),
        people=entry.population or None,
        is_main_name=is_main,
        wins=winner is not None and winner.id == entry.id,
    )


def _asked_otherwise(index: Index, winner: Region) -> Iterable[Choice]:
    """The winner where the query was a code, "X, Y", "X Region" or a side of the compass."""
    row = index.row_of_id(winner.id)
    if row is not None:
        return [_choice(index, index.entry(row), is_main=True, winner=winner)]
    shown_as = f"{region_words(winner, full=True)} ({winner.id})"
    return [Choice(winner.id, shown_as, winner.kind.value, None, is_main_name=True, wins=True)]


def _why(found: Sequence[Entry], winner: Region | None, query: str) -> str:
    ranks = [entry.kind.rank for entry in found]
    best = [entry for entry in found if entry.kind.rank == min(ranks)]
    if winner is None:
        return f"{len(best)} of the same rank have this name, and none is much larger: say which."
    won = next((entry for entry in found if entry.id == winner.id), None)
    if won is None:
        return f'"{query}" says which: a code, a place inside another, or a kind.'
    if len(found) == 1:
        return "Nothing else has this name."
    kind = "a place" if won.kind.rank == Kind.CAPITAL.rank else f"{_article(won)} {_noun(won)}"
    if len(best) == 1:
        return f"It is {kind}, and nothing else of that rank has this name."
    if won.kind in {Kind.CAPITAL, Kind.SEAT}:
        return f"It is the only {_noun(won)} of this name."
    return "Its main name is this one, or it has ten times the people of every other."


def _noun(entry: Entry) -> str:
    nouns = {Kind.SEAT: "principal town of a region", Kind.INFORMAL: "informal region"}
    return nouns.get(entry.kind, entry.kind.name.lower())


def _article(entry: Entry) -> str:
    return "an" if _noun(entry)[0] in "aeiou" else "a"

"""How many were killed and injured, as one sentence tells it.

Each word of harm takes the people it speaks of: those after it where it is active ("killing six"),
those before it where it is passive ("six were killed"). An unknown number stays unknown; "no
casualties" is a nought; a number of houses is none. Who can be counted is found by `people`; how
the tolls of several sentences make one figure is decided in `figures`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisory.extraction.people import People, people_in
from advisory.extraction.tokens import Token
from advisory.model.value import Count, Part

_MOST_WORDS, _REACH = 7, 26


@dataclass(frozen=True, slots=True)
class Toll:
    """What one word of harm says: who, how many, and the tokens that prove it."""

    harm: str
    count: Count
    parts: tuple[Part, ...]
    first: int
    last: int
    is_others: bool = False
    is_revision: bool = False


def tolls(tokens: Sequence[Token]) -> list[Toll]:
    """Return every toll of a sentence in its order; `harm` is `killed` or `injured`."""
    people = people_in(tokens)
    found: list[Toll] = []
    for at, token in enumerate(tokens):
        if token.tag in "kKiI":
            found.extend(_of_harm(tokens, people, at, found))
        elif token.tag in "TU":
            found.extend(_of_toll(tokens, people, at))
        elif token.tag in "DJ":
            found.extend(_of_deaths(tokens, people, at))
    return found


def _of_harm(
    tokens: Sequence[Token], people: Sequence[People], at: int, before: Sequence[Toll]
) -> Iterator[Toll]:
    if _is_unreal(tokens, at):
        return
    harm = "killed" if tokens[at].tag in "kK" else "injured"
    subject = _after(tokens, people, at) if _is_active(tokens, people, at) else None
    if subject is None and tokens[at].tag in "ki":
        subject = _before(tokens, people, at)
    if subject is None or any(toll.harm == harm and toll.first == subject.first for toll in before):
        return
    first, last = min(subject.first, at), max(subject.end - 1, at)
    parts = subject.parts or (Part(subject.who, subject.count),)
    yield Toll(harm, subject.count, parts, first, last, subject.is_others)


def _is_unreal(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[max(0, at - 3) : at]
    return any(token.tag in "m!" for token in before)


def _is_active(tokens: Sequence[Token], people: Sequence[People], at: int) -> bool:
    if tokens[at].tag in "KI":
        return True
    if any(token.tag in "bB" for token in tokens[max(0, at - 3) : at]):
        return False
    after = _after(tokens, people, at)
    counted = any(group.end == at and tokens[group.first].tag in "qnN" for group in people)
    return after is not None and not (after.is_named and counted)


def _after(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    """Return the people right after a word of harm; adverbs may stand between."""
    step = at + 1
    while step < len(tokens) and tokens[step].tag == "a":
        step += 1
    return next((group for group in people if group.first == step), None)


def _before(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    """Return the people a passive speaks of: the nearest before it that no preposition governs."""
    begin = _clause_start(tokens, at)
    nearest: People | None = None
    for group in reversed(people):
        if group.end > at or group.first < begin or at - group.end > _REACH:
            continue
        if group.count.low == 0 and group.count.high == 0:
            return group
        governed = group.first > 0 and tokens[group.first - 1].tag in "ryf"
        if not governed and not group.is_named:
            return group
        nearest = nearest or group
    if nearest is not None and nearest.is_named and _has_plural_verb(tokens, at):
        return None
    return nearest


def _has_plural_verb(tokens: Sequence[Token], at: int) -> bool:
    return any(token.tag in "BA" for token in tokens[max(0, at - 3) : at])


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    """Return the first token of the clause: after a mark, another harm, or a word like "when"."""
    for step in range(at - 1, -1, -1):
        if tokens[step].tag in ";kKiIh":
            return step + 1
    return 0


def _of_toll(tokens: Sequence[Token], people: Sequence[People], at: int) -> Iterator[Toll]:
    """Read "the death toll ... rose to 34", "toll of 12"."""
    harm = "killed" if tokens[at].tag == "T" else "injured"
    rise = next((i for i, token in enumerate(tokens) if i > at and token.tag == "^"), at)
    for group in people:
        near = rise < group.first <= rise + _MOST_WORDS and not group.is_named
        linked = group.first > 0 and tokens[group.first - 1].tag in "mfrbB^"
        if near and linked:
            parts = group.parts or (Part(group.who, group.count),)
            yield Toll(harm, group.count, parts, at, group.end - 1, is_revision=True)
            return


def _of_deaths(tokens: Sequence[Token], people: Sequence[People], at: int) -> Iterator[Toll]:
    """Read "five deaths", "no injuries": the number stands right before."""
    harm = "killed" if tokens[at].tag == "D" else "injured"
    if at > 0 and tokens[at - 1].tag == "z":
        zero = Count.exactly(0)
        yield Toll(harm, zero, (), at - 1, at)
        return
    for group in people:
        if group.end in {at, at - 1} and tokens[group.first].tag in "qnN":
            yield Toll(harm, group.count, (Part(group.who, group.count),), group.first, at)
            return

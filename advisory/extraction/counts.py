"""How many were killed and injured, as one sentence tells it.

Each word of harm takes the people it speaks of: those after it where it is active ("killing six"),
those before it where it is passive ("six were killed"). An active word whose object is nobody who
can be counted ("the blast destroyed the bunker") counts nobody, never its subject. An unknown
number stays unknown; "no casualties" is a nought; a number of houses is none. Who can be counted is
found by `people`; how the tolls of several sentences make one figure is decided in `figures`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisory.extraction.coordination import coordinated, summed
from advisory.extraction.people import People, named_at, people_in
from advisory.extraction.tokens import Token
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier

_MOST_WORDS, _REACH, _LONGEST_OBJECT, _FAR_COMPANY = 7, 26, 5, 9
_KILLING, _HARMING = "kKE", "kKiIE"
_TELLING = frozenset(f"{_HARMING}TUDJQ")  # the tags without which nobody is hurt
_OBJECT = "dtwWnNqpPozZxOH@s"  # what the object of an active verb may begin with
_ONE = Count.exactly(1)
_SOMEBODY = Count(1, None, Qualifier.VAGUE)  # injuries without a number may all be one person's


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
    if _TELLING.isdisjoint([token.tag for token in tokens]):
        return []
    people = list(coordinated(tokens, people_in(tokens)))
    found: list[Toll] = []
    for at, token in enumerate(tokens):
        if token.tag in _HARMING:
            found.extend(_of_harm(tokens, people, at, found))
        elif token.tag in "TU":
            found.extend(_of_toll(tokens, people, at))
        elif token.tag in "DJ":
            found.extend(_of_deaths(tokens, people, at))
    return found or list(_of_bodies(tokens, people))


def _of_harm(
    tokens: Sequence[Token], people: Sequence[People], at: int, before: Sequence[Toll]
) -> Iterator[Toll]:
    if _is_unreal(tokens, at) or _is_adjective(tokens, at):
        return
    harm = "killed" if tokens[at].tag in _KILLING else "injured"
    subject = _after(tokens, people, at) if _is_active(tokens, people, at) else None
    if subject is None and not _is_active(tokens, people, at):
        subject = _with_company(tokens, people, at, _before(tokens, people, at))
    if subject is None or any(toll.harm == harm and toll.first == subject.first for toll in before):
        return
    if tokens[subject.first].tag == "H" and any(toll.harm == harm for toll in before):
        return  # "he" is somebody already counted
    first, last = min(subject.first, at), max(subject.end - 1, at)
    parts = subject.parts or (Part(subject.who, subject.count),)
    yield Toll(harm, subject.count, parts, first, last, subject.is_others)


def _is_unreal(tokens: Sequence[Token], at: int) -> bool:
    """Whether nobody says that it happened: "may have killed", "not clear if"; "said to have" is.

    "Claimed to have killed six" is told, "vowed to kill six" is not.
    """
    start = _clause_start(tokens, at)
    if start > 0 and tokens[start - 1].tag == "C":
        return True
    begin = at
    while begin > 0 and tokens[begin - 1].tag in "aAbB":
        begin -= 1
    for step in range(at - 1, max(-1, min(at - 4, begin - 2)), -1):
        is_told = tokens[step].tag == "M" and tokens[step + 1].tag in "aA"
        if tokens[step].tag == ",":
            return False
        if tokens[step].tag in "m!M" and not is_told:
            return True
    return False


def _is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of harm only describes: "the killed officer"; not "that killed an officer"."""
    if at == 0 or tokens[at].tag not in "kEi":
        return False
    is_verb = at + 1 < len(tokens) and tokens[at + 1].tag in "qnNdt"
    return tokens[at - 1].tag in "tf" or (tokens[at - 1].tag == "x" and not is_verb)


def _is_active(tokens: Sequence[Token], people: Sequence[People], at: int) -> bool:
    if tokens[at].tag in "KI":
        return True
    if tokens[at].tag == "E" or any(t.tag in "bB" for t in tokens[max(0, at - 3) : at]):
        return False
    step = _object_start(tokens, at)
    if step >= len(tokens) or tokens[step].tag not in _OBJECT:
        return False
    subject = next((group for group in people if group.end == at), None)
    is_counted = subject is not None and tokens[subject.first].tag in "qnN"
    if subject is not None and subject.who == "attacker":
        return True
    after = _after(tokens, people, at)
    if after is None:
        return not is_counted and tokens[step].tag in "dtoOs"
    return not (is_counted and (after.is_named or after.who != "attacker") and _ends(tokens, after))


def _ends(tokens: Sequence[Token], group: People) -> bool:
    """Whether a sentence or clause ends after a group, or its own word of harm follows."""
    return group.end == len(tokens) or tokens[group.end].tag in ";iIkE"


def _object_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the object of an active verb begins: after adverbs and a second verb."""
    step = at + 1
    while step < len(tokens) and tokens[step].tag == "a":
        step += 1
    if step + 1 < len(tokens) and tokens[step].tag == "&" and tokens[step + 1].tag in "vki":
        return step + 2
    return step


def _after(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    """Return the people that an active word of harm takes as its object."""
    step = _object_start(tokens, at)
    if step < len(tokens) and tokens[step].tag in "H@":
        return _with_others(tokens, people, step)
    for group in people:
        between = tokens[step : group.first]
        if group.first == step:
            return _and_more(tokens, group)
        if group.first > step and all(token.tag == "w" for token in between):
            return group if len(between) < _LONGEST_OBJECT else None
    return named_at(tokens, step)


def _with_others(tokens: Sequence[Token], people: Sequence[People], at: int) -> People:
    """Return "him" or "himself", with whom it names beside: "himself and six worshippers"."""
    one = People(at, at + 1, _ONE, "attacker" if tokens[at].tag == "@" else "person")
    if at + 1 < len(tokens) and tokens[at + 1].tag == "&":
        company = next((group for group in people if group.first == at + 2), None)
        return summed(one, company) if company else one
    return one


def _and_more(tokens: Sequence[Token], group: People) -> People:
    """Add "and a clerk" to an object, a word that the lexicon does not count."""
    at = group.end
    more = named_at(tokens, at + 1) if at < len(tokens) and tokens[at].tag == "&" else None
    if more is None or "".join(t.tag for t in tokens[more.end : more.end + 1]) in set("bBkiaAv"):
        return group
    return summed(group, more)


def _before(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    """Return the people a passive speaks of: the nearest before it that no preposition governs."""
    step = at - 1
    if at > 1 and tokens[step].tag == "&" and tokens[step - 1].tag in "wv":
        step -= 2  # "he was engaged and killed"
    while step >= 0 and tokens[step].tag in "abBA":
        step -= 1
    if step >= 0 and tokens[step].tag == "H":
        return None if _is_natural(tokens, at) else People(step, step + 1, _ONE, "person")
    begin = _clause_start(tokens, at)
    best: tuple[int, People] | None = None
    for group in reversed(people):
        if group.end > at or group.first < begin or at - group.end > _REACH:
            continue
        is_governed = group.first > 0 and tokens[group.first - 1].tag in "ryfbB"
        is_nobody = group.count.low == 0 and group.count.high == 0
        rank = 0 if is_nobody else 2 * is_governed + group.is_named
        if best is None or rank < best[0]:
            best = rank, group
    if best and best[1].is_named and _has_plural_verb(tokens, at):
        return None
    return best and best[1]


def _is_natural(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody "died of" something else than injuries."""
    after = "".join(token.tag for token in tokens[at + 1 : at + 5])
    return after.startswith("f") and "J" not in after


def _with_company(
    tokens: Sequence[Token], people: Sequence[People], at: int, subject: People | None
) -> People | None:
    """Add who is named after the verb: "was killed along with two guards"."""
    if subject is None:
        return None
    for step in range(at + 1, min(at + _FAR_COMPANY, len(tokens))):
        if tokens[step].tag in f";h{_HARMING}":
            break
        # Of the words that join, only those of several words cannot begin a new clause.
        if tokens[step].tag == "&" and " " in tokens[step].word:
            company = next((group for group in people if group.first == step + 1), None)
            if company is None or company.is_named:
                break
            return replace(summed(subject, company), end=subject.end)
    return subject


def _has_plural_verb(tokens: Sequence[Token], at: int) -> bool:
    return any(token.tag in "BA" for token in tokens[max(0, at - 3) : at])


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    """Return the first token of the clause: after a mark, another harm, or a word like "when"."""
    for step in range(at - 1, -1, -1):
        if tokens[step].tag in f";hC{_HARMING}":
            return step + 1
    return 0


def _of_toll(tokens: Sequence[Token], people: Sequence[People], at: int) -> Iterator[Toll]:
    """Read "the death toll ... rose to 34", and "put the toll at 12", which corrects nobody."""
    harm = "killed" if tokens[at].tag == "T" else "injured"
    rise = next((i for i, token in enumerate(tokens) if i > at and token.tag == "^"), at)
    for group in people:
        near = rise < group.first <= rise + _MOST_WORDS and not group.is_named
        linked = group.first > 0 and tokens[group.first - 1].tag in "mMfrbB^"
        if near and linked:
            parts = group.parts or (Part(group.who, group.count),)
            is_revision = rise > at or tokens[group.first - 1].tag == "M"
            yield Toll(harm, group.count, parts, at, group.end - 1, is_revision=is_revision)
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
    if harm == "injured" and _is_caused(tokens, at):
        yield Toll(harm, _SOMEBODY, (), at, at)


def _is_caused(tokens: Sequence[Token], at: int) -> bool:
    """Whether injuries are what something did: "caused damage and injuries", "led to injuries"."""
    step = at - 1
    while step >= 0 and tokens[step].tag in "w&gDc":
        step -= 1
    if step > 0 and tokens[step].tag == "M":
        step -= 1
    return step >= 0 and tokens[step].tag == "v" and not _is_unreal(tokens, step + 1)


def _of_bodies(tokens: Sequence[Token], people: Sequence[People]) -> Iterator[Toll]:
    """Read "two bodies", "the body of a woman", "a dead body was found"; "his body" is nobody new.

    Only a sentence that has no other toll is asked.
    """
    for at, token in enumerate(tokens):
        if token.tag != "Q":
            continue
        group = _in_bodies(tokens, people, at)
        if group is not None:
            first, last = min(group.first, at), max(group.end - 1, at)
            yield Toll("killed", group.count, (Part(group.who, group.count),), first, last)


def _in_bodies(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    if at + 1 < len(tokens) and tokens[at + 1].tag == "f":
        return next((group for group in people if group.first == at + 2), None)
    for group in people:
        if group.end in {at, at - 1} and tokens[group.first].tag in "qnN":
            return group
    phrase = tokens[max(0, at - 3) : at]
    is_found = any(token.tag == "v" for token in tokens[at : at + 4])
    if is_found and any(token.tag == "d" for token in phrase):
        return People(at, at + 1, _ONE, "person")
    return None

"""The people in a sentence who can be counted.

"At least 12 people", "one civilian and six assailants" (a sum with parts), "two soldiers, including
an officer" (a part of the two), "a woman", "the driver", a name, a bare plural. The grammar works
on the tags of the tokens alone, so it holds for any language whose words are given these tags and
whose numbers stand before what they count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisory.extraction.tokens import Token
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier

_COUNTED = "nN"
_MOST_WORDS = 7
_HEDGES = {
    hedge.value: hedge
    for hedge in (Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.UP_TO, Qualifier.ABOUT)
}


@dataclass(frozen=True, slots=True)
class People:
    """Some people in a sentence: tokens from `first` to before `end`, and how many they are."""

    first: int
    end: int
    count: Count
    who: str
    is_others: bool = False
    parts: tuple[Part, ...] = ()
    is_named: bool = False


def added(first: Count, second: Count) -> Count:
    """Return the sum of two counts, as open as the more open of them.

    >>> added(Count(2, 2, Qualifier.EXACT), Count(3, None, Qualifier.AT_LEAST))
    Count(low=5, high=None, qualifier=<Qualifier.AT_LEAST: 'at_least'>)
    """
    high = None if first.high is None or second.high is None else first.high + second.high
    is_exact = first.qualifier is Qualifier.EXACT
    return Count(first.low + second.low, high, second.qualifier if is_exact else first.qualifier)


def people_in(tokens: Sequence[Token]) -> list[People]:
    """Return all countable people of a sentence, coordinations added up."""
    single: list[People] = []
    at = 0
    while at < len(tokens):
        people = _people_at(tokens, at)
        if people is None:
            at += 1
            continue
        single.append(people)
        at = people.end
    return list(_coordinated(tokens, single))


def _people_at(tokens: Sequence[Token], at: int) -> People | None:
    tag = tokens[at].tag
    if tag in "qnN":
        return _counted(tokens, at)
    if tag in "zZ":
        return _nobody(tokens, at)
    if tag in "dtO":
        return _one(tokens, at)
    if tag in "WpP":
        return _uncounted(tokens, at)
    return None


def _counted(tokens: Sequence[Token], at: int) -> People | None:
    """Read "at least 12 people", "between 10 and 20 civilians", "three others"."""
    first, qualifier = at, ""
    while at < len(tokens) and tokens[at].tag == "q":
        qualifier = tokens[at].qualifier
        at += 1
    if at >= len(tokens) or tokens[at].tag not in _COUNTED:
        return None
    value, at = _range(tokens, at, qualifier)
    end, who, is_others = _head(tokens, at)
    if who is None:
        return None
    return People(first, end, _count(value, qualifier, tokens[at - 1].tag), who, is_others)


def _range(tokens: Sequence[Token], at: int, qualifier: str) -> tuple[tuple[int, int | None], int]:
    low, high = tokens[at].value or (0, None)
    joins = "&mr/" if qualifier == "between" else "mr/"
    if at + 2 < len(tokens) and tokens[at + 1].tag in joins and tokens[at + 2].tag == "n":
        upper = (tokens[at + 2].value or (0, 0))[1]
        if upper is not None and upper > low:
            return (low, upper), at + 3
    return (low, high), at + 1


def _count(value: tuple[int, int | None], qualifier: str, tag: str) -> Count:
    low, high = value
    if tag == "N" and high is None:
        return Count.hedged(low, Qualifier.VAGUE)
    if high is not None and high > low:
        return Count(low, high, Qualifier.BETWEEN)
    return Count.hedged(low, _HEDGES.get(qualifier, Qualifier.EXACT))


def _head(tokens: Sequence[Token], at: int) -> tuple[int, str | None, bool]:
    """Return the end of a noun phrase after its number, whom it counts, and whether "others".

    An unknown noun ("Ebola sufferers") is taken for people; a known thing is not.
    """
    is_others = False
    end, who = at, ""
    for step in range(at, min(at + _MOST_WORDS, len(tokens))):
        token = tokens[step]
        if token.tag in "pP":
            end, who = step + 1, _narrower(who, token.who)
            is_others = is_others or token.tag == "o"
        elif token.tag == "o":
            is_others, end = True, step + 1
        elif token.tag == "g" and not who:
            if step + 1 == len(tokens) or tokens[step + 1].tag not in "pP":
                return end, None, False
        elif _ends_phrase(token, who):
            break
    return max(end, at), who or "person", is_others


def _ends_phrase(token: Token, who: str) -> bool:
    """Whether a noun phrase cannot go on with this word."""
    return token.tag not in "wWft" or (token.tag in "ft" and bool(who))


def _narrower(first: str, second: str) -> str:
    """Return the class that says more: "security force members" are a force."""
    return second if not first or (first == "person") else first


def _nobody(tokens: Sequence[Token], at: int) -> People | None:
    if at + 1 < len(tokens) and tokens[at + 1].tag in "pPo":
        return People(at, at + 2, Count.exactly(0), "person")
    if tokens[at].tag == "Z":
        return People(at, at + 1, Count.exactly(0), "person")
    return None


def _one(tokens: Sequence[Token], at: int) -> People | None:
    """Read "a police officer", "the driver", "another"; a plural after "the" is vague."""
    who, end = "", at
    for step in range(at + 1, min(at + _MOST_WORDS, len(tokens))):
        token = tokens[step]
        if token.tag in "pP":
            who, end = _narrower(who, token.who), step + 1
        elif who or token.tag not in "wWo":
            break
    is_others = tokens[at].tag == "O"
    if not who:
        return People(at, at + 1, Count.exactly(1), "person", is_others) if is_others else None
    if tokens[end - 1].tag == "P":
        return _vaguely(at, end, who) if tokens[at].tag == "t" else None
    return People(at, end, Count.exactly(1), who, is_others)


def _uncounted(tokens: Sequence[Token], at: int) -> People | None:
    """A name is one person; a bare plural is two or more."""
    end = at
    who = ""
    while end < len(tokens) and tokens[end].tag in "WpP":
        who = _narrower(who, tokens[end].who) if tokens[end].who else who
        end += 1
    if tokens[end - 1].tag == "P":
        return _vaguely(at, end, who)
    return People(at, end, Count.exactly(1), who or "person", is_named=True)


def _vaguely(first: int, end: int, who: str) -> People:
    return People(first, end, Count(2, None, Qualifier.VAGUE), who)


def _coordinated(tokens: Sequence[Token], single: Sequence[People]) -> Iterator[People]:
    """Add up "one civilian and six assailants"; put "including 11 children" inside the others."""
    group: People | None = None
    for people in single:
        if group is None:
            group = people
            continue
        between = tokens[group.end : people.first]
        tags = "".join(token.tag for token in between)
        if tags.lstrip(",(wtr").startswith("u") and len(tags) <= _MOST_WORDS:
            group = _with_part(group, people)
        elif not _is_opened(tokens, group) and _is_apposition(tokens, group, people, tags):
            group = replace(group, end=people.end, who=_narrower(group.who, people.who))
        elif _is_joined(tokens, group, people, tags):
            group = _summed(group, people)
        else:
            yield group
            group = people
    if group is not None:
        yield group


def _is_joined(tokens: Sequence[Token], group: People, people: People, tags: str) -> bool:
    """Whether two groups are one sum: "A and B", "A, B and C", "in addition to A, B"."""
    if people.is_named and not group.is_named:
        return False
    if tags in {"&", ",&", "/"}:
        return True
    if people.count.qualifier is Qualifier.VAGUE and group.count.qualifier is not Qualifier.VAGUE:
        return False  # "130 fighters, soldiers and mercenaries among them" are the 130
    opened = _is_opened(tokens, group)
    rest = "".join(token.tag for token in tokens[people.end : people.end + 12])
    return tags == "," and (opened or (rest.startswith((",", "&")) and "&" in rest.split("k")[0]))


def _is_opened(tokens: Sequence[Token], group: People) -> bool:
    """Whether a group stands after "in addition to": what follows the comma is on top."""
    return group.first > 0 and tokens[group.first - 1].tag == "&"


def _is_apposition(tokens: Sequence[Token], group: People, people: People, tags: str) -> bool:
    """Whether "Khan, a civilian, was" names one person twice."""
    if tags not in {",", ",,", "),"} or people.count != Count.exactly(1):
        return False
    if tokens[people.first].tag not in "dt":
        return False
    ends = people.end == len(tokens) or tokens[people.end].tag in ",bBfrhRk("
    single = group.count.low == 1 and not group.parts and tokens[people.end - 1].tag == "p"
    return ends and (group.is_named or (single and _list_ends(tokens, people.end)))


def _list_ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether no "and" goes on with a list right after."""
    return at >= len(tokens) or "".join(t.tag for t in tokens[at : at + 2]) not in {
        ",&",
        ",d",
        ",n",
    }


def _with_part(group: People, people: People) -> People:
    part = Part(people.who, people.count)
    return replace(group, end=people.end, parts=(*group.parts, part))


def _summed(group: People, people: People) -> People:
    if group.parts and sum(part.count.low for part in group.parts) != group.count.low:
        return _with_part(group, people)  # the list of "including" goes on
    parts = group.parts or (Part(group.who, group.count),)
    return replace(
        group,
        end=people.end,
        count=added(group.count, people.count),
        is_named=False,
        parts=(*parts, Part(people.who, people.count)),
        who=group.who if group.who == people.who else "person",
    )

"""The people in a sentence who can be counted.

"At least 12 people", "one civilian and six assailants" (a sum with parts), "two soldiers, including
an officer" (a part of the two), "a woman", "the driver", a name, a bare plural. The grammar works
on the tags of the tokens alone, so it holds for any language whose words are given these tags and
whose numbers stand before what they count. How several of them make one sum is in `coordination`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier

_COUNTED = "nN"
_NONE, _ONE, SOME = Count.exactly(0), Count.exactly(1), Count.hedged(2, Qualifier.VAGUE)
_MOST_WORDS, _ALL_BUT = 7, "all_but"
_OF_SO_MANY = "pPwWiaAbBEkm"  # what may stand behind "one of the four": whom, or what befell one
FIGHTERS = frozenset({"force", "attacker"})
"""Who takes up arms, of those whom a toll counts."""
_SAID_OF_THE_OTHER = ",bav"  # what may stand behind "the other": a verb for one
_OF_FAMILIES, _FOR_EACH = "fnp", "?"  # tags of "of one family" and "for each"
_OF_PEOPLE, _GOING_ON = "fP", frozenset('fwWpP("')
_OF_WHOM = re.compile("f[tx]?n?[pP]")  # of tags: "none of its 12 men"
_HARMED_BEFORE = re.compile('[kKiI][a"]*(&[vkiw])?([dtqnNowWpP,]+[,&])?$')  # of tags
_HARMED_AFTER = re.compile("(&[dtqnNowWpP]+)?R?[aA]*([bB][abBA]*[ki]|E|MD|[ki]([ryh;,]|$))")
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
    whole: Count | None = None  # the five of "two of the five hostages"
    is_some: bool = False  # of those before: "two of them children", "a boy among them"
    is_of_theirs: bool = False  # "his wife"


def people_in(tokens: Sequence[Token]) -> list[People]:
    """Return all countable people of a sentence, each group by itself."""
    single: list[People] = []
    end, tags = 0, letters(tokens)
    for at in [at for at, tag in enumerate(tags) if tag in _READERS]:
        people = _READERS[tags[at]](tokens, tags, at) if at >= end else None
        if people is not None:
            single.append(people)
            end = people.end
    return single


def _counted(tokens: Sequence[Token], tags: str, at: int) -> People | None:
    """Read "at least 12 people", "between 10 and 20 civilians", "three others"."""
    first, qualifier, whole = at, "", None
    while at < len(tokens) and tags[at] == "q":
        qualifier = tokens[at].qualifier
        at += 1
    if tags[at : at + 2] == "Nn":
        at, qualifier = at + 1, "about"  # "some 40 officers"
    if (
        at >= len(tokens)
        or tags[at] not in _COUNTED
        or tags[first - 1 : first] == "!"
        or (first and tokens[first - 1].qualifier == _ALL_BUT)
    ):
        return None  # "not five as first told", "all but two of them"
    value, at = _range(tokens, tags, at, qualifier)
    begin = at + 2 if tags[at : at + 2] in {"ft", "fx"} else at  # "two of the fighters"
    is_of_some = at < begin < len(tokens) - 1 and tags[begin] == "n"
    if is_of_some and tags[begin + 1] in _OF_SO_MANY:
        whole = _count(tokens[begin].value or (0, 0), "", "n")
        begin += 1  # "two of the five hostages"
    some = tags[begin : begin + 4].partition("p")[0].partition("P")[0]
    is_told = tags[begin + len(some) : begin + len(some) + 1] in {"p", "P"}
    # "One of them an officer", "two of whom were", "two of them small children".
    is_some = some.rstrip("dw" if is_told else "d") in {"j", "jb", "jB"}
    end, who, is_others = _head(tokens, tags, begin + is_some * len(some))
    if who is None or tags[at : at + 1] == _FOR_EACH:
        return None
    end += len(_OF_FAMILIES) * _are_of_families(tokens, tags, end)
    is_some = is_some or tags[end : end + 2] in {"u", "u,", "u)"}  # "two children among them"
    count = _count(value, qualifier, tags[at - 1])
    if qualifier == _ALL_BUT:
        if not whole:
            return None  # how many "all but two" are nobody knows
        count = Count.exactly(whole.low - value[0])
    return People(first, end, count, who, is_others, whole=whole, is_some=is_some)


def _are_of_families(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Whether people are "of one family" or "from two households": who they are, and no more."""
    is_of = tags[at : at + 2] in {"fn", "rn"} and tags[at + 2 : at + 3] in {"p", "P"}
    return is_of and tokens[at + 2].value is not None


def _range(
    tokens: Sequence[Token], tags: str, at: int, qualifier: str
) -> tuple[tuple[int, int | None], int]:
    low, high = tokens[at].value or (0, None)
    joins = "&mM/" if qualifier == "between" else "mM/"
    if at + 2 < len(tokens) and tags[at + 1] in joins and tags[at + 2] == "n":
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


def _head(tokens: Sequence[Token], tags: str, at: int) -> tuple[int, str | None, bool]:
    """Return the end of a noun phrase after its number, whom it counts, and whether "others".

    An unknown noun ("Ebola sufferers") is taken for people; a known thing is not.
    """
    end, who, is_others = at, "", False
    for step in range(at, min(at + _MOST_WORDS, len(tokens))):
        token = tokens[step]
        if token.tag == "W" and not who:
            end = step + 1
        elif token.tag in "pP":
            end, who = step + 1, narrower(who, token.who)
            is_others = is_others or token.tag == "o"
        elif token.tag == "o":
            is_others, end = True, step + 1
        elif token.tag == "g" and not who:
            if step + 1 == len(tokens) or tags[step + 1] not in "pP":
                return end, None, False
        elif _ends_phrase(token, who) and tags[step : step + 2] not in {"ap", "aP"}:
            break  # "two later died", but "two elderly women"
    return max(end, at), who or "person", is_others


def _ends_phrase(token: Token, who: str) -> bool:
    """Whether a noun phrase cannot go on with this word."""
    return token.tag not in "wWft" or (token.tag in "ft" and bool(who))


def narrower(first: str, second: str) -> str:
    """Return the class that says more: "security force members", "a local policeman" are force."""
    is_said_better = first == "civilian" and second in FIGHTERS
    return second if not first or first == "person" or is_said_better else first


def _nobody(tokens: Sequence[Token], tags: str, at: int) -> People | None:
    if at + 1 < len(tokens) and tags[at + 1] in "pPo":
        end, who, _ = _head(tokens, tags, at + 1)
        return People(at, end, _NONE, who or "person")
    if tags[at] == "Z":
        whose = _OF_WHOM.match(tags[at + 1 : at + 5])
        return People(at, at + 1 + (whose.end() if whose else 0), _NONE, "person")
    return None


def _one(tokens: Sequence[Token], tags: str, at: int) -> People | None:
    """Read "a police officer", "the driver", "another"; a plural after "the" is vague."""
    who, end = _one_head(tokens, tags, at)
    is_others = tags[at] == "O"
    after = tags[end : end + 1]
    if who and after == "g":
        return None  # "a rebel hideout"
    if end > at and tokens[end - 1].value:
        return _several_in(tokens, tags, at, end, who)
    if not who:
        return _the_other(tags, at) or _harmed(tokens, tags, at)
    if tags[end - 1] == "P" and tags[at] == "t":
        return People(at, end, SOME, who)
    if tags[end - 1] == "P" and after in {"", "w", "W"}:
        is_one = tags[at] == "d" and after == "w" and _HARMED_AFTER.match(tags[end + 1 : end + 6])
        return People(at, end + 1, _ONE, who) if is_one else _harmed(tokens, tags, at)
    return People(at, end, _ONE, who, is_others, is_of_theirs=tokens[at].value is not None)


def _another(tokens: Sequence[Token], tags: str, at: int) -> People | None:
    """Read "another three villagers", "another villager"."""
    several = None if tokens[at].value else _counted(tokens, tags, at + 1)
    return replace(several, first=at, is_others=True) if several else _one(tokens, tags, at)


def _the_other(tags: str, at: int) -> People | None:
    """Read "another", and "the other" where it is no attribute: "the other was wounded"."""
    if tags[at] == "O":
        return People(at, at + 1, _ONE, "person", is_others=True)
    after = tags[at : at + 3]
    is_said = after[:2] == "to" and after[2:] in set(_SAID_OF_THE_OTHER)
    return People(at, at + 2, _ONE, "person", is_others=True) if is_said else None


def _several_in(tokens: Sequence[Token], tags: str, at: int, end: int, who: str) -> People:
    """Read a word that is several people: "a couple", "a family of six", "a group of herders"."""
    low, high = tokens[end - 1].value or (0, 0)
    is_said = high is None and tags[end : end + 2] in {"fn", "fq"}
    if is_said and (counted := _counted(tokens, tags, end + 1)):
        return replace(counted, first=at)
    if tags[end : end + 2] == _OF_PEOPLE:
        end, who = end + 2, narrower(who, tokens[end + 1].who)
    count = SOME if high is None else Count.exactly(low)
    return People(at, end, count, who or "person")


def _one_head(tokens: Sequence[Token], tags: str, at: int) -> tuple[str, int]:
    """Return whom a noun phrase after an article speaks of, and its end."""
    who, end = "", at
    for step in range(at + 1, min(at + _MOST_WORDS, len(tokens))):
        token = tokens[step]
        if token.tag in "pP" or _is_body(tokens, tags, step, who):
            who, end = narrower(who, token.who), step + 1
        elif token.tag == "g" and tags[step + 1 : step + 2] == "p":
            continue  # "a village guard"
        elif token.tag == "a" and step == at + 1:
            continue  # "an elderly man", "the badly burned driver"
        elif token.tag not in "wWoYe" or (who and tags[at] + tags[end - 1] != "dP"):
            break  # but "a police finance manager"
    return who, end


def _is_body(tokens: Sequence[Token], tags: str, at: int, who: str) -> bool:
    """Whether several people are "a militia unit" or "a team of surveyors": no party of a name."""
    if tags[at] != "w" or tokens[at].value is None:
        return False
    after = tags[at + 1 : at + 3]
    is_last = bool(who) and after[:1] not in _GOING_ON
    return after == _OF_PEOPLE or (is_last and tags[at - 1] == "p")


def _uncounted(tokens: Sequence[Token], tags: str, at: int) -> People | None:
    """A name is one person; a bare plural is two or more."""
    end, who = at, ""
    while end < len(tokens) and (tags[end] in "WpP" or _is_body(tokens, tags, end, who)):
        who = narrower(who, tokens[end].who) if tokens[end].who else who
        end += 1
    if tokens[end - 1].value:
        return _several_in(tokens, tags, at, end, who)
    if tags[end - 1] == "P":
        is_of_a_thing = tags[end : end + 1] == "g"
        return None if is_of_a_thing else People(at, end, SOME, who)  # "a police vehicle"
    return People(at, end, _ONE, who or "person", is_named=True)


def _harmed(tokens: Sequence[Token], tags: str, at: int) -> People | None:
    """Read "a goldsmith", "a young Dogon", whom no list counts: one, where somebody came to harm.

    Only the subject or the object of a word of harm is known to be people; a known thing never is.
    """
    end = at + 1
    while end < len(tokens) and end - at < _MOST_WORDS and _goes_on(tags, end):
        end += 1
    before, after = tags[max(0, at - 12) : at], tags[end : end + 12]
    if tags[at] != "d" or end == at + 1 or after[:1] == "g":
        return None
    if after[:2] in {"fn", "fq", "fN"}:
        counted = _counted(tokens, tags, end + 1)  # "a total of 20 people", "a group of some 20"
        return counted and replace(counted, first=at)
    is_short = end == at + 2  # of a list: "a fight broke out and two men were killed" has none
    led, behind = _HARMED_BEFORE.search(before), _HARMED_AFTER.match(after)
    is_listed = after[:1] not in set("bBkiaAv") and (is_short or before[-1:] == "&")
    is_object = led and (is_listed or not led[2])  # not "and a fire was lit"
    is_subject = behind and (is_short or not behind[1]) and before[-1:] not in set("rfyh<")
    if not (is_object or is_subject):
        return None
    return (
        _several_in(tokens, tags, at, end, "")
        if tokens[end - 1].value
        else People(at, end, _ONE, "person")
    )


def _goes_on(tags: str, at: int) -> bool:
    """Whether a noun phrase goes on: "a village head", "an elderly goldsmith"."""
    after = tags[at + 1 : at + 2]
    is_described = tags[at] == "a" and tags[at - 1] == "d" and after in {"w", "W"}
    return tags[at] in "wW" or is_described or (tags[at] == "g" and after in {"w", "W"})


_READERS: Mapping[str, Callable[[Sequence[Token], str, int], People | None]] = (
    dict.fromkeys("qnN", _counted)
    | dict.fromkeys("zZ", _nobody)
    | dict.fromkeys("dt", _one)
    | {"O": _another}
    | dict.fromkeys("WpP", _uncounted)
)
"""By the tag that people may begin with, who reads them."""

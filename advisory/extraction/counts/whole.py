"""The toll as a whole: "the death toll rose to 34", "put the figure at 12".

What rose corrects what was told before it; what somebody only puts at a number corrects nobody.
Like `people`, this works on tags alone.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.counts.people import People
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier

COUNTED = "qnNO"
"""What a group begins with whose number is told."""
_MOST_WORDS, _FAR_TO, _PERIOD = 7, 18, 9
_OF_A_YEAR = ("te", "xe")  # "the year's toll", "this month's toll"
_OF_DAYS = ("rtwe", "rtwne", "rtwYe")  # "in the past week", "during the first three days"


def reckoned(
    tokens: Sequence[Token], people: Sequence[People], subject: People, at: int, harm: str
) -> Iterator[Toll]:
    """Read "to five the number of soldiers killed" and "the number of soldiers killed to five"."""
    start = subject.first - 1
    is_put = "^" in letters(tokens[max(0, start - len("^t")) : start])
    for group in people:
        risen = (i for i in range(group.first - 1, at, -1) if tokens[i].tag == "^")
        is_near = 0 < group.first - next(risen, at) <= _MOST_WORDS
        is_near = is_near and tokens[group.first - 1].tag == "M"
        is_told = is_near or _is_right_before(tokens, group, start)
        if is_told and not _is_of_a_period(tokens, group, at):
            where = min(start, group.first), max(at, group.end - 1)
            parts = (Part(subject.who, group.count),)
            is_new = group.first < start or not is_put  # who puts it at a number corrects nobody
            yield Toll(harm, group.count, parts, *where, is_revision=is_new, is_whole=True)
            return


def _is_right_before(tokens: Sequence[Token], group: People, at: int) -> bool:
    """Whether a number stands before its toll: "to five the number of dead"."""
    return 0 <= at - group.end <= 1 and group.first > 0 and tokens[group.first - 1].tag == "M"


def _is_of_a_period(tokens: Sequence[Token], group: People, at: int) -> bool:
    """Whether a toll adds up many incidents: "the toll this year to 36", "this year's toll"."""
    if letters(tokens[max(0, at - 2) : at]) in _OF_A_YEAR:
        return True
    after = tokens[at + 1 : at + _PERIOD], tokens[group.end : group.end + 2]
    tags = (letters(each).replace("W", "w") for each in after)
    return any("xe" in each or any(words in each for words in _OF_DAYS) for each in tags)


def of_toll(tokens: Sequence[Token], people: Sequence[People], at: int) -> Iterator[Toll]:
    """Read "the death toll ... rose to 34", and "put the toll at 12", which corrects nobody."""
    harm = "killed" if tokens[at].tag in "TkE" else "injured"
    rises = [i for i, token in enumerate(tokens) if i > at and token.tag == "^"]
    # "The losses were heavier: one put the dead at 20" tells of no toll that rose.
    rises = [i for i in rises if letters(tokens[i + 1 : i + 2]) not in {"t", "x"}] or [at]
    before = letters(tokens[at + 1 : rises[0]])
    is_aside = "R" in before or before.rstrip("aw") == ","
    rise = rises[-1] if is_aside else rises[0]  # "first put at 17, now stood at 29"
    for group in people:
        lead = letters(tokens[: group.first]).rstrip("a")[-1:]
        reach = _FAR_TO if lead == "M" else _MOST_WORDS
        is_counted = tokens[group.first].tag in COUNTED  # not "as rescuers reach villages"
        near = rise < group.first <= rise + reach and is_counted
        is_way = lead == "y" and group.count.qualifier is Qualifier.BETWEEN  # "by two to seven"
        linked = is_way or lead in set("mMfrbB^T")
        is_told = (near and linked) or _is_right_before(tokens, group, at)
        if is_told and not _is_of_a_period(tokens, group, at):
            parts = parts_of(group)
            is_revision = rise > at or tokens[group.first - 1].tag == "M"
            where = (min(at, group.first), max(at, group.end - 1))
            count = _risen_to(group, rise)
            yield Toll(harm, count, parts, *where, is_revision=is_revision, is_whole=True)
            return


def of_figure(
    tokens: Sequence[Token], people: Sequence[People], at: int, known: Sequence[Toll]
) -> Iterator[Toll]:
    """Read "nine died; the rebels put the figure at 40": of those whom the sentence counted last.

    Not of those whom something else befell: "nine died and 4,000 fled; the UN put the figure at".
    """
    for group in people:
        is_told = known and group.first == at + 1 and tokens[group.first].tag in COUNTED
        others = (one for one in people if known and known[0].last < one.first < at)
        if is_told and not any(tokens[one.first].tag in COUNTED for one in others):
            where = (at, group.end - 1)
            yield Toll(known[0].harm, group.count, parts_of(group), *where, is_whole=True)


def _risen_to(group: People, rise: int) -> Count:
    """Return where a toll went: 15 of "rose from 12 to 15" and of "rose by three to 15"."""
    is_way = group.first <= rise + 2 and group.count.qualifier is Qualifier.BETWEEN
    return Count.exactly(group.count.high) if is_way and group.count.high else group.count


def parts_of(group: People) -> tuple[Part, ...]:
    """Return who they were, all of them where nobody tells them apart."""
    return group.parts or (Part(group.who, group.count),)

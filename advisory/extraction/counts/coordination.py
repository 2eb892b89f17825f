"""Which groups of people in a sentence are one sum, and which only say more of another.

"One civilian and six assailants" add up. "Two soldiers, including an officer" are two, with a part;
what follows a closed list is on top again. "Mr Ba, a trader", "a man identified as Mr Ba", "three
members of the council" name the same people twice. Like `people`, this works on tags alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisory.extraction.counts.joined import (
    AND,
    SPEECH,
    are_some,
    has_own_verb,
    is_a_place,
    is_beyond_some,
    is_joined,
    is_opened,
    list_ends,
    share_an_article,
)
from advisory.extraction.counts.origins import with_origins
from advisory.extraction.counts.people import People, narrower
from advisory.extraction.counts.tokens import SPEAKING, Token
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier

_MOST_WORDS = 7
_OF_ONE = re.compile("[^bBkKiIEA;&]{0,16}b")  # of tags: a verb that may be for one
_NONE, _ONE = Count.exactly(0), Count.exactly(1)
_FAR_OR = 3  # words
_OF_WHAT = re.compile("^f[tdx]?[wg]+")  # of tags: "the imam of the mosque"
_OF_A_CLAUSE, _DIED = frozenset("kKiIEv" + SPEECH), "E"
_VERBS_BEHIND, _OF_A_PHRASE = frozenset("bBkEi"), frozenset("ftdwWpPax")
_WHO_HAD = "Ra"  # tags
_DEAD_BEFORE = frozenset({"nE,", "nk,", "ni,"})  # tags of "one dead,"
_AFTER_AN_APPOSITION = ",bBfrhRkE("


def coordinated(tokens: Sequence[Token], single: Sequence[People]) -> Iterator[People]:
    """Return the groups of a sentence with sums added up and second names left out."""
    single = with_origins(tokens, single)
    at, end, tags = 0, len(single), letters_of_speech(tokens)
    while at < end:
        if at + 1 == end or single[at + 1].first - single[at].end > _MOST_WORDS:
            yield single[at]
            at += 1
            continue
        total = _Sum(tags, single[at])
        at += 1
        while at < end and single[at].first - total.group.end <= _MOST_WORDS:
            listed = _spelt_out(tags, total.group, single[at:])
            if not listed and not total.takes(single[at]):
                break
            if listed:
                total.group = _with_parts(total.group, single[at : at + listed])
            at += listed or 1
        yield total.group


def letters_of_speech(tokens: Sequence[Token]) -> str:
    """Return the letters of a sentence, with another one for its verbs of speech."""
    return "".join([SPEECH if token.who == SPEAKING else token.tag for token in tokens])


def _spelt_out(tags: str, group: People, after: Sequence[People]) -> int:
    """Return how many groups spell out the one before: "two people, the elder and his guard,"."""
    if group.parts or group.count.low < 2 or tags[group.end : after[0].first] != ",":  # noqa: PLR2004
        return 0
    found, last = after[0].count.low, after[0]
    for number, people in enumerate(after[1:], start=2):
        between = tags[last.end : people.first]
        if between.removesuffix("t") not in {",", *AND}:  # "a father and his two sons"
            return 0
        found, last = found + people.count.low, people
        if found >= group.count.low:
            closes = tags[people.end : people.end + 1] in {",", ")", ""}
            return number * (closes and found == group.count.low)
    return 0


@dataclass(slots=True)
class _Sum:
    """One sum while it is gathered, and what was added to it last."""

    tags: str  # of the sentence, a letter for each token
    group: People
    last: People | None = None
    listed: int = 0  # how many parts an "including" has named so far
    is_closed: bool = False  # whether that list has had its "and"
    identified: int = 0  # how many names an "identified as" has given so far
    is_explained: bool = False

    def takes(self, people: People) -> bool:
        """Take some more people into the sum, or say that they are others."""
        between = _OF_WHAT.sub("", self.tags[self.group.end : people.first])
        if self.group.count == _NONE and self._is_nobody_either(people, between):
            return self._extended(people)
        if is_beyond_some(self.tags, self.group, people, between):
            return False
        if self._says_more(people, between):
            return True
        taken = (
            self._part(people, between)
            or (between == "," and are_some(self.tags, people) and self._extended(people))
            or self._apposition(people, between)
            or self._plural_apposition(people, between)
            or self._summand(people, between)
        )
        self.last = people
        return taken

    def _is_nobody_either(self, people: People, between: str) -> bool:
        """Whether it is of "no officers or civilians", "no guards, officials or passers-by"."""
        goes_on = between == "," and "/" in self.tags[people.end : people.end + _FAR_OR]
        is_or = between.lstrip(",") == "/"
        return (is_or or goes_on) and self.tags[people.first] not in "qnN"

    def _extended(self, people: People) -> bool:
        self.group = replace(self.group, end=people.end)
        return True

    def _says_more(self, people: People, between: str) -> bool:
        """Take "identified as Mr Ba and Mr Keita" and "of the Popular Front"."""
        if not between and people.is_named and (self.last or self.group).count == _ONE:
            return self._extended(people)  # "a former official Moussa Ba"
        is_first = between.lstrip(",(") == "V" and people.is_named
        goes_on = between in {",", *AND} and self._is_identified(people)
        if is_first or (self.identified and goes_on):
            self.identified = 1 if is_first else self.identified + people.count.low
            return self._extended(people)
        self.identified = 0
        if between in {"r", "rt"} and people.is_named and self.is_explained:
            return self.tags[people.end : people.end + 1] == "," and self._extended(people)
        is_counted = self.tags[people.first] in "qnNO"
        is_another = self.tags.startswith(_WHO_HAD, people.end)  # "friends of a man who had died"
        if is_counted or is_another or between not in {"f", "ft"}:
            return False
        rest = self.tags[people.end :]  # "of the Bura faction"
        self.group = replace(self.group, end=people.end + len(rest) - len(rest.lstrip("wW")))
        return True

    def _is_identified(self, people: People) -> bool:
        """Whether a name still belongs to "three, identified as Mr Ba, his son and one other"."""
        return 1 < self.group.count.low >= self.identified + people.count.low

    def _part(self, people: People, between: str) -> bool:
        if is_a_place(self.tags, self.group):
            return False  # "were killed in Gao, including a boy"
        has_verb = bool(_OF_A_CLAUSE & set(between))  # "two of them were wounded in Gao"
        has_verb = has_verb or self.tags[people.end :].lstrip("aAbB")[:1] == _DIED
        is_some = between.lstrip(",(wtr").startswith("u") and len(between) <= _MOST_WORDS
        if (is_some or (people.is_some and between in {",", "("})) and not has_verb:
            self.group, self.listed = _with_parts(self.group, [people]), 1
            self.is_closed = False
            return True
        is_open = self.tags[people.end : people.end + 1] in {",", ")"}
        is_closing = between == ",&" and not is_open and (self.listed == 1 or self.is_closed)
        is_anew = is_closing and has_own_verb(self.tags, self.group, people)
        is_anew = is_anew or people.count.low > self.group.count.low  # no part is more than all
        if is_anew or not self.listed or between not in {",", *AND}:
            self.listed = 0
            return False
        if between == "," and self.last and self.last.is_named and self._is_one(people):
            return self._extended(people)
        if is_closing or self._is_other_side(people):
            self.listed = 0
            self.group = summed(self.group, people)  # the list is closed: on top of it
            return True
        self.group = _with_parts(self.group, [people])
        self.listed, self.is_closed = self.listed + 1, "&" in between
        return True

    def _is_other_side(self, people: People) -> bool:
        """Whether these cannot be among the whole: soldiers among "attackers, including a boy"."""
        return self.group.who == "attacker" and people.who in {"force", "guard", "civilian"}

    def _is_one(self, people: People) -> bool:
        return people.count == _ONE and self.tags[people.first] in "dt"

    def _apposition(self, people: People, between: str) -> bool:
        """Take "Khan, a civilian, was" and "a trader, Mr Khan, was": one person named twice."""
        group, known = self.group, self.last or self.group  # "A, his deputy, Mr Keita, and B"
        is_single = known.count == _ONE and not known.parts
        is_of_all = group.parts and self.tags.startswith(",b", people.end)
        is_bare = self.tags[group.first : group.end] == "n"  # "and one, a woman of 23, died"
        is_apart = (is_opened(self.tags, group) and not is_bare) or self._is_beside_a_place(people)
        if not is_single or is_of_all or is_apart:
            return False
        if between == "&" and self._is_same(people):
            return self._extended(people)
        if between not in {",", ",,", "),"} or people.count != _ONE:
            return False
        after = self.tags[people.end : people.end + 1]
        is_said = self.tags[people.first] in "dt" and not self.is_explained
        by_words = is_said and not group.parts and list_ends(self.tags, people.end)
        by_title = is_said and known.is_named and not people.is_of_theirs
        by_name = people.is_named and not known.is_named
        is_named_twice = by_title or by_words or by_name or (is_bare and is_said)
        if not (is_named_twice and (after in _AFTER_AN_APPOSITION or (by_title and after == "&"))):
            return False
        self.is_explained = True
        who = group.who if group.parts else narrower(group.who, people.who)
        self.group = replace(group, end=people.end, who=who)
        return True

    def _plural_apposition(self, people: People, between: str) -> bool:
        """Take "two assailants, members of a gang, were": bare words for those counted."""
        is_bare = self.tags[people.first] == "P" or people.count == self.group.count
        if is_bare and self.group.count.low > 1 and between.lstrip(",(") in {"a", "aj"}:
            self.group = replace(self.group, who=narrower(self.group.who, people.who))
            return self._extended(people)  # "six people, all soldiers", "all of them soldiers"
        if between != "," or self.group.count.low <= 1 or self.group.parts or not is_bare:
            return False
        inside, comma, behind = self.tags[people.end :].partition(",")
        if not comma or behind[:1] not in _VERBS_BEHIND or not _OF_A_PHRASE.issuperset(inside):
            return False
        self.group = replace(self.group, end=people.end + len(inside))
        return True

    def _is_beside_a_place(self, people: People) -> bool:
        """Whether a name says where others were: "in Gao, the mayor was killed"."""
        is_subject = self.tags[people.end : people.end + 1] in set("bB&") or self.group.first == 1
        return is_subject and is_a_place(self.tags, self.group)

    def _is_same(self, people: People) -> bool:
        """Whether "a teacher and preacher" or "Khan, a teacher and a former mayor, was" is one."""
        if people.is_named:
            is_bare = self.tags[people.first] == "p" and not self.tags.startswith("B", people.end)
            is_bare = is_bare and not share_an_article(self.tags, self.group, people)
            return is_bare and (self.is_explained or not self.group.is_named)
        has_verb = bool(_OF_ONE.match(self.tags, people.end))
        return self.is_explained and self._is_one(people) and has_verb

    def _summand(self, people: People, between: str) -> bool:
        if self.tags[max(0, self.group.first - 3) : self.group.first] in _DEAD_BEFORE:
            return False  # "one dead, a sentry, and two wounded"
        if not is_joined(self.tags, self.group, people, between):
            return False
        if between == "&" and self._shares_number(people):
            return self._extended(people)
        self.group, self.is_explained = summed(self.group, people), False
        return True

    def _shares_number(self, people: People) -> bool:
        """Whether one number counts both: "nineteen soldiers and militiamen"."""
        is_bare = self.tags[people.first] in "wWpP" and people.count.qualifier is Qualifier.VAGUE
        counted = self.last if self.last and self.group.parts else self.group
        return is_bare and self.tags[counted.first] in "qn"


def _with_parts(group: People, people: Sequence[People]) -> People:
    """Return people with those among them told apart; whoever is of the attackers is one."""
    if group.who == "attacker":
        return replace(group, end=people[-1].end)
    parts = (Part(one.who, one.count) for one in people)
    return replace(group, end=people[-1].end, parts=(*group.parts, *parts))


def summed(group: People, people: People) -> People:
    """Return two groups as one, whose parts they are."""
    parts = group.parts or (Part(group.who, group.count),)
    return replace(
        group,
        end=people.end,
        count=group.count.plus(people.count),
        is_named=False,
        parts=(*parts, Part(people.who, people.count)),
        who=group.who if group.who == people.who else "person",
    )

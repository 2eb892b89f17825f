"""Whether the people of two groups are one sum: "A and B", "A, B and C", "in addition to A, B".

Like `people`, this works on tags alone.
"""

import re

from advisory.extraction.counts.people import People
from advisory.model.vocabulary import Qualifier

SPEECH = "$"
"""The letter of "said" and "told", beside those of the tags."""
AND = frozenset({"&", ",&", "/"})
"""What joins the last of a list."""
_LIST = 12  # words
_LEADING_A_PLACE = frozenset("rfyMv" + SPEECH)
_HARM, _BODIES_OF, _HURT = frozenset("kKiI"), "Qf", frozenset("kKiIE")
_PLACES_BEFORE = re.compile("[rv](W+,)*W+&$")  # of tags: "in Gao, Ber and"
_WITH_OBJECT = _HARM | {"G", "E"}  # "lost four men", "twelve dead civilians"
_BARE = frozenset("qno")  # tags of "more than eight", "eight others"
_TOLD = frozenset("aAbBEik")
_PEOPLE = frozenset("pP")
_KIN = frozenset({"woman", "child"})
_SPEAKERS = re.compile("[wWpPf]*(,[dtxqnN]*[wWpPf]+)*,?&[dtxqnN]*[wWpPf]+a?\\$")  # of tags


def are_some(tags: str, group: People) -> bool:
    """Whether they are some of those before: ", two of them Danes"; not ", two of whom died"."""
    before, _, behind = tags[max(0, group.first - 1) : group.first + 7].partition("nj")
    return before in {",", ",q"} and behind.lstrip("aAbB")[:1] not in _HURT


def is_beyond_some(tags: str, group: People, people: People, between: str) -> bool:
    """Whether others are told behind some of those before: "two of them boys, and nine hurt".

    So they are in "including a boy, and nine were" and "by gunmen, and two died".
    """
    is_told = between == ",&" or (between == "&" and tags[people.end : people.end + 1] in _TOLD)
    if not is_told:
        return False
    return group.is_some or tags[max(0, group.first - 1) : group.first] in {"u", "y"}


def is_joined(tags: str, group: People, people: People, between: str) -> bool:
    """Whether two groups are one sum: "A and B", "A, B and C", "in addition to A, B"."""
    is_name = people.is_named and not (group.is_named or share_an_article(tags, group, people))
    if is_name or is_a_place(tags, group):
        return False  # "in Gao, two men and a boy" are three
    if between.endswith("t") and tags[people.first] == "n":
        between = between[:-1]  # "a father and his two sons"
    if between in AND:
        return not (has_own_verb(tags, group, people) or _is_of_another_harm(tags, group, people))
    if people.count.qualifier is Qualifier.VAGUE and group.count.qualifier is not Qualifier.VAGUE:
        return False  # "130 fighters, soldiers and mercenaries among them" are the 130
    if between == "," and _SPEAKERS.match(tags, people.end):
        return False  # "killing several people, residents and police said"
    rest = tags[people.end : people.end + _LIST].lstrip("W")
    goes_on = rest.startswith((",", "&")) and "&" in rest.split("k")[0]
    is_list = goes_on or is_opened(tags, group) or _is_a_headline(tags, group, people)
    return between == "," and is_list


def _is_of_another_harm(tags: str, group: People, people: People) -> bool:
    """Whether a bare number is of the wounded and those before of the dead, with nouns of theirs.

    "14 dead, nine of them farmers and five herders, and 22 wounded".
    """
    is_bare = tags[people.first : people.end] == "n" and tags[people.end : people.end + 1] == "i"
    are_dead = set("kEQ") & set(tags[max(0, group.first - _LIST) : group.first])
    return is_bare and bool(are_dead) and tags[group.end - 1] in _PEOPLE


def _is_a_headline(tags: str, group: People, people: People) -> bool:
    """Whether a comma stands for "and": "Seven soldiers, two drivers(, were) killed in Gao"."""
    is_hurt = not group.first and tags[people.end :].lstrip(",abB")[:1] in _HARM
    return is_hurt and {tags[0], tags[people.first]} <= set("qn") and group.who != people.who


def is_a_place(tags: str, group: People) -> bool:
    """Whether a name follows a preposition or a verb: nobody was hurt who is called "in Gao".

    Nor "raided Gao, Mali, and two were", where the second name follows the first.
    """
    if not group.is_named or not group.first:
        return False
    before = tags[: group.first]
    if before.endswith("rt"):
        return True  # "in the Bolan Pass"
    if before.endswith(","):
        before = before[:-1].rstrip("W")
    return before[-1:] in _LEADING_A_PLACE or bool(_PLACES_BEFORE.search(before))


def has_own_verb(tags: str, group: People, people: People) -> bool:
    """Whether the last of a list has a verb of its own, and the others are the object of one.

    "Killing five and one wounded", "killed two soldiers, and five others were taken to hospital",
    "the bodies of two men and six wounded", "twelve dead civilians and 33 wounded", "lost four men
    and eight sustained injuries". So has one: "to save two, and a guard was hurt".
    """
    if tags[people.first] == "d" and tags[people.end : people.end + 1] == "b":
        return True
    is_of_bodies = tags[max(0, group.first - 2) : group.first] == _BODIES_OF
    if not is_of_bodies and tags[group.first - 1 : group.first] not in _WITH_OBJECT:
        return False
    is_bare = _BARE.issuperset(tags[people.first : people.end])
    verb = tags[people.end : people.end + _LIST].lstrip("a")[:1]
    return (verb in {"b", "B"} and not is_of_bodies) or (is_bare and verb in {"i", "k", "E"})


def is_opened(tags: str, group: People) -> bool:
    """Whether a group stands after "in addition to": what follows the comma is on top."""
    return tags[: group.first].endswith(("&", "&t"))


def share_an_article(tags: str, group: People, people: People) -> bool:
    """Whether "a husband and wife were" and "a mother and son" are two, not one with two trades."""
    after = tags[people.end : people.end + 1]
    is_bare = tags[people.first] == "p" and tags[group.end : people.first] == "&"
    are_kin = group.who != people.who and not _KIN.isdisjoint((group.who, people.who))
    are_kin = are_kin and after not in {"f", "b"}  # "a trader and mother of four", "was"
    return is_bare and not group.is_named and (are_kin or after in set("BA"))


def list_ends(tags: str, at: int) -> bool:
    """Whether no "and" goes on with a list right after."""
    return tags[at : at + 2] not in {",&", ",d", ",n", ",t"}

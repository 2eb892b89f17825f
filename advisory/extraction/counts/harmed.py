"""Whom a word of harm speaks of: the object of "killing six", the subject of "six were killed".

An active word takes the people right after it, a passive one the nearest before it in its clause
that no preposition governs. What is said behind it may add company: "was killed along with two
guards". Like `people`, this works on tags alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisory.extraction.counts.coordination import letters_of_speech, summed
from advisory.extraction.counts.people import People
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import SPEAKING, Token
from advisory.model.value import Count, Part

HARMING = "kKiIEG"
_REACH, _LONGEST_OBJECT, _FAR_COMPANY = 26, 5, 9
_WOUNDED = frozenset({"ni", "ti", "xi"})
_THOSE_WHO = frozenset({"rxR", "&xR"})
_LONGEST_ASIDE = 14  # words
_ONE = Count.exactly(1)
_OWN = frozenset({"force", "attacker", "guard", "person"})  # whom a side may lose
DETERMINED = "qnNOd"
"""Tags of what opens a phrase for people: a number, a hedge or an article."""
_SAID_OF_WHERE = frozenset("rdtwW,ae")  # tags of "in the capital", between "wounded" and "but"
_PLURAL, _NEAR_VERB = frozenset("BA"), 3


_SOME_OF_THE = frozenset({"nft", "qft", "Nft", "nfx"})  # "four of his"
_TO_ITS_VERB = re.compile("[^&,;hRkKiIE]*[bB]")  # of tags
_SECOND_VERB = re.compile("&([vki]|w[dtqnNH])")  # of tags: "killed and robbed a trader"
_SKIPPED = frozenset('a"')  # adverbs, and the mark after "neutralised"
_BY_ANOTHER = re.compile("[^&;h]{0,8}?,?&(,?[$]M[dtwWpPf]+,?|,[^;,$]+[$],)")  # of tags


def object_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the object of an active verb begins: after adverbs and a second verb."""
    step = at + 1
    while step < len(tokens) and tokens[step].tag in _SKIPPED:
        step += 1
    second = _SECOND_VERB.match(letters(tokens[step : step + 3]))
    return step + len("&v") if second else step


def object_of(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    """Return the people that an active word of harm takes as its object."""
    step = object_start(tokens, at)
    if tokens[at].tag == "G":  # "lost four soldiers", not "lost 12 seats" or "lost two sons"
        if tokens[_verb_start(tokens, at)].tag == "H":
            return None  # "he had lost two brothers": a side loses more than its kin
        own = (one for one in people if one.first == step and one.who in _OWN)
        lost = next((one for one in own if _are_a_loss(tokens, one)), None)
        side = next((one.who for one in people if one.end == at), "person")
        return replace(lost, who=side) if lost and side == "attacker" else lost
    if step < len(tokens) and tokens[step].tag in "H@":
        return _with_others(tokens, people, step)
    step += _are_its_own(tokens, step)
    for group in people:
        between = tokens[step : group.first]
        if group.first == step:
            whole = _attributive(tokens, group, at)
            return None if _names_a_thing(tokens, group) else _and_himself(tokens, whole)
        if group.first > step and all(token.tag == "w" for token in between):
            return group if len(between) < _LONGEST_OBJECT else None
    return None


def _are_a_loss(tokens: Sequence[Token], group: People) -> bool:
    """Whether a side lost people, and not over the years; "lost her brother" is of one alone."""
    is_people = tokens[group.first].tag in DETERMINED and tokens[group.end - 1].tag in "pPxt"
    return is_people and "e" not in letters(tokens[group.end : group.end + _FAR_COMPANY])


def _are_its_own(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody's were hurt: "killing its two pilots", "its driver", "the four raiders"."""
    pair = letters(tokens[at : at + 2])
    return pair == "tn" or (pair[:1] == "x" and pair[1:] in set("qnpP"))


def _attributive(tokens: Sequence[Token], group: People, at: int) -> People:
    """Return people with the number before what they suffered: "14 wounded civilians"."""
    is_one = at > 0 and at + 1 == group.first and tokens[at].tag + tokens[at - 1].tag == "in"
    low, high = (tokens[at - 1].value or (0, 0)) if is_one else (0, 0)
    return replace(group, first=at - 1, count=Count.exactly(low)) if low and low == high else group


def _names_a_thing(tokens: Sequence[Token], group: People) -> bool:
    """Whether people only say whose a thing is: "destroyed a rebel arms dump"."""
    after = letters(tokens[group.end : group.end + 2])
    return tokens[group.end - 1].tag == "p" and (after[:1] == "g" or after == "wg")


def _with_others(tokens: Sequence[Token], people: Sequence[People], at: int) -> People:
    """Return "him" or "himself", with whom it names beside: "himself and six worshippers"."""
    one = People(at, at + 1, _ONE, "attacker" if tokens[at].tag == "@" else "person")
    is_joined = letters(tokens[at + 1 : at + 2]) == "&"
    company = next((group for group in people if is_joined and group.first == at + 2), None)
    return summed(one, company) if company else one


def _and_himself(tokens: Sequence[Token], group: People) -> People:
    """Add who killed others and himself: "killing three as well as himself"."""
    at = group.end
    himself = letters(tokens[at : at + 2]) == "&@"
    return summed(group, People(at + 1, at + 2, _ONE, "attacker")) if himself else group


def subject_of(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    """Return the people a passive speaks of: the nearest before it that no preposition governs."""
    step = _verb_start(tokens, at)
    if step >= 0 and tokens[step].tag == "H":
        return None if _is_natural(tokens, at) else People(step, step + 1, _ONE, "person")
    if letters(tokens[max(0, step - 2) : step + 1]) in _THOSE_WHO:
        return None  # "prays for two children, and for those who were wounded"
    if step > 0 and tokens[step - 1].tag + tokens[step].tag in _WOUNDED:  # "the two wounded died"
        return next((one for one in people if one.first < step <= one.end), None)
    if step > 0 and tokens[step].tag == "R":  # "the bodies of three traders who were killed"
        known = next((one for one in people if one.end == step), None)
        if known and tokens[known.first].tag in DETERMINED:
            return known
    if before := _hurt_before(tokens, step, at):
        return subject_of(tokens, people, before)
    return _all(tokens, _nearest(tokens, people, at), at)


def _hurt_before(tokens: Sequence[Token], step: int, at: int) -> int:
    """Return where those who died were hurt, or 0: "he was rushed to hospital but died"."""
    if tokens[at].tag != "E" or step < 0 or tokens[step].tag not in "&h":
        return 0
    back = step - 1
    while back > 0 and tokens[back].tag in _SAID_OF_WHERE:
        back -= 1
    was_hurt = tokens[back].tag == "i" and (
        " " in tokens[back].word or tokens[back - 1].tag in "abBA"
    )
    return back if was_hurt else 0


def _all(tokens: Sequence[Token], some: People | None, at: int) -> People | None:
    """Return the nine of "three of the nine rebels killed there were children".

    So does "buried three of the nine killed there"; "four of the six died, and two were" does not.
    """
    if some is None or some.whole is None or some.end != at:
        return some
    behind = letters(tokens[at + 1 :])
    is_said = behind[:1] in {"b", "B"}
    if tokens[at].tag == "k":
        is_said = some.first > 0 or bool(_TO_ITS_VERB.match(behind))
    return replace(some, count=some.whole, whole=None) if is_said else some


def _verb_start(tokens: Sequence[Token], at: int) -> int:
    """Return what stands before a passive: "he" of "he was engaged and killed"."""
    step = at - 1
    if at > 1 and tokens[step].tag == "&" and tokens[step - 1].tag in "wv":
        step -= 2
    while step >= 0 and tokens[step].tag in "abBA":
        step -= 1
    return step


def _nearest(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    begin = clause_start(tokens, at)
    best: tuple[int, People] | None = None
    for group in reversed(people):
        if group.end > at or group.first < begin or at - group.end > _REACH:
            continue
        is_where = group.is_named and letters(tokens[group.first - 1 : group.first]) == "r"
        if is_where and tokens[at - 1].tag == "&":
            continue  # "wounded in Gao and flown to hospital"
        is_nobody = group.count.low == 0 and group.count.high == 0
        is_bare = group.end == at and tokens[at - 1].tag == "n"  # "speak of 100 dead"
        is_governed = not is_bare and _is_governed(tokens, group, at)
        if best and any(token.who == SPEAKING for token in tokens[group.end : best[1].first]):
            break  # "police said Ba had been shot dead"
        is_unlikely = is_governed or _disagrees(tokens, group, at)
        rank = 0 if is_nobody else 2 * is_unlikely + group.is_named
        if best is None or rank < best[0]:
            best = rank, group
    known = best and best[1]
    is_plural = _has_plural_verb(tokens, at)
    if (known is None or (known.is_named and is_plural)) and (aside := _aside_start(tokens, at)):
        known = _nearest(tokens, people, aside)
    return None if known and known.is_named and is_plural else known


def _disagrees(tokens: Sequence[Token], group: People, at: int) -> bool:
    """Whether a singular verb speaks of several, or a plural one of one."""
    verbs = tokens[max(group.end, at - _NEAR_VERB) : at]
    one = any(token.tag == "b" and token.value for token in verbs)
    several = any(token.tag in _PLURAL for token in verbs)
    is_one_verb, is_plural_verb = one and not several, several and not one
    return (group.count.low > 1 and is_one_verb) or (group.count == _ONE and is_plural_verb)


def _aside_start(tokens: Sequence[Token], at: int) -> int:
    """Return where an aside opens that ends before a verb: "two, missing since May, died"."""
    step = at - 1
    while step > 0 and tokens[step].tag in "abBAv":
        step -= 1
    if tokens[step].tag != ",":
        return 0
    commas = (n for n in range(step - 1, max(0, step - _LONGEST_ASIDE), -1) if tokens[n].tag == ",")
    return next(commas, 0)


def _has_plural_verb(tokens: Sequence[Token], at: int) -> bool:
    return any(token.tag in _PLURAL for token in tokens[max(0, at - _NEAR_VERB) : at])


def _is_governed(tokens: Sequence[Token], group: People, at: int) -> bool:
    """Whether a preposition governs a group; "with five reported dead" speaks of the five.

    So does "the bodies of five soldiers killed"; in "a member of its forces" the member died.
    """
    before = tokens[group.first - 1].tag if group.first else ""
    if letters(tokens[max(0, group.first - 2) : group.first]) == "fx":
        return True
    is_of_deaths = group.end == at and before in set("rf") and tokens[group.first].tag in "qnN"
    return before in set("ryfbB") and not is_of_deaths


def _is_natural(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody "died of" something else than injuries."""
    after = letters(tokens[at + 1 : at + 5])
    return after.startswith("f") and "J" not in after


def with_company(
    tokens: Sequence[Token], people: Sequence[People], at: int, subject: People | None
) -> People | None:
    """Add whom the words behind name: "was killed along with two guards", "died, one a boy"."""
    if subject is None:
        return None
    begin = at + 3 if letters(tokens[at + 1 : at + 3]) == ",u" else at + 2
    part = next((one for one in people if one.first == begin and tokens[at + 1].tag == ","), None)
    if part and not subject.parts and (part.is_some or begin > at + 2):
        return replace(subject, parts=part.parts or (Part(part.who, part.count),))
    for step in range(at + 1, min(at + _FAR_COMPANY, len(tokens))):
        tag = tokens[step].tag
        if tag in f";h{HARMING}":
            break
        # Of the words that join, only those of several words cannot begin a new clause.
        is_joined = tag == "&" and " " in tokens[step].word
        if not is_joined and (tag != "r" or step > at + 1):
            continue
        begin = step + 1 + (letters(tokens[step + 1 : step + 2]) in {"t", "x"})
        company = next((group for group in people if group.first in {step + 1, begin}), None)
        is_some = letters(tokens[step + 1 : step + 4]) in _SOME_OF_THE
        if is_joined and (company is None or company.is_named):
            break
        if company and (is_joined or company.is_others or is_some):  # "with four of his men"
            return replace(summed(subject, company), end=subject.end)
    return subject


def told_by_another(
    tokens: Sequence[Token], people: Sequence[People], known: People
) -> Iterator[People]:
    """Yield who came to harm beside those whom somebody else tells of.

    "Two soldiers and, according to the army, 15 attackers died", "two soldiers and, police said,
    15 attackers died".
    """
    tags = letters_of_speech(tokens)
    for one in people:
        first, second = sorted((one, known), key=lambda group: group.first)
        if one is not known and _BY_ANOTHER.fullmatch(tags, first.end, second.first):
            yield one


def all_aboard(tokens: Sequence[Token], people: Sequence[People]) -> People | None:
    """Return the eight of "eight people on board", where "no survivors" is told beside them."""
    aboard = (one for one in people if letters(tokens[one.end : one.end + 1]) == "<")
    return next((one for one in aboard if tokens[one.first].tag in "qnN"), None)


def clause_start(tokens: Sequence[Token], at: int) -> int:
    """Return the first token of the clause: after a mark, another harm, or a word like "when".

    "One for each person killed" is of nobody before it, either.
    """
    for step in range(at - 1, -1, -1):
        if tokens[step].tag in f";hC?{HARMING}":
            return step + 1
    return 0

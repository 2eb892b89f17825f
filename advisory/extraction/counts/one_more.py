"""Who died after the others: "eight died at once and a ninth in hospital", "two of whom have died".

"A ninth" counts those before, too. Like `people`, this works on tags alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisory.extraction.counts.people import People
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.model.value import Count

_OF_THEM, _DIED, _WHILE = "j", "E", "h"  # tags
_OPENING = frozenset({"&", ",&", ","})
_OF_HIS_OWN = frozenset("bBAvkKiIEm!")  # tags of a verb
_THE, _SEVERAL = "t", frozenset("Pc")  # tags of "the", "people" and "victims"
_OF_THE, _OF_THE_HURT = ("f", "ft", "fx"), re.compile("f[tx][nwpP]*i")  # of tags
_APPOSITION = 7  # words: ", a boy of 16,"


def one_more(tokens: Sequence[Token], people: Sequence[People], toll: Toll) -> Toll:
    """Return a toll with who is told behind it to have died elsewhere or later."""
    if toll.harm != "killed" or toll.is_others:
        return toll
    so_far = toll.count.low + 1
    for one in people:
        opening = tokens[one.first]
        if one.first <= toll.last or opening.tag != "O" or opening.value != (so_far, so_far):
            continue
        led = letters(tokens[toll.last + 1 : one.first])
        is_led = any(led.endswith(end) for end in _OPENING) and _OF_HIS_OWN.isdisjoint(led)
        if is_led and _has_no_verb(tokens, one.end):
            return replace(toll, count=Count.exactly(so_far), parts=(), last=one.first)
    return toll


def _has_no_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether only a place or a time follows: "in hospital", ", a boy of 16, in the ambulance".

    Or "while being taken there".
    """
    rest = letters(tokens[at:]).partition(";")[0]
    if rest[:1] == ",":
        inside, comma, behind = rest[1:].partition(",")
        rest = behind if comma and len(inside) <= _APPOSITION else rest
    rest = rest.lstrip(",")
    return rest[:1] == _WHILE or (
        rest[:1] == "r" and _OF_HIS_OWN.isdisjoint(rest.partition("&")[0])
    )


def as_of_them(
    tokens: Sequence[Token], subject: People, at: int, before: Sequence[Toll], toll: Toll
) -> Toll:
    """Return a toll as one of those told before: "wounding nine, two of whom died", "of the six".

    Of whom they are where the sentence itself does not tell is left to who reads the others.
    """
    if tokens[at].tag != _DIED:
        return toll
    told = letters(tokens[subject.first : subject.end + 1])
    is_of_the_hurt = bool(_OF_THE_HURT.search(letters(tokens[subject.first : at])))
    hurt = before[-1] if before and before[-1].harm == "injured" else None
    if hurt and tokens[hurt.first].tag != _THE:  # "the first victims" are known, and so their dead
        lead = letters(tokens[max(0, hurt.first - 2) : hurt.first])
        is_led = lead.endswith(_OF_THE) and letters(tokens[hurt.last + 1 : subject.first]) == ","
        since = letters(tokens[hurt.last + 1 : at])
        is_of_whom = _OF_THEM in since or bool(_OF_THE_HURT.search(since))
        is_of_the_hurt = is_of_the_hurt or is_led or is_of_whom
    are_named = not _SEVERAL.isdisjoint(letters(tokens[: subject.first]))  # "the victims were"
    is_of_them = is_of_the_hurt or (_OF_THEM in told and not (before or are_named))
    return replace(toll, has_lingered=toll.has_lingered or is_of_the_hurt, is_of_them=is_of_them)


def counted_on(tolls: Sequence[Toll]) -> list[Toll]:
    """Return tolls in which "two were killed at once and a third died" is three in all."""
    found = list(tolls)
    for at, toll in enumerate(found):
        so_far = [one.count.low for one in found[:at] if one.harm == toll.harm]
        if toll.is_revision and toll.is_others and so_far[-1:] == [toll.count.low - 1]:
            found[at] = replace(toll, is_others=False)
    return found

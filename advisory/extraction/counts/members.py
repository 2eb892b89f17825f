"""Who fell for an armed group: "a commander of the Hill Army", "two Hill Army members".

The count grammar works on classes of words alone, to which a commander is of the forces and a
member anybody. Where the report names an armed group beside such a word, they fought for it.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll

FIGHTER = "attacker"
_MAY_BE = frozenset({"person", "civilian", "force"})
_BETWEEN = 2  # words: "a JNIM unit commander"
_OF, _THE, _PLAIN = "f", "tx", "wWY"


def as_members(
    tolls: Sequence[Toll],
    tokens: Sequence[Token],
    groups: Sequence[tuple[int, int]],
    members: Collection[str],
    former: Collection[str],
) -> tuple[Toll, ...]:
    """Return tolls, in them as fighters those whom a word for members ties to an armed group.

    `groups` are the offsets of the names of armed groups. Not a `former` member: the group may have
    killed him for it.
    """
    if not groups:
        return tuple(tolls)
    return tuple(
        toll
        if any(one.word in former for one in tokens[toll.first : toll.last])
        else _told(toll, tokens, groups, members)
        for toll in tolls
    )


def _told(
    toll: Toll, tokens: Sequence[Token], groups: Sequence[tuple[int, int]], members: Collection[str]
) -> Toll:
    if len(toll.parts) != 1 or toll.parts[0].who not in _MAY_BE:
        return toll
    heads = (at for at in range(toll.first, toll.last + 1) if tokens[at].word in members)
    if not any(_is_of(tokens, at, groups) or _is_led(tokens, at, groups) for at in heads):
        return toll
    return replace(toll, parts=(replace(toll.parts[0], who=FIGHTER),))


def _is_of(tokens: Sequence[Token], at: int, groups: Sequence[tuple[int, int]]) -> bool:
    """Whether a group's name follows after "of": "a leader of the Hill Army"."""
    after = [one for one in tokens[at + 1 : at + 4] if one.tag not in _THE]
    if len(after) < 2 or after[0].tag != _OF:  # noqa: PLR2004 - "of" and a name
        return False
    return any(start <= after[1].start < end for start, end in groups)


def _is_led(tokens: Sequence[Token], at: int, groups: Sequence[tuple[int, int]]) -> bool:
    """Whether a group's name stands before: "a Hill Army commander"."""
    for one in reversed(tokens[max(0, at - _BETWEEN - 1) : at]):
        if any(start <= one.start < end for start, end in groups):
            return True
        if one.tag not in _PLAIN:
            return False
    return False

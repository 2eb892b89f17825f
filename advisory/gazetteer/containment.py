"""What the names beside a name say of it: "Goma, North Kivu", "Oregon and Washington".

"X, Y" and "X (Y)" are the X that lies in Y, unless they are members of a list: between
other states, "Oklahoma, Pennsylvania" are two states, not a borough. What is listed beside an
admin1 is one too, where it can be: Sokoto beside Zamfara is the state.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from advisory.gazetteer.closeness import RIVAL
from advisory.gazetteer.found import Found
from advisory.gazetteer.records import NO_ROW, Kind
from advisory.gazetteer.senses import Sense
from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.words import Words

_INSIDE_JOINTS: Final = frozenset((", ", " (", ",\n", " , "))
_INSIDE: Final = 4.0  # what "X, Country" adds to X; half of it to the country
_KIND_OF: Final = ("town", "of")
_REGIONS: Final = (Kind.COUNTRY, Kind.ADMIN1)
_OWNED: Final = ["s"]
_JOINING: Final = (["and"], ["or"])
_AROUND_JOINING: Final = frozenset(("  ", ",  "))


def fix_inside(found: Sequence[Found], tokens: Tokens, words: Words) -> None:
    """Read "X, Y", "X (Y)", "X district, Y" and "Y's X" as the X that lies in Y."""
    for at, one, other in neighbours(found):
        is_owned = tokens.lower[one.candidate.end : other.candidate.begin] == _OWNED
        is_owned = is_owned and one.sense.kind in _REGIONS
        inner, outer = (other, one) if is_owned else (one, other)
        if outer.candidate.country or inner.candidate.country:
            continue
        if not (is_owned or _is_inside(inner, outer, tokens, words)):
            continue
        if not is_owned and _is_among_states(found, at, tokens):
            continue
        if pair := _pair(inner, outer, kinds_behind(inner, tokens, words)):
            inner.sense, outer.sense = pair
            inner.is_fixed = outer.is_fixed = True
            inner.weight += _INSIDE
            outer.weight += _INSIDE / 2
        elif not is_owned:
            behind = found[at + 2 : at + 3]
            is_list = bool(behind) and are_listed(outer, behind[0], tokens)
            inner.is_unknown_there = outer.sense.kind in _REGIONS and not is_list
    _fix_at_home(found, tokens, words)
    _fix_heads(found, tokens)


def _fix_heads(found: Sequence[Found], tokens: Tokens) -> None:
    """Read a town that heads a line as where its news is from, whatever is named below it."""
    heads = {
        item.name
        for item in found
        if item.weight > 0 and item.sense.is_place and not item.reach.has_rival
        if tokens.heads(item.candidate.begin, item.candidate.end)
    }
    for item in found if heads else ():
        item.is_fixed |= item.name in heads


def _fix_at_home(found: Sequence[Found], tokens: Tokens, words: Words) -> None:
    """Read "the Ecuadorian town of X" as the X of Ecuador."""
    for whose, item in pairwise(found):
        begin, end = whose.candidate.end, item.candidate.begin
        if end - begin != len(_KIND_OF) or not whose.candidate.country or item.is_fixed:
            continue
        if tokens.lower[begin] in words.kinds and tokens.lower[begin + 1] == _KIND_OF[1]:
            here = whose.sense.country
            item.sense = next((s for s in item.senses if s.country == here), item.sense)
            item.is_fixed = item.sense.country == here


def neighbours(found: Sequence[Found]) -> list[tuple[int, Found, Found]]:
    """Return each name with the next and its number, where one word at most stands between."""
    return [
        (at, one, other)
        for at, (one, other) in enumerate(pairwise(found))
        if other.candidate.begin - one.candidate.end <= 1
    ]


def kinds_behind(item: Found, tokens: Tokens, words: Words) -> tuple[Kind, ...]:
    """Return the kinds that the word behind a name allows, likeliest first; none without one.

    In "Ségou Region" the word is part of the name.
    """
    at = item.candidate.end
    last = tokens.lower[at - 1]
    if at - item.candidate.begin > 1 and last in words.divisions:
        return kinds_meant(last, words)
    if tokens.gaps[at] != " " or at == len(tokens.words):
        return ()
    kinds = kinds_meant(tokens.lower[at], words)
    # "the Hunan city of Yueyang" is in Hunan
    return () if kinds and tokens.lower[at + 1 : at + 2] == ["of"] else kinds


def kinds_meant(word: str, words: Words) -> tuple[Kind, ...]:
    """Return the kinds that a word means, likeliest first: "province", "town".

    A district may be of either level, so that no kind goes before.
    """
    if word in words.first_level:
        return (Kind.ADMIN1, Kind.ADMIN2, Kind.COUNTRY)
    if word in words.divisions:
        return (Kind.ADMIN2, Kind.ADMIN1, Kind.COUNTRY)
    return (Kind.CAPITAL, Kind.SEAT, Kind.PLACE, Kind.SITE) if word in words.settlements else ()


def follow_lists(found: Sequence[Found], tokens: Tokens) -> None:
    """Read what is listed beside an admin1 as one too."""
    pairs = [(a, b) for _, a, b in neighbours(found) if are_listed(a, b, tokens)]
    for known, item in (*pairs, *((b, a) for a, b in reversed(pairs))):
        if known.sense.kind is not Kind.ADMIN1 or known.is_fixed or item.is_fixed:
            continue
        if item.sense.is_place and item.sense.country == known.sense.country:
            here = known.sense.country
            item.sense = next((s for s in item.reach.states if s.country == here), item.sense)


def are_listed(one: Found, other: Found, tokens: Tokens) -> bool:
    """Whether a comma, "and" or "or" alone stands between a name and the next."""
    begin, end = one.candidate.end, other.candidate.begin
    if begin == end:
        return tokens.gaps[end] == ", "
    joint = tokens.gaps[begin] + tokens.gaps[end]
    return tokens.lower[begin:end] in _JOINING and joint in _AROUND_JOINING


def town_of(senses: Iterable[Sense], chosen: Sense) -> Sense:
    """Return the principal town of the same name inside a division, if there is one."""
    if chosen.kind not in {Kind.ADMIN1, Kind.ADMIN2} or chosen.admin1 == NO_ROW:
        return chosen
    towns = [
        sense
        for sense in senses
        if sense.is_place
        and sense.admin1 == chosen.admin1
        and (sense.kind is not Kind.PLACE or chosen.kind is Kind.ADMIN2)
    ]
    return max(towns, key=lambda sense: sense.prior, default=chosen)


def _is_among_states(found: Sequence[Found], at: int, tokens: Tokens) -> bool:
    """Whether "X, Y" goes on before or behind with a third admin1 of the same country."""
    inner, outer = found[at], found[at + 1]
    countries = inner.reach.has_states_in & outer.reach.has_states_in
    if not countries:
        return False
    before = [(found[at - 1], inner)] if at else []
    behind = [(outer, after) for after in found[at + 2 : at + 3]]
    return any(
        not countries.isdisjoint(one.reach.has_states_in)
        and not countries.isdisjoint(other.reach.has_states_in)
        and are_listed(one, other, tokens)
        for one, other in (*before, *behind)
    )


def _is_inside(inner: Found, outer: Found, tokens: Tokens, words: Words) -> bool:
    """Whether a comma or bracket stands between, or a word for a kind of place and a comma."""
    begin, end = inner.candidate.end, outer.candidate.begin
    if end - begin == 1 and not kinds_behind(inner, tokens, words):
        return False
    return end - begin in {0, 1} and tokens.gaps[end] in _INSIDE_JOINTS


def _pair(inner: Found, outer: Found, kinds: Sequence[Kind]) -> tuple[Sense, Sense] | None:
    """Return the likeliest pair of senses of which one lies in the other."""
    for around in outer.senses:
        if around.kind not in _REGIONS:
            continue
        if inner.sense.kind is Kind.COUNTRY and around.kind is Kind.COUNTRY:
            continue
        lying = [sense for sense in inner.senses if _lies_in(sense, around)]
        if lying:
            fitting = next((s for kind in kinds for s in lying if s.kind is kind), None)
            chosen = fitting or town_of(lying, lying[0])
            return None if _is_list(inner, chosen, outer, around) else (chosen, around)
    return _in_district(inner, outer)


def _in_district(inner: Found, outer: Found) -> tuple[Sense, Sense] | None:
    """Return a place with the district behind it, where that is no town: "Baras, Catanduanes".

    Where nobody knows a place's district, it may be that of its region.
    """
    around = outer.sense
    town = town_of(outer.senses, around)
    if around.kind is not Kind.ADMIN2 or not (town is around or town.is_alternate):
        return None
    there = [s for s in inner.senses if s.is_place and s.admin1 == around.admin1]
    lying = [s for s in there if s.admin2 == around.row] or [s for s in there if s.admin2 == NO_ROW]
    return (lying[0], around) if lying else None


def _lies_in(sense: Sense, around: Sense) -> bool:
    if sense.kind is Kind.COUNTRY or sense.row == around.row:
        return False
    if sense.is_place and sense.is_alternate:
        return sense.country == around.row
    return around.row in {sense.country, sense.admin1}


def _is_list(inner: Found, chosen: Sense, outer: Found, around: Sense) -> bool:
    """Whether "Boston, New York" names two cities: the state is a city too, the town is small."""
    is_city = town_of(outer.senses, around) is not around
    return is_city and chosen.prior < inner.sense.prior - RIVAL

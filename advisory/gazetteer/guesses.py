"""Names that the gazetteer holds only where the text does not look: they stay unlocated.

A wrong place is worse than none, so a small homonym abroad is never chosen, nor what a longer name
begins with, nor a city for what the text calls a village.
"""

from typing import Final

from advisory.gazetteer.found import Found
from advisory.gazetteer.records import Kind
from advisory.gazetteer.resolve import KNOWN_ABROAD
from advisory.gazetteer.senses import ALTERNATE_LESS, Sense
from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.votes import Votes
from advisory.gazetteer.words import Words

_CLOSE: Final = 1.5
_SMALL: Final = (Kind.ADMIN2, Kind.PLACE)
_TOWNS: Final = (Kind.SEAT, Kind.PLACE)
_POINTS: Final = (Kind.PLACE, Kind.SITE)
_KNOWN_ANYWHERE: Final = 6.0  # the prior, a million people, of "London Bridge"


def begins_another(item: Found, tokens: Tokens, words: Words, votes: Votes) -> bool:
    """Whether a name is the first word of a longer one that no gazetteer knows.

    So it is where the text does not speak of its country: the Lebanese town of "Ain Baal" is not
    the French department of Ain.
    """
    sense, end = item.sense, item.candidate.end
    if item.is_fixed or sense.kind not in _SMALL or sense.prior >= _KNOWN_ANYWHERE:
        return False
    if not tokens.goes_on(end) or tokens.lower[end] in words.no_names:
        return False
    is_word = not (tokens.loud[end] or tokens.words[end].isupper())
    return is_word and votes.speaks_of_another(item.name, sense)


def is_guess(item: Found, votes: Votes, tokens: Tokens, words: Words) -> bool:
    """Whether a small place lies where the text does not look.

    It speaks of another country, or has a homonym elsewhere and speaks of neither. What the text
    calls a village is no city abroad, and "Sector 5" no quarter of one. Nor is "Dah, Mopti Region"
    a Dah elsewhere.
    """
    sense = item.sense
    if item.is_fixed:
        return False
    if _is_village(item, tokens, words) or item.name[-1].isdecimal():
        is_small = sense.kind in _POINTS and sense.prior < KNOWN_ABROAD and not sense.is_alternate
        is_there = votes.speaks_of(item.name, sense) or votes.is_near(item.name, sense)
        if not (is_small or is_there):
            return True
    if item.is_unknown_there and sense.kind in _TOWNS:
        return True  # "Salama, Kenya" is no Salama elsewhere
    return sense.kind is Kind.PLACE and sense.prior < KNOWN_ABROAD and _has_rival(item, votes)


def _has_rival(item: Found, votes: Votes) -> bool:
    """Whether a small place may as well be another, and the text does not speak of its country."""
    sense = item.sense
    rivals = [o for o in item.senses if o.is_place and (not o.is_alternate or _is_city(o))]
    is_elsewhere = votes.leading is not None or votes.speaks_of_another(item.name, sense)
    if is_elsewhere and not votes.is_near(item.name, sense):
        return not votes.speaks_of(item.name, sense)
    close = any(
        o.country != sense.country and (o.is_alternate or o.prior > sense.prior - _CLOSE)
        for o in rivals
    )
    return close and not votes.speaks_of(item.name, sense)


def _is_village(item: Found, tokens: Tokens, words: Words) -> bool:
    """Whether it says so: "the village of Kassa", "Kassa village"."""
    begin, end = item.candidate.begin, item.candidate.end
    before, behind = tokens.lower[max(0, begin - 2) : begin], tokens.lower[end : end + 1]
    is_led = before[1:] == ["of"] and before[0] in words.villages
    return is_led or (tokens.gaps[end] == " " and not words.villages.isdisjoint(behind))


def _is_city(sense: Sense) -> bool:
    """Whether what a name is beside its main one is large: Kale for the city of Kalemyo."""
    return sense.prior + ALTERNATE_LESS >= KNOWN_ABROAD

"""Whether a candidate is used as a place: clues for and against, each with its weight.

A name starts with what is known of it (a country is a place; a hamlet hardly ever is what a word
means), and the words around it add or take away: "the town of X", "in X", "X region" against
"President X", "X said", "Anna X", "X University". Weights are in the unit of `gazetteer.senses`
and set by hand. What is above zero is a place.
"""

from dataclasses import dataclass, field
from typing import Final

from advisory.gazetteer.candidates import Candidate
from advisory.gazetteer.closeness import Reach
from advisory.gazetteer.compass import DIRECTIONS
from advisory.gazetteer.records import Kind
from advisory.gazetteer.senses import Sense
from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.ways import JOINT, names_a_way
from advisory.gazetteer.words import Words

NEVER: Final = -20.0
_WIDE: Final = (Kind.COUNTRY, Kind.ADMIN1, Kind.CAPITAL, Kind.INFORMAL)
_LARGE: Final = (*_WIDE, Kind.SEAT)
_BASE: Final = {Kind.COUNTRY: 4.0, Kind.INFORMAL: 3.0, Kind.ADMIN1: 2.0, Kind.CAPITAL: 2.0}
_PLACE_FROM: Final = 4.0  # the prior, 10,000 people, at which a bare name counts as a place
_TOWN: Final = 2.0  # the prior of 3,000 people under another spelling
_ACRONYM: Final = 5  # letters of the longest acronym; longer capitals shout
_END_OF_A_WAY: Final = 3.0
_SHORT: Final = 3  # letters up to which a country's name must be in capitals


@dataclass(slots=True)
class Surroundings:
    """What a whole text shows: words it also writes small, names it gives to people."""

    tokens: Tokens
    words: Words
    written: frozenset[str]
    people: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, tokens: Tokens, words: Words) -> "Surroundings":
        """Look through a text once."""
        return cls(tokens, words, frozenset(tokens.words))


def weigh(candidate: Candidate, reach: Reach, around: Surroundings) -> float:
    """Return how much speaks for a place; 0 and more is one. Notes names of people on the way."""
    sense = reach.senses[0]
    own = _own_weight(candidate, sense, around, reach.standing)
    if own <= NEVER:
        return own
    begin, end, gaps = candidate.begin, candidate.end, around.tokens.gaps
    is_joined = JOINT in (gaps[begin], gaps[end])
    if is_joined and names_a_way(begin, end, around.tokens, around.words):
        return own + _END_OF_A_WAY
    left, right = _left(candidate, sense, around), _right(candidate, sense, around)
    if left <= _PERSON and end - begin == 1:
        around.people.add(candidate.name)
    if left <= _CUT_OFF and _ends_a_town(candidate, around):
        right = 0.0
    return own + left + right


def _ends_a_town(candidate: Candidate, around: Surroundings) -> bool:
    """Whether "City" behind it is that of a longer name: "De La Vega City" is no "La Vega"."""
    lower, words = around.tokens.lower, around.words
    is_town = not words.settlements.isdisjoint(lower[candidate.end : candidate.end + 1])
    return is_town and lower[candidate.begin - 1] not in words.common


def is_spoken_against(candidate: Candidate, sense: Sense, around: Surroundings) -> bool:
    """Whether a name is also a word or a person, or the words beside it make something else of it.

    What only fails to lead a place ("the X", X at the head of a sentence) is not against it.
    """
    words, name = around.words, candidate.name
    if name in words.common or name in words.people:
        return True
    if name in around.people or name in around.written:
        return True
    return min(_left(candidate, sense, around), _right(candidate, sense, around)) <= _AGAINST


_PERSON: Final = -3.5
_CUT_OFF: Final = -4.5  # a longer name ends with it
_AGAINST: Final = -2.0


def standing(name: str, sense: Sense, words: Words, *, is_only: bool = False) -> float:
    """Return what speaks for a name's being a place before any text is looked at.

    Another spelling of a town that is the only place called so is as good as its name.
    """
    first, _, last = name.rpartition(" ")
    is_day = bool(first) and name[-1].isdecimal() and name.split(maxsplit=1)[0] in words.calendar
    if name in words.calendar or is_day:
        return NEVER
    weight = _BASE.get(sense.kind, max(sense.prior - _PLACE_FROM, -2.0))
    is_town = is_only and _TOWN <= sense.prior < _PLACE_FROM
    weight -= 1.0 * (sense.is_alternate and sense.kind not in _WIDE and not is_town)
    weight += 1.0 * bool(first)
    weight += 3.0 * (bool(first) and last in words.divisions)
    weight -= 3.5 * (name in words.common)
    weight -= (1.0 if sense.kind is Kind.COUNTRY else 2.5) * (name in words.people)
    return weight


def _own_weight(candidate: Candidate, sense: Sense, around: Surroundings, weight: float) -> float:
    """Add what the text shows of the name itself to its standing."""
    tokens, words, name = around.tokens, around.words, candidate.name
    if weight <= NEVER or (name in words.function and not _is_us(candidate, sense, tokens)):
        return NEVER
    if name in DIRECTIONS and not _names_a_division(candidate, around):
        return NEVER
    if candidate.end - candidate.begin > 1:
        return weight
    written, loud = tokens.words[candidate.begin], tokens.loud[candidate.begin]
    if _is_acronym(written, sense, loud=loud):
        return NEVER
    if sense.kind is not Kind.COUNTRY:
        weight -= 3.0 * (name in around.written)
        weight -= 4.0 * (name in around.people)
        weight -= 1.0 * loud
        weight += _at_the_front(candidate, sense, tokens)
    return weight


def _at_the_front(candidate: Candidate, sense: Sense, tokens: Tokens) -> float:
    """Weigh what opens a line against places, and what heads one for them: "Gao - ", "Gao: "."""
    if tokens.heads(candidate.begin, candidate.end):
        return 1.0
    is_first = not tokens.loud[candidate.begin] and tokens.opens(candidate.begin)
    return -(0.5 if sense.kind in _WIDE else 1.5) * is_first


def _is_us(candidate: Candidate, sense: Sense, tokens: Tokens) -> bool:
    """Whether a small word in capitals is a country: "the US", not "TELL US"."""
    at = candidate.begin
    return sense.kind is Kind.COUNTRY and tokens.words[at].isupper() and not tokens.loud[at]


def _names_a_division(candidate: Candidate, around: Surroundings) -> bool:
    """Whether "Northern" stands before "Region"."""
    after = around.tokens.lower[candidate.end : candidate.end + 1]
    return bool(after) and after[0] in around.words.divisions


def _is_acronym(written: str, sense: Sense, *, loud: bool) -> bool:
    """Whether "FAMa", "MoD" or "EST" is an acronym, and "Us" no country."""
    if sense.kind is Kind.COUNTRY:
        return len(written) <= _SHORT and not written.isupper()
    longest = _SHORT if sense.kind in _LARGE else _ACRONYM
    return not loud and 1 < len(written) <= longest and not written[1:].islower()


def _left(candidate: Candidate, sense: Sense, around: Surroundings) -> float:
    tokens, words, at = around.tokens, around.words, candidate.begin - 1
    if at < 0 or tokens.opens(candidate.begin) or tokens.gaps[candidate.begin] not in _JOINED:
        return 0.0
    before = tokens.lower[at]
    if before == "of":
        return _of(at, around)
    is_between = before == "and" and "between" in tokens.lower[max(0, at - _LONGEST) : at]
    if is_between or (before == "on" and at and tokens.lower[at - 1] in words.striking):
        return 1.5
    if before in words.titles:
        return -1.0 if sense.kind is Kind.COUNTRY else -4.0
    if tokens.capital[at] and before not in words.function:
        return _behind_capital(candidate, sense, around)
    return _behind_small(before, sense, words)


def _behind_small(before: str, sense: Sense, words: Words) -> float:
    """Weigh "in X", "northern X", "village X", and "the X" against places."""
    if before in words.settlements or before in words.taking:
        return 2.0
    if before in words.before or before in DIRECTIONS:
        return 1.5
    return -1.0 if before in {"the", "a", "an"} and sense.kind not in _WIDE else 0.0


def _behind_capital(candidate: Candidate, sense: Sense, around: Surroundings) -> float:
    """Weigh "South X", "Malian X", "Anna X": X is part of a longer name, or is not."""
    tokens, words, at = around.tokens, around.words, candidate.begin - 1
    before = tokens.lower[at]
    if before in DIRECTIONS:
        return 1.5 if sense.kind in _WIDE or tokens.opens(at) else -1.5
    if before in words.before or before in words.settlements:
        return 1.5
    if before in words.calendar or before in words.demonyms:
        return 0.0
    if tokens.loud[at]:
        return -0.5
    is_country = sense.kind is Kind.COUNTRY and candidate.name not in words.people
    return -4.0 if is_country else _CUT_OFF


_WATER: Final = -8.0
_ITS_OWN: Final = 2.5  # what suffers as places do, or has residents or a market
_JOINED: Final = frozenset((" ", "-", "\n", ". ", " '"))


def _of(at: int, around: Surroundings) -> float:
    """Weigh what stands before "of": a town, or a university."""
    tokens, words = around.tokens, around.words
    head = tokens.lower[at - 1] if at else ""
    if head in words.settlements or head in words.divisions:
        return 5.0
    if head in words.dwelling:
        return 2.0
    return -5.0 if head in words.heads and tokens.capital[at - 1] else 0.5


def _right(candidate: Candidate, sense: Sense, around: Surroundings) -> float:
    tokens, words, at = around.tokens, around.words, candidate.end
    if at >= len(tokens.words) or tokens.gaps[at] not in {" ", "-"}:
        return 0.0
    after, wide = tokens.lower[at], sense.kind in _WIDE
    if after in words.kinds or after in words.waters:
        return 3.0 if after in words.kinds else _WATER
    if after in words.speech or (after in _SUFFERING and _is_befallen(at, around)):
        return _before_verb(candidate, around, is_wide=wide)
    if after in words.agreements:
        return -2.0 if sense.kind is Kind.COUNTRY else -4.0
    if not tokens.capital[at] or after in words.function or after in words.calendar:
        return _ITS_OWN if after in words.belonging and not tokens.capital[at] else 0.0
    return 0.0 if tokens.loud[at] else _longer_name(candidate, sense, around)


def _before_verb(candidate: Candidate, around: Surroundings, *, is_wide: bool) -> float:
    """Weigh who speaks against places, "the mayor of X said" and "X was shelled" for them."""
    if around.tokens.lower[candidate.end] not in around.words.speech:
        return _ITS_OWN
    return 0.0 if is_wide or _is_of_speaker(candidate, around) else -2.0


def _is_of_speaker(candidate: Candidate, around: Surroundings) -> bool:
    """Whether it is not the name that speaks: "the mayor of X said"."""
    tokens, at = around.tokens, candidate.begin
    return at > 1 and tokens.lower[at - 1] == "of" and tokens.lower[at - 2] in around.words.dwelling


def _is_befallen(at: int, around: Surroundings) -> bool:
    """Whether the verb from here on tells what was done to a place: "and Y were again shelled"."""
    tokens = around.tokens
    at += 2 * (tokens.lower[at] == "and" and tokens.capital[at + 1 : at + 2] == [True])
    verb = tokens.lower[at : at + 3]
    return verb[:2] == ["came", "under"] or (
        verb[:1] != ["and"] and not around.words.done_to_places.isdisjoint(verb[1:])
    )


_SUFFERING: Final = frozenset(("was", "were", "has", "have", "had", "came", "and"))


def _longer_name(candidate: Candidate, sense: Sense, around: Surroundings) -> float:
    """Weigh the capitalised words that follow: "Kidal University", "Houston Police"."""
    tokens, words, at = around.tokens, around.words, candidate.end
    run = [tokens.lower[at]]
    while len(run) < _LONGEST and tokens.goes_on(at + len(run)):
        run.append(tokens.lower[at + len(run)])
    if not words.institutions.isdisjoint(run) or not words.agreements.isdisjoint(run):
        return -2.0 if sense.kind is Kind.COUNTRY else -4.0
    if not words.titles.isdisjoint(run[:1]) or not words.administration.isdisjoint(
        (run[0], run[-1])
    ):
        return 0.5
    if len(run) == 1 and _is_in_apposition(candidate, tokens):
        return -4.0
    if candidate.name in words.people:
        return -3.0
    if sense.kind in _WIDE:
        return -0.5
    return _OTHERS if sense.is_alternate else -2.0  # "Debre Zebit" is not the Debar of Macedonia


def _is_in_apposition(candidate: Candidate, tokens: Tokens) -> bool:
    """Whether a name and the next word are a person's: "his nephew, X Y, said", "named X Y"."""
    begin, behind = candidate.begin, candidate.end + 1
    if begin and tokens.lower[begin - 1] == "named":
        return True
    commas = tokens.gaps[begin] == ", " == tokens.gaps[behind]
    return commas and not tokens.capital[begin - 1] and not tokens.capital[behind]


_LONGEST: Final = 4
_OTHERS: Final = -7.0  # more than "the town of" can add

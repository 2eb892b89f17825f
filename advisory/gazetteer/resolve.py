"""Each name gets its sense: one for the whole text, unless the words around it say otherwise.

First what the text fixes itself: in "Goma, North Kivu" the one lies in the other. Then what can
hardly be misread votes, and names that may mean many places vote a little for each; the rest is
chosen by prior and votes, in two rounds, the second with what the first has understood. Where an
admin1 and its principal town share a name, the town is meant, because incidents happen in towns;
"region" behind the name, or "town", decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from advisory.gazetteer.candidates import Candidate
from advisory.gazetteer.records import NO_ROW, Kind
from advisory.gazetteer.senses import Sense
from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.votes import Votes, best
from advisory.gazetteer.words import Words

DIVISIONS: Final = (Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2)
PLACES: Final = (Kind.CAPITAL, Kind.SEAT, Kind.PLACE, Kind.SITE)
KNOWN_ABROAD: Final = 5.0  # the prior, 100,000 people, of what is named without its country
_INSIDE_JOINTS: Final = frozenset((", ", " (", ",\n", " , "))
_INSIDE: Final = 4.0  # what "X, Country" adds to X; half of it to the country
_COUNTS: Final = 0.5  # the weight from which a name votes
_RIVAL: Final = 1.5  # a prior so near is a rival
_CITY_VOTE: Final = 0.5
_DEMONYM_VOTE: Final = 0.7
_SECOND_ROUND: Final = 0.3


@dataclass(slots=True)
class Found:
    """A candidate with its senses, on its way to a toponym."""

    candidate: Candidate
    senses: tuple[Sense, ...]
    sense: Sense
    weight: float = 0.0
    is_fixed: bool = False

    @property
    def name(self) -> str:
        """The folded name."""
        return self.candidate.name


def resolve(found: Sequence[Found], tokens: Tokens, words: Words) -> Votes:
    """Give each candidate its sense, and return the votes of the text."""
    _fix_inside(found, tokens)
    by_name = _by_name(found)
    votes = Votes()
    for name, items in by_name.items():
        _vote(name, items, votes)
    _choose(by_name, votes)
    for name, items in by_name.items():
        if max(item.weight for item in items) >= _COUNTS:
            votes.add(name, items[0].sense, _SECOND_ROUND)
    _choose(by_name, votes)
    for item in found:
        _follow_words(item, tokens, words, votes)
    return votes


def kinds_behind(item: Found, tokens: Tokens, words: Words) -> tuple[Kind, ...]:
    """Return the kinds that the word behind a name allows: "region", "town"; else none."""
    at = item.candidate.end
    after = tokens.lower[at] if at < len(tokens.words) and tokens.gaps[at] == " " else ""
    if after in words.divisions:
        return DIVISIONS
    return PLACES if after in words.settlements else ()


def _by_name(found: Iterable[Found]) -> Mapping[str, list[Found]]:
    by_name: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        by_name[item.name].append(item)
    return by_name


def _fix_inside(found: Sequence[Found], tokens: Tokens) -> None:
    """Read "X, Y" and "X (Y)" as the X that lies in Y."""
    for inner, outer in pairwise(found):
        joint = tokens.gaps[outer.candidate.begin]
        adjacent = inner.candidate.end == outer.candidate.begin and joint in _INSIDE_JOINTS
        pair = _pair(inner, outer) if adjacent and not outer.candidate.country else None
        if pair:
            inner.sense, outer.sense = pair
            inner.is_fixed = outer.is_fixed = True
            inner.weight += _INSIDE
            outer.weight += _INSIDE / 2


def _pair(inner: Found, outer: Found) -> tuple[Sense, Sense] | None:
    """Return the likeliest pair of senses of which one lies in the other."""
    for around in outer.senses:
        if around.kind not in {Kind.COUNTRY, Kind.ADMIN1}:
            continue
        if inner.sense.kind is Kind.COUNTRY and around.kind is Kind.COUNTRY:
            continue
        lying = [sense for sense in inner.senses if _lies_in(sense, around)]
        if lying:
            chosen = _town_of(lying, best(inner.name, lying, Votes()))
            return None if _is_list(inner, chosen, outer, around) else (chosen, around)
    return None


def _lies_in(sense: Sense, around: Sense) -> bool:
    if sense.kind is Kind.COUNTRY or sense.row == around.row:
        return False
    if sense.is_place and sense.is_alternate:
        return sense.country == around.row
    return around.row in {sense.country, sense.admin1}


def _is_list(inner: Found, chosen: Sense, outer: Found, around: Sense) -> bool:
    """Whether "Boston, New York" names two cities: the state is a city too, the town is small."""
    is_city = _town_of(outer.senses, around) is not around
    return is_city and chosen.prior < inner.sense.prior - _RIVAL


def _vote(name: str, items: Sequence[Found], votes: Votes) -> None:
    sure = [item for item in items if item.weight >= _COUNTS]
    if not sure:
        return
    often = min(len(sure), 4) ** 0.5
    first = next((item for item in sure if item.is_fixed), sure[0])
    if first.candidate.country:
        votes.add(name, first.sense, _DEMONYM_VOTE * often)
    elif first.is_fixed:
        votes.add(name, first.sense, often)
    elif _has_rival(first):
        votes.spread(name, first.senses)
    elif first.sense.kind in {Kind.COUNTRY, Kind.ADMIN1}:
        votes.add(name, first.sense, often)
    elif first.sense.prior >= KNOWN_ABROAD or len(first.senses) == 1:
        votes.add(name, first.sense, _CITY_VOTE * often)
    else:
        votes.spread(name, first.senses)


def _has_rival(item: Found) -> bool:
    """Whether another sense elsewhere is nearly as likely before the document has spoken."""
    return any(
        other.prior > item.sense.prior - _RIVAL
        and (other.country, other.admin1) != (item.sense.country, item.sense.admin1)
        for other in item.senses
    )


def _choose(by_name: Mapping[str, Sequence[Found]], votes: Votes) -> None:
    for name, items in by_name.items():
        fixed = next((item.sense for item in items if item.is_fixed), None)
        chosen = fixed or _town_of(items[0].senses, best(name, items[0].senses, votes))
        for item in items:
            if not item.is_fixed:
                item.sense = chosen


def _follow_words(item: Found, tokens: Tokens, words: Words, votes: Votes) -> None:
    kinds = kinds_behind(item, tokens, words)
    allowed = [sense for sense in item.senses if sense.kind in kinds]
    if allowed and item.sense.kind not in kinds:
        item.sense = best(item.name, allowed, votes)


def _town_of(senses: Iterable[Sense], chosen: Sense) -> Sense:
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

"""Each name gets its sense: one for the whole text, unless the words around it say otherwise.

First what the text fixes itself: in "Goma, North Kivu" the one lies in the other. Then what can
hardly be misread votes, and names that may mean many places vote a little for each; the rest is
chosen by prior and votes, in two rounds, the second with what the first has understood. Where an
admin1 and its principal town share a name, the town is meant, because incidents happen in towns;
"region" behind the name, or "town", or another admin1 in the same list, decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from advisory.gazetteer.candidates import Candidate
from advisory.gazetteer.closeness import Reach
from advisory.gazetteer.containment import fix_inside, follow_lists, kinds_behind, town_of
from advisory.gazetteer.found import Found
from advisory.gazetteer.records import Kind
from advisory.gazetteer.senses import Sense
from advisory.gazetteer.tokens import Tokens
from advisory.gazetteer.votes import Votes
from advisory.gazetteer.words import Words

KNOWN_ABROAD: Final = 5.0  # the prior, 100,000 people, of what is named without its country
_HOPELESS: Final = -4.0  # what the text adds to a name at most does not make it a place
_COUNTS: Final = 0.5  # the weight from which a name votes
_CITY_VOTE: Final = 0.5
_DEMONYM_VOTE: Final = 0.7
_SENT_VOTE: Final = 0.2  # "a Russian missile" flies elsewhere, "the US embassy" stands there
_SECOND_ROUND: Final = 0.3
_DOUBTFUL: Final = 3.0
_WIDE: Final = (Kind.COUNTRY, Kind.ADMIN1)


def resolve(found: Sequence[Found], tokens: Tokens, words: Words) -> Votes:
    """Give each candidate its sense, and return the votes of the text."""
    fix_inside(found, tokens, words)
    by_name = _by_name(item for item in found if item.is_fixed or item.weight >= _HOPELESS)
    votes = Votes()
    counted = {name: sure for name, items in by_name.items() if (sure := _sure(items))}
    for name, items in counted.items():
        _vote(name, items, votes, tokens, words)
    doubtful = _choose(by_name, votes)
    for name in counted:
        votes.add(name, by_name[name][0].sense, _SECOND_ROUND)
    _choose(doubtful, votes)
    for item in _beside_words(found, tokens, words):
        _follow_words(item, tokens, words, votes)
    follow_lists(found, tokens)
    return votes


def _by_name(found: Iterable[Found]) -> Mapping[str, list[Found]]:
    by_name: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        by_name[item.name].append(item)
    return by_name


def _is_sent(candidate: Candidate, tokens: Tokens, words: Words) -> bool:
    """Whether a country is only that of arms, troops or an embassy, which may be abroad."""
    after = candidate.end
    return after < len(tokens.lower) and tokens.lower[after] in words.arms


def _sure(items: Sequence[Found]) -> list[Found]:
    return [item for item in items if item.weight >= _COUNTS]


def _vote(name: str, sure: Sequence[Found], votes: Votes, tokens: Tokens, words: Words) -> None:
    often = min(len(sure), 4) ** 0.5
    first = next((item for item in sure if item.is_fixed), sure[0])
    is_sent = all(_is_sent(item.candidate, tokens, words) for item in sure)
    if first.candidate.country:
        votes.add(name, first.sense, (_SENT_VOTE if is_sent else _DEMONYM_VOTE) * often)
        return  # where a nationality lies says nothing
    votes.reach(name, Reach((first.sense,)) if first.is_fixed else first.reach)
    if first.is_fixed:
        votes.add(name, first.sense, often)
    elif first.reach.has_rival:
        votes.spread(name, first.reach)
    elif first.sense.kind in _WIDE:
        votes.add(name, first.sense, (_SENT_VOTE if is_sent else 1.0) * often)
    elif first.sense.prior >= KNOWN_ABROAD or len(first.senses) == 1:
        votes.add(name, first.sense, _CITY_VOTE * often)
    else:
        votes.spread(name, first.reach)


def _choose(by_name: Mapping[str, list[Found]], votes: Votes) -> Mapping[str, list[Found]]:
    """Give the names of a text their senses; return those that a few more votes may turn."""
    doubtful = {}
    for name, items in by_name.items():
        senses = items[0].senses
        if len(senses) == 1:
            continue
        chosen = next((item.sense for item in items if item.is_fixed), None)
        if chosen is None:
            best, margin = votes.best(name, senses)
            chosen = town_of(senses, best)
            if margin < _DOUBTFUL:
                doubtful[name] = items
        for item in items:
            if not item.is_fixed:
                item.sense = chosen
    return doubtful


def _beside_words(found: Iterable[Found], tokens: Tokens, words: Words) -> Iterator[Found]:
    """Yield the names with a word beside or in them that can choose: most have none."""
    lower, count = tokens.lower, len(tokens.lower)
    kinds, neighbouring = words.kinds, words.neighbouring
    for item in found:
        begin, end = item.candidate[:2]
        if (
            (end < count and lower[end] in kinds)
            or (end - begin > 1 and lower[end - 1] in kinds)
            or (begin > 0 and lower[begin - 1] in neighbouring)
        ):
            yield item


def _follow_words(item: Found, tokens: Tokens, words: Words, votes: Votes) -> None:
    """Let "region" or "town" behind a name choose, and "neighbouring" before a country."""
    before = tokens.lower[item.candidate.begin - 1] if item.candidate.begin else ""
    if before in words.neighbouring and not item.is_fixed:
        item.sense = next((s for s in item.senses if s.kind is Kind.COUNTRY), item.sense)
    kinds = kinds_behind(item, tokens, words)
    if not kinds or item.sense.kind == kinds[0]:
        return
    meant = (sense for sense in item.senses if sense.kind in kinds)
    allowed = [sense for sense in meant if _may_follow(sense, item, votes)]
    first = [sense for sense in allowed if sense.kind is kinds[0]]
    if item.sense.kind in kinds and not first:
        return
    if fitting := first or allowed:
        item.sense, _ = votes.best(item.name, fitting)


def _may_follow(sense: Sense, item: Found, votes: Votes) -> bool:
    """Whether a word may turn the sense chosen so far into this one.

    Not into one abroad that the text does not speak of ("a Texas town"), nor a large town into a
    district elsewhere ("the Houston region").
    """
    chosen = item.sense
    if sense.country != chosen.country and not votes.speaks_of(item.name, sense):
        return False
    around = {chosen.row, chosen.admin1, chosen.admin2}
    return sense.is_place or sense.row in around or chosen.prior < KNOWN_ABROAD

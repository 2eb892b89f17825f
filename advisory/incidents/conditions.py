"""States that last, folded from what the reports say of them: in force, lifted, who holds a town.

Words of one kind about one place (and, for roads, borders and the internet, one subject) make one
story, read in the order in which they were known. A word that a state holds opens a condition or
goes on with the open one; a word that it was lifted closes it, and in a region closes it in every
place there; an airport is that of the town it is near, by whichever name it is told, or the one
shut in its country. An end told without a place is that of the one state of its kind that the same
owner has told of lately. An announced end closes a state from the day after. For control, another
holder ends the condition before it, unless it is told as older than that one. What was known at an
instant never changes by what was read later. Whether a silent state still holds is for the
assessment: `last_word` says when a report last spoke of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import zip_longest

from advisory.incidents.heard import Heard, Word, in_order, order
from advisory.incidents.whereabouts import NEAR_KM
from advisory.model.distance import distance_km
from advisory.model.identity import digest
from advisory.model.incident import Condition, ConditionMention, ConditionVersion
from advisory.model.time import start_of_day
from advisory.model.value import Place
from advisory.model.vocabulary import ConditionKind, ConditionState, Precision

Story = tuple[Condition, ...]

# Of these there may be several at one place: the subject tells them apart.
_OF_A_SUBJECT = frozenset(
    {
        ConditionKind.ROAD_CLOSED,
        ConditionKind.BORDER_CLOSED,
        ConditionKind.TRANSPORT_SUSPENDED,
        ConditionKind.INTERNET_CUT,
    }
)
_ONE_DAY, _LATELY = timedelta(days=1), timedelta(days=14)
_FINE, _COUNTRY = Precision.PLACE, "country"


def condition_versions(heard: Iterable[Heard]) -> tuple[ConditionVersion, ...]:
    """Return every version of every condition, by the instant it became known and id.

    A function of the set of mentions: order and repetition change nothing.
    """
    stories: dict[tuple[str, str, str], list[Word]] = defaultdict(list)
    for word in in_order(heard):
        stories[_meant(word, stories) or _key(word.mention)].append(word)
    lifted = [word for words in stories.values() for word in words if word.lifts_around]
    own = [words for words in stories.values() if not _only_ends_others(words, stories.values())]
    whole = (_with_lifted_around(words, lifted) for words in own)
    found = [version for words in whole for version in _versions(words)]
    return tuple(sorted(found, key=lambda version: (version.known_from, version.condition.id)))


def _meant(
    word: Word, stories: Mapping[tuple[str, str, str], Sequence[Word]]
) -> tuple[str, str, str] | None:
    """Return the state that an end without a place is of: "the airport reopened this morning"."""
    mention = word.mention
    inside = [key for key, words in stories.items() if _is_one_inside(word, words)]
    if len(inside) == 1:
        return inside[0]
    if mention.place is not None or mention.state is not ConditionState.LIFTED:
        return None
    kind, _, subject = _key(mention)
    own = [
        key
        for key, words in stories.items()
        if key[0] == kind
        and subject in {"", key[2]}
        and words[-1].mention.state is ConditionState.IN_FORCE
        and any(w.owner == word.owner and word.known_at - w.known_at <= _LATELY for w in words)
    ]
    return own[0] if len(own) == 1 else None


def _is_one_inside(word: Word, words: Sequence[Word]) -> bool:
    """Whether "the country's airport is still shut" can be of a story, told lately of a town."""
    last = words[-1]
    kind, outer, inner = last.mention.kind, word.mention.place, last.mention.place
    is_airport = kind is word.mention.kind is ConditionKind.AIRPORT_CLOSED
    are_shut = word.mention.state is last.mention.state is ConditionState.IN_FORCE
    if not (is_airport and are_shut and outer and inner and outer.kind == _COUNTRY):
        return False
    return outer.regions[-1] in inner.regions[:-1] and word.known_at - last.known_at <= _LATELY


def _key(mention: ConditionMention) -> tuple[str, str, str]:
    subject = (mention.subject or "") if mention.kind in _OF_A_SUBJECT else ""
    return mention.kind.value, _where(mention), subject.casefold()


def _where(mention: ConditionMention) -> str:
    if mention.place is None:
        return mention.id  # Nobody can say that two states without a place are one.
    return mention.place.regions[-1] if mention.place.regions else mention.place.name.casefold()


def _with_lifted_around(words: Sequence[Word], lifted: Iterable[Word]) -> list[Word]:
    """Add what was lifted in a region around this place, once the story has begun."""
    first = words[0]
    begun = (word for word in lifted if word.known_at > first.known_at)
    around = (word for word in begun if _is_around(word.mention, first.mention))
    return sorted((*words, *around), key=order)


def _only_ends_others(words: Sequence[Word], stories: Iterable[Sequence[Word]]) -> bool:
    """Whether all that is said is that a border opened again that was told shut at a town of it.

    A curfew lifted in a region says more than that it is over in the towns told of.
    """
    if words[0].mention.kind is not ConditionKind.BORDER_CLOSED:
        return False
    begun = [other[0] for other in stories if other is not words]
    return all(
        word.lifts_around
        and any(o.known_at < word.known_at and _is_around(word.mention, o.mention) for o in begun)
        for word in words
    )


def _is_around(outer: ConditionMention, inner: ConditionMention) -> bool:
    if outer.place is None or inner.place is None or _key(outer) == _key(inner):
        return False
    alike = outer.kind is inner.kind and (outer.subject in {None, inner.subject})
    if outer.kind is ConditionKind.AIRPORT_CLOSED and _are_near(outer.place, inner.place):
        return alike
    return alike and outer.place.regions[-1] in inner.place.regions[:-1]


def _are_near(one: Place, other: Place) -> bool:
    """Whether an airport told by its own name may be that of the town told beside it."""
    km = distance_km(one, other) if max(one.precision, other.precision) <= _FINE else None
    return km is not None and km < NEAR_KM


def _versions(words: Sequence[Word]) -> Iterator[ConditionVersion]:
    """Turn the states of one story into versions, each until the next one of its condition."""
    latest: dict[str, ConditionVersion] = {}
    for instant, story in _states(words):
        for condition in story:
            before = latest.get(condition.id)
            if before is not None and before.condition == condition:
                continue
            if before is not None and before.known_from < instant:
                yield replace(before, known_until=instant)
            latest[condition.id] = ConditionVersion(condition, instant)
    yield from latest.values()


def _states(words: Sequence[Word]) -> Iterator[tuple[datetime, Story]]:
    """Yield the story after each word, and after an announced end that passes before the next."""
    story: Story = ()
    for word, following in zip_longest(words, words[1:]):
        story = _told(_ended_by(story, word.known_at), word)
        story = _ended_by(story, word.known_at)
        yield word.known_at, story
        end = _announced_end(story)
        if end is not None and (following is None or end < following.known_at):
            story = _ended_by(story, end)
            yield end, story


def _told(story: Story, word: Word) -> Story:
    """Return the story with one more word."""
    if not story:
        return (_opened(word),)
    *earlier, current = story
    if _is_of_another_holder(current, word):
        return _with_another_holder(story, word)
    if word.mention.state is ConditionState.LIFTED:
        return (*earlier, _closed(_with(current, word), word.end))
    if word.mention.state is ConditionState.IN_FORCE and not _goes_on(current, word):
        return (*story, _opened(word))
    return (*earlier, _with(current, word))


def _with_another_holder(story: Story, word: Word) -> Story:
    *earlier, current = story
    since = word.since
    is_older = since is not None and current.since is not None and since < current.since
    if word.mention.state is ConditionState.IN_FORCE and not is_older:
        return (*earlier, _closed(current, since or word.known_at.date()), _opened(word))
    for place, condition in reversed(tuple(enumerate(earlier))):
        if not _is_of_another_holder(condition, word):
            heard = _with(condition, word)
            kept = replace(heard, state=condition.state, until=condition.until)
            return (*story[:place], kept, *story[place + 1 :])
    return (*earlier, _closed(_opened(word), current.since or word.end), current)


def _is_of_another_holder(condition: Condition, word: Word) -> bool:
    subject = word.mention.subject
    return (
        condition.kind is ConditionKind.CONTROL
        and subject is not None
        and condition.subject is not None
        and subject.casefold() != condition.subject.casefold()
    )


def _goes_on(condition: Condition, word: Word) -> bool:
    """Whether the word is of this same spell: it holds, or it is told as begun before its end."""
    if condition.state is not ConditionState.LIFTED:
        return True
    return word.since is not None and condition.until is not None and word.since < condition.until


def _opened(word: Word) -> Condition:
    mention = word.mention
    condition = Condition(
        id=f"c{digest(mention.id)[:16]}",
        kind=mention.kind,
        hazard=mention.hazard,
        state=mention.state,
        place=mention.place,
        since=word.since,
        until=word.until,
        last_word=word.known_at,
        subject=mention.subject,
        reports=(mention.report,),
        mentions=(mention,),
    )
    if mention.state is ConditionState.LIFTED:
        return replace(condition, until=word.end)
    return condition


def _with(condition: Condition, word: Word) -> Condition:
    """Return the condition with one more word that does not end it."""
    mention = word.mention
    told = replace(
        condition,
        last_word=word.known_at,
        reports=tuple(dict.fromkeys((*condition.reports, mention.report))),
        mentions=(*condition.mentions, mention),
    )
    if mention.state is not ConditionState.IN_FORCE:
        return told
    reopened = condition.state is ConditionState.LIFTED
    begun = [day for day in (condition.since, word.since) if day is not None]
    return replace(
        told,
        state=ConditionState.IN_FORCE,
        since=min(begun, default=None),
        until=word.until or (None if reopened else condition.until),
        subject=condition.subject or mention.subject,
    )


def _closed(condition: Condition, end: date) -> Condition:
    """Return the condition as lifted, at the earliest end that was told."""
    was_lifted = condition.state is ConditionState.LIFTED and condition.until is not None
    until = min(end, condition.until) if was_lifted and condition.until else end
    if condition.since is not None:
        until = max(until, condition.since)
    return replace(condition, state=ConditionState.LIFTED, until=until)


def _announced_end(story: Story) -> datetime | None:
    """Return when the current condition ends by its own terms: after the last day told."""
    current = story[-1]
    if current.state is not ConditionState.IN_FORCE or current.until is None:
        return None
    return start_of_day(current.until + _ONE_DAY)


def _ended_by(story: Story, instant: datetime) -> Story:
    if not story or (end := _announced_end(story)) is None or end > instant:
        return story
    return (*story[:-1], replace(story[-1], state=ConditionState.LIFTED))

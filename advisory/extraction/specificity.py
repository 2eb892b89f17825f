"""Whether a gathered incident is one thing that happened, or only talk of such things.

"The bombings must stop", "many judges have been murdered", "a wave of kidnappings": such sentences
name no day, no place, nobody in particular. Each thing a draft does say is a point, each sign of
general talk takes some away; what stays below the least is background to the news. The points are
whole numbers set by hand, no weights were fitted: a change needs a reason, not a data set.
"""

from collections.abc import Callable, Mapping, Sequence

from advisory.extraction.drafts import Draft
from advisory.extraction.tellings import Telling
from advisory.model.vocabulary import ActorRole, DatePrecision, Qualifier

LEAST = 1
"""An incident says at least one thing more than its signs of general talk take away."""

_DOZENS = 12  # "dozens" are somebody's count; "several" and a bare plural are nobody's
_TO_THE_DAY = frozenset({DatePrecision.HOUR, DatePrecision.DAY, DatePrecision.RANGE})


def specificity(draft: Draft) -> int:
    """Return the points of a draft: what it says of one incident, less what makes it general."""
    typed = [telling for telling in draft.tellings if telling.type]
    says = sum(any(map(sign, typed)) for sign in _SIGNS)
    says += _has_day(draft) + (len(typed) > 1) + any(map(_is_central, typed))
    return says - sum(points for sign, points in _TALK.items() if sign(draft, typed))


def is_specific(draft: Draft) -> bool:
    """Whether a draft is one incident and not talk of many, or of none."""
    return specificity(draft) >= LEAST


def _has_day(draft: Draft) -> bool:
    dates = (found.value for found in draft.dates)
    return any(value is not None and value.precision in _TO_THE_DAY for value in dates)


def _has_place(telling: Telling) -> bool:
    return telling.place is not None and telling.place.is_led


def _has_count(telling: Telling) -> bool:
    counts = (toll.count for toll in telling.sentence.tolls if toll.count.low)
    return any(c.qualifier is not Qualifier.VAGUE or c.low >= _DOZENS for c in counts)


def _has_doer(telling: Telling) -> bool:
    return any(part.actor.role is ActorRole.PERPETRATOR for part in telling.parts)


def _is_central(telling: Telling) -> bool:
    return telling.sentence.is_headline or telling.sentence.is_lead


def _has_weapon(telling: Telling) -> bool:
    return bool(telling.sentence.of("weapons"))


_SIGNS: Sequence[Callable[[Telling], bool]] = (
    _has_place,
    _has_count,
    _has_doer,
    _is_central,
    _has_weapon,
)


def _is_of_many(_: Draft, typed: Sequence[Telling]) -> bool:
    """Whether it is never told but as a plural: "the bombings", "murders and abductions".

    What a report begins with is its news: "clashes in Bentia".
    """
    return all(telling.is_of_many and not _is_central(telling) for telling in typed)


def _is_history(draft: Draft, typed: Sequence[Telling]) -> bool:
    return draft.is_old or any(telling.sentence.has("background") for telling in typed)


def _is_long_past(draft: Draft, typed: Sequence[Telling]) -> bool:
    """Whether it was over before the news, and did not go on "since late May"."""
    return draft.is_old and not any(found.is_since for t in typed for found in t.dates)


def _is_faint(_: Draft, typed: Sequence[Telling]) -> bool:
    """Whether nothing names an act: "were killed", "was hit"."""
    return all(telling.is_weak for telling in typed)


def _has_vague_victims(_: Draft, typed: Sequence[Telling]) -> bool:
    is_told = any(toll.count.low for t in typed for toll in t.sentence.tolls)
    return is_told and not any(map(_has_count, typed))


_TALK: Mapping[Callable[[Draft, Sequence[Telling]], bool], int] = {
    _is_of_many: 2,
    _is_history: 1,
    _is_long_past: 1,
    _is_faint: 1,
    _has_vague_victims: 1,
}

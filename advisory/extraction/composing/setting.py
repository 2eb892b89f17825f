"""What a report as a whole lends an incident whose own sentences tell no day or no place.

That is the country its places lie in, the day on its dateline, on which or just before which
undated news happened, and the day and the place of the incident of its family told before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from advisory.extraction.composing.day_below import place_below, told_below
from advisory.extraction.composing.days_around import days_around
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.dates.announcing import to_come
from advisory.extraction.dates.dates import LOOSE, DateFound, vague
from advisory.extraction.days_of_speech import is_of_speech
from advisory.extraction.findings import Findings
from advisory.extraction.groups import COUNTED
from advisory.extraction.places.finer import ROUGH
from advisory.extraction.places.place_found import PlaceFound
from advisory.lazy import lazy
from advisory.model.text import Toponym

_A_WEEK, _A_NIGHT = timedelta(days=7), timedelta(days=1)
_MOST_BACK = 40  # incidents of its family before one that may lend it their place


@dataclass(frozen=True)
class Setting:
    """What a report as a whole says of where and when its news happened, found when asked for.

    Most incidents have a place and a day of their own. `look` finds the places that it speaks of.
    `stories` are where the sentences begin that tell something.
    """

    findings: Findings
    look: Callable[[Findings], Iterable[Toponym]]
    stories: Sequence[int] = ()

    @lazy
    def toponyms(self) -> tuple[Toponym, ...]:
        """The names of the places that the report speaks of."""
        return tuple(self.look(self.findings))

    @property
    def day(self) -> DateFound | None:
        """The day on the dateline."""
        return self.findings.dateline_day


def day_of(draft: Draft, setting: Setting) -> DateFound | None:
    """Return the day of an incident, of what goes on since a day all those up to now."""
    day = _likeliest(draft, setting)
    return _up_to_now(draft, day) if day and day.is_since and draft.first.type in COUNTED else day


def _up_to_now(draft: Draft, day: DateFound) -> DateFound:
    """Return the days since one, up to that on which it is told: "have died since Sunday"."""
    sentence = draft.first.sentence
    tellings = (each.sentence for each in draft.tellings if day in each.dates)
    published = sentence.findings.published
    said = [
        found.value.last
        for sentence in tellings
        for found in sentence.dates
        if found.value and found.value.last and is_of_speech(sentence, found)
    ]
    if day.value is None or published is None:
        return day
    return day._replace(value=replace(day.value, last=max(said, default=published.last)))


def _likeliest(draft: Draft, setting: Setting) -> DateFound | None:
    """Return the day of an incident: its own, or that of the dateline for news without one.

    Where the report says of one told before it that it was on that day, it was most likely so too.
    """
    first = draft.first.sentence
    told = to_come(draft.dates, first.findings.published) if first.is_announced else ()
    own = None if draft.first.is_soon_after else next(iter(told or draft.dates), None)
    has_waited = any(telling.later_days for telling in draft.tellings)  # who died of it since
    is_news = not (draft.is_old or first.is_announced or first.is_earlier or has_waited)
    below = told_below(draft, setting.findings) if is_news and _is_to_seek(draft, own) else None
    own = below.found if below else own
    if own is None and (since := days_told(draft) or _said_on(draft)):
        return vague(since[0])
    if own or not is_news or setting.day is None:
        return own
    days = (next(iter(one.dates), None) for one in _before(draft))
    likely = next((day for day in days if day and _is_within(day, setting.day)), None)
    return vague(likely) if likely else setting.day


def town_of(draft: Draft, setting: Setting) -> PlaceFound | None:
    """Return the place of an incident, that told with its day where its own are no town."""
    known, own = place_of(draft), next(iter(draft.dates), None)
    if known and known.place.kind not in ROUGH | {"country"}:
        return known
    below = told_below(draft, setting.findings) if _is_to_seek(draft, own) else None
    return place_below(below, known, setting.findings) if below else known


def _is_to_seek(draft: Draft, own: DateFound | None) -> bool:
    """Whether the day of the first news stands below the sentences that tell it."""
    first = draft.first.sentence
    is_first = draft.before is None and (first.is_headline or first.is_lead)
    return is_first and not draft.is_old and not _is_told(draft, own)


def _is_told(draft: Draft, day: DateFound | None) -> bool:
    """Whether a day is told with a word for the deed, not only of what was done about it."""
    if day is None or day.weight == LOOSE:
        return False
    return any(
        day in telling.dates or (telling.type and day in days_around(telling))
        for telling in draft.tellings
    )


def _said_on(draft: Draft) -> Sequence[DateFound]:
    """Return the days weeks before the news on which somebody told of it: "said last month"."""
    sentence = draft.first.sentence
    published = sentence.findings.published
    return [
        found
        for found in draft.first.dates
        if published and found.value and is_of_speech(sentence, found)
        if found.value.last and published.first - found.value.last > _A_WEEK
    ]


def days_told(draft: Draft) -> Sequence[DateFound]:
    """Return the days of an incident; of what came "hours later", those of what it came after.

    Those of a sum, if it is of a day, are those of its parts.
    """
    is_next = draft.first.is_soon_after
    before = draft.before if is_next or not draft.dates else None
    if before is None or not (before.is_aggregate or is_next):
        return draft.dates
    return [one for one in before.dates if not before.is_aggregate or _is_of_a_night(one)]


def _is_of_a_night(found: DateFound) -> bool:
    value = found.value
    return bool(value and value.first and value.last and value.last - value.first <= _A_NIGHT)


def _before(draft: Draft) -> Iterator[Draft]:
    """Yield the incidents of its family that the report tells before it, the last first."""
    at = draft.before
    for _ in range(_MOST_BACK):
        if at is None or at.first.sentence.entry != draft.first.sentence.entry:
            return
        yield at
        at = at.before


def _is_within(one: DateFound, other: DateFound) -> bool:
    """Whether a date is one day, and lies in another."""
    mine, yours = one.value, other.value
    if not (mine and yours and mine.first and yours.first and yours.last):
        return False
    return mine.first == mine.last and yours.first <= mine.first <= yours.last


def place_of(draft: Draft) -> PlaceFound | None:
    """Return the place of an incident; without one, that of the one before it of its family."""
    if draft.place or draft.first.is_placed_apart:
        return draft.place
    return next((one.place for one in _before(draft) if one.place), None)

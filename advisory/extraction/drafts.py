"""The tellings of one incident while they are gathered, and where and when they say it was.

A draft is what `compose` fills and `mentions` reads. Its day and its place are those that its own
sentences tell; what the report as a whole lends it where they tell none is the `Setting`: the
country it speaks of, and the day on its dateline, on which or just before which undated news
happened.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from advisory.extraction.dates import DateFound
from advisory.extraction.places import PlaceFound
from advisory.extraction.tellings import Telling
from advisory.model.vocabulary import DatePrecision


class Setting(NamedTuple):
    """What a report as a whole says of where and when its news happened."""

    country: PlaceFound | None = None
    day: DateFound | None = None


@dataclass(slots=True)
class Draft:
    """The tellings of one incident while they are gathered."""

    tellings: list[Telling] = field(default_factory=list)
    is_background: bool = False
    is_old: bool = False
    before: "Draft | None" = None  # the last one of its family: "another march" is where it was

    @property
    def first(self) -> Telling:
        """The telling that opened it."""
        return self.tellings[0]


def usable_dates(draft: Draft) -> list[DateFound]:
    """Return the dates that may be the incident's, best first: explicit, then early."""
    order: list[tuple[int, int, int, DateFound]] = []
    for number, telling in enumerate(draft.tellings):
        for found in telling.dates:
            if found.value is None or (found.is_since and not draft.is_old):
                continue
            if telling.sentence.is_of_speech(found):
                continue
            vague = found.value.precision in {DatePrecision.VAGUE, DatePrecision.MONTH}
            order.append((int(vague), number, -found.weight, found))
    around = [found for t in draft.tellings for found in t.sentence.context_dates if found.value]
    return [found for *_, found in sorted(order, key=lambda each: each[:3])] or around


def day_of(draft: Draft, setting: Setting) -> DateFound | None:
    """Return the day of an incident: its own, or that of the dateline for news without one."""
    own = next(iter(usable_dates(draft)), None)
    is_news = not draft.is_old and not draft.first.sentence.has("announce")
    return own or (setting.day if is_news else None)


def place_of(draft: Draft) -> PlaceFound | None:
    """Return the place of an incident; without one, that of the one before it of its family."""
    at: Draft | None = draft
    while at is not None:
        if place := _own_place(at):
            return place
        at = at.before
    return None


def _own_place(draft: Draft) -> PlaceFound | None:
    """Return the place of the first telling in the text, then of the headline."""
    told = [t for t in draft.tellings if t.place and (t.type or t is draft.first)]
    found = [place for t in told if (place := t.place)]
    body = [t.place for t in told if not t.sentence.is_headline]
    best = next(iter(body), None)
    for place in found or [place for t in draft.tellings if (place := t.around)]:
        if best is None or place.place.precision < best.place.precision:
            best = place
    return best
